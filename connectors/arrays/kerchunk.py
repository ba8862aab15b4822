"""Kerchunk: references to the chunks of files that lie elsewhere (fsspec reference specification 1, zarr 2 metadata).

In JSON, or in Parquet (a folder with `.zmetadata` and `VARIABLE/refs.N.parq`). Chunks are unpacked here where they are
deflated and shuffled, as NetCDF-4 files are; other codecs are refused.
"""

from __future__ import annotations

import asyncio
import base64
import io
import itertools
import json
import math
import zlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import numpy as np

from connectors.arrays.base import Array, Described, Get, Region, Variable
from connectors.errors import BadReply, Unsupported
from connectors.items import JSON

AT_ONCE = 8
MOST_CHUNK_BYTES = 256 * 2**20
_INFLATED = ("zlib", "gzip")


class Kerchunk:
    """Reads the dataset that the references at `url` describe; their targets are fetched by the same rules as any file."""

    def __init__(self, url: str, *, get: Get) -> None:
        self._url = url.rstrip("/")
        self._get = get
        self._references: Mapping[str, JSON] = {}
        self._rows = 0  # of a Parquet file; 0 for JSON
        self._parquet: dict[str, list[JSON]] = {}
        self._gate = asyncio.Semaphore(AT_ONCE)

    async def describe(self) -> Described:
        is_folder = urlsplit(self._url).path.endswith((".parq", ".parquet"))
        body = await self._get(f"{self._url}/.zmetadata" if is_folder else self._url)
        try:
            document = json.loads(body)
            if is_folder:
                self._rows, self._references = int(document["record_size"]), document["metadata"]
            else:
                self._references = _templated(document)
            names = [key.removesuffix("/.zarray") for key in self._references if key.endswith("/.zarray")]
            variables = {name: self._variable(name) for name in names}
            return Described(variables=variables, attributes=_document(self._references.get(".zattrs", {})))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            message = f"{self._url} holds no Kerchunk references ({type(error).__name__}: {error})"
            raise BadReply(message, kind="bad_payload") from error

    async def read(self, variable: Variable, region: Region) -> Array:
        stored = _document(self._references[f"{variable.name}/.zarray"])
        chunks = tuple(int(c) for c in stored["chunks"])
        values: Array = np.full([s.stop - s.start for s in region], _fill(stored), dtype=variable.dtype)
        spans = [range(s.start // c, -(-s.stop // c)) for s, c in zip(region, chunks, strict=True)]
        indices = list(itertools.product(*spans))
        await self._load_rows(variable, chunks, indices)

        async def place(index: tuple[int, ...]) -> None:
            async with self._gate:
                chunk = await self._chunk(variable, stored, chunks, index)
            if chunk is None:
                return
            begins = [i * c for i, c in zip(index, chunks, strict=True)]
            inner, outer = [], []
            for begin, size, wanted in zip(begins, chunks, region, strict=True):
                first, last = max(begin, wanted.start), min(begin + size, wanted.stop)
                inner.append(slice(first - begin, last - begin))
                outer.append(slice(first - wanted.start, last - wanted.start))
            values[tuple(outer)] = chunk[tuple(inner)]

        await asyncio.gather(*(place(index) for index in indices))
        return values

    def _variable(self, name: str) -> Variable:
        stored = _document(self._references[f"{name}/.zarray"])
        attributes = dict(_document(self._references.get(f"{name}/.zattrs", {})))
        dimensions = attributes.pop("_ARRAY_DIMENSIONS", None)
        shape = tuple(int(n) for n in stored["shape"])
        fill = stored.get("fill_value")
        if fill is not None and isinstance(fill, int | float):
            attributes.setdefault("_FillValue", fill)
        return Variable(
            name=name,
            dimensions=tuple(dimensions) if dimensions else tuple(f"{name}_{n}" for n in range(len(shape))),
            shape=shape,
            dtype=np.dtype(stored["dtype"]).newbyteorder("=").str.lstrip("<>=|"),
            attributes=attributes,
        )

    async def _chunk(
        self, variable: Variable, stored: Mapping[str, Any], chunks: tuple[int, ...], index: tuple[int, ...]
    ) -> Array | None:
        """One chunk unpacked; None where there is none, which means that it is all fill."""
        reference = self._reference(variable, stored, chunks, index)
        if reference is None:
            return None
        raw = await self._bytes(reference)
        dtype = np.dtype(stored["dtype"])
        size = math.prod(chunks) * dtype.itemsize
        if size > MOST_CHUNK_BYTES:
            raise BadReply(f"a chunk of {variable.name!r} would have {size} bytes", kind="too_large")
        unpacked = _unpacked(raw, stored, size=size)
        if len(unpacked) != size:
            raise BadReply(f"a chunk of {variable.name!r} has {len(unpacked)} bytes, not {size}", kind="bad_payload")
        values: Array = np.frombuffer(unpacked, dtype)
        return values.reshape(chunks[::-1]).T if stored.get("order") == "F" else values.reshape(chunks)

    def _reference(
        self, variable: Variable, stored: Mapping[str, Any], chunks: tuple[int, ...], index: tuple[int, ...]
    ) -> JSON:
        if self._rows:
            number = _number(variable, chunks, index)
            return self._parquet[f"{variable.name}/{number // self._rows}"][number % self._rows]
        separator = stored.get("dimension_separator") or "."
        return self._references.get(f"{variable.name}/{separator.join(map(str, index)) or '0'}")

    async def _bytes(self, reference: JSON) -> bytes:
        if isinstance(reference, bytes):
            return reference
        if isinstance(reference, str):
            encoded = reference.removeprefix("base64:")
            return base64.b64decode(encoded) if encoded != reference else reference.encode("latin-1")
        url, *span = reference
        url = urljoin(self._url, str(url))
        return await self._get(url, span=(int(span[0]), int(span[1])) if len(span) == 2 else None)

    async def _load_rows(self, variable: Variable, chunks: tuple[int, ...], indices: list[tuple[int, ...]]) -> None:
        """Fetch the Parquet files that hold the references of these chunks."""
        if not self._rows:
            return
        for part in sorted({_number(variable, chunks, index) // self._rows for index in indices}):
            key = f"{variable.name}/{part}"
            if key not in self._parquet:
                body = await self._get(f"{self._url}/{variable.name}/refs.{part}.parq")
                self._parquet[key] = _rows(body, where=self._url)


def _rows(body: bytes, *, where: str) -> list[JSON]:
    """The references in one Parquet file: a chunk's bytes, `[address, first byte, number]`, or None."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        columns = pq.read_table(io.BytesIO(body)).to_pydict()
    except (pa.ArrowException, OSError) as error:
        raise BadReply(f"{where} holds references that are not Parquet ({error})", kind="bad_payload") from error
    count = len(columns["path"])
    raws = columns.get("raw") or [None] * count
    found: list[JSON] = []
    for path, offset, size, raw in zip(columns["path"], columns["offset"], columns["size"], raws, strict=True):
        whole = [path] if not size else [path, offset, size]
        found.append(raw if raw is not None else (whole if path else None))
    return found


def _number(variable: Variable, chunks: tuple[int, ...], index: tuple[int, ...]) -> int:
    counts = [-(-n // c) for n, c in zip(variable.shape, chunks, strict=True)]
    number = 0
    for i, count in zip(index, counts, strict=True):
        number = number * count + i
    return number


def _unpacked(raw: bytes, stored: Mapping[str, Any], *, size: int) -> bytes:
    codecs = [c for c in (*(stored.get("filters") or ()), stored.get("compressor")) if c]
    for codec in reversed(codecs):
        name = codec.get("id")
        if name in _INFLATED:
            raw = _inflated(raw, size=size)
        elif name == "shuffle":
            width = int(codec.get("elementsize") or 4)
            whole = len(raw) // width * width
            raw = np.frombuffer(raw[:whole], "u1").reshape(width, -1).T.tobytes() + raw[whole:]
        elif name != "fletcher32":
            raise Unsupported(f"chunks packed by {name!r} are not read here; download the file instead", kind="codec")
        else:
            raw = raw[:-4]
    return raw


def _inflated(raw: bytes, *, size: int) -> bytes:
    """Inflate to no more than the chunk may hold: a small body can stand for a huge one."""
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        return inflater.decompress(raw, size + 1)
    except zlib.error as error:
        raise BadReply(f"a chunk cannot be unpacked ({error})", kind="bad_payload") from error


def _templated(document: Mapping[str, Any]) -> dict[str, JSON]:
    """The references with templates put in; raises ValueError where they are to be generated."""
    if document.get("gen"):
        raise ValueError("references that are to be generated are not read")
    references = document.get("refs", document)
    templates = document.get("templates") or {}
    if not templates:
        return dict(references)

    def filled(reference: JSON) -> JSON:
        if not isinstance(reference, list):
            return reference
        url = str(reference[0])
        for name, text in templates.items():
            url = url.replace(f"{{{{{name}}}}}", str(text))
        return [url, *reference[1:]]

    return {key: filled(value) for key, value in references.items()}


def _fill(stored: Mapping[str, Any]) -> JSON:
    fill = stored.get("fill_value")
    return {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf, None: 0}.get(fill, fill)


def _document(value: JSON) -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads(value) if isinstance(value, str) else value
    return read
