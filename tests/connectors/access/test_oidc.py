"""OIDC: what a source must say and a person must give; the provider itself is tested in tests/servers/test_oidc.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.access.oidc import check
from connectors.access.realm import realm
from connectors.errors import AuthMissing, Refused
from connectors.offers import Source
from tests.connectors.access.lines import lined
from tests.connectors.access.test_device import GRANTED, Provider
from tests.connectors.fault_server import FaultServer, fixed
from tests.connectors.outside_world import source

ISSUER = "https://idp.example"


def one(**table: str) -> Source:
    return source("one", "https://data.example", auth={"download": "oidc"}, options={"oidc": table})


@pytest.mark.parametrize(
    ("table", "said"),
    [({}, "lacks issuer and client_id"), ({"issuer": ISSUER, "client_id": "us", "grant": "magic"}, "grant 'magic'")],
)
def test_a_realm_that_is_not_whole_is_refused(table: dict[str, str], said: str) -> None:
    with pytest.raises(Refused, match=said):
        realm(one(**table))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({}, "run `conductor login one`"),
        ({"grant": "client_credentials", "client_secret": "A_SECRET"}, "export A_SECRET="),
        ({"grant": "password", "user": "A_USER", "password": "A_WORD"}, "export A_USER="),
        ({"grant": "exchange", "subject": "MINE"}, "export MINE="),
    ],
)
async def test_what_is_missing_is_told_before_anybody_is_asked(
    tmp_path: Path, table: dict[str, str], said: str
) -> None:
    async with lined(tmp_path) as lines:
        with pytest.raises(AuthMissing, match=said):
            check(lines.asking(one(issuer=ISSUER, client_id="us", **table)))


async def test_a_ready_token_of_the_environment_goes_first(server: FaultServer, tmp_path: Path) -> None:
    table = {"issuer": ISSUER, "client_id": "us", "token": "READY"}
    own = source("own", server.add("data", fixed(b"{}")), auth={"download": "oidc"}, options={"oidc": table})
    async with lined(tmp_path, own.url, environ={"READY": "a-ready-token"}) as lines:
        await lines.call(own)
    assert server.last("data").headers["authorization"] == "Bearer a-ready-token"


async def test_user_and_password_are_traded_for_a_token(server: FaultServer, tmp_path: Path) -> None:
    provider = Provider(server, GRANTED)
    own = provider.source(grant="password", user="A_USER", password="A_WORD")
    async with lined(tmp_path, own.url, environ={"A_USER": "ada", "A_WORD": "pass&word"}) as lines:
        await lines.call(own)
    form = next(e.body for _, e in server.exchanges if e.path.endswith("/token"))
    assert b"grant_type=password&username=ada&password=pass%26word" in form
    assert not (tmp_path / "credentials.json").exists()


async def test_two_sources_of_one_realm_share_a_token(server: FaultServer, tmp_path: Path) -> None:
    provider = Provider(server, GRANTED)
    own = provider.source(grant="client_credentials")
    also = source("also", own.url, auth=own.auth, options=own.options)
    async with lined(tmp_path, own.url) as lines:
        await lines.call(own)
        await lines.call(also)
    assert sum(e.path.endswith("/token") for _, e in server.exchanges) == 1
