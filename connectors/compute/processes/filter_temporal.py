"""filter_temporal: the steps of a cube that lie wholly inside an interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput, MonthsInput
from connectors.compute.periods import span
from connectors.errors import Refused
from connectors.extents import Interval

if TYPE_CHECKING:
    import xarray as xr


def filter_temporal(data: Field, *, extent: Interval, months: tuple[int, ...] | None = None) -> Computed:
    """The cube's steps inside the interval, of these months where any are named; raises Refused where there are none."""

    def kept(part: xr.DataArray) -> np.ndarray:
        inside = times.inside(part, extent)
        return inside if months is None else inside & np.isin(times.months(part["time"].values), months)

    if months is not None and data.frequency == "yr":
        raise Refused(f"{data.id!r} holds annual values; they have no months")
    if not any(kept(part).any() for part in data.parts if "time" in part.dims):
        raise Refused(f"no step lies in {extent.start}…{extent.end}; the data span {span(data)}")
    return Computed(outputs={"cube": data.mapped(lambda part: part.isel(time=kept(part)))})


DESCRIPTION = Description(
    id="filter_temporal",
    title="Keep the steps of an interval",
    title_fr="Garder les pas de temps d'un intervalle",
    description="Keeps the years, months or days that lie wholly inside the interval; an open end is null.",
    description_fr="Garde les années, mois ou jours entièrement compris dans l'intervalle ; une borne ouverte est null.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "extent": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin"),
        "months": Input(type=MonthsInput, title="Months or season", title_fr="Mois ou saison", default=None),
    },
    outputs={"cube": Output(kind="cube", title="Steps inside", title_fr="Pas de temps retenus")},
    run=filter_temporal,
    keywords=("openEO",),
)
