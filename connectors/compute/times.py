"""Time axes: decoding CF and bare years, CMIP's frequencies, whole steps of an interval, days of a month by calendar.

CF conventions section 4.4 (https://cfconventions.org); calendars are cftime's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.errors import BadReply
from connectors.extents import Interval

if TYPE_CHECKING:
    import xarray as xr

UNIFORM = ("yr", "mon")  # frequencies whose axes are the same whatever the calendar
_STEPS = ((300.0, "yr"), (80.0, "season"), (25.0, "mon"), (0.9, "day"), (0.2, "6hr"), (0.1, "3hr"), (0.0, "1hr"))
_GREGORIAN = ("standard", "gregorian", "proleptic_gregorian")
_MICROSECONDS = {
    word: step
    for step, words in (
        (86400e6, "day days d"), (3600e6, "hour hours hr hrs h"), (60e6, "minute minutes min mins"), (1e6, "second seconds sec secs s")
    )
    for word in words.split()
}  # fmt: skip
_YEARS = re.compile(r"(?:calendar |common_|common )?(?:years?|yr|a)(?: since (-?\d+)(?:-(\d+))?.*)?$", re.IGNORECASE)
_MONTHS = re.compile(r"months? since (-?\d+)-(\d+)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"(?:day|year|month) as %Y(%m)?(%d)?(?:\.%f)?", re.IGNORECASE)


def decode(values: np.ndarray[Any, Any], *, attributes: Mapping[str, Any]) -> tuple[np.ndarray[Any, Any], str]:
    """Times (datetime64 or cftime) and their calendar; raises BadReply where the axis cannot be read."""
    units = str(attributes.get("units", "")).strip()
    calendar = str(attributes.get("calendar", "standard")).lower()
    if np.issubdtype(values.dtype, np.datetime64):
        return values.astype("datetime64[us]"), "proleptic_gregorian"
    if (bare := _bare(np.asarray(values, float), units)) is not None:
        return bare, calendar
    try:
        return _by_cftime(np.asarray(values, float), units, calendar), calendar
    except (ValueError, OverflowError, KeyError) as error:
        raise BadReply(
            f"times in {units!r}, calendar {calendar!r}, cannot be read ({error})", kind="bad_payload"
        ) from error


def _by_cftime(values: np.ndarray[Any, Any], units: str, calendar: str) -> np.ndarray[Any, Any]:
    """datetime64 in the calendars that Python's is, cftime in the others (and before 1583)."""
    import cftime

    step = _MICROSECONDS.get(units.split(" ", 1)[0].lower())
    if calendar in _GREGORIAN and step is not None and " since " in units:
        origin = cftime.num2date(0, units, "proleptic_gregorian", only_use_cftime_datetimes=True)
        start = np.datetime64(origin.isoformat(), "us")
        decoded = start + np.round(values * step).astype("int64").astype("timedelta64[us]")
        if calendar == "proleptic_gregorian" or (min(start, *decoded[:1]) >= np.datetime64("1582-10-15")):
            return np.asarray(decoded)
    return np.asarray(cftime.num2date(values, units, calendar, only_use_cftime_datetimes=True))


