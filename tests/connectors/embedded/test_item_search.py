"""Item search over real scenes: place, time, filters, order and the choice of fields."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conductor.settings import from_environment
from connectors.embedded.item_search import matching, trimmed
from connectors.embedded.scenes import Scenes, scenes
from connectors.embedded.stac_query import from_body

BERLIN_100_KM = [11.6, 51.4, 15.3, 53.6]
HAVELLAND = "S2A_T33UUU_20170216T102101_L1C"


@pytest.fixture(scope="module")
def held() -> Scenes:
    return scenes(from_environment().holdings_dir)


def _ids(held: Scenes, **body: Any) -> list[str]:
    return [scene.id for scene in matching(held.items, from_body(body))]


def test_question_9_sentinel_2_near_berlin_in_february_2017(held: Scenes) -> None:
    found = _ids(
        held,
        collections=["sentinel-2-l2a", "sentinel-2-l1c"],
        bbox=BERLIN_100_KM,
        datetime="2017-02-01T00:00:00Z/2017-02-28T23:59:59Z",
    )

    assert found == [HAVELLAND]


def test_the_day_after_has_none(held: Scenes) -> None:
    assert _ids(held, collections=["sentinel-2-l1c"], datetime="2017-02-17T00:00:00Z/..") == []


def test_a_moment_inside_an_interval_item_matches(held: Scenes) -> None:
    assert _ids(held, collections=["modis-12c1"], datetime="2019-06-01T00:00:00Z") == [
        "MCD12C1.A2019001.006.2020220162300"
    ]


def test_a_geometry_is_met_exactly(held: Scenes) -> None:
    inside = {"type": "Point", "coordinates": [12.6, 52.49]}
    corner = {"type": "Point", "coordinates": [12.4943, 52.4530]}  # in the box, outside the tilted footprint

    assert _ids(held, collections=["sentinel-2-l1c"], intersects=inside) == [HAVELLAND]
    assert _ids(held, collections=["sentinel-2-l1c"], intersects=corner) == []


def test_a_box_across_the_antimeridian_finds_both_sides(held: Scenes) -> None:
    found = _ids(held, collections=["io-lulc", "cop-dem-glo-30"], bbox=[170, -90, -178.5, 90])

    assert "60U-2020" in found
    assert "Copernicus_DSM_COG_10_S90_00_W180_00_DEM" in found


def test_a_filter_passes_over_what_does_not_state_the_property(held: Scenes) -> None:
    clear = {"op": "<=", "args": [{"property": "eo:cloud_cover"}, 10]}

    found = {scene.id for scene in matching(held.items, from_body({"filter": clear}))}

    covers = {s.id: json.loads(s.document)["properties"].get("eo:cloud_cover") for s in held.items}
    assert found == {name for name, cover in covers.items() if cover is not None and cover <= 10}
    assert 50 < len(found) < len(held.items)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("platform = 'landsat-7'", 61),
        ("platform LIKE 'landsat-5' AND collection = 'landsat-sr'", 44),
        ("\"grid:code\" = 'MGRS-33UUU'", 1),
        ("nothing = 3", 0),
        ("NOT (nothing = 3)", 0),
        ("nothing = 3 OR platform = 'landsat-7'", 61),
        ("collection IN ('naip', 'modis-12c1')", 5),
        ("S_INTERSECTS(geometry, POLYGON((11 51, 16 51, 16 54, 11 54, 11 51))) AND gsd = 10", 1),
    ],
)
def test_filters_in_text_follow_three_valued_logic(held: Scenes, text: str, count: int) -> None:
    assert len(_ids(held, filter=text, **{"filter-lang": "cql2-text"})) == count


def test_sorting_puts_what_lacks_the_property_last(held: Scenes) -> None:
    order = [{"field": "properties.eo:cloud_cover", "direction": "desc"}, {"field": "id", "direction": "asc"}]

    found = matching(held.items, from_body({"sortby": order}))

    covers = [json.loads(s.document)["properties"].get("eo:cloud_cover") for s in found]
    stated = [c for c in covers if c is not None]
    assert stated == sorted(stated, reverse=True)
    assert covers[len(stated) :] == [None] * (len(covers) - len(stated))


def test_only_the_fields_asked_for_come_back(held: Scenes) -> None:
    (scene,) = matching(held.items, from_body({"ids": [HAVELLAND]}))

    included = json.loads(trimmed(scene.document, from_body({"fields": {"include": ["properties.gsd"]}})))
    excluded = json.loads(
        trimmed(scene.document, from_body({"fields": {"exclude": ["assets", "properties.gsd", "id"]}}))
    )

    assert included == {
        "type": "Feature", "stac_version": "1.1.0", "id": HAVELLAND, "collection": "sentinel-2-l1c",
        "properties": {"gsd": 10},
    }  # fmt: skip
    assert "assets" not in excluded and "gsd" not in excluded["properties"] and excluded["id"] == HAVELLAND
