"""Scene filters are read from everyday words and from search-box shorthand."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.grammar import understand
from conductor.composer.text.utterance import utterance
from conductor.composer.what.filters import read_filters
from conductor.composer.what.thresholds import read_bounds
from conductor.question import Question


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
        ("S1 desc over Lomé", {"orbit_state": ["descending"]}),
        ("asc and desc", {"orbit_state": ["ascending", "descending"]}),
        ("orbite descendante 81", {"orbit_state": ["descending"], "relative_orbit": 81}),
        ("dual-pol", {"polarizations": ["VV", "VH"]}),
        ("double polarization ascendante", {"orbit_state": ["ascending"], "polarizations": ["VV", "VH"]}),
        ("full quad-pol", {"polarizations": ["HH", "HV", "VH", "VV"]}),
        ("sub-metre imagery", {"resolution_max": 1}),
        ("30 cm WorldView images", {"resolution_max": 0.3}),
        ("images with pixels no larger than 10 m", {"resolution_max": 10}),
        ("don't send more than 4", {"limit": 4}),
        ("a handful will do, say 5", {"limit": 5}),
        ("une seule image", {"limit": 1}),
        ("a dozen Landsat scenes in chronological order", {"limit": 12, "sort": "+datetime"}),
        ("May 2026 max 20", {"limit": 20}),
        ("<10cc", {"cloud_cover_max": 10}),
        ("no clouds constraint", {}),
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


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("Sentinel-2 of Banff with at most 30% snow and under 10% cloud, April 2025", "snow_cover_max", 30),
        ("Sentinel-2 de Lyon, mai 2025, nuages<5", "cloud_cover_max", 5),
        ("Landsat de Lyon, 2019, moins de 10 de nuages", "cloud_cover_max", 10),
        ("10 to 30 % cloud Sentinel-2 over Lyon, May 2025", "cloud_cover_min", 10),
        ("the clearest Sentinel-2 picture of Annecy from last month", "limit", 1),
        ("la plus ancienne scène Landsat que vous ayez de Lyon", "sort", "+datetime"),
        ("acquisitions by Sentinel-1, ascending, VH, Lyon, May 2024", "orbit_state", ["ascending"]),
        ("Landsat 5 TM, row 28 path 47, July 1985", "wrs_path", 47),
        ("Sentinel-2 de Lyon triées de la moins à la plus nuageuse, mai 2025", "sort", "+eo:cloud_cover"),
        ("images à mieux que 1 m du port de Rotterdam en 2025", "resolution_max", 1),
    ],
)
def test_more_wordings_of_filters(text: str, key: str, expected: object) -> None:
    intent = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]
    value = intent.filters.get(key)
    assert (list(value) if isinstance(value, tuple) else value) == expected


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("relative orbit R051", {"relative_orbit": 51}),
        ("half a dozen scenes", {"limit": 6}),
        ("resolution of at most 10 metres", {"resolution_max": 10}),
        ("images at 40 cm", {"resolution_max": 0.4}),
        ("metre-scale imagery", {"resolution_max": 1}),
        ("the last four Sentinel-1 passes", {"limit": 4, "sort": "-datetime"}),
        ("the first Landsat image", {"limit": 1, "sort": "+datetime"}),
        ("days that top 30 degrees", {}),
    ],
)
def test_odd_wordings_of_filters_are_read(text: str, filters: dict[str, Any]) -> None:
    read = utterance(text, language="en")

    assert dict(read_filters(read, read_bounds(read), radar=True, imagery=True).filters) == filters


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("la toute première image Sentinel-2 de Perth", {"limit": 1, "sort": "+datetime"}),
        ("une quinzaine de scènes Sentinel-2 de Perth", {"limit": 15}),
        ("les dix tuiles Sentinel-2 les moins nuageuses de Perth", {"limit": 10, "sort": "+eo:cloud_cover"}),
        ("les deux derniers passages de Sentinel-1 sur Perth", {"limit": 2, "sort": "-datetime"}),
        ("piste 47 de Sentinel-1, Perth", {"relative_orbit": 47}),
        ("imagerie de résolution métrique sur Perth", {"resolution_max": 1}),
    ],
)
def test_odd_wordings_of_filters_are_read_in_french(text: str, filters: dict[str, Any]) -> None:
    assert dict(understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].filters) == filters


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("orbite rel. 88", {"relative_orbit": 88}),
        ("RON 117", {"relative_orbit": 117}),
        ("n° d'orbite 117", {"relative_orbit": 117}),
        ("orbite n°117", {"relative_orbit": 117}),
        ("relative orbit of 88", {"relative_orbit": 88}),
        ("p196 r29", {"wrs_path": 196, "wrs_row": 29}),
        ("trace 196 ligne 29", {"wrs_path": 196, "wrs_row": 29}),
        ("row 33 of path 15", {"wrs_path": 15, "wrs_row": 33}),
        ("strip map", {"instrument_mode": ["SM"]}),
        ("mode vague", {"instrument_mode": ["WV"]}),
        ("acquisitions nocturnes", {"daytime": ["night"]}),
        ("after dark", {"daytime": ["night"]}),
        ("pendant la journée", {"daytime": ["day"]}),
        ("Sentinel-2 max 20% clouds", {"cloud_cover_max": 20}),
        ("by cloud cover, descending", {"sort": "-eo:cloud_cover"}),
        ("rayonnement infrarouge descendant", {}),
        ("3DEP over Asheville", {}),
        ("tropical nights and MODIS", {}),
    ],
)
def test_orbits_grids_modes_and_hours_are_read(text: str, filters: dict[str, Any]) -> None:
    read = utterance(text, language="fr")
    assert dict(read_filters(read, read_bounds(read), radar=True, imagery=True).filters) == filters


def test_of_what_is_no_scene_neither_clouds_nor_their_order_are_filters() -> None:
    read = utterance("cloudiest month, cloud cover above 80 %", language="en")
    assert dict(read_filters(read, read_bounds(read), radar=True, imagery=False, scenes=False).filters) == {}


@pytest.mark.parametrize(
    ("text", "platforms"),
    [
        ("L8 and L9 scenes over Lyon in May 2025", ["landsat-8", "landsat-9"]),
        ("scènes L9 sur Lyon en mai 2025", ["landsat-9"]),
    ],
)
def test_satellites_by_letter_and_number_are_platforms(text: str, platforms: list[str]) -> None:
    asked = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]
    assert asked.filters["platform"] == platforms
