"""Both ends of the temperature are two variables, or three statistics where the mean stands between them."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Intent


def _intent(text: str) -> Intent:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]


@pytest.mark.parametrize(
    "text",
    [
        "minimum and maximum temperature of Fargo in 2019",
        "max and min temperatures in Fargo, 2019",
        "températures minimales et maximales à Fargo en 2019",
    ],
)
def test_two_ends_are_two_variables(text: str) -> None:
    assert [q.variable_id for q in _intent(text).quantities] == ["tasmin", "tasmax"]


@pytest.mark.parametrize(
    "text",
    ["min, mean and max temperature of Fargo in 2019", "température minimale, moyenne et maximale à Fargo en 2019"],
)
def test_with_the_mean_they_are_statistics(text: str) -> None:
    intent = _intent(text)

    assert [q.variable_id for q in intent.quantities] == ["tas"]
    assert set(intent.statistics) == {"min", "mean", "max"}


@pytest.mark.parametrize(
    "text", ["Mean and maximum wind at Wellington in 2022", "Vent moyen et maximal à Wellington en 2022"]
)
def test_a_mean_and_a_maximum_are_two_statistics_of_one_wind(text: str) -> None:
    said = _intent(text)

    assert [q.variable_id for q in said.quantities] == ["sfcWind"]
    assert set(said.statistics) == {"mean", "max"}
