"""Adjectives of lands."""

from __future__ import annotations

import pytest

from connectors.vocabulary.demonyms import first_half, home, is_demonym, leads
from connectors.vocabulary.places import place
from connectors.vocabulary.tables import listed, rows


@pytest.mark.parametrize(
    ("word", "land"),
    [
        ("Polish", "country:PL"), ("polonaises", "country:PL"), ("bretonne", "region:FR-BRE"), ("Californian", "region:US-CA"),
        ("UK", "country:GB"), ("South African", "country:ZA"), ("sud-africaines", "country:ZA"), ("madrilènes", "city:3117735"),
        ("Andean", "mountain_range:andes"), ("andins", "mountain_range:andes"),
    ],
)  # fmt: skip
def test_an_adjective_names_its_land(word: str, land: str) -> None:
    assert home(word) == land


def test_a_land_is_no_adjective_of_itself() -> None:
    assert not is_demonym("Canada") and home("Canada") is None


def test_every_land_is_one_of_the_gazetteer_and_has_its_adjective() -> None:
    table = rows("demonyms")
    assert all(place(row[0]) is not None and (listed(row[1]) or listed(row[2])) for row in table)
    assert len({row[0] for row in table}) == len(table) > 500


def test_half_a_double_adjective_names_its_land_too() -> None:
    assert first_half("Franco") == first_half("French") == "country:FR"
    assert first_half("tchado") == "country:TD"
    assert first_half("micro") is None


def test_every_half_is_of_a_land_of_the_gazetteer() -> None:
    assert all(place(ref) for ref, _ in rows("double_adjectives"))


@pytest.mark.parametrize(
    ("word", "first"),
    [("South", True), ("sud", True), ("polonaises", True), ("UK", True), ("rainfall", False), ("pluie", False)],
)
def test_the_first_word_of_an_adjective_is_known(word: str, *, first: bool) -> None:
    assert leads(word) is first
