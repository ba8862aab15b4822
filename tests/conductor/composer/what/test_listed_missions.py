"""Missions whose names are words as well, beside another mission."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def _collections(text: str) -> tuple[str, ...]:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].collections


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spot or Pléiades image of Port-au-Prince in 2021", {"spot", "pleiades"}),
        ("image Pléiades ou Spot de Port-au-Prince en 2021", {"spot", "pleiades"}),
        ("Planet and Landsat scenes of Etna, 2022", {"planetscope", "landsat-c2-l2"}),
        ("données Grace et Swot sur le lac Victoria", {"grace", "swot"}),
    ],
)
def test_a_word_beside_a_mission_is_one(text: str, expected: set[str]) -> None:
    assert set(_collections(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["Landsat scenes of Grace Bay, 2021", "Landsat scenes and a hot spot in Lima, 2021", "Landsat image of a spot near Lima, 2021"],
)  # fmt: skip
def test_a_word_alone_is_none(text: str) -> None:
    assert _collections(text) == ("landsat-c2-l2",)
