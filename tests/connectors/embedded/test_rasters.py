"""Raster files described."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import rasterio

from connectors.embedded.rasters import Unusable, multihash, read_grid, rectangle


def test_a_footprint_is_in_degrees_whatever_the_projection(tmp_path: Path) -> None:
    path = tmp_path / "x.tif"
    shape = {"height": 10, "width": 20, "count": 1, "dtype": "uint8"}
    utm = rasterio.Affine(10, 0, 500000, 0, -10, 5000000)
    with rasterio.open(path, "w", driver="GTiff", crs="EPSG:32633", transform=utm, **shape) as target:
        target.write(np.ones((1, 10, 20), dtype=np.uint8))
    problems: list[Unusable] = []

    grid = read_grid(path, problems.append)

    assert grid is not None
    assert (grid.code, grid.shape, problems) == ("EPSG:32633", (10, 20), [])
    # Easting 500 km is the central meridian of zone 33.
    assert grid.box[0] == 15.0
    assert 45.1 < grid.box[1] < grid.box[3] < 45.2


def test_a_raster_without_a_projection_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "x.tif"
    shape = {"height": 1, "width": 1, "count": 1, "dtype": "uint8"}
    with rasterio.open(path, "w", driver="GTiff", transform=rasterio.Affine(1, 0, 5, 0, -1, 5), **shape) as target:
        target.write(np.ones((1, 1, 1), dtype=np.uint8))
    problems: list[Unusable] = []

    assert read_grid(path, problems.append) is None
    assert [p.path for p in problems] == [str(path)]


def test_a_checksum_is_a_multihash(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"abc")

    assert multihash(path) == "1220" + hashlib.sha256(b"abc").hexdigest()


def test_a_rectangle_closes() -> None:
    ring = rectangle((1, 2, 3, 4))["coordinates"][0]

    assert ring[0] == ring[-1]
