"""aggregate_temporal: means of an interval over the runs that cover it."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.processes.aggregate_temporal import aggregate_temporal
from connectors.errors import Refused
from tests.connectors.compute.samples import interval, monthly, yearly


def test_the_mean_is_that_of_the_years_inside() -> None:
    computed = aggregate_temporal(yearly([np.arange(10.0)]), interval=interval(2002, 2004))
    assert computed.cube.one().values.tolist() == [3.0]
    assert computed.cube.properties["coverage"] == 1.0


@pytest.mark.parametrize(
    ("calendar", "days"), [("360_day", [30] * 12), ("noleap", [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])]
)
def test_months_count_with_the_days_of_their_calendar(calendar: str, days: list[int]) -> None:
    values = np.random.default_rng(4).normal(size=12)
    computed = aggregate_temporal(monthly([values], calendar=calendar), interval=interval(2000, 2000))
    assert computed.cube.one().item() == pytest.approx(np.average(values, weights=days))


@pytest.mark.parametrize(("reducer", "value"), [("max", 4.0), ("min", 2.0), ("sum", 9.0)])
def test_other_reducers(reducer: str, value: float) -> None:
    computed = aggregate_temporal(yearly([np.arange(10.0)]), interval=interval(2002, 2004), reducer=reducer)  # type: ignore[arg-type]
    assert computed.cube.one().item() == value


def test_runs_that_do_not_cover_it_are_dropped_and_named() -> None:
    values = np.ones((2, 10))
    values[1, :5] = np.nan
    computed = aggregate_temporal(yearly(values, sources=["A", "B"]), interval=interval(2000, 2009))
    assert computed.cube.one().source_id.values.tolist() == ["A"]
    assert [c.parameters["members"] for c in computed.caveats] == [["B r1i1p1f1"]]


def test_an_interval_that_no_run_covers_is_refused_with_the_span() -> None:
    with pytest.raises(Refused, match=r"no run covers 90% of 2095-01-01…2110-12-31; the data span 2091…2100"):
        aggregate_temporal(yearly(np.ones((1, 10)), start=2091), interval=interval(2095, 2110))


def test_a_cube_without_time_is_refused() -> None:
    once = aggregate_temporal(yearly([np.arange(10.0)]), interval=interval(2002, 2004)).cube
    with pytest.raises(Refused, match="no time axis"):
        aggregate_temporal(once, interval=interval(2002, 2004))
