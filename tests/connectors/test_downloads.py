"""Files fetched: checked, resumed, replaced by another copy, kept once."""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from connectors.access.credentials import Credentials
from connectors.access.wiring import DataAccess
from connectors.downloads import Downloads
from connectors.engine.limits import Limiter
from connectors.errors import AuthMissing, BadReply, DiskFull, Refused, Unavailable
from connectors.guard import Guard
from connectors.items import Asset, Location
from connectors.transport import Transport
from tests.connectors.fault_server import Behaviour, Exchange, FaultServer, fault_server, file, first, fixed, status
from tests.connectors.outside_world import source

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
