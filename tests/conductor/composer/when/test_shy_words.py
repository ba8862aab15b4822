"""Words that are months or seasons only beside others."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.when.periods import PeriodReading, read_periods

NOW = date(2026, 6, 15)


def read(text: str, language: str = "en") -> PeriodReading:
    return read_periods(text, now=NOW, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("it may rain in Oslo", "en"), ("la planète Mars est rouge", "fr"), ("trouve sept fichiers de Lyon", "fr")],
)
def test_a_word_of_another_kind_is_no_month(text: str, language: str) -> None:
    reading = read(text, language)
    assert reading.months == () and reading.periods == ()


@pytest.mark.parametrize(("text", "language"), [("mar?", "en"), ("March only", "en"), ("et mars ?", "fr")])
def test_a_turn_that_is_nothing_else_is_a_month(text: str, language: str) -> None:
    assert read(text, language).months == (3,)


@pytest.mark.parametrize("text", ["rain over March through May 2024", "rain from March to May 2024"])
def test_a_shy_month_counts_at_the_beginning_of_a_range(text: str) -> None:
    assert [(p.start, p.end) for p in read(text).periods] == [("2024-03-01", "2024-05-31")]
