"""What the deterministic readers find in a question, and where words stand in it."""

from __future__ import annotations

import pytest

from conductor.composer.language_model.evidence import Evidence, gather_evidence
from conductor.errors import BadQuestion
from conductor.question import Question
from connectors.vocabulary.collections import collection


def evidence(text: str) -> Evidence:
    return gather_evidence(Question(text=text, asked_at="2026-11-23T12:00:00Z"))


def test_words_are_found_whole_whatever_their_case_and_accents() -> None:
    found = evidence("Combien de neige à Montréal en janvier 2020 ?")

    assert found.where("MONTREAL") == (19, 27)
    assert found.where("Mont") is None
    assert found.where("") is None


def test_numbers_in_digits_and_words_are_told() -> None:
    assert {2050.0, 1.5, 30.0, 3.0} <= evidence("three models above 30 °C and 1,5 °C in 2050").numbers


def test_the_periods_are_those_of_the_contracts_rules() -> None:
    periods = evidence("How much warmer will Texas be by 2050 under SSP2-4.5?").periods

    assert [(p.role, p.start, p.end) for p in periods] == [
        ("target", "2041-01-01", "2060-12-31"),
        ("reference", "1995-01-01", "2014-12-31"),
    ]


def test_an_entry_is_named_by_any_of_its_names() -> None:
    sentinel, landsat = collection("sentinel-2-l2a"), collection("landsat-c2-l2")
    found = evidence("Find Sentinel-2 scenes near Berlin")

    assert sentinel is not None and landsat is not None
    assert (found.names(sentinel), found.names(landsat)) == (True, False)


def test_a_stretch_that_was_read_as_a_place_or_a_time_is_not_free() -> None:
    found = evidence("How toasty will it get in Montreal in 2050?")

    assert found.is_free(*(found.where("toasty") or ()))
    assert not found.is_free(*(found.where("Montreal") or ()))
    assert not found.is_free(*(found.where("2050") or ()))


def test_no_question_and_no_time_are_refused() -> None:
    with pytest.raises(BadQuestion):
        evidence("   ")
    with pytest.raises(BadQuestion, match="ISO 8601"):
        gather_evidence(Question(text="snow in Bern", asked_at="yesterday"))
