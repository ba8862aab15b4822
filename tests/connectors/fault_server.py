"""A real HTTP server on loopback that misbehaves on demand: slow, silent, trickling, broken, lying.

Each behaviour is mounted under a name, `http://127.0.0.1:PORT/NAME`, and answers every path below it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import struct
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlsplit

REASONS = {200: "OK", 206: "Partial Content", 302: "Found", 404: "Not Found", 429: "Too Many Requests"}


@dataclass
class Exchange:
    """One request, and the means to answer it."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    writer: asyncio.StreamWriter
    count: int  # how many requests this behaviour has had, this one included
    target: str = ""  # the path with its query, as it was sent

    @property
    def json(self) -> Any:
        return json.loads(self.body or b"{}")

    async def reply(
        self,
        status: int = 200,
        body: bytes = b"",
        *,
        type: str = "application/json",
        headers: dict[str, str] | None = None,
        length: int | None = None,
    ) -> None:
        lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}", f"Content-Type: {type}"]
        lines += [f"Content-Length: {len(body) if length is None else length}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        self.writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + (b"" if self.method == "HEAD" else body))
        await self.writer.drain()


Behaviour = Callable[[Exchange], Awaitable[None]]


@dataclass
class FaultServer:
    """Named behaviours on one port; `asked` counts the requests of each."""

    port: int
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    exchanges: list[tuple[str, Exchange]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, behaviour: Behaviour) -> str:
        """Mount a behaviour; gives its address."""
        self.behaviours[name] = behaviour
        return f"http://127.0.0.1:{self.port}/{name}"

    def asked(self, name: str) -> int:
        return self.counts[name]

    def last(self, name: str) -> Exchange:
        return next(exchange for known, exchange in reversed(self.exchanges) if known == name)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.strip().split("\r\n")
            method, target, _ = first.split(" ", 2)
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            parts = urlsplit(target)
            name = parts.path.split("/")[1]
            exchange = Exchange(method, parts.path, dict(parse_qsl(parts.query)), headers, body, writer, 0, target)
            self.exchanges.append((name, exchange))
            self.counts[name] += 1
            exchange.count = self.counts[name]
            await self.behaviours[name](exchange)
        except (ConnectionError, asyncio.IncompleteReadError, KeyError):
            pass
        finally:
            writer.close()


@contextlib.asynccontextmanager
async def fault_server() -> AsyncIterator[FaultServer]:
    """A server in the test's own event loop, closed with all its connections."""
    server = FaultServer(port=0)
    running: set[asyncio.Task[None]] = set()
    opened: list[asyncio.StreamWriter] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        running.add(task)
        opened.append(writer)
        try:
            await server.handle(reader, writer)
        except asyncio.CancelledError:  # the test is over; what never answers is let go
            pass
        finally:
            running.discard(task)

    listener = await asyncio.start_server(handle, "127.0.0.1", 0, backlog=2048)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        for listening in listener.sockets:  # before it closes: Python 3.11 loses whom a server lets in as it closes
            asyncio.get_running_loop().remove_reader(listening)
        await _turns()  # whoever was let in at the last moment begins to be served
        for task in tuple(running):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        for writer in opened:
            if writer.transport.get_write_buffer_size() or not writer.transport.is_closing():
                writer.transport.abort()  # closing waits for a client that may never read the rest
        listener.close()
        await _turns()


async def _turns() -> None:
    """Let the event loop turn as often as letting in and letting go take; a time would be over in one turn of a busy machine."""
    for _ in range(10):
        await asyncio.sleep(0)


@contextlib.contextmanager
def server_apart() -> Iterator[FaultServer]:
    """A server on a thread of its own, which answers while the test's event loop is held up."""
    ready: Future[tuple[FaultServer, Callable[[], object]]] = Future()

    async def serve() -> None:
        over = asyncio.Event()
        async with fault_server() as server:
            ready.set_result((server, partial(asyncio.get_running_loop().call_soon_threadsafe, over.set)))
            await over.wait()

    with ThreadPoolExecutor(max_workers=1) as thread:
        serving = thread.submit(asyncio.run, serve())
        server, stop = ready.result(timeout=10)
        try:
            yield server
        finally:
            stop()
            serving.result()


def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def full_house() -> Iterator[int]:
    """A port whose queue of connections is full: what is sent to it is dropped, as a firewall does."""
    with contextlib.ExitStack() as stack:
        door = stack.enter_context(socket.socket())
        door.bind(("127.0.0.1", 0))
        door.listen(0)
        for _ in range(4):
            guest = stack.enter_context(socket.socket())
            guest.setblocking(False)
            guest.connect_ex(door.getsockname())
        yield door.getsockname()[1]


def feature(name: str, *, collection: str = "sentinel-2-l2a", cloud: float = 5.0, day: int = 1) -> dict[str, Any]:
    """A small STAC item; items whose names begin alike, up to the first hyphen, lie at the same place."""
    w = zlib.crc32(name.partition("-")[0].encode()) % 3000 / 100
    ring = [[w, 50], [w + 1, 50], [w + 1, 51], [w, 51], [w, 50]]
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "id": name,
        "collection": collection,
        "bbox": [w, 50, w + 1, 51],
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {"datetime": f"2020-06-{day:02d}T10:00:{int(cloud) % 60:02d}Z", "eo:cloud_cover": cloud},
        "assets": {"B04": {"href": f"https://example.com/{name}/B04.tif", "type": "image/tiff"}},
        "links": [],
    }


