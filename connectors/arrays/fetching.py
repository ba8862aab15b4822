"""Fetching: a file offered by a server of arrays, or by references to the chunks of others, copied onto the disk.

Every byte comes through the transport, so that the guard, the size cap, the limits of the host and its credentials hold.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from connectors.arrays.parts import Subset
from connectors.base import Request
from connectors.engine.status import failure
from connectors.errors import BadReply
from connectors.items import Location
from connectors.transport import Reply, shown

if TYPE_CHECKING:
    from connectors.arrays.base import Get, Reader

PROTOCOLS = ("opendap", "kerchunk")
BUDGET_S = 60.0  # for one part
MOST_BYTES = 256 * 2**20  # of one part


class Send(Protocol):
    """Sends one request with whatever the host wants; raises ConnectorError."""

    def __call__(self, request: Request, *, budget_s: float, max_bytes: int) -> Awaitable[Reply]: ...


async def fetch(location: Location, part: Path, *, subset: Subset, send: Send, now: float) -> int:
    """Write what is wanted of the dataset to `part` as NetCDF; the bytes of its values. Raises ConnectorError."""
    from connectors.arrays.copying import copy

    reader = _READERS[location.protocol](location.href, _getter(send, now=now))
    try:
        return await copy(reader, part, subset=subset)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _getter(send: Send, *, now: float) -> Get:
    async def get(url: str, *, span: tuple[int, int] | None = None) -> bytes:
        headers = {"Accept-Encoding": "identity", "Range": f"bytes={span[0]}-{span[0] + span[1] - 1}"} if span else {}
        most = MOST_BYTES if span is None else span[1]
        reply = await send(Request(method="GET", url=url, headers=headers), budget_s=BUDGET_S, max_bytes=most)
        if (error := failure(reply, now=now)) is not None:
            raise error
        if span and len(reply.body) != span[1]:
            raise BadReply(f"{shown(url)} gave {len(reply.body)} bytes of a part of {span[1]}", kind="bad_payload")
        return reply.body

    return get


def _opendap(url: str, get: Get) -> Reader:
    from connectors.arrays.opendap import Opendap

    return Opendap(url, get=get)


def _kerchunk(url: str, get: Get) -> Reader:
    from connectors.arrays.kerchunk import Kerchunk

    return Kerchunk(url, get=get)


_READERS: Mapping[str, Callable[[str, Get], Reader]] = MappingProxyType({"opendap": _opendap, "kerchunk": _kerchunk})
