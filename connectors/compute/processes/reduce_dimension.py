"""reduce_dimension: one dimension of a cube reduced to a single value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr

Reducer = Literal["mean", "median", "min", "max", "sum", "sd", "variance", "count", "first", "last"]
_ALIASES = {"t": "time", "temporal": "time", "z": "plev", "bands": "bands", "latitude": "lat", "longitude": "lon"}


def reduce_dimension(data: Field, *, dimension: str, reducer: Reducer) -> Computed:
    """The cube without the dimension; missing values are left out. The sd and variance are a sample's (n − 1)."""
    name = _ALIASES.get(dimension, dimension)
    if name == "realization":
        raise Refused("runs are reduced by ensemble_statistics, where each model counts once")

    def reduced(part: xr.DataArray) -> xr.DataArray:
        if name not in part.dims:
            raise Refused(f"the cube has no dimension {dimension!r}; it has {', '.join(map(str, part.dims))}")
        value = _reduced(part, name, reducer)
        gone = [c for c in value.coords if str(c).startswith(f"{name}_")]
        attrs = {k: v for k, v in part.attrs.items() if not (k == "frequency" and name == "time")}
        if reducer == "count":
            attrs["units"] = "1"
        elif reducer == "variance":
            attrs["units"] = f"({attrs.get('units', '1')})2"
        return value.drop_vars(gone).rename(part.name).assign_attrs(attrs)

    return Computed(outputs={"cube": data.mapped(reduced)})


def _reduced(part: xr.DataArray, name: str, reducer: Reducer) -> xr.DataArray:
    match reducer:
        case "sd":
            return part.std(name, ddof=1)
        case "variance":
            return part.var(name, ddof=1)
        case "count":
            return part.notnull().sum(name).astype(float)
        case "first" | "last":
            return part.isel({name: 0 if reducer == "first" else -1}, drop=True)
        case "sum":
            return part.sum(name, min_count=1)
        case "mean":
            return part.mean(name)
        case "median":
            return part.chunk({name: -1}).median(name) if part.chunks else part.median(name)
        case "min":
            return part.min(name)
        case "max":
            return part.max(name)


DESCRIPTION = Description(
    id="reduce_dimension",
    title="Reduce a dimension",
    title_fr="Réduire une dimension",
    description="Reduces time, levels, bands, latitudes or longitudes to one value; plain, without weights by area or days.",
    description_fr="Réduit le temps, les niveaux, les bandes, latitudes ou longitudes à une valeur, sans pondération.",
    inputs={
        "data": Input(type=CubeInput, title="Cube or image", title_fr="Cube ou image"),
        "dimension": Input(type=str, title="Dimension", title_fr="Dimension"),
        "reducer": Input(type=Reducer, title="Reducer", title_fr="Réducteur"),
    },
    outputs={"cube": Output(kind="cube", title="Reduced", title_fr="Réduit")},
    run=reduce_dimension,
    keywords=("openEO",),
)
