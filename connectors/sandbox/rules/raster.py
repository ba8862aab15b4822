"""Rasters: opened by the one driver that their first bytes call for, their claims held against their size."""

from __future__ import annotations

from pathlib import Path

from connectors.errors import BadReply
from connectors.sandbox.rules.signature import Kind
from connectors.sandbox.rules.sizes import check_array, check_piece

DRIVERS: dict[Kind, str] = {"tiff": "GTiff", "jp2": "JP2OpenJPEG"}


def examine(path: Path, kind: Kind) -> None:
    """Raise Refused for a bomb, BadReply for a raster that is damaged."""
    import numpy as np
    import rasterio

    try:
        with rasterio.open(path, driver=DRIVERS[kind]) as source:
            width = max(
                np.dtype(dtype).itemsize if "int" in dtype or "float" in dtype else 16 for dtype in source.dtypes
            )
            declared = source.width * source.height * source.count * width
            blocks = [rows * columns * width for rows, columns in source.block_shapes]
    except (rasterio.errors.RasterioError, OSError, ValueError, TypeError) as error:
        raise BadReply(
            f"{path.name!r} cannot be read as a raster ({error}); fetch it again", kind="bad_payload"
        ) from error
    check_array(path.name, "the raster", declared=declared, stored=path.stat().st_size)
    if kind == "tiff":  # the tiles of JPEG 2000 are unpacked in parts
        check_piece(path.name, "the raster", declared=max(blocks, default=0))
