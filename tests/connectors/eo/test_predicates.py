"""Every filter looked at again on our side: what fails, what is not stated, what passes."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.eo.predicates import failures, halves, platform, touches
from connectors.extents import BBox, Interval
from connectors.items import Asset, Item, Location
from connectors.operations import Search

S2 = "S2B_MSIL2A_20240419T095549_R122_T47XML_20240419T123458"
S1 = "S1A_IW_GRDH_1SDV_20240419T045904_20240419T045916_053498_067DF2"
LANDSAT = "LC09_L2SP_089090_20240417_02_T1"


def _failures(filters: dict[str, Any], *, name: str = "x", **properties: Any) -> tuple[str, ...]:
    item = Item(id=name, collection="c", properties=properties)
    return failures(item, Search(family="eo", filters=filters))


@pytest.mark.parametrize(
    ("filters", "properties", "expected"),
    [
        ({"cloud_cover_max": 10}, {"eo:cloud_cover": 10}, ()),
        ({"cloud_cover_max": 10}, {"eo:cloud_cover": 10.01}, ("cloud_cover_max",)),
        ({"cloud_cover_max": 10}, {}, ("cloud_cover_max:unknown",)),
        ({"cloud_cover_min": 50}, {"eo:cloud_cover": 20}, ("cloud_cover_min",)),
        ({"snow_cover_max": 5}, {"s2:snow_ice_percentage": 99.2}, ("snow_cover_max",)),
        ({"orbit_state": ("descending",)}, {"sat:orbit_state": "descending"}, ()),
        ({"mgrs_tile": ["33UUU", "33UVU"]}, {"s2:mgrs_tile": "33UVU"}, ()),
        ({"mgrs_tile": ["33UUU", "33UVU"]}, {"s2:mgrs_tile": "31UDQ"}, ("mgrs_tile",)),
        ({"platform": "sentinel-1a"}, {"platform": "SENTINEL-1A"}, ()),
        ({"platform": "landsat-8"}, {"platform": "LANDSAT_8"}, ()),
        ({"platform": "landsat-8"}, {"platform": "landsat-5,landsat-7,landsat-8"}, ()),
        ({"platform": ["sentinel-2a", "sentinel-2b"]}, {"platform": "Sentinel-2B"}, ()),
        ({"platform": "sentinel-2a"}, {"platform": "Sentinel-2B"}, ("platform",)),
        ({"orbit_state": "descending"}, {"sat:orbit_state": "Descending"}, ()),
        ({"orbit_state": "descending"}, {"sat:orbit_state": "ascending"}, ("orbit_state",)),
        ({"relative_orbit": 122}, {"sat:relative_orbit": 122}, ()),
        ({"mgrs_tile": "33UUU"}, {"grid:code": "MGRS-33UUU"}, ()),
        ({"mgrs_tile": "T33UUU"}, {"s2:mgrs_tile": "33UUU"}, ()),
        (
            {"mgrs_tile": "1CCV"},
            {"mgrs:utm_zone": 1, "mgrs:latitude_band": "C", "mgrs:grid_square": "CV"},
            (),
        ),
        ({"mgrs_tile": "33UUU"}, {"grid:code": "MGRS-33UUT"}, ("mgrs_tile",)),
        ({"wrs_path": 89, "wrs_row": 90}, {"landsat:wrs_path": "089", "landsat:wrs_row": "090"}, ()),
        ({"wrs_path": 88}, {"landsat:wrs_path": "089"}, ("wrs_path",)),
        ({"polarizations": ["VV"]}, {"sar:polarizations": ["VV", "VH"]}, ()),
        ({"polarizations": ["HH"]}, {"sar:polarizations": ["VV", "VH"]}, ("polarizations",)),
        ({"instrument_mode": "IW"}, {"sar:instrument_mode": "EW"}, ("instrument_mode",)),
        ({"resolution_max": 10}, {"gsd": 30}, ("resolution_max",)),
        ({"resolution_max": 10}, {}, ()),
        ({"daytime": "night"}, {"view:sun_elevation": 30.0}, ("daytime",)),
        ({"daytime": "day"}, {}, ()),
        ({"limit": 3, "sort": "-datetime"}, {}, ()),
    ],
)
def test_a_filter_judges_what_the_item_states(
    filters: dict[str, Any], properties: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert _failures(filters, **properties) == expected


@pytest.mark.parametrize(
    ("name", "filters", "expected"),
    [
        (S2, {"mgrs_tile": "47XML", "relative_orbit": 122, "platform": "sentinel-2b"}, ()),
        (S2, {"mgrs_tile": "33UUU"}, ("mgrs_tile",)),
        (S1, {"instrument_mode": "IW", "polarizations": ["VV", "VH"], "platform": "sentinel-1a"}, ()),
        (LANDSAT, {"wrs_path": 89, "wrs_row": 90, "platform": "landsat-9"}, ()),
    ],
)
def test_what_the_properties_leave_out_the_name_tells(
    name: str, filters: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert _failures(filters, name=name) == expected


def test_the_finest_asset_counts_as_resolution() -> None:
    assets = tuple(Asset(key=str(g), locations=(Location(href="x"),), properties={"gsd": g}) for g in (60, 10))
    item = Item(id="x", collection="sentinel-2-l1c", assets=assets)

    assert failures(item, Search(family="eo", filters={"resolution_max": 10})) == ()


def test_place_and_time_are_judged_too() -> None:
    item = Item(
        id="x",
        collection="c",
        bbox=BBox(west=10, south=50, east=11, north=51),
        interval=Interval(start="2017-02-16", end="2017-02-16"),
    )
    wanted = Search(
        family="eo", bbox=BBox(west=0, south=0, east=1, north=1), interval=Interval(start="2018-01-01", end=None)
    )

    assert failures(item, wanted) == ("bbox", "datetime")


def test_a_diagonal_strip_does_not_touch_the_corner_of_its_own_box() -> None:
    strip = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [10, 9], [10, 10], [9, 10], [0, 1], [0, 0]]]}
    item = Item(id="x", collection="c", bbox=BBox(west=0, south=0, east=10, north=10), geometry=strip)

    assert not touches(item, BBox(west=8, south=0, east=9, north=1))
    assert touches(item, BBox(west=4, south=4, east=5, north=5))


def test_a_box_across_the_antimeridian_meets_scenes_on_both_sides() -> None:
    fiji = BBox(west=177, south=-20, east=-178, north=-15)
    sides = [
        Item(
            id="x",
            collection="c",
            bbox=BBox(west=w, south=-17, east=w + 5, north=-16),
            geometry={"type": "Polygon", "coordinates": [[[w, -17], [w + 5, -17], [w + 5, -16], [w, -16], [w, -17]]]},
        )
        for w in (174.0, -180.0, 0.0)
    ]

    assert [touches(item, fiji) for item in sides] == [True, True, False]
    assert halves(fiji) == ((177, -20, 180.0, -15), (-180.0, -20, -178, -15))


def test_a_footprint_that_is_no_geometry_is_judged_by_its_box() -> None:
    item = Item(
        id="x",
        collection="c",
        bbox=BBox(west=0, south=0, east=10, north=10),
        geometry={"type": "Polygon", "coordinates": "none"},
    )

    assert touches(item, BBox(west=9, south=9, east=20, north=20))


@pytest.mark.parametrize("name", ["S1A", "Sentinel 1A", "SENTINEL-1A", "sentinel_1a"])
def test_spellings_of_a_platform_are_one(name: str) -> None:
    assert platform(name) == "sentinel-1a"


def test_ids_and_a_geometry_are_looked_at_again() -> None:
    ring = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]
    item = Item(id="x", collection="c", geometry={"type": "Polygon", "coordinates": ring})
    inside, outside = ({"type": "Point", "coordinates": at} for at in ([0.5, 0.5], [5, 5]))
    assert failures(item, Search(family="eo", filters={"ids": ["x"], "intersects": inside})) == ()
    assert failures(item, Search(family="eo", filters={"ids": "y", "intersects": outside})) == ("ids", "intersects")
    assert _failures({"intersects": inside}) == ("intersects:unknown",)
