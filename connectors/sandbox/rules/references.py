"""References and Zarr metadata in JSON: addresses that lead to files of this machine or its network, and bombs."""

from __future__ import annotations

import ipaddress
import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from connectors.errors import BadReply, Refused
from connectors.items import JSON
from connectors.sandbox.rules.sizes import MOST_BYTES, check_piece

ALLOWED = ("http", "https", "s3", "gs", "")
_MOST_JSON = 256 * 2**20
_LOCAL = ("localhost", "localhost.localdomain", "ip6-localhost", "metadata.google.internal")


def examine(path: Path) -> None:
    """Raise Refused for references that reach into this machine, or arrays that cannot be."""
    if path.stat().st_size > _MOST_JSON:
        raise Refused(f"{path.name!r} is a JSON document of more than {_MOST_JSON >> 20} MiB", kind="bomb")
    try:
        document = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise BadReply(
            f"{path.name!r} is no JSON document ({type(error).__name__}); fetch it again", kind="bad_payload"
        ) from error
    check(document, name=path.name)


def check(document: JSON, *, name: str) -> None:
    """As `examine`, of a document that was read; what holds no references and no arrays passes."""
    if not isinstance(document, Mapping):
        return
    references = document.get("refs", document)
    for key, value in references.items() if isinstance(references, Mapping) else ():
        if str(key).endswith((".zarray", "zarr.json")):
            check_zarr(_parsed(value, name), name=f"{name}:{key}")
        elif isinstance(value, list) and value and isinstance(value[0], str) and len(value) in (1, 3):
            check_address(value[0], name=name)
    for text in _texts(document.get("templates")):
        check_address(text, name=name)
    for entry in document.get("gen") or ():
        if isinstance(entry, Mapping):
            check_address(str(entry.get("url", "")), name=name)
    if "shape" in document and ("chunks" in document or "chunk_grid" in document):
        check_zarr(document, name=name)


def check_address(address: str, *, name: str) -> None:
    """Raise Refused for an address of this machine, its private networks, or a protocol that is not of the web."""
    inner = address.rpartition("::")[2]  # fsspec chains: simplecache::file://…
    parts = urlsplit(inner)
    if parts.scheme.lower() not in ALLOWED or inner.startswith(("/", "\\", "~")) or ".." in inner.split("/"):
        raise _leads_in(address, name, "not of the web")
    host = (parts.hostname or "").lower().rstrip(".")
    if parts.scheme.lower() in ("http", "https") and (host in _LOCAL or not _is_public(host)):
        raise _leads_in(address, name, "on this machine or its own network")


def check_zarr(stored: Mapping[str, Any], *, name: str) -> None:
    """Raise Refused for an array that is too large to be, or lies in chunks too large to unpack."""
    grid = stored.get("chunk_grid") or {}
    inner = grid.get("configuration", {}) if isinstance(grid, Mapping) else {}
    chunks = stored.get("chunks") or inner.get("chunk_shape") or ()
    try:
        dtype = np.dtype(stored.get("dtype") or stored.get("data_type") or "f8")
        shape, pieces = [int(n) for n in stored.get("shape") or ()], [int(n) for n in chunks]
    except (TypeError, ValueError) as error:
        raise BadReply(f"{name!r} describes no array ({error})", kind="bad_payload") from error
    if dtype.hasobject or any(_codec(c) in ("pickle", "json2-pickle") for c in stored.get("filters") or ()):
        raise Refused(
            f"{name!r} keeps Python objects, which can run any program when read; it is never read", kind="attack"
        )
    if min([*shape, *pieces], default=0) < 0 or math.prod(shape) * dtype.itemsize > MOST_BYTES:
        raise Refused(
            f"{name!r} declares an array of shape {tuple(shape)}, more than can be; do not use it", kind="bomb"
        )
    check_piece(name, "a chunk", declared=math.prod(pieces) * dtype.itemsize)


def _codec(entry: JSON) -> str:
    return str(entry.get("id") or entry.get("name") or "") if isinstance(entry, Mapping) else ""


def _is_public(host: str) -> bool:
    """Names count as public here, as what they resolve to is checked where they are connected to."""
    try:
        number = ipaddress.ip_address(
            int(host, 0) if host.replace("x", "0", 1).isalnum() and host[:1].isdigit() and "." not in host else host
        )
    except ValueError:
        return bool(host)
    mapped = getattr(number, "ipv4_mapped", None)
    return (mapped or number).is_global


def _parsed(value: JSON, name: str) -> Mapping[str, Any]:
    try:
        read = json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError) as error:
        raise BadReply(f"{name!r} holds metadata that are no JSON", kind="bad_payload") from error
    return read if isinstance(read, Mapping) else {}


def _texts(value: JSON) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (str(text) for text in value.values())


def _leads_in(address: str, name: str, why: str) -> Refused:
    return Refused(
        f"{name!r} refers to {address!r}, {why}: reading it could give away files of this machine; do not use it",
        kind="attack",
    )
