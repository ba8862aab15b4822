"""A source's OpenID table, whole or told what it lacks."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.access.realm import realm
from connectors.errors import Refused
from connectors.offers import Source


def source(**oidc: Any) -> Source:
    return Source(
        id="mine", title="Mine", kind="stac-api", family="eo", url="https://stac.example.org", options={"oidc": oidc}
    )


def test_a_whole_table_is_a_realm_that_asks_for_a_lasting_login() -> None:
    found = realm(source(issuer="https://id.example.org", client_id="orchestra"))
    assert (found.grant, found.scope) == ("device", "openid offline_access")


def test_sources_of_one_provider_share_a_login_unless_they_want_other_scopes() -> None:
    same = [realm(source(issuer="https://id.example.org", client_id="o")).key for _ in range(2)]
    other = realm(source(issuer="https://id.example.org", client_id="o", scope="data")).key
    assert same[0] == same[1] != other


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({}, "issuer and client_id"),
        ({"issuer": "https://x"}, "client_id"),
        ({"issuer": "x", "client_id": "y", "grant": "magic"}, "unknown grant 'magic'"),
    ],
)
def test_a_table_that_is_not_whole_is_refused(table: dict[str, str], says: str) -> None:
    with pytest.raises(Refused, match=says):
        realm(source(**table))
