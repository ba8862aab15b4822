"""aggregate_spatial: one value for a place, each cell counting with its area inside the place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from connectors.compute import regions
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, PlaceInput
from connectors.compute.regions import Region, Weights
from connectors.errors import Refused
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr

Reducer = Literal["mean", "max", "min"]
_CELLS = ("lat_south", "lat_north", "lon_west", "lon_east")


def aggregate_spatial(data: Field, *, place: Region, reducer: Reducer = "mean") -> Computed:
    """The mean over polygon or box by area, the nearest cell for points; global means pass for the globe alone."""
    if all("lat" not in part.dims for part in data.parts):
        if not place.is_globe and data.properties.get("place") != place.name:
            raise Refused(f"the data are global means; they say nothing of {place.name or place.kind!r}")
        return Computed(outputs={"cube": data})
    weights = [regions.weigh(part, place) if "lat" in part.dims else None for part in data.parts]
    pairs = zip(data.parts, weights, strict=True)
    parts = tuple(part if w is None else reduced(part, w, reducer=reducer) for part, w in pairs)
    known = [w for w in weights if w is not None]
    properties = {
        "place": place.name,
        "cell_km": round(sorted(w.cell_km for w in known)[len(known) // 2], 1),
        "place_km": known[0].place_km,
        "spatial_coverage": min(w.coverage for w in known),
    }
    cube = Field(
        parts=parts,
        id=f"{data.id}.{place.name or place.kind}",
        properties=data.properties,
        derived_from=data.derived_from,
    )
    return Computed(outputs={"cube": cube.noted(**properties)}, caveats=_worst(known))


def reduced(part: xr.DataArray, weights: Weights, *, reducer: Reducer) -> xr.DataArray:
    """Reduce latitude and longitude; cells without a value do not count, a step without any has none."""
    rows = np.nonzero(weights.km2.values.any(axis=1))[0]
    columns = np.nonzero(weights.km2.values.any(axis=0))[0]
    part, km2 = part.isel(lat=rows, lon=columns), weights.km2.isel(lat=rows, lon=columns).drop_vars(_CELLS)
    name, attributes = part.name, dict(part.attrs)
    part = part.drop_vars(_CELLS)
    if reducer == "mean":
        valid = part.notnull()
        total = (km2 * valid).sum(("lat", "lon"))
        part = (part.fillna(0.0) * km2).sum(("lat", "lon")) / total.where(total > 0)
    else:
        inside = part.where(km2 > 0)
        part = inside.max(("lat", "lon")) if reducer == "max" else inside.min(("lat", "lon"))
    methods = str(attributes.get("cell_methods", ""))
    wanted = {"max": "maximum", "min": "minimum"}.get(reducer, reducer)
    return part.rename(name).assign_attrs(attributes | {"cell_methods": f"{methods} area: {wanted}".strip()})


def _worst(weights: list[Weights]) -> tuple[Caveat, ...]:
    """One caveat of a kind: that of the coarsest grid or the least covered place."""
    found: dict[str, Caveat] = {}
    for weight in weights:
        for caveat in weight.caveats:
            held = found.get(caveat.code)
            if held is None or _severity(caveat) > _severity(held):
                found[caveat.code] = caveat
    return tuple(found[code] for code in sorted(found))


def _severity(caveat: Caveat) -> float:
    return float(caveat.parameters.get("cell_km", 0.0)) - float(caveat.parameters.get("fraction", 0.0))


DESCRIPTION = Description(
    id="aggregate_spatial",
    title="Aggregate over a place",
    title_fr="Agréger sur un lieu",
    description=(
        "Averages over a polygon or box, cells on the border counting with the share of their area inside; takes the nearest "
        "cell for a city, a point or a place smaller than a cell; refuses a place that the data do not cover."
    ),
    description_fr=(
        "Moyenne sur un polygone ou une boîte, les mailles du bord comptant pour leur part intérieure ; maille la plus proche "
        "pour une ville, un point ou un lieu plus petit qu'une maille ; refuse un lieu hors des données."
    ),
    inputs={
        "data": Input(type=CubeInput, title="Cube", title_fr="Cube"),
        "place": Input(type=PlaceInput, title="Place", title_fr="Lieu"),
        "reducer": Input(type=Reducer, title="Reducer", title_fr="Réducteur", default="mean"),
    },
    outputs={"cube": Output(kind="cube", title="Values for the place", title_fr="Valeurs pour le lieu")},
    run=aggregate_spatial,
    keywords=("openEO",),
)
