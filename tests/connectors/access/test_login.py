"""Login: how each phase of a source stands, and which logins a person can do."""

from __future__ import annotations

from connectors.access.credentials import Credentials
from connectors.access.login import by_device, standings
from tests.connectors.outside_world import source

REALM = {"issuer": "https://idp.example", "client_id": "us"}


def test_every_phase_that_wants_something_is_listed_with_its_command() -> None:
    one = source(
        "one",
        "https://a.example",
        auth={"search": "none", "download": "oidc", "process": "bearer:T"},
        options={"oidc": REALM},
    )
    found = standings(one, Credentials(environ={"T": "given-token"}))
    assert [(s.phase, s.scheme, bool(s.missing)) for s in found] == [
        ("download", "oidc", True),
        ("process", "bearer", False),
    ]
    assert "run `conductor login one`" in found[0].missing


def test_one_login_serves_all_phases_of_a_realm() -> None:
    auth = {"search": "oidc", "download": "oidc"}
    assert by_device(source("one", "https://a.example", auth=auth, options={"oidc": REALM})) == ("search",)
    by_secret = REALM | {"grant": "client_credentials"}
    assert by_device(source("one", "https://a.example", auth=auth, options={"oidc": by_secret})) == ()
    assert by_device(source("one", "https://a.example", auth={"download": "bearer:T"})) == ()
