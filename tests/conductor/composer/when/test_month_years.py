"""Months and seasons take the year that is told elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.when.periods import read_periods

NOW = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("text", "language", "periods"),
    [
        ("rain in March last year", "en", [("2025-03-01", "2025-03-31")]),
        ("pluie de mars de l'an dernier", "fr", [("2025-03-01", "2025-03-31")]),
        ("10 to 12 April last year", "en", [("2025-04-10", "2025-04-12")]),
        ("du 10 au 12 avril de l'année dernière", "fr", [("2025-04-10", "2025-04-12")]),
        ("May this year", "en", [("2026-05-01", "2026-05-31")]),
        ("NDVI of June 2019 vs 2024", "en", [("2019-06-01", "2019-06-30"), ("2024-06-01", "2024-06-30")]),
        ("June 2018 and 2019", "en", [("2018-06-01", "2018-06-30"), ("2019-06-01", "2019-06-30")]),
        ("winter 2009-10 vs 2019-20", "en", [("2009-12-01", "2010-02-28"), ("2019-12-01", "2020-02-29")]),
        (
            "l'été 2015 a-t-il été plus sec que celui de 2019",
            "fr",
            [("2015-06-01", "2015-08-31"), ("2019-06-01", "2019-08-31")],
        ),
        ("the year before last", "en", [("2024-01-01", "2024-12-31")]),
        ("two winters ago", "en", [("2024-12-01", "2025-02-28")]),
        ("il y a deux étés", "fr", [("2024-06-01", "2024-08-31")]),
        ("the last fortnight", "en", [("2026-06-01", "2026-06-14")]),
        ("pre-1985", "en", [(None, "1984-12-31")]),
        ("post-2010", "en", [("2011-01-01", None)]),
        ("since early 2024", "en", [("2024-01-01", "2026-06-15")]),
        ("depuis début 2024", "fr", [("2024-01-01", "2026-06-15")]),
        ("until the end of the century", "en", [("2026-06-15", "2100-12-31")]),
    ],
)
def test_the_year_is_lent(text: str, language: str, periods: list[tuple[str | None, str | None]]) -> None:
    read = read_periods(text, now=NOW, language=language).periods

    assert [(p.start, p.end) for p in read] == periods


@pytest.mark.parametrize(
    ("text", "language", "month"),
    [
        ("ice on 10 March, 1985 to 2015", "en", 3),
        ("10 mars 1985-2015", "fr", 3),
        ("snow on 24 December, 1970-2000", "en", 12),
    ],
)
def test_a_day_of_many_years_recurs(text: str, language: str, month: int) -> None:
    read = read_periods(text, now=NOW, language=language)

    assert read.months == (month,)
    assert read.periods[0].start is not None and read.periods[0].start.endswith("-01-01")


def test_what_has_been_is_no_summer() -> None:
    read = read_periods("quelle a été l'année dernière la pluie totale", now=NOW, language="fr")

    assert [(p.start, p.end) for p in read.periods] == [("2025-01-01", "2025-12-31")]


def test_normals_alone_are_what_is_wanted() -> None:
    assert read_periods("rainfall (1961-1990 normals)", now=NOW, language="en").periods[0].role == "target"


def test_before_and_after_with_signs_are_two_dates() -> None:
    read = read_periods("before = 4 May 2024, after = 9 June 2024", now=NOW, language="en")

    assert [(p.role, p.start) for p in read.periods] == [("reference", "2024-05-04"), ("target", "2024-06-09")]


def test_a_month_belongs_to_the_one_year_that_a_normal_is_held_against() -> None:
    for text in ("Yerevan's July in 2018 compared to 1961-1990", "juillet en 2018 à Erevan par rapport à 1961-1990"):
        read = read_periods(text, now=NOW, language="en")
        assert [(p.role, p.start) for p in read.periods] == [("target", "2018-07-01"), ("reference", "1961-01-01")]


def test_a_month_takes_the_year_of_the_one_beside_it() -> None:
    read = read_periods("NDVI in June and September 2023", now=NOW, language="en")
    assert [(p.start, p.end) for p in read.periods] == [("2023-06-01", "2023-06-30"), ("2023-09-01", "2023-09-30")]
    between = read_periods("NDVI between June and September 2023", now=NOW, language="en")
    assert [(p.start, p.end) for p in between.periods] == [("2023-06-01", "2023-09-30")]
