"""Boxes across the antimeridian, intervals with open ends."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from connectors.extents import EARTH_RADIUS_KM, GLOBE, BBox, Interval, around

longitudes = st.floats(-180, 180, allow_nan=False)
latitudes = st.floats(-90, 90, allow_nan=False)
PACIFIC = BBox(west=170.0, south=-50.0, east=-170.0, north=-30.0)


def test_the_globe_has_the_area_of_the_sphere() -> None:
    assert GLOBE.area_km2 == pytest.approx(4 * 3.141592653589793 * EARTH_RADIUS_KM**2, rel=1e-9)


def test_a_box_across_the_antimeridian_is_narrow() -> None:
    assert PACIFIC.width == 20
    assert PACIFIC.center == (180.0, -40.0)
    assert PACIFIC.contains(-175.0, -40.0)
    assert not PACIFIC.contains(0.0, -40.0)


@pytest.mark.parametrize(
    ("values", "west", "east"),
    [([0, -90, 360, 90], -180, 180), ([350, 0, 370, 10], -10, 10), ([170, 0, 0, 190, 10, 5], 170, -170)],
)
def test_longitudes_of_any_convention_are_read(values: list[float], west: float, east: float) -> None:
    box = BBox.of(values)
    assert (box.west, box.east) == (west, east)


@pytest.mark.parametrize("values", [[0, 10, 0, -10], [0, -91, 1, 1], [0, 0, 1], []])
def test_a_box_that_is_none_is_refused(values: list[float]) -> None:
    with pytest.raises(ValueError, match=r"bbox|latitudes"):
        BBox.of(values)


@given(longitudes, latitudes, st.floats(0, 500))
def test_a_buffered_point_holds_the_point(longitude: float, latitude: float, km: float) -> None:
    box = BBox(west=longitude, south=latitude, east=longitude, north=latitude).buffered(km)
    assert box.contains(longitude, latitude)


@given(longitudes, latitudes, longitudes, latitudes)
def test_boxes_meet_either_way_round(a: float, b: float, c: float, d: float) -> None:
    point, other = (BBox(west=x, south=y, east=x, north=y) for x, y in ((a, b), (c, d)))
    assert point.intersects(other) == other.intersects(point)
    assert point.intersects(GLOBE)


def test_open_intervals_meet_and_cover() -> None:
    since, before = Interval(start="2000-01-01"), Interval(end="1999-12-31")
    assert since.is_open
    assert not since.intersects(before)
    assert Interval().covers(since)
    assert since.to_stac() == "2000-01-01T00:00:00Z/.."


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after it starts"):
        Interval(start="2001-01-01", end="2000-01-01")


FIJI = BBox(west=177.0, south=-20.0, east=-178.0, north=-15.0)


def test_a_box_across_the_antimeridian_is_two_spans() -> None:
    assert FIJI.spans == ((177.0, 180.0), (-180.0, -178.0))
    assert GLOBE.spans == ((-180.0, 180.0),)


@pytest.mark.parametrize(
    ("longitude", "within"), [(181.0, True), (180.0, True), (-180.0, True), (178.0, True), (190.0, False), (0.0, False)]
)
def test_a_point_is_in_it_by_either_convention(longitude: float, within: bool) -> None:
    assert FIJI.contains(longitude, -17.0) is within


def test_180_is_the_same_meridian_on_both_sides() -> None:
    assert BBox(west=170.0, south=-20.0, east=180.0, north=-15.0).contains(-180.0, -17.0)
    assert BBox(west=-180.0, south=-20.0, east=-170.0, north=-15.0).contains(180.0, -17.0)


def test_a_box_holds_another_on_both_sides() -> None:
    taveuni = BBox(west=179.89, south=-17.002, east=-179.816, north=-16.678)

    assert FIJI.holds(taveuni) and FIJI.holds(FIJI) and GLOBE.holds(FIJI)
    assert not taveuni.holds(FIJI) and not FIJI.holds(GLOBE)
    assert not FIJI.holds(BBox(west=-179.0, south=-17.0, east=179.0, north=-16.0))  # the long way round


def test_the_box_around_boxes_goes_the_short_way_round() -> None:
    sides = [BBox(west=170.0, south=0.0, east=180.0, north=1.0), BBox(west=-180.0, south=-1.0, east=-170.0, north=0.0)]

    assert around(sides) == BBox(west=170.0, south=-1.0, east=-170.0, north=1.0)
    assert around([FIJI]) == FIJI
    assert around([GLOBE, FIJI]) == GLOBE
    assert (
        around(
            [BBox(west=-10.0, south=0.0, east=10.0, north=1.0), BBox(west=100.0, south=0.0, east=120.0, north=1.0)]
        ).width
        == 130
    )


@example(drawn=[(0, 180), (1, -180)])
@given(st.lists(st.tuples(st.integers(-180, 180), st.integers(-180, 180)), min_size=1, max_size=5))
def test_the_box_around_boxes_holds_each(drawn: list[tuple[int, int]]) -> None:
    boxes = [BBox(west=west, south=0, east=east, north=1) for west, east in drawn]

    whole = around(boxes)

    assert all(whole.holds(box) for box in boxes)
    assert whole.width <= 360
