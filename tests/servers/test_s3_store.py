"""Files in a store that speaks S3, by keys of one's own and by keys that a service grants to who is logged in."""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from connectors.access.wiring import DataAccess
from connectors.assets import location
from connectors.downloads import Downloads
from connectors.engine.limits import Limiter
from connectors.errors import AuthMissing, ConnectorError
from connectors.items import Asset
from connectors.offers import Source
from tests.connectors.access.lines import lined
from tests.connectors.fault_server import Exchange, fault_server
from tests.connectors.outside_world import source
from tests.servers.s3_store import Store, missing, s3_store

pytestmark = pytest.mark.servers

BODY = b"pixels of a scene" * 1000
KEY = "Sentinel-2/MSI/L2A/2020/S2A_X.SAFE/T32 B04.jp2"
OWN = {"key": "EODATA_KEY", "secret": "EODATA_SECRET"}
ASSET = Asset(
    key="B04", locations=(location(f"s3://eodata/{KEY}"),), checksum="sha256:" + hashlib.sha256(BODY).hexdigest()
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if why := missing():
        pytest.skip(why)
    with s3_store(tmp_path_factory.mktemp("s3"), bucket="eodata", objects={KEY: BODY}) as running:
        yield running


def scenes(store: Store, **table: Any) -> Source:
    """A catalogue whose files lie in the store too."""
    s3 = {"buckets": ["eodata"], "endpoint": store.url, "region": "default"} | table
    oidc = {"issuer": "https://identity.example", "client_id": "public", "grant": "password", "token": "REALM_TOKEN"}
    return source(
        "scenes",
        "https://catalogue.example",
        auth={"download": "oidc", "store": "s3"},
        options={"s3": s3, "oidc": oidc, "auth_hosts": ["127.0.0.1"]},
    )


@contextlib.asynccontextmanager
async def downloads(folder: Path, one: Source, *urls: str, **environ: str) -> AsyncIterator[Downloads]:
    async with lined(folder, *urls, environ=environ, now=time.time) as lines:
        access = DataAccess(sources=(one,), credentials=lines.credentials)
        yield Downloads(
            transport=lines.transport, folder=folder / "files", limiter=Limiter(), rng=random.Random(1), now=time.time, access=access
        )  # fmt: skip


async def test_a_file_is_had_by_keys_of_ones_own(store: Store, tmp_path: Path) -> None:
    one = scenes(store, **OWN)
    async with downloads(tmp_path, one, store.url, EODATA_KEY=store.key, EODATA_SECRET=store.secret) as fetching:
        fetched = await fetching.fetch(ASSET)
    assert fetched.path.read_bytes() == BODY


async def test_a_wrong_secret_opens_nothing(store: Store, tmp_path: Path) -> None:
    async with downloads(
        tmp_path, scenes(store, **OWN), store.url, EODATA_KEY=store.key, EODATA_SECRET="no"
    ) as fetching:
        with pytest.raises(ConnectorError, match="403"):
            await fetching.fetch(ASSET)


async def test_what_keys_are_wanted_is_said(store: Store, tmp_path: Path) -> None:
    async with downloads(tmp_path, scenes(store, **OWN), store.url) as fetching:
        with pytest.raises(AuthMissing, match="export EODATA_KEY="):
            await fetching.fetch(ASSET)


async def test_keys_granted_to_who_is_logged_in_are_kept_between_runs(store: Store, tmp_path: Path) -> None:
    """As the keys manager of the Copernicus Data Space grants them: by POST, to a token of its realm, few to each user."""

    async def grant(exchange: Exchange) -> None:
        is_known = (exchange.method, exchange.headers.get("authorization")) == ("POST", "Bearer realm-token")
        keys = {"access_id": store.key, "secret": store.secret}
        await exchange.reply(200 if is_known else 401, json.dumps(keys).encode())

    async with fault_server() as server:
        manager = server.add("keys", grant)
        one = scenes(store, **OWN, credentials=manager, login="oidc", method="POST", keep=True)
        for run in range(2):
            async with downloads(tmp_path, one, store.url, manager, REALM_TOKEN="realm-token") as fetching:
                fetched = await fetching.fetch(ASSET)
                fetched.path.unlink()
            assert server.asked("keys") == 1, f"run {run}"
        async with downloads(tmp_path / "other", one, store.url, manager, REALM_TOKEN="stranger") as fetching:
            with pytest.raises(AuthMissing, match="conductor login scenes"):
                await fetching.fetch(ASSET)


async def test_who_reads_pays_where_they_agreed_to(store: Store, tmp_path: Path) -> None:
    one, keys = scenes(store, **OWN, payer="requester"), {"EODATA_KEY": store.key, "EODATA_SECRET": store.secret}
    async with downloads(tmp_path, one, store.url, **keys) as fetching:
        with pytest.raises(AuthMissing, match="export AWS_REQUEST_PAYER=requester"):
            await fetching.fetch(ASSET)
    async with downloads(tmp_path, one, store.url, **keys, AWS_REQUEST_PAYER="requester") as fetching:
        assert (await fetching.fetch(ASSET)).path.read_bytes() == BODY
