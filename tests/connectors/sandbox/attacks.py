"""Files that attack whoever reads them, made anew for each test: `secret` is what they try to give away."""

from __future__ import annotations

import io
import json
import pickle
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import h5py
import netCDF4
import numpy as np
import rasterio
from rasterio.transform import Affine

SECRET = b"a secret of this machine"


def external_storage(folder: Path, secret: Path) -> Path:
    with h5py.File(folder / "external.nc", "w") as file:
        file.create_dataset("tas", shape=(len(SECRET),), dtype="u1", external=[(str(secret), 0, len(SECRET))])
    return folder / "external.nc"


def external_link(folder: Path, secret: Path) -> Path:
    with h5py.File(folder / "other.h5", "w") as other:
        other["hidden"] = np.frombuffer(SECRET, "u1")
    with h5py.File(folder / "link.nc", "w") as file:
        file["deep/tas"] = h5py.ExternalLink(str(folder / "other.h5"), "hidden")
    return folder / "link.nc"


def virtual(folder: Path, secret: Path) -> Path:
    with h5py.File(folder / "source.h5", "w") as other:
        other["hidden"] = np.frombuffer(SECRET, "u1")
    layout = h5py.VirtualLayout(shape=(len(SECRET),), dtype="u1")
    layout[:] = h5py.VirtualSource(str(folder / "source.h5"), "hidden", shape=(len(SECRET),))
    with h5py.File(folder / "virtual.nc", "w") as file:
        file.create_virtual_dataset("tas", layout)
    return folder / "virtual.nc"


def shape_bomb(folder: Path, secret: Path) -> Path:
    with h5py.File(folder / "shape.nc", "w") as file:
        file.create_dataset("tas", shape=(2_000_000, 1_000_000), dtype="f8", chunks=(1000, 1000))
    return folder / "shape.nc"


def deflate_bomb(folder: Path, secret: Path) -> Path:
    with netCDF4.Dataset(folder / "deflate.nc", "w") as data:
        data.createDimension("time", 100)
        data.createDimension("cell", 1_000_000)
        tas = data.createVariable("tas", "f4", ("time", "cell"), zlib=True, complevel=9, chunksizes=(1, 1_000_000))
        for step in range(100):
            tas[step] = np.zeros(1_000_000, "f4")
    return folder / "deflate.nc"


def great_chunk(folder: Path, secret: Path) -> Path:
    with h5py.File(folder / "chunk.nc", "w") as file:
        file.create_dataset("tas", shape=(300_000_000,), dtype="f8", chunks=(100_000_000,))
    return folder / "chunk.nc"


def vrt_in_disguise(folder: Path, secret: Path) -> Path:
    path = folder / "scene.tif"
    source = f'<SourceFilename relativeToVRT="0">{secret}</SourceFilename><ImageOffset>0</ImageOffset>'
    path.write_text(
        f'<VRTDataset rasterXSize="{len(SECRET)}" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1"'
        f' subClass="VRTRawRasterBand">{source}</VRTRasterBand></VRTDataset>'
    )
    return path


def raster_bomb(folder: Path, secret: Path) -> Path:
    path = folder / "bomb.tif"
    profile = {"driver": "GTiff", "width": 400_000, "height": 400_000, "count": 1, "dtype": "uint8", "sparse_ok": True}
    with rasterio.open(path, "w", transform=Affine(1, 0, 5, 0, -1, 0), tiled=True, bigtiff="YES", **profile):
        pass
    return path


def reference_to_a_file(folder: Path, secret: Path) -> Path:
    metadata = json.dumps({"shape": [24], "chunks": [24], "dtype": "|u1", "compressor": None, "filters": None})
    return _json(
        folder / "refs.json", {"version": 1, "refs": {"tas/.zarray": metadata, "tas/0": [f"file://{secret}", 0, 24]}}
    )


def reference_to_this_network(folder: Path, secret: Path) -> Path:
    return _json(
        folder / "near.json", {"version": 1, "refs": {"tas/0": ["http://169.254.169.254/latest/meta-data", 0, 24]}}
    )


def reference_by_template(folder: Path, secret: Path) -> Path:
    return _json(
        folder / "template.json", {"templates": {"u": f"simplecache::file://{secret}"}, "refs": {"tas/0": ["{{u}}"]}}
    )


