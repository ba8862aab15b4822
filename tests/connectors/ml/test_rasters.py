"""Result rasters written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from connectors.errors import DiskFull
from connectors.ml.bands import Grid
from connectors.ml.rasters import Raster, read_raster, write_raster

GRID = Grid(height=2, width=3, transform=(60.0, 0.0, 330000.0, 0.0, -60.0, 5822040.0), crs="EPSG:32633", native=10.0)
RASTER = Raster(values=np.arange(6, dtype=np.float32).reshape(2, 3), grid=GRID)


def test_what_is_written_is_read_back_with_its_grid(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.tif"

    write_raster(path, RASTER, nodata=-1, tags={"scene": "here"})
    back = read_raster(path)

    assert back is not None
    np.testing.assert_array_equal(back.values, RASTER.values)
    assert (back.grid.transform, back.grid.native) == (GRID.transform, 10.0)
    with rasterio.open(path) as source:
        assert (source.tags()["scene"], source.crs.to_epsg()) == ("here", 32633)
    assert [p.name for p in path.parent.iterdir()] == ["x.tif"]


def test_the_same_raster_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.tif", "b.tif"):
        write_raster(tmp_path / name, RASTER, nodata=-1, tags={})

    assert (tmp_path / "a.tif").read_bytes() == (tmp_path / "b.tif").read_bytes()


def test_where_nothing_can_be_written_it_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(DiskFull, match=r"x\.tif"):
        write_raster(tmp_path / "file" / "x.tif", RASTER, nodata=-1, tags={})

    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_damaged_or_missing_raster_is_none(tmp_path: Path) -> None:
    (tmp_path / "bad.tif").write_bytes(b"II*\0")

    assert read_raster(tmp_path / "bad.tif") is None
    assert read_raster(tmp_path / "none.tif") is None
