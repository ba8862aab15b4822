"""Decades, centuries and eras, whole or in part, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.when.periods import read_periods

NOW = date(2026, 6, 15)


def spans(text: str, language: str) -> list[tuple[str | None, str | None]]:
    return [(p.start, p.end) for p in read_periods(text, now=NOW, language=language).periods if p.role == "target"]


@pytest.mark.parametrize(
    ("english", "french", "start", "end"),
    [
        ("rain in the late 2030s", "pluie à la fin des années 2030", "2035-01-01", "2039-12-31"),
        ("rain in the early 1980s", "pluie au début des années 80", "1980-01-01", "1984-12-31"),
        ("rain in the mid-1990s", "pluie au milieu des années 1990", "1994-01-01", "1996-12-31"),
        ("rain in the eighties", "pluie dans les années quatre-vingt", "1980-01-01", "1989-12-31"),
        ("rain since the late 1990s", "pluie depuis la fin des années 1990", "1995-01-01", "2026-06-15"),
        ("rain since the 80s", "pluie depuis les années 80", "1980-01-01", "2026-06-15"),
        ("rain in the 20th century", "pluie au XXe siècle", "1901-01-01", "2000-12-31"),
        ("rain in the late 20th century", "pluie à la fin du vingtième siècle", "1981-01-01", "2000-12-31"),
        ("rain in the first half of the 20th century", "pluie dans la première moitié du XXᵉ siècle", "1901-01-01", "1950-12-31"),
        ("rain in the second half of the century", "pluie dans la deuxième moitié du siècle", "2051-01-01", "2100-12-31"),
        ("rain in the first decade of this century", "pluie dans la première décennie du siècle", "2001-01-01", "2010-12-31"),
        ("rain in the medium term", "pluie à moyen terme", "2041-01-01", "2060-12-31"),
        ("near-term change of rain", "changement à court terme de la pluie", "2021-01-01", "2040-12-31"),
        ("rain in the near future", "pluie dans un futur proche", "2021-01-01", "2040-12-31"),
        ("rain in winter at the end of the century", "pluie en hiver à la fin du siècle", "2081-01-01", "2100-12-31"),
    ],
)  # fmt: skip
def test_an_age_is_read_alike_in_both_languages(english: str, french: str, start: str, end: str) -> None:
    assert spans(english, "en") == spans(french, "fr") == [(start, end)]


def test_decades_listed_behind_one_word_are_decades() -> None:
    assert spans("les années 1980 et 1990", "fr") == [("1980-01-01", "1989-12-31"), ("1990-01-01", "1999-12-31")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("pour les années 1981 à 2010", "fr", [("1981-01-01", "2010-12-31")]),
        ("the long-term mean of rain", "en", []),
        ("la tendance à long terme", "fr", []),
        ("the long-term trend", "en", []),
        ("la pluie à long terme", "fr", [("2081-01-01", "2100-12-31")]),
        ("20 years of rain at 40 north", "en", []),
        ("highs in the mid 80s", "en", []),
        ("années 1980 et 90 jours sans pluie", "fr", [("1980-01-01", "1989-12-31")]),
        ("the 1980s and 90 dry days", "en", [("1980-01-01", "1989-12-31")]),
        ("rain in the industrial era", "en", []),
        ("end of the 20th century", "en", [("1981-01-01", "2000-12-31")]),
    ],
)
def test_years_and_averages_are_no_ages(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert spans(text, language) == expected


def test_the_part_that_was_taken_is_said() -> None:
    assert read_periods("rain in the late 2030s", now=NOW, language="en").assumptions == ("part_of_age",)
    assert read_periods("rain in the 2030s", now=NOW, language="en").assumptions == ()


@pytest.mark.parametrize("text", ["rain in the 0000s", "rain after the 9990s", "long-term rainfall"])
def test_years_of_no_age_and_the_long_run_of_the_past_are_none(text: str) -> None:
    assert spans(text, "en") == []
