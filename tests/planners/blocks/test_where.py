from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.extents import BBox
from planners.blocks.where import box_of, extent_of, located, place_caveats, place_document, places_of, sites_of
from planners.errors import NoPlan
from planners.intent import Intent, Place
from tests.planners.intents import BERLIN, TEXAS, WORLD

BOX = Place(name="Box", kind="bbox", bbox=BBox(west=0.0, south=10.0, east=20.0, north=30.0), geometry_id="x:1")


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("northern_part_of", [0.0, 20.0, 20.0, 30.0]),
        ("southern_part_of", [0.0, 10.0, 20.0, 20.0]),
        ("eastern_part_of", [10.0, 10.0, 20.0, 30.0]),
        ("western_part_of", [0.0, 10.0, 10.0, 30.0]),
        ("central_part_of", [5.0, 15.0, 15.0, 25.0]),
    ],
)
def test_a_part_of_a_place_is_a_part_of_its_box(relation: str, expected: list[float]) -> None:
    part = located(replace(BOX, relation=relation))
    assert part.bbox and part.bbox.to_list() == expected
    assert part.geometry_id is None


@pytest.mark.parametrize(
    ("relation", "inside", "outside"),
    [
        ("north_of", (10.0, 30.5), (10.0, 12.0)),
        ("south_of", (10.0, 9.5), (10.0, 28.0)),
        ("east_of", (20.5, 20.0), (2.0, 20.0)),
        ("west_of", (-0.5, 20.0), (18.0, 20.0)),
    ],
)
def test_beside_a_place_is_the_strip_on_that_side(
    relation: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    strip = located(replace(BOX, relation=relation)).bbox
    assert strip and strip.contains(*inside) and not strip.contains(*outside)


def test_a_said_distance_is_the_distance_taken() -> None:
    near, far = (located(replace(BERLIN, relation="within_distance", distance_km=km)).bbox for km in (20.0, 200.0))
    assert near and far and far.width > near.width > BERLIN.bbox.width  # type: ignore[union-attr]


def test_a_part_across_the_antimeridian_stays_where_it_is() -> None:
    wrapped = replace(BOX, bbox=BBox(west=170.0, south=0.0, east=-170.0, north=10.0), relation="eastern_part_of")
    assert located(wrapped).bbox == BBox(west=-180.0, south=0.0, east=-170.0, north=10.0) or located(
        wrapped
    ).bbox == BBox(west=180.0, south=0.0, east=-170.0, north=10.0)


def test_no_place_is_the_world() -> None:
    assert places_of(Intent()) == (replace(WORLD, name="globe"),)
    assert (box_of(WORLD), extent_of(WORLD)) == (None, [-180.0, -90.0, 180.0, 90.0])


def test_what_is_near_a_place_is_searched_around_it_but_read_at_it() -> None:
    intent = Intent(places=(BERLIN,))
    assert places_of(intent)[0].bbox != BERLIN.bbox
    assert sites_of(intent)[0].bbox == BERLIN.bbox


@pytest.mark.parametrize(("south", "north", "latitude"), [(80.0, 90.0, 90.0), (-90.0, -80.0, -90.0)])
def test_a_pole_is_read_at_the_pole(south: float, north: float, latitude: float) -> None:
    cap = Place(
        name="Pole", kind="point", bbox=BBox(west=-180.0, south=south, east=180.0, north=north), relation="near"
    )
    assert sites_of(Intent(places=(cap,)))[0].bbox == BBox(west=0.0, south=latitude, east=0.0, north=latitude)


def test_an_exception_is_not_a_place_of_its_own() -> None:
    assert [p.name for p in places_of(Intent(places=(TEXAS, replace(BERLIN, relation="except"))))] == ["Texas"]


def test_upstream_is_refused_until_basins_can_be_delineated() -> None:
    with pytest.raises(NoPlan, match="upstream"):
        located(replace(BERLIN, relation="upstream_of"))


def test_a_place_taken_as_it_is_needs_no_caveat() -> None:
    assert place_caveats(TEXAS) == []
    assert place_document(TEXAS)["geometry_id"] == "us-states:TX"


TAVEUNI = Place(name="Taveuni", kind="island", bbox=BBox(west=179.89, south=-17.002, east=-179.816, north=-16.678))


@pytest.mark.parametrize(
    ("relation", "km", "inside", "outside"),
    [
        ("within_distance", 100.0, [(179.1, -16.8), (-179.0, -16.8), (180.0, -17.8)], [(178.0, -16.8), (-178.0, -16.8), (0.0, -16.8)]),
        ("near", None, [(179.5, -16.8), (-179.5, -16.8)], [(178.0, -16.8), (0.0, -16.8)]),
        ("coast_of", None, [(-179.5, -16.8)], [(0.0, -16.8)]),
        ("east_of", 100.0, [(-179.0, -16.8), (-179.9, -16.8)], [(179.5, -16.8), (0.0, -16.8)]),
        ("west_of", 100.0, [(179.1, -16.8), (179.9, -16.8)], [(-179.5, -16.8), (0.0, -16.8)]),
        ("north_of", 100.0, [(180.0, -16.0), (-179.9, -16.0)], [(180.0, -17.5), (0.0, -16.0)]),
        ("western_part_of", None, [(179.95, -16.8)], [(-179.9, -16.8), (0.0, -16.8)]),
        ("eastern_part_of", None, [(-179.9, -16.8)], [(179.95, -16.8), (0.0, -16.8)]),
        ("northern_part_of", None, [(179.95, -16.7), (-179.85, -16.7)], [(180.0, -16.9), (0.0, -16.7)]),
        ("between", None, [(179.5, -16.8), (-179.5, -16.8)], [(0.0, -16.8)]),
    ],
)  # fmt: skip
def test_what_is_said_of_an_island_on_180_stays_around_it(
    relation: str, km: float | None, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    box = located(replace(TAVEUNI, relation=relation, distance_km=km)).bbox

    assert box is not None
    assert all(box.contains(*point) for point in inside)
    assert not any(box.contains(*point) for point in outside)
    assert box.width < 5
