"""Downloads: one file from whichever of its locations serves it, checked, kept under its checksum."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

from connectors.arrays.fetching import PROTOCOLS, fetch
from connectors.arrays.parts import Subset
from connectors.base import Request
from connectors.deadline import deadline, fair_time
from connectors.engine.flight import Flights
from connectors.engine.limits import Limiter
from connectors.engine.memory import Memory
from connectors.engine.retry import RETRYABLE
from connectors.engine.speeds import Speeds
from connectors.errors import AuthMissing, BadReply, ConnectorError, Refused, Unavailable
from connectors.items import JSON, Asset, Location
from connectors.offers import Limits
from connectors.part_files import PartFiles, accept, checksum, feed, is_rest_of, is_whole, unwritable
from connectors.shelf import MAX_BYTES, Shelf
from connectors.transport import Incoming, Reply, Transport, shown

ROUNDS = 3  # over all locations, while their failures are passing ones
STALL_S = 20.0
SLOW_AFTER_S = 8.0
SLOW_BYTES_S = 50_000
LARGE_BYTES = 256 * 2**20  # of which a part is read where a server of arrays offers it
_PROTOCOLS = ("https", "http", "s3", *PROTOCOLS)
_HEAD_S = 10.0
_ALIVE_S = 2.0  # for so long a node that answered is not asked again whether it is there
_HOST_LIMITS = Limits(max_connections=4, rate_per_s=20.0)

LocalPath = Callable[[str], Path | None]


class Access(Protocol):
    """Adds what a request to a data host wants, and again after it was turned away (None: that would not help)."""

    def address(self, href: str) -> str: ...

    async def authorized(self, request: Request) -> Request: ...

    async def renewed(self, request: Request, *, status: int, url: str) -> Request | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A file at hand: where it lies, who served it, what came over the network, which nodes failed before and why."""

    path: Path
    node: str
    bytes: int = 0
    failed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vouched:
    """What a node said when it was asked for a file."""

    href: str
    status: int
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A file to be had: where it will lie as a whole, where a part of it will, and which part that is."""

    asset: Asset
    path: Path
    part: Path
    subset: Subset
    context: JSON


class Downloads:
    """A content-addressed store of fetched files.

    `local` gives the path of a file that an embedded node serves from this machine's disk: the node is still asked
    (HEAD), so that a stopped node is a stopped node, but bytes are not copied. `access` gives the credentials for an
    address, `now` the time in epoch seconds.
    """

    def __init__(
        self,
        *,
        transport: Transport,
        folder: Path,
        limiter: Limiter,
        rng: random.Random,
        now: Callable[[], float],
        local: LocalPath = lambda href: None,
        access: Access | None = None,
        max_bytes: int = MAX_BYTES,
        speeds: Speeds | None = None,
    ) -> None:
        self._transport = transport
        self._speeds = speeds or Speeds(memory=Memory(), now=now)
        self._folder = folder
        self._shelf = Shelf(folder, max_bytes=max_bytes)
        self._limiter = limiter
        self._rng = rng
        self._now = now
        self._local = local
        self._access = access
        self._ill: set[str] = set()
        self._parts = PartFiles(now=now)
        self._flights: Flights[Fetched] = Flights()
        self._asking: Flights[_Vouched] = Flights()
        self._answered: dict[str, float] = {}

    async def fetch(self, asset: Asset, *, subset: Subset | None = None, context: JSON = None) -> Fetched:
        """The file of `asset`, from the first location that works; raises Unavailable where none does.

        Servers of arrays are asked for the `subset` alone: of files that are had no other way, or are large. `context` goes
        with the request, for access schemes that need to know the collection.
        """
        path, subset = self._path(asset), subset or Subset()
        part = self._copied(asset, subset)
        for held in (path, part):
            if is_whole(held, asset if held == path else replace(asset, size=None)):
                self._shelf.used(held, now=self._now())
                return Fetched(path=held, node="cache")
        wanted = Wanted(asset=asset, path=path, part=part, subset=subset, context=context)
        fetched = await self._flights.share(str(part), lambda: self._fetch(wanted))
        if fetched.bytes:
            self._shelf.kept(fetched.path, now=self._now())
        return fetched

    async def _fetch(self, wanted: Wanted) -> Fetched:
        asset = wanted.asset
        locations = self._ordered(asset, wanted.subset)
        if not locations:
            protocols = ", ".join(sorted({location.protocol for location in asset.locations})) or "nothing"
            raise Refused(f"{asset.key!r} is offered over {protocols} only, which is not read here")
        failed: dict[str, str] = {}
        locked = False
        for turn in range(ROUNDS):
            if not locations:
                break
            if turn:
                await asyncio.sleep(self._rng.uniform(0.1, 0.2) * 2**turn)
            for location in tuple(locations):
                node = _node(location)
                try:
                    found, count = await self._from(location, wanted, hasty=len(locations) > 1)
                    self._ill.discard(node)
                    return Fetched(path=found, node=node, bytes=count, failed=tuple(failed.items()))
                except ConnectorError as error:
                    if error.kind in ("disk_full", "storage"):  # our own trouble: no other copy would help
                        raise
                    self._ill.add(node)
                    failed[node] = str(error)
                    locked = locked or isinstance(error, AuthMissing)
                    if error.kind not in (*RETRYABLE, "timeout"):
                        locations.remove(location)
        reasons = "; ".join(f"{node}: {reason}" for node, reason in failed.items())
        message = f"{asset.key!r} could not be had from any of its locations: {reasons}"
        raise AuthMissing(message, kind="auth") if locked else Unavailable(message, kind="reset")

    def _ordered(self, asset: Asset, subset: Subset) -> list[Location]:
        """Those that did not fail lately first, then embedded nodes, whole files, fast nodes; of large files parts first."""
        given = [replace(one, href=self._access.address(one.href)) if self._access else one for one in asset.locations]
        web = [one for one in given if one.href.startswith(("http://", "https://")) and one.protocol in _PROTOCOLS]
        is_large = (asset.size or 0) > LARGE_BYTES and bool(subset.bbox or subset.intervals)

        def order(location: Location) -> tuple[bool, bool, bool, int, float]:
            node, is_array = _node(location), location.protocol in PROTOCOLS
            is_far, rank = not self._transport.is_embedded(location.href), _PROTOCOLS.index(location.protocol)
            return node in self._ill, is_far, is_array != is_large, rank, -self._speeds.of(node)

        return sorted(web, key=order)

    async def _from(self, location: Location, wanted: Wanted, *, hasty: bool) -> tuple[Path, int]:
        """Where the file lies, and the bytes that travelled for it; raises ConnectorError."""
        asset, path = wanted.asset, wanted.path
        if location.protocol in PROTOCOLS:
            return wanted.part, await self._copied_arrays(location, wanted)
        local = self._local(location.href)
        if local is not None:
            return await self._confirmed(location, asset, local=local), 0
        host = urlsplit(location.href).netloc
        async with self._limiter.slot(f"files {host}", limits=_HOST_LIMITS, until=fair_time() + 600.0):
            began = fair_time()
            try:
                count = await self._download(location, wanted, path=path, hasty=hasty)
                self._speeds.measured(_node(location), size=count, seconds=fair_time() - began)
                return path, count
            except OSError as error:
                raise unwritable(path, error) from error

    async def _copied_arrays(self, location: Location, wanted: Wanted) -> int:
        """Have the part that is wanted written to a file; the bytes of its values."""
        try:
            wanted.part.parent.mkdir(parents=True, exist_ok=True)
            growing = self._parts.of(wanted.part)
            send = partial(self._send, context=wanted.context)
            count = await fetch(location, growing, subset=wanted.subset, send=send, now=self._now())
            os.replace(growing, wanted.part)
            self._parts.done(growing)
        except OSError as error:
            raise unwritable(wanted.part, error) from error
        return count

    async def _send(self, request: Request, *, budget_s: float, max_bytes: int, context: JSON) -> Reply:
        """One request of a reader of arrays, with what its host wants, in its turn there."""
        if self._access:
            request = replace(request, url=self._access.address(request.url), context=context)
        host, until = urlsplit(request.url).netloc, fair_time() + budget_s
        async with self._limiter.slot(f"files {host}", limits=_HOST_LIMITS, until=until):
            outgoing = await self._access.authorized(request) if self._access else request
            reply = await self._transport.send(outgoing, budget_s=budget_s, max_bytes=max_bytes)
            again = None
            if self._access:
                again = await self._access.renewed(outgoing, status=reply.status, url=reply.url)
            if again is None:
                return reply
            return await self._transport.send(again, budget_s=budget_s, max_bytes=max_bytes)

    async def _confirmed(self, location: Location, asset: Asset, *, local: Path) -> Path:
        """Take the file from the disk that a node serves, if the node answers; it is asked once in a while, not per file."""
        host, announced = urlsplit(location.href).netloc, ""
        if self._now() - self._answered.get(host, 0.0) >= _ALIVE_S:
            vouched = await self._asking.share(host, lambda: self._ask(location.href))
            if vouched.status != 200 and (vouched.href == location.href or vouched.status >= 500):
                raise Unavailable(f"{shown(location.href)} answered {vouched.status}", kind=f"http_{vouched.status}")
            announced = vouched.length if vouched.href == location.href else ""
        size = local.stat().st_size if local.is_file() else -1
        if size != (asset.size if asset.size is not None else size) or announced not in ("", str(size)):
            raise BadReply(
                f"{shown(location.href)} is not the file that its catalogue describes; run `conductor holdings sync`",
                kind="bad_payload",
            )
        return local

    async def _ask(self, href: str) -> _Vouched:
        """Ask a node for a file without its bytes."""
        reply = await self._transport.send(Request(method="HEAD", url=href), budget_s=_HEAD_S)
        if reply.status == 200:
            self._answered[urlsplit(href).netloc] = self._now()
        return _Vouched(href=href, status=reply.status, length=reply.headers.get("content-length", ""))

    async def _download(self, location: Location, wanted: Wanted, *, path: Path, hasty: bool) -> int:
        asset = wanted.asset
        path.parent.mkdir(parents=True, exist_ok=True)
        part = self._parts.of(path)
        algorithm, right = checksum(asset)
        done = part.stat().st_size if algorithm and part.exists() else 0  # only a checksum proves that halves fit
        headers = {"Accept-Encoding": "identity"}
        if done:
            headers["Range"] = f"bytes={done}-"
        digest = hashlib.new(algorithm or "sha256", usedforsecurity=False)
        request = Request(method="GET", url=location.href, headers=headers, context=wanted.context)
        async with self._opened(request) as incoming:
            is_rest = is_rest_of(incoming, part=part, done=done)
            if is_rest:
                feed(digest, part)
            with part.open("ab" if is_rest else "wb") as file:
                count = await self._copy(incoming, file, digest, asset=asset, hasty=hasty)
        accept(part, path, asset=asset, is_right=not algorithm or digest.hexdigest() == right)
        self._parts.done(part)
        return count

    @contextlib.asynccontextmanager
    async def _opened(self, request: Request) -> AsyncIterator[Incoming]:
        """The file as it arrives; access that was turned away is asked for anew, once."""
        outgoing = await self._access.authorized(request) if self._access else request
        async with self._transport.stream(outgoing) as incoming:
            status, url, again = incoming.status, incoming.url, None
            if self._access:
                again = await self._access.renewed(outgoing, status=status, url=url)
            if again is None:
                yield incoming
                return
        async with self._transport.stream(again) as incoming:
            yield incoming

    async def _copy(
        self, incoming: Incoming, file: BinaryIO, digest: hashlib._Hash, *, asset: Asset, hasty: bool
    ) -> int:
        """Write the body out; raises Unavailable where it stalls, or crawls while there are other locations."""
        started, count, chunks = fair_time(), 0, aiter(incoming.chunks)
        while True:
            try:
                async with deadline(STALL_S):
                    chunk = await anext(chunks, None)
            except TimeoutError as error:
                raise Unavailable(f"{shown(incoming.url)} stopped sending", kind="timeout") from error
            if chunk is None:
                return count
            count += len(chunk)
            if asset.size is not None and file.tell() + len(chunk) > asset.size:
                raise BadReply(
                    f"{shown(incoming.url)} sends more than the {asset.size} bytes announced", kind="too_large"
                )
            file.write(chunk)
            digest.update(chunk)
            elapsed = fair_time() - started
            if hasty and elapsed > SLOW_AFTER_S and count < SLOW_BYTES_S * elapsed:
                raise Unavailable(f"{shown(incoming.url)} sends too slowly", kind="timeout")

    def _copied(self, asset: Asset, subset: Subset) -> Path:
        """Where the part of a file that a server of arrays gives is kept."""
        named = hashlib.sha256(f"{asset.href}|{subset!r}".encode()).hexdigest()
        name = Path(unquote(urlsplit(asset.href).path)).name.removesuffix(".html") or "arrays"
        return self._folder / "arrays" / named[:2] / named / (name if name.endswith(".nc") else f"{name}.nc")

    def _path(self, asset: Asset) -> Path:
        """Under its checksum; a file without one under its address and size."""
        algorithm, digest = checksum(asset)
        name = Path(unquote(urlsplit(asset.href).path)).name or "file"
        if not algorithm:
            algorithm, digest = "address", hashlib.sha256(f"{asset.href}|{asset.size}".encode()).hexdigest()
        return self._folder / algorithm / digest[:2] / digest / name


def _node(location: Location) -> str:
    return location.node or urlsplit(location.href).netloc
