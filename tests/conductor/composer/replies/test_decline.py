"""Refusals: what excludes itself, what does not exist, what is of another field — and what only looks like one of these."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SSP5-8.5 temperature for Peru in 1900-1950", "contradiction"),
        ("Landsat scenes of Lima with more than 80 % cloud and less than 20 % cloud", "contradiction"),
        ("Sentinel-2 scenes of Lima with cloud cover above 120 %", "contradiction"),
        ("Temperature in Rome on 31 February 2020", "contradiction"),
        ("Sentinel-2 scenes of Lima after 2023 and before 2021", "contradiction"),
        ("relative humidity above 130 % in Lima", "contradiction"),
        ("SSP9-2.0 for Chile", "no_such_data"),
        ("Images Sentinel-1 de Kobe en janvier 1995", "no_such_data"),
        ("Landsat 9 images from 2015 in Utah", "no_such_data"),
        ("Will it rain tomorrow in Toulouse?", "no_such_data"),
        ("hourly tasmax for 1750 over Scotland", "no_such_data"),
        ("I need 10 cm imagery of Kyiv", "no_such_data"),
        ("Sentinel-2 in HH polarisation over Oslo", "no_such_data"),
        ("Crops grown in Blefuscu in 2020", "no_such_data"),
        ("write me a poem about my cat", "out_of_scope"),
        ("Who won the football match yesterday?", "out_of_scope"),
        ("What is the capital of France?", "out_of_scope"),
        ("qwfp zxcv", "out_of_scope"),
    ],
)
def test_what_cannot_be_is_refused(text: str, reason: str) -> None:
    refusal = understand(Question(text=text, asked_at=NOW)).declined
    assert refusal is not None and refusal.reason == reason and refusal.message


@pytest.mark.parametrize(
    "text",
    [
        "3km off the coast of Maryland",
        "How many hectares burned in Australia in January 2020?",
        "What will summers be like in Rome at the end of the century?",
        "Explain what a return period is",
        "hello",
        "NEX-GDDP-CMIP6 minimum temperature for Bogotá in 2035, ssp126",
        "last glacial maximum temperature from PMIP",
    ],
)
def test_what_can_be_answered_is_not_refused(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).declined is None


def test_a_refusal_names_the_nearest_and_speaks_the_asker_s_language() -> None:
    refusal = understand(Question(text="Images Sentinel-2 d'Alep pour l'été 2005", asked_at=NOW)).declined
    assert refusal is not None
    assert "n'a pas de données" in refusal.message and "landsat-c2-l2" in refusal.nearest


@pytest.mark.parametrize(
    "text",
    [
        "temperature at 97°N 12°E in 2010, ERA5",
        "Landsat of Quito with at least 70 % and at most 30 % cloud",
        "only ascending Sentinel-1 passes that are descending, over Malmö",
    ],
)
def test_bounds_and_passes_that_exclude_each_other_are_refused(text: str) -> None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    assert refusal is not None and refusal.reason == "contradiction"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("130th percentile of daily rainfall in Quito, 1991-2020, ERA5", "contradiction"),
        ("130e percentile de la pluie quotidienne à Quito, 1991-2020", "contradiction"),
        ("rain on 29 February 2021 in Rome", "contradiction"),
        ("pluie le 29 février 2019 à Nice", "contradiction"),
        ("Landsat of Oslo from 30 June 2025 to 1 June 2025", "contradiction"),
        ("Landsat d'Oslo du 30 juin 2025 au 1er juin 2025", "contradiction"),
        ("images Sentinel-2 d'Oslo avec une couverture nuageuse négative", "contradiction"),
        ("scènes avec plus de 90 et moins de 5 pour cent de nuages, Turin, Sentinel-2", "contradiction"),
        ("RCP8.5 in CMIP6 for tas over Cuba", "contradiction"),
        ("ssp126 de CMIP5, pr mensuel", "contradiction"),
        ("Sentinel-2 scenes with VV polarisation over Gabon, 2023", "no_such_data"),
        ("Sentinel-1 optical bands over Paris", "no_such_data"),
        ("NDVI de Dakar avec Sentinel-1 en mai 2024", "no_such_data"),
    ],
)
def test_impossible_wishes_are_refused(text: str, reason: str) -> None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    assert refusal is not None and refusal.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "rain on 29 February 2020 in Rome",
        "Compare CMIP5 rcp85 and CMIP6 ssp585 tas over Cuba",
        "95th percentile of daily rainfall in Quito, 1991-2020, ERA5",
        "Landsat of Oslo from 1 June 2025 to 30 June 2025",
        "Sentinel-1 VV and Sentinel-2 over Gabon, 2023",
    ],
)
def test_what_can_be_is_not_refused(text: str) -> None:
    assert understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined is None
