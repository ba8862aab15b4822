"""gr4j_simulate: the discharge that GR4J and CemaNeige make of a basin's weather, run by run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from connectors.compute import statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed
from connectors.compute.hydrology import gr4j
from connectors.compute.hydrology.record import Record
from connectors.compute.inputs import IntervalInput, RecordInput, TableInput
from connectors.compute.processes.ensemble_statistics import meaning
from connectors.extents import Interval
from connectors.items import Series, Table, Value

QUANTILES = (0.05, 0.5, 0.95)
SIMULATED = "simulated"


def gr4j_simulate(data: Record, *, parameters: Table, interval: Interval | None = None) -> Computed:
    """Daily discharge in m³ s⁻¹ of every run; the value and series are the median over runs within the interval."""
    return discharge_by(gr4j.simulate, data, parameters=parameters, interval=interval, model="GR4J")


def discharge_by(
    simulate: Callable[[gr4j.Weather, gr4j.Parameters], gr4j.Numbers], data: Record, *, parameters: Table,
    interval: Interval | None, model: str,
) -> Computed:  # fmt: skip
    """As `gr4j_simulate`, by any program that makes runoff of weather and the same parameters."""
    fitted = gr4j.Parameters.from_table(parameters)
    count = len(data.values["pr"]) if "pr" in data.values else 1
    runoff = np.stack([simulate(data.weather(run), fitted) for run in range(count)])
    discharge = runoff / data.millimetres
    runs = data.runs if count > 1 else (SIMULATED,)
    made = replace(data, values={"disch": discharge}, runs=runs, properties={**data.properties, "model": model})
    span = interval or Interval()
    kept = data.within(span.start, span.end)
    low, middle, high = statistics.quantiles(discharge[:, kept], QUANTILES)
    enough = count >= statistics.FEWEST_FOR_A_RANGE
    means = statistics.quantiles(discharge[:, kept].mean(axis=1), QUANTILES)
    observed = {"observed": statistics.numbers(data.observed()[kept])} if "disch" in data.values else {}
    series = Series(
        x=tuple(str(day) for day in data.days[kept]), y=statistics.numbers(middle), units="m3 s-1", name="discharge",
        low=statistics.numbers(low) if enough else None, high=statistics.numbers(high) if enough else None,
        band_meaning=meaning(QUANTILES, count) if enough else None, lines=observed,
    )  # fmt: skip
    value = Value(
        value=float(means[1]), units="m3 s-1", low=float(means[0]) if enough else None,
        high=float(means[2]) if enough else None, range_meaning=meaning(QUANTILES, count) if enough else None, n=count,
        details={"days": int(kept.sum()), "highest": statistics.number(float(middle.max()))},
    )  # fmt: skip
    return Computed(outputs={"cube": made.to_field(), "series": series, "value": value})


DESCRIPTION = Description(
    id="gr4j_simulate",
    title="Simulate discharge with GR4J and CemaNeige",
    title_fr="Simuler le débit avec GR4J et CemaNeige",
    description=(
        "Daily discharge of a basin from its weather, observed or changed, with parameters that gr4j_calibrate or another "
        "calibration found. The first year is run once before to fill the stores."
    ),
    description_fr=(
        "Débit journalier d'un bassin à partir de sa météorologie, observée ou modifiée, avec des paramètres calés. La première "
        "année est simulée une fois auparavant pour remplir les réservoirs."
    ),
    inputs={
        "data": Input(type=RecordInput, title="Weather of a basin", title_fr="Météorologie d'un bassin"),
        "parameters": Input(type=TableInput, title="Parameters", title_fr="Paramètres"),
        "interval": Input(type=IntervalInput, title="Days to tell", title_fr="Jours à montrer", default=None),
    },
    outputs={
        "cube": Output(kind="cube", title="Discharge of each run", title_fr="Débit de chaque simulation"),
        "value": Output(kind="value", title="Mean discharge", title_fr="Débit moyen"),
        "series": Output(kind="series", title="Hydrograph", title_fr="Hydrogramme"),
    },
    run=gr4j_simulate,
    keywords=("hydrology", "GR4J", "CemaNeige"),
)
