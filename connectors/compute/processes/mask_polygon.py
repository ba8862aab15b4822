"""mask_polygon: values inside or outside a place replaced, the cube's extent kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import cutting
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, PlaceInput
from connectors.compute.regions import Region

if TYPE_CHECKING:
    import xarray as xr


def mask_polygon(data: Field, *, mask: Region, replacement: float | None = None, inside: bool = False) -> Computed:
    """Values outside the place (or, `inside`, within it) replaced."""

    def replaced(part: xr.DataArray) -> xr.DataArray:
        found = cutting.inside(part, mask).reset_coords(drop=True)
        other = np.nan if replacement is None else replacement
        return part.where(~found if inside else found, other).transpose(*part.dims).assign_attrs(part.attrs)

    return Computed(outputs={"cube": data.mapped(replaced)})


DESCRIPTION = Description(
    id="mask_polygon",
    title="Mask by a place",
    title_fr="Masquer selon un lieu",
    description="Replaces the values outside a place, or inside it; without a replacement they are missing.",
    description_fr="Remplace les valeurs hors d'un lieu, ou dans ce lieu ; sans remplacement elles manquent.",
    inputs={
        "data": Input(type=CubeInput, title="Cube or image", title_fr="Cube ou image"),
        "mask": Input(type=PlaceInput, title="Place", title_fr="Lieu"),
        "replacement": Input(type=float, title="Replacement", title_fr="Remplacement", default=None),
        "inside": Input(type=bool, title="Mask the inside", title_fr="Masquer l'intérieur", default=False),
    },
    outputs={"cube": Output(kind="cube", title="The masked cube", title_fr="Le cube masqué")},
    run=mask_polygon,
    keywords=("openEO",),
)
