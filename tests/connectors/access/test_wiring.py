"""Wiring: files get the credentials of the source that serves their host, and of no other."""

from __future__ import annotations

import pytest

from connectors.access.credentials import Credentials
from connectors.access.wiring import Certificates, DataAccess
from connectors.base import Request
from tests.connectors.outside_world import source

HOSTS = ["files.example", "*.blob.example"]
OWN = source("own", "https://api.example", auth={"download": "bearer:T"}, options={"auth_hosts": HOSTS})


@pytest.mark.parametrize(
    ("host", "is_sent"),
    [
        ("api.example", True),
        ("files.example", True),
        ("a.blob.example", True),
        ("blob.example", False),
        ("evilblob.example", False),
        ("other.example", False),
    ],
)
async def test_credentials_go_to_the_hosts_of_their_source(host: str, is_sent: bool) -> None:
    access = DataAccess(sources=(OWN,), credentials=Credentials(environ={"T": "token"}))
    sent = await access.authorized(Request(method="GET", url=f"https://{host}/f"))
    assert ("Authorization" in sent.headers) is is_sent


async def test_what_cannot_be_renewed_is_left_alone() -> None:
    access = DataAccess(sources=(OWN,), credentials=Credentials(environ={"T": "token"}))
    sent = await access.authorized(Request(method="GET", url="https://api.example/f"))
    assert await access.renewed(sent, status=401, url=sent.url) is None


def test_without_certificates_there_is_no_context() -> None:
    assert Certificates(sources=(OWN,)).context("api.example", credentials=Credentials) is None
