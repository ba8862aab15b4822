"""zonal_statistics: statistics of the cells of each zone, cells on a border counting in part (exactextract)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from connectors.compute import cutting, images, statistics
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput, PlacesInput
from connectors.compute.regions import Region
from connectors.errors import Refused
from connectors.items import Table

if TYPE_CHECKING:
    import xarray as xr

Statistic = Literal[
    "mean", "median", "min", "max", "sum", "count", "stdev", "variance", "majority", "minority", "variety"
]
DEFAULT: tuple[Statistic, ...] = ("mean", "min", "max", "count")


def zonal_statistics(data: Field, *, zones: tuple[Region, ...], reducers: tuple[Statistic, ...] = DEFAULT) -> Computed:
    """One row a zone and layer (run, step or band); in degrees the cells are weighted by their area."""
    layers = [layer for part in data.parts for layer in _layers(part)]
    if not layers:
        raise Refused(f"{data.id!r} has no layers")
    rows: list[tuple[Any, ...]] = []
    for name, layer in layers:
        found = _extract(layer, zones, reducers)
        for zone, values in zip(zones, found, strict=True):
            rows.append((zone.name or zone.kind, name, *values))
    columns = ("zone", "layer", *(f"{r} [{data.units}]" if r not in ("count", "variety") else r for r in reducers))
    return Computed(outputs={"table": Table(columns=columns, rows=tuple(rows), title="Zonal statistics")})


def _layers(part: xr.DataArray) -> list[tuple[str, xr.DataArray]]:
    """Each two-dimensional layer, north first, with its name."""
    space = ("y", "x") if "y" in part.dims else ("lat", "lon")
    if space[0] not in part.dims:
        raise Refused("the data are means over a place; there are no cells to take statistics of")
    others = [d for d in part.dims if d not in space]
    north_first = part.sortby(space[0], ascending=False)
    stacked = north_first.stack(layer=others) if others else north_first.expand_dims("layer")
    if stacked.sizes["layer"] > MOST_LAYERS:
        raise Refused(f"{stacked.sizes['layer']} layers are too many; reduce time first (aggregate_temporal)")
    return [
        (_label(part, others, stacked, i), stacked.isel(layer=i).transpose(*space))
        for i in range(stacked.sizes["layer"])
    ]


MOST_LAYERS = 500


def _label(part: xr.DataArray, others: list[Any], stacked: xr.DataArray, index: int) -> str:
    """What tells a layer from the others: band, source, step."""
    where = np.unravel_index(index, [part.sizes[d] for d in others]) if others else ()
    words = []
    for dim, i in zip(others, where, strict=True):
        if dim == "realization":
            words.append(str(part.source_id.values[i]) if "source_id" in part.coords else str(i))
        else:
            words.append(str(part[dim].values[i])[:10] if dim in part.coords else str(i))
    return " ".join(word for word in words if word) or str(part.name)


def _extract(layer: xr.DataArray, zones: tuple[Region, ...], reducers: tuple[Statistic, ...]) -> list[tuple[Any, ...]]:
    import exactextract
    import shapely
    from exactextract.feature import JSONFeatureSource
    from exactextract.raster import NumPyRasterSource

    values = np.ascontiguousarray(np.asarray(layer.values, float))
    west, south, east, north = _bounds(layer)
    raster = NumPyRasterSource(values, xmin=west, ymin=south, xmax=east, ymax=north, nodata=np.nan)
    outlines = [cutting.projected(layer, zone.geometry) if "y" in layer.dims else zone.geometry for zone in zones]
    features = [
        {"type": "Feature", "properties": {"id": str(i)}, "geometry": shapely.geometry.mapping(outline)}
        for i, outline in enumerate(outlines)
    ]
    weights, ops = None, [str(r) for r in reducers]
    if "lat" in layer.dims:
        area = np.cos(np.radians(layer["lat"].values))[:, None] * np.ones((1, values.shape[1]))
        weights = NumPyRasterSource(np.ascontiguousarray(area), xmin=west, ymin=south, xmax=east, ymax=north)
        weighted = {
            "mean": "weighted_mean",
            "sum": "weighted_sum",
            "stdev": "weighted_stdev",
            "variance": "weighted_variance",
        }
        ops = [weighted.get(r, r) for r in reducers]
    found = exactextract.exact_extract(raster, JSONFeatureSource(features), ops, weights=weights)
    return [tuple(_number(row["properties"][op]) for op in ops) for row in found]


def _bounds(layer: xr.DataArray) -> tuple[float, float, float, float]:
    if "y" in layer.dims:
        return images.bounds(layer)
    lat, lon = layer["lat"].values, layer["lon"].values
    steps = [np.diff(axis) for axis in (lat, lon)]
    if any(len(step) and not np.allclose(step, step[0], rtol=1e-3) for step in steps):
        raise Refused("zonal statistics need evenly spaced cells; resample_spatial makes them so")
    half = [abs(float(step[0])) / 2 if len(step) else 0.5 for step in steps]
    return (
        float(lon.min()) - half[1],
        float(lat.min()) - half[0],
        float(lon.max()) + half[1],
        float(lat.max()) + half[0],
    )


def _number(value: Any) -> float | None:
    return None if value is None else statistics.number(float(value))


DESCRIPTION = Description(
    id="zonal_statistics",
    title="Zonal statistics",
    title_fr="Statistiques zonales",
    description="Statistics of each zone for every layer of a cube or image; cells on a border count with their share inside.",
    description_fr="Statistiques de chaque zone pour chaque couche ; les mailles du bord comptent pour leur part intérieure.",
    inputs={
        "data": Input(type=CubeInput, title="Cube or image", title_fr="Cube ou image"),
        "zones": Input(type=PlacesInput, title="Zones", title_fr="Zones"),
        "reducers": Input(type=tuple[Statistic, ...], title="Statistics", title_fr="Statistiques", default=DEFAULT),
    },
    outputs={"table": Output(kind="table", title="A row a zone and layer", title_fr="Une ligne par zone et couche")},
    run=zonal_statistics,
    keywords=("zones",),
)
