"""Terrain: a valley made here whose heights above the stream are known, and the Rhine's of the holdings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from connectors.compute.hydraulics import terrain
from connectors.compute.rasters import Raster
from connectors.errors import BadReply, Refused
from tests.connectors.compute.basins import BASIN, needs_rhine
from tests.connectors.compute.basins import terrain as rhine

pytest.importorskip("pyflwdir")
pytestmark = pytest.mark.filterwarnings(
    "ignore:Use `@` matmul:PendingDeprecationWarning"
)  # pyflwdir multiplies affines


@pytest.fixture
def valley(tmp_path: Path) -> terrain.Network:
    """A valley that falls southward by 0.1 m a cell, its sides rising by 2 m a cell from the middle column."""
    rows, columns = np.indices((60, 21))
    heights = (50.0 - 0.1 * rows + 2.0 * np.abs(columns - 10)).astype("float32")
    path = tmp_path / "valley.tif"
    profile = {"driver": "GTiff", "width": 21, "height": 60, "count": 1, "dtype": "float32", "crs": "EPSG:4326"}
    with rasterio.open(path, "w", transform=Affine(0.01, 0, 8, 0, -0.01, 50.6), nodata=-9999.0, **profile) as file:
        file.write(heights, 1)
    return terrain.network(Raster(path=path), None)


def test_heights_are_above_the_stream_that_a_cell_drains_to(valley: terrain.Network) -> None:
    found = terrain.reach_near(valley, longitude=8.105, latitude=50.3, area_km2=500.0, length_km=20.0, bankfull=50.0)
    columns = found.plain % 21
    np.testing.assert_allclose(
        found.reach.heights, 2.1 * np.abs(columns - 10), atol=0.35
    )  # cells drain south and inward
    assert found.reach.length == pytest.approx(20_000, rel=0.1)
    assert found.reach.slope == pytest.approx(0.1 / 1112, rel=0.05)
    assert set(found.stream % 21) == {10}


def test_a_stream_that_drains_another_area_is_refused(valley: terrain.Network) -> None:
    with pytest.raises(Refused, match="no stream that drains 90000"):
        terrain.reach_near(valley, longitude=8.1, latitude=50.3, area_km2=90_000.0, length_km=20.0, bankfull=50.0)


def test_a_file_that_is_no_terrain_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "x.tif"
    path.write_bytes(b"no")
    with pytest.raises(BadReply, match=r"x\.tif"):
        terrain.network(Raster(path=path), None)


@needs_rhine
def test_the_rhine_basin_drains_what_it_does_in_nature() -> None:
    files = rhine()
    found = terrain.network(files["elevation"], files["directions"])
    assert found.area.max() == pytest.approx(195_000, rel=0.1)  # Rhine with Meuse, as the example holds it
    longitude, latitude = BASIN.bbox.center
    reach = terrain.reach_near(
        found, longitude=longitude, latitude=latitude, area_km2=BASIN.area_km2, length_km=30.0, bankfull=220.0
    )
    assert abs(reach.area_km2 / BASIN.area_km2 - 1) < 0.15 and 20 < reach.distance_km < 150
