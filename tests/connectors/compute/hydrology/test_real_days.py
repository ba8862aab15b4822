"""Days of model calendars on real dates: the same where they are the same, repeated where a model year is shorter."""

from __future__ import annotations

import numpy as np
import pytest
import xarray as xr

from connectors.compute.hydrology.real_days import on_real_days

DAYS = np.arange(np.datetime64("2004-01-01"), np.datetime64("2006-01-01"))


def _numbered(calendar: str) -> xr.DataArray:
    """Each day of 2004 and 2005 numbered within its year."""
    clock = xr.date_range("2004-01-01", "2005-12-30", freq="D", calendar=calendar, use_cftime=True).values
    numbers = np.array([t.dayofyr for t in clock], float)
    return xr.DataArray(numbers[None], dims=("realization", "time"), coords={"time": clock})


def test_the_real_calendar_is_left_as_it_is() -> None:
    clock = DAYS.astype("datetime64[ns]")
    array = xr.DataArray(np.arange(len(DAYS), dtype=float)[None], dims=("realization", "time"), coords={"time": clock})
    np.testing.assert_array_equal(on_real_days(array, DAYS)[0], np.arange(len(DAYS)))


@pytest.mark.parametrize(("calendar", "length"), [("noleap", 365), ("360_day", 360), ("proleptic_gregorian", 366)])
def test_every_day_has_one_in_order(calendar: str, length: int) -> None:
    found = on_real_days(_numbered(calendar), DAYS)[0]
    leap = found[:366]
    assert leap[0] == 1 and leap[-1] == length and set(np.diff(leap)) <= {0.0, 1.0}
    assert len(set(leap)) == length


def test_days_that_a_model_does_not_have_are_missing() -> None:
    found = on_real_days(_numbered("noleap"), np.arange(np.datetime64("2005-12-25"), np.datetime64("2006-01-10")))[0]
    assert np.isfinite(found[:7]).all() and np.isnan(found[8:]).all()
