"""Periods: how much of an interval runs cover, which are dropped for it, how months count."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute import periods
from tests.connectors.compute.samples import interval, monthly, yearly


@pytest.mark.parametrize(
    ("missing", "share", "kept"), [(0, 1.0, True), (1, 0.95, True), (2, 0.9, True), (3, 0.85, False)]
)
def test_runs_that_lack_more_than_a_tenth_are_dropped(missing: int, share: float, kept: bool) -> None:
    values = np.ones((1, 20))
    values[0, :missing] = np.nan
    field = yearly(values, start=2081)
    assert periods.coverage(field.one(), interval(2081, 2100)).tolist() == pytest.approx([share])
    keep, caveats = periods.covering(field, interval(2081, 2100))
    assert keep[0].tolist() == [kept]
    assert [c.parameters["members"] for c in caveats] == ([] if kept else [["M0 r1i1p1f1"]])


def test_years_beyond_the_data_are_missing_too() -> None:
    assert periods.coverage(yearly(np.ones((1, 10)), start=2091).one(), interval(2081, 2100)).tolist() == [0.5]


def test_a_month_counts_with_its_days_in_the_runs_own_calendar() -> None:
    weights = periods.step_weights(monthly(np.zeros((1, 12)), calendar="360_day").one())
    assert weights is not None
    assert weights.values.tolist() == [[30.0] * 12]
    leap = periods.step_weights(monthly(np.zeros((1, 12)), calendar="standard").one())
    assert leap is not None
    assert float(leap.sum()) == 366.0


def test_years_count_alike() -> None:
    assert periods.step_weights(yearly(np.zeros((1, 3))).one()) is None


def test_the_span_is_that_of_values() -> None:
    assert periods.span(yearly([[np.nan, 1.0, 2.0, np.nan]])) == "2001…2002"
    assert periods.span(yearly([[np.nan, np.nan]])) == "nothing"
