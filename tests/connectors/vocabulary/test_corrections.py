"""Slips of the keyboard, and what is no slip."""

from __future__ import annotations

import pytest

from connectors.vocabulary.corrections import repaired
from connectors.vocabulary.spelling import tokens


def corrected(text: str) -> dict[str, str]:
    words = tokens(text)
    return {words[n].key: word for n, word in repaired(text, words, [False] * len(words), "en").items()}


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("temprature", "temperature"),
        ("precipitaion", "precipitation"),
        ("vedgetation", "vegetation"),
        ("sentinal", "sentinel"),
    ],
)
def test_a_slip_is_read_as_the_nearest_word(slip: str, meant: str) -> None:
    assert corrected(f"the {slip} map") == {slip: meant}


@pytest.mark.parametrize(
    "text", ["meet me at the anchor", "Cairns is hot", "cairo and dakar", "xqzzkwv", "a stern look"]
)
def test_words_names_and_nonsense_are_left_alone(text: str) -> None:
    assert corrected(text) == {}


def test_a_name_in_the_middle_of_a_sentence_is_left_alone() -> None:
    assert corrected("a walk with Mr Temprature") == {}


def test_words_already_explained_are_left_alone() -> None:
    words = tokens("temprature")

    assert repaired("temprature", words, [True], "en") == {}
