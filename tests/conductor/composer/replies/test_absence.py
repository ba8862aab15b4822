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


@pytest.mark.parametrize(
    "text",
    [
        "bande rouge-bord de Landsat 8 sur Turin, juin 2024",
        "red edge band of Landsat 9 over Turin, June 2024",
        "panchromatic band of Sentinel-2 over Lima, May 2025",
        "hourly Landsat over Turin on 3 May 2025",
        "satellite pictures of Hiroshima in 1945",
        "images satellite d'Hiroshima en 1945",
        "1 m Sentinel-2 imagery of Gaza",
        "imagerie Sentinel-2 à 1 m de Gaza",
        "Landsat thermal at 1 m over Beijing",
        "five-centimetre satellite imagery of Tehran",
        "images satellite à 10 cm de Téhéran",
    ],
)
def test_what_no_mission_gives_is_refused(text: str) -> None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    assert refusal is not None and refusal.reason == "no_such_data"


@pytest.mark.parametrize(
    "text",
    [
        "Température à 2 m à Reykjavik du 1er au 20 mars 2010, ERA5-Land",
        "red edge band of Sentinel-2 over Turin, June 2024",
        "hourly GOES imagery over Florida on 3 May 2025",
        "temperature in Hiroshima in 1945",
        "10 m Sentinel-2 imagery of Gaza",
    ],
)
def test_what_a_mission_gives_is_not_refused(text: str) -> None:
    assert understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined is None
