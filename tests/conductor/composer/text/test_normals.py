"""How far a value lies from its normal is asked of what stands before it; another year or a trend is not."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.normals import asks_how_far


@pytest.mark.parametrize(
    "text",
    [
        "and how far from the 1981-2010 normal?",
        "and how it compares with the 1991-2020 mean",
        "was it above the average?",
        "et à quelle distance de la moyenne 1991-2020 elle se situait",
        "et de combien elle dépassait la normale",
    ],
)
def test_asked_of_what_stands_before(text: str) -> None:
    assert asks_how_far(fold(text))


@pytest.mark.parametrize(
    "text", ["and how much in 2021?", "its trend since 1980", "et combien en 2021 ?", "the mean of 1991-2020", "et la moyenne 1991-2020"]
)  # fmt: skip
def test_another_wish_is_none(text: str) -> None:
    assert not asks_how_far(fold(text))
