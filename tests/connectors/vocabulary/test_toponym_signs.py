"""Signs that a word is a place's name."""

from __future__ import annotations

from connectors.vocabulary.places import lookup
from connectors.vocabulary.spelling import tokens
from connectors.vocabulary.toponym_signs import confidence
from connectors.vocabulary.toponyms import find_places


def sure(text: str, name: str) -> float:
    words = tokens(text)
    first = next(n for n, w in enumerate(words) if text[w.start :].startswith(name))
    last = first + len(tokens(name)) - 1
    return confidence(text, words, first, last, lookup(name), "en")


def test_a_capital_and_a_preposition_make_surer() -> None:
    assert sure("rain in Lusaka now", "Lusaka") > sure("rain lusaka now", "lusaka")


def test_a_small_town_in_lower_case_is_doubtful_where_names_have_capitals() -> None:
    assert sure("orchards near Fresno", "orchards") < 0.5


def test_an_abbreviation_wants_its_capitals() -> None:
    assert sure("heat in US cities", "US") > 0.8
    assert sure("tell us more", "us") == 0


def test_the_earth_is_a_place_only_where_something_is_on_it() -> None:
    assert sure("life on earth", "earth") > 0.5
    assert sure("earth observation data", "earth") < 0.5


def test_a_dictionary_word_in_lower_case_is_no_town() -> None:
    assert not [m for m in find_places("will it be wetter and noisy there", "en") if m.confidence >= 0.5]


def test_a_town_in_lower_case_is_read_behind_scenes_of() -> None:
    assert find_places("s1 scenes of gander", "en")[0].best.country == "CA"


def test_typed_accents_tell_a_name_from_the_word() -> None:
    assert find_places("scenes of Malé in 2026", "en")[0].best.country == "MV"


def test_a_preposition_in_lower_case_is_no_town() -> None:
    assert [m.text for m in find_places("rain over the United Kingdom", "en")] == ["United Kingdom"]
    assert [m.text for m in find_places("rain in Over today", "en")] == ["Over"]


def test_a_land_that_is_a_word_too_is_told_by_its_article_and_capital() -> None:
    assert [m.text for m in find_places("l'EVI de la Champagne en juin", "fr") if m.confidence >= 0.5] == ["Champagne"]
    assert [m.text for m in find_places("why is the Mediterranean warming", "en") if m.confidence >= 0.5] == [
        "Mediterranean"
    ]
    assert not [m for m in find_places("le prix du champagne en juin", "fr") if m.confidence >= 0.5]
    assert [m.text for m in find_places("le sol du Luxembourg, du Grand-Duché", "fr") if m.confidence >= 0.5] == [
        "Luxembourg"
    ]
