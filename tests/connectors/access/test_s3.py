"""S3: keys of the environment, temporary keys that a service grants, addresses of buckets."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from connectors.access.s3 import web_address
from connectors.errors import AuthMissing, Refused
from connectors.offers import Source
from tests.connectors.access.lines import lined
from tests.connectors.fault_server import Exchange, FaultServer
from tests.connectors.outside_world import Clock, source


class Store:
    """Grants numbered keys for an hour to who has a token, and honours only the newest."""

    def __init__(self, server: FaultServer) -> None:
        self.granted, self.honoured, self.clock = 0, 0, Clock()
        self.keys, self.files = server.add("s3credentials", self.grant), server.add("bucket", self.serve)

    def source(self, **table: str) -> Source:
        return source("daac", self.files, auth={"download": "s3"}, options={"s3": table})

    async def grant(self, exchange: Exchange) -> None:
        if exchange.headers.get("authorization") != "Bearer edl-token":
            await exchange.reply(401)
            return
        self.granted += 1
        self.honoured = self.granted
        end = datetime.fromtimestamp(self.clock() + 3600, UTC).isoformat(" ")
        keys = {"accessKeyId": f"ASIA{self.granted}", "secretAccessKey": "s3-secret", "sessionToken": "s3-session"}
        await exchange.reply(body=json.dumps(keys | {"expiration": end}).encode())

    async def serve(self, exchange: Exchange) -> None:
        is_known = f"Credential=ASIA{self.honoured}/" in exchange.headers.get("authorization", "")
        await exchange.reply(200 if is_known else 403, b"{}")


async def test_granted_keys_are_shared_and_renewed_before_their_end(server: FaultServer, tmp_path: Path) -> None:
    store = Store(server)
    one = store.source(credentials=store.keys)
    async with lined(tmp_path, store.files, environ={"EARTHDATA_TOKEN": "edl-token"}, now=store.clock) as lines:
        await asyncio.gather(*(lines.call(one) for _ in range(10)))
        assert store.granted == 1
        store.clock.pass_by(3600 - 59)
        await lines.call(one)
    assert store.granted == 2
    assert server.last("bucket").headers["x-amz-security-token"] == "s3-session"


async def test_keys_that_are_turned_away_are_replaced_once(server: FaultServer, tmp_path: Path) -> None:
    store = Store(server)
    one = store.source(credentials=store.keys)
    async with lined(tmp_path, store.files, environ={"EARTHDATA_TOKEN": "edl-token"}) as lines:
        await lines.call(one)
        store.honoured = 0
        await asyncio.gather(*(lines.call(one) for _ in range(10)))
    assert store.granted == 2


async def test_who_may_not_have_keys_is_told(server: FaultServer, tmp_path: Path) -> None:
    store = Store(server)
    async with lined(tmp_path, store.files, environ={"EARTHDATA_TOKEN": "old-token"}) as lines:
        with pytest.raises(AuthMissing, match="grants no keys"):
            await lines.call(store.source(credentials=store.keys))


async def test_keys_of_the_environment_are_named_when_missing(server: FaultServer, tmp_path: Path) -> None:
    store = Store(server)
    one = store.source(key="EODATA_KEY", secret="EODATA_SECRET")
    async with lined(tmp_path, store.files, environ={"EODATA_KEY": "ASIA0"}) as lines:
        with pytest.raises(AuthMissing, match="export EODATA_SECRET="):
            lines.credentials.headers(one, phase="download", url=one.url)
    async with lined(tmp_path, store.files, environ={"EODATA_KEY": "ASIA0", "EODATA_SECRET": "s"}) as lines:
        assert (await lines.call(one)).status == 200


async def test_a_stranger_may_not_grant_keys(server: FaultServer, tmp_path: Path) -> None:
    one: Any = Store(server).source(credentials="https://evil.example/keys")
    async with lined(tmp_path, one.url, environ={"EARTHDATA_TOKEN": "edl-token"}) as lines:
        with pytest.raises(Refused, match="auth_hosts"):
            await lines.call(one)


@pytest.mark.parametrize(
    ("href", "options", "address"),
    [
        ("s3://b/a b/c.nc", {}, "https://b.s3.us-west-2.amazonaws.com/a%20b/c.nc"),
        ("s3://eodata/x.jp2", {"endpoint": "https://eodata.example"}, "https://eodata.example/eodata/x.jp2"),
        ("https://h.example/f", {}, "https://h.example/f"),
    ],
)
def test_a_bucket_has_a_web_address(href: str, options: dict[str, str], address: str) -> None:
    assert web_address(href, **options) == address
