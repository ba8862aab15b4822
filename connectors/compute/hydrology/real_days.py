"""Real days: daily values of a model's calendar put onto the dates of the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute.hydrology.gr4j import Numbers

if TYPE_CHECKING:
    import xarray as xr

_LENGTHS = {"noleap": 365, "365_day": 365, "all_leap": 366, "366_day": 366, "360_day": 360}
_NEAR = 0.004  # of a year: a day and a half


def on_real_days(array: xr.DataArray, days: np.ndarray[Any, np.dtype[np.datetime64]]) -> Numbers:
    """(run, day): each model year stretched onto the real one, so that a shorter one repeats days; NaN where it has none."""
    held, asked = positions(array["time"].values), positions(days)
    right = np.clip(np.searchsorted(held, asked), 0, len(held) - 1)
    left = np.clip(right - 1, 0, len(held) - 1)
    nearest = np.where(np.abs(held[left] - asked) < np.abs(held[right] - asked), left, right)
    values = np.asarray(array.transpose("realization", "time").values, float)[:, nearest]
    return np.where(np.abs(held[nearest] - asked) <= _NEAR, values, np.nan)


def positions(clock: np.ndarray[Any, Any]) -> Numbers:
    """Each day as a year and its part, the middle of the day."""
    if clock.dtype == object:
        return np.array([t.year + (t.dayofyr - 0.5) / _length(t) for t in clock])
    days = clock.astype("datetime64[D]")
    years = days.astype("datetime64[Y]")
    begins, ends = years.astype("datetime64[D]"), (years + 1).astype("datetime64[D]")
    within = (days - begins).astype(int) + 0.5
    return np.asarray(years.astype(int) + 1970 + within / (ends - begins).astype(int))


def _length(moment: Any) -> int:
    import cftime

    known = _LENGTHS.get(str(moment.calendar))
    return known or (366 if cftime.is_leap_year(moment.year, moment.calendar) else 365)
