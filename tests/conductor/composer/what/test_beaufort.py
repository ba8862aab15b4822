"""Winds told by their force are bounds in metres a second; Beaufort the town and forces of other kinds stay what they are."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.composer.text.calendar_words import fold
from conductor.composer.what.beaufort import forces
from conductor.question import Question
from planners.intent import Intent


def intent(text: str) -> Intent:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]


@pytest.mark.parametrize(
    ("text", "op", "value"),
    [
        ("winds of force 8 or more", ">=", 17.2),
        ("vents de force 9", ">=", 20.8),
        ("Beaufort 8 or more", ">=", 17.2),
        ("vent à plus de 8 Beaufort", ">=", 20.8),
        ("wind below force 4", "<", 5.5),
        ("gusts reaching 10 bft", ">=", 24.5),
        ("vent de 7 sur l'échelle de Beaufort", ">=", 13.9),
    ],
)
def test_forces_are_speeds(text: str, op: str, value: float) -> None:
    (threshold,) = [said for said, _, _ in forces(fold(text))]

    assert (threshold.op, threshold.value, threshold.units) == (op, value, "m/s")


@pytest.mark.parametrize(
    "text",
    [
        "task force 8 in Beaufort",
        "rainfall in Beaufort, 2010",
        "the force 5 hurricane force",
        "vents de l'ouragan Maria de force 5",
    ],
)
def test_other_forces_are_none(text: str) -> None:
    assert not list(forces(fold(text)))


def test_days_of_a_force_are_counted_where_the_wind_blows() -> None:
    asked = intent("days with Beaufort 8 or more in Reykjavik, 1991-2020")

    assert [q.indicator for q in asked.quantities] == ["windy_days"]
    assert [place.name for place in asked.places] == ["Reykjavik"]


def test_the_town_stays_a_place() -> None:
    assert [place.name for place in intent("rainfall in Beaufort, South Carolina in 2020").places][:1] == ["Beaufort"]
