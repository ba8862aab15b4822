"""Clouds bound scenes and are measured elsewhere; what a filter is made of is no quantity, in a first question and in a follow-up."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question, Turn
from planners.intent import Intent

NOW = "2026-06-15T12:00:00Z"
SCENES = {"en": "Sentinel-2 scenes over Lyon in May 2025", "fr": "scènes Sentinel-2 sur Lyon en mai 2025"}


def intent(text: str, *before: str) -> Intent:
    history: tuple[Turn, ...] = ()
    for turn in before:
        history = (
            *history,
            Turn(question=turn, intents=understand(Question(text=turn, asked_at=NOW, history=history)).intents),
        )
    return understand(Question(text=text, asked_at=NOW, history=history)).intents[0]


@pytest.mark.parametrize(
    "text",
    [
        "days with cloud cover above 80 % in Madrid in 2023, ERA5",
        "highest cloud cover in Madrid in June 2024, ERA5",
        "cloudiest month in Bergen, 1991-2020",
        "quel est le mois le plus nuageux à Brest ?",
        "snow cover under 15 % in the Alps in March 2024, ERA5-Land",
    ],
)
def test_of_reanalyses_and_climate_clouds_and_snow_are_measured(text: str) -> None:
    assert intent(text).filters == {}


@pytest.mark.parametrize(
    "text",
    [
        "compare Sentinel-2 over Lyon in May 2024 with May 2025, snow cover under 15 %",
        "NDVI de Lyon en mai 2025 avec Sentinel-2, nébulosité ne dépassant pas 20 %",
        "NDVI of Lyon in May 2025 from Sentinel-2, cloudiest first",
    ],
)
def test_what_a_filter_is_made_of_is_no_quantity_and_no_statistic(text: str) -> None:
    asked = intent(text)

    assert {q.variable_id for q in asked.quantities} <= {None}
    assert asked.filters and not asked.statistics and not asked.phenomena


@pytest.mark.parametrize(
    ("language", "text", "filters"),
    [
        ("en", "cloudiest first", {"sort": "-eo:cloud_cover"}),
        ("fr", "les plus nuageuses en premier", {"sort": "-eo:cloud_cover"}),
        ("en", "ordered by cloudiness", {"sort": "+eo:cloud_cover"}),
        ("fr", "trie-les par couverture nuageuse", {"sort": "+eo:cloud_cover"}),
        ("fr", "couverture nuageuse inférieure à 20 %", {"cloud_cover_max": 20}),
        ("en", "at least 60% cloudy", {"cloud_cover_min": 60}),
        ("en", "less than 15 % snow", {"snow_cover_max": 15}),
        ("fr", "sans aucun nuage", {"cloud_cover_max": 10}),
        ("en", "not cloudier than 20 %", {"cloud_cover_max": 20}),
        ("en", "cloud max 20", {"cloud_cover_max": 20}),
    ],
)
def test_a_filter_alone_leans_on_the_scenes_of_the_turn_before(
    language: str, text: str, filters: dict[str, Any]
) -> None:
    asked = intent(text, SCENES[language])

    assert asked.action == "find"
    assert asked.filters == filters
    assert not asked.quantities and not asked.statistics


def test_night_passes_follow_on_scenes_and_not_on_a_climate() -> None:
    assert intent("at night", "MODIS scenes over Lyon in May 2025").filters == {"daytime": ["night"]}
    assert intent("and at night?", "temperature in Lyon in 2020, ERA5").filters == {}
