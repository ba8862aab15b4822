"""The action of a follow-up."""

from __future__ import annotations

import pytest

from conductor.composer.contract import history_from_json
from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent


def turn(text: str, before: str) -> Intent:
    history = history_from_json([{"question": before}])
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z", history=history)).intents[0]


@pytest.mark.parametrize(
    ("before", "text", "action"),
    [
        ("Rainfall in Ghana in 2024, GPCP", "and the trend since 1980?", "trend"),
        ("Rainfall in Ghana in 2024, GPCP", "as a map", "describe"),
        ("Rainfall in Ghana in 2024, GPCP", "et en 2050 selon ssp245 ?", "project"),
        ("Rainfall change in Ghana by 2050 under ssp245", "and for 1981-2010?", "describe"),
        ("NDVI of the Camargue in June 2025", "how has it changed since 2018?", "trend"),
        ("Flood extent along the Po in May 2023 with Sentinel-1", "download the scenes", "find"),
        ("Sentinel-2 scenes of Delft in April 2026", "what's the NDVI there?", "describe"),
        ("Sentinel-2 scenes of Delft in April 2026", "and Landsat?", "find"),
        ("Sentinel-1 image of the Strait of Hormuz, 1 June 2026", "now count the vessels in it", "detect"),
        ("Mean temperature in Geneva in 2050 under ssp585", "pourquoi ?", "explain"),
    ],
)
def test_kept_or_changed(before: str, text: str, action: str) -> None:
    intent = turn(text, before)
    assert intent.action == action and intent.follow_up


def test_a_scenario_holds_no_past() -> None:
    assert "experiment_id" not in turn("and for 1981-2010?", "Rainfall change in Ghana by 2050 under ssp245").facets


def test_which_of_two_places_compares_them() -> None:
    intent = turn("which one is hotter?", "Mean temperature in Tucson and Las Vegas in 2050 under ssp245")
    assert (intent.action, intent.compared) == ("compare", "places")


@pytest.mark.parametrize(
    ("before", "text", "variables"),
    [
        ("tas from CNRM-ESM2-1, ssp585, monthly", "pr too", ["tas", "pr"]),
        ("daily tasmax of CanESM5, ssp245", "and pr?", ["pr"]),
        ("daily tasmax of CanESM5, ssp245", "ua instead", ["ua"]),
    ],
)
def test_another_variable_of_the_same_files_is_searched_for(before: str, text: str, variables: list[str]) -> None:
    intent = turn(text, before)
    assert intent.action == "find" and intent.follow_up
    assert [q.variable_id for q in intent.quantities] == variables


def test_a_step_said_of_a_value_is_no_facet() -> None:
    intent = turn("now hourly relative humidity", "relative humidity in Lyon, 1991-2020, ERA5")
    assert intent.action == "describe" and "frequency" not in intent.facets
