"""flood_change: how much higher a flood of given return period is in one simulation than in another."""

from __future__ import annotations

from typing import Any

import numpy as np

from connectors.compute import statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed
from connectors.compute.hydrology.gr4j import Numbers
from connectors.compute.hydrology.record import Record
from connectors.compute.inputs import RecordInput
from connectors.compute.processes.ensemble_statistics import meaning
from connectors.compute.processes.return_levels import Levels, Period, levels_of, periods_with, said
from connectors.errors import Refused
from connectors.items import Series, Table, Value

QUANTILES = (0.05, 0.5, 0.95)
_BEFORE, _AFTER = 12, 18  # days shown around the highest peak


def flood_change(data: Record, *, other: Record, return_period: Period = 10.0) -> Computed:
    """Per cent by which the level of `data`, run by run, departs from that of `other`, one simulation of observed weather."""
    if len(other.values.get("disch", ())) != 1:
        raise Refused(f"{other.id!r} is not one simulation; compare with that of the observed weather")
    changed, base = levels_of(data), levels_of(other)
    shares = _shares(changed, base, return_period)
    enough = len(shares) >= statistics.FEWEST_FOR_A_RANGE
    low, middle, high = (float(v) for v in statistics.quantiles(shares, QUANTILES))
    value = Value(
        value=middle, units="%", low=low if enough else None, high=high if enough else None,
        range_meaning=meaning(QUANTILES, len(shares)) if enough else None, n=len(shares),
        details={
            "return_period": return_period,
            "models": len(shares),
            "years": base.years,
            "agreement_sign": statistics.agreement(shares, middle),
            "before": statistics.number(float(base.of(return_period)[0])),
            "after": statistics.number(float(np.median(changed.of(return_period)))),
        },
    )  # fmt: skip
    outputs: dict[str, Any] = {
        "value": value,
        "table": _table(changed, base, return_period),
        "series": _event(data, other),
    }
    return Computed(outputs=outputs, caveats=said(base, return_period=return_period))


def _shares(changed: Levels, base: Levels, period: float) -> Numbers:
    shares: Numbers = 100.0 * (changed.of(period) / base.of(period)[0] - 1.0)
    return shares


def _table(changed: Levels, base: Levels, return_period: float) -> Table:
    rows = []
    for period in periods_with(return_period):
        levels = statistics.quantiles(changed.of(period), QUANTILES)
        middle = float(np.median(_shares(changed, base, period)))
        numbers = (float(base.of(period)[0]), float(levels[1]), float(levels[0]), float(levels[2]), middle)
        rows.append((f"{period:g}", *map(statistics.number, numbers)))
    columns = ("return period [year]", "before [m3 s-1]", "after [m3 s-1]", "after, low", "after, high", "change [%]")
    return Table(columns=columns, rows=tuple(rows), title="Return levels before and after")


def _event(data: Record, other: Record) -> Series:
    """The days around the highest simulated peak, before and after the change.

    Runs of other days than the observed ones are shown around their own highest peaks, laid upon it.
    """
    base = other.values["disch"][0]
    kept = _around(int(np.argmax(base)), base.size)
    after = data.values["disch"]
    if np.array_equal(data.days, other.days):
        shown = after[:, kept]
    else:
        tops = np.argmax(after, axis=1)
        offsets = np.arange(kept.start, kept.stop) - int(np.argmax(base))
        shown = np.stack([run[np.clip(top + offsets, 0, run.size - 1)] for run, top in zip(after, tops, strict=True)])
    low, middle, high = statistics.quantiles(shown, QUANTILES)
    enough = len(data.values["disch"]) >= statistics.FEWEST_FOR_A_RANGE
    return Series(
        x=tuple(str(day) for day in other.days[kept]),
        y=statistics.numbers(middle),
        units="m3 s-1",
        name="after",
        low=statistics.numbers(low) if enough else None,
        high=statistics.numbers(high) if enough else None,
        band_meaning=meaning(QUANTILES, len(data.values["disch"])) if enough else None,
        lines={"before": statistics.numbers(base[kept])},
    )


def _around(top: int, size: int) -> slice:
    return slice(max(0, top - _BEFORE), min(size, top + _AFTER))


DESCRIPTION = Description(
    id="flood_change",
    title="Change of a flood between two simulations",
    title_fr="Changement d'une crue entre deux simulations",
    description=(
        "The return level of each run of one simulation against that of another, per cent: median and 5–95 % over models; levels "
        "of 2 to 100 years before and after; the hydrograph around the highest peak in both."
    ),
    description_fr=(
        "Débit de période de retour donnée d'une simulation par rapport à une autre, en pour cent : médiane et 5–95 % sur les "
        "modèles ; débits de 2 à 100 ans avant et après ; hydrogramme de la plus forte crue dans les deux."
    ),
    inputs={
        "data": Input(type=RecordInput, title="Discharge after", title_fr="Débit après"),
        "other": Input(type=RecordInput, title="Discharge before", title_fr="Débit avant"),
        "return_period": Input(type=Period, title="Years", title_fr="Années", default=10.0),
    },
    outputs={
        "value": Output(kind="value", title="Change, %", title_fr="Changement, %"),
        "table": Output(kind="table", title="Levels before and after", title_fr="Débits avant et après"),
        "series": Output(kind="series", title="Highest flood", title_fr="Plus forte crue"),
    },
    run=flood_change,
    keywords=("hydrology", "floods"),
)
