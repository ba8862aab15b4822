"""Rasters of classes: the window of a place and the part of each cell in it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from connectors.compute.rasters import Raster, read_window
from connectors.compute.regions import Region
from connectors.errors import BadReply, Refused, Unsupported
from connectors.extents import BBox
from tests.connectors.compute.samples import LAND_COVER


def _raster(path: Path, values: np.ndarray, *, crs: str = "EPSG:4326", nodata: int | None = 255) -> Raster:
    rows, columns = values.shape
    profile = {"driver": "GTiff", "width": columns, "height": rows, "count": 1, "dtype": "uint8", "crs": crs}
    with rasterio.open(path, "w", transform=Affine(1, 0, 0, 0, -1, rows), nodata=nodata, **profile) as file:
        file.write(values.astype("uint8"), 1)
    return Raster(path=path)


def _box(*edges: float) -> Region:
    return Region(name="box", bbox=BBox.of(edges))


def test_a_window_holds_what_the_box_needs(tmp_path: Path) -> None:
    window = read_window(_raster(tmp_path / "a.tif", np.arange(100).reshape(10, 10)), _box(2.5, 3.0, 5.0, 6.0))
    assert window.classes.values.tolist() == [[42, 43, 44], [52, 53, 54], [62, 63, 64]]
    shares = window.km2 / window.km2.sel(lon=3.5)
    np.testing.assert_allclose(shares.values[0], [0.5, 1.0, 1.0], rtol=1e-6)


def test_cells_without_data_are_marked(tmp_path: Path) -> None:
    window = read_window(_raster(tmp_path / "a.tif", np.array([[1, 255], [255, 2]])), _box(0, 0, 2, 2))
    assert window.classes.values.tolist() == [[1, -1], [-1, 2]]


def test_the_area_of_a_window_is_that_of_the_place() -> None:
    place = _box(-96.0, 41.0, -92.0, 43.0)
    window = read_window(Raster(path=LAND_COVER), place)
    assert float(window.km2.sum()) == pytest.approx(place.area_km2, rel=1e-6)
    assert window.cell_km == pytest.approx(4.8, abs=0.1)


def test_a_raster_that_does_not_reach_the_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"a\.tif.*does not reach 'box'"):
        read_window(_raster(tmp_path / "a.tif", np.zeros((4, 4))), _box(50, 0, 60, 4))


def test_a_place_of_too_many_cells_is_refused() -> None:
    with pytest.raises(Refused, match="smaller place"):
        read_window(Raster(path=LAND_COVER), _box(-180, -90, 180, 90))


def test_a_projected_raster_is_unsupported(tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match="EPSG:32633"):
        read_window(_raster(tmp_path / "a.tif", np.zeros((4, 4)), crs="EPSG:32633"), _box(0, 0, 2, 2))


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_a_damaged_raster_is_a_bad_reply_that_names_it(tmp_path: Path, share: float) -> None:
    path = tmp_path / "torn.tif"
    content = LAND_COVER.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(BadReply, match=r"torn\.tif.*fetch it again"):
        read_window(Raster(path=path), _box(20, -30, 25, -20))
