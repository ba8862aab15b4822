"""An image's values on a small grid of latitudes and longitudes, for those who draw without arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import images
from connectors.items import Table

if TYPE_CHECKING:
    import xarray as xr

MOST_CELLS = 60  # a side


def cells(image: xr.DataArray, *, title: str = "") -> Table:
    """Rows of latitude, longitude and mean value (None where there is none) of an image (y, x), at most 60 by 60."""
    from rasterio.warp import Resampling, reproject, transform_bounds

    crs = str(image.attrs.get("crs") or "EPSG:4326")
    west, south, east, north = transform_bounds(crs, "EPSG:4326", *images.bounds(image))
    rows, columns = (min(MOST_CELLS, image.sizes[name]) for name in ("y", "x"))
    lat_step, lon_step = (north - south) / rows, (east - west) / columns
    values = np.full((rows, columns), np.nan, "float32")
    from rasterio.transform import from_bounds

    reproject(
        np.asarray(image.values, "float32"), values, src_transform=images.transform(image), src_crs=crs,
        dst_transform=from_bounds(west, south, east, north, columns, rows), dst_crs="EPSG:4326",
        src_nodata=np.nan, dst_nodata=np.nan, resampling=Resampling.average,
    )  # fmt: skip
    table = tuple(
        (round(north - (r + 0.5) * lat_step, 6), round(west + (c + 0.5) * lon_step, 6), _plain(float(values[r, c])))
        for r, c in np.ndindex(values.shape)
    )
    return Table(columns=("lat", "lon", "value"), rows=table, title=title)


def _plain(value: float) -> float | None:
    return round(value, 4) if np.isfinite(value) else None