def _bare(values: np.ndarray[Any, Any], units: str) -> np.ndarray[Any, Any] | None:
    """Times in whole years or months, which CF discourages and files contain; None where it is not such an axis."""
    if (found := _ABSOLUTE.match(units)) is not None:
        whole = values.astype(int)
        years = whole // 10000 if found[2] else whole // 100 if found[1] else whole
        months = whole // 100 % 100 if found[2] else whole % 100 if found[1] else np.full_like(whole, 7)
        return axis(years, months) + (whole % 100 - 1 if found[2] else 0 * whole) * np.timedelta64(1, "D")
    if (found := _MONTHS.match(units)) is not None:
        count = int(found[1]) * 12 + int(found[2]) - 1 + np.floor(values).astype(int)
        return axis(count // 12, count % 12 + 1)
    if not units and values.size and np.all((values > 0) & (values < 9999)):
        return axis(np.floor(values).astype(int), np.full(values.shape, 7))
    if (found := _YEARS.match(units)) is not None:
        start = int(found[1] or 0) + (int(found[2] or 1) - 1) / 12
        return axis(np.floor(start + values + 1e-9).astype(int), np.full(values.shape, 7))
    return None


def axis(years: np.ndarray[Any, Any], months: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The uniform axis: the first day of each month, as datetime64."""
    count = (np.asarray(years) - 1970) * 12 + np.asarray(months) - 1
    return np.asarray(count.astype("datetime64[M]").astype("datetime64[us]"))


def annual(years: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The uniform axis of years: 1 July of each."""
    return axis(years, np.full(np.shape(years), 7))


def frequency(time: np.ndarray[Any, Any], *, declared: str = "") -> str:
    """CMIP's word for the step of a sorted axis; `declared` serves where there is one step only."""
    if len(time) < 2:
        return declared or "fx"
    steps = np.diff(time[: min(len(time), 400)])
    each = steps / np.timedelta64(1, "D") if time.dtype != object else [_days(step) for step in steps]
    days = float(np.median(np.asarray(each, float)))
    return next(word for least, word in _STEPS if days >= least)


def _days(step: Any) -> float:
    return (
        float(step / np.timedelta64(1, "D"))
        if isinstance(step, np.timedelta64)
        else float(step.total_seconds() / 86400)
    )


def years(time: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The calendar year of each step."""
    return years_months(time)[0]


def months(time: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The calendar month of each step, 1…12."""
    return years_months(time)[1]


def years_months(time: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The calendar year and month of each step."""
    if time.dtype == object:
        return np.array([t.year for t in time], int), np.array([t.month for t in time], int)
    count = time.astype("datetime64[M]").astype(int)
    return count // 12 + 1970, count % 12 + 1


def days(time: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The day of the month of each step, 1…31."""
    if time.dtype == object:
        return np.array([t.day for t in time], int)
    begins = time.astype("datetime64[M]").astype("datetime64[D]")
    return np.asarray((time.astype("datetime64[D]") - begins).astype(int) + 1)


@cache
def days_in_month(year: int, month: int, calendar: str) -> int:
    """Days of a month in a CF calendar."""
    import cftime

    return int(cftime.datetime(year, month, 1, calendar=calendar).daysinmonth)


def labels(array: xr.DataArray) -> tuple[str, ...]:
    """Each step as ISO writes it at its own precision: 2014, 2014-07 or 2014-07-01."""
    time = array["time"].values
    y, m = years_months(time)
    match array.attrs.get("frequency"):
        case "yr":
            return tuple(f"{a:04d}" for a in y)
        case "mon":
            return tuple(f"{a:04d}-{b:02d}" for a, b in zip(y, m, strict=True))
        case _:
            return tuple(f"{a:04d}-{b:02d}-{c:02d}" for a, b, c in zip(y, m, days(time), strict=True))


def inside(array: xr.DataArray, interval: Interval) -> np.ndarray[Any, Any]:
    """Which steps lie wholly inside the interval."""
    time = array["time"].values
    y, m = years_months(time)
    first, last = _bounds(interval)
    match array.attrs.get("frequency"):
        case "yr":
            begins, ends = y * 10000 + 101, y * 10000 + 1231
        case "mon" | "season":
            begins, ends = y * 10000 + m * 100 + 1, y * 10000 + m * 100 + 28
        case _:
            begins = ends = y * 10000 + m * 100 + days(time)
    return np.asarray((begins >= first) & (ends <= last))


def expected(array: xr.DataArray, interval: Interval) -> int:
    """How many steps a complete array has wholly inside the interval; an open end stops at the data's own."""
    y, m = years_months(array["time"].values)
    start, end = interval.start or f"{y[0]:04d}-{m[0]:02d}-01", interval.end or f"{y[-1]:04d}-12-31"
    closed = Interval(start=start, end=end)
    first, last = _whole(closed, start_of="year" if array.attrs.get("frequency") == "yr" else "month")
    match array.attrs.get("frequency"):
        case "yr":
            return max(0, last // 12 - first // 12)
        case "mon":
            return max(0, last - first)
        case "season":  # each by its middle month
            return sum(month % 12 in (0, 3, 6, 9) for month in range(first, last))
        case _:
            return _expected_days(closed, str(array.calendar.values[0]), time=array["time"].values)


def _expected_days(interval: Interval, calendar: str, *, time: np.ndarray[Any, Any]) -> int:
    import cftime

    def day(text: str) -> Any:
        year, month, dom = (int(v) for v in text.split("-"))
        return cftime.datetime(year, month, min(dom, days_in_month(year, month, calendar)), calendar=calendar)

    per_day = max(1, round(1 / max(_days(time[1] - time[0]), 1e-6))) if len(time) > 1 else 1
    return (int((day(str(interval.end)) - day(str(interval.start))).days) + 1) * per_day


def _bounds(interval: Interval) -> tuple[int, int]:
    first = int((interval.start or "0000-01-01").replace("-", ""))
    last = int((interval.end or "9999-12-31").replace("-", ""))
    return first, last


def _whole(interval: Interval, *, start_of: str) -> tuple[int, int]:
    """Months since year 0 of the first whole step and of the end of the last one."""
    (y0, m0, d0), (y1, m1, d1) = (
        tuple(int(v) for v in text.split("-")) for text in (str(interval.start), str(interval.end))
    )
    first = y0 * 12 + m0 - 1 + (1 if d0 > 1 else 0)
    last = y1 * 12 + m1 - 1 + (1 if d1 >= 28 else 0)
    return ((first + 11) // 12 * 12, last // 12 * 12) if start_of == "year" else (first, last)
