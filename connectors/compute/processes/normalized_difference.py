"""normalized_difference: (x − y) / (x + y) of two bands."""

from __future__ import annotations

from connectors.compute import images, spectral
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput


def normalized_difference(data: Field, *, x: str, y: str) -> Computed:
    """The normalised difference of two bands by pixel."""
    return contrasted(data, x, y, name="normalized_difference")


def contrasted(data: Field, x: str, y: str, *, name: str) -> Computed:
    """(x − y) / (x + y) under a name of its own; none where the bands add up to zero."""
    array = images.of(data)
    first, second = images.band(array, x), images.band(array, y)
    total = first + second
    values = ((first - second) / total.where(total != 0)).rename(name).transpose("y", "x")
    values = values.assign_attrs(spectral.kept(array) | {"units": "1"})
    return Computed(outputs={"cube": data.mapped(lambda _: values, variable_id=None)})


DESCRIPTION = Description(
    id="normalized_difference",
    title="Normalised difference of two bands",
    title_fr="Différence normalisée de deux bandes",
    description="(x − y) / (x + y) by pixel; x and y name bands.",
    description_fr="(x − y) / (x + y) par pixel ; x et y nomment des bandes.",
    inputs={
        "data": Input(type=CubeInput, title="Image", title_fr="Image"),
        "x": Input(type=str, title="First band", title_fr="Première bande"),
        "y": Input(type=str, title="Second band", title_fr="Seconde bande"),
    },
    outputs={"cube": Output(kind="cube", title="The difference", title_fr="La différence")},
    run=normalized_difference,
    keywords=("openEO", "imagery"),
)
