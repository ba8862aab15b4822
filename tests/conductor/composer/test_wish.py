"""What is wanted: along which axis things are set against each other, what is found and what measured, of past or future."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent


def first(text: str) -> Intent:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        ("Compare ssp126 with ssp585 for rain in Kenya, 2041-2060", "scenarios"),
        ("Compare la pluie à Dakar et à Abidjan en 2020", "places"),
        ("ERA5 versus MERRA-2 temperature over Spain, 2001-2010", "sources"),
        ("Compare rainfall in Ghana in the 1990s with the 2010s", "periods"),
        ("Compare les stations avec CMIP6 pour la température à Lyon, 1990-2010", "observations"),
    ],
)
def test_a_comparison_says_along_which_axis(text: str, axis: str) -> None:
    assert (first(text).action, first(text).compared) == ("compare", axis)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Landsat scenes of the Aral Sea, August 2021", "find"),
        ("Quelles images Sentinel-2 de Brest en mai 2024 ?", "find"),
        ("How hot was it in Seville in July 2023?", "describe"),
        ("Combien a-t-il plu à Nantes en mars 2020 ?", "describe"),
        ("How hot will Seville be in the 2070s under ssp370?", "project"),
        ("Sera-t-il plus chaud à Nantes vers 2080 en ssp245 ?", "project"),
    ],
)
def test_things_are_found_the_past_is_measured_and_the_future_projected(text: str, action: str) -> None:
    assert first(text).action == action
