"""ndvi: the normalised difference vegetation index."""

from __future__ import annotations

from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.compute.processes.normalized_difference import contrasted


def ndvi(data: Field, *, nir: str = "nir", red: str = "red") -> Computed:
    """(nir − red) / (nir + red) by pixel."""
    return contrasted(data, nir, red, name="NDVI")


DESCRIPTION = Description(
    id="ndvi",
    title="Normalised difference vegetation index",
    title_fr="Indice de végétation par différence normalisée",
    description="(nir − red) / (nir + red) by pixel; the bands go by their common names.",
    description_fr="(nir − red) / (nir + red) par pixel ; les bandes portent leur nom commun.",
    inputs={
        "data": Input(type=CubeInput, title="Image", title_fr="Image"),
        "nir": Input(type=str, title="Near infrared", title_fr="Proche infrarouge", default="nir"),
        "red": Input(type=str, title="Red", title_fr="Rouge", default="red"),
    },
    outputs={"cube": Output(kind="cube", title="The index", title_fr="L'indice")},
    run=ndvi,
    keywords=("openEO", "imagery"),
)
