"""A short turn that says which of its namesakes the place of the turn before is."""

from __future__ import annotations

import pytest

from conductor.composer.contract import history_from_json
from conductor.composer.grammar import understand
from conductor.question import Question


@pytest.mark.parametrize(
    ("before", "turn", "name", "country"),
    [
        ("Show me Sentinel-2 imagery of Georgia from May 2025", "the US state", "Georgia", "US"),
        ("Show me Sentinel-2 imagery of Georgia from May 2025", "the country", "Georgia", "GE"),
        ("NDVI of Cambridge in June 2024", "Massachusetts", "Cambridge", "US"),
        ("Sentinel-2 of Victoria, May 2025", "British Columbia", "Victoria", "CA"),
        ("pluie à Córdoba en 2021", "celle d'Espagne", "Córdoba", "ES"),
        ("pluie à Saint-Denis en 2021", "à La Réunion", "Saint-Denis", "RE"),
        ("rain in Paris in 2021", "Spain", "Spain", "ES"),
        ("rain in Springfield in 2021", "and Chicago?", "Chicago", "US"),
    ],
)
def test_the_place_that_is_meant_is_taken(before: str, turn: str, name: str, country: str) -> None:
    history = history_from_json([{"question": before}])
    intent = understand(Question(text=turn, asked_at="2026-06-15T12:00:00Z", history=history)).intents[0]
    assert intent.follow_up
    assert [(place.name, place.country) for place in intent.places] == [(name, country)]
