"""How much of a scene may be covered is read from words, fractions, ranges and what is clear."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.text.language import Language
from conductor.composer.text.utterance import utterance
from conductor.composer.what.filters import read_filters
from conductor.composer.what.thresholds import read_bounds


def _filters(text: str, language: Language = "en") -> dict[str, Any]:
    read = utterance(text, language=language)
    return dict(read_filters(read, read_bounds(read), radar=True, imagery=True).filters)


@pytest.mark.parametrize(
    ("text", "ceiling"),
    [
        ("Sentinel-2 with under a sixth cloud", 16.67),
        ("at most half cloudy", 50),
        ("a quarter cloud at most", 25),
        ("fewer than three oktas of cloud", 37.5),
        ("cloud cover ≤ 1/4, Landsat", 25),
        ("cloud fraction below 0.35", 35),
        ("under one percent cloud", 1),
        ("at least 60% clear", 40),
        ("95 % cloud-free scenes", 5),
        ("completely cloud-free (0 %)", 0),
        ("eo:cloud_cover <= 7", 7),
        ("eo:cloud_cover = 3", 3),
        ("nothing above a fifth cloud", 20),
        ("cloud no greater than 14 %", 14),
        ("15 percent cloud max", 15),
        ("not too cloudy", 20),
        ("0 clouds", 10),
    ],
)
def test_the_cloud_ceiling_is_read_from_english(text: str, ceiling: float) -> None:
    assert _filters(text).get("cloud_cover_max") == ceiling


@pytest.mark.parametrize(
    ("text", "ceiling"),
    [
        ("moins d'un dixième de nuages", 10),
        ("couverture nuageuse inférieure à un tiers", 33.33),
        ("un quart de nuages au maximum", 25),
        ("nébulosité de 3/10 au plus", 30),
        ("moins d'un pour cent de nuages", 1),
        ("au moins 70 % dégagé", 30),
        ("pas trop nuageuses", 20),
        ("0 nuage", 10),
        ("12 % de nuages grand maximum", 12),
        ("pas plus de la moitié de nuages", 50),
    ],
)
def test_the_cloud_ceiling_is_read_from_french(text: str, ceiling: float) -> None:
    assert _filters(text, "fr").get("cloud_cover_max") == ceiling


def test_a_range_has_two_ends() -> None:
    assert _filters("clouds 8-22%") == {"cloud_cover_min": 8, "cloud_cover_max": 22}


def test_snow_is_no_cloud() -> None:
    assert _filters("less than a fifth snow") == {"snow_cover_max": 20}