def collection(
    features: Sequence[dict[str, Any]], *, links: Sequence[dict[str, Any]] = (), matched: int | None = None
) -> bytes:
    document = {"type": "FeatureCollection", "features": list(features), "links": list(links)}
    return json.dumps(document | ({"numberMatched": matched} if matched is not None else {})).encode()


def stac(name: str, *, n: int = 10, delay_s: float = 0.0) -> Behaviour:
    """A healthy STAC API with `n` items of its own; obeys `limit` and pages by offset."""

    async def answer(exchange: Exchange) -> None:
        await asyncio.sleep(delay_s)
        limit, offset = int(exchange.json.get("limit", 10)), int(exchange.query.get("offset", 0))
        items = [feature(f"{name}-{i:04d}", cloud=i % 60, day=1 + i // 60 % 28) for i in range(n)]
        page = items[offset : offset + limit]
        url = f"http://{exchange.headers['host']}{exchange.path}?offset={offset + limit}"
        following = {"rel": "next", "href": url, "method": "POST", "merge": True, "body": {}}
        links = [following] if offset + limit < n else []
        await exchange.reply(body=collection(page, links=links, matched=n))

    return answer


async def silent(exchange: Exchange) -> None:
    """Accepts, and never answers."""
    await asyncio.sleep(3600)


async def trickle(exchange: Exchange) -> None:
    """A byte every 50 ms: no read times out, nothing ever ends."""
    exchange.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while True:
        exchange.writer.write(b" ")
        await exchange.writer.drain()
        await asyncio.sleep(0.05)


async def reset(exchange: Exchange) -> None:
    """Breaks off with a TCP reset."""
    sock = exchange.writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.writer.transport.abort()


def status(code: int, *, headers: dict[str, str] | None = None, body: bytes = b"{}") -> Behaviour:
    """Always the same status."""

    async def answer(exchange: Exchange) -> None:
        await exchange.reply(code, body, headers=headers)

    return answer


def first(times: int, trouble: Behaviour, then: Behaviour) -> Behaviour:
    """`trouble` for the first requests, then all is well."""

    async def answer(exchange: Exchange) -> None:
        await (trouble if exchange.count <= times else then)(exchange)

    return answer


def fixed(body: bytes, *, type: str = "application/json", length: int | None = None) -> Behaviour:
    """200 with this body; `length` announces another size than it has."""

    async def answer(exchange: Exchange) -> None:
        await exchange.reply(body=body, type=type, length=length)

    return answer


def redirect(to: str, *, code: int = 302) -> Behaviour:
    return status(code, headers={"Location": to})


def file(content: bytes, *, ranges: bool = True, delay_s: float = 0.0) -> Behaviour:
    """A file host; serves ranges unless told not to."""

    async def answer(exchange: Exchange) -> None:
        await asyncio.sleep(delay_s)
        wanted = exchange.headers.get("range", "")
        if ranges and wanted:
            start = int(wanted.removeprefix("bytes=").split("-")[0])
            about = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
            await exchange.reply(206, content[start:], type="application/octet-stream", headers=about)
        else:
            await exchange.reply(body=content, type="application/octet-stream")

    return answer
