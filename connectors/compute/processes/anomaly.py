"""anomaly: each run minus its own mean over a reference period."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import periods, times, units
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import DIFFERENCE, Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.aggregate_temporal import over, timed
from connectors.errors import Refused
from connectors.extents import Interval

if TYPE_CHECKING:
    import xarray as xr


def anomaly(data: Field, *, reference: Interval, relative: bool = False) -> Computed:
    """Differences from (or, relative, per cent of) the reference mean; runs without the reference are dropped."""
    timed(data)
    keep, caveats = periods.covering(data, reference)
    if not any(kept.any() for kept in keep):
        raise Refused(
            f"no run covers the reference {reference.start}…{reference.end}; the data span {periods.span(data)}"
        )
    parts = tuple(
        _departure(part.isel(realization=np.nonzero(kept)[0]), reference, relative=relative)
        for part, kept in zip(data.parts, keep, strict=True)
        if kept.any()
    )
    period = [reference.start, reference.end]
    cube = replace(data, parts=parts).noted(change=True, reference=period, relative=relative)
    return Computed(outputs={"cube": cube}, caveats=caveats)


def _departure(part: xr.DataArray, reference: Interval, *, relative: bool) -> xr.DataArray:
    if part.attrs.get("frequency") == "mon":
        base = _monthly(part, reference)
    else:
        base = over(part, reference)
    return as_change(part, base, relative=relative)


def _monthly(part: xr.DataArray, reference: Interval) -> xr.DataArray:
    """The reference mean of each step's own calendar month, so that the seasons do not remain."""
    months = times.months(part["time"].values)
    inside = times.inside(part, reference)
    means = [part.isel(time=inside & (months == month)).mean("time") for month in range(1, 13)]
    import xarray as xr

    table = xr.concat(means, dim="month", coords="minimal", compat="override")
    return table.isel(month=xr.DataArray(months - 1, dims="time", coords={"time": part["time"]}))


def as_change(value: xr.DataArray, base: xr.DataArray, *, relative: bool = False) -> xr.DataArray:
    """`value` minus `base`, with the units and the CF mark of a difference."""
    attributes = dict(value.attrs)
    if relative:
        share = 100.0 * (value - base) / base.where(base != 0)
        return (
            share.rename(value.name)
            .assign_attrs(attributes | {"units": "%", "units_metadata": ""})
            .transpose(*value.dims)
        )
    unit = units.interval_units(str(attributes.get("units", "1")))
    scale = units.convert(1.0, given=str(attributes.get("units", "1")), wanted=unit, change=True)
    marked = {"units_metadata": DIFFERENCE} if unit == "K" else {}
    changed: xr.DataArray = (value - base) * scale
    return changed.rename(value.name).assign_attrs(attributes | {"units": unit} | marked).transpose(*value.dims)


DESCRIPTION = Description(
    id="anomaly",
    title="Departures from a reference period",
    title_fr="Écarts à une période de référence",
    description="Each run minus its own mean over the reference (month by month for monthly data), in K for temperatures or in %.",
    description_fr="Chaque simulation moins sa moyenne de référence (mois par mois pour des données mensuelles), en K ou en %.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "reference": Input(type=IntervalInput, title="Reference period", title_fr="Période de référence"),
        "relative": Input(type=bool, title="In per cent", title_fr="En pour cent", default=False),
    },
    outputs={"cube": Output(kind="cube", title="Departures", title_fr="Écarts")},
    run=anomaly,
    keywords=("openEO",),
)
