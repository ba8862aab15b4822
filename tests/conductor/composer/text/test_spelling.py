"""Misspelt words of the field are put right; real words, names and missions are not bent into them."""

from __future__ import annotations

import pytest

from conductor.composer.text.spelling import LEXICON, correction


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("temprature", "temperature"),
        ("chnage", "change"),
        ("raidus", "radius"),
        ("Septebmer", "september"),
        ("vedgetation", "vegetation"),
        ("NVDI", "NDVI"),
        ("precipitaion", "precipitation"),
        ("sentinal", "sentinel"),
    ],
)
def test_slips_are_corrected(typed: str, meant: str) -> None:
    assert correction(typed, known=lambda word: False) == meant


@pytest.mark.parametrize(
    "word", ["whether", "greater", "formal", "semaine", "landfast", "aujourd", "Marne", "ice", "CANESM"]
)
def test_other_words_are_left_alone(word: str) -> None:
    assert correction(word, known=lambda word: False) == word


def test_a_name_that_is_known_is_kept() -> None:
    assert correction("radarr", known=lambda word: True) == "radarr"


def test_the_lexicon_corrects_nothing_of_its_own() -> None:
    assert [word for word in LEXICON if correction(word, known=lambda word: False) != word] == []
