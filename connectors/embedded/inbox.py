"""Inbox: the files of requests from afar, sent within or named by an address, put where processes may read them.

Paths of this machine are refused: who asks over a port must not read its files.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
from urllib.parse import urlsplit

from connectors.compute.handing import NETCDF, within
from connectors.errors import Refused
from connectors.items import JSON

MOST_BYTES = 128 * 2**20  # of one request
_SUFFIXES = {"text/csv": ".csv", "application/json": ".json", "image/tiff": ".tif"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """Takes in what requests bring; `fetch` gives inputs whose files have been fetched from their addresses."""

    folder: Path
    own: str  # where results of the server itself lie
    fetch: Callable[[JSON], Awaitable[JSON]]
    most_bytes: int = MOST_BYTES

    async def taken(self, inputs: Mapping[str, JSON]) -> dict[str, JSON]:
        """The inputs with files of this machine in the place of those sent or named; raises Refused, Unavailable."""
        return {name: await self._value(value) for name, value in inputs.items()}

    async def _value(self, value: JSON) -> JSON:
        if isinstance(value, list | tuple):
            return [await self._value(inner) for inner in value]
        if not isinstance(value, Mapping):
            return value
        if str(value.get("encoding", "")).lower() == "base64" and isinstance(value.get("value"), str):
            media = str(value.get("mediaType") or NETCDF)
            return {"hrefs": [await self._put(media, str(value["value"]))], "type": media}
        if isinstance(hrefs := value.get("hrefs"), list | tuple):
            return {**value, "hrefs": [h for href in hrefs for h in await self._here(str(href))]}
        if isinstance(href := value.get("href"), str):
            return {"hrefs": list(await self._here(href)), "type": str(value.get("type") or NETCDF)}
        return {name: await self._value(inner) for name, inner in value.items()}

    async def _here(self, href: str) -> tuple[str, ...]:
        if (inside := within(href)) is not None:
            return (await self._put(*inside),)
        if href.startswith(f"{self.own}/"):
            return (href,)
        if not _is_web(href):
            raise Refused(f"{href!r} is no address that this server fetches from; send the file, or an http address")
        fetched = await self.fetch({"hrefs": [href]})
        return tuple(map(str, fetched["hrefs"]))

    async def _put(self, media: str, text: str) -> str:
        try:
            body = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as error:
            raise Refused(f"a file that is sent within is base64, and this is not ({error})") from error
        return str(await asyncio.to_thread(self._written, body, _SUFFIXES.get(media.partition(";")[0].strip(), ".nc")))

    def _written(self, body: bytes, suffix: str) -> Path:
        path = self.folder / f"{hashlib.sha256(body).hexdigest()}{suffix}"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(f".{os.getpid()}-{get_ident()}.part")  # two requests may bring the same file
            part.write_bytes(body)
            part.replace(path)
        return path


def _is_web(href: str) -> bool:
    try:
        return urlsplit(href).scheme in ("http", "https")
    except ValueError:
        return False
