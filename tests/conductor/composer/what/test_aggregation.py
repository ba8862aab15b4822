"""The time step of a result is read as said, and not out of the names of quantities; no language says what the contract has no word for."""

from __future__ import annotations

import pytest

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.aggregation import read_aggregation


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("days per year", "annual"),
        ("moyenne mensuelle", "monthly"),
        ("year by year", "annual"),
        ("année après année", "annual"),
        ("year-to-year values of rain", "annual"),
        ("seasonal cycle", "climatology"),
        ("long-term monthly means of rain", "climatology"),
        ("normales mensuelles de pluie", "climatology"),
        ("par saison", "seasonal"),
        ("wind speed every season", "seasonal"),
        ("season by season", "seasonal"),
        ("10-year means of humidity", "decadal"),
        ("humidité à chaque décennie", "decadal"),
        ("mois après mois", "monthly"),
        ("one value of rain a month", "monthly"),
        ("daily mean wind speed", "daily"),
        ("vitesse moyenne quotidienne du vent", "daily"),
        ("wind broken down by day", "daily"),
        ("jour après jour", "daily"),
        ("rain tous les jours", "daily"),
        ("annual maximum daily rainfall", "annual"),
    ],
)
def test_the_time_step_is_read(text: str, step: str) -> None:
    assert read_aggregation(fold(text)) == step


@pytest.mark.parametrize(
    "text",
    [
        "daily maximum temperature",
        "température maximale quotidienne",
        "mm par jour",
        "10 mm of rain per day",
        "highest daily rainfall",
        "plus forte pluie journalière",
        "days with daily mean temperature above 25",
        "change in daily mean temperature by 2050",
        "évolution de la température moyenne quotidienne",
        "pluie journalière de période de retour 50 ans",
        "95th percentile of daily rain",
        "year-to-year variability of rain",
        "variabilité de la pluie d'une année à l'autre",
        "weekly rain",
        "cumul hebdomadaire",
        "dekadal rain",
        "pluie décadaire",
        "hourly wind",
        "chaque saison sèche",
        "chaque mois d'avril",
        "50-year daily rainfall",
        "précipitations quotidiennes décennales",
        "retour de dix ans du vent",
    ],
)
def test_other_words_say_no_step(text: str) -> None:
    assert read_aggregation(fold(text)) is None


def test_the_step_of_data_that_are_searched_is_that_of_their_name() -> None:
    assert read_aggregation("daily tasmax of canesm5", of_data=True) == "daily"
