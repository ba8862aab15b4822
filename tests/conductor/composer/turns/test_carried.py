"""Places, periods and months of a follow-up."""

from __future__ import annotations

import pytest

from conductor.composer.contract import history_from_json
from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent

SUMMERS = "Mean summer temperature in Regina under ssp245 for the 2050s?"


def turn(text: str, before: str) -> Intent:
    history = history_from_json([{"question": before}])
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z", history=history)).intents[0]


@pytest.mark.parametrize(
    "text", ["all year", "the whole year", "toute l'année", "l'année entière", "drop the season", "year round"]
)
def test_the_season_is_cleared(text: str) -> None:
    intent = turn(text, SUMMERS)
    assert intent.months == () and intent.targets[0].start == "2050-01-01"


def test_a_season_of_one_year_is_cleared_to_the_year() -> None:
    period = turn("the whole year", "Rainfall in Mopti, Mali in August 2024")
    assert (period.targets[0].start, period.targets[0].end) == ("2024-01-01", "2024-12-31")


def test_a_season_joins() -> None:
    assert turn("add autumn", SUMMERS).months == (6, 7, 8, 9, 10, 11)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("drop 2024, I want 2020 to 2023", "2020-01-01", "2023-12-31"),
        ("a year earlier", "2023-01-01", "2023-12-31"),
        ("the decade before", "2014-01-01", "2023-12-31"),
        ("1991-2020 average instead", "1991-01-01", "2020-12-31"),
        ("extend it to 2025", "2024-01-01", "2025-12-31"),
    ],
)
def test_periods(text: str, start: str, end: str) -> None:
    (period,) = turn(text, "Rainfall in Ghana in 2024, GPCP").periods
    assert (period.start, period.end) == (start, end)


def test_what_is_no_part_of_the_places_is_left_out_of_them() -> None:
    places = turn("sans la Corse", "Température en France en 2020").places
    assert [(p.name, p.relation) for p in places] == [("France", None), ("Corse", "except")]


def test_a_distance_is_widened_and_no_period() -> None:
    intent = turn(
        "élargis à 100 km et prends plutôt juillet", "Brûlis autour de Lebel-sur-Quévillon en juin 2023, Sentinel-2"
    )
    assert (intent.places[0].distance_km, intent.targets[0].start, intent.targets[0].end) == (
        100,
        "2023-07-01",
        "2023-07-31",
    )
