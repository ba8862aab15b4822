"""delta_change: a basin's observed weather as it would be under a change that climate models give, model by model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from connectors.compute import statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.hydrology.gr4j import Numbers
from connectors.compute.hydrology.record import Record
from connectors.compute.inputs import CubeInput, RecordInput
from connectors.compute.processes.ensemble_statistics import reduced_to_runs
from connectors.errors import Refused
from connectors.items import Caveat, Table

WET_MM, VERY_WET = 1.0, 0.95  # ETCCDI's wet day, and its very wet day: above the 95th percentile of wet days (R95p)
Changes = dict[str, float]


def delta_change(
    data: Record, *, temperature: Field, precipitation: Field | None = None, warming: Field | None = None,
    heavy_rain: float = 0.0,
) -> Computed:  # fmt: skip
    """Temperature shifted by K, precipitation scaled by %, or only very wet days by `heavy_rain` % a kelvin of `warming`.

    One run a model that gives the change of precipitation (or else `warming`, or else `temperature`). A model without a
    temperature change of its own takes that of the models that have one: a kelvin of its global warming (pattern scaling)
    where that is given, else as it is.
    """
    if len(data.values.get("pr", ())) != 1:
        raise Refused(f"{data.id!r} is not one observed record; give the basin's own, before any change")
    local = _changes(temperature, "K")
    rain = _changes(precipitation, "%") if precipitation is not None else None
    world = _changes(warming, "K") if warming is not None else None
    if heavy_rain and world is None:
        raise Refused("'heavy_rain' is per kelvin of global warming; give 'warming' too")
    models = tuple(sorted(rain or world or local))
    shifts = _shifts(models, local, world)
    factors = np.stack([_factor(data.values["pr"][0], model, rain, world, heavy_rain) for model in models])
    values = {
        name: column + shifts[:, None] for name, column in data.values.items() if name in ("tas", "tasmin", "tasmax")
    }
    values["pr"] = data.values["pr"] * factors
    sources = tuple(i for cube in (temperature, precipitation, warming) if cube is not None for i in cube.derived_from)
    changed = replace(data, values=values, runs=models, derived_from=tuple(dict.fromkeys(data.derived_from + sources)))
    totals = 100.0 * (values["pr"].sum(axis=1) / data.values["pr"].sum() - 1.0)
    return Computed(
        outputs={"cube": changed.to_field(), "table": _table(models, shifts, totals)},
        caveats=_said(models, local, rain, world, heavy_rain=heavy_rain),
    )


def _shifts(models: tuple[str, ...], local: Changes, world: Changes | None) -> Numbers:
    """The temperature change of each model, its own or that of others, scaled by its global warming where that is known."""
    rates = [local[model] / world[model] for model in local if world and world.get(model)]
    rate, middle = float(np.median(rates)) if rates else None, float(np.median(list(local.values())))
    scaled = {} if rate is None or world is None else {model: rate * kelvins for model, kelvins in world.items()}
    return np.array([local.get(model, scaled.get(model, middle)) for model in models])


def _changes(cube: Field, units: str) -> Changes:
    """The change of each model, averaged over its runs; raises Refused for what is not a change without space and time."""
    array = reduced_to_runs(cube)
    told = str(array.attrs.get("units", ""))
    if not cube.is_change or told != units or array.ndim != 1:
        raise Refused(
            f"{cube.id!r} is not a change in {units} of one place and period; use anomaly, then aggregate_temporal"
        )
    means, names = statistics.by_model(np.asarray(array.values, float), [str(s) for s in array.source_id.values])
    return {name: float(mean) for name, mean in zip(names, means, strict=True) if np.isfinite(mean)}


def _factor(rain: Numbers, model: str, change: Changes | None, world: Changes | None, heavy_rain: float) -> Numbers:
    """What each day's precipitation is multiplied by."""
    if change is not None:
        return np.full(rain.shape, max(0.0, 1.0 + change[model] / 100.0))
    if world is None or not heavy_rain:
        return np.ones(rain.shape)
    very_wet = rain > np.quantile(rain[rain >= WET_MM], VERY_WET)
    return np.where(very_wet, max(0.0, 1.0 + heavy_rain / 100.0 * world[model]), 1.0)


def _table(models: tuple[str, ...], shifts: Numbers, totals: Numbers) -> Table:
    rows = tuple(zip(models, statistics.numbers(shifts), statistics.numbers(totals), strict=True))
    columns = ("source_id", "temperature [K]", "annual precipitation [%]")
    return Table(columns=columns, rows=rows, title="Changes put on the record")


def _said(
    models: tuple[str, ...], local: Changes, rain: Changes | None, world: Changes | None, *, heavy_rain: float
) -> tuple[Caveat, ...]:
    caveats = [Caveat(code="delta_change", parameters={})]
    if rain is None and world is not None and heavy_rain:
        caveats.append(Caveat(code="assumed_heavy_rain", parameters={"per_kelvin": heavy_rain}))
    elif rain is None:
        caveats.append(Caveat(code="unchanged_rain", parameters={}))
    if borrowed := [model for model in models if model not in local]:
        scaled = world is not None and any(model in world for model in local)
        parameters = {"n": len(borrowed), "models": sorted(local)}
        code = "pattern_scaled" if scaled else "borrowed_temperature"
        caveats.append(Caveat(code=code, parameters=parameters))
    return tuple(caveats)


DESCRIPTION = Description(
    id="delta_change",
    title="Put a climate change on observed weather",
    title_fr="Appliquer un changement climatique à la météorologie observée",
    description=(
        "The delta method: a basin's observed days, their temperature shifted and their precipitation scaled by what climate "
        "models give for the place. Where no model gives precipitation, very wet days (above the 95th percentile of wet days) can "
        "be scaled by a rate per kelvin of global warming, the others left as they are."
    ),
    description_fr=(
        "Méthode des deltas : les jours observés d'un bassin, température décalée et précipitations multipliées selon les modèles "
        "de climat. À défaut de précipitations, les jours très humides (au-delà du 95e centile des jours humides) peuvent être "
        "accrus d'un taux par kelvin de réchauffement planétaire."
    ),
    inputs={
        "data": Input(type=RecordInput, title="Record of a basin", title_fr="Mesures d'un bassin"),
        "temperature": Input(type=CubeInput, title="Change of temperature, K", title_fr="Changement de température, K"),
        "precipitation": Input(
            type=CubeInput, title="Change of precipitation, %", title_fr="Changement de précipitations, %", default=None
        ),
        "warming": Input(type=CubeInput, title="Global warming, K", title_fr="Réchauffement planétaire, K", default=None),
        "heavy_rain": Input(
            type=float, title="Very wet days, % a kelvin of global warming",
            title_fr="Jours très humides, % par kelvin de réchauffement planétaire", default=0.0,
        ),
    },
    outputs={
        "cube": Output(kind="cube", title="Changed weather, one run a model", title_fr="Météorologie modifiée par modèle"),
        "table": Output(kind="table", title="Changes of each model", title_fr="Changements de chaque modèle"),
    },
    run=delta_change,
    keywords=("hydrology", "delta change"),
)  # fmt: skip
