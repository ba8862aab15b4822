"""Who may: headers found in the environment or netrc, sent to the right host over a safe line, or the command that is missing."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from connectors.access.credentials import LATE, SCHEMES, Credentials
from connectors.access.login import standings
from connectors.errors import AuthMissing, Refused
from connectors.offers import Source
from connectors.source_files import read_sources
from tests.connectors.outside_world import source

URL = "https://data.example/search"


def one(scheme: str, url: str = URL, **options: object) -> Source:
    return source("one", url, auth={"download": scheme}, options=options)


def basic(user: str, password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def test_schemes_are_sorted_tables() -> None:
    assert (list(SCHEMES), list(LATE)) == (sorted(SCHEMES), sorted(LATE))


def test_what_the_shipped_sources_name_is_known_and_whole() -> None:
    wanting = [(s, phase) for s in read_sources() for phase in s.auth]
    found = {s.auth[phase].partition(":")[0] for s, phase in wanting}
    assert found <= {*SCHEMES, *LATE} and {"bearer", "edl", "oidc", "sas"} <= found
    assert all(standings(s, Credentials()) for s, _ in wanting)


@pytest.mark.parametrize(
    ("scheme", "headers"),
    [
        ("none", {}),
        ("bearer:TOKEN", {"Authorization": "Bearer t0k"}),
        ("bearer:TOKEN,PRIVATE-TOKEN", {"PRIVATE-TOKEN": "t0k"}),
        ("basic:USER,PASS", basic("me", "pw")),
    ],
)
def test_each_scheme_makes_its_headers(scheme: str, headers: dict[str, str]) -> None:
    credentials = Credentials(environ={"TOKEN": " t0k\n", "USER": "me", "PASS": "pw"})
    assert credentials.headers(one(scheme), phase="download", url=URL) == headers
    assert credentials.headers(one(scheme), phase="search", url=URL) == {}


@pytest.mark.parametrize("scheme", ["bearer:TOKEN", "basic:TOKEN,PASS"])
def test_a_missing_variable_is_told_with_the_command(scheme: str) -> None:
    with pytest.raises(AuthMissing, match=r"'one' needs credentials to download: run `export TOKEN=…`"):
        Credentials(environ={}).headers(one(scheme), phase="download", url=URL)


def test_another_host_gets_nothing() -> None:
    credentials = Credentials(environ={"TOKEN": "t"})
    assert credentials.headers(one("bearer:TOKEN"), phase="download", url="https://evil.example/") == {}
    trusted = one("bearer:TOKEN", auth_hosts=["files.example"])
    assert credentials.headers(trusted, phase="download", url="https://files.example/f") != {}


def test_nothing_is_sent_in_the_clear() -> None:
    credentials, url = Credentials(environ={"TOKEN": "t"}), "http://data.example/search"
    with pytest.raises(Refused, match="in the clear"):
        credentials.headers(one("bearer:TOKEN", url), phase="download", url=url)


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(Refused, match="unknown access scheme 'kerberos'"):
        Credentials().headers(one("kerberos"), phase="download", url=URL)


@pytest.fixture
def netrc(tmp_path: Path) -> Path:
    path = tmp_path / ".netrc"
    path.write_text("machine data.example login me password pw\n")
    path.chmod(0o600)
    return path


def test_netrc_gives_the_entry_of_the_host(netrc: Path) -> None:
    assert Credentials(netrc=netrc).headers(one("netrc"), phase="download", url=URL) == basic("me", "pw")


def test_a_netrc_without_the_host_is_told_with_the_line(netrc: Path) -> None:
    netrc.write_text("machine other.example login me password pw\n")
    with pytest.raises(AuthMissing, match=r"machine data\.example login"):
        Credentials(netrc=netrc).headers(one("netrc"), phase="download", url=URL)


def test_a_netrc_that_others_can_read_is_not_used(netrc: Path) -> None:
    netrc.chmod(0o644)
    with pytest.raises(AuthMissing, match="chmod 600"):
        Credentials(netrc=netrc).headers(one("netrc"), phase="download", url=URL)


def test_a_netrc_that_cannot_be_read_is_told_with_the_line_number(netrc: Path) -> None:
    netrc.write_text("machine\n")
    with pytest.raises(AuthMissing):
        Credentials(netrc=netrc).headers(one("netrc"), phase="download", url=URL)
