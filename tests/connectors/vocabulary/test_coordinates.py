"""Points and boxes as people type them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from connectors.vocabulary.coordinates import box_of, typed


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("at (39.493523, -122.107805)", 39.493523, -122.107805), ("54.2194N, 9.7556E", 54.2194, 9.7556), ("longitude -30, latitude 45", 45, -30),
        ("lat 45.5 lon -73.6", 45.5, -73.6), ("45°30'N 73°35'W", 45.5, -73.58333), ("45,5 N 73,6 O", 45.5, -73.6), ("33.9 S, 151.2 E", -33.9, 151.2),
        ("10.5W, 52.1N", 52.1, -10.5), ("longitude 5 et la latitude 42", 42, 5), ("longitude 5 and the latitude 42", 42, 5),
    ],
)  # fmt: skip
def test_points_are_read(text: str, latitude: float, longitude: float) -> None:
    (found,) = typed(text)
    lon, lat = found.box.center

    assert found.point
    assert [lat, lon] == pytest.approx([latitude, longitude], abs=1e-4)


@pytest.mark.parametrize(
    ("text", "box", "swapped"),
    [
        ("bbox -80,44,-73,48, 1981 to 2010", [-80, 44, -73, 48], False), ("over -117.33,35.541,-117.880,35.991 in", [-117.88, 35.541, -117.33, 35.991], True),
        ("(115.10,-31.44 to 115.77,-32.77)", [115.1, -32.77, 115.77, -31.44], True), ("[-10, 35, 5, 45]", [-10, 35, 5, 45], False),
        ("between 45N and 50N, 70W and 80W", [-80, 45, -70, 50], False), ("emprise -80 44 -73 48", [-80, 44, -73, 48], False),
        ("entre 177° E et 178° O, de 15° S à 20° S", [177, -20, -178, -15], False), ("latitudes 10 to 20 N and longitudes 5 to 10 E", [5, 10, 10, 20], False),
        ("10 and 20 degrees north and 5 to 15 degrees east", [5, 10, 15, 20], False), ("de 10° à 20° N et de 5° à 15° E", [5, 10, 15, 20], False),
    ],
)  # fmt: skip
def test_boxes_are_read_and_corners_put_right(text: str, box: list[float], swapped: bool) -> None:
    (found,) = typed(text)

    assert not found.point
    assert found.box.to_list() == pytest.approx(box)
    assert found.swapped is swapped


def test_a_box_across_the_antimeridian_is_kept() -> None:
    found = box_of((170.0, -20.0), (-170.0, -10.0))

    assert found is not None
    assert found[0].crosses_antimeridian
    assert not found[1]


@pytest.mark.parametrize(
    "text",
    [
        "2020, 2030",
        "from 1981 to 2010",
        "10/10/2012",
        "version 2.0, 3.1.4.5",
        "1,5 °C",
        "ssp245, ssp585",
        "10 N",
        "95.0, 200.0",
    ],
)
def test_other_numbers_are_no_places(text: str) -> None:
    assert typed(text) == ()


def test_nothing_overlaps() -> None:
    spans = [(t.start, t.end) for t in typed("1.5,-2.5,1.5,-2.5 and 1.5,-2.5")]

    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_box_of_0_to_360_may_go_across_greenwich() -> None:
    found = box_of((350.0, -10.0), (10.0, 10.0))

    assert found is not None
    assert (found[0].west, found[0].east, found[1]) == (-10.0, 10.0, False)


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("lon -20 to 15, lat 10 to 20", [-20, 10, 15, 20]), ("lon -20 à 15, lat 10 à 20", [-20, 10, 15, 20]),
        ("lat=[40, 50], lon=[0, 10]", [0, 40, 10, 50]), ("latitudes between 10 and 20 and longitudes between -20 and 15", [-20, 10, 15, 20]),
        ("for -122.6 to -122.2 lon, 37.6 to 37.9 lat", [-122.6, 37.6, -122.2, 37.9]), ("lon 170 to -170, lat -20 to -10", [170, -20, -170, -10]),
        ("POLYGON((6.0 46.1, 6.4 46.1, 6.4 46.4, 6.0 46.4, 6.0 46.1))", [6.0, 46.1, 6.4, 46.4]),
        ("sur l'emprise 2,1 ; 48,7 ; 2,6 ; 49,0", [2.1, 48.7, 2.6, 49.0]), ("bbox 2.1;48.7;2.6;49.0", [2.1, 48.7, 2.6, 49.0]),
    ],
)  # fmt: skip
def test_boxes_by_their_axes_as_well_known_text_and_with_semicolons(text: str, box: list[float]) -> None:
    (found,) = typed(text)
    assert found.box.to_list() == pytest.approx(box)
    assert not found.point


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("N 35.68 E 139.69", 35.68, 139.69), ("S 33,9 O 18,4", -33.9, -18.4), ("(14,6928 ; -17,4467)", 14.6928, -17.4467), ("POINT(3.05 36.75)", 36.75, 3.05),
    ],
)  # fmt: skip
def test_points_with_the_letter_first_and_with_semicolons(text: str, latitude: float, longitude: float) -> None:
    (found,) = typed(text)
    assert found.point
    assert found.box.center == pytest.approx((longitude, latitude))


@pytest.mark.parametrize(
    "text", ["seuils 20 ; 25 ; 30 ; 35 °C", "2,1; 3,4 mm of rain", "years 2020; 2021; 3", "N 35 in E 12"]
)
def test_lists_of_numbers_are_no_boxes(text: str) -> None:
    assert typed(text) == ()
