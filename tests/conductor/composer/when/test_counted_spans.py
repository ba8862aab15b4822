"""Lengths of time counted from a date."""

from __future__ import annotations

import pytest

from tests.conductor.composer.understood import understood


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("rain in Beira in the ten days following 14 March 2019", "2019-03-15", "2019-03-24"),
        ("pluie à Beira dans les dix jours qui ont suivi le 14 mars 2019", "2019-03-15", "2019-03-24"),
        ("rain in Beira the month before 31 March 2019", "2019-02-28", "2019-03-30"),
        ("rain in Beira the day before 14 March 2019", "2019-03-13", "2019-03-13"),
        ("images of Beira in the 999 decades following 14 March 2019", "2019-03-15", "9999-12-31"),
        ("images of Beira in the 999 decades before 14 March 2019", "0001-01-01", "2019-03-13"),
    ],
)
def test_a_length_is_counted_from_its_date_within_the_calendar(said: str, start: str, end: str) -> None:
    period = understood(said).intents[0].periods[0]
    assert (period.start, period.end) == (start, end)
