"""Files fetched: checked, resumed, replaced by another copy, kept once."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import random
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pytest

from connectors.access.credentials import Credentials
from connectors.access.wiring import DataAccess
from connectors.access.wiring import credentials as wired_credentials
from connectors.arrays.parts import Subset
from connectors.downloads import Downloads
from connectors.engine.limits import Limiter
from connectors.engine.memory import Memory
from connectors.engine.speeds import Speeds
from connectors.errors import AuthMissing, BadReply, DiskFull, Refused, Unavailable
from connectors.extents import Interval
from connectors.guard import Guard
from connectors.items import Asset, Location
from connectors.transport import Transport
from tests.connectors.arrays.dap_server import opendap
from tests.connectors.arrays.samples import model_file
from tests.connectors.fault_server import Behaviour, Exchange, FaultServer, fault_server, file, first, fixed, status
from tests.connectors.outside_world import Clock, source

CONTENT = bytes(range(256)) * 400
SHA = "sha256:" + hashlib.sha256(CONTENT).hexdigest()


@dataclass
class Fetching:
    """A server of files and the store that fetches from it."""

    server: FaultServer
    downloads: Downloads
    folder: Path

    def asset(self, *behaviours: Behaviour, **fields: Any) -> Asset:
        """An asset of CONTENT with one location a behaviour, on nodes n0, n1, …"""
        urls = [f"{self.server.add(f'n{n}', behaviour)}/tas.nc" for n, behaviour in enumerate(behaviours)]
        locations = tuple(Location(href=url, node=f"n{n}") for n, url in enumerate(urls))
        given: dict[str, Any] = {"size": len(CONTENT), "checksum": SHA}
        return Asset(key="tas.nc", locations=locations, **(given | fields))


@pytest.fixture
async def f(tmp_path: Path) -> AsyncIterator[Fetching]:
    async with fault_server() as server:
        transport = Transport(guard=Guard(registered=[("127.0.0.1", server.port)]))
        yield Fetching(server, store(transport, tmp_path), tmp_path)
        await transport.aclose()


def store(transport: Transport, folder: Path, **options: Any) -> Downloads:
    given: dict[str, Any] = {"limiter": Limiter(), "rng": random.Random(1), "now": lambda: 4e9}
    return Downloads(transport=transport, folder=folder, **(given | options))


async def test_a_file_is_fetched_once_and_kept_under_its_checksum(f: Fetching) -> None:
    asset = f.asset(file(CONTENT))
    one, two = await f.downloads.fetch(asset), await f.downloads.fetch(asset)
    assert one.path.read_bytes() == CONTENT and one.path.name == "tas.nc"
    assert (one.node, one.bytes, two.node, two.bytes) == ("n0", len(CONTENT), "cache", 0)
    assert f.server.asked("n0") == 1


async def test_two_who_want_it_at_once_share_one_download(f: Fetching) -> None:
    asset = f.asset(file(CONTENT, delay_s=0.05))
    await asyncio.gather(f.downloads.fetch(asset), f.downloads.fetch(asset))
    assert f.server.asked("n0") == 1


def cut(at: int) -> Behaviour:
    """Breaks off after `at` bytes."""
    return fixed(CONTENT[:at], type="application/octet-stream", length=len(CONTENT))


@pytest.mark.parametrize("trouble", [status(503), status(404), cut(5000)], ids=["503", "404", "truncated"])
async def test_the_next_copy_is_taken_where_one_fails(f: Fetching, trouble: Behaviour) -> None:
    found = await f.downloads.fetch(f.asset(trouble, file(CONTENT)))
    assert found.path.read_bytes() == CONTENT
    assert (found.node, [node for node, _ in found.failed]) == ("n1", ["n0"])


async def test_a_broken_download_goes_on_where_it_stopped(f: Fetching) -> None:
    found = await f.downloads.fetch(f.asset(first(1, cut(70_000), file(CONTENT))))
    assert found.path.read_bytes() == CONTENT
    assert f.server.last("n0").headers["range"] == "bytes=70000-"
    assert found.bytes == len(CONTENT) - 70_000


async def test_a_server_that_cannot_resume_starts_anew(f: Fetching) -> None:
    found = await f.downloads.fetch(f.asset(first(1, cut(70_000), file(CONTENT, ranges=False))))
    assert found.path.read_bytes() == CONTENT


async def test_the_wrong_content_is_never_kept(f: Fetching) -> None:
    wrong = file(b"x" * len(CONTENT))
    with pytest.raises(Unavailable, match="does not have the checksum"):
        await f.downloads.fetch(f.asset(wrong))
    assert [p for p in f.folder.rglob("*") if p.is_file()] == []
    found = await f.downloads.fetch(f.asset(wrong, file(CONTENT)))
    assert found.path.read_bytes() == CONTENT


async def test_a_rest_that_does_not_fit_is_thrown_away(f: Fetching) -> None:
    other = file(b"y" * len(CONTENT))
    behaviour = first(1, cut(70_000), first(2, other, file(CONTENT)))
    with pytest.raises(Unavailable):
        await f.downloads.fetch(f.asset(behaviour))
    assert (await f.downloads.fetch(f.asset(file(CONTENT)))).path.read_bytes() == CONTENT


async def test_more_than_was_announced_is_cut_off(f: Fetching) -> None:
    with pytest.raises(Unavailable, match="more than the 1000 bytes"):
        await f.downloads.fetch(f.asset(file(CONTENT), size=1000))


async def test_without_a_checksum_the_address_names_the_file(f: Fetching) -> None:
    asset = f.asset(file(CONTENT), checksum=None, size=None)
    one, two = await f.downloads.fetch(asset), await f.downloads.fetch(asset)
    assert one.path == two.path and two.node == "cache"
    assert "address" in one.path.parts


async def test_what_another_process_is_fetching_is_left_to_it(f: Fetching) -> None:
    asset = f.asset(file(CONTENT))
    downloads = store(f.downloads._transport, f.folder, now=lambda: os.stat(f.folder).st_mtime)
    final = downloads._path(asset)
    final.parent.mkdir(parents=True)
    theirs = final.with_name(f".{final.name}.part")
    theirs.write_bytes(b"half of it")
    assert (await downloads.fetch(asset)).path.read_bytes() == CONTENT
    assert theirs.read_bytes() == b"half of it"


async def test_an_offer_that_cannot_be_read_here_is_refused(f: Fetching) -> None:
    offer = Location(href="globus:endpoint/path", protocol="globus")
    with pytest.raises(Refused, match="offered over globus only"):
        await f.downloads.fetch(Asset(key="x", locations=(offer,)))


async def test_a_node_that_failed_is_asked_last_the_next_time(f: Fetching) -> None:
    await f.downloads.fetch(f.asset(status(404), file(CONTENT)))
    again = f.asset(status(404), file(CONTENT), checksum=None)
    await f.downloads.fetch(again)
    assert f.server.asked("n0") == 1


async def test_the_node_that_was_fastest_is_asked_first_the_next_time(tmp_path: Path) -> None:
    speeds = Speeds(memory=Memory(), now=lambda: 4e9)
    speeds.measured("n0", size=1_000_000, seconds=10.0)
    speeds.measured("n2", size=90_000_000, seconds=10.0)
    async with fault_server() as server:
        transport = Transport(guard=Guard(registered=[("127.0.0.1", server.port)]))
        f = Fetching(server, store(transport, tmp_path, speeds=speeds), tmp_path)
        fetched = await f.downloads.fetch(f.asset(file(CONTENT), file(CONTENT), file(CONTENT)))
        await transport.aclose()
    assert (fetched.node, server.asked("n0"), server.asked("n1")) == ("n2", 0, 0)


async def test_what_a_node_sent_tells_how_fast_it_is(tmp_path: Path) -> None:
    large, speeds = CONTENT * 5, Speeds(memory=Memory(), now=lambda: 4e9)
    async with fault_server() as server:
        transport = Transport(guard=Guard(registered=[("127.0.0.1", server.port)]))
        f = Fetching(server, store(transport, tmp_path, speeds=speeds), tmp_path)
        await f.downloads.fetch(f.asset(file(large, delay_s=2.0), size=len(large), checksum=None))
        await transport.aclose()
    assert 0 < speeds.of("n0") < len(large) / 2


async def test_a_full_disk_is_said_to_be_full(f: Fetching, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(DiskFull, match=r"no room is left.*CONDUCTOR_CACHE_DIR"):
        await f.downloads.fetch(f.asset(file(CONTENT), file(CONTENT)))
    assert f.server.asked("n1") == 0


def node(size: int, code: int = 200) -> Callable[..., Any]:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"content-length", str(size).encode())]
        await send({"type": "http.response.start", "status": code, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    return app


@pytest.mark.parametrize(("size", "code", "error"), [(9, 200, None), (9, 503, Unavailable), (8, 200, BadReply)])
async def test_an_embedded_nodes_file_is_taken_from_its_disk_if_the_node_vouches_for_it(
    tmp_path: Path, size: int, code: int, error: type[Exception] | None
) -> None:
    path = tmp_path / "held.nc"
    path.write_bytes(b"nine byte")
    transport = Transport(apps={"data.embedded": lambda: node(size, code)})
    downloads = store(transport, tmp_path / "cache", local=lambda href: path)
    asset = Asset(key="held.nc", locations=(Location(href="http://data.embedded/held.nc"),), size=9)
    if error is None:
        assert (await downloads.fetch(asset)).path == path
    else:
        with pytest.raises(Unavailable, match="503" if error is Unavailable else "holdings sync"):
            await downloads.fetch(asset)
    await transport.aclose()


async def test_credentials_are_added_by_address(f: Fetching) -> None:
    async def locked(exchange: Exchange) -> None:
        is_known = exchange.headers.get("authorization") == "Bearer t"
        await (file(CONTENT)(exchange) if is_known else status(401)(exchange))

    asset = f.asset(locked)
    own = source("own", asset.href, auth={"download": "bearer:T"})
    access = DataAccess(sources=(own,), credentials=Credentials(environ={"T": "t"}))
    downloads = store(f.downloads._transport, f.folder, access=access)
    assert (await downloads.fetch(asset)).path.read_bytes() == CONTENT


async def test_a_locked_door_is_told_as_missing_credentials(f: Fetching) -> None:
    with pytest.raises(AuthMissing, match="conductor doctor"):
        await f.downloads.fetch(f.asset(status(401)))


MONTHS = Subset(variable="tas", intervals=(Interval(start="2001-01-01", end="2001-12-31"),))


def arrays(f: Fetching, url: str, protocol: str, **fields: Any) -> Asset:
    return Asset(key="tas.nc", locations=(Location(href=url, node="dap", protocol=protocol),), **fields)


async def test_a_server_of_arrays_gives_the_part_that_is_wanted_once(f: Fetching) -> None:
    url = f.server.add("dap", opendap(model_file(f.folder / "model.nc"))) + "/tas.nc"
    got = await f.downloads.fetch(arrays(f, url, "opendap"), subset=MONTHS)
    with netCDF4.Dataset(got.path) as file:
        assert (file.variables["tas"].shape, file.source_id) == ((12, 36, 72), "HadGEM")
    asked = f.server.asked("dap")
    assert (await f.downloads.fetch(arrays(f, url, "opendap"), subset=MONTHS)).node == "cache"
    assert f.server.asked("dap") == asked
    whole = await f.downloads.fetch(arrays(f, url, "opendap"), subset=Subset(variable="tas"))
    assert whole.path != got.path and whole.bytes > got.bytes


async def test_of_a_large_file_a_part_is_read_of_a_small_one_the_whole(f: Fetching) -> None:
    dap = f.server.add("dap", opendap(model_file(f.folder / "model.nc"))) + "/tas.nc"
    web = f.server.add("web", file(CONTENT)) + "/tas.nc"
    locations = (Location(href=web, node="web"), Location(href=dap, node="dap", protocol="opendap"))
    small = Asset(key="tas.nc", locations=locations, size=len(CONTENT), checksum=SHA)
    large = Asset(key="tas.nc", locations=locations, size=10**10)
    assert (await f.downloads.fetch(small, subset=MONTHS)).node == "web"
    assert (await f.downloads.fetch(large, subset=MONTHS)).node == "dap"


async def test_where_the_file_host_is_down_the_arrays_serve(f: Fetching) -> None:
    dap = f.server.add("dap", opendap(model_file(f.folder / "model.nc"))) + "/tas.nc"
    web = f.server.add("web", status(404)) + "/tas.nc"
    locations = (Location(href=web, node="web"), Location(href=dap, node="dap", protocol="opendap"))
    got = await f.downloads.fetch(Asset(key="tas.nc", locations=locations), subset=MONTHS)
    assert (got.node, [node for node, _ in got.failed]) == ("dap", ["web"])


async def test_references_lead_to_chunks_on_another_host_through_the_guard(f: Fetching) -> None:
    row = np.arange(6, dtype="<f4")
    array = {"shape": [6], "chunks": [6], "dtype": "<f4", "fill_value": None, "order": "C", "filters": None, "compressor": None}  # fmt: skip

    def references(target: str) -> bytes:
        refs = {"x/.zarray": json.dumps(array), "x/.zattrs": '{"_ARRAY_DIMENSIONS": ["n"]}', "x/0": [target, 4, 24]}
        return json.dumps({"version": 1, "refs": refs}).encode()

    async def part(exchange: Exchange) -> None:
        start, end = map(int, exchange.headers["range"].removeprefix("bytes=").split("-"))
        await exchange.reply(206, (b"head" + row.tobytes() + b"tail")[start : end + 1])

    data = f.server.add("data", part)
    well = f.server.add("well", fixed(references(f"{data}/x.nc")))
    got = await f.downloads.fetch(arrays(f, well, "kerchunk"))
    with netCDF4.Dataset(got.path) as read:
        assert read.variables["x"][:].tolist() == row.tolist()
    ill = f.server.add("ill", fixed(references("http://10.0.0.1/x.nc")))
    with pytest.raises(Unavailable, match="not a public address"):
        await f.downloads.fetch(arrays(f, ill, "kerchunk"))


async def test_a_host_that_serves_no_parts_is_not_read_whole_for_one(f: Fetching) -> None:
    refs = {
        "x/.zarray": '{"shape": [2], "chunks": [2], "dtype": "<f4"}',
        "x/0": [f.server.add("all", fixed(bytes(100))), 0, 8],
    }
    url = f.server.add("refs", fixed(json.dumps({"refs": refs}).encode()))
    with pytest.raises(Unavailable, match="more than the 8"):
        await f.downloads.fetch(arrays(f, url, "kerchunk"))


async def test_an_object_of_a_store_is_had_from_the_stores_address(f: Fetching) -> None:
    store_url = f.server.add("store", file(CONTENT))
    known = source("s", "https://s.example", options={"s3": {"endpoint": store_url, "buckets": ["data-*"]}})
    access = DataAccess(sources=[known], credentials=Credentials())
    downloads = store(f.downloads._transport, f.folder, access=access)
    asset = Asset(
        key="x", locations=(Location(href="s3://data-1/a/b.nc", protocol="s3"),), checksum=SHA, size=len(CONTENT)
    )
    assert (await downloads.fetch(asset)).path.read_bytes() == CONTENT
    assert f.server.last("store").path == "/store/data-1/a/b.nc"
    assert access.address("s3://elsewhere/a b.nc") == "https://elsewhere.s3.amazonaws.com/a%20b.nc"


async def test_a_signature_is_granted_for_the_collection_of_the_item(f: Fetching) -> None:
    tokens: list[str] = []

    async def grant(exchange: Exchange) -> None:
        tokens.append(exchange.path)
        await exchange.reply(body=b'{"token": "sig=abc&se=2100-01-01T00:00:00Z"}')

    async def blob(exchange: Exchange) -> None:
        await exchange.reply(200 if exchange.query.get("sig") == "abc" else 403, CONTENT)

    sas = f.server.add("sas", grant)
    pc = source("pc", f.server.add("pc", status(404)), auth={"download": f"sas:{sas}/{{collection}}"})
    transport = f.downloads._transport
    credentials = wired_credentials(transport, environ={}, netrc=None, config_dir=f.folder, now=lambda: 4e9)
    downloads = store(transport, f.folder, access=DataAccess(sources=[pc], credentials=credentials))
    asset = Asset(key="x", locations=(Location(href=f.server.add("blob", blob)),), size=len(CONTENT), checksum=SHA)
    got = await downloads.fetch(asset, context={"collection": "sentinel-2-l2a"})
    assert (got.bytes, tokens) == (len(CONTENT), ["/sas/sentinel-2-l2a"])


async def test_what_was_not_used_for_longest_makes_room(f: Fetching) -> None:
    clock = Clock(time.time())
    old = store(f.downloads._transport, f.folder / "c", now=clock, max_bytes=len(CONTENT) + 10)
    first_path = (await old.fetch(f.asset(file(CONTENT)))).path
    clock.pass_by(2 * 3600.0)
    anew = store(f.downloads._transport, f.folder / "c", now=clock, max_bytes=len(CONTENT) + 10)
    other = CONTENT[::-1]
    asset = f.asset(file(other), checksum="sha256:" + hashlib.sha256(other).hexdigest())
    second_path = (await anew.fetch(asset)).path
    assert (first_path.exists(), second_path.exists()) == (False, True)
