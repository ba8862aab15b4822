"""Cutting: which cells or pixels of a cube lie in a region, and the region in an image's own coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import grid, images
from connectors.compute.regions import Region
from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr
    from shapely.geometry.base import BaseGeometry


def inside(array: xr.DataArray, region: Region) -> xr.DataArray:
    """Cells that the region touches (lat, lon), or pixels whose centre it holds (y, x); raises Refused where there are none."""
    if "y" in array.dims:
        found = _pixels(array, projected(array, region.geometry))
    elif "lat" in array.dims:
        found = grid.overlap(array, region.geometry) > 0
    else:
        raise Refused("the data are means over a place; there are no cells to choose from")
    if not bool(found.any()):
        raise Refused(f"the data do not reach {region.name or region.kind!r}; they cover {extent(array)}")
    return found


def projected(array: xr.DataArray, geometry: BaseGeometry) -> BaseGeometry:
    """A geometry in degrees, in the coordinates of an image."""
    import shapely
    from pyproj import Transformer

    crs = str(array.attrs.get("crs", ""))
    if not crs:
        return geometry
    transformer = Transformer.from_crs("OGC:CRS84", crs, always_xy=True)

    def move(points: np.ndarray) -> np.ndarray:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    return shapely.transform(geometry, move)


def extent(array: xr.DataArray) -> list[float]:
    """West, south, east, north of the data, in their own coordinates."""
    if "y" in array.dims:
        return [round(v, 4) for v in images.bounds(array)]
    return [round(v, 4) for v in grid.extent(array).to_list()]


def trimmed(array: xr.DataArray, found: xr.DataArray) -> xr.DataArray:
    """The array without rows and columns that hold nothing of what was found."""
    rows, columns = (str(dim) for dim in found.dims)
    kept = {rows: np.nonzero(found.any(columns).values)[0], columns: np.nonzero(found.any(rows).values)[0]}
    return array.isel(kept)


def _pixels(array: xr.DataArray, geometry: BaseGeometry) -> xr.DataArray:
    import xarray as xr
    from rasterio.features import geometry_mask

    shape = (array.sizes["y"], array.sizes["x"])
    mask = geometry_mask([geometry], out_shape=shape, transform=images.transform(array), invert=True)
    return xr.DataArray(mask, dims=("y", "x"), coords={"y": array["y"], "x": array["x"]})
