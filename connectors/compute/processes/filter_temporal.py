"""filter_temporal: the steps of a cube that lie wholly inside an interval."""

from __future__ import annotations

from connectors.compute import times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput
from connectors.compute.periods import span
from connectors.errors import Refused
from connectors.extents import Interval


def filter_temporal(data: Field, *, extent: Interval) -> Computed:
    """The cube's steps inside the interval; raises Refused where there are none."""
    if not any(times.inside(part, extent).any() for part in data.parts if "time" in part.dims):
        raise Refused(f"no step lies in {extent.start}…{extent.end}; the data span {span(data)}")
    cube = data.mapped(lambda part: part.isel(time=times.inside(part, extent)))
    return Computed(outputs={"cube": cube})


DESCRIPTION = Description(
    id="filter_temporal",
    title="Keep the steps of an interval",
    title_fr="Garder les pas de temps d'un intervalle",
    description="Keeps the years, months or days that lie wholly inside the interval; an open end is null.",
    description_fr="Garde les années, mois ou jours entièrement compris dans l'intervalle ; une borne ouverte est null.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "extent": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin"),
    },
    outputs={"cube": Output(kind="cube", title="Steps inside", title_fr="Pas de temps retenus")},
    run=filter_temporal,
    keywords=("openEO",),
)
