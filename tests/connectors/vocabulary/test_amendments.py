"""The gazetteer as it is read: every box is one, places on both sides of 180° are whole, names lead where they should."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

import pytest

from connectors.extents import BBox
from connectors.vocabulary import tables
from connectors.vocabulary.amendments import added_refs, amendments, box
from connectors.vocabulary.places import inside, lookup, place

_ROUND = ("globe", "hemisphere", "ocean", "climate_region", "continent", "country", "point")  # what may go all around
_BELTS = frozenset(("the tropics", "Northern mid-latitudes", "Southern mid-latitudes", "northern high latitudes", "Arctic",
                    "Antarctic", "Subarctic", "Boreal forest", "Polar Plateau"))  # fmt: skip
_ISLES = frozenset(("SH",))  # Saint Helena is its island alone: Ascension and Tristan da Cunha are told apart


def _rows(query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(f"file:{tables.FOLDER / 'gazetteer.sqlite'}?mode=ro", uri=True) as database:
        return database.execute(query).fetchall()


def _held() -> list[tuple[str, str, str, str | None, BBox]]:
    """(id, kind, name, country, box as it is read) of all that is no settlement."""
    rows = _rows("SELECT ref, kind, name_en, country, west, south, east, north FROM place WHERE kind != 'city'")
    mended = amendments().boxes
    return [
        (ref, kind, name, country, mended.get(ref) or BBox.of([edge / 1000 for edge in edges]))
        for ref, kind, name, country, *edges in rows
        if ref not in amendments().dropped
    ]


@pytest.mark.parametrize(
    ("name", "points", "widest"),
    [
        ("Chukchi Sea", [(-170.0, 69.0), (178.5, 70.0)], 40), ("mer des Tchouktches", [(-165.0, 70.0)], 40),
        ("Bering Sea", [(175.0, 57.0), (-172.0, 60.0)], 45), ("Gulf of Anadyr", [(-178.0, 64.0), (178.5, 64.0)], 15),
        ("Kiribati", [(173.0, 1.4), (-157.4, 1.9)], 45), ("Taveuni", [(179.95, -16.9), (-179.9, -16.8)], 1),
        ("Vanua Levu", [(179.0, -16.6), (-179.96, -16.15)], 2), ("Rabi Island", [(-179.95, -16.5)], 1),
        ("Lau Islands", [(-178.8, -18.2)], 2), ("Fiji", [(178.0, -17.8), (-179.0, -17.2)], 10), ("Koro Sea", [(180.0, -18.0)], 4),
        ("Chukotka", [(172.0, 67.0), (-175.0, 66.0)], 40), ("Tchoukotka", [(-172.0, 66.0)], 40),
        ("Far Eastern Federal District", [(132.0, 48.0), (-175.0, 66.0)], 95),
        ("district fédéral extrême-oriental", [(129.7, 62.0)], 95), ("Siberian Federal District", [(92.9, 56.0)], 55),
        ("Northern Sea Route", [(100.0, 78.0), (-175.0, 69.5)], 145), ("Siberia", [(105.0, 60.0), (-175.0, 66.0)], 135),
        ("Alaska", [(-152.0, 64.0), (173.0, 52.5)], 60), ("Aleutian Islands", [(-170.0, 52.8), (175.0, 52.0)], 30),
        ("Wrangel Island", [(180.0, 71.2)], 6), ("Ross Sea", [(180.0, -76.0)], 60), ("Ross Ice Shelf", [(-175.0, -81.0)], 60),
        ("Transantarctic Mountains", [(165.0, -77.0), (-160.0, -85.0)], 180), ("Melanesia", [(178.0, -17.8), (160.0, -9.0)], 55),
        ("Polynesia", [(-171.8, -13.8), (-149.4, -17.6)], 90), ("Hawaiian Islands", [(-155.5, 19.6), (-177.4, 28.2)], 25),
        ("Tuvalu", [(179.2, -8.5)], 5), ("Wallis and Futuna", [(-176.2, -13.3)], 4), ("New Zealand", [(174.8, -41.3)], 15),
        ("Russia", [(37.6, 55.8), (-173.0, 65.0)], 172), ("Asia", [(100.0, 35.0), (-172.0, 66.0)], 170),
        ("Micronesia", [(158.2, 6.9), (138.1, 9.5)], 30), ("Canary Islands", [(-17.9, 28.7), (-13.6, 29.0)], 6),
        ("Lake Murray", [(141.5, -7.0)], 1), ("Prince Charles Mountains", [(66.0, -72.0)], 12), ("Luzon Strait", [(121.0, 20.3)], 3),
    ],
)  # fmt: skip
def test_a_place_holds_its_own_and_no_more(name: str, points: list[tuple[float, float]], widest: float) -> None:
    found = lookup(name)[0].bbox

    assert all(found.contains(*point) for point in points)
    assert 0 < found.width <= widest


def test_every_place_has_a_box_and_only_what_goes_around_the_globe_is_that_wide() -> None:
    wrong = []
    for ref, kind, name, country, own in _held():
        narrow = own.width <= 0 or own.north <= own.south
        wide = own.width > 300 and kind not in _ROUND and name not in _BELTS and country != "AQ"
        if narrow or wide:
            wrong.append((ref, own))

    assert wrong == []


def test_a_settlement_s_box_is_a_settlement_s_also_beside_180() -> None:
    rows = _rows("SELECT ref, west, east FROM place WHERE kind = 'city'")

    assert [ref for ref, west, east in rows if not 0 < (east - west) % 360_000 <= 2000] == []


def test_most_people_of_a_country_live_in_its_box() -> None:
    boxes = {country: own.buffered(10) for _, kind, _, country, own in _held() if kind == "country"}
    people: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    query = (
        "SELECT country, west + east, south + north, population FROM place WHERE kind = 'city' AND population > 10000"
    )
    for country, longitudes, latitudes, count in _rows(query):
        if country in boxes:
            people[country][boxes[country].contains(longitudes / 2000, latitudes / 2000)] += count

    assert [c for c, (out, within) in people.items() if out > within / 5 and c not in _ISLES] == []


def test_a_dropped_piece_leaves_the_whole() -> None:
    assert [(e.kind, e.country) for e in lookup("Kiribati")] == [("country", "KI")]
    assert [e.kind for e in lookup("Melanesia")] == ["region"]


def test_a_name_is_its_own_province_s() -> None:
    assert [e.id for e in lookup("Chukotka")] == ["region:RU-CHU"]
    assert lookup("Sakhalin Oblast")[0].id == "region:RU-SAK"
    assert {e.country for e in lookup("Lake Murray")} == {None, "US"}


def test_a_settlement_is_told_in_no_wrong_province() -> None:
    hanoi, vietnam, far = lookup("Hanoi")[0], lookup("Vietnam")[0], place("region:VN-44")

    assert far is not None
    assert hanoi.admin1 is None
    assert inside(hanoi, vietnam)
    assert not inside(hanoi, far)


def test_towns_lie_in_a_district_on_both_sides_of_180() -> None:
    district = lookup("Far Eastern Federal District")[0]

    assert inside(lookup("Anadyr")[0], district)
    assert inside(lookup("Egvekinot")[0], district)
    assert not inside(lookup("Novosibirsk")[0], district)


def test_every_change_is_of_a_place_that_is_there() -> None:
    known = {ref for (ref,) in _rows("SELECT ref FROM place")}
    named = {ref for refs in amendments().more.values() for ref in refs} | {ref for _, ref in amendments().fewer}
    changes = {change for _, change, _, _ in tables.rows("place_amendments")}

    assert (named | amendments().boxes.keys()) <= known
    assert changes <= {"box", "weight", "name", "no-name", "drop", "division"}
    assert known.isdisjoint(added_refs())


def test_an_added_place_is_found_by_its_id() -> None:
    found = place("region:RU-far-eastern-federal-district")

    assert found is not None
    assert found.source.startswith("Natural Earth")


def test_a_box_is_read_with_west_beyond_east() -> None:
    assert box("177,-20,-178,-15") == BBox(west=177, south=-20, east=-178, north=-15)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Kamchatka Peninsula", "péninsule du Kamtchatka"), ("Tibetan Plateau", "plateau tibétain"), ("Libyan Desert", "désert libyque"),
        ("Elburz Mountains", "monts Elbourz"),
        ("Annamite Range", "cordillère annamitique"), ("Kuril Islands", "îles Kouriles"), ("Madeira", "Madère"),
        ("Isle of Man", "île de Man"), ("Pannonian Basin", "bassin pannonien"),
        ("Sea of Galilee", "mer de Galilée"), ("Vercelli", "Verceil"), ("Bergamo", "Bergame"), ("Lake Mweru", "lac Moero"), ("Cape Horn", "cap Horn"),
    ],
)  # fmt: skip
def test_an_exonym_leads_to_the_same_place(english: str, french: str) -> None:
    assert lookup(english)[0].id == lookup(french)[0].id
