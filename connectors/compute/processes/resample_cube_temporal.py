"""resample_cube_temporal: a cube at the steps of another, each from its nearest step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.compute.processes.aggregate_temporal import timed
from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr


def resample_cube_temporal(data: Field, *, target: Field, valid_within: float | None = None) -> Computed:
    """The nearest step for each of the target's; no value where it is farther than `valid_within` days."""
    timed(data)
    timed(target)
    clock = target.parts[0]["time"].values
    wanted = _days(clock)

    def resampled(part: xr.DataArray) -> xr.DataArray:
        if (part["time"].dtype == object) != (clock.dtype == object):
            raise Refused("the cubes count time in different calendars; convert_calendar brings them to one")
        held = _days(part["time"].values)
        nearest = np.abs(wanted[:, None] - held[None, :]).argmin(axis=1)
        taken = part.isel(time=nearest).assign_coords(time=clock)
        if valid_within is not None:
            near = np.abs(wanted - held[nearest]) <= valid_within
            taken = taken.where(_along(near, taken))
        told = target.parts[0].attrs.get("frequency", part.attrs.get("frequency"))
        return taken.transpose(*part.dims).assign_attrs(part.attrs | {"frequency": told})

    return Computed(outputs={"cube": data.mapped(resampled)})


def _along(near: np.ndarray[Any, Any], array: xr.DataArray) -> xr.DataArray:
    import xarray as xr

    return xr.DataArray(near, dims="time", coords={"time": array["time"]})


def _days(clock: np.ndarray[Any, Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Days since 1850 in the steps' own calendar."""
    if clock.dtype != object:
        return np.asarray((clock - np.datetime64("1850-01-01")) / np.timedelta64(1, "D"), float)
    import cftime

    return np.asarray(cftime.date2num(clock, "days since 1850-01-01", calendar=clock[0].calendar), float)


DESCRIPTION = Description(
    id="resample_cube_temporal",
    title="Resample in time onto another cube",
    title_fr="Rééchantillonner dans le temps sur un autre cube",
    description="Takes the nearest step for each step of the target; none where it is farther than `valid_within` days.",
    description_fr="Prend le pas le plus proche de chaque pas de la cible ; aucun au-delà de `valid_within` jours.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "target": Input(type=CubeInput, title="Target", title_fr="Cible"),
        "valid_within": Input(type=float, title="Days at most", title_fr="Jours au plus", default=None),
    },
    outputs={"cube": Output(kind="cube", title="Resampled", title_fr="Rééchantillonné")},
    run=resample_cube_temporal,
    keywords=("openEO",),
)
