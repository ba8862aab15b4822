"""Our access over OpenID Connect against the certified provider of npm, and a data host that honours its tokens."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from connectors.access.login import login, standings
from connectors.errors import AuthMissing
from connectors.offers import Limits, Source
from tests.connectors.access.lines import Lined, lined
from tests.connectors.outside_world import source
from tests.servers.oidc_provider import approve, missing, oidc_provider

pytestmark = pytest.mark.servers

SECRET = "machine:s3cret/%"
ENVIRON = {"MACHINE_SECRET": SECRET}
BROAD = Limits(budget_s=10.0, max_connections=20, rate_per_s=1000.0)


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A provider whose access tokens last two seconds."""
    if why := missing():
        pytest.skip(why)
    with oidc_provider(tmp_path_factory.mktemp("oidc"), life_s=2) as url:
        yield url


def data(issuer: str, **realm: str) -> Source:
    table = {"issuer": issuer, **realm}
    return source("data", f"{issuer}/data", auth={"download": "oidc"}, options={"oidc": table}, limits=BROAD)


def by_machine(issuer: str, **realm: str) -> Source:
    return data(issuer, client_id="machine", client_secret="MACHINE_SECRET", grant="client_credentials", **realm)


def by_person(issuer: str) -> Source:
    return data(issuer, client_id="person")


def granted(issuer: str) -> int:
    """How often a token was asked for so far."""
    counts: dict[str, int] = httpx.get(f"{issuer}/counts").json()
    return counts.get("/token", 0)


async def ten(lines: Lined, one: Source) -> list[Any]:
    replies = await asyncio.gather(*(lines.call(one) for _ in range(10)))
    return [msgspec.json.decode(reply.body) for reply in replies]


async def test_ten_requests_share_one_token_and_one_more_when_it_is_about_to_end(issuer: str, tmp_path: Path) -> None:
    one, before = by_machine(issuer), granted(issuer)
    async with lined(tmp_path, issuer, environ=ENVIRON, now=time.time) as lines:
        assert {reply["client"] for reply in await ten(lines, one)} == {"machine"}
        first = granted(issuer) - before
        await asyncio.sleep(2.1)
        await ten(lines, one)
        assert (first, granted(issuer) - before) == (1, 2)


async def test_a_token_that_ends_in_mid_run_is_renewed_once_for_ten_who_are_turned_away(
    issuer: str, tmp_path: Path
) -> None:
    one, before = by_machine(issuer), granted(issuer)
    async with lined(tmp_path, issuer, environ=ENVIRON) as lines:  # our clock stands: only the server knows
        await lines.call(one)
        await asyncio.sleep(2.1)
        assert len(await ten(lines, one)) == 10
        assert granted(issuer) - before == 2


async def test_a_person_logs_in_by_device_and_the_login_outlives_the_run(issuer: str, tmp_path: Path) -> None:
    one, told = by_person(issuer), list[str]()

    async def patient(seconds: float) -> None:
        (line,) = told
        await approve(line.rpartition("or open ")[2])

    async with lined(tmp_path, issuer) as lines:
        assert [s.missing for s in standings(one, lines.credentials)] == [
            "source 'data' needs credentials to download: run `conductor login data`"
        ]
        places = await login(one, lines.credentials, tell=told.append, sleep=patient)
    assert places == (str(tmp_path / "credentials.json"),)
    assert (tmp_path / "credentials.json").stat().st_mode & 0o777 == 0o600
    kept = (tmp_path / "credentials.json").read_text()
    for _ in range(2):  # another run, and one more with the refresh token that the first was given in exchange
        async with lined(tmp_path, issuer) as lines:
            assert (await lines.call(one)).status == 200
    assert (tmp_path / "credentials.json").read_text() != kept


async def test_a_login_that_was_revoked_is_told_with_the_command(issuer: str, tmp_path: Path) -> None:
    async with lined(tmp_path, issuer) as lines:
        lines.asking(by_person(issuer)).secrets.vault.keep(
            f"oidc {issuer} person device", "a-refresh-token-that-nobody-gave"
        )
        with pytest.raises(AuthMissing, match="run `conductor login data`") as caught:
            await lines.call(by_person(issuer))
    assert "nobody-gave" not in str(caught.value)


async def test_a_token_is_exchanged_for_one_with_another_audience(issuer: str, tmp_path: Path) -> None:
    form = {"grant_type": "client_credentials"}
    subject = httpx.post(f"{issuer}/token", data=form, auth=("machine", "machine%3As3cret%2F%25")).json()
    one = data(
        issuer,
        client_id="machine",
        client_secret="MACHINE_SECRET",
        grant="exchange",
        subject="MINE",
        audience="urn:grid",
    )
    async with lined(tmp_path, issuer, environ=ENVIRON | {"MINE": subject["access_token"]}) as lines:
        reply = await lines.call(one)
    assert msgspec.json.decode(reply.body) == {"client": "machine", "audience": "urn:grid"}


async def test_what_the_provider_echoes_is_struck_out(issuer: str, tmp_path: Path) -> None:
    one = data(issuer, client_id="machine", client_secret="MACHINE_SECRET", grant="exchange", subject="MINE")
    async with lined(tmp_path, issuer, environ=ENVIRON | {"MINE": "subject-in-the-open"}) as lines:
        with pytest.raises(AuthMissing, match=r"invalid_grant \(the subject \*\*\* is not known\); look at") as caught:
            await lines.call(one)
    assert "subject-in-the-open" not in repr(caught.value)


async def test_a_wrong_secret_names_the_variable_and_is_not_tried_again_at_once(issuer: str, tmp_path: Path) -> None:
    one, before = by_machine(issuer), granted(issuer)
    async with lined(tmp_path, issuer, environ={"MACHINE_SECRET": "wrong-secret"}) as lines:
        for _ in range(3):
            with pytest.raises(AuthMissing, match=r"invalid_client.*look at MACHINE_SECRET"):
                await lines.call(one)
    assert granted(issuer) - before == 1
