"""map_field: the median over models on a map, of a period or of its change from a reference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import grid, statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, IntervalInput, PlaceInput
from connectors.compute.processes.aggregate_temporal import aggregate_temporal
from connectors.compute.processes.anomaly import anomaly
from connectors.compute.processes.filter_bbox import filter_bbox
from connectors.compute.regions import Region
from connectors.compute.regridding import numbered, seamless
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Caveat, Table

if TYPE_CHECKING:
    import xarray as xr


def map_field(
    data: Field, *, interval: Interval, reference: Interval | None = None, place: Region | None = None
) -> Computed:
    """One value a cell: the median over models, on the coarsest of their grids where these differ."""
    if any("lat" not in part.dims for part in data.parts):
        raise Refused(f"{data.id!r} has no cells to map; give the cube from before it was averaged over a place")
    if place is not None and not place.is_globe:
        data = filter_bbox(data, extent=place.bbox).cube
    caveats: tuple[Caveat, ...] = ()
    if reference is not None:
        departed = anomaly(data, reference=reference)
        data, caveats = departed.cube, departed.caveats
    taken = aggregate_temporal(data, interval=interval)
    target = max(taken.cube.parts, key=grid.cell_km)
    arrays = [_on(part, target) for part in taken.cube.parts]
    sources = [str(s) for part in taken.cube.parts for s in part.source_id.values]
    means, names = statistics.by_model(np.concatenate([a.values for a in arrays]), sources)
    middle = target.isel(realization=[0]).copy(data=statistics.quantiles(means, (0.5,))[:1])
    middle = middle.assign_coords(source_id=("realization", np.array([f"median of {len(names)}"], object)))
    noted = {"models": len(names), "cell_km": grid.cell_km(target), "cell_degrees": _size(middle)}
    cube = replace(taken.cube, parts=(middle,)).noted(**noted)
    caveats = (*caveats, *(c for c in taken.caveats if c not in caveats))
    if len(taken.cube.parts) > 1:
        caveats = (
            *caveats,
            Caveat(code="regridded", parameters={"grids": len(taken.cube.parts), "cell_km": grid.cell_km(target)}),
        )
    return Computed(outputs={"cube": cube, "grid": _cells(middle)}, caveats=caveats)


def _size(field: xr.DataArray) -> list[float]:
    """How high and how wide a cell is, degrees: a map of one row or column does not tell by its neighbours."""
    sides = (field.lat_north - field.lat_south, field.lon_east - field.lon_west)
    return [round(float(np.median(side.values)), 6) for side in sides]


def _cells(field: xr.DataArray) -> Table:
    """The map as rows of latitude, longitude, value (None where there is none), for those who draw without arrays."""
    values = np.asarray(field.transpose("realization", "lat", "lon").values[0], float)
    lat, lon = (np.asarray(field[name].values, float).tolist() for name in ("lat", "lon"))
    rows = tuple(
        (y, x, round(float(v), 6) if np.isfinite(v) else None)
        for y, line in zip(lat, values, strict=True)
        for x, v in zip(lon, line, strict=True)
    )
    units = str(field.attrs.get("units", ""))
    return Table(columns=("lat", "lon", f"value [{units}]"), rows=rows, title=units)


def _on(part: xr.DataArray, target: xr.DataArray) -> xr.DataArray:
    """The array on the cells of another grid, bilinearly; NaN outside its own."""
    if part["lat"].equals(target["lat"]) and part["lon"].equals(target["lon"]):
        return part.transpose("realization", "lat", "lon")
    run = seamless(part)
    found = run.interp(lat=target["lat"].values, lon=numbered(target["lon"].values, run))
    return found.transpose("realization", "lat", "lon")


DESCRIPTION = Description(
    id="map_field",
    title="Map of a period or of its change",
    title_fr="Carte d'une période ou de son changement",
    description="The median over models at each cell for a period, or for its change from a reference period.",
    description_fr="La médiane sur les modèles à chaque maille pour une période, ou pour son écart à une référence.",
    inputs={
        "data": Input(type=CubeInput, title="Gridded cube", title_fr="Cube maillé"),
        "interval": Input(type=IntervalInput, title="Start and end", title_fr="Début et fin"),
        "reference": Input(type=IntervalInput, title="Reference period", title_fr="Période de référence", default=None),
        "place": Input(type=PlaceInput, title="Place", title_fr="Lieu", default=None),
    },
    outputs={
        "cube": Output(kind="cube", title="The map", title_fr="La carte"),
        "grid": Output(kind="table", title="Its cells", title_fr="Ses mailles"),
    },
    run=map_field,
)
