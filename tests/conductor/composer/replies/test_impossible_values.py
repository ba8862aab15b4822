"""Values outside their range are contradictions; anomalies, changes and ratios may go beyond it."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import reason


@pytest.mark.parametrize(
    "text",
    [
        "days with negative rainfall in Lima",
        "jours avec une pluie négative à Lima",
        "forest cover above 120% in Gabon",
        "quelle part, plus de 110 %, du Malawi était cultivée en 2020",
        "days with more than 30 mm and less than 10 mm of rain in Oslo",
        "jours avec plus de 30 mm et moins de 10 mm de pluie à Oslo",
        "the 120th percentile of daily rain in Mumbai",
        "temperature at latitude -95, longitude 30",
        "précipitations à 97° N 12° E",
        "Images Sentinel-2 d'Osaka avec une couverture nuageuse de moins 5 pour cent",
    ],
)
def test_what_cannot_be_is_a_contradiction(text: str) -> None:
    assert reason(text) == "contradiction"


@pytest.mark.parametrize(
    "text",
    [
        "days with more than 10 mm and less than 30 mm of rain in Oslo",
        "rain 150% of normal in Oslo in 2020?",
        "anomalie négative de pluie à Lisbonne en 2022",
        "la surface brûlée a-t-elle augmenté de 120 % en Grèce",
        "Niño 3.4 box 5S-5N 190E-240E, sea surface temperature 1982-2020",
        "images de Nantes avec une couverture nuageuse de moins de 5 %",
        "days above 30 °C and days below 0 °C in Toronto",
        "jours au-dessus de 30 °C et nuits sous 20 °C à Nice",
        "solar radiation above 250 W/m2 in Seville",
        "le long de 400 km de côte en Bretagne, pluie de 2020",
        "Which parts of Spain had rain at 150 % of the 1991-2020 normal",
        "Land surface below -20 °C in Yakutsk",
        "rainfall anomaly below -50 mm in Kenya",
        "Sentinel-2 covering at least 90 % of the area with at most 10 % cloud, Oslo",
    ],
)
def test_what_can_be_is_not(text: str) -> None:
    assert reason(text) is None
