"""exceedance_count: how many steps of each year lie beyond a threshold."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Literal

from connectors.compute import units
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, MonthsInput, ThresholdInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.compute.processes.aggregate_temporal_period import ALL_MONTHS, aggregate_temporal_period
from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr

Operator = Literal[">", ">=", "<", "<=", "=="]
_COMPARE = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "==": operator.eq}


def exceedance_count(
    data: Field, *, threshold: tuple[float, str | None], op: Operator = ">", months: tuple[int, ...] = ALL_MONTHS
) -> Computed:
    """The number of days (or finer steps) of each complete year that compare so with the threshold."""
    timed(data)
    if data.frequency in ("yr", "season", "mon"):
        raise Refused(f"{data.id!r} holds {data.frequency} values; counting days needs daily ones")
    number, unit = threshold

    def compare(part: xr.DataArray) -> xr.DataArray:
        name = str(part.attrs.get("standard_name", ""))
        given = str(part.attrs.get("units", "1"))
        bound = units.convert(number, given=unit or given, wanted=given, change=data.is_change, standard_name=name)
        beyond: xr.DataArray = _COMPARE[op](part, bound)
        told = {
            "units": "day" if part.attrs.get("frequency") == "day" else "1",
            "standard_name": "number_of_days",
            "units_metadata": "",
            "long_name": "",
        }
        return beyond.astype(float).where(part.notnull()).assign_attrs(part.attrs | told)

    counted = aggregate_temporal_period(data.mapped(compare), period="year", months=months, reducer="sum")
    cube = counted.cube.noted(change=False, threshold=[number, unit or data.units], op=op)
    return Computed(outputs={"cube": cube}, caveats=counted.caveats)


DESCRIPTION = Description(
    id="exceedance_count",
    title="Days beyond a threshold",
    title_fr="Jours au-delà d'un seuil",
    description="Counts, for each complete year or chosen months of it, the daily values beyond a threshold given with its units.",
    description_fr="Compte, pour chaque année complète ou mois choisis, les valeurs quotidiennes au-delà d'un seuil avec ses unités.",
    inputs={
        "data": Input(type=CubeInput, title="Daily cube", title_fr="Cube quotidien"),
        "threshold": Input(
            type=ThresholdInput, title="Threshold: number or `30 degC`", title_fr="Seuil : nombre ou `30 degC`"
        ),
        "op": Input(type=Operator, title="Comparison", title_fr="Comparaison", default=">"),
        "months": Input(type=MonthsInput, title="Months of the year", title_fr="Mois de l'année", default=ALL_MONTHS),
    },
    outputs={"cube": Output(kind="cube", title="Counts by year", title_fr="Nombres par année")},
    run=exceedance_count,
)
