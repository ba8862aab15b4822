"""Lands told by an adjective beside what lies or happens in them."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "country", "relation"),
    [
        ("Polish forest loss in 2020", "PL", None),
        ("superficie des glaciers suisses en 2020", "CH", None),
        ("forêts polonaises perdues en 2020", "PL", None),
        ("Sentinel-2 of the Chilean coast, May 2024", "CL", "coast_of"),
        ("navires au large des côtes marocaines, mai 2024, Sentinel-1", "MA", "off_coast_of"),
        ("pluie le long de la frontière ukrainienne en 2020", "UA", "border_of"),
        ("total de pluie par province zambienne en 2023", "ZM", None),
    ],
)
def test_the_land_of_an_adjective_is_where(text: str, country: str, relation: str | None) -> None:
    places = understand(Question(text=text, asked_at=NOW)).intents[0].places
    assert [(place.country, place.relation) for place in places] == [(country, relation)]


@pytest.mark.parametrize(
    "text", ["Polish forests around Kraków in 2020", "forêts polonaises autour de Cracovie en 2020"]
)
def test_a_place_named_outright_is_nearer_than_the_land_of_an_adjective(text: str) -> None:
    places = understand(Question(text=text, asked_at=NOW)).intents[0].places
    assert [(place.kind, place.relation) for place in places] == [("city", "near")]


def test_a_language_is_no_land() -> None:
    assert understand(Question(text="Rain in 2020, answer in French please", asked_at=NOW)).intents[0].places == ()
