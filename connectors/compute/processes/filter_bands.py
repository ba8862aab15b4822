"""filter_bands: some bands of an image."""

from __future__ import annotations

from connectors.compute import images
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput


def filter_bands(data: Field, *, bands: tuple[str, ...]) -> Computed:
    """The bands in the order asked, by common name; raises Refused naming those that there are."""
    import xarray as xr

    array = images.of(data)
    kept = xr.concat([images.band(array, name) for name in bands], dim="bands").assign_coords(bands=list(bands))
    kept = kept.transpose("bands", "y", "x").assign_attrs(array.attrs)
    return Computed(outputs={"cube": data.mapped(lambda _: kept, bands=list(bands))})


DESCRIPTION = Description(
    id="filter_bands",
    title="Keep some bands",
    title_fr="Garder certaines bandes",
    description="Keeps the bands of an image that are named, by the common names of STAC's eo extension, in that order.",
    description_fr="Garde les bandes nommées d'une image (noms communs de l'extension eo de STAC), dans cet ordre.",
    inputs={
        "data": Input(type=CubeInput, title="Image", title_fr="Image"),
        "bands": Input(type=tuple[str, ...], title="Bands", title_fr="Bandes"),
    },
    outputs={"cube": Output(kind="cube", title="The bands", title_fr="Les bandes")},
    run=filter_bands,
    keywords=("openEO",),
)
