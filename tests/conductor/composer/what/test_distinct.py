"""Which of several quantities is meant: the identifier typed beside its words, not the event or season around it."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def _names(text: str) -> list[str | None]:
    intent = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]
    return [q.variable_id or q.indicator or q.spectral_index for q in intent.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("soil moisture mrsos in the Sahel, 2050s, ssp126", ["mrsos"]),
        ("lowest daily minimum of the February 2021 cold wave in Texas, ERA5-Land", ["tasmin"]),
        ("NDVI trend in Inner Mongolia, growing season (May-September), 2001-2024", ["NDVI"]),
        ("daily intensity index of rainfall in Mumbai, 1979-2020", ["sdii"]),
        ("number of heat waves and maximum temperature in Cairo in 2020", ["heat_wave_frequency", "tasmax"]),
    ],
)
def test_the_setting_of_a_quantity_is_none_itself(text: str, expected: list[str]) -> None:
    assert _names(text) == expected


@pytest.mark.parametrize("text", ["frost days over Bolivia in 2020", "calm days over Bolivia in 2020"])
def test_days_over_a_country_are_no_days_over_a_bound(text: str) -> None:
    assert "tx_days_above" not in _names(text)


def test_how_many_days_counts_days_however_far_the_bound_stands() -> None:
    assert _names("Combien de jours de 2019 Perth, en Australie-Occidentale, a-t-elle dépassé 40 °C ?") == [
        "tx_days_above"
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("consecutive dry days a year (CDD) in Lyon, 1991-2020", ["cdd"]),
        ("jours sans pluie d'affilée par an (CDD) à Lyon, 1991-2020", ["cdd"]),
        ("rain and humidity (hurs) in Lyon, 1991-2020", ["pr", "hurs"]),
    ],
)
def test_an_identifier_in_brackets_says_what_the_words_before_it_mean(text: str, meant: list[str]) -> None:
    read = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].quantities
    assert [q.indicator or q.variable_id for q in read] == meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nights over 20 °C in Nice in 2022", ["tropical_nights"]),
        ("nuits dépassant 20 °C à Nice en 2022", ["tropical_nights"]),
        ("nuits dépassant 22 °C à Nice en 2022", ["tn_days_above"]),
    ],
)
def test_a_night_above_twenty_degrees_is_a_tropical_one(text: str, expected: list[str]) -> None:
    assert _names(text) == expected
