"""Items as real catalogues send them, and the wrong facts in them put right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.eo.stac_item import read_item
from connectors.extents import BBox, Interval
from connectors.items import Item

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")


def _read(**parts: Any) -> Item | None:
    document = {"type": "Feature", "id": "x", "collection": "own", "properties": {}, "assets": {}, "links": []} | parts
    return read_item(json.dumps(document).encode(), "here", {"own": "canonical"})


def test_an_item_carries_its_source_and_the_canonical_collection() -> None:
    item = _read()

    assert item is not None
    assert (item.collection, item.sources) == ("canonical", ("here",))


def test_an_asset_keeps_size_checksum_and_every_place_it_can_be_had_from() -> None:
    asset = {
        "href": "https://a.example/x.tif",
        "type": "image/tiff",
        "roles": ["data"],
        "file:size": 5,
        "file:checksum": "1220ABCD",
        "alternate": {"s3": {"href": "s3://bucket/x.tif"}, "broken": 3},
        "gsd": 10,
    }

    item = _read(assets={"red": asset, "nowhere": {"title": "no address"}})

    assert item is not None
    (read,) = item.assets
    assert [(n.href, n.node, n.protocol) for n in read.locations] == [
        ("https://a.example/x.tif", "a.example", "https"),
        ("s3://bucket/x.tif", "bucket", "s3"),
    ]
    assert (read.size, read.checksum, read.roles, read.properties) == (5, "sha256:abcd", ("data",), {"gsd": 10})


@pytest.mark.parametrize(
    ("digest", "expected"),
    [("d50110AA", "md5:aa"), ("1114bb", "sha1:bb"), ("1340cc", "sha512:cc"), ("99", None), (7, None)],
)
def test_a_multihash_is_read_by_its_prefix(digest: Any, expected: str | None) -> None:
    item = _read(assets={"a": {"href": "x", "file:checksum": digest}})

    assert item is not None
    assert item.assets[0].checksum == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"datetime": "2024-04-19T09:55:49Z"}, ("2024-04-19", "2024-04-19")),
        (
            {"datetime": None, "start_datetime": "2019-01-01T00:00:00Z", "end_datetime": "2019-12-31T00:00:00Z"},
            ("2019-01-01", "2019-12-31"),
        ),
        ({"start_datetime": "2019-12-31T00:00:00Z", "end_datetime": "2019-01-01"}, ("2019-01-01", "2019-12-31")),
        ({"datetime": "yesterday"}, (None, None)),
    ],
)
def test_an_interval_is_read_and_turned_round_where_it_runs_backwards(
    properties: dict[str, Any], expected: tuple[str | None, str | None]
) -> None:
    item = _read(properties=properties)

    assert item is not None
    assert item.interval == Interval(start=expected[0], end=expected[1])


SQUARE = {"type": "Polygon", "coordinates": [[[1, 2], [3, 2], [3, 4], [1, 4], [1, 2]]]}


@pytest.mark.parametrize("box", [[3, 2, 1, 4], [1, 95, 3, 99], None, [1, 2]])
def test_a_wrong_box_gives_way_to_the_footprint(box: list[float] | None) -> None:
    item = _read(bbox=box, geometry=SQUARE)

    assert item is not None
    assert item.bbox == BBox(west=1, south=2, east=3, north=4)


def test_a_box_across_the_antimeridian_stays() -> None:
    parts = [[[[178, 0], [180, 0], [180, 1], [178, 0]]], [[[-180, 0], [-179, 0], [-180, 1], [-180, 0]]]]

    item = _read(bbox=[178, 0, -179, 1], geometry={"type": "MultiPolygon", "coordinates": parts})

    assert item is not None
    assert item.bbox == BBox(west=178, south=0, east=-179, north=1)


def test_a_box_of_all_longitudes_round_two_halves_of_a_scene_is_the_scene_s() -> None:
    parts = [[[[179, 0], [180, 0], [180, 1], [179, 0]]], [[[-180, 0], [-179, 0], [-180, 1], [-180, 0]]]]

    item = _read(bbox=[-180, 0, 180, 1], geometry={"type": "MultiPolygon", "coordinates": parts})

    assert item is not None
    assert item.bbox == BBox(west=179, south=0, east=-179, north=1)


@pytest.mark.parametrize("raw", [b"{}", b'{"id": "x"}', b'{"id": "x", "properties": 3}', b"[]"])
def test_what_is_no_item_is_left_out(raw: bytes) -> None:
    assert read_item(raw, "here", {}) is None


@needs_shared
def test_a_publication_date_gives_way_to_the_day_in_the_product_name() -> None:
    """GEODES states the day of cataloguing as datetime, and as start and end that of sensing."""
    page = json.loads((SHARED / "fixtures/eo/eodag/geodes_search.json").read_text())
    feature = page["features"][0]
    for name in ("start_datetime", "end_datetime"):
        del feature["properties"][name]
    feature["properties"]["datetime"] = "2025-05-30T09:00:26Z"

    item = read_item(json.dumps(feature).encode(), "geodes", {})

    assert item is not None
    assert item.interval == Interval(start="2025-04-02", end="2025-04-02")
    assert item.properties["conductor:corrected"] == ["datetime"]
