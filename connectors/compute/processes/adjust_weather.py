"""adjust_weather: a basin's days as climate models give them, their bias adjusted against the basin's own record."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from connectors.compute import statistics, units
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.hydrology.gr4j import Numbers
from connectors.compute.hydrology.real_days import on_real_days
from connectors.compute.hydrology.record import Dates, Record
from connectors.compute.hydrology.record_files import UNITS
from connectors.compute.inputs import CubeInput, IntervalInput, RecordInput
from connectors.compute.processes.adjust_bias import Kind, Method, adjust_bias
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Caveat, Table

TRACE_MM = 0.1  # less than a gauge can tell: a dry day
_FLUXES = {"tas": "air_temperature", "pr": "precipitation_flux"}
KINDS: dict[str, Kind] = {"tas": "+", "pr": "*"}


def adjust_weather(
    data: Record, *, temperature: Field, precipitation: Field, interval: Interval, method: Method = "qdm"
) -> Computed:
    """Each run's days of `interval`, trained on the days of the record, month by month; one run a model.

    Rain falls as often as in the record where the model has it too often, then its amounts are adjusted. The daily range of
    temperature is the record's own of each month. Raises Refused where no run holds both spans whole.
    """
    if len(data.values.get("pr", ())) != 1 or "tas" not in data.values:
        raise Refused(f"{data.id!r} is not one observed record of temperature and precipitation")
    training, target = data.days, _days(interval)
    both = np.unique(np.concatenate((training, target)))
    held = {"tas": _daily(temperature, "tas", both), "pr": _daily(precipitation, "pr", both)}
    models = tuple(sorted(set(held["tas"]) & set(held["pr"])))
    if not models:
        raise Refused(f"no run holds whole days of {training[0]} to {training[-1]} and {target[0]} to {target[-1]}")
    given = {name: np.stack([runs[m] for m in models]) for name, runs in held.items()}
    span = Interval(start=str(training[0]), end=str(training[-1]))
    raw = {name: values[:, np.isin(both, training)] for name, values in given.items()}
    given["pr"] = _wet_as_often(given["pr"], both, data)
    adjusted = partial(_adjusted, data, given, models, days=both, training=span, method=method)
    weather = adjusted(interval)
    made = replace(data, days=target, values=weather | _range(data, weather["tas"], target), runs=models,
                   derived_from=tuple(dict.fromkeys((*data.derived_from, *temperature.derived_from, *precipitation.derived_from))))  # fmt: skip
    parameters = {"method": method, "start": span.start, "end": span.end, "reference": data.id}
    return Computed(
        outputs={"cube": made.to_field(), "table": _table(data, models, raw, adjusted(span))},
        caveats=(Caveat(code="bias_adjusted", parameters=parameters),),
    )


def _days(interval: Interval) -> Dates:
    if not interval.start or not interval.end:
        raise Refused("the days to adjust have a first and a last one; give 'interval' both")
    return np.arange(np.datetime64(interval.start), np.datetime64(interval.end) + 1)


def _daily(cube: Field, name: str, days: Dates) -> dict[str, Numbers]:
    """The first run of each model on real days, in a record's units; those that lack a day of them are left out."""
    held: dict[str, Numbers] = {}
    for array in cube.parts:  # one for each calendar
        if array.attrs.get("frequency") != "day" or set(array.dims) != {"realization", "time"}:
            raise Refused(f"{cube.id!r} has no days of one place; load daily values, then aggregate_spatial")
        given, flux = str(array.attrs["units"]), str(array.attrs.get("standard_name") or _FLUXES[name])
        runs = units.convert(on_real_days(array, days), given=given, wanted=UNITS[name], standard_name=flux)
        for source, run in zip(map(str, array.source_id.values), runs, strict=True):
            if np.isfinite(run).all():
                held.setdefault(source, run)
    return held


