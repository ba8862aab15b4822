"""How many scenes are wanted is read from counts, ranks and words for enough; sizes, years and names of missions count none."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.limits import read_limit


def limit(text: str) -> Any:
    filters: dict[str, Any] = {}
    list(read_limit(fold(text), filters))
    return filters.get("limit")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("5 results", 5),
        ("latest first, ten at the most", 10),
        ("dix tout au plus", 10),
        ("dix au grand maximum", 10),
        ("pas plus de quinze", 15),
        ("les cinq plus dégagées suffisent", 5),
        ("dix km tout au plus", None),
        ("5 résultats", 5),
        ("just five of them", 5),
        ("juste cinq", 5),
        ("five scenes only", 5),
        ("cinq, pas plus", 5),
        ("limite-toi à 5", 5),
        ("rien qu'une", 1),
        ("2023 stp max 20", 20),
        ("find one scene per year", None),
        ("trouve une scène par an", None),
        ("max. 5 images", 5),
        ("five is enough", 5),
        ("cinq suffisent", 5),
        ("two images will do", 2),
        ("deux scènes suffiront", 2),
        ("limit the list to 5", 5),
        ("limite la liste à 5", 5),
        ("I need only 5", 5),
        ("il m'en faut seulement 5", 5),
        ("je n'en veux que trois", 3),
        ("jusqu'à 5 images", 5),
        ("2 pics max", 2),
        ("the latest four", 4),
        ("Sentinel-3, latest available", 1),
        ("Sentinel-3, the last one available", 1),
        ("Sentinel-3, la dernière disponible", 1),
        ("Sentinel-3, le plus récent disponible", 1),
        ("Sentinel-3, les dernières disponibles", None),
    ],
)
def test_counts_are_read(text: str, count: int) -> None:
    assert limit(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "only 10 m",
        "seulement 2 pieds",
        "just 2024",
        "at most 10 metres",
        "up to 20 %",
        "the last three years",
        "warming is limited to 2 °C",
        "limité à 1,5 °C",
        "max 0",
    ],
)
def test_sizes_and_years_count_no_scenes(text: str) -> None:
    assert limit(text) is None
