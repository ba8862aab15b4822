"""Collections: what a mission has, from when to when, and product codes."""

from __future__ import annotations

import pytest

from connectors.vocabulary.collections import collection, collections, platform, products

CANONICAL = (
    "sentinel-1-grd sentinel-1-slc sentinel-1-rtc sentinel-2-l1c sentinel-2-l2a sentinel-3-olci sentinel-3-slstr sentinel-5p landsat-c2-l1 "
    "landsat-c2-l2 modis viirs naip cop-dem-glo-30 cop-dem-glo-90 srtm 3dep alos-dem alos-palsar aster hls esa-worldcover io-lulc usda-cdl "
    "hansen-gfc mtbs opera-dswx jrc-gsw era5 era5-land merra-2 jra-55 jra-3q cru gpcp chirps gldas ghrsst oisst hadcrut gistemp berkeley-earth "
    "nsidc-sic grace goes-abi planetscope radarsat rcm spot pleiades worldview icesat-2 gedi swot nex-gddp-cmip6"
)


def test_the_contract_s_collections_are_all_there() -> None:
    assert {c.id for c in collections()} == set(CANONICAL.split())


def test_a_mission_begins_with_its_launch() -> None:
    found = collection("sentinel-2-l2a")

    assert found is not None
    assert found.start == "2015-06-23"
    assert found.end is None


def test_optical_missions_see_by_day_and_radar_by_night_too() -> None:
    optical, radar = collection("sentinel-2-l2a"), collection("sentinel-1-grd")

    assert optical is not None and radar is not None
    assert (optical.daytime, radar.daytime) == (("day",), ("day", "night"))


def test_radar_has_modes_and_polarizations() -> None:
    found = collection("sentinel-1-grd")

    assert found is not None
    assert found.modes == ("IW", "EW", "SM", "WV")
    assert "VV" in found.polarizations


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("MODIS 13Q1", "modis-13q1"),
        ("MOD11A2.061", "modis-11a2"),
        ("MCD64A1", "modis-64a1"),
        ("VNP09GA", "viirs-09ga"),
        ("MYD10A1", "modis-10a1"),
    ],
)
def test_product_codes_are_read(text: str, wanted: str) -> None:
    assert [c.id for _, _, c in products(f"the {text} product")] == [wanted]


def test_a_mission_without_a_code_is_no_product() -> None:
    assert products("modis snow cover in 2020") == ()


def test_a_product_inherits_its_mission_s_dates() -> None:
    found = collection("modis-13q1")

    assert found is not None
    assert (found.mission, found.start) == ("modis", "2000-02-18")


def test_a_satellite_has_an_end_where_it_stopped() -> None:
    found = platform("sentinel-1b")

    assert found is not None
    assert (found.collection_id, found.end) == ("sentinel-1-grd", "2021-12-23")


def test_an_unknown_collection_is_none() -> None:
    assert collection("sputnik-1") is None
    assert collection("naip-13q1") is None
