"""SAS: one token for a container, signed on late, its end read from `se`, signed anew after 403, never in what is kept."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from connectors.access.sas import expiry
from connectors.access.wiring import DataAccess
from connectors.base import Request
from connectors.downloads import Downloads
from connectors.engine.limits import Limiter
from connectors.errors import AuthMissing
from connectors.items import Asset, Location
from connectors.offers import Source
from tests.connectors.access.lines import lined
from tests.connectors.fault_server import Behaviour, Exchange, FaultServer, fixed, status
from tests.connectors.outside_world import Clock, source

CONTENT = b"a scene, signed for"


class Azure:
    """Grants numbered signatures and honours only the newest."""

    def __init__(self, server: FaultServer, clock: Clock, *, life_s: float = 2700.0) -> None:
        self.clock, self.life_s, self.granted, self.honoured = clock, life_s, 0, 0
        self.tokens, self.blobs = server.add("token", self.token), server.add("blobs", self.blob)

    def source(self, template: str = "/{container}") -> Source:
        return source("pc", self.blobs, auth={"download": f"sas:{self.tokens}{template}"})

    async def token(self, exchange: Exchange) -> None:
        self.granted += 1
        self.honoured = self.granted
        end = datetime.fromtimestamp(self.clock() + self.life_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        quoted = end.replace(":", "%3A")
        await exchange.reply(body=f'{{"token": "st=2026&se={quoted}&sp=rl&sig=n{self.granted}%2Bq%3D"}}'.encode())

    async def blob(self, exchange: Exchange) -> None:
        is_known = exchange.query.get("sig") == f"n{self.honoured}+q="
        await exchange.reply(200 if is_known else 403, CONTENT if is_known else b"{}")


def get(url: str) -> Request:
    return Request(method="GET", url=url)


def test_the_end_of_a_signature_is_its_se() -> None:
    assert expiry("st=2026-01-01&se=2026-01-01T00%3A00%3A00Z&sig=x") == datetime(2026, 1, 1, tzinfo=UTC).timestamp()
    assert expiry("sig=x") is None


async def test_ten_files_of_a_container_share_one_signature_until_a_minute_before_its_end(
    server: FaultServer, tmp_path: Path
) -> None:
    clock = Clock()
    azure = Azure(server, clock)
    async with lined(tmp_path, azure.blobs, now=clock) as lines:
        replies = await asyncio.gather(*(lines.call(azure.source(), path=f"/{n}.tif") for n in range(10)))
        assert ({reply.body for reply in replies}, azure.granted) == ({CONTENT}, 1)
        clock.pass_by(2700 - 59)
        await lines.call(azure.source(), path="/0.tif")
    assert azure.granted == 2


async def test_a_signature_that_is_turned_away_is_replaced_once(server: FaultServer, tmp_path: Path) -> None:
    azure = Azure(server, Clock())
    async with lined(tmp_path, azure.blobs) as lines:
        await lines.call(azure.source())
        azure.honoured = 99  # ended before its time
        replies = await asyncio.gather(*(lines.call(azure.source()) for _ in range(10)))
    assert ({reply.body for reply in replies}, azure.granted) == ({CONTENT}, 2)


async def test_what_is_relayed_is_signed_anew_too(server: FaultServer, tmp_path: Path) -> None:
    azure = Azure(server, Clock())
    async with lined(tmp_path, azure.blobs) as lines:
        await lines.call(azure.source())
        azure.honoured = 99
        reply = await lines.caller.relay(get(azure.blobs), source=azure.source(), phase="download")
    assert (reply.status, azure.granted) == (200, 2)


async def test_an_address_that_arrives_with_an_old_signature_is_signed_anew(
    server: FaultServer, tmp_path: Path
) -> None:
    azure = Azure(server, Clock())
    async with lined(tmp_path, azure.blobs) as lines:
        old = get(f"{azure.blobs}/a.tif?se=2020&sig=old&band=1")
        new = await lines.credentials.authorized(old, source=azure.source(), phase="download")
    assert {k: v for k, v in parse_qs(new.url.partition("?")[2]).items() if k in ("sig", "band")} == {
        "band": ["1"],
        "sig": ["n1+q="],
    }


async def test_the_collection_of_the_context_may_name_the_token(server: FaultServer, tmp_path: Path) -> None:
    azure = Azure(server, Clock())
    async with lined(tmp_path, azure.blobs) as lines:
        request = Request(method="GET", url=azure.blobs, context={"collection": "sentinel-2-l2a"})
        await lines.credentials.authorized(request, source=azure.source("/{collection}"), phase="download")
    assert server.last("token").path == "/token/sentinel-2-l2a"


@pytest.mark.parametrize(
    ("behaviour", "error"), [(status(404), ""), (status(403), "check the key"), (fixed(b"{}"), "without a token")]
)
async def test_who_grants_no_signature(server: FaultServer, tmp_path: Path, behaviour: Behaviour, error: str) -> None:
    azure = Azure(server, Clock())
    server.behaviours["token"] = behaviour
    async with lined(tmp_path, azure.blobs) as lines:
        asked = lines.credentials.authorized(get(azure.blobs), source=azure.source(), phase="download")
        if error:
            with pytest.raises(Exception, match=error) as caught:
                await asked
            assert isinstance(caught.value, AuthMissing) == (error == "check the key")
        else:
            assert (await asked).url == azure.blobs  # a public container


async def test_a_download_is_signed_late_and_leaves_no_signature_behind(server: FaultServer, tmp_path: Path) -> None:
    import random

    azure = Azure(server, Clock())
    asset = Asset(key="a.tif", locations=(Location(href=f"{azure.blobs}/a.tif"),))
    async with lined(tmp_path / "config", azure.blobs) as lines:
        downloads = Downloads(
            transport=lines.transport,
            folder=tmp_path / "files",
            limiter=Limiter(),
            rng=random.Random(1),
            now=lambda: 4e9,
            access=DataAccess(sources=(azure.source(),), credentials=lines.credentials),
        )
        fetched = await downloads.fetch(asset)
        azure.honoured = 99
        again = await downloads.fetch(Asset(key="b.tif", locations=(Location(href=f"{azure.blobs}/b.tif"),)))
    assert (fetched.path.read_bytes(), again.path.read_bytes()) == (CONTENT, CONTENT)
    assert "sig=" not in f"{asset} {fetched} {again}"
