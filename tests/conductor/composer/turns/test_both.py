"""Two things asked of before, set against one another."""

from __future__ import annotations

import pytest

from conductor.composer.contract import history_from_json
from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent


def last(turn: str, *before: str) -> Intent:
    history = history_from_json([{"question": q} for q in before])
    return understand(Question(text=turn, asked_at="2026-06-15T12:00:00Z", history=history)).intents[0]


SUMMER = "How many summer days will Ottawa have in 2041-2070 under ssp245?"


@pytest.mark.parametrize(
    "turn", ["what's the difference between the two?", "quel est l'écart entre les deux ?", "how do they compare?"]
)
def test_scenarios_listed_before_are_compared(turn: str) -> None:
    intent = last(turn, SUMMER, "add ssp585")
    assert (intent.action, intent.compared) == ("compare", "scenarios")
    assert intent.facets["experiment_id"] == ("ssp245", "ssp585")


def test_two_turns_that_differ_in_their_place_are_compared() -> None:
    intent = last("which of the two is larger?", SUMMER, "and Montréal?")
    assert (intent.action, intent.compared) == ("compare", "places")
    assert [place.name for place in intent.places] == ["Ottawa", "Montréal"]


@pytest.mark.parametrize(
    "turn", ["so how much has it lost between the two?", "donc combien a-t-il perdu entre les deux ?"]
)
def test_two_dates_of_imagery_are_a_change(turn: str) -> None:
    intent = last(turn, "Area of Aletsch glacier in September 2023 from Landsat", "and in 1990?")
    assert intent.action == "change"
    assert [(p.role, (p.start or "")[:4]) for p in intent.periods] == [("reference", "1990"), ("target", "2023")]
