"""Time axes: every way in which files write time, and which steps an interval wholly holds."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute import times
from connectors.errors import BadReply
from connectors.extents import Interval
from tests.connectors.compute.samples import interval, monthly, yearly


@pytest.mark.parametrize(
    ("values", "units", "first", "last"),
    [
        ([1850, 1851], "", (1850, 7), (1851, 7)),
        ([1850.5, 1851.5], "year", (1850, 7), (1851, 7)),
        ([0, 1], "years since 1850-01-01", (1850, 7), (1851, 7)),
        ([0.5, 13.5], "months since 2000-01-01", (2000, 1), (2001, 2)),
        ([20000115.0, 20010215.0], "day as %Y%m%d.%f", (2000, 1), (2001, 2)),
        ([200001, 200102], "month as %Y%m.%f", (2000, 1), (2001, 2)),
        ([0, 31], "days since 2000-01-01", (2000, 1), (2000, 2)),
        ([0, 744], "hours since 2000-01-01 00:00:00", (2000, 1), (2000, 2)),
    ],
)
def test_times_are_decoded_however_they_are_written(
    values: list[float], units: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    decoded, _ = times.decode(np.array(values), attributes={"units": units})
    years, months = times.years(decoded), times.months(decoded)
    assert [(years[0], months[0]), (years[-1], months[-1])] == [first, last]


def test_absolute_days_keep_their_day() -> None:
    decoded, _ = times.decode(np.array([20000131.5]), attributes={"units": "day as %Y%m%d.%f"})
    assert times.days(decoded)[0] == 31


@pytest.mark.parametrize("calendar", ["360_day", "noleap", "julian"])
def test_other_calendars_keep_their_dates(calendar: str) -> None:
    decoded, told = times.decode(
        np.array([0.0, 59.0]), attributes={"units": "days since 2000-01-01", "calendar": calendar}
    )
    assert (decoded.dtype, told) == (np.dtype(object), calendar)
    assert decoded[1].month == {"360_day": 2, "noleap": 3, "julian": 2}[calendar]


def test_standard_calendars_agree_with_cftime() -> None:
    import cftime

    values = np.arange(0, 80_000, 371.25)
    decoded, _ = times.decode(values, attributes={"units": "days since 1850-01-01", "calendar": "gregorian"})
    theirs = cftime.num2date(values, "days since 1850-01-01", "gregorian")
    assert [str(t)[:19].replace("T", " ") for t in decoded] == [str(t)[:19] for t in theirs]


@pytest.mark.parametrize("units", ["furlongs since 2000-01-01", "days since the flood"])
def test_times_in_no_units_are_a_bad_reply(units: str) -> None:
    with pytest.raises(BadReply, match="cannot be read"):
        times.decode(np.array([1.0, 2.0]), attributes={"units": units})


@pytest.mark.parametrize(
    ("step_days", "word"),
    [(365, "yr"), (360, "yr"), (30, "mon"), (28, "mon"), (1, "day"), (0.25, "6hr"), (0.125, "3hr")],
)
def test_the_step_has_the_name_that_cmip_gives_it(step_days: float, word: str) -> None:
    clock = np.datetime64("2000-01-01", "us") + (np.arange(5) * step_days * 86400e6).astype("timedelta64[us]")
    assert times.frequency(clock) == word


def test_only_whole_years_lie_inside_an_interval() -> None:
    array = yearly(np.zeros((1, 5))).one()
    held = times.inside(array, Interval(start="2000-06-01", end="2003-11-30"))
    assert times.years(array["time"].values)[held].tolist() == [2001, 2002]


def test_only_whole_months_lie_inside_an_interval() -> None:
    array = monthly(np.zeros((1, 12))).one()
    held = times.inside(array, Interval(start="2000-02-02", end="2000-05-30"))
    assert times.months(array["time"].values)[held].tolist() == [3, 4, 5]


@pytest.mark.parametrize(
    ("asked", "years", "months"),
    [
        (interval(2000, 2019), 20, 240),
        (Interval(start="1970-01-01", end="2026-11-25"), 56, 682),
        (Interval(start="1970-02-01", end="1971-12-31"), 1, 23),
    ],
)
def test_the_steps_of_a_complete_record_are_counted(asked: Interval, years: int, months: int) -> None:
    assert times.expected(yearly(np.zeros((1, 3))).one(), asked) == years
    assert times.expected(monthly(np.zeros((1, 3))).one(), asked) == months


@pytest.mark.parametrize(("calendar", "days"), [("360_day", 30), ("noleap", 28), ("standard", 29), ("julian", 29)])
def test_february_has_the_days_of_its_calendar(calendar: str, days: int) -> None:
    assert times.days_in_month(2000, 2, calendar) == days


def test_steps_are_labelled_at_their_own_precision() -> None:
    assert times.labels(yearly(np.zeros((1, 2))).one()) == ("2000", "2001")
    assert times.labels(monthly(np.zeros((1, 2))).one()) == ("2000-01", "2000-02")
