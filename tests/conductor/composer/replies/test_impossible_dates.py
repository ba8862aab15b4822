"""Days, months, weeks that no calendar has and spans run backwards are contradictions; years of two digits are not days."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import reason


@pytest.mark.parametrize(
    "text",
    [
        "Landsat over Lima 31/06/2024",
        "rain in Oslo on the 31st of June 2020",
        "pluie à Oslo le 30 février",
        "Sentinel-2 of 29 February 2023, Porto Alegre",
        "Sentinel-2 sur Rome 2025-02-30",
        "Sentinel-2 sur Rome, semaine 58 de 2024",
        "rain in Oslo in month 14 of 2020",
        "pluie à Porto de 2015 à 2010",
        "images after 2023 and before 2021 over Hanoi",
    ],
)
def test_what_no_calendar_has_is_a_contradiction(text: str) -> None:
    assert reason(text) == "contradiction"


@pytest.mark.parametrize(
    "text",
    [
        "rain in Oslo on 29 February 2024",
        "NDVI de Lima mars 95",
        "rcp 85 july rain in Oslo 2050",
        "au 13e mois après l'incendie, NDVI d'Eubée",
        "Landsat over Lima 12/06/2024",
        "temperatures above 40 may kill crops: days above 40 in Seville in 2020",
        "days above 32 June-August 2020 in Dallas",
        "jours au-dessus de 35 mai à septembre à Séville",
        "difference in rainfall between 2020 and 1980 in Kenya",
    ],
)
def test_dates_that_exist_are_not(text: str) -> None:
    assert reason(text) is None