def zarr_bomb(folder: Path, secret: Path) -> Path:
    return _json(
        folder / "bomb.json", {"shape": [10**7, 10**7], "chunks": [10**7, 10**7], "dtype": "<f8", "zarr_format": 2}
    )


def zarr_of_objects(folder: Path, secret: Path) -> Path:
    return _json(folder / "objects.json", {"shape": [1], "chunks": [1], "dtype": "|O", "filters": [{"id": "pickle"}]})


def pickled(folder: Path, secret: Path) -> Path:
    (folder / "data.nc").write_bytes(pickle.dumps({"tas": [1.0]}))
    return folder / "data.nc"


def climbing_zip(folder: Path, secret: Path) -> Path:
    with zipfile.ZipFile(folder / "climbing.zip", "w") as archive:
        archive.writestr("../../.bashrc", "x")
    return folder / "climbing.zip"


def zip_bomb(folder: Path, secret: Path) -> Path:
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in range(8):
            archive.writestr(f"{name}.bin", b"\0" * 50_000_000)
    return folder / "bomb.zip"


def climbing_tar(folder: Path, secret: Path) -> Path:
    with tarfile.open(folder / "climbing.tar", "w") as archive:
        archive.addfile(tarfile.TarInfo("/etc/cron.d/x"), io.BytesIO())
    return folder / "climbing.tar"


def linking_tar(folder: Path, secret: Path) -> Path:
    with tarfile.open(folder / "linking.tar.gz", "w:gz") as archive:
        link = tarfile.TarInfo("innocent.nc")
        link.type, link.linkname = tarfile.SYMTYPE, str(secret)
        archive.addfile(link)
    return folder / "linking.tar.gz"


def corrupt_chunk(folder: Path, secret: Path) -> Path:
    path = folder / "corrupt.nc"
    with netCDF4.Dataset(path, "w") as data:
        data.createDimension("time", 5000)
        noise = np.random.default_rng(1).normal(280, 5, 5000)
        data.createVariable("tas", "f8", ("time",), zlib=True, chunksizes=(5000,))[:] = noise
    with h5py.File(path) as file:
        start = file["tas"].id.get_chunk_info(0).byte_offset
    content = bytearray(path.read_bytes())
    content[start + 20 : start + 4000] = b"\xff" * 3980
    path.write_bytes(content)
    return path


def truncated(folder: Path, secret: Path) -> Path:
    path = _plain(folder / "truncated.nc", "NETCDF4")
    path.write_bytes(path.read_bytes()[:-500])
    return path


def truncated_classic(folder: Path, secret: Path) -> Path:
    path = _plain(folder / "classic.nc", "NETCDF3_64BIT_DATA")
    path.write_bytes(path.read_bytes()[:-500])
    return path


def page(folder: Path, secret: Path) -> Path:
    (folder / "tas.nc").write_text("<!DOCTYPE html><html><body>Please log in</body></html>")
    return folder / "tas.nc"


def grib(folder: Path, secret: Path) -> Path:
    (folder / "tas.grib").write_bytes(b"GRIB" + b"\0" * 60)
    return folder / "tas.grib"


def _json(path: Path, document: object) -> Path:
    path.write_text(json.dumps(document))
    return path


def _plain(path: Path, form: str) -> Path:
    with netCDF4.Dataset(path, "w", format=form) as data:  # type: ignore[arg-type]
        data.createDimension("time", None)
        data.createVariable("tas", "f8", ("time",))[:] = np.linspace(270, 290, 1000)
    return path


ATTACKS: Mapping[str, Callable[[Path, Path], Path]] = {
    made.__name__: made
    for made in (
        external_storage, external_link, virtual, shape_bomb, deflate_bomb, great_chunk, vrt_in_disguise, raster_bomb,
        reference_to_a_file, reference_to_this_network, reference_by_template, zarr_bomb, zarr_of_objects, pickled,
        climbing_zip, zip_bomb, climbing_tar, linking_tar,
    )
}  # fmt: skip
DAMAGED: Mapping[str, Callable[[Path, Path], Path]] = {
    made.__name__: made for made in (truncated, truncated_classic, page, grib)
}
