"""Lengths: English and French texts of one meaning are as long as each other, spaces before signs or not."""

from __future__ import annotations

import pytest

from conductor.composer.text.lengths import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the coldest?", 2),
        ("le plus froid ?", 3),
        ("le plus froid?", 3),
        ("Oslo – et 2050 !", 3),
        ("l'an dernier : +2 °C", 4),
        ("", 0),
        (" ? ", 0),
    ],
)
def test_only_words_count(text: str, words: int) -> None:
    assert words_in(text) == words
