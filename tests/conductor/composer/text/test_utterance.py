"""Cleaning keeps every position; corrections reach words of the field only."""

from __future__ import annotations

import pytest

from conductor.composer.text.utterance import checked, utterance
from conductor.errors import BadQuestion


def test_a_span_of_a_corrected_word_is_that_of_what_was_typed() -> None:
    typed = "wat is teh temprature in Cairo"
    read = utterance(typed, language="en")
    assert read.text == "what is the temperature in Cairo"
    start = read.text.index("temperature")
    span = read.span(start, start + len("temperature"))
    assert typed[span.start : span.end] == "temprature"


def test_text_folded_text_and_origins_have_one_length() -> None:
    read = utterance("Œuvre — « précip » à l’Île-d’Orléans 🌍\u202e\x00 w/ ssp585", language="fr")
    assert len(read.text) == len(read.folded) == len(read.origins)


@pytest.mark.parametrize(
    "text",
    [
        "whether the weather is greater",
        "Marne, Seine, Loire",
        "a cleaner slope in the formal garden",
        "RAIN RADAR CANESM",
    ],
)
def test_real_words_and_names_are_left_alone(text: str) -> None:
    assert utterance(text, language="en").text == text


def test_an_index_in_capitals_is_no_number() -> None:
    assert utterance("NBR of burned areas", language="en").text == "NBR of burned areas"
    assert utterance("nbr of ships", language="en").text == "number of ships"


def test_a_word_known_as_a_place_is_not_corrected() -> None:
    assert utterance("images of Radarr", language="en", known=lambda word: word == "Radarr").text == "images of Radarr"


def test_french_abbreviations_are_written_out() -> None:
    assert (
        utterance("slt, g besoin des precip svp", language="fr").text
        == "slt, j'ai besoin des precipitation s'il te plait"
    )


def test_a_hidden_stretch_keeps_the_length() -> None:
    read = utterance("tas in Cairo", language="en")
    hidden = read.hidden([(0, 3)])
    assert hidden.text == "    in Cairo" and hidden.folded == "    in cairo"


@pytest.mark.parametrize("text", ["", "   ", "\x00\x00", "?!…", "🌍🌍", None, 7, "a" * 100_000])
def test_what_holds_no_question_is_refused_with_a_reason(text: object) -> None:
    with pytest.raises(BadQuestion, match=r"question"):
        checked(text)


def test_the_tail_of_a_hyphenated_word_is_no_word_of_its_own() -> None:
    assert utterance("rain in North-Western North America", language="en").text == "rain in North-Western North America"
