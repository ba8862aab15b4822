"""The words around a time: since, until, by, compared with."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.when.periods import read_periods

NOW = date(2026, 6, 15)


def spans(text: str, language: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.role, p.start, p.end) for p in read_periods(text, now=NOW, language=language).periods]


@pytest.mark.parametrize(
    ("english", "french", "start", "end"),
    [
        ("heat come 2050", "chaleur à l'échéance 2050", "2041-01-01", "2060-12-31"),
        ("heat ~2050", "chaleur d'ici l'année 2050", "2041-01-01", "2060-12-31"),
        ("heat by the year 2100", "chaleur d'ici l'an 2100", "2081-01-01", "2100-12-31"),
        ("sea level to 2100", "niveau de la mer jusqu'à l'an 2100", "2026-06-15", "2100-12-31"),
        ("heat until the end of the century", "chaleur jusqu'à la fin du siècle", "2026-06-15", "2100-12-31"),
        ("rain from 1973 on in Kano", "pluie à Kano dès 1973", "1973-01-01", "2026-06-15"),
        ("rain from 1980 until now", "pluie, 1980 à maintenant", "1980-01-01", "2026-06-15"),
        ("rain beginning in 1980", "pluie en partant de 1980", "1980-01-01", "2026-06-15"),
        ("scenes later than 2015", "scènes postérieures à 2015", "2016-01-01", None),
        ("rain since 1 January 2021 until 30 June 2022", "pluie depuis le 1er janvier 2021 jusqu'au 30 juin 2022", "2021-01-01", "2022-06-30"),
        ("landslides in the aftermath of 1 January 2024", "glissements à la suite du 1er janvier 2024", "2024-01-02", None),
        ("landslides following 1 January 2024", "glissements suite au 1er janvier 2024", "2024-01-02", None),
        ("rain beyond the year 2050", "pluie au-delà de 2050", "2051-01-01", None),
        ("rain until December 2030", "pluie jusqu'en décembre 2030", "2026-06-15", "2030-12-31"),
        ("rain between March 2020 and now", "pluie entre mars 2020 et maintenant", "2020-03-01", "2026-06-15"),
        ("rain since the 80s, i.e. 1980", "pluie depuis les années 80, soit depuis 1980", "1980-01-01", "2026-06-15"),
        ("rain last winter (December 2025 to February 2026)", "pluie l'hiver dernier (décembre 2025 à février 2026)", "2025-12-01", "2026-02-28"),
    ],
)  # fmt: skip
def test_the_ends_of_a_time(english: str, french: str, start: str, end: str | None) -> None:
    assert spans(english, "en") == spans(french, "fr") == [("target", start, end)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Compare the NO2 of the Po Valley in March 2020 with March 2019", "en"),
        ("compare the rain of March 2020 to March 2019", "en"),
        ("Compare le NO2 de la plaine du Pô en mars 2020 à celui de mars 2019", "fr"),
        ("NDVI kharif March 2020 vs kharif March 2019", "en"),
    ],
)
def test_a_time_compared_with_another_has_it_as_reference(text: str, language: str) -> None:
    assert spans(text, language) == [
        ("target", "2020-03-01", "2020-03-31"),
        ("reference", "2019-03-01", "2019-03-31"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("compare Paris and London from March 2019 to March 2020", "en", [("target", "2019-03-01", "2020-03-31")]),
        ("change it to 2060", "en", [("target", "2060-01-01", "2060-12-31")]),
        ("les normales des années 1990", "fr", [("target", "1990-01-01", "1999-12-31")]),
        ("rain in 2020 on 3 June 2021", "en", [("target", "2020-01-01", "2020-12-31"), ("target", "2021-06-03", "2021-06-03")]),
        ("the past 1981-2010 climate of Poland", "en", [("target", "1981-01-01", "2010-12-31")]),
        ("following the 2011 earthquake in Sendai", "en", [("target", "2011-01-01", "2011-12-31")]),
        ("est-ce qu'en 2020 il a plu ?", "fr", [("target", "2020-01-01", "2020-12-31")]),
        ("rain in 2050 and 2070", "en", [("target", "2050-01-01", "2050-12-31"), ("target", "2070-01-01", "2070-12-31")]),
        ("rain between 1981-2010 and now", "en", [("target", "1981-01-01", "2010-12-31")]),
        ("images of the years", "en", []),
    ],
)  # fmt: skip
def test_what_only_looks_alike_stays(text: str, language: str, expected: list[tuple[str, str, str]]) -> None:
    assert spans(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("rain of the Nile and of the Niger, compared, 1981-2010", "en", [("target", "1981-01-01", "2010-12-31")]),
        ("rain of Oslo, compared, 1981-2010", "en", [("reference", "1981-01-01", "2010-12-31")]),
        (
            "comment se compare 1991-2020 à 1961-1990 pour la température hivernale",
            "fr",
            [("target", "1991-01-01", "2020-12-31"), ("reference", "1961-01-01", "1990-12-31")],
        ),
        (
            "comment la pluie de 2023 se comparait-elle à celle de 1991-2020",
            "fr",
            [("target", "2023-01-01", "2023-12-31"), ("reference", "1991-01-01", "2020-12-31")],
        ),
    ],
)
def test_what_is_compared_is_no_baseline_of_itself(
    text: str, language: str, expected: list[tuple[str, str, str]]
) -> None:
    assert spans(text, language) == expected
