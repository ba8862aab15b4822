"""Two steps that are joined are both wanted; one alone is told elsewhere."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.composer.what.steps import joined_steps
from conductor.question import Question


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("daily and monthly uas", ("day", "mon")),
        ("tas mensuel ou annuel", ("mon", "yr")),
        ("6-hourly, daily and monthly psl", ("6hr", "day", "mon")),
        ("3-hourly and hourly pr", ("3hr", "1hr")),
        ("monthly huss", ()),
        ("the daily mean and the trend", ()),
    ],
)
def test_joined_steps_are_read_in_their_order(text: str, steps: tuple[str, ...]) -> None:
    assert joined_steps(text) == steps


def test_files_of_both_steps_are_searched() -> None:
    said = understand(
        Question(text="list daily and monthly hurs of NorESM2-LM, ssp126", asked_at="2026-06-15T12:00:00Z")
    )

    assert said.intents[0].facets["frequency"] == ("day", "mon")


def test_the_step_of_a_gridded_data_set_is_a_frequency() -> None:
    said = understand(Question(text="Do you have monthly precipitation from GPCP?", asked_at="2026-06-15T12:00:00Z"))

    assert said.intents[0].facets == {"frequency": ("mon",)}
