"""filter_bbox: the cells of a cube that touch a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectors.compute import grid
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import BBoxInput, CubeInput
from connectors.errors import Refused
from connectors.extents import BBox

if TYPE_CHECKING:
    import xarray as xr


def filter_bbox(data: Field, *, extent: BBox) -> Computed:
    """The cube without the cells outside the box; raises Refused where none is left."""

    def inside(part: xr.DataArray) -> xr.DataArray:
        if "lat" not in part.dims:
            raise Refused("the data are means over a place; there are no cells to choose from")
        rows = (part.lat_north.values > extent.south) & (part.lat_south.values < extent.north)
        west, east = part.lon_west.values, part.lon_east.values
        turns = [(w + turn, e + turn) for w, e in extent.spans for turn in (-360, 0, 360)]
        columns = sum(((west < e) & (east > w) for w, e in turns), start=west < west)
        if not rows.any() or not columns.any():
            box = grid.extent(part)
            raise Refused(f"no cell lies in {extent.to_list()}; the data cover {box.to_list()}")
        return part.isel(lat=rows.nonzero()[0], lon=columns.nonzero()[0])

    return Computed(outputs={"cube": data.mapped(inside)})


DESCRIPTION = Description(
    id="filter_bbox",
    title="Keep the cells in a box",
    title_fr="Garder les mailles d'une boîte",
    description="Keeps the cells that touch the box, which may cross the antimeridian.",
    description_fr="Garde les mailles qui touchent la boîte, laquelle peut franchir l'antiméridien.",
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "extent": Input(type=BBoxInput, title="West, south, east, north", title_fr="Ouest, sud, est, nord"),
    },
    outputs={"cube": Output(kind="cube", title="Cells in the box", title_fr="Mailles de la boîte")},
    run=filter_bbox,
    keywords=("openEO",),
)
