"""Folding, normalising, squashing, stemming and cutting into words."""

from __future__ import annotations

import pytest

from connectors.vocabulary.spelling import fold, normalise, squash, stem, tokens


def test_case_accents_hyphens_and_apostrophes_do_not_matter() -> None:
    assert normalise("Val-d’Or") == normalise("val d'or") == "val d or"


@pytest.mark.parametrize(
    ("text", "folded"), [("Île", "ile"), ("Cœur", "coeur"), ("Tōkyō", "tokyo"), ("İzmir", "izmir")]
)
def test_letters_lose_their_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_identifiers_are_compared_by_letters_and_digits() -> None:
    assert squash("SSP5-8.5") == squash("ssp 585")


def test_plurals_meet_their_singulars_in_both_languages() -> None:
    assert stem("temperatures") == stem("temperature")
    assert stem("niveaux") == stem("niveau")


@pytest.mark.parametrize("word", ["plus", "mais", "mois", "temps", "glass"])
def test_words_that_only_end_like_plurals_are_kept(word: str) -> None:
    assert stem(word) == word


def test_words_keep_their_place_in_the_text() -> None:
    text = "À Québec, l’été"

    assert [text[t.start : t.end] for t in tokens(text)] == ["À", "Québec", "l", "été"]


def test_a_decomposed_accent_stays_in_its_word() -> None:
    assert [t.key for t in tokens("e\u0301te\u0301")] == ["ete"]


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("sèches", "secs"),
        ("journées", "jours"),
        ("feux", "feu"),
        ("vapor", "vapour"),
        ("pluvieuses", "pluvieux"),
        ("temp", "temperature"),
    ],
)
def test_forms_of_one_word_count_as_one(word: str, same: str) -> None:
    assert stem(fold(word)) == stem(fold(same))


def test_weather_and_time_keep_their_word() -> None:
    assert stem("temps") == "temps"
