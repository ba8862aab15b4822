"""resample_spatial: a cube on coarser or finer cells, an image in another reference system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from connectors.compute import grid, images, regridding
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.compute.regridding import Method
from connectors.errors import Refused
from connectors.items import Caveat

if TYPE_CHECKING:
    import xarray as xr


def resample_spatial(
    data: Field, *, resolution: float = 0.0, projection: str | None = None, method: Method = "nearest"
) -> Computed:
    """The cube at a resolution in the units of its (or the given) reference system; 0 keeps what it has."""
    if resolution < 0 or not np.isfinite(resolution):
        raise Refused(f"a resolution is a positive number, got {resolution}")
    if all("y" in part.dims for part in data.parts):
        return Computed(outputs={"cube": data.mapped(lambda part: _image(part, resolution, projection, method))})
    if projection not in (None, "EPSG:4326", "OGC:CRS84"):
        raise Refused(f"latitude–longitude cubes stay in degrees; {projection!r} is for images")
    if resolution == 0:
        return Computed(outputs={"cube": data})
    cube = data.mapped(lambda part: _cells(part, resolution, method))
    caveat = Caveat(code="regridded", parameters={"grids": len(data.parts), "cell_km": grid.cell_km(cube.parts[0])})
    return Computed(outputs={"cube": cube}, caveats=(caveat,))


def _cells(part: xr.DataArray, resolution: float, method: Method) -> xr.DataArray:
    if "lat" not in part.dims:
        raise Refused("the data are means over a place; there are no cells to resample")
    box = grid.extent(part)
    west, east = (box.west, box.east if box.east > box.west else box.east + 360)
    lon = grid.wrap(regridding.centres(west, east, resolution))
    lat = regridding.centres(box.south, box.north, resolution)
    return regridding.cells(part, lat=lat, lon=np.sort(lon), method=method)


def _image(part: xr.DataArray, resolution: float, projection: str | None, method: Method) -> xr.DataArray:
    from pyproj.exceptions import CRSError
    from rasterio.crs import CRS
    from rasterio.errors import CRSError as NoCRS
    from rasterio.warp import calculate_default_transform

    size = (part.sizes["x"], part.sizes["y"])
    bounds = images.bounds(part)
    try:
        crs = CRS.from_user_input(projection or str(part.attrs["crs"]))
        affine, width, height = calculate_default_transform(
            CRS.from_user_input(str(part.attrs["crs"])), crs, *size, *bounds, resolution=resolution or None
        )
    except (CRSError, NoCRS) as error:
        raise Refused(f"there is no reference system {projection!r}; write EPSG:32633, for instance") from error
    return regridding.warped(part, crs=crs.to_wkt(), transform=affine, shape=(height, width), method=method)


DESCRIPTION = Description(
    id="resample_spatial",
    title="Resample in space",
    title_fr="Rééchantillonner dans l'espace",
    description=(
        "Brings a latitude–longitude cube to cells of another width (xarray-regrid; `conservative` keeps areas), or an image to "
        "other pixels or another reference system (GDAL)."
    ),
    description_fr="Amène un cube latitude–longitude à d'autres mailles, ou une image à d'autres pixels ou une autre projection.",
    inputs={
        "data": Input(type=CubeInput, title="Cube or image", title_fr="Cube ou image"),
        "resolution": Input(type=float, title="Resolution; 0: as it is", title_fr="Résolution", default=0.0),
        "projection": Input(type=str, title="Reference system", title_fr="Système de référence", default=None),
        "method": Input(type=Method, title="Method", title_fr="Méthode", default="nearest"),
    },
    outputs={"cube": Output(kind="cube", title="Resampled", title_fr="Rééchantillonné")},
    run=resample_spatial,
    keywords=("openEO",),
)
