"""Kerchunk references: recorded ones are understood, and chunks of a real NetCDF-4 file are read through them."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from connectors.arrays.kerchunk import Kerchunk
from connectors.errors import BadReply, Unsupported
from tests.connectors.arrays.samples import model_file

SHARED = Path(__file__).resolve().parents[4] / "shared"
WHOLE = (slice(0, 2), slice(0, 3))


class Files:
    """Files by address, and what was read of them."""

    def __init__(self, **files: bytes) -> None:
        self.files = files
        self.spans: list[tuple[int, int] | None] = []

    async def __call__(self, url: str, *, span: tuple[int, int] | None = None) -> bytes:
        body = self.files[url.rpartition("/")[2]]
        self.spans.append(span)
        return body if span is None else body[span[0] : span[0] + span[1]]


def references(**chunks: Any) -> dict[str, Any]:
    array = {"shape": [2, 3], "chunks": [1, 3], "dtype": "<f4", "fill_value": -1.0, "order": "C", "filters": None,
             "compressor": None, "zarr_format": 2}  # fmt: skip
    array |= chunks.pop("array", {})
    return {"version": 1, "refs": {".zattrs": '{"title": "t"}', "x/.zarray": json.dumps(array),
                                   "x/.zattrs": '{"_ARRAY_DIMENSIONS": ["a", "b"], "units": "K"}'} | chunks}  # fmt: skip


async def read(document: Any, **files: bytes) -> np.ndarray[Any, Any]:
    reader = Kerchunk("https://h.example/refs.json", get=Files(**{"refs.json": json.dumps(document).encode()} | files))
    described = await reader.describe()
    return await reader.read(described.variables["x"], WHOLE)


async def test_chunks_lie_in_other_files_in_line_or_nowhere() -> None:
    row = np.array([1, 2, 3], "<f4").tobytes()
    apart = references(**{"x/0.0": ["https://o.example/data.bin", 4, 12]})
    assert (await read(apart, **{"data.bin": b"????" + row})).tolist() == [[1, 2, 3], [-1, -1, -1]]
    inline = "base64:" + base64.b64encode(row).decode()
    assert (await read(references(**{"x/1.0": inline})))[1].tolist() == [1, 2, 3]


async def test_deflated_and_shuffled_chunks_are_unpacked() -> None:
    row = np.array([1, 2, 3], "<f4")
    packed = zlib.compress(np.frombuffer(row.tobytes(), "u1").reshape(3, 4).T.tobytes())
    array = {"filters": [{"id": "shuffle", "elementsize": 4}, {"id": "zlib", "level": 1}]}
    document = references(array=array, **{"x/0.0": ["{{u}}/data.bin"]}) | {"templates": {"u": "https://o.example"}}
    assert (await read(document, **{"data.bin": packed}))[0].tolist() == [1, 2, 3]


async def test_a_small_body_cannot_stand_for_a_huge_one() -> None:
    bomb = zlib.compress(bytes(10_000_000))
    with pytest.raises(BadReply, match="13 bytes, not 12"):
        await read(references(array={"compressor": {"id": "zlib"}}, **{"x/0.0": ["https://o.example/b"]}), b=bomb)


async def test_another_codec_is_refused() -> None:
    with pytest.raises(Unsupported, match="blosc"):
        await read(references(array={"compressor": {"id": "blosc"}}, **{"x/0.0": ["https://o.example/b"]}), b=b"")


@pytest.mark.parametrize("body", [b"[]", b"<html>", b'{"refs": {"x/.zarray": "{}"}}', b'{"gen": [1], "refs": {}}'])
async def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        await Kerchunk("https://h.example/r", get=Files(r=body)).describe()


async def test_references_in_parquet() -> None:
    row = np.array([1, 2, 3], "<f4").tobytes()
    table = pa.table(
        {"path": ["https://o.example/data.bin", None], "offset": [0, 0], "size": [12, 0], "raw": [None, row]}
    )
    buffer = pa.BufferOutputStream()
    pq.write_table(table, buffer)
    metadata = {"record_size": 100, "metadata": {k: json.loads(v) for k, v in references()["refs"].items()}}
    files = Files(**{".zmetadata": json.dumps(metadata).encode(), "refs.0.parq": buffer.getvalue().to_pybytes(), "data.bin": row})  # fmt: skip
    reader = Kerchunk("https://h.example/d.kerchunk.parq", get=files)
    described = await reader.describe()
    assert (await reader.read(described.variables["x"], WHOLE)).tolist() == [[1, 2, 3], [1, 2, 3]]


async def test_the_chunks_of_a_real_file(tmp_path: Path) -> None:
    """References made by reading where HDF5 put the chunks is a library's work; the file's one contiguous array serves."""
    path = model_file(tmp_path / "tas.nc")
    with netCDF4.Dataset(path) as file:
        pr = np.asarray(file.variables["lat"][:])
    body = path.read_bytes()
    offset = body.find(pr.astype("<f8").tobytes())
    assert offset > 0
    array = {"shape": [36], "chunks": [36], "dtype": "<f8"}
    document = references(array=array, **{"x/0": ["https://o.example/tas.nc", offset, 288], "x/.zattrs": "{}"})
    files = Files(**{"refs.json": json.dumps(document).encode(), "tas.nc": body})
    reader = Kerchunk("https://h.example/refs.json", get=files)
    described = await reader.describe()
    assert (await reader.read(described.variables["x"], (slice(3, 5),))).tolist() == pr[3:5].tolist()
    assert files.spans[-1] == (offset, 288)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
@pytest.mark.parametrize("name", ["kerchunk", "virtualizarr"])
async def test_recorded_references_of_an_esgf_publisher(name: str) -> None:
    (path,) = (SHARED / "fixtures/kerchunk").glob(f"*.{name}.json")
    described = await Kerchunk("https://h.example/r", get=Files(r=path.read_bytes())).describe()
    psl = described.variables["psl"]
    assert (psl.dimensions, psl.shape, psl.dtype) == (("time", "lat", "lon"), (62, 160, 320), "f4")
    assert described.attributes["experiment_id"] == "dcppA-hindcast"
