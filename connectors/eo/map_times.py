"""Times of map layers (ISO 8601 values and `start/end/period`, WMS 1.3.0 annex D): their extent, and the one to ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from connectors.extents import Interval

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(T.*)?$")


def extent(times: Iterable[str]) -> Interval:
    """First and last day; open where there are no times, or none that can be read."""
    ends = [_days(value) for value in times]
    starts, stops = [s for s, _ in ends if s], [e for _, e in ends if e]
    return Interval(start=min(starts), end=max(stops)) if starts and stops else Interval()


def latest(times: Iterable[str], asked: Interval | None) -> str:
    """The last of a layer's times within the interval asked, as the layer spells it; empty where there is none."""
    found = [time for value in times if (time := _latest(value.strip(), asked or Interval()))]
    return max(found, default="")


def _days(value: str) -> tuple[str, str]:
    start, end, *_ = [*value.strip().split("/"), ""]
    first, last = _day(start), _day(end or start, at_end=True)
    return (first, last) if first and last and first <= last else ("", "")


def _day(text: str, *, at_end: bool = False) -> str:
    matched = _DATE.match(text)
    if not matched:
        return ""
    known = matched[0]
    if len(known) == 4:
        return f"{known}-12-31" if at_end else f"{known}-01-01"
    if len(known) == 7:
        return _month_end(known) if at_end else f"{known}-01"
    return known


def _month_end(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    following = date(year + number // 12, number % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def _latest(value: str, asked: Interval) -> str:
    first, last = _days(value)
    if not first or not Interval(start=first, end=last).intersects(asked):
        return ""
    parts = value.split("/")
    if len(parts) < 3:
        return parts[-1]
    until = min(asked.end or last, last)
    if until == last and parts[2].startswith("PT"):
        return parts[1]
    step = _stepped(first, until=until, period=parts[2])
    known = _DATE.match(parts[0])
    return step[: len(known[0])] + parts[0][10:] if known else ""  # it holds until the next, so at `until` too


def _stepped(start: str, *, until: str, period: str) -> str:
    """The last day not after `until` that a whole number of periods leads to from `start`."""
    matched = _PERIOD.match(period)
    try:
        begin, end = date.fromisoformat(start), date.fromisoformat(until)
        if matched is None:
            return until
        years, months, weeks, days = (int(n or 0) for n in matched.groups()[:4])
        if step := years * 12 + months:
            passed = (end.year - begin.year) * 12 + end.month - begin.month - (end.day < begin.day)
            month = begin.month - 1 + passed // step * step
            return begin.replace(year=begin.year + month // 12, month=month % 12 + 1).isoformat()
        step_days = weeks * 7 + days or 1
        return (begin + timedelta(days=(end - begin).days // step_days * step_days)).isoformat()
    except ValueError:
        return until
