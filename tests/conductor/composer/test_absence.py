"""Places of fiction, scenes outside a collection's coverage, missing bands and finer pixels."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def reason(text: str) -> str | None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    return refusal.reason if refusal else None


@pytest.mark.parametrize(
    "text",
    [
        "Sentinel-2 images of Narnia in June 2024",
        "NAIP imagery of Bordeaux from 2019",
        "la Cropland Data Layer de l'Allemagne pour 2020",
        "thermal images of Rome from Sentinel-2, May 2024",
        "imagery of Rome with 5 cm pixels, May 2024",
    ],
)
def test_what_does_not_exist_is_refused(text: str) -> None:
    assert reason(text) == "no_such_data"


@pytest.mark.parametrize("text", ["NAIP imagery of Des Moines from 2019", "SRTM elevation of Bordeaux"])
def test_what_a_collection_covers_is_not_refused(text: str) -> None:
    assert reason(text) is None
