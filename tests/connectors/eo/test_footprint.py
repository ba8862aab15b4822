"""Rings and boxes of catalogues that do not speak GeoJSON, the antimeridian and the poles among them."""

from __future__ import annotations

from typing import Any

import pytest
from shapely.geometry import shape

from connectors.eo.footprint import box_footprint, footprint, geometry_box, polygon_wkt
from connectors.extents import BBox


def test_a_ring_is_closed_and_has_its_box() -> None:
    geometry, box = footprint([[(10, 50), (12, 50), (12, 51)]])

    assert geometry == {"type": "Polygon", "coordinates": [[[10, 50], [12, 50], [12, 51], [10, 50]]]}
    assert box == BBox(west=10, south=50, east=12, north=51)


def test_a_ring_over_the_antimeridian_is_cut_there() -> None:
    geometry, box = footprint([[(175, -20), (-175, -20), (-175, -10), (175, -10)]])

    assert box == BBox(west=175, south=-20, east=-175, north=-10)
    assert geometry is not None
    drawn = shape(dict(geometry))
    assert drawn.area == pytest.approx(100)
    assert (drawn.bounds[0], drawn.bounds[2]) == (-180, 180)


@pytest.mark.parametrize(("sign", "box"), [(1, (-180, 66, 180, 90)), (-1, (-180, -90, 180, -66))])
def test_a_ring_round_a_pole_has_a_box_alone(sign: int, box: tuple[float, ...]) -> None:
    ring = [(147.0, 76.0 * sign), (-145.0, 66.0 * sign), (-95.0, 70.0 * sign), (10.0, 84.0 * sign)]

    assert footprint([ring]) == (None, BBox.of(box))


def test_several_rings_are_one_footprint() -> None:
    geometry, box = footprint([[(170, 0), (179, 0), (179, 5)], [(-179, 0), (-170, 0), (-170, 5)]])

    assert geometry is not None and geometry["type"] == "MultiPolygon"
    assert box == BBox(west=170, south=0, east=-170, north=5)


def test_less_than_a_triangle_is_nothing() -> None:
    assert footprint([[(1, 2), (3, 4)]]) == (None, None)
    assert footprint([]) == (None, None)


GLOBE = [[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]
EAST = [[170, -20], [180, -20], [180, -10], [170, -10], [170, -20]]
WEST = [[-180, -20], [-175, -20], [-175, -10], [-180, -10], [-180, -20]]


@pytest.mark.parametrize(
    ("geometry", "box"),
    [
        ({"type": "Polygon", "coordinates": [GLOBE]}, (-180, -90, 180, 90)),
        ({"type": "MultiPolygon", "coordinates": [[EAST], [WEST]]}, (170, -20, -175, -10)),
        ({"type": "Point", "coordinates": [5, 6]}, (5, 6, 5, 6)),
        ({"type": "Polygon", "coordinates": [EAST]}, (170, -20, 180, -10)),
    ],
)
def test_the_box_of_geojson_whose_edges_never_wrap(geometry: dict[str, Any], box: tuple[float, ...]) -> None:
    west, south, east, north = box

    assert geometry_box(geometry) == BBox(west=west, south=south, east=east, north=north)


@pytest.mark.parametrize("geometry", [None, {}, {"type": "Polygon", "coordinates": []}, {"type": "LineString"}])
def test_no_geometry_no_box(geometry: dict[str, Any] | None) -> None:
    assert geometry_box(geometry) is None


def test_a_box_that_wraps_is_drawn_in_two_parts() -> None:
    drawn = box_footprint(BBox(west=170, south=-20, east=-175, north=-10))

    assert drawn["type"] == "MultiPolygon"
    assert geometry_box(drawn) == BBox(west=170, south=-20, east=-175, north=-10)


def test_well_known_text_runs_longitude_first_and_loses_no_digits() -> None:
    assert polygon_wkt(13.0123456, 52, 14, 53).startswith("POLYGON((13.0123456 52,14 52,")
