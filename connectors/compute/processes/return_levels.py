"""return_levels: the discharge that a river exceeds once in so many years, by the annual maxima of a record or simulation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
from pydantic import Field as Bounded

from connectors.compute import statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed
from connectors.compute.hydrology import floods
from connectors.compute.hydrology.gr4j import Numbers
from connectors.compute.hydrology.record import Record
from connectors.compute.inputs import RecordInput
from connectors.compute.processes.ensemble_statistics import meaning
from connectors.errors import Refused
from connectors.items import JSON, Caveat, Series, Table, Value

PERIODS = (2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
QUANTILES = (0.05, 0.5, 0.95)
LEAST_YEARS = 5
Period = Annotated[float, Bounded(gt=1.0, le=1000.0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The law of each run's annual maxima, the maxima (run, year) and the days of the first run's."""

    laws: tuple[floods.Gumbel, ...]
    maxima: Numbers
    when: tuple[str, ...]

    @property
    def years(self) -> int:
        return int(self.maxima.shape[1])

    def of(self, period: float) -> Numbers:
        """The level of every run."""
        return np.array([law.level(period) for law in self.laws])


def levels_of(data: Record) -> Levels:
    """Annual maxima and their laws, run by run; raises Refused where there are fewer than five whole years."""
    data.observed()
    found = [floods.annual_maxima(data.days, run) for run in data.values["disch"]]
    maxima = np.stack([values for values, _ in found])
    if maxima.shape[1] < LEAST_YEARS:
        raise Refused(f"{data.id!r} has {maxima.shape[1]} whole hydrological years; {LEAST_YEARS} are the least")
    return Levels(laws=tuple(floods.gumbel(row) for row in maxima), maxima=maxima, when=found[0][1])


def return_levels(data: Record, *, return_period: Period = 10.0) -> Computed:
    """The level of one period with its range, and those of 2 to 100 years beside it."""
    levels = levels_of(data)
    rows = tuple(
        (f"{period:g}", *map(statistics.number, _spread(levels, period))) for period in periods_with(return_period)
    )
    table = Table(
        columns=("return period [year]", "discharge [m3 s-1]", "low", "high"), rows=rows, title="Return levels"
    )
    middle, low, high = _spread(levels, return_period)
    value = Value(value=middle, units="m3 s-1", low=low, high=high, range_meaning=_meaning(levels), n=len(levels.laws),
                  details=_details(data, levels, return_period))  # fmt: skip
    series = Series(x=levels.when, y=statistics.numbers(levels.maxima[0]), units="m3 s-1", name="annual maximum")
    return Computed(
        outputs={"value": value, "table": table, "series": series}, caveats=said(levels, return_period=return_period)
    )


def periods_with(period: float) -> tuple[float, ...]:
    """The customary return periods and the one asked."""
    return tuple(sorted({*PERIODS, period}))


def _spread(levels: Levels, period: float) -> tuple[float, float, float]:
    """Median and 5–95 % over models; with fewer than five, the median and what the record's length leaves open."""
    found = levels.of(period)
    if len(found) >= statistics.FEWEST_FOR_A_RANGE:
        low, middle, high = (float(v) for v in statistics.quantiles(found, QUANTILES))
        return middle, low, high
    return float(np.median(found)), *floods.sampling_range(levels.laws[0], size=levels.years, period=period)


def _meaning(levels: Levels) -> str:
    if (n := len(levels.laws)) >= statistics.FEWEST_FOR_A_RANGE:
        return meaning(QUANTILES, n)
    return f"5–95 % for {levels.years} years of record"


def _details(data: Record, levels: Levels, period: float) -> dict[str, JSON]:
    sampled = floods.sampling_range(levels.laws[0], size=levels.years, period=period)
    gauge: dict[str, Any] = {n: data.properties[n] for n in ("gauge", "river", "area_km2") if n in data.properties}
    return gauge | {
        "return_period": period,
        "years": levels.years,
        "distribution": "Gumbel, L-moments",
        "sampling_range": [statistics.number(v) for v in sampled],
        "highest": statistics.number(float(levels.maxima[0].max())),
    }


def said(levels: Levels, *, return_period: float) -> tuple[Caveat, ...]:
    """That peaks are daily means, and how far the record bears the period asked."""
    caveats = [
        Caveat(code="daily_means", parameters={}),
        Caveat(code="short_record", parameters={"years": levels.years}),
    ]
    if return_period > 2 * levels.years:
        parameters = {"years": levels.years, "return_period": return_period}
        caveats.append(Caveat(code="extrapolated_flood", parameters=parameters))
    return tuple(caveats)


DESCRIPTION = Description(
    id="return_levels",
    title="Floods by return period",
    title_fr="Crues par période de retour",
    description=(
        "A Gumbel law fitted by L-moments to the highest daily discharge of each whole hydrological year (from November): what is "
        "exceeded once in 2 to 100 years, the 5–95 % range over models, or of a seeded parametric bootstrap for one record."
    ),
    description_fr=(
        "Loi de Gumbel ajustée par L-moments au débit journalier maximal de chaque année hydrologique complète (à partir de "
        "novembre) : débits dépassés une fois en 2 à 100 ans, avec leur fourchette."
    ),
    inputs={
        "data": Input(type=RecordInput, title="Discharge", title_fr="Débit"),
        "return_period": Input(type=Period, title="Years", title_fr="Années", default=10.0),
    },
    outputs={
        "value": Output(kind="value", title="Level of that period", title_fr="Débit de cette période de retour"),
        "table": Output(kind="table", title="Return levels", title_fr="Débits par période de retour"),
        "series": Output(kind="series", title="Annual maxima", title_fr="Maximums annuels"),
    },
    run=return_levels,
    keywords=("hydrology", "floods"),
)
