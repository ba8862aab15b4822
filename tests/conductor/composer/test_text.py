"""The words themselves: folding keeps every position, months are mended, cues are heard in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductor.composer.text.calendar_words import fold, last_day, mend_months, month_span, number
from conductor.composer.text.cues import read_cues


@given(st.text(max_size=80))
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_accents_and_case_are_folded_away() -> None:
    assert fold("Été à Montréal") == "ete a montreal"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("septebmer 16", "september 16"), ("avirl 3", "avril 3"), ("mouille 3 jours", "mouille 3 jours")],
)
def test_a_month_is_mended_and_another_word_is_none(typed: str, meant: str) -> None:
    assert mend_months(typed) == meant


@pytest.mark.parametrize(("word", "value"), [("three", 3), ("trois", 3), ("twelve", 12), ("douze", 12), ("tree", None)])
def test_numbers_are_read_in_words(word: str, value: int | None) -> None:
    assert number(word) == value


def test_a_winter_begins_in_the_year_before_and_february_on_its_last_day() -> None:
    start, end = month_span(2024, (12, 1, 2))
    assert (start.isoformat(), end.isoformat()) == ("2023-12-01", "2024-02-29")
    assert last_day(2100, 2).day == 28  # no leap year


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("train a classifier on my labels", "train_verb"),
        ("entraîne un classifieur sur mes étiquettes", "train_verb"),
        ("what is the trend of rain", "trend"),
        ("quelle est la tendance de la pluie", "trend"),
        ("find scenes of lyon", "find"),
        ("trouve des scènes de lyon", "find"),
    ],
)
def test_a_cue_is_heard_in_both_languages(text: str, cue: str) -> None:
    assert getattr(read_cues(fold(text)), cue)
    assert not getattr(read_cues(fold("lyon 2020")), cue)
