"""Years of two digits beside a month, a day or a season."""

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
        ("s2 lisbon 3-9 may 25", "s2 lisbonne 3-9 mai 25", "2025-05-03", "2025-05-09"),
        ("rain in valencia 29 oct 24", "pluie à valence le 29 oct 24", "2024-10-29", "2024-10-29"),
        ("ndvi kansas jun-aug 24", "ndvi kansas juin-août 24", "2024-06-01", "2024-08-31"),
        ("rain tunis apr 26", "pluie tunis avril 26", "2026-04-01", "2026-04-30"),
        ("burnt area aug25", "surface brûlée aout25", "2025-08-01", "2025-08-31"),
        ("tasmax spain summer 24", "tasmax espagne été 24", "2024-06-01", "2024-08-31"),
        ("snow alps winter 23-24", "neige alpes hiver 23-24", "2023-12-01", "2024-02-29"),
        ("fires in aug 98", "feux en août 98", "1998-08-01", "1998-08-31"),
    ],
)
def test_two_digits_are_a_year(english: str, french: str, start: str, end: str) -> None:
    assert spans(english, "en") == spans(french, "fr") == [("target", start, end)]


def test_the_same_month_of_two_years() -> None:
    expected = [("target", "2025-08-01", "2025-08-31"), ("reference", "2024-08-01", "2024-08-31")]
    assert spans("SST of the Black Sea, Aug 25 vs Aug 24", "en") == expected
    assert spans("SST de la mer Noire, août 25 vs août 24", "fr") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("scenes on May 25", "en", [("target", "2026-05-25", "2026-05-25")]),
        ("now with the one of May 25", "en", [("target", "2026-05-25", "2026-05-25")]),
        ("scenes of May 25, 2024", "en", [("target", "2024-05-25", "2024-05-25")]),
        ("scenes, August 23", "en", [("target", "2025-08-23", "2025-08-23")]),
        ("les scènes du 12 mai 2024", "fr", [("target", "2024-05-12", "2024-05-12")]),
        ("summer 35 °C days", "en", []),
    ],
)
def test_a_day_stays_a_day(text: str, language: str, expected: list[tuple[str, str, str]]) -> None:
    assert spans(text, language) == expected
