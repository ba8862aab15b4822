"""Halves, weeks, feasts and hydrological years are parts of a year by their own names."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.when.periods import read_periods

NOW = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("the first half of 2019", "2019-01-01", "2019-06-30"),
        ("rain in the second half of 2021", "2021-07-01", "2021-12-31"),
        ("H2 2020", "2020-07-01", "2020-12-31"),
        ("the first three months of 2018", "2018-01-01", "2018-03-31"),
        ("the last two months of 2018", "2018-11-01", "2018-12-31"),
        ("the week of 14 May 2025", "2025-05-12", "2025-05-18"),
        ("week starting 14 May 2025", "2025-05-14", "2025-05-20"),
        ("the week ending May 14, 2025", "2025-05-08", "2025-05-14"),
        ("2025-W03", "2025-01-13", "2025-01-19"),
        ("Christmas Day 2023", "2023-12-25", "2023-12-25"),
        ("New Year's Eve 2022", "2022-12-31", "2022-12-31"),
        ("water year 2021", "2020-10-01", "2021-09-30"),
        ("03/2024", "2024-03-01", "2024-03-31"),
        ("March '19", "2019-03-01", "2019-03-31"),
        ("day 60 of 2024", "2024-02-29", "2024-02-29"),
        ("in the noughties", "2000-01-01", "2009-12-31"),
    ],
)
def test_parts_of_a_year_in_english(text: str, start: str, end: str) -> None:
    periods = read_periods(text, now=NOW, language="en").periods

    assert [(p.start, p.end) for p in periods] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("au premier semestre 2019", "2019-01-01", "2019-06-30"),
        ("deuxième semestre de 2021", "2021-07-01", "2021-12-31"),
        ("les trois premiers mois de 2018", "2018-01-01", "2018-03-31"),
        ("la semaine du 14 mai 2025", "2025-05-12", "2025-05-18"),
        ("le jour de Noël 2023", "2023-12-25", "2023-12-25"),
        ("année hydrologique 2020-2021", "2020-10-01", "2021-09-30"),
        ("les cinq premiers jours de juin 2024", "2024-06-01", "2024-06-05"),
    ],
)
def test_parts_of_a_year_in_french(text: str, start: str, end: str) -> None:
    periods = read_periods(text, now=NOW, language="fr").periods

    assert [(p.start, p.end) for p in periods] == [(start, end)]


def test_a_feast_without_its_year_is_the_latest_one() -> None:
    assert read_periods("on Christmas Eve", now=NOW, language="en").periods[0].start == "2025-12-24"


def test_an_island_is_no_feast() -> None:
    assert read_periods("rain on Christmas Island", now=NOW, language="en").periods == ()
