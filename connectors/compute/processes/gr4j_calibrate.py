"""gr4j_calibrate: the parameters of GR4J and CemaNeige that fit a basin's record, and how they do on years kept back."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

from connectors.compute import statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed
from connectors.compute.hydrology import skill
from connectors.compute.hydrology.calibration import Mask, calibrate
from connectors.compute.hydrology.record import Record
from connectors.compute.inputs import IntervalInput, RecordInput
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Caveat, Series, Table, Value

Objective = Literal["nse", "kge", "lognse"]
MODEL = "GR4J with CemaNeige"
_LEAST_YEARS = 2
_POOR = 0.5  # NSE below which Moriasi et al. 2007 (doi:10.13031/2013.23153) call a flow simulation unsatisfactory


def gr4j_calibrate(
    data: Record, *, calibration: Interval | None = None, validation: Interval | None = None,
    objective: Objective = "nse", seed: int = 0,
) -> Computed:  # fmt: skip
    """Fit on one half of the record, judge on the other; without intervals the first and second half of its years."""
    halves = _halves(data)
    fitted, judged = calibration or halves[0], validation or halves[1]
    within, beyond = data.within(fitted.start, fitted.end), data.within(judged.start, judged.end)
    observed = data.observed()
    found = calibrate(data.weather(), observed * data.millimetres, within=within, objective=objective, seed=seed)
    simulated = found.runoff / data.millimetres
    table = _skill(simulated, observed, {"calibration": (fitted, within), "validation": (judged, beyond)})
    value = Value(value=skill.nse(simulated[beyond], observed[beyond]), units="1", n=int(beyond.sum()),
                  details=_details(data, table, runs=found.runs))  # fmt: skip
    series = Series(
        x=tuple(str(day) for day in data.days[beyond]),
        y=statistics.numbers(simulated[beyond]),
        units="m3 s-1",
        name=f"{MODEL}, validation",
        lines={"observed": statistics.numbers(observed[beyond])},
    )
    outputs: dict[str, Any] = {
        "value": value,
        "parameters": found.parameters.to_table(),
        "skill": table,
        "series": series,
    }
    return Computed(outputs=outputs, caveats=_said(fitted, judged, value))


def _halves(data: Record) -> tuple[Interval, Interval]:
    """The two halves of the record's whole years; raises Refused for a record too short to be split."""
    years = data.days.astype("datetime64[Y]").astype(int) + 1970
    whole = [int(y) for y in np.unique(years) if (years == y).sum() >= 365]
    if len(whole) < 2 * _LEAST_YEARS:
        raise Refused(f"the record {data.id!r} has {len(whole)} whole years; a split-sample test wants four at least")
    middle = whole[len(whole) // 2]
    return (
        Interval(start=f"{whole[0]}-01-01", end=f"{middle - 1}-12-31"),
        Interval(start=f"{middle}-01-01", end=f"{whole[-1]}-12-31"),
    )


def _skill(simulated: Any, observed: Any, periods: dict[str, tuple[Interval, Mask]]) -> Table:
    rows = tuple(
        (name, interval.start, interval.end, *map(statistics.number, skill.scores(simulated[mask], observed[mask])))
        for name, (interval, mask) in periods.items()
    )
    return Table(columns=("period", "start", "end", *skill.SCORES), rows=rows, title=f"Skill of {MODEL}")


def _details(data: Record, table: Table, *, runs: int) -> dict[str, Any]:
    named = {row[0]: dict(zip(table.columns[1:], row[1:], strict=True)) for row in table.rows}
    gauge = {name: data.properties[name] for name in ("gauge", "river", "area_km2") if name in data.properties}
    return named | gauge | {"model": MODEL, "calibration_runs": runs}


def _said(fitted: Interval, judged: Interval, value: Value) -> tuple[Caveat, ...]:
    skilled = {"calibration": [fitted.start, fitted.end], "validation": [judged.start, judged.end]}
    caveats = [
        Caveat(code="single_hydrological_model", parameters={"model": MODEL}),
        Caveat(code="calibrated_on", parameters=skilled | {"nse": round(value.value, 3)}),
    ]
    if value.value < _POOR:
        caveats.append(Caveat(code="poor_skill", parameters={"nse": round(value.value, 3), "least": _POOR}))
    return tuple(caveats)


DESCRIPTION = Description(
    id="gr4j_calibrate",
    title="Calibrate GR4J and CemaNeige on a basin's record",
    title_fr="Caler GR4J et CemaNeige sur les mesures d'un bassin",
    description=(
        "Differential evolution, seeded, over the six parameters; a split-sample test tells NSE, KGE, NSE of logarithms and bias "
        "on the calibration years and on years kept back. The record holds daily temperature, precipitation and discharge, and "
        "says area_km2 and latitude; potential evapotranspiration is Oudin's."
    ),
    description_fr=(
        "Évolution différentielle, à graine fixe, sur les six paramètres ; NSE, KGE, NSE des logarithmes et biais sur les années "
        "de calage et sur des années réservées. Évapotranspiration potentielle d'Oudin."
    ),
    inputs={
        "data": Input(type=RecordInput, title="Record of a basin", title_fr="Mesures d'un bassin"),
        "calibration": Input(type=IntervalInput, title="Calibration years", title_fr="Années de calage", default=None),
        "validation": Input(type=IntervalInput, title="Years kept back", title_fr="Années réservées", default=None),
        "objective": Input(type=Objective, title="What is maximised", title_fr="Critère", default="nse"),
        "seed": Input(type=int, title="Seed", title_fr="Graine", default=0),
    },
    outputs={
        "value": Output(kind="value", title="NSE on the years kept back", title_fr="NSE sur les années réservées"),
        "parameters": Output(kind="table", title="Parameters", title_fr="Paramètres"),
        "skill": Output(kind="table", title="Skill", title_fr="Performance"),
        "series": Output(kind="series", title="Hydrograph of the years kept back", title_fr="Hydrogramme réservé"),
    },
    run=gr4j_calibrate,
    keywords=("hydrology", "GR4J", "CemaNeige"),
)
