"""Thresholds find what they bound; days that meet one become an indicator; a thing said twice is one quantity."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question
from planners.intent import Quantity

NOW = "2026-06-15T12:00:00Z"


def quantities(text: str) -> tuple[Quantity, ...]:
    return understand(Question(text=text, asked_at=NOW)).intents[0].quantities


@pytest.mark.parametrize(
    ("text", "indicator", "op", "value", "units"),
    [
        ("days above 30 °C in Lyon in 2020", "tx_days_above", ">", 30, "degC"),
        ("jours à plus de 86 F à Lyon en 2020", "tx_days_above", ">", 86, "degF"),
        ("days with more than 20 mm of rain in Lyon in 2020", "wetdays", ">", 20, "mm/day"),
        ("30-degree days in Lyon in 2020", "tx_days_above", ">", 30, "degC"),
    ],
)
def test_days_beyond_a_bound_are_counted(text: str, indicator: str, op: str, value: float, units: str) -> None:
    (quantity,) = quantities(text)
    assert quantity.indicator == indicator and quantity.threshold is not None
    assert (quantity.threshold.op, quantity.threshold.value, quantity.threshold.units) == (op, value, units)


def test_a_bound_stays_with_its_variable_where_no_days_are_counted() -> None:
    (quantity,) = quantities("Did sea surface temperature in the Gulf of Maine exceed 20 °C in August 2021?")
    assert quantity.variable_id == "tos" and quantity.threshold is not None and quantity.threshold.value == 20


def test_an_index_has_a_bound_without_units() -> None:
    (quantity,) = quantities("NDVI sous 0,4 à Chartres en mai 2025")
    assert quantity.threshold is not None and (quantity.threshold.value, quantity.threshold.units) == (0.4, "")


def test_cloud_cover_bounds_no_quantity() -> None:
    assert quantities("Sentinel-2 of Lyon under 20 % cloud in May 2025") == ()


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("Did sea surface temperatures at Cairns show temperature changes in 2022?", ["tos"]),
        ("temperature and precipitation in Lyon in 2020", ["tas", "pr"]),
        ("Is the Baltic Sea getting warmer since 1990?", ["tos"]),
    ],
)
def test_a_thing_said_twice_is_meant_once(text: str, variables: list[str]) -> None:
    assert [quantity.variable_id for quantity in quantities(text)] == variables


def test_the_return_level_of_daily_rain_is_an_indicator() -> None:
    assert [
        q.indicator for q in quantities("100-year return level of daily rain for Abidjan in 2041-2060, ssp370")
    ] == ["rx1day"]


@pytest.mark.parametrize(
    ("text", "meant", "op", "value"),
    [
        ("in which years was it above 38 degrees in Nicosia since 1980", "tas", ">", 38),
        ("en quelles années a-t-il fait plus de 38 degrés à Nicosie depuis 1980", "tas", ">", 38),
        ("a-t-il déjà fait moins de -25 degrés à Minsk", "tas", "<", -25),
        ("days with more than one inch of rain in Hilo in 2018", "wetdays", ">", 25.4),
        ("half an inch of rain or more, how many days in Hilo in 2018", "wetdays", ">=", 12.7),
        ("jours avec plus de 15 cm de neige au sol à Oulu, 1991-2020", "snd_days_above", ">", 15),
        ("cooling degree days above 22 °C in Tunis, 1991-2020", "cooling_degree_days", ">", 22),
        ("how many days will top 36 °C in Tunis around 2050, ssp245", "tx_days_above", ">", 36),
        ("probability of more than 80 mm in a day in Split", "pr", ">", 80),
    ],
)
def test_a_bound_finds_or_makes_what_it_bounds(text: str, meant: str, op: str, value: float) -> None:
    (quantity,) = quantities(text)

    assert meant in (quantity.variable_id, quantity.indicator)
    assert quantity.threshold is not None
    assert (quantity.threshold.op, quantity.threshold.value) == (op, value)


@pytest.mark.parametrize(
    "text", ["slopes over 25 degrees in Andorra", "Sentinel-1 scenes beyond 65 degrees north in May 2025"]
)
def test_degrees_of_an_angle_are_no_heat(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("longest streak without rain in Tucson, 1991-2020", "cdd"),
        ("plus longue suite de jours sans pluie à Oran, 1991-2020", "cdd"),
        ("rainy days in a row in Bergen, 1991-2020", "cwd"),
        ("jours de pluie d'affilée à Brest, 1991-2020", "cwd"),
    ],
)
def test_runs_of_days_are_indicators(text: str, indicator: str) -> None:
    assert [q.indicator for q in quantities(text)] == [indicator]


@pytest.mark.parametrize(
    ("text", "indicator", "op"),
    [
        ("nights not dropping below 20 °C in Lyon, 1991-2020", "tn_days_above", ">="),
        ("nuits où la température ne descend pas sous 20 °C à Lyon, 1991-2020", "tn_days_above", ">="),
        (
            "run tn_days_below of finch with a threshold of -25 °C for Yellowknife, 2041-2070, ssp245",
            "tn_days_below",
            "<",
        ),
        ("tn_days_below de xclim à -20 °C pour Whitehorse, ssp245 2031-2060", "tn_days_below", "<"),
        ("when it rains more than 5 mm in Lyon. How many such days in 2022?", "wetdays", ">"),
    ],
)
def test_an_indicator_is_that_of_the_side_of_its_bound(text: str, indicator: str, op: str) -> None:
    (quantity,) = quantities(text)

    assert quantity.indicator == indicator
    assert quantity.threshold is not None and quantity.threshold.op == op


def test_feet_of_ice_are_a_thickness() -> None:
    (quantity,) = quantities("where is there at least 2 ft of ice on Lake Superior in February 2025?")

    assert quantity.variable_id == "sithick" and quantity.threshold is not None
    assert (quantity.threshold.op, quantity.threshold.value, quantity.threshold.units) == (">=", 60.96, "cm")
