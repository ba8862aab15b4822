"""Tomorrow's weather is refused, questions about forecasting are not."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def reason(text: str) -> str | None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    return refusal.reason if refusal else None


@pytest.mark.parametrize(
    "text",
    [
        "Should I carry an umbrella in Hanoi the day after tomorrow?",
        "Y aura-t-il du brouillard à Heathrow demain matin ?",
        "do I need sunscreen in Cannes tomorrow?",
    ],
)
def test_the_weather_of_tomorrow_is_refused(text: str) -> None:
    assert reason(text) == "no_such_data"


@pytest.mark.parametrize("text", ["Can you forecast the weather?", "how many sunny days did Cannes have in 2022?"])
def test_what_asks_of_no_day_to_come_is_not_refused(text: str) -> None:
    assert reason(text) is None
