"""climatological_normal: the mean of each month, season or year over a normal period, run by run and cell by cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from connectors.compute import periods, times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.compute.processes.aggregate_temporal_period import aggregate_temporal_period
from connectors.errors import Refused
from connectors.extents import Interval

if TYPE_CHECKING:
    import xarray as xr

Period = Literal["month", "season", "year"]
NORMAL = Interval(start="1981-01-01", end="2010-12-31")
_SEASONS = ("DJF", "MAM", "JJA", "SON")


def climatological_normal(data: Field, *, period: Period = "month", climatology_period: Interval = NORMAL) -> Computed:
    """Means along a new axis `month` (1…12) or `season`, or without one for years; runs without the period are dropped."""
    timed(data)
    grouped = aggregate_temporal_period(data, period=period)
    held = grouped.cube
    keep, caveats = periods.covering(held, climatology_period)
    if not any(kept.any() for kept in keep):
        span = periods.span(held)
        raise Refused(f"no run covers {climatology_period.start}…{climatology_period.end}; the data span {span}")
    parts = tuple(
        _normal(part.isel(realization=np.nonzero(kept)[0]), period, climatology_period)
        for part, kept in zip(held.parts, keep, strict=True)
        if kept.any()
    )
    normal = [climatology_period.start, climatology_period.end]
    return Computed(outputs={"cube": replace(held, parts=parts).noted(normal_period=normal)}, caveats=caveats)


def _normal(part: xr.DataArray, period: Period, interval: Interval) -> xr.DataArray:
    import xarray as xr

    inside = part.isel(time=times.inside(part, interval))
    attrs = {k: v for k, v in part.attrs.items() if k != "frequency"}
    if period == "year":
        return inside.mean("time").rename(part.name).assign_attrs(attrs)
    months = times.months(inside["time"].values)
    labels = np.arange(1, 13) if period == "month" else np.array(_SEASONS, object)
    middles = range(1, 13) if period == "month" else (1, 4, 7, 10)
    means = [inside.isel(time=np.nonzero(months == middle)[0]).mean("time") for middle in middles]
    table = xr.concat(means, dim="month" if period == "month" else "season", coords="minimal", compat="override")
    table = table.assign_coords({"month" if period == "month" else "season": labels})
    return table.transpose("realization", ...).rename(part.name).assign_attrs(attrs)


DESCRIPTION = Description(
    id="climatological_normal",
    title="Climatological normals",
    title_fr="Normales climatologiques",
    description="The mean of each month, season or year over a normal period (1981–2010 where not said), by run and cell.",
    description_fr="La moyenne de chaque mois, saison ou année sur une période normale (1981–2010 si non dite).",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "period": Input(type=Period, title="Period", title_fr="Période", default="month"),
        "climatology_period": Input(
            type=IntervalInput, title="Normal period", title_fr="Période normale", default=NORMAL
        ),
    },
    outputs={"cube": Output(kind="cube", title="Normals", title_fr="Normales")},
    run=climatological_normal,
    keywords=("openEO",),
)
