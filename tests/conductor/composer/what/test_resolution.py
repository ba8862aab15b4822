"""Pixel sizes are read in metres, centimetres, feet and inches, bounded or not."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.grammar import understand
from conductor.composer.text.calendar_words import fold
from conductor.composer.what.resolution import read_resolution
from conductor.question import Question


def metres(text: str) -> Any:
    filters: dict[str, Any] = {}
    list(read_resolution(fold(text), filters))
    return filters.get("resolution_max")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("2 ft resolution", 0.6096),
        ("2-foot resolution", 0.6096),
        ("résolution de 2 pieds", 0.6096),
        ("24 inch resolution", 0.6096),
        ("à 24 pouces de résolution", 0.6096),
        ("pixels d'au plus 10 m", 10),
        ("nothing coarser than 30 m", 30),
        ("rien de plus grossier que 30 m", 30),
        ("half-metre or finer imagery", 0.5),
        ("imagerie à demi-mètre de résolution", 0.5),
        ("GSD <= 50 cm", 0.5),
    ],
)
def test_sizes_are_read(text: str, size: float) -> None:
    assert metres(text) == size


@pytest.mark.parametrize(
    "text", ["2 feet of snow", "half a metre of snow", "images with 2 feet of water", "30 m above the sea"]
)
def test_depths_and_heights_are_no_pixels(text: str) -> None:
    assert metres(text) is None


def test_a_resolution_is_no_place() -> None:
    intent = understand(
        Question(text="NAIP images of Boise at 2 ft resolution", asked_at="2026-06-15T12:00:00Z")
    ).intents[0]

    assert [place.name for place in intent.places] == ["Boise"]
    assert intent.filters == {"resolution_max": 0.6096}
