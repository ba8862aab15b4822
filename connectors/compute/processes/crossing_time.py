"""crossing_time: the year around which each model's running mean first passes a threshold above its reference."""

from __future__ import annotations

from typing import Any

import numpy as np

from connectors.compute import periods, statistics, times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.processes.anomaly import anomaly
from connectors.compute.processes.ensemble_statistics import converted, meaning, reduced_to_runs
from connectors.compute.units import interval_units
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Caveat, Series, Table, Value

Years = np.ndarray[Any, np.dtype[np.int_]]
QUANTILES = (0.05, 0.5, 0.95)


def crossing_time(data: Field, *, threshold: float, reference: Interval, window: int = 20) -> Computed:
    """First year whose `window`-year mean (year − window/2 … year + window/2 − 1) lies above; median of models that cross."""
    if data.frequency != "yr":
        raise Refused(
            f"{data.id!r} holds {data.frequency} values; aggregate it by year first (aggregate_temporal_period)"
        )
    departures = anomaly(data, reference=reference)
    array = reduced_to_runs(departures.cube)
    unit = interval_units(str(array.attrs.get("units", "1")))
    values = converted(array, unit, change=True)
    means, names = statistics.by_model(values, [str(s) for s in array.source_id.values])
    years = times.years(array["time"].values)
    running = _running(means, years, window)
    crossed = np.array([_first(row, years, threshold) for row in running])
    if not np.isfinite(crossed).any():
        raise Refused(
            f"none of {len(names)} models passes {threshold:g} {unit} above {reference.start}…{reference.end} by {years[-1]}"
        )
    held = round(float(np.mean(periods.coverage(array, reference))), 4)
    value = _value(data, crossed, threshold=threshold, unit=unit, window=window, coverage=held)
    rows = tuple((name, int(year) if np.isfinite(year) else None) for name, year in zip(names, crossed, strict=True))
    table = Table(columns=("source_id", "crossing year"), rows=rows, title=f"Running mean above {threshold:g} {unit}")
    caveats = list(departures.caveats)
    if (count := int(np.isfinite(crossed).sum())) < len(names):
        caveats.append(
            Caveat(code="not_all_cross", parameters={"crossed": count, "models": len(names), "end": int(years[-1])})
        )
    series = _series(running, years, unit=unit, name=f"{array.name} {window}-year mean")
    return Computed(outputs={"value": value, "series": series, "table": table}, caveats=tuple(caveats))


def _running(means: statistics.Values, years: Years, window: int) -> statistics.Values:
    """Centred running means over consecutive years, NaN where a year of the window is missing."""
    full = np.arange(years[0], years[-1] + 1)
    values = np.full((len(means), len(full)), np.nan)
    values[:, years - years[0]] = means
    running = np.full(values.shape, np.nan)
    if window <= len(full):
        windows = np.lib.stride_tricks.sliding_window_view(values, window, axis=1)
        running[:, window // 2 : window // 2 + windows.shape[1]] = windows.mean(axis=2)
    return running[:, years - years[0]]


def _first(row: statistics.Values, years: Years, threshold: float) -> float:
    above = np.nonzero(np.nan_to_num(row, nan=-np.inf) > threshold)[0]
    return float(years[above[0]]) if len(above) else np.nan


def _value(
    data: Field, crossed: statistics.Values, *, threshold: float, unit: str, window: int, coverage: float
) -> Value:
    held = crossed[np.isfinite(crossed)]
    low, middle, high = (float(v) for v in statistics.quantiles(held, QUANTILES))
    never = np.sort(np.where(np.isfinite(crossed), crossed, np.inf))
    half = float(never[(len(never) - 1) // 2] + never[len(never) // 2]) / 2
    enough = len(held) >= statistics.FEWEST_FOR_A_RANGE
    details = {
        "crossed": len(held),
        "models": len(crossed),
        "runs": data.properties.get("runs", len(crossed)),
        "threshold": threshold,
        "threshold_units": unit,
        "window": window,
        "median_of_all_models": half if np.isfinite(half) else None,
        "coverage": coverage,
        "agreement_sign": round(len(held) / len(crossed), 4),
    }
    return Value(
        value=middle,
        units="year",
        low=low if enough else None,
        high=high if enough else None,
        range_meaning=meaning(QUANTILES, len(held)) if enough else None,
        n=len(held),
        details=details,
    )


def _series(running: statistics.Values, years: Years, *, unit: str, name: str) -> Series:
    count = np.isfinite(running).sum(axis=0)
    known = 2 * count >= max(1, int(count.max()))
    low, middle, high = statistics.quantiles(np.where(known, running, np.nan), QUANTILES)
    enough = len(running) >= statistics.FEWEST_FOR_A_RANGE
    return Series(
        x=tuple(str(y) for y in years[known]),
        y=statistics.numbers(middle[known]),
        units=unit,
        name=name,
        low=statistics.numbers(low[known]) if enough else None,
        high=statistics.numbers(high[known]) if enough else None,
        band_meaning=meaning(QUANTILES, len(running)) if enough else None,
    )


DESCRIPTION = Description(
    id="crossing_time",
    title="When a threshold of change is passed",
    title_fr="Quand un seuil de changement est franchi",
    description=(
        "For each model the first year whose running mean, centred as in the IPCC Atlas (for 20 years: year − 10 … year + 9), "
        "lies above the threshold relative to the reference; median and 5–95 % of the models that cross."
    ),
    description_fr=(
        "Pour chaque modèle, la première année dont la moyenne glissante, centrée comme dans l'Atlas du GIEC, dépasse le seuil "
        "par rapport à la référence ; médiane et 5–95 % des modèles qui le franchissent."
    ),
    inputs={
        "data": Input(type=CubeInput, title="Annual cube without space", title_fr="Cube annuel sans espace"),
        "threshold": Input(type=float, title="Threshold, in the data's units of change (K)", title_fr="Seuil (K)"),
        "reference": Input(
            type=IntervalInput,
            title="Reference period",
            title_fr="Période de référence",
            default=Interval(start="1850-01-01", end="1900-12-31"),
        ),
        "window": Input(
            type=int, title="Years of the running mean", title_fr="Années de la moyenne glissante", default=20
        ),
    },
    outputs={
        "value": Output(kind="value", title="Median year and range", title_fr="Année médiane et fourchette"),
        "series": Output(kind="series", title="Running mean", title_fr="Moyenne glissante"),
        "table": Output(kind="table", title="Year of each model", title_fr="Année de chaque modèle"),
    },
    run=crossing_time,
)
