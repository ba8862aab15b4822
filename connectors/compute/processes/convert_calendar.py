"""convert_calendar: the steps of a cube in another CF calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from connectors.compute import times
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.errors import Refused
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr

Calendar = Literal["standard", "proleptic_gregorian", "noleap", "all_leap", "360_day", "julian"]
Align = Literal["date", "year"]


def convert_calendar(data: Field, *, calendar: Calendar, align_on: Align = "date") -> Computed:
    """Days that the other calendar lacks are dropped; 360-day years are stretched (`year`) or cut (`date`)."""
    timed(data)
    lost = 0

    def converted(part: xr.DataArray) -> xr.DataArray:
        nonlocal lost
        if part.attrs.get("frequency") in times.UNIFORM:
            return _named(part, calendar)
        try:
            found = part.convert_calendar(calendar, dim="time", align_on=align_on, use_cftime=None)
        except ValueError as error:
            raise Refused(f"the calendar cannot be converted: {error}") from error
        lost += part.sizes["time"] - found.sizes["time"]
        return _named(found.transpose(*part.dims).assign_attrs(part.attrs), calendar)

    cube = data.mapped(converted)
    caveats = (Caveat(code="days_dropped", parameters={"n": lost, "calendar": calendar}),) if lost > 0 else ()
    return Computed(outputs={"cube": cube}, caveats=caveats)


def _named(part: xr.DataArray, calendar: str) -> xr.DataArray:
    return part.assign_coords(calendar=("realization", np.full(part.sizes["realization"], calendar, object)))


DESCRIPTION = Description(
    id="convert_calendar",
    title="Convert the calendar",
    title_fr="Convertir le calendrier",
    description="Brings daily steps to another CF calendar (cftime); days that it lacks are dropped and counted.",
    description_fr="Amène des pas quotidiens à un autre calendrier CF (cftime) ; les jours qui y manquent sont écartés.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "calendar": Input(type=Calendar, title="Calendar", title_fr="Calendrier"),
        "align_on": Input(type=Align, title="How 360-day years are aligned", title_fr="Alignement", default="date"),
    },
    outputs={"cube": Output(kind="cube", title="Converted", title_fr="Converti")},
    run=convert_calendar,
    keywords=("calendar",),
)
