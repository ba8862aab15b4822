"""The word of a probability agrees with the figure beside it."""

from __future__ import annotations

import pytest

from conductor.narrator.likelihood import likelihood


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.8999, "very likely"),
        (0.901, "very likely"),
        (0.894, "likely"),
        (0.658, "likely"),
        (0.654, "more likely than not"),
        (0.002, "exceptionally unlikely"),
        (0.997, "virtually certain"),
    ],
)
def test_equal_figures_have_equal_words(probability: float, word: str) -> None:
    assert likelihood(probability, "en") == word


def test_the_words_are_those_of_the_language() -> None:
    assert likelihood(0.92, "fr") == "très probable"