def _wet_as_often(rain: Numbers, days: Dates, data: Record) -> Numbers:
    """Rain with dry days missing: of each month no more days are wet than in the record, the least ones count as dry."""
    months, held = (np.asarray(d.astype("datetime64[M]").astype(int) % 12) for d in (days, data.days))
    trained, wet = np.isin(days, data.days), rain.copy()
    for month in range(12):
        share = float((data.values["pr"][0][held == month] >= TRACE_MM).mean())
        least = np.quantile(rain[:, trained & (months == month)], 1.0 - share, axis=1)
        inside = months == month
        wet[:, inside] = np.where(rain[:, inside] >= np.maximum(least, TRACE_MM)[:, None], rain[:, inside], np.nan)
    return wet


def _adjusted(
    data: Record, given: dict[str, Numbers], models: tuple[str, ...], interval: Interval, *, days: Dates, training: Interval,
    method: Method,
) -> dict[str, Numbers]:  # fmt: skip
    """The days of an interval, adjusted; of rain the wet ones, the others without any."""
    found: dict[str, Numbers] = {}
    for name, kind in KINDS.items():
        own = data.values[name]
        observed = replace(data, values={name: np.where(own >= TRACE_MM, own, np.nan) if name == "pr" else own})
        simulated = replace(data, days=days, values={name: given[name]}, runs=models)
        cube = adjust_bias(simulated.to_field(), reference=observed.to_field(), training=training, kind=kind, method=method,
                           interval=interval).cube  # fmt: skip
        numbers = np.asarray(cube.one().values, float)
        found[name] = np.nan_to_num(numbers) if name == "pr" else numbers
    return found


def _range(data: Record, tas: Numbers, days: Dates) -> dict[str, Numbers]:
    """Least and greatest temperatures as far from the mean as the record's are in the same month."""
    held, asked = (np.asarray(d.astype("datetime64[M]").astype(int) % 12) for d in (data.days, days))
    found: dict[str, Numbers] = {}
    for name in ("tasmin", "tasmax"):
        if name in data.values:
            away = data.values[name][0] - data.values["tas"][0]
            found[name] = tas + np.array([np.nanmean(away[held == m]) for m in range(12)])[asked]
    return found


def _table(data: Record, models: tuple[str, ...], before: dict[str, Numbers], after: dict[str, Numbers]) -> Table:
    """The bias of each model over the record's days, before and after."""
    mean = {name: float(np.mean(data.values[name][0])) for name in KINDS}
    warmth = [statistics.numbers(held["tas"].mean(axis=1) - mean["tas"]) for held in (before, after)]
    rain = [statistics.numbers(100.0 * (held["pr"].mean(axis=1) / mean["pr"] - 1.0)) for held in (before, after)]
    columns = ("source_id", "temperature, before [K]", "after [K]", "precipitation, before [%]", "after [%]")
    rows = tuple(zip(models, *warmth, *rain, strict=True))
    return Table(columns=columns, rows=rows, title="Bias over the days of the record")


DESCRIPTION = Description(
    id="adjust_weather",
    title="Adjust the bias of a basin's modelled weather",
    title_fr="Corriger le biais de la météorologie simulée d'un bassin",
    description=(
        "Daily temperature and precipitation of climate models at a basin, mapped month by month onto the basin's record by "
        "quantile delta mapping or another method of xsdba, for a period ahead; the days are the models' own, on real dates."
    ),
    description_fr=(
        "Température et précipitations quotidiennes de modèles de climat sur un bassin, ramenées mois par mois à ses mesures (xsdba), "
        "pour une période à venir ; les jours sont ceux des modèles, à des dates réelles."
    ),
    inputs={
        "data": Input(type=RecordInput, title="Record of a basin", title_fr="Mesures d'un bassin"),
        "temperature": Input(
            type=CubeInput, title="Daily temperature of models", title_fr="Température quotidienne simulée"
        ),
        "precipitation": Input(
            type=CubeInput, title="Daily precipitation of models", title_fr="Précipitations quotidiennes simulées"
        ),
        "interval": Input(type=IntervalInput, title="Days to give", title_fr="Jours à donner"),
        "method": Input(type=Method, title="Method", title_fr="Méthode", default="qdm"),
    },
    outputs={
        "cube": Output(kind="cube", title="Weather, one run a model", title_fr="Météorologie par modèle"),
        "table": Output(kind="table", title="Bias of each model", title_fr="Biais de chaque modèle"),
    },
    run=adjust_weather,
    keywords=("hydrology", "bias"),
)
