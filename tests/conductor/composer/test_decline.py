"""Refusals: what excludes itself, what does not exist, what is of another field — and what only looks like one of these."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SSP5-8.5 temperature for Peru in 1900-1950", "contradiction"),
        ("Landsat scenes of Lima with more than 80 % cloud and less than 20 % cloud", "contradiction"),
        ("Sentinel-2 scenes of Lima with cloud cover above 120 %", "contradiction"),
        ("Temperature in Rome on 31 February 2020", "contradiction"),
        ("Sentinel-2 scenes of Lima after 2023 and before 2021", "contradiction"),
        ("relative humidity above 130 % in Lima", "contradiction"),
        ("SSP9-2.0 for Chile", "no_such_data"),
        ("Images Sentinel-1 de Kobe en janvier 1995", "no_such_data"),
        ("Landsat 9 images from 2015 in Utah", "no_such_data"),
        ("Will it rain tomorrow in Toulouse?", "no_such_data"),
        ("hourly tasmax for 1750 over Scotland", "no_such_data"),
        ("I need 10 cm imagery of Kyiv", "no_such_data"),
        ("Sentinel-2 in HH polarisation over Oslo", "no_such_data"),
        ("Crops grown in Blefuscu in 2020", "no_such_data"),
        ("write me a poem about my cat", "out_of_scope"),
        ("Who won the football match yesterday?", "out_of_scope"),
        ("What is the capital of France?", "out_of_scope"),
        ("qwfp zxcv", "out_of_scope"),
    ],
)
def test_what_cannot_be_is_refused(text: str, reason: str) -> None:
    refusal = understand(Question(text=text, asked_at=NOW)).declined
    assert refusal is not None and refusal.reason == reason and refusal.message


@pytest.mark.parametrize(
    "text",
    [
        "3km off the coast of Maryland",
        "How many hectares burned in Australia in January 2020?",
        "What will summers be like in Rome at the end of the century?",
        "Explain what a return period is",
        "hello",
        "NEX-GDDP-CMIP6 minimum temperature for Bogotá in 2035, ssp126",
        "last glacial maximum temperature from PMIP",
    ],
)
def test_what_can_be_answered_is_not_refused(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).declined is None


def test_a_refusal_names_the_nearest_and_speaks_the_asker_s_language() -> None:
    refusal = understand(Question(text="Images Sentinel-2 d'Alep pour l'été 2005", asked_at=NOW)).declined
    assert refusal is not None
    assert "n'a pas de données" in refusal.message and "landsat-c2-l2" in refusal.nearest


@pytest.mark.parametrize(
    "text",
    [
        "temperature at 97°N 12°E in 2010, ERA5",
        "Landsat of Quito with at least 70 % and at most 30 % cloud",
        "only ascending Sentinel-1 passes that are descending, over Malmö",
    ],
)
def test_bounds_and_passes_that_exclude_each_other_are_refused(text: str) -> None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    assert refusal is not None and refusal.reason == "contradiction"
