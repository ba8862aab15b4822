"""Copies of one scene share a key, different scenes do not."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from connectors.eo.scene_key import scene_key
from connectors.eo.stac_item import read_item
from connectors.extents import BBox, Interval
from connectors.items import Item

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")


def _item(name: str, **properties: object) -> Item:
    return Item(id=name, collection="sentinel-2-l1c", properties=properties)


def test_five_catalogues_list_one_scene_under_one_key() -> None:
    safe = "S2B_MSIL1C_20240206T131259_N0510_R081_T27VWK_20240206T133903"
    copies = [
        _item(safe),  # Copernicus Data Space
        _item(f"{safe}.SAFE"),
        _item("S2B_MSIL1C_20240206T131259_R081_T27VWK_20240206T133903"),  # Planetary Computer
        _item("S2B_27VWK_20240206_0_L1C", **{"s2:product_uri": f"{safe}.SAFE"}),  # Earth Search
        _item("URN:FEATURE:DATA:gdh:25416e3f:V1", identifier=safe),  # GEODES
    ]

    assert len({scene_key(copy) for copy in copies}) == 1


def test_levels_of_one_acquisition_are_different_things() -> None:
    levels = [_item(f"S2B_MSI{level}_20240206T131259_R081_T27VWK_20240206T133903") for level in ("L1C", "L2A")]

    assert len({scene_key(item) for item in levels}) == 2


def test_near_the_pole_two_passes_of_a_day_are_two_scenes() -> None:
    passes = [
        _item(f"S2B_MSIL2A_20240419T{t}_R{r}_T47XML_20240419T123458") for t, r in (("095549", 122), ("113549", 123))
    ]

    assert len({scene_key(item) for item in passes}) == 2


def test_without_a_known_name_place_and_second_tell_scenes_apart() -> None:
    here = BBox(west=1.001, south=2.0, east=3.0, north=4.0)
    there = BBox(west=1.1, south=2.0, east=3.1, north=4.0)
    when = {"datetime": "2022-12-12T16:00:00Z"}
    one, copy = (Item(id=n, collection="naip", bbox=here, properties=when) for n in ("a", "b"))
    other = Item(id="c", collection="naip", bbox=there, properties=when)

    assert scene_key(one) == scene_key(copy) != scene_key(other)


def test_world_maps_of_the_same_year_are_told_apart_by_id() -> None:
    globe, year = BBox(west=-180, south=-90, east=180, north=90), Interval(start="2019-01-01", end="2019-12-31")
    maps = [Item(id=n, collection="x", bbox=globe, interval=year) for n in ("forest", "water")]

    assert len({scene_key(item) for item in maps}) == 2


@needs_shared
def test_of_3495_recorded_items_only_the_24_true_copies_share_a_key() -> None:
    """Reprocessed tiles, one tile in two of Earth Search's collections, state-line aerial photographs listed twice."""
    lines = gzip.decompress((SHARED / "data/stac/items.ndjson.gz").read_bytes()).splitlines()
    items = [item for line in lines if (item := read_item(line, "recorded", {}))]

    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(scene_key(item), []).append(item)

    assert (len(items), len(groups)) == (3495, 3471)
    copies = [group for group in groups.values() if len(group) > 1]
    assert all(len({item.interval for item in group}) == 1 for group in copies)
