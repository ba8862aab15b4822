"""climatology: the mean of each month, or of the year."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.processes.climatology import climatology
from connectors.errors import Refused
from connectors.items import Series
from tests.connectors.compute.samples import interval, monthly, yearly

VALUES = np.random.default_rng(3).normal(280, 3, (6, 48))


def _series(output: object) -> Series:
    assert isinstance(output, Series)
    return output


def test_each_month_is_the_mean_of_its_years() -> None:
    series = _series(climatology(monthly(VALUES), interval=interval(2000, 2002)).outputs["series"])
    means = VALUES[:, :36].reshape(6, 3, 12).mean(axis=1)
    np.testing.assert_allclose(np.array(series.y, float), np.median(means, axis=0))
    assert series.high is not None
    np.testing.assert_allclose(np.array(series.high, float), np.quantile(means, 0.95, axis=0))
    assert series.x == tuple(f"{m:02d}" for m in range(1, 13))


def test_levels_are_given_in_the_units_asked_for() -> None:
    series = _series(climatology(monthly(VALUES), interval=interval(2000, 2003), units="degC").outputs["series"])
    assert series.units == "degC"
    assert all(y is not None and -10 < y < 25 for y in series.y)


def test_annual_data_give_the_mean_year() -> None:
    series = _series(climatology(yearly([[1.0, 3.0]]), interval=interval(2000, 2001)).outputs["series"])
    assert (series.x, series.y) == (("2000-01-01/2001-12-31",), (2.0,))


def test_runs_that_do_not_cover_the_interval_are_dropped_and_named() -> None:
    values = VALUES.copy()
    values[0, :24] = np.nan
    computed = climatology(monthly(values), interval=interval(2000, 2003))
    assert [c.code for c in computed.caveats] == ["dropped_members"]


def test_an_interval_that_no_run_covers_is_refused() -> None:
    with pytest.raises(Refused, match="no run covers"):
        climatology(monthly(VALUES), interval=interval(1990, 2003))
