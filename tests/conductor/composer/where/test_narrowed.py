"""Parts of a place and what holds it, said without its name."""

from __future__ import annotations

import pytest

from conductor.composer.where.bearers import as_place
from conductor.composer.where.narrowed import narrowed
from connectors.vocabulary.places import lookup

MALAWI = (as_place(lookup("Malawi")[0]),)
MOPTI = (as_place(lookup("Mopti")[0]),)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("and the north?", "northern_part_of"), ("et le nord ?", "northern_part_of"), ("only the southern part", "southern_part_of"),
        ("seulement la moitie sud", "southern_part_of"), ("l'est du pays seulement", "eastern_part_of"), ("just the coast", "coast_of"),
        ("et le littoral ?", "coast_of"), ("au large", "off_coast_of"), ("only upstream", "upstream_of"), ("la partie centrale", "central_part_of"),
    ],
)  # fmt: skip
def test_a_part(text: str, relation: str) -> None:
    places = narrowed(text, MALAWI, language="en")
    assert places is not None and [(p.name, p.relation) for p in places] == [("Malawi", relation)]


@pytest.mark.parametrize("text", ["and for the whole country", "et pour tout le pays", "nationwide"])
def test_the_country_around(text: str) -> None:
    places = narrowed(text, MOPTI, language="en")
    assert places is not None and [(p.name, p.kind) for p in places] == [("Mali", "country")]


def test_the_province_around() -> None:
    places = narrowed("the whole province", (as_place(lookup("Regina")[0]),), language="en")
    assert places is not None and places[0].name == "Saskatchewan"


@pytest.mark.parametrize("text", ["plot the north wind", "in winter", "what about Spain?"])
def test_nothing_of_the_kind(text: str) -> None:
    assert narrowed(text, MALAWI, language="en") is None
