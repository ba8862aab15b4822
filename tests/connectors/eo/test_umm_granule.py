"""UMM-G granules: recorded ones of five archives, with their footprints, files, sums and ways in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.eo.umm_granule import read_granule
from connectors.extents import BBox, Interval
from connectors.items import Item

SHARED = Path(__file__).resolve().parents[4] / "shared"
CMR = SHARED / "fixtures/eo/cmr"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")


def _read(umm: dict[str, Any], **canonical: str) -> Item:
    item = read_granule(umm, concept_id="G1-X", updated="2024-01-01T00:00:00Z", source="cmr", canonical=canonical)
    assert item is not None
    return item


def _recorded(name: str) -> Item:
    return _read(json.loads((CMR / name).read_text("utf-8"))["items"][0]["umm"])


@needs_shared
def test_a_swath_of_modis() -> None:
    item = _recorded("G1593453400-LAADS_umm.json")

    assert (item.id, item.collection) == ("MYD021KM.A2019051.0430.006.2019051235515", "MYD021KM")
    assert item.bbox == BBox(west=-60.901471, south=56.577721, east=19.845911, north=80.417613)
    assert item.interval == Interval(start="2019-02-20", end="2019-02-20")
    assert (item.properties["platform"], item.properties["instruments"]) == ("aqua", ["modis"])
    data, thumbnail = item.assets
    assert [location.protocol for location in data.locations] == ["https", "opendap"]
    assert not data.locations[1].href.endswith(".html")
    assert (data.key, data.size, thumbnail.roles) == ("data", 69035465, ("thumbnail",))


@needs_shared
def test_a_sum_and_a_copy_in_the_cloud() -> None:
    data = _recorded("Daymet_Daily_V4R1_2129_umm.json").assets[0]

    assert data.checksum == "sha256:449827b2ede5fe14d716f39d06d6338c96032b26ec0fb3225a73d9ed45f0409f"
    assert [location.protocol for location in data.locations] == ["https", "s3", "opendap"]


@needs_shared
def test_the_globe_by_the_half_hour() -> None:
    item = _recorded("GPM_3IMERGHH_umm.json")

    assert item.bbox == BBox(west=-180, south=-90, east=180, north=90)
    assert item.properties["end_datetime"] == "2019-02-20T00:29:59.999Z"


@needs_shared
def test_a_granule_described_by_its_orbit_has_no_footprint() -> None:
    item = _recorded("atl08_umm.json")

    assert (item.bbox, item.geometry, item.interval.start) == (None, None, "2019-02-21")


def test_the_bands_of_a_tile_are_named_by_what_tells_them_apart() -> None:
    granule = "HLS.L30.T13SDV.2021035T173836.v2.0"
    urls = [{"Type": "GET DATA", "URL": f"https://data.example/{granule}.{band}.tif"} for band in ("B04", "Fmask")]
    facts = {"Name": f"{granule}.B04.tif", "SizeInBytes": 7, "Checksum": {"Algorithm": "MD5", "Value": "AB"}}
    item = _read(
        {
            "GranuleUR": granule,
            "CollectionReference": {"ShortName": "HLSL30", "Version": "2.0"},
            "RelatedUrls": [*urls, {"Type": "GET DATA", "URL": f"https://data.example/{granule}.B04.tif.md5"}],
            "DataGranule": {"ArchiveAndDistributionInformation": [facts]},
            "AdditionalAttributes": [{"Name": "MGRS_TILE_ID", "Values": ["13SDV"]}],
            "TemporalExtent": {"SingleDateTime": "2021-02-04T17:38:36Z"},
            "CloudCover": 14,
        },
        **{"HLSL30@2.0": "hls"},
    )

    assert (item.id, item.collection) == (granule, "hls")
    assert [(a.key, a.size, a.checksum) for a in item.assets] == [("B04", 7, "md5:ab"), ("Fmask", None, None)]
    assert item.properties["grid:code"] == "MGRS-13SDV"
    assert item.properties["datetime"] == "2021-02-04T17:38:36Z"


@pytest.mark.parametrize("version", ["6.1", "061", "61"])
def test_one_version_has_many_spellings(version: str) -> None:
    umm = {"GranuleUR": "g", "CollectionReference": {"ShortName": "MOD09A1", "Version": version}}

    assert _read(umm, **{"MOD09A1@061": "modis-09a1"}).collection == "modis-09a1"


@pytest.mark.parametrize(
    "umm",
    [
        {},
        {"GranuleUR": "g", "RelatedUrls": 3},
        {"GranuleUR": "g", "SpatialExtent": {"HorizontalSpatialDomain": {"Geometry": {"GPolygons": [{}]}}}},
        {"GranuleUR": "g", "TemporalExtent": {"RangeDateTime": "always"}},
    ],
)
def test_what_cannot_be_read_is_none(umm: dict[str, Any]) -> None:
    assert read_granule(umm, concept_id="", updated="", source="cmr", canonical={}) is None


def test_times_that_run_backwards_are_put_right() -> None:
    ends = {"BeginningDateTime": "2020-02-01T00:00:00Z", "EndingDateTime": "2020-01-01T00:00:00Z"}

    assert _read({"GranuleUR": "g", "TemporalExtent": {"RangeDateTime": ends}}).interval == Interval(
        start="2020-01-01", end="2020-02-01"
    )
