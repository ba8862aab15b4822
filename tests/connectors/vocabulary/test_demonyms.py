"""Adjectives of lands."""

from __future__ import annotations

import pytest

from connectors.vocabulary.demonyms import home, is_demonym
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
