"""Coverage: how much of a period and of a place an item holds. Pure; days are proleptic Gregorian ordinals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import radians, sin

from connectors.extents import BBox, Interval
from connectors.items import Item


def spans_of(item: Item) -> tuple[tuple[int, int], ...]:
    """The days that an item covers, by its files where they say so, else by its own interval; empty if unknown."""
    named = []
    for asset in item.assets:
        start, end = (asset.properties.get(f"time_coverage_{edge}") for edge in ("start", "end"))
        if start and end:
            named.append((day(str(start)), day(str(end))))
    if named:
        return tuple(sorted(named))
    if item.interval.is_open:
        return ()
    return ((day(str(item.interval.start)), day(str(item.interval.end))),)


def share(wanted: tuple[int, int], spans: Sequence[tuple[int, int]]) -> float:
    """How much of a stretch of days is covered, 0…1; unknown coverage counts as whole."""
    if not spans:
        return 1.0
    covered, reached = 0, wanted[0]
    for start, end in sorted(spans):
        start, end = max(start, reached), min(end, wanted[1])
        if end >= start:
            covered += end - start + 1
            reached = end + 1
    return covered / (wanted[1] - wanted[0] + 1)


def overlap(place: BBox, box: BBox) -> float:
    """How much of a place's box lies in another, by area, 0…1; 1 for a point inside."""
    south, north = max(place.south, box.south), min(place.north, box.north)
    if south > north:
        return 0.0
    if place.area_km2 == 0:
        return float(box.contains(*place.center))
    width = sum(max(0.0, min(e1, e2) - max(w1, w2)) for w1, e1 in place.spans for w2, e2 in box.spans)
    band = (sin(radians(north)) - sin(radians(south))) / (sin(radians(place.north)) - sin(radians(place.south)))
    return min(1.0, band * width / place.width)


def days(interval: Interval, *, bounds: tuple[int, int]) -> tuple[int, int]:
    """First and last day of an interval, open ends taken from `bounds`."""
    start = day(interval.start) if interval.start else bounds[0]
    end = day(interval.end) if interval.end else bounds[1]
    return start, max(start, end)


def day(text: str) -> int:
    """The ordinal of an ISO date; a day that our calendar lacks (30 February) is the last one before it."""
    year, month, of_month = (int(part) for part in [*text[:10].split("-"), "1", "1"][:3])
    while True:
        try:
            return date(max(1, year), month, of_month).toordinal()
        except ValueError:
            if of_month <= 1:
                raise
            of_month -= 1
