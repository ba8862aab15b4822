"""class_area: shares of land-cover classes by area."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from connectors.compute.processes.class_area import class_area
from connectors.compute.rasters import Raster
from connectors.compute.regions import Region
from connectors.errors import Refused
from connectors.extents import BBox
from connectors.items import Table, Value


def _raster(path: Path, values: list[list[int]]) -> Raster:
    array = np.array(values, "uint8")
    rows, columns = array.shape
    profile = {"driver": "GTiff", "width": columns, "height": rows, "count": 1, "dtype": "uint8", "crs": "EPSG:4326"}
    with rasterio.open(path, "w", transform=Affine(1, 0, 0, 0, -1, rows), nodata=255, **profile) as file:
        file.write(array, 1)
    return Raster(path=path)


def _box(*edges: float) -> Region:
    return Region(name="box", bbox=BBox.of(edges))


def _value(output: object) -> Value:
    assert isinstance(output, Value)
    return output


def test_the_share_is_by_area_and_not_by_cells(tmp_path: Path) -> None:
    raster = _raster(tmp_path / "a.tif", [[12]] * 30 + [[10]] * 30)
    value = _value(class_area(raster, place=_box(0, 0, 1, 60), classes=(12,)).outputs["value"])
    north, south = np.sin(np.radians(60)) - np.sin(np.radians(30)), np.sin(np.radians(30))
    assert value.value == pytest.approx(100 * north / (north + south))


def test_cells_without_data_are_not_in_the_classified_area(tmp_path: Path) -> None:
    raster = _raster(tmp_path / "a.tif", [[12, 10, 10, 255]])
    value = _value(class_area(raster, place=_box(0, 0, 4, 1), classes=(12,)).outputs["value"])
    assert value.value == pytest.approx(100 / 3)
    assert value.details["spatial_coverage"] == pytest.approx(0.75, abs=1e-3)


def test_mosaics_of_the_class_are_said_and_not_counted(tmp_path: Path) -> None:
    raster = _raster(tmp_path / "a.tif", [[12, 14, 10, 10]])
    alone = class_area(raster, place=_box(0, 0, 4, 1), classes=(12,))
    assert _value(alone.outputs["value"]).value == pytest.approx(25)
    assert next(c for c in alone.caveats if c.code == "mosaic_class").parameters["share"] == 25.0
    both = class_area(raster, place=_box(0, 0, 4, 1), classes=(12, 14))
    assert _value(both.outputs["value"]).value == pytest.approx(50)
    assert [c.code for c in both.caveats] == ["majority_class"]


def test_the_table_has_every_class_largest_first(tmp_path: Path) -> None:
    table = class_area(_raster(tmp_path / "a.tif", [[12, 10, 10, 0]]), place=_box(0, 0, 4, 1), classes=(12,)).outputs[
        "table"
    ]
    assert isinstance(table, Table)
    assert table.rows[0][0] == 10
    assert {row[1] for row in table.rows} == {"grasslands", "croplands", "water bodies"}
    assert sum(row[3] for row in table.rows) == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize("number", [0, 17])
def test_water_has_two_numbers(tmp_path: Path, number: int) -> None:
    computed = class_area(_raster(tmp_path / "a.tif", [[0, 10]]), place=_box(0, 0, 2, 1), classes=(number,))
    assert _value(computed.outputs["value"]).value == pytest.approx(50)


def test_a_class_that_the_scheme_lacks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"'igbp' has no class \[99\]"):
        class_area(_raster(tmp_path / "a.tif", [[12]]), place=_box(0, 0, 1, 1), classes=(99,))


def test_a_place_that_is_hardly_classified_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"classifies 25% of"):
        class_area(_raster(tmp_path / "a.tif", [[12, 255, 255, 255]]), place=_box(0, 0, 4, 1), classes=(12,))
