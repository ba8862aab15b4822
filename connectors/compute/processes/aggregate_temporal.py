"""aggregate_temporal: one value for an interval, from the runs that cover it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from connectors.compute import periods, times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.errors import Refused
from connectors.extents import Interval

if TYPE_CHECKING:
    import xarray as xr

Reducer = Literal["mean", "max", "min", "sum"]


def aggregate_temporal(data: Field, *, interval: Interval, reducer: Reducer = "mean") -> Computed:
    """Reduce the interval's whole steps, months weighted by their days; raises Refused where no run covers it."""
    timed(data)
    keep, caveats = periods.covering(data, interval)
    if not any(kept.any() for kept in keep):
        raise Refused(
            f"no run covers {periods.LEAST_COVERAGE:.0%} of {interval.start}…{interval.end}; the data span {periods.span(data)}"
        )
    shares = [periods.coverage(part, interval)[kept] for part, kept in zip(data.parts, keep, strict=True)]
    parts = tuple(
        over(part.isel(realization=np.nonzero(kept)[0]), interval, reducer=reducer)
        for part, kept in zip(data.parts, keep, strict=True)
        if kept.any()
    )
    covered = round(float(np.concatenate(shares).mean()), 4)
    cube = replace(data, parts=parts).noted(coverage=covered, start=interval.start, end=interval.end)
    return Computed(outputs={"cube": cube}, caveats=caveats)


def over(part: xr.DataArray, interval: Interval, *, reducer: Reducer = "mean") -> xr.DataArray:
    """The interval's steps reduced to one; missing ones left out."""
    inside = part.isel(time=times.inside(part, interval))
    if reducer == "mean":
        weights = periods.step_weights(inside)
        if weights is None:
            value = inside.mean("time")
        else:
            held = weights.where(inside.notnull())
            value = (inside * weights).sum("time") / held.sum("time").where(lambda total: total > 0)
    else:
        value = getattr(inside, reducer)("time", **({"min_count": 1} if reducer == "sum" else {}))
    return value.rename(part.name).assign_attrs({k: v for k, v in part.attrs.items() if k != "frequency"})


def timed(data: Field) -> None:
    """Raise Refused where the cube has no time axis left."""
    if any("time" not in part.dims for part in data.parts):
        raise Refused(f"{data.id!r} has no time axis any more; give the cube from before it was aggregated")


DESCRIPTION = Description(
    id="aggregate_temporal",
    title="Aggregate over an interval",
    title_fr="Agréger sur un intervalle",
    description=(
        "Reduces the years, months or days that lie wholly in the interval to one value; months count with their days. Runs "
        "that have less than 90 % of the interval are dropped and named."
    ),
    description_fr=(
        "Réduit à une valeur les années, mois ou jours entièrement compris dans l'intervalle ; les mois comptent pour leurs "
        "jours. Les simulations qui en couvrent moins de 90 % sont écartées et nommées."
    ),
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "interval": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin"),
        "reducer": Input(type=Reducer, title="Reducer", title_fr="Réducteur", default="mean"),
    },
    outputs={"cube": Output(kind="cube", title="One value a run", title_fr="Une valeur par simulation")},
    run=aggregate_temporal,
    keywords=("openEO",),
)
