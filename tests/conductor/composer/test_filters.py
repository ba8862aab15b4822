"""Scene filters are read from everyday words and from search-box shorthand."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.filters import read_filters
from conductor.composer.thresholds import read_bounds
from conductor.composer.utterance import utterance


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("less than 20% cloud", {"cloud_cover_max": 20}),
        ("clouds < 30%", {"cloud_cover_max": 30}),
        ("avec moins de 15 % de nuages", {"cloud_cover_max": 15}),
        ("cloud cover under 5 percent", {"cloud_cover_max": 5}),
        ("plus de 80 % de nuages et moins de 20 % de nuages", {"cloud_cover_min": 80, "cloud_cover_max": 20}),
        ("cloud-free image", {"cloud_cover_max": 10}),
        ("images sans nuages", {"cloud_cover_max": 10}),
        ("few clouds", {"cloud_cover_max": 20}),
        ("the two clearest", {"limit": 2, "sort": "+eo:cloud_cover"}),
        ("les 5 scènes les moins nuageuses", {"limit": 5, "sort": "+eo:cloud_cover"}),
        ("descending pass, relative orbit 52", {"orbit_state": ["descending"], "relative_orbit": 52}),
        ("tile 31UDQ", {"mgrs_tile": ["31UDQ"]}),
        ("path 193 row 29", {"wrs_path": 193, "wrs_row": 29}),
        ("VV and VH in IW mode", {"polarizations": ["VV", "VH"], "instrument_mode": ["IW"]}),
        ("most recent scene", {"sort": "-datetime", "limit": 1}),
        ("at night", {"daytime": ["night"]}),
        ("resolution better than 10 m", {"resolution_max": 10}),
        ("limit to 25 scenes", {"limit": 25}),
        ("in March over Lyon", {}),
    ],
)
def test_filters_are_read(text: str, filters: dict[str, Any]) -> None:
    read = utterance(text, language="en")
    assert dict(read_filters(read, read_bounds(read), radar=True, imagery=True).filters) == filters


def test_years_are_no_limit() -> None:
    read = utterance("the last 20 years", language="en")
    assert dict(read_filters(read, read_bounds(read), radar=False, imagery=True).filters) == {}


def test_words_for_a_clear_sky_are_told_so_that_they_can_be_assumed() -> None:
    read = utterance("cloudless scenes", language="en")
    found = read_filters(read, (), radar=False, imagery=True)
    assert (found.clear_words, found.clear_said) == (10, "cloudless")
