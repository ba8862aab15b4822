"""return_periods: how high a yearly extreme of the climate reaches once in so many years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import extremes, periods, statistics, times
from connectors.compute.description import Description, Input, Output
from connectors.compute.extremes import Tail
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.ensemble_statistics import converted, reduced_to_runs
from connectors.compute.units import spelled
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import JSON, Caveat, Table, Value

if TYPE_CHECKING:
    import xarray as xr

PERIODS = (2.0, 10.0, 20.0, 50.0, 100.0)
Bounds = tuple[statistics.Values, statistics.Values] | None


def return_periods(
    data: Field, *, interval: Interval, return_periods: tuple[float, ...] = PERIODS, mode: Tail = "max",
    units: str | None = None, seed: int = 0,
) -> Computed:  # fmt: skip
    """Levels by a GEV fitted to each run's yearly extremes; the range is over models, or the bootstrap's of one."""
    if data.frequency != "yr":
        raise Refused(
            f"{data.id!r} holds {data.frequency} values; take yearly extremes first (aggregate_temporal_period)"
        )
    if not return_periods or any(years <= 1 for years in return_periods):
        raise Refused(f"return periods are longer than a year, got {list(return_periods)}")
    wanted = spelled(units or data.units)
    series, names, dropped = _samples(reduced_to_runs(data), interval, wanted, change=data.is_change)
    if not series:
        span = periods.span(data)
        raise Refused(f"no run has {extremes.FEWEST} years of {interval.start}…{interval.end}; the data span {span}")
    fits = [extremes.fit(values, tail=mode) for values in series]
    by_run = np.stack([extremes.levels(found, return_periods, tail=mode) for found in fits])
    means, models = statistics.by_model(by_run, names)
    middle, (bounds, words) = np.median(means, axis=0), _range(series, means, return_periods, mode, seed)
    last, fewest = int(np.argmax(return_periods)), min(found.n for found in fits)
    details: dict[str, JSON] = {
        "return_period": return_periods[last], "models": len(models), "runs": len(series), "years": fewest,
        "goodness_p": min(found.p for found in fits), "distribution": "GEV", "mode": mode,
    }  # fmt: skip
    low, high = (None, None) if bounds is None else (float(bounds[0][last]), float(bounds[1][last]))
    value = Value(
        value=float(middle[last]), units=wanted, low=low, high=high, n=len(models), range_meaning=words, details=details
    )
    said = Caveat(code="extrapolated", parameters={"years": fewest, "return_period": return_periods[last]})
    caveats = (said, *dropped) if return_periods[last] > fewest else dropped
    return Computed(outputs={"value": value, "table": _table(return_periods, middle, bounds, wanted)}, caveats=caveats)


def _samples(
    array: xr.DataArray, interval: Interval, wanted: str, *, change: bool
) -> tuple[list[statistics.Values], list[str], tuple[Caveat, ...]]:
    """The values of each run that has enough years, its model, and which runs have not."""
    inside = array.isel(time=times.inside(array, interval))
    rows = [row[np.isfinite(row)] for row in converted(inside, wanted, change=change)]
    sources = [str(s) for s in inside.source_id.values]
    kept = [(row, s) for row, s in zip(rows, sources, strict=True) if len(row) >= extremes.FEWEST]
    short = sorted({s for s, row in zip(sources, rows, strict=True) if len(row) < extremes.FEWEST})
    parameters = {"n": len(rows) - len(kept), "members": short}
    caveats = (Caveat(code="dropped_members", parameters=parameters),) if short else ()
    return [row for row, _ in kept], [s for _, s in kept], caveats


def _range(
    series: list[statistics.Values], means: statistics.Values, levels: tuple[float, ...], mode: Tail, seed: int
) -> tuple[Bounds, str | None]:
    """Low and high of each level and what they mean; none for a few models."""
    if len(series) == 1:
        return extremes.interval(series[0], levels, tail=mode, seed=seed), "5–95 % of a parametric bootstrap"
    if len(means) >= statistics.FEWEST_FOR_A_RANGE:
        low, high = np.quantile(means, (0.05, 0.95), axis=0)
        return (low, high), f"5–95 % of {len(means)} models"
    return None, None


def _table(levels: tuple[float, ...], middle: statistics.Values, bounds: Bounds, unit: str) -> Table:
    low, high = bounds if bounds is not None else (np.full(len(levels), np.nan), np.full(len(levels), np.nan))
    columns = ("return period [yr]", f"level [{unit}]", f"low [{unit}]", f"high [{unit}]")
    rows = tuple(
        (years, *statistics.numbers(row)) for years, row in zip(levels, np.stack((middle, low, high), 1), strict=True)
    )
    return Table(columns=columns, rows=rows, title="Return levels")


DESCRIPTION = Description(
    id="return_periods",
    title="Levels of return periods",
    title_fr="Niveaux de périodes de retour",
    description=(
        "The level that a yearly extreme reaches once in 2, 10, 20, 50, 100 years on average, by a generalised extreme value "
        "distribution (maximum likelihood). A climate that changes within the interval is not a stationary one."
    ),
    description_fr="Le niveau qu'un extrême annuel atteint une fois en 2, 10, 20, 50, 100 ans en moyenne (loi GEV, vraisemblance).",
    inputs={
        "data": Input(type=CubeInput, title="Yearly extremes without space", title_fr="Extrêmes annuels sans espace"),
        "interval": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin"),
        "return_periods": Input(
            type=tuple[float, ...], title="Return periods, years", title_fr="Périodes de retour", default=PERIODS
        ),
        "mode": Input(type=Tail, title="Maxima or minima", title_fr="Maxima ou minima", default="max"),
        "units": Input(type=str, title="Units", title_fr="Unités", default=None),
        "seed": Input(type=int, title="Seed of the bootstrap", title_fr="Graine du bootstrap", default=0),
    },
    outputs={
        "value": Output(kind="value", title="Level of the longest period", title_fr="Niveau de la plus longue période"),
        "table": Output(kind="table", title="Levels by period", title_fr="Niveaux par période"),
    },
    run=return_periods,
    keywords=("extremes",),
)
