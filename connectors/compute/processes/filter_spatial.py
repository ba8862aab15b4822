"""filter_spatial: the part of a cube that lies in a place; what lies outside has no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectors.compute import cutting
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, PlaceInput
from connectors.compute.regions import Region

if TYPE_CHECKING:
    import xarray as xr


def filter_spatial(data: Field, *, place: Region) -> Computed:
    """The cube cut to the place's box, cells and pixels outside its outline without a value."""
    if place.is_globe:
        return Computed(outputs={"cube": data})

    def cut(part: xr.DataArray) -> xr.DataArray:
        found = cutting.inside(part, place)
        plain = cutting.trimmed(
            found.reset_coords(drop=True), found
        )  # first, so that the rest of the world is not masked
        return cutting.trimmed(part, found).where(plain).transpose(*part.dims).assign_attrs(part.attrs)

    return Computed(outputs={"cube": data.mapped(cut)})


DESCRIPTION = Description(
    id="filter_spatial",
    title="Cut to a place",
    title_fr="Découper selon un lieu",
    description="Keeps what lies in the place (polygon or box): cells that it touches, pixels whose centre it holds.",
    description_fr="Garde ce qui se trouve dans le lieu (polygone ou boîte) : mailles touchées, pixels dont le centre y est.",
    inputs={
        "data": Input(type=CubeInput, title="Cube or image", title_fr="Cube ou image"),
        "place": Input(type=PlaceInput, title="Place", title_fr="Lieu"),
    },
    outputs={"cube": Output(kind="cube", title="The part inside", title_fr="La partie intérieure")},
    run=filter_spatial,
    keywords=("openEO",),
)
