"""Periods moved against those of the turn before."""

from __future__ import annotations

import pytest

from conductor.composer.when.shifts import shifted
from planners.intent import Period


def span(text: str, start: str, end: str) -> tuple[str | None, str | None] | None:
    moved = shifted(
        text, (Period(start=start, end=end), Period(role="reference", start="1961-01-01", end="1990-12-31"))
    )
    if moved is None:
        return None
    assert moved[1].start == "1961-01-01"
    return moved[0].start, moved[0].end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the same week a year earlier", ("2024-10-06", "2024-10-12")),
        ("une semaine plus tard", ("2025-10-13", "2025-10-19")),
        ("decale de dix ans", ("2035-10-06", "2035-10-12")),
        ("two months before", ("2025-08-06", "2025-08-12")),
        ("les deux mois d'avant", ("2025-08-06", "2025-08-12")),
        ("in winter", None),
    ],
)
def test_shifts(text: str, expected: tuple[str, str] | None) -> None:
    assert span(text, "2025-10-06", "2025-10-12") == expected


def test_the_end_of_a_month_stays_one() -> None:
    assert span("un mois plus tard", "2025-06-01", "2025-06-30") == ("2025-07-01", "2025-07-31")
    assert span("a month earlier", "2025-03-01", "2025-03-31") == ("2025-02-01", "2025-02-28")


def test_the_decade_beside() -> None:
    assert span("the decade before", "2011-01-01", "2020-12-31") == ("2001-01-01", "2010-12-31")
    assert span("la periode suivante", "2041-01-01", "2060-12-31") == ("2061-01-01", "2080-12-31")


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("the previous period", "2020-07-01", "2020-07-31", ("2020-06-01", "2020-06-30")),
        ("the next period", "2020-07-03", "2020-07-09", ("2020-07-10", "2020-07-16")),
        ("the next fortnight", "2020-07-01", "2020-07-14", ("2020-07-15", "2020-07-28")),
        ("the next century", "2001-01-01", "2020-12-31", ("2021-01-01", "2120-12-31")),
    ],
)
def test_as_long_a_period_beside(text: str, start: str, end: str, expected: tuple[str, str]) -> None:
    assert span(text, start, end) == expected


@pytest.mark.parametrize("text", ["999 decades later", "250 decades earlier", "recule de 999 decennies"])
def test_no_period_lies_outside_the_calendar(text: str) -> None:
    assert span(text, "2020-07-01", "2020-07-31") is None


def test_an_open_period_stays() -> None:
    assert shifted("a year earlier", (Period(start="2000-01-01"),)) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "moved"),
    [
        ("the week after", "2026-03-01", "2026-03-15", ("2026-03-16", "2026-03-22")),
        ("la semaine suivante", "2026-03-09", "2026-03-15", ("2026-03-16", "2026-03-22")),
        ("the day before", "2024-05-06", "2024-05-06", ("2024-05-05", "2024-05-05")),
        ("and the winter before?", "2025-12-01", "2026-02-28", ("2024-12-01", "2025-02-28")),
        ("et l'hiver precedent ?", "2025-12-01", "2026-02-28", ("2024-12-01", "2025-02-28")),
        ("the month after", "2025-06-01", "2025-06-30", ("2025-07-01", "2025-07-31")),
    ],
)
def test_the_time_beside_is_taken(text: str, start: str, end: str, moved: tuple[str, str]) -> None:
    (period,) = shifted(text, (Period(role="target", start=start, end=end),)) or ()
    assert (period.start, period.end) == moved
