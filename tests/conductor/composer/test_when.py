"""The contract's table of times, each row in several wordings: English and French read the same period."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest

from conductor.composer.when.periods import read_periods

NOW = date(2026, 6, 15)
SENTENCES = {
    "en": ("rain in Paris {}", "{}: temperature of Kenya", "what was the wind over Chile {}?"),
    "fr": ("pluie à Paris {}", "{} : température du Kenya", "quel était le vent au Chili {} ?"),
}
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTHS_FR = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
Row = tuple[str, str, tuple[tuple[str, str | None, str | None], ...]]


def _target(start: str | None, end: str | None) -> tuple[tuple[str, str | None, str | None], ...]:
    return (("target", start, end),)


ROWS: tuple[Row, ...] = (
    ("in 2050|for 2050|during 2050", "en 2050|pour 2050|pendant 2050|pour l'année 2050", _target("2050-01-01", "2050-12-31")),
    ("around 2060|by 2060|about 2060", "vers 2060|d'ici 2060|à l'horizon 2060|autour de 2060", _target("2051-01-01", "2070-12-31")),
    ("by 2100|for 2100|by the year 2100", "d'ici 2100|pour 2100|à l'horizon 2100", _target("2081-01-01", "2100-12-31")),
    ("through 2050|until 2050|up to 2050|out to 2050", "jusqu'en 2050|jusqu'à 2050", _target("2026-06-15", "2050-12-31")),
    ("mid-century|by the middle of the century", "au milieu du siècle|à la mi-siècle|à moyen terme", _target("2041-01-01", "2060-12-31")),
    ("at the end of the century|by century's end|late this century", "en fin de siècle|d'ici la fin du siècle", _target("2081-01-01", "2100-12-31")),
    ("in the 2030s|during the 2030's", "dans les années 2030|pour la décennie 2030", _target("2030-01-01", "2039-12-31")),
    ("since 1980|from 1980 onwards|from 1980 until today", "depuis 1980|depuis l'année 1980|de 1980 à nos jours", _target("1980-01-01", "2026-06-15")),
    ("before 1990|prior to 1990", "avant 1990", _target(None, "1989-12-31")),
    ("after 1990", "après 1990", _target("1991-01-01", None)),
    ("over the last 10 years|in the past ten years", "ces dix dernières années|depuis 10 ans|durant les 10 années passées", _target("2016-01-01", "2025-12-31")),
    ("over the next 20 years", "au cours des vingt prochaines années|dans les 20 années à venir", _target("2027-01-01", "2046-12-31")),
    ("over the last 5 days", "ces cinq derniers jours|sur les 5 derniers jours", _target("2026-06-10", "2026-06-14")),
    ("over the past 3 months", "ces 3 derniers mois|3 derniers mois", _target("2026-03-01", "2026-05-31")),
    ("last week", "la semaine dernière|la semaine passée", _target("2026-06-08", "2026-06-14")),
    ("this year|year to date|since the start of the year", "cette année|depuis le début de l'année", _target("2026-01-01", "2026-06-15")),
    ("in recent decades|over the last few decades", "ces dernières décennies|depuis quelques décennies", _target("1996-01-01", "2025-12-31")),
    ("over the last half century", "sur le dernier demi-siècle", _target("1976-01-01", "2025-12-31")),
    ("over the last quarter century", "ces vingt-cinq dernières années", _target("2001-01-01", "2025-12-31")),
    ("over the past 30 years", "depuis une trentaine d'années|ces trente dernières années", _target("1996-01-01", "2025-12-31")),
    ("over the past seven days", "ces sept derniers jours", _target("2026-06-08", "2026-06-14")),
    ("over the last fortnight|over the last two weeks", "depuis une quinzaine|depuis une quinzaine de jours", _target("2026-06-01", "2026-06-14")),
    ("over the next decade", "durant la prochaine décennie|sur la décennie à venir", _target("2027-01-01", "2036-12-31")),
    ("last month|the previous month", "le mois dernier|le mois précédent", _target("2026-05-01", "2026-05-31")),
    ("in early 2024|at the beginning of 2024", "début 2024|au début de 2024", _target("2024-01-01", "2024-04-30")),
    ("in mid-2024", "mi-2024|au milieu de 2024", _target("2024-05-01", "2024-08-31")),
    ("in late 2024|at the end of 2024", "fin 2024|à la fin de 2024", _target("2024-09-01", "2024-12-31")),
    ("at the beginning of May 2024", "au début du mois de mai 2024|début mai 2024", _target("2024-05-01", "2024-05-10")),
    ("in the last ten days of May 2024", "dans les dix derniers jours de mai 2024", _target("2024-05-22", "2024-05-31")),
    ("between May 5 and 12, 2024", "entre le 5 et le 12 mai 2024", _target("2024-05-05", "2024-05-12")),
    ("in fiscal year 2023-24|in the 2023-24 fiscal year", "durant l'exercice 2023-24|pour l'année financière 2023-2024", _target("2023-04-01", "2024-03-31")),
    ("in water year 2024|in the 2024 hydrological year", "durant l'année hydrologique 2024", _target("2023-10-01", "2024-09-30")),
    ("in pre-industrial times", "à l'époque préindustrielle|à l'ère préindustrielle", _target("1850-01-01", "1900-12-31")),
    ("in Q2 2021|in the second quarter of 2021", "au T2 2021|au deuxième trimestre 2021", _target("2021-04-01", "2021-06-30")),
    (
        "in 2023 compared with 1991-2020|in 2023 (baseline 1991-2020)|in 2023, reference period 1991-2020|in 2023 minus 1991-2020",
        "en 2023 par rapport à 1991-2020|en 2023 (référence 1991-2020)|en 2023 en comparaison de 1991-2020|en 2023 moins 1991-2020",
        (("target", "2023-01-01", "2023-12-31"), ("reference", "1991-01-01", "2020-12-31")),
    ),
)  # fmt: skip
CASES = [
    pytest.param(language, wording, expected, id=f"{language}: {wording}")
    for english, french, expected in ROWS
    for language, said in (("en", english), ("fr", french))
    for wording in said.split("|")
]


def _read(text: str, language: str) -> tuple[tuple[str, str | None, str | None], ...]:
    return tuple((p.role, p.start, p.end) for p in read_periods(text, now=NOW, language=language).periods)


@pytest.mark.parametrize(("language", "wording", "expected"), CASES)
def test_a_row_of_the_table_is_read_wherever_it_stands(
    language: str, wording: str, expected: tuple[tuple[str, str | None, str | None], ...]
) -> None:
    assert {_read(sentence.format(wording), language) for sentence in SENTENCES[language]} == {expected}


@pytest.mark.parametrize("month", range(1, 13))
def test_a_range_of_days_in_a_month_is_one_period(month: int) -> None:
    said = {
        "en": (f"from {MONTHS_EN[month - 1]} 3 to 12, 2022", f"from 3 to 12 {MONTHS_EN[month - 1]} 2022"),
        "fr": (f"du 3 au 12 {MONTHS_FR[month - 1]} 2022", f"entre le 3 et le 12 {MONTHS_FR[month - 1]} 2022"),
    }
    expected = _target(f"2022-{month:02d}-03", f"2022-{month:02d}-12")
    assert {_read(f"x {words}", language) for language, both in said.items() for words in both} == {expected}


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_of_many_years_recurs(month: int) -> None:
    texts = {
        "en": f"rain in {MONTHS_EN[month - 1]}, 1991-2020",
        "fr": f"pluie chaque mois de {MONTHS_FR[month - 1]} de 1991 à 2020",
    }
    readings = [read_periods(text, now=NOW, language=language) for language, text in texts.items()]
    assert [(r.months, r.periods[0].start, r.periods[0].end) for r in readings] == [
        ((month,), "1991-01-01", "2020-12-31")
    ] * 2


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_of_a_year_ends_on_its_last_day(month: int) -> None:
    expected = _target(f"2023-{month:02d}-01", date(2023, month, monthrange(2023, month)[1]).isoformat())
    assert _read(f"en {MONTHS_FR[month - 1]} 2023", "fr") == _read(f"in {MONTHS_EN[month - 1]} 2023", "en") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [("mean rain in Alice Springs in 2025", "en"), ("today's question: rain in 2025", "en"), ("summer 2040s", "en")],
)
def test_a_word_of_the_calendar_in_another_use_is_no_season_or_day(text: str, language: str) -> None:
    years = {p.start for p in read_periods(text, now=NOW, language=language).periods}
    assert years <= {"2025-01-01", "2040-01-01"}


def test_two_dates_before_and_after_an_event_are_reference_and_target() -> None:
    assert _read("NBR before and after the fire: 2023-08-03 and 2023-08-13", "en") == (
        ("reference", "2023-08-03", "2023-08-03"),
        ("target", "2023-08-13", "2023-08-13"),
    )


def test_from_one_decade_to_another_is_one_stretch() -> None:
    assert _read("mean of each decade from the 1960s to the 2010s", "en") == _target("1960-01-01", "2019-12-31")
