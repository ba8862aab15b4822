"""ensemble_statistics: the middle and the spread of an ensemble, each model counting once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from connectors.compute import families, statistics, times, units
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.errors import Refused
from connectors.items import JSON, Caveat, Series, Table, Value

if TYPE_CHECKING:
    import xarray as xr

Kind = Literal["level", "change"]
_DETAILS = ("runs", "models", "families", "coverage", "spatial_coverage", "cell_km", "place_km", "pressure_pa")


def ensemble_statistics(
    data: Field, *, quantiles: tuple[float, ...] = (0.05, 0.5, 0.95), units: str | None = None, kind: Kind | None = None
) -> Computed:
    """Value and table where time is reduced, series with a band where it is not; ranges from five models on."""
    array = reduced_to_runs(data)
    if kind is not None and (kind == "change") != data.is_change:
        raise Refused(f"{data.id!r} holds {'changes' if data.is_change else 'levels'}; it was asked for as a {kind}")
    wanted = _target(data, units)
    values = converted(array, wanted, change=data.is_change)
    sources = [str(s) for s in array.source_id.values]
    levels = tuple(sorted({0.5, *quantiles}))
    if "time" in array.dims:
        series, caveats = _series(array, values, sources, levels=levels, unit=wanted)
        return Computed(outputs={"series": series}, caveats=caveats)
    value, table = _value(data, values, sources, levels=levels, unit=wanted)
    return Computed(outputs={"value": value, "table": table}, caveats=_few(value.n or 0))


def reduced_to_runs(data: Field) -> xr.DataArray:
    """The one array over realizations (and time); raises Refused where space is left or nothing is."""
    array = data.one()
    if "lat" in array.dims or "plev" in array.dims:
        left = [d for d in ("plev", "lat", "lon") if d in array.dims]
        raise Refused(
            f"{data.id!r} still varies over {', '.join(left)}; aggregate it over a place (and choose a level) first"
        )
    return array.transpose("realization", ...)


def converted(array: xr.DataArray, wanted: str, *, change: bool) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The array's values in other units; changes convert without an offset."""
    given, name = str(array.attrs.get("units", "1")), str(array.attrs.get("standard_name", ""))
    return np.asarray(
        units.convert(array.values.astype(float), given=given, wanted=wanted, change=change, standard_name=name)
    )


def _target(data: Field, wanted: str | None) -> str:
    """The units to give: those asked for, but kelvin for changes of temperature, which have no zero to shift."""
    target = units.spelled(wanted) if wanted else data.units
    return units.interval_units(target) if data.is_change else target


def _value(
    data: Field, values: statistics.Values, sources: list[str], *, levels: tuple[float, ...], unit: str
) -> tuple[Value, Table]:
    means, names = statistics.by_model(values, sources)
    held = np.isfinite(means)
    if not held.any():
        raise Refused(f"{data.id!r} has no values")
    means, names = means[held], tuple(name for name, there in zip(names, held, strict=True) if there)
    ranks = dict(zip(levels, statistics.quantiles(means, levels), strict=True))
    enough = len(names) >= statistics.FEWEST_FOR_A_RANGE and len(levels) > 1
    middle = float(ranks[0.5])
    details: dict[str, JSON] = {k: data.properties[k] for k in _DETAILS if data.properties.get(k) is not None}
    details |= {
        "runs": data.properties.get("runs", len(sources)),
        "models": len(names),
        "mean": statistics.number(float(means.mean())),
        "agreement_sign": statistics.agreement(means, middle) if data.is_change else None,
        "quantiles": {f"{level:g}": statistics.number(float(rank)) for level, rank in ranks.items()},
    }
    value = Value(
        value=middle,
        units=unit,
        low=float(ranks[levels[0]]) if enough else None,
        high=float(ranks[levels[-1]]) if enough else None,
        range_meaning=meaning(levels, len(names), observed=bool(data.properties.get("families"))) if enough else None,
        n=len(names),
        details=details,
    )
    rows = tuple(
        (name, sources.count(name), statistics.number(float(mean))) for name, mean in zip(names, means, strict=True)
    )
    return value, Table(columns=("source_id", "runs", f"value [{unit}]"), rows=rows, title="One row a model")


def meaning(levels: tuple[float, ...], n: int, *, observed: bool = False) -> str:
    """What a range is: `5–95 % of 37 models`."""
    return f"{levels[0] * 100:g}–{levels[-1] * 100:g} % of {n} {'records' if observed else 'models'}"


def _few(n: int) -> tuple[Caveat, ...]:
    if n >= statistics.FEWEST_FOR_A_RANGE:
        return ()
    return (Caveat(code="single_model" if n == 1 else "few_models", parameters={"models": n}),)


def _series(
    array: xr.DataArray, values: statistics.Values, sources: list[str], *, levels: tuple[float, ...], unit: str
) -> tuple[Series, tuple[Caveat, ...]]:
    """Median and band at each step that at least half of the models have."""
    means, names = statistics.by_model(values, sources)
    count = np.isfinite(means).sum(axis=0)
    means = np.where(2 * count >= count.max(), means, np.nan)
    ranks = statistics.quantiles(means, levels)
    enough = len(names) >= statistics.FEWEST_FOR_A_RANGE and len(levels) > 1
    held = count[2 * count >= count.max()]
    caveats = _few(len(names))
    if held.min() < held.max():
        parameters = {"fewest": int(held.min()), "most": int(held.max())}
        caveats = (*caveats, Caveat(code="changing_ensemble", parameters=parameters))
    series = Series(
        x=times.labels(array),
        y=statistics.numbers(ranks[levels.index(0.5)]),
        units=unit,
        name=str(array.name),
        low=statistics.numbers(ranks[0]) if enough else None,
        high=statistics.numbers(ranks[-1]) if enough else None,
        band_meaning=meaning(levels, len(names), observed=bool(families.is_observed(array).any())) if enough else None,
    )
    return series, caveats


DESCRIPTION = Description(
    id="ensemble_statistics",
    title="Middle and spread of an ensemble",
    title_fr="Milieu et dispersion d'un ensemble",
    description=(
        "Median and quantiles over models, the runs of one model averaged first. Ranges are given from five models on. Levels "
        "convert with the offset of their units, changes without."
    ),
    description_fr=(
        "Médiane et quantiles sur les modèles, après moyenne des simulations de chacun. Les fourchettes sont données à partir de "
        "cinq modèles. Les niveaux se convertissent avec décalage d'unité, les écarts sans."
    ),
    inputs={
        "data": Input(type=CubeInput, title="Cube without space", title_fr="Cube sans espace"),
        "quantiles": Input(
            type=tuple[float, ...], title="Quantiles, 0…1", title_fr="Quantiles, 0…1", default=(0.05, 0.5, 0.95)
        ),
        "units": Input(type=str, title="Units", title_fr="Unités", default=None),
        "kind": Input(type=Kind, title="Level or change", title_fr="Niveau ou écart", default=None),
    },
    outputs={
        "value": Output(kind="value", title="Median and range", title_fr="Médiane et fourchette"),
        "series": Output(kind="series", title="Median and band over time", title_fr="Médiane et bande dans le temps"),
        "table": Output(kind="table", title="One row a model", title_fr="Une ligne par modèle"),
    },
    run=ensemble_statistics,
    keywords=("ensemble",),
)
