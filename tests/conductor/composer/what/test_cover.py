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


@pytest.mark.parametrize(
    ("text", "language", "filters"),
    [
        ("S2 with clouds not exceeding 20%", "en", {"cloud_cover_max": 20}),
        ("nébulosité ne dépassant pas 20 %", "fr", {"cloud_cover_max": 20}),
        ("not cloudier than 20 %", "en", {"cloud_cover_max": 20}),
        ("pas plus nuageuses que 20 %", "fr", {"cloud_cover_max": 20}),
        ("cloudier than 60%", "en", {"cloud_cover_min": 60}),
        ("60% cloud or more", "en", {"cloud_cover_min": 60}),
        ("May 2025, at least 60% cloudy", "en", {"cloud_cover_min": 60}),
        ("cloudy Sentinel-2 scenes (more than 70 %)", "en", {"cloud_cover_min": 70}),
        ("at least 10 and at most 40 % cloud", "en", {"cloud_cover_min": 10, "cloud_cover_max": 40}),
        ("plus de 10 % mais moins de 40 % de nuages", "fr", {"cloud_cover_min": 10, "cloud_cover_max": 40}),
        ("between 5 and 15 pct cloud", "en", {"cloud_cover_min": 5, "cloud_cover_max": 15}),
        ("a maximum cloud fraction of 0.2", "en", {"cloud_cover_max": 20}),
        ("cloud threshold 15%", "en", {"cloud_cover_max": 15}),
        ("at most a fifth covered by cloud", "en", {"cloud_cover_max": 20}),
        ("at most a fifth of the sky covered", "en", {"cloud_cover_max": 20}),
        ("au plus un cinquième sous les nuages", "fr", {"cloud_cover_max": 20}),
        ("moins de 15 % de pixels nuageux", "fr", {"cloud_cover_max": 15}),
        ("dégagées à au moins 85 %", "fr", {"cloud_cover_max": 15}),
        ("15 % snow or less", "en", {"snow_cover_max": 15}),
        ("pas plus de 5 % de la scène sous la neige", "fr", {"snow_cover_max": 5}),
        ("not a cloud in sight", "en", {"cloud_cover_max": 10}),
        ("sans le moindre nuage", "fr", {"cloud_cover_max": 10}),
        ("sans couverture nuageuse", "fr", {"cloud_cover_max": 10}),
        ("under blue skies", "en", {"cloud_cover_max": 10}),
        ("almost cloud-free", "en", {"cloud_cover_max": 20}),
        ("presque sans nuages", "fr", {"cloud_cover_max": 20}),
        ("faiblement nuageuses", "fr", {"cloud_cover_max": 20}),
        ("less cloudy first", "en", {"sort": "+eo:cloud_cover"}),
        ("20% cloud, ascending", "en", {"cloud_cover_max": 20, "orbit_state": ["ascending"]}),
    ],
)
def test_bounds_on_clouds_and_snow_are_read_in_all_their_wordings(
    text: str, language: Language, filters: dict[str, Any]
) -> None:
    assert _filters(text, language) == filters
