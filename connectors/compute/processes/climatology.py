"""climatology: the mean course of the year, or the mean year, over an interval."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import periods, statistics, times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field, drop
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.compute.processes.aggregate_temporal_period import aggregate_temporal_period
from connectors.compute.processes.ensemble_statistics import converted, meaning, reduced_to_runs
from connectors.compute.units import interval_units, spelled
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Series

if TYPE_CHECKING:
    import xarray as xr

QUANTILES = (0.05, 0.5, 0.95)


def climatology(data: Field, *, interval: Interval, units: str | None = None) -> Computed:
    """Twelve monthly means (median and band over models), or the one annual mean where the data are annual."""
    timed(data)
    if data.frequency not in ("yr", "mon"):
        data = aggregate_temporal_period(data, period="month").cube
    keep, caveats = periods.covering(data, interval)
    if not any(kept.any() for kept in keep):
        raise Refused(f"no run covers {interval.start}…{interval.end}; the data span {periods.span(data)}")
    pairs = zip(data.parts, keep, strict=True)
    data = replace(data, parts=tuple(drop(part, kept.tolist()) for part, kept in pairs if kept.any()))
    months = range(1, 13) if data.frequency == "mon" else (None,)
    wanted = interval_units(units or data.units) if data.is_change else spelled(units or data.units)
    ranks, models = zip(*(_ranks(data, interval, month, wanted) for month in months), strict=True)
    low, middle, high = np.stack(ranks, axis=1)
    enough = min(models) >= statistics.FEWEST_FOR_A_RANGE
    series = Series(
        x=tuple(f"{month:02d}" if month else f"{interval.start}/{interval.end}" for month in months),
        y=statistics.numbers(middle),
        units=wanted,
        name=str(data.parts[0].name),
        low=statistics.numbers(low) if enough else None,
        high=statistics.numbers(high) if enough else None,
        band_meaning=meaning(QUANTILES, min(models)) if enough else None,
    )
    return Computed(outputs={"series": series}, caveats=caveats)


def _ranks(data: Field, interval: Interval, month: int | None, wanted: str) -> tuple[statistics.Values, int]:
    """Quantiles over models of the mean of one calendar month (None: of all steps), and how many models there are."""

    def select(part: xr.DataArray) -> xr.DataArray:
        steps = times.inside(part, interval)
        if month is not None:
            steps = steps & (times.months(part["time"].values) == month)
        return part.isel(time=steps).mean("time", keep_attrs=True)

    array = reduced_to_runs(data.mapped(select))
    values = converted(array, wanted, change=data.is_change)
    means, names = statistics.by_model(values, [str(source) for source in array.source_id.values])
    return statistics.quantiles(means, QUANTILES), len(names)


DESCRIPTION = Description(
    id="climatology",
    title="Mean course of the year",
    title_fr="Cycle annuel moyen",
    description="The mean of each calendar month over the interval, or the annual mean of annual data; median and band over models.",
    description_fr="La moyenne de chaque mois sur l'intervalle, ou la moyenne annuelle de données annuelles ; médiane et bande.",
    inputs={
        "data": Input(type=CubeInput, title="Cube without space", title_fr="Cube sans espace"),
        "interval": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin"),
        "units": Input(type=str, title="Units", title_fr="Unités", default=None),
    },
    outputs={"series": Output(kind="series", title="Months of the year", title_fr="Mois de l'année")},
    run=climatology,
)
