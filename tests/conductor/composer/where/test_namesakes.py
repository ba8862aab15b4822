"""When a name is truly ambiguous, by fame, country, language and what stands beside it."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.composer.where.namesakes import clearly_ahead
from conductor.question import Question
from connectors.vocabulary.places import lookup


def back(text: str) -> str | None:
    asked = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).clarification
    return asked.slot if asked else None


@pytest.mark.parametrize(
    "text",
    [
        "Sentinel-2 over Victoria on 5 May 2026",
        "annual mean temperature in Santa Cruz since 1990",
        "température moyenne à Hamilton, 1991-2020",
        "mean wind in Newcastle, 1991-2020",
        "rain in Punjab in 2021",
        "pluie au Congo en 2021",
        "temperature in Cambridge, 1980-2020",
    ],
)
def test_names_of_like_weight_are_asked_about(text: str) -> None:
    assert back(text) == "places"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("rain in Perth in 2021", "AU"),
        ("pluie à Tripoli en 2021", "LY"),
        ("rain in Salvador in 2020", "BR"),
        ("pluie à Salvador en 2020", "BR"),
        ("pluie au Salvador en 2020", "SV"),
        ("rainfall in El Salvador, 2020", "SV"),
        ("rain in Trinidad in 2020", "TT"),
        ("pluie à Sion en 2021", "CH"),
        ("pluie à Kingston en 2021", "JM"),
        ("rainfall in Georgia and Armenia in 2021", "GE"),
        ("rainfall in Georgia and Alabama in 2021", "US"),
        ("rain in Victoria and New South Wales in 2020", "AU"),
        ("snow cover over the Yukon, 2001-2014", "CA"),
    ],
)
def test_a_name_that_is_clearly_ahead_is_taken(text: str, country: str) -> None:
    understood = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z"))
    assert understood.clarification is None
    assert understood.intents[0].places[0].country == country


@pytest.mark.parametrize(
    ("name", "ahead"), [("Paris", True), ("Moscow", True), ("Springfield", False), ("Limburg", False)]
)
def test_fame_alone_puts_a_place_ahead(name: str, ahead: bool) -> None:
    assert clearly_ahead(lookup(name), name) is ahead
