"""trend: how fast a yearly quantity changes, over independent records or models."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from connectors.compute import families, periods, statistics, times, trends
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field, drop
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.members import chosen
from connectors.compute.processes.ensemble_statistics import converted, meaning, reduced_to_runs
from connectors.compute.units import interval_units
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import JSON, Caveat, Series, Table, Value

if TYPE_CHECKING:
    import xarray as xr

By = Literal["realization", "family"]
FEWEST_YEARS = 10
MOST_LINES = 12
QUANTILES = (0.05, 0.5, 0.95)


def trend(data: Field, *, interval: Interval, by: By = "realization") -> Computed:
    """Median slope a decade over the years that all independent members have; range over members, or the 95 % interval of one."""
    if data.frequency != "yr":
        raise Refused(
            f"{data.id!r} holds {data.frequency} values; aggregate it by year first (aggregate_temporal_period)"
        )
    array, caveats = _independent(data, by)
    used, said = _common(array, data, interval)
    kept, dropped = periods.covering(replace(data, parts=(array,)), used)
    if not kept[0].any():
        raise Refused(f"no member covers {used.start}…{used.end}; the data span {periods.span(data)}")
    sample = _sample(drop(array, kept[0].tolist()), used)
    coverage = round(min(1.0, len(sample.years) / times.expected(array, interval)), 4)
    fits = tuple(trends.theil_sen(sample.years, row) for row in sample.values)
    lag1 = float(np.median([fit.lag1 for fit in fits]))
    caveats = (
        *caveats,
        *said,
        *dropped,
        Caveat(code="autocorrelation", parameters={"method": "Hamed–Rao", "lag1": round(lag1, 3)}),
    )
    value = _value(sample, fits, data, coverage=coverage)
    return Computed(
        outputs={"value": value, "series": _series(sample, value), "table": _table(sample, fits)}, caveats=caveats
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """The values of independent members (rows) in the years that all of them have."""

    values: statistics.Values
    years: statistics.Values
    names: tuple[str, ...]
    observed: bool
    unit: str
    variable: str
    sources: tuple[tuple[str, str], ...]


def _independent(data: Field, by: By) -> tuple[xr.DataArray, tuple[Caveat, ...]]:
    """One record a family, the newest version, where families are asked for."""
    array = reduced_to_runs(data)
    if by == "realization":
        return array, ()
    taken = chosen((array,), "one_per_family")[0]
    left = sorted(set(array.source_id.values.tolist()) - set(taken.source_id.values.tolist()))
    if not left:
        return taken, ()
    kept = sorted(taken.source_id.values.tolist())
    parameters = {"series": int(array.sizes["realization"]), "families": len(kept), "kept": kept, "left_out": left}
    return taken, (Caveat(code="dependent_versions", parameters=parameters),)


def _common(array: xr.DataArray, data: Field, interval: Interval) -> tuple[Interval, tuple[Caveat, ...]]:
    """The whole years of the interval that at least half of the members reach, and what that leaves out."""
    years = times.years(array["time"].values)
    inside = times.inside(array, interval)
    held = array.notnull().values & inside
    spans = sorted((int(years[row].min()), int(years[row].max())) for row in held if row.any())
    if not spans:
        raise Refused(
            f"no whole year of the data lies in {interval.start}…{interval.end}; they span {periods.span(data)}"
        )
    first = sorted(start for start, _ in spans)[len(spans) // 2]
    last = sorted(end for _, end in spans)[(len(spans) - 1) // 2]
    if last - first + 1 < FEWEST_YEARS:
        raise Refused(f"{first}…{last} is too short for a trend; {FEWEST_YEARS} years are needed")
    asked_first = int((interval.start or f"{first}")[:4])
    asked_last = int((interval.end or f"{last}")[:4])
    used = Interval(start=f"{first:04d}-01-01", end=f"{last:04d}-12-31")
    if (first, last) == (asked_first, asked_last):
        return used, ()
    parameters = {"asked": [interval.start, interval.end], "used": [used.start, used.end]}
    return used, (Caveat(code="period_truncated", parameters=parameters),)


def _sample(array: xr.DataArray, used: Interval) -> _Sample:
    array = array.isel(time=times.inside(array, used))
    array = array.isel(time=array.notnull().all("realization").values.nonzero()[0])
    if array.sizes["time"] < FEWEST_YEARS:
        raise Refused(
            f"the members share {array.sizes['time']} years in {used.start}…{used.end}; {FEWEST_YEARS} are needed"
        )
    sources = tuple(
        zip(array.source_id.values.astype(str).tolist(), array.member_id.values.astype(str).tolist(), strict=True)
    )
    unit = interval_units(str(array.attrs.get("units", "1")))
    lone = len({source for source, _ in sources}) == len(sources)
    return _Sample(
        values=converted(array, unit, change=True),
        years=times.years(array["time"].values).astype(float),
        names=tuple(source if lone else f"{source} {member}".strip() for source, member in sources),
        observed=bool(families.is_observed(array).any()),
        unit=unit,
        variable=str(array.name),
        sources=sources,
    )


def _value(sample: _Sample, fits: tuple[trends.Trend, ...], data: Field, *, coverage: float) -> Value:
    slopes = np.array([fit.slope for fit in fits]) * 10
    by_source, names = statistics.by_model(slopes, [source for source, _ in sample.sources])
    low, middle, high = (float(v) for v in statistics.quantiles(by_source, QUANTILES))
    n = len(names)
    if n == 1 and len(fits) == 1:
        low, high, words = fits[0].low * 10, fits[0].high * 10, "95 % confidence interval of the slope"
    elif sample.observed or n < statistics.FEWEST_FOR_A_RANGE:
        low, high, words = (
            float(slopes.min()),
            float(slopes.max()),
            f"range of {n} {'records' if sample.observed else 'models'}",
        )
    else:
        words = meaning(QUANTILES, n)
    years = sample.years
    details: dict[str, JSON] = {
        k: data.properties[k]
        for k in ("runs", "cell_km", "place_km", "pressure_pa")
        if data.properties.get(k) is not None
    }
    details |= {
        "models": n,
        "families": n if sample.observed else None,
        "start": f"{years[0]:.0f}",
        "end": f"{years[-1]:.0f}",
        "years": len(years),
        "coverage": coverage,
        "agreement_sign": statistics.agreement(slopes, middle),
        "p_largest": max(fit.p for fit in fits),
        "significant": round(sum(fit.p < 0.05 for fit in fits) / len(fits), 4),
        "change_over_period": statistics.number(middle * (years[-1] - years[0]) / 10),
    }
    return Value(
        value=middle, units=f"{sample.unit} decade-1", low=low, high=high, range_meaning=words, n=n, details=details
    )


def _series(sample: _Sample, value: Value) -> Series:
    """Departures from the members' means over these years: their median, band and fitted line."""
    lone = len(sample.names) == 1
    values = sample.values if lone else sample.values - sample.values.mean(axis=1, keepdims=True)
    low, middle, high = statistics.quantiles(values, (0.0, 0.5, 1.0) if sample.observed else QUANTILES)
    lines = {"fitted": statistics.numbers(trends.fitted(sample.years, middle, value.value / 10))}
    if 1 < len(sample.names) <= MOST_LINES:
        lines |= {name: statistics.numbers(row) for name, row in zip(sample.names, values, strict=True)}
    return Series(
        x=tuple(f"{year:.0f}" for year in sample.years),
        y=statistics.numbers(middle),
        units=sample.unit,
        name=sample.variable,
        low=None if lone else statistics.numbers(low),
        high=None if lone else statistics.numbers(high),
        band_meaning=None if lone else ("range of records" if sample.observed else "5–95 % of members"),
        lines=lines,
    )


