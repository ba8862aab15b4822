"""Shares of periods and places."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.coverage import day, days, overlap, share, spans_of
from connectors.extents import GLOBE, BBox, Interval
from connectors.items import Asset, Item, Location

PERIOD = (day("2001-01-01"), day("2010-12-31"))


def span(start: str, end: str) -> tuple[int, int]:
    return day(start), day(end)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([span("1990-01-01", "2020-12-31")], 1.0),
        ([span("2001-01-01", "2005-12-31"), span("2006-01-01", "2010-12-31")], 1.0),
        ([span("2001-01-01", "2005-12-31"), span("2003-01-01", "2007-12-31")], 0.7),
        ([span("1962-01-01", "1962-12-31"), span("2002-01-01", "2002-12-31")], 0.1),
        ([span("1900-01-01", "1950-12-31")], 0.0),
        ([], 1.0),
    ],
)
def test_a_share_counts_each_day_once(spans: list[tuple[int, int]], expected: float) -> None:
    assert share(PERIOD, spans) == pytest.approx(expected, abs=1e-3)


def file(start: str, end: str) -> Asset:
    times: dict[str, Any] = {"time_coverage_start": start, "time_coverage_end": end}
    return Asset(key=start, locations=(Location(href="https://x"),), properties=times)


def test_the_files_know_better_than_the_record() -> None:
    whole = Interval(start="1850-01-01", end="2014-12-31")
    item = Item(id="i", collection="c", interval=whole)
    assert spans_of(item) == (span("1850-01-01", "2014-12-31"),)
    fragments = Item(id="i", collection="c", interval=whole, assets=(file("2002-01-01", "2002-12-30"),))
    assert spans_of(fragments) == (span("2002-01-01", "2002-12-30"),)
    assert spans_of(Item(id="i", collection="c", interval=Interval(start="1850-01-01"))) == ()


def test_a_day_that_only_a_model_has_is_the_last_before_it() -> None:
    assert day("2001-02-30") == day("2001-02-28")
    assert day("2001") == day("2001-01-01")


def test_open_ends_take_the_bounds() -> None:
    assert days(Interval(start="2001-01-01"), bounds=(5, 800_000)) == (day("2001-01-01"), 800_000)
    assert days(Interval(end="1999-01-01"), bounds=(day("2005-01-01"), 800_000))[1] == day("2005-01-01")


@pytest.mark.parametrize(
    ("place", "box", "expected"),
    [
        (BBox(west=0, south=0, east=10, north=10), GLOBE, 1.0),
        (BBox(west=0, south=0, east=10, north=10), BBox(west=5, south=0, east=20, north=10), 0.5),
        (BBox(west=170, south=0, east=-170, north=10), BBox(west=175, south=0, east=180, north=10), 0.25),
        (BBox(west=0, south=0, east=10, north=10), BBox(west=20, south=0, east=30, north=10), 0.0),
        (BBox(west=0, south=0, east=10, north=10), BBox(west=0, south=20, east=10, north=30), 0.0),
        (BBox(west=5, south=5, east=5, north=5), BBox(west=0, south=0, east=10, north=10), 1.0),
        (GLOBE, BBox(west=-180, south=0, east=180, north=90), 0.5),
    ],
)
def test_an_overlap_is_by_area(place: BBox, box: BBox, expected: float) -> None:
    assert overlap(place, box) == pytest.approx(expected)
