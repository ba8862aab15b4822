"""mask: values of a cube replaced where another cube is not zero."""

from __future__ import annotations

import numpy as np

from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.errors import Refused


def mask(data: Field, *, mask: Field, replacement: float | None = None) -> Computed:
    """Values where the mask is not zero, or has no value, replaced; the mask lies on the cube's own grid."""
    array, cover = data.one(), mask.one()
    space = [d for d in ("lat", "lon", "y", "x") if d in array.dims]
    for dim in space:
        alike = dim in cover.dims and cover.sizes[dim] == array.sizes[dim]
        if not alike or not np.allclose(cover[dim].values, array[dim].values, atol=1e-6):
            raise Refused(
                f"the mask lies on another grid along {dim!r}; resample_cube_spatial brings it onto the cube's"
            )
    keep = ((cover == 0) & cover.notnull()).reset_coords(drop=True)
    keep = keep.squeeze(
        [d for d in keep.dims if d not in array.dims or (keep.sizes[d] == 1 and d not in space)], drop=True
    )
    keep = keep.assign_coords({dim: array[dim] for dim in space})
    other = np.nan if replacement is None else replacement
    masked = array.where(keep, other).transpose(*array.dims).assign_attrs(array.attrs)
    return Computed(outputs={"cube": data.mapped(lambda _: masked)})


DESCRIPTION = Description(
    id="mask",
    title="Mask by another cube",
    title_fr="Masquer selon un autre cube",
    description="Replaces the values of a cube where the mask is not zero; without a replacement they are missing.",
    description_fr="Remplace les valeurs d'un cube là où le masque n'est pas nul ; sans remplacement elles manquent.",
    inputs={
        "data": Input(type=CubeInput, title="Cube or image", title_fr="Cube ou image"),
        "mask": Input(type=CubeInput, title="Mask", title_fr="Masque"),
        "replacement": Input(type=float, title="Replacement", title_fr="Remplacement", default=None),
    },
    outputs={"cube": Output(kind="cube", title="The masked cube", title_fr="Le cube masqué")},
    run=mask,
    keywords=("openEO",),
)
