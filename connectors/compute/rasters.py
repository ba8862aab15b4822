"""Rasters: a window of a GeoTIFF of classes, with the part of each cell that lies in a region."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute import grid
from connectors.compute.regions import Region
from connectors.errors import BadReply, ConnectorError, Refused, Unsupported
from connectors.sandbox.imagery import opened

if TYPE_CHECKING:
    import xarray as xr

MOST_CELLS = 20_000_000
Indices = np.ndarray[Any, np.dtype[np.int_]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """A file of classes on disk; `id` names its data set. One that is not trusted is read by a confined process."""

    path: Path
    id: str = ""
    is_trusted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The classes in a window (lat, lon; −1 where there is no data) and the square kilometres of each cell in the region."""

    classes: xr.DataArray
    km2: xr.DataArray

    @property
    def cell_km(self) -> float:
        return grid.cell_km(self.classes, weights=self.km2)


def read_window(raster: Raster, region: Region) -> Window:
    """Read what the region's box needs; raises Refused where the raster does not reach it, BadReply where it is damaged."""
    import rasterio

    try:
        with opened(raster.path, is_trusted=raster.is_trusted) as source:
            return _window(source, raster, region)
    except ConnectorError:
        raise
    except (rasterio.errors.RasterioError, OSError, ValueError) as error:
        raise BadReply(
            f"{raster.path.name!r} cannot be read as a raster ({error}); fetch it again", kind="bad_payload"
        ) from error


def _window(source: Any, raster: Raster, region: Region) -> Window:
    """Geographic coordinates are taken as WGS 84, whatever ellipsoid GDAL reads out of them."""
    from rasterio.windows import Window as Frame

    if source.crs is not None and not source.crs.is_geographic:
        crs = source.crs.to_string()
        raise Unsupported(f"{raster.path.name!r} is in {crs!r}; only latitude–longitude rasters can be read")
    if source.transform.b or source.transform.d:
        raise Unsupported(f"{raster.path.name!r} is rotated; only latitude–longitude rasters can be read")
    rows, columns = _frame(source, region)
    if not len(rows) or not len(columns):
        covered = tuple(source.bounds)
        raise Refused(f"{raster.path.name!r} does not reach {region.name or region.kind!r}; it covers {covered}")
    if (cells := len(rows) * len(columns)) > MOST_CELLS:
        place = region.name or region.kind
        raise Refused(f"{place!r} takes {cells} cells of {raster.path.name!r}; ask for a smaller place")
    frame = Frame(columns[0], rows[0], len(columns), len(rows))
    values = source.read(1, window=frame).astype("int32")
    if source.nodata is not None:
        values = np.where(values == int(source.nodata), -1, values)
    array = _cells(values, rows, columns, source.transform)
    return Window(classes=array, km2=grid.overlap(array, region.geometry))


def _frame(source: Any, region: Region) -> tuple[Indices, Indices]:
    """The rows and columns that the region's box needs."""
    west, dx, north, dy = source.transform.c, source.transform.a, source.transform.f, source.transform.e
    box = region.geometry.bounds
    columns = np.clip([np.floor((box[0] - west) / dx), np.ceil((box[2] - west) / dx)], 0, source.width).astype(int)
    rows = np.clip([np.floor((box[3] - north) / dy), np.ceil((box[1] - north) / dy)], 0, source.height).astype(int)
    return np.arange(*rows), np.arange(*columns)


def _cells(values: Any, rows: Indices, columns: Indices, transform: Any) -> xr.DataArray:
    """The values on their cells, centres and edges in degrees."""
    import xarray as xr

    west, dx, north, dy = transform.c, transform.a, transform.f, transform.e
    coords = {
        "lat": north + dy * (rows + 0.5),
        "lon": west + dx * (columns + 0.5),
        "lat_north": ("lat", north + dy * rows),
        "lat_south": ("lat", north + dy * (rows + 1)),
        "lon_west": ("lon", west + dx * columns),
        "lon_east": ("lon", west + dx * (columns + 1)),
    }
    return xr.DataArray(values, dims=("lat", "lon"), coords=coords)
