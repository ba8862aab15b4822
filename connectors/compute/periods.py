"""Periods of a cube: how much of an interval each run covers, what is dropped for it, what the data span."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute import times
from connectors.compute.fields import Field, names
from connectors.extents import Interval
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr

LEAST_COVERAGE = 0.9  # a run that has less of a period does not stand for it


def coverage(part: xr.DataArray, interval: Interval) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The share of the interval's steps for which each realization has a value, 0…1."""
    inside = part.isel(time=times.inside(part, interval))
    wanted = times.expected(part, interval)
    if not wanted or not inside.sizes["time"]:
        return np.zeros(part.sizes["realization"])
    others = [d for d in inside.dims if d not in ("realization", "time")]
    held = inside.notnull().any(others) if others else inside.notnull()
    return np.asarray(held.sum("time").values / wanted).clip(0, 1)


def covering(data: Field, interval: Interval) -> tuple[list[np.ndarray[Any, np.dtype[np.bool_]]], tuple[Caveat, ...]]:
    """Which realizations of each part cover the interval, and the caveat that names those that do not."""
    shares = [coverage(part, interval) for part in data.parts]
    keep = [share >= LEAST_COVERAGE - 1e-9 for share in shares]
    dropped = sorted(
        name
        for part, kept in zip(data.parts, keep, strict=True)
        for name, stays in zip(names(part), kept, strict=True)
        if not stays
    )
    if not dropped:
        return keep, ()
    parameters = {"n": len(dropped), "members": dropped, "start": interval.start, "end": interval.end}
    return keep, (Caveat(code="dropped_members", parameters=parameters),)


def span(data: Field) -> str:
    """The first and last step that hold a value, for messages."""
    ends = []
    for part in data.parts:
        if "time" not in part.dims:
            continue
        held = part.notnull().any([d for d in part.dims if d != "time"]).values
        labels = [label for label, there in zip(times.labels(part), held, strict=True) if there]
        ends += [labels[0], labels[-1]] if labels else []
    return f"{min(ends)}…{max(ends)}" if ends else "nothing"


def step_weights(part: xr.DataArray) -> xr.DataArray | None:
    """Days of each month by calendar, where steps are months; None where steps count alike."""
    import xarray as xr

    if part.attrs.get("frequency") != "mon":
        return None
    clock = part["time"].values
    pairs = list(zip(times.years(clock).tolist(), times.months(clock).tolist(), strict=True))
    by_calendar = {
        calendar: np.array([times.days_in_month(y, m, calendar) for y, m in pairs], float)
        for calendar in dict.fromkeys(part.calendar.values.astype(str))
    }
    values = np.stack([by_calendar[str(calendar)] for calendar in part.calendar.values])
    return xr.DataArray(values, dims=("realization", "time"), coords={"time": part["time"]})
