"""Slips of places: which words may be tried, which runs they belong to, and that words of a dictionary or verbs are none."""

from __future__ import annotations

import pytest

from connectors.vocabulary.spelling import tokens
from connectors.vocabulary.toponym_slips import may_be_misspelt, misspelt_runs
from connectors.vocabulary.toponyms import find_places


def _may(text: str, word: str) -> bool:
    words = tokens(text)
    number = next(n for n, token in enumerate(words) if text[token.start : token.end] == word)
    return may_be_misspelt(text, words, number, [-1] * len(words), None)


@pytest.mark.parametrize(
    ("text", "word", "may"),
    [("rain in Guadalajra in May", "Guadalajra", True), ("pluie à Grenobel en mai", "Grenobel", True), ("rain in winter", "winter", False),
     ("peut-on skier ici", "skier", False), ("rain in Oslo", "Oslo", False)],
)  # fmt: skip
def test_a_word_of_no_dictionary_where_a_place_could_stand(text: str, word: str, may: bool) -> None:
    assert _may(text, word) is may


def test_runs_take_the_kind_of_a_place_with_its_slip_the_longest_first() -> None:
    text = "waves in the gulf of mexcio"
    words = tokens(text)
    runs = [
        " ".join(w.key for w in words[a : b + 1])
        for a, b in misspelt_runs(text, words, len(words) - 1, [-1] * len(words))
    ]
    assert runs[0] == "gulf of mexcio"
    assert runs[-1] == "mexcio"


@pytest.mark.parametrize(
    ("text", "name"),
    [("rain in addis ababba in 2020", "Addis Ababa"), ("waves in the caribean sea", "Caribbean Sea"), ("pluie à Marseile en 2020", "Marseille")],
)  # fmt: skip
def test_a_slip_is_read_as_the_well_known_place_near_it(text: str, name: str) -> None:
    assert [match.best.name_en for match in find_places(text)] == [name]


def test_an_inhabitant_and_a_plain_catchment_are_no_slips() -> None:
    assert not list(find_places("the kenyans of the catchment"))
