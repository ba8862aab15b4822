"""Times of map layers: what they span, and the last one within what is asked."""

from __future__ import annotations

import pytest

from connectors.eo.map_times import extent, latest
from connectors.extents import Interval


@pytest.mark.parametrize(
    ("times", "interval"),
    [
        (["2012-05-08", "2012-05-10"], Interval(start="2012-05-08", end="2012-05-10")),
        (["2000-02-18/2000-12-26/P8D", "2001-01-01/2001-12-27/P8D"], Interval(start="2000-02-18", end="2001-12-27")),
        (["1950/2100/P1Y"], Interval(start="1950-01-01", end="2100-12-31")),
        (["2001-02/2004-02/P1M"], Interval(start="2001-02-01", end="2004-02-29")),
        (["2020-01-01T00:00:00Z"], Interval(start="2020-01-01", end="2020-01-01")),
        (["current", ""], Interval()),
        ([], Interval()),
    ],
)
def test_what_they_span(times: list[str], interval: Interval) -> None:
    assert extent(times) == interval


@pytest.mark.parametrize(
    ("times", "asked", "found"),
    [
        (["2012-05-08", "2012-05-10"], None, "2012-05-10"),
        (["2012-05-08", "2012-05-10"], Interval(end="2012-05-09"), "2012-05-08"),
        (["2012-05-08"], Interval(start="2013-01-01"), ""),
        (["2019-01-01/2020-12-31/P1Y"], None, "2020-01-01"),
        (["2019-01-01/2020-12-31/P1Y"], Interval(start="2019-05-01", end="2019-06-01"), "2019-01-01"),
        (["2000-02-18/2026-01-01/P8D"], Interval(end="2000-03-01"), "2000-02-26"),
        (["2001-01/2010-12/P1M"], Interval(end="2005-05-20"), "2005-05"),
        (["2020-01-31/2020-12-31/P1M"], Interval(end="2020-03-15"), "2020-03-15"),
        (["2020-01-01T00:00:00Z/2020-01-31T18:00:00Z/PT6H"], None, "2020-01-31T18:00:00Z"),
        (["2020-01-01T06:00:00Z/2020-01-31T18:00:00Z/PT6H"], Interval(end="2020-01-10"), "2020-01-10T06:00:00Z"),
        (["2000-01-01/2000-12-31/often"], Interval(end="2000-03-01"), "2000-03-01"),
        (["2000-01-01/2000-12-31/P1Y"], Interval(start="2001-01-01"), ""),
        (["current"], None, ""),
    ],
)
def test_the_last_within_what_is_asked(times: list[str], asked: Interval | None, found: str) -> None:
    assert latest(times, asked) == found