def _table(sample: _Sample, fits: tuple[trends.Trend, ...]) -> Table:
    unit = f"{sample.unit} decade-1"
    columns = ("source_id", "member_id", "family", f"slope [{unit}]", f"low [{unit}]", f"high [{unit}]", "p", "years")
    rows = tuple(
        (
            source,
            member,
            families.family(source) if sample.observed else None,
            statistics.number(10 * fit.slope),
            statistics.number(10 * fit.low),
            statistics.number(10 * fit.high),
            statistics.number(fit.p),
            fit.n,
        )
        for (source, member), fit in zip(sample.sources, fits, strict=True)
    )
    return Table(columns=columns, rows=rows, title="Theil–Sen slopes, 95 % intervals, Mann–Kendall p")


DESCRIPTION = Description(
    id="trend",
    title="Trend of a yearly quantity",
    title_fr="Tendance d'une grandeur annuelle",
    description=(
        "Theil–Sen slope a decade with the Mann–Kendall test corrected for autocorrelation (Hamed–Rao), over the whole years "
        "that the members share; one record a family of observations, as versions of one data set are not independent."
    ),
    description_fr=(
        "Pente de Theil–Sen par décennie et test de Mann–Kendall corrigé de l'autocorrélation (Hamed–Rao), sur les années "
        "entières communes ; une série par famille d'observations, deux versions d'une même famille n'étant pas indépendantes."
    ),
    inputs={
        "data": Input(type=CubeInput, title="Annual cube without space", title_fr="Cube annuel sans espace"),
        "interval": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin"),
        "by": Input(type=By, title="What is independent", title_fr="Ce qui est indépendant", default="realization"),
    },
    outputs={
        "value": Output(kind="value", title="Slope a decade", title_fr="Pente par décennie"),
        "series": Output(
            kind="series", title="Yearly values and fitted line", title_fr="Valeurs annuelles et droite ajustée"
        ),
        "table": Output(kind="table", title="Slope of each member", title_fr="Pente de chaque membre"),
    },
    run=trend,
)
