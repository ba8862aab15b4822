"""Times as analysts write them, against the contract's table of periods."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductor.composer.when.periods import PeriodReading, read_periods

NOW = date(2026, 11, 25)


def read(text: str, *, language: str = "en", hemisphere: str | None = None) -> PeriodReading:
    return read_periods(text, now=NOW, language=language, hemisphere=hemisphere)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("temperature in 2050", "2050-01-01", "2050-12-31"),
        ("rain around 2050", "2041-01-01", "2060-12-31"),
        ("à l'horizon 2050", "2041-01-01", "2060-12-31"),
        ("sea level by 2100", "2081-01-01", "2100-12-31"),
        ("d'ici 2100", "2081-01-01", "2100-12-31"),
        ("trends through 2050", "2026-11-25", "2050-12-31"),
        ("near-term rainfall", "2021-01-01", "2040-12-31"),
        ("milieu du siècle", "2041-01-01", "2060-12-31"),
        ("by the end of the century", "2081-01-01", "2100-12-31"),
        ("les années 1990", "1990-01-01", "1999-12-31"),
        ("sea ice since 1980", "1980-01-01", "2026-11-25"),
        ("scenes after March 2020", "2020-04-01", None),
        ("avant 1990", None, "1989-12-31"),
        ("the last 30 years", "1996-01-01", "2025-12-31"),
        ("next 20 years", "2027-01-01", "2046-12-31"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("le mois dernier", "2026-10-01", "2026-10-31"),
        ("this year", "2026-01-01", "2026-11-25"),
        ("the last 10 days", "2026-11-15", "2026-11-24"),
        ("l'été dernier", "2026-06-01", "2026-08-31"),
        ("past 3 winters", "2023-12-01", "2026-02-28"),
        ("recent decades", "1996-01-01", "2025-12-31"),
        ("DJF 2024", "2023-12-01", "2024-02-29"),
        ("winter of 2013-2014", "2013-12-01", "2014-02-28"),
        ("2041–2070", "2041-01-01", "2070-12-31"),
        ("du 5 au 12 mai 2024", "2024-05-05", "2024-05-12"),
        ("28 October to 5 November 2024", "2024-10-28", "2024-11-05"),
        ("after 10/10/2012 but before 11/15/2023", "2012-10-11", "2023-11-14"),
        ("Septebmer 16, 2022", "2022-09-16", "2022-09-16"),
        ("Q3 2022", "2022-07-01", "2022-09-30"),
        ("FY2023-24", "2023-04-01", "2024-03-31"),
        ("the first two weeks of January 2021", "2021-01-01", "2021-01-14"),
        ("avant-hier", "2026-11-23", "2026-11-23"),
        ("il y a deux ans", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_time_is_read_as_the_contract_says(text: str, start: str | None, end: str | None) -> None:
    (period,) = read(text, language="fr" if any(c in text for c in "éàû") else "en").periods
    assert (period.start, period.end, period.role) == (start, end, "target")


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("warmer in 2070-2099 than in 1961-1990", "1961-01-01"),
        ("2041-2070 par rapport à 1991-2020", "1991-01-01"),
        ("snow cover: winter 2024 against winter 2023", "2022-12-01"),
        ("DJF 2005 anomaly relative to the 1981-2010 baseline", "1981-01-01"),
        ("days over 35C in the 2080s compared with today", "1995-01-01"),
        ("2015-2024 plus chaud que la période préindustrielle", "1850-01-01"),
        ("did the lake shrink between July 10, 2022 and August 27, 2022", "2022-07-10"),
        ("change from 2020-2030 to 2040-2050", "2020-01-01"),
        ("buildings there in May 2024 that weren't there in May 2019", "2019-05-01"),
    ],
)
def test_what_is_compared_against_is_the_reference(text: str, reference: str) -> None:
    periods = read(text).periods
    assert [p.start for p in periods if p.role == "reference"] == [reference]
    assert len([p for p in periods if p.role == "target"]) == 1


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("When does the world pass 2 °C above pre-industrial?", 2.0),
        ("dans un monde à +2 °C", 2.0),
        ("at 1.5 degrees of global warming", 1.5),
        ("quand dépassera-t-on 1,5 °C de réchauffement", 1.5),
    ],
)
def test_a_warming_level_is_a_period(text: str, level: float) -> None:
    (period,) = read(text).periods
    assert period.warming_level == level


@pytest.mark.parametrize(
    "text",
    [
        "a 1.5°C pathway for France",
        "above 2000 m",
        "sept images landsat",
        "ssp245 for CESM2",
        "a été perdue",
        "version 20190429",
        "tile 20240512T101010",
        "ratio of 12 to 7 mm",
    ],
)
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    assert read(text, language="fr" if "été" in text else "en").periods == ()


def test_months_recur_over_several_years_and_narrow_a_single_one() -> None:
    assert read("summer NDVI 2001-2025").months == (6, 7, 8)
    assert read("spring frost in the 2050s", hemisphere="south").months == (9, 10, 11)
    narrowed = read("the 2021 heatwave season (June-September)")
    assert (narrowed.months, narrowed.periods[0].start, narrowed.periods[0].end) == ((), "2021-06-01", "2021-09-30")


def test_a_date_with_two_readings_is_ambiguous_in_english_only() -> None:
    assert len(read("scenes of 03/04/2024").ambiguous) == 2
    assert read("scènes du 03/04/2024", language="fr").ambiguous == ()


def test_the_day_before_leans_on_the_turn_before() -> None:
    day = date(2026, 3, 9)
    reading = read_periods("and the day before?", now=NOW, language="en", anchor=(day, day))
    assert reading.periods[0].start == "2026-03-08"


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert read(text) == read(text)
