"""resample_cube_spatial: a cube on the cells, or an image on the pixels, of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectors.compute import grid, regridding
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.compute.regridding import Method
from connectors.errors import Refused
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr


def resample_cube_spatial(data: Field, *, target: Field, method: Method = "nearest") -> Computed:
    """`data` on the grid of `target`; cells outside its own extent have no value."""
    goal = target.parts[0]

    def resampled(part: xr.DataArray) -> xr.DataArray:
        if "y" in part.dims and "y" in goal.dims:
            return regridding.onto_image(part, goal, method=method)
        if "lat" in part.dims and "lat" in goal.dims:
            return regridding.cells(part, lat=goal["lat"].values, lon=goal["lon"].values, method=method)
        raise Refused("a cube of cells goes onto cells and an image onto pixels; these are of two kinds")

    cube = data.mapped(resampled)
    width = grid.cell_km(goal) if "lat" in goal.dims else None
    parameters = {"grids": len(data.parts), "cell_km": width}
    caveats = (Caveat(code="regridded", parameters=parameters),) if width is not None else ()
    return Computed(outputs={"cube": cube}, caveats=caveats)


DESCRIPTION = Description(
    id="resample_cube_spatial",
    title="Resample onto another cube",
    title_fr="Rééchantillonner sur un autre cube",
    description="Brings a cube onto the cells, or an image onto the pixels, of another; `conservative` keeps areas.",
    description_fr="Amène un cube sur les mailles, ou une image sur les pixels, d'un autre ; `conservative` garde les aires.",
    inputs={
        "data": Input(type=CubeInput, title="Cube or image", title_fr="Cube ou image"),
        "target": Input(type=CubeInput, title="Target", title_fr="Cible"),
        "method": Input(type=Method, title="Method", title_fr="Méthode", default="nearest"),
    },
    outputs={"cube": Output(kind="cube", title="Resampled", title_fr="Rééchantillonné")},
    run=resample_cube_spatial,
    keywords=("openEO",),
)
