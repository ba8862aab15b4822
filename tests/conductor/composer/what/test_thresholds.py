"""Bounds are read with operator, number, sign and unit in both languages."""

from __future__ import annotations

import pytest

from conductor.composer.text.utterance import utterance
from conductor.composer.what.thresholds import read_bounds


@pytest.mark.parametrize(
    ("text", "op", "value", "units"),
    [
        ("days above 30 °C", ">", 30, "degC"),
        ("jours à plus de 32 °C", ">", 32, "degC"),
        ("hot days over 86 F", ">", 86, "degF"),
        ("at least 6cm of rainfall", ">=", 6, "cm"),
        ("below -30 °C", "<", -30, "degC"),
        ("sous moins 15 degrés", "<", -15, "deg"),
        ("NDVI est sous 0,4", "<", 0.4, ""),
        ("l'indice dépasse-t-il 0,3", ">", 0.3, ""),
        ("less than 20% cloud", "<", 20, "%"),
        ("20 mm or more", ">=", 20, "mm"),
        ("more than 20 mm/day", ">", 20, "mm/day"),
        ("avec un seuil de 32 °C", ">", 32, "degC"),
        ("temperatures above 315 K", ">", 315, "K"),
        ("T > 35°C", ">", 35, "degC"),
        ("wind exceeding 100 km/h", ">", 100, "km/h"),
        ("au moins 10 m/s", ">=", 10, "m/s"),
        ("10% max please", "<=", 10, "%"),
        ("NDVI ≥ 0.6", ">=", 0.6, ""),
        ("lower than or equal to -10 °C", "<=", -10, "degC"),
        ("greater than or equal to 25 mm", ">=", 25, "mm"),
        ("minus 5 degree nights", "<", -5, "deg"),
        ("nuits à -20", "<", -20, ""),
        ("jours à 35 degrés", ">", 35, "deg"),
    ],
)
def test_a_bound_is_read(text: str, op: str, value: float, units: str) -> None:
    (bound,) = read_bounds(utterance(text, language="en"))
    assert (bound.threshold.op, bound.threshold.value, bound.threshold.units) == (op, value, units)


@pytest.mark.parametrize("text", ["in 2050", "Sentinel-2 over Lyon", "the last 30 days", "3 models", "45.5N 73.6W"])
def test_a_number_alone_bounds_nothing(text: str) -> None:
    assert read_bounds(utterance(text, language="en")) == () or text.startswith("Sentinel")


@pytest.mark.parametrize(
    ("text", "op", "value", "units"),
    [
        ("more than half an inch of rain", ">", 12.7, "mm"),
        ("above a half inch of rain", ">", 12.7, "mm"),
        ("at least a quarter inch of rain", ">=", 6.35, "mm"),
        ("three quarters of an inch of rain or more", ">=", 19.05, "mm"),
        ("over two inches of rain", ">", 50.8, "mm"),
        ("more than an inch and a half of rain", ">", 38.1, "mm"),
        ("plus d'un demi-pouce de pluie", ">", 12.7, "mm"),
        ("plus d'un pouce de pluie", ">", 25.4, "mm"),
        ("10 cm de neige au sol", ">=", 10, "cm"),
        ("a foot of snow on the ground", ">=", 30.48, "cm"),
        ("more than 1,000 mm a year", ">", 1000, "mm"),
        ("snow deeper than 20 in in Aspen", ">", 508, "mm"),
        ("days wetter than 20 mm", ">", 20, "mm"),
    ],
)
def test_amounts_in_words_and_customary_units(text: str, op: str, value: float, units: str) -> None:
    (bound,) = read_bounds(utterance(text, language="fr" if "de " in text else "en"))
    assert (bound.threshold.op, bound.threshold.value, bound.threshold.units) == (op, value, units)


@pytest.mark.parametrize(
    ("text", "op", "value"),
    [
        ("nights not dropping below 20 °C", ">=", 20),
        ("nuits où il ne descend pas sous 20 °C", ">=", 20),
        ("days not colder than -10 °C", ">=", -10),
        ("not warmer than 25 °C", "<=", 25),
        ("jours pas plus chauds que 25 °C", "<=", 25),
        ("sans dépasser 25 °C", "<=", 25),
        ("days that hit 35 °C", ">=", 35),
        ("tn_days_below de xclim à -20 °C", "<", -20),
        ("winds of force 8", ">=", 17.2),
        ("May 2025, at least 60 mm", ">=", 60),
    ],
)
def test_a_bound_denied_or_given_lies_on_the_side_that_is_left(text: str, op: str, value: float) -> None:
    (bound,) = read_bounds(utterance(text, language="en"))

    assert (bound.threshold.op, bound.threshold.value) == (op, value)
