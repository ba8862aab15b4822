"""Languages are told apart even in short, terse or mixed questions."""

from __future__ import annotations

import pytest

from conductor.composer.text.language import recognise


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How warm was Lyon in 2003?", "en"),
        ("Température à Lyon en 2003", "fr"),
        ("et en hiver ?", "fr"),
        ("and in winter?", "en"),
        ("tas Amon ssp370 CanESM5", "en"),
        ("ça me semble faux", "fr"),
        ("slt, g besoin des precip a abidjan svp", "fr"),
        ("scenes sentinel marseille aout nuages faible", "fr"),
        ("", "en"),
        ("meteo oslo dmn", "fr"),
    ],
)
def test_the_language_is_recognised(text: str, language: str) -> None:
    assert recognise(text) == language


def test_a_few_words_that_tell_nothing_are_of_the_talk() -> None:
    assert recognise("2010 ?", otherwise="fr") == "fr"
    assert recognise("and in winter?", otherwise="fr") == "en"
