"""Handing over: the files among the inputs of a process elsewhere, by address where its server can fetch them, else within.

A file within is a `data:` address (RFC 2397); each protocol writes it in its own way.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from connectors.base import Request
from connectors.compute import encoding
from connectors.compute.remote import ProcessDescription, Send
from connectors.errors import ConnectorError, Refused, Unavailable
from connectors.items import JSON
from connectors.operations import Process

NETCDF = "application/x-netcdf"
MOST_BYTES = 64 * 2**20
_DATA = "data:"
_FETCHED = ("http", "https", "ftp", "ftps", "dods", "s3")


class Describes(Protocol):
    """What tells how a server describes its processes."""

    async def describe(self, process_id: str) -> ProcessDescription: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Makes inputs ready to leave: `fetch` gives the bytes of what lies on this machine alone."""

    fetch: Callable[[str], Awaitable[bytes]]
    offered: Describes
    most_bytes: int = MOST_BYTES

    async def __call__(self, process: Process) -> Process:
        """The process with inputs that its server can read; raises Refused for files that are too large to be sent."""
        inputs = {name: encoding.encode(value) for name, value in process.inputs.items()}
        if not any(_has_files(value) for value in inputs.values()):
            return process
        described = await self._described(process.process_id)
        left = [self.most_bytes]
        handed = {name: await self._value(value, left=left) for name, value in inputs.items()}
        return replace(process, inputs={n: _shaped(v, described.get(n)) for n, v in handed.items()})

    async def _described(self, process_id: str) -> Mapping[str, JSON]:
        try:
            return (await self.offered.describe(process_id)).inputs
        except ConnectorError:  # the submission says what is wrong
            return {}

    async def _value(self, value: JSON, *, left: list[int]) -> JSON:
        if isinstance(value, Mapping):
            if isinstance(hrefs := value.get("hrefs"), list | tuple):
                media = str(value.get("type") or NETCDF)
                return {**value, "hrefs": [await self._href(str(h), media=media, left=left) for h in hrefs]}
            return {name: await self._value(inner, left=left) for name, inner in value.items()}
        return [await self._value(inner, left=left) for inner in value] if isinstance(value, list | tuple) else value

    async def _href(self, href: str, *, media: str, left: list[int]) -> str:
        if is_fetched(href) or href.startswith(_DATA):
            return href
        body = await self.fetch(href)
        left[0] -= len(body)
        if left[0] < 0:
            raise Refused(
                f"the inputs are larger than the {self.most_bytes / 2**20:.0f} MiB that are sent to a process elsewhere;"
                " ask for a smaller place or a shorter period, or run it here",
                kind="too_large",
            )
        return f"{_DATA}{media};base64,{base64.b64encode(body).decode()}"


def is_fetched(href: str) -> bool:
    """Whether a server elsewhere may fetch from this address."""
    parts = urlsplit(href)
    return parts.scheme in _FETCHED and not (parts.hostname or "").endswith(".embedded")


def within(href: str) -> tuple[str, str] | None:
    """The media type and the base64 text of a file that is handed over within; None for an address."""
    if not href.startswith(_DATA):
        return None
    head, _, text = href.removeprefix(_DATA).partition(",")
    return head.removesuffix(";base64"), text


def fetcher(
    roots: Callable[[], Sequence[Path]], locate: Callable[[str], Path | None], send: Send
) -> Callable[[str], Awaitable[bytes]]:
    """Gives the bytes of files under `roots`, of files that embedded servers serve, and of results held by them."""

    async def fetch(href: str) -> bytes:
        from connectors.compute.readers import local_path

        if not (urlsplit(href).hostname or "").endswith(".embedded"):
            return await asyncio.to_thread(local_path(href, roots=roots()).read_bytes)
        if (path := locate(href)) is not None:
            return await asyncio.to_thread(path.read_bytes)
        reply = await send(Request(method="GET", url=href))
        if reply.status >= 400:
            raise Unavailable(
                f"{href} is held no longer ({reply.status}); run its step again", kind=f"http_{reply.status}"
            )
        return reply.body

    return fetch


def _has_files(value: Any) -> bool:
    if isinstance(value, Mapping):
        return "hrefs" in value or any(_has_files(inner) for inner in value.values())
    return isinstance(value, list | tuple) and any(_has_files(inner) for inner in value)


def _shaped(value: JSON, entry: JSON) -> JSON:
    """Cubes as the objects that our own servers describe; they keep what the cube is of."""
    if not takes_cubes(entry):
        return value
    return [{"value": inner} for inner in value] if isinstance(value, list) else {"value": value}


def takes_cubes(entry: JSON) -> bool:
    """Whether an input is described as our cubes: an object, or a list of objects, with `hrefs`."""
    schema = entry.get("schema") if isinstance(entry, Mapping) else None
    if not isinstance(schema, Mapping):
        return False
    inner = schema.get("items") if schema.get("type") == "array" else schema
    return isinstance(inner, Mapping) and "hrefs" in (inner.get("properties") or {})
