"""How a place is meant: relations and distances in both languages."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.where.relations import abbreviated, distance_alone, pair, relation


@pytest.mark.parametrize(
    ("text", "name", "km"),
    [
        ("within 20 km of X", "within_distance", 20),
        ("dans un rayon de 30 km autour de X", "within_distance", 30),
        ("à moins de 25 km de X", "within_distance", 25),
        ("within 100 miles of X", "within_distance", 160.934),
        ("X plus 10 km around", "within_distance", 10),
        ("3km off the coast of X", "off_coast_of", 3),
        ("100 km offshore east of X", "off_coast_of", 100),
        ("40 km off the coast north of X", "off_coast_of", 40),
        ("à 40 km au large, au nord de X", "off_coast_of", 40),
        ("à 40 km au nord de X", "north_of", 40),
        ("au large de la X", "off_coast_of", None),
        ("la côte de la X", "coast_of", None),
        ("northern X", "northern_part_of", None),
        ("dans le nord du X", "northern_part_of", None),
        ("au nord de X", "north_of", None),
        ("5 km north of X", "north_of", 5),
        ("upstream of X", "upstream_of", None),
        ("en aval de X", "downstream_of", None),
        ("except X", "except", None),
        ("sauf X", "except", None),
        ("autour de X", "near", None),
        ("central X", "central_part_of", None),
    ],
)
def test_a_relation_is_read(text: str, name: str, km: float | None) -> None:
    start = text.index("X")
    found = relation(fold(text), start, start + 1, floor=0)
    assert found is not None and (found.name, found.distance_km) == (name, km)


@pytest.mark.parametrize("text", ["scenes of X", "10 m wind for X", "DEM at 30 m for X", "in X"])
def test_a_plain_place_has_no_relation(text: str) -> None:
    start = text.index("X")
    assert relation(fold(text), start, start + 1, floor=0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("border between A and B", "border_between"),
        ("frontière entre A et B", "border_between"),
        ("the A-B border", "border_between"),
        ("between A and B", "between"),
        ("A and B", None),
    ],
)
def test_two_places_may_be_the_sides_of_one(text: str, name: str | None) -> None:
    a, b = text.index("A"), text.index("B")
    assert pair(fold(text), (a, a + 1), (b, b + 1)) == name


def test_a_distance_may_stand_alone() -> None:
    assert distance_alone("elargis a 100 km") == 100


def test_to_the_west_of_a_town_is_beside_it() -> None:
    text = fold("à l'ouest de Tombouctou")
    found = relation(text, text.index("tombouctou"), len(text), floor=0)
    assert found is not None and found.name == "west_of"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sauf en X", "except"), ("sauf au X", "except"), ("X excepted", "except"), ("X exclue", "except"), ("X mise à part", "except"),
        ("but not X", "except"), ("mais pas X", "except"), ("près de l'île de X", "near"), ("near X", "near"),
    ],
)  # fmt: skip
def test_a_place_left_out_is_told_before_or_behind_it(text: str, name: str) -> None:
    start = text.index("X")
    found = relation(fold(text), start, start + 1, floor=0)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ships from A to B", "between"), ("navires de A à B", "between"), ("ships between A and B", "between"), ("ash from A, B", None),
        ("cendres de A, B", None),
    ],
)  # fmt: skip
def test_from_one_to_another_lies_between_them(text: str, name: str | None) -> None:
    first, second = text.index("A"), text.index("B")
    assert pair(fold(text), (first, first + 1), (second, second + 1)) == name


@pytest.mark.parametrize(
    ("text", "name", "way"),
    [
        ("in NE X", "northern_part_of", "northeast"),
        ("dans le SO de la X", "southern_part_of", "southwest"),
        ("in the N of X", "northern_part_of", "north"),
        ("en X du SE", "southern_part_of", "southeast"),
        ("rain N X", None, None),  # one letter alone says nothing
        ("il ne pleut pas, so X", None, None),
        ("Lincoln, NE in X", None, None),
    ],
)
def test_capitals_for_the_compass_tell_a_part(text: str, name: str | None, way: str | None) -> None:
    start = text.index("X")
    found = abbreviated(text, start, start + 1, floor=0)
    assert (found.name, found.way) == (name, way) if found else name is None


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("the northeast of X", "northeast"),
        ("dans le sud-ouest de X", "southwest"),
        ("central X", "central"),
        ("near X", None),
    ],
)
def test_a_part_is_told_with_both_points_of_the_compass(text: str, way: str | None) -> None:
    text = f"in {text}"
    start = text.index("X")
    found = relation(fold(text), start, start + 1, floor=0)
    assert found is not None and found.way == way
