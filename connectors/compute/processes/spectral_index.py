"""spectral_index: an index of spyndex's catalogue for every pixel, and its mean over the clear ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectors.compute import cutting, geographic, images, spectral, statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, PlaceInput
from connectors.compute.regions import Region
from connectors.errors import Refused
from connectors.items import Caveat, Value

if TYPE_CHECKING:
    import xarray as xr


def spectral_index(data: Field, *, index: str, place: Region | None = None) -> Computed:
    """The index as an image without masked pixels, and its mean; raises Refused where bands are missing or none is clear."""
    array = images.of(data)
    values = spectral.index(array, index)
    seen = spectral.clear(array)
    caveats: tuple[Caveat, ...] = ()
    if seen is not None:
        values = values.where(seen)
        left = round(1.0 - float(seen.mean()), 4)
        caveats = (Caveat(code="clouds_left_out", parameters={"fraction": left}),) if left else ()
    if data.properties.get("processing:level") == "L1C":
        caveats += (Caveat(code="top_of_atmosphere"),)
    if place is not None and not place.is_globe:
        values = values.where(cutting.inside(values, place))
    if not bool(values.notnull().any()):
        raise Refused(f"{data.id!r} has no clear pixel of {index!r} here")
    values = values.assign_attrs(spectral.kept(array) | values.attrs)
    values = values.transpose("y", "x")
    cube = data.mapped(lambda _: values, spectral_index=index, variable_id=None)
    grid = geographic.cells(values, title=index)
    return Computed(outputs={"cube": cube, "value": _mean(values, index), "grid": grid}, caveats=caveats)


def _mean(values: xr.DataArray, index: str) -> Value:
    """The mean over pixels, and the 5–95 % of them."""
    import numpy as np

    held = values.values[np.isfinite(values.values)]
    seen_km2 = statistics.number(float(np.asarray(images.pixel_km2(values).values)[np.isfinite(values.values)].sum()))
    low, middle, high = (float(v) for v in np.quantile(held, (0.05, 0.5, 0.95)))
    details = {
        "median": statistics.number(middle), "smallest": statistics.number(float(held.min())),
        "largest": statistics.number(float(held.max())), "pixels": int(held.size), "spectral_index": index, "seen_km2": seen_km2,
        "coverage": round(held.size / values.size, 4), "cell_km": images.kilometres(values),
    }  # fmt: skip
    return Value(
        value=float(held.mean()), units="1", low=low, high=high, range_meaning="5–95 % of pixels", n=1, details=details
    )


DESCRIPTION = Description(
    id="spectral_index",
    title="Spectral index",
    title_fr="Indice spectral",
    description="An index of the Awesome Spectral Indices catalogue (NDVI, NDWI, NBR…) by pixel, cloud left out where it is known.",
    description_fr="Un indice du catalogue Awesome Spectral Indices (NDVI, NDWI, NBR…) par pixel, nuages écartés s'ils sont connus.",
    inputs={
        "data": Input(type=CubeInput, title="Image", title_fr="Image"),
        "index": Input(type=str, title="Index", title_fr="Indice"),
        "place": Input(type=PlaceInput, title="Place", title_fr="Lieu", default=None),
    },
    outputs={
        "cube": Output(kind="cube", title="The index", title_fr="L'indice"),
        "value": Output(kind="value", title="Its mean", title_fr="Sa moyenne"),
        "grid": Output(kind="table", title="The index on a small grid", title_fr="L'indice sur une petite grille"),
    },
    run=spectral_index,
    keywords=("imagery",),
)
