"""Facets, collections and filters of a follow-up."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.contract import history_from_json
from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent

RUNS = "find daily tasmax of CanESM5 under ssp370"
SCENES = "Landsat 9 scenes of Nouakchott in March 2025 with less than 15 % clouds"


def turn(text: str, before: str) -> Intent:
    history = history_from_json([{"question": before}])
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z", history=history)).intents[0]


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ("only those at DKRZ", "data_node", ("dkrz",)),
        ("all models", "source_id", None),
        ("and historical as well", "experiment_id", ("ssp370", "historical")),
        ("MIROC6 à la place de CanESM5", "source_id", ("MIROC6",)),
        ("add MIROC6", "source_id", ("CanESM5", "MIROC6")),
        ("what about ssp126?", "experiment_id", ("ssp126",)),
    ],
)
def test_facets(text: str, key: str, values: tuple[str, ...] | None) -> None:
    assert turn(text, RUNS).facets.get(key) == values


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("no cloud limit", {"platform": ["landsat-9"]}),
        ("just 3", {"platform": ["landsat-9"], "cloud_cover_max": 15, "limit": 3}),
        ("only three of them", {"platform": ["landsat-9"], "cloud_cover_max": 15, "limit": 3}),
        ("5 % rather", {"platform": ["landsat-9"], "cloud_cover_max": 5}),
        ("Sentinel-2 instead", {"cloud_cover_max": 15}),
    ],
)
def test_filters(text: str, filters: dict[str, Any]) -> None:
    intent = turn(text, SCENES)
    assert intent.filters == filters and intent.action == "find"


def test_a_reanalysis_takes_the_room_of_runs_and_the_other_way() -> None:
    runs = turn("use ERA5 instead", "Trend of rainfall in Peru in CanESM5 historical, 1980-2014")
    assert runs.collections == ("era5",) and not runs.facets
    assert (
        turn(
            "no, I meant from the CanESM5 historical run", "Trend of rainfall in Peru since 1980 from ERA5"
        ).collections
        == ()
    )
