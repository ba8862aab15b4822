"""Result rasters: one band of values on a grid, written to GeoTIFF whole or not at all, and read back."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connectors.errors import DiskFull
from connectors.ml.bands import Grid

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NATIVE = "native_resolution_m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """Values of shape (height, width) on their grid."""

    values: NDArray[np.generic]
    grid: Grid

    def with_values(self, values: NDArray[np.generic]) -> Raster:
        return replace(self, values=values)


def write_raster(path: Path, raster: Raster, *, nodata: float, tags: Mapping[str, str]) -> None:
    """Write a deflated GeoTIFF under a name of its own first; raises DiskFull where there is no room."""
    import rasterio
    from rasterio.transform import Affine

    draft = path.with_name(f".{path.stem}.{os.getpid()}.tif")
    profile: dict[str, Any] = {
        "driver": "GTiff", "count": 1, "height": raster.grid.height, "width": raster.grid.width,
        "dtype": raster.values.dtype.name, "crs": raster.grid.crs, "transform": Affine(*raster.grid.transform),
        "nodata": nodata, "compress": "deflate",
    }  # fmt: skip
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with rasterio.open(draft, "w", **profile) as target:
            target.write(raster.values, 1)
            target.update_tags(**tags, **{_NATIVE: f"{raster.grid.native:g}"})
        draft.replace(path)
    except (OSError, rasterio.errors.RasterioError) as error:
        full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
        reason = "no room is left" if full else str(error)
        raise DiskFull(f"{path.name} cannot be written to {path.parent} ({reason}); make room there") from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def read_raster(path: Path) -> Raster | None:
    """A raster written before; None where it is not there or cannot be read."""
    if not path.is_file():
        return None
    import rasterio

    try:
        with rasterio.open(path) as source:
            grid = Grid(
                height=source.height,
                width=source.width,
                transform=tuple(source.transform)[:6],
                crs=source.crs.to_wkt() if source.crs else "",
                native=float(source.tags().get(_NATIVE, abs(source.transform.a))),
            )
            return Raster(values=source.read(1), grid=grid)
    except (rasterio.errors.RasterioError, ValueError):
        return None
