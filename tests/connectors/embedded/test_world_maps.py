"""The world maps as items, checked against the files."""

from __future__ import annotations

from pathlib import Path

import netCDF4
import pytest

from conductor.settings import from_environment
from connectors.embedded.rasters import Unusable
from connectors.embedded.world_maps import land_cover_items, sea_surface_items

HOLDINGS = from_environment().holdings_dir


def _complain(problem: Unusable) -> None:
    raise AssertionError(problem)


def test_the_land_cover_map_is_geographic_and_of_2019() -> None:
    (item,) = land_cover_items(HOLDINGS, _complain)

    assert item["id"] == "MCD12C1.A2019001.006.2020220162300"
    assert item["properties"]["proj:code"] == "EPSG:4326"
    assert item["bbox"] == [-180.0, -90.0, 180.0, 90.0]
    assert item["properties"]["start_datetime"] == "2019-01-01T00:00:00Z"


def test_cropland_is_class_12() -> None:
    (item,) = land_cover_items(HOLDINGS, _complain)

    classes = {c["name"]: c["value"] for c in item["assets"]["data"]["classification:classes"]}
    assert (classes["cropland"], classes["water_bodies"], classes["barren"], len(classes)) == (12, 0, 16, 17)


def test_the_sea_surface_item_covers_the_months_of_its_file() -> None:
    (item,) = sea_surface_items(HOLDINGS, _complain)

    with netCDF4.Dataset(HOLDINGS / "iris/iris_sample_data/sample_data/ostia_monthly.nc") as dataset:
        bounds = dataset["time_bnds"]
        first, last = (str(netCDF4.num2date(bounds[i, j], dataset["time"].units)) for i, j in ((0, 0), (-1, 1)))
        south = float(dataset["latitude"][:].min())
    assert item["properties"]["start_datetime"][:10] == first[:10] == "2006-04-01"
    assert last[:10] == "2010-10-01"
    assert item["properties"]["end_datetime"][:10] == "2010-09-30"
    assert item["bbox"][1] < south


def test_a_damaged_file_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "iris/iris_sample_data/sample_data/ostia_monthly.nc"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"CDF?")
    problems: list[Unusable] = []

    assert list(sea_surface_items(tmp_path, problems.append)) == []
    assert [p.path for p in problems] == [str(path)]


@pytest.mark.parametrize("items", [land_cover_items, sea_surface_items])
def test_without_the_holding_there_is_nothing(items: object, tmp_path: Path) -> None:
    assert callable(items)
    assert list(items(tmp_path, _complain)) == []
