"""Regridding: cubes onto other latitude–longitude cells by xarray-regrid, images onto other pixels by GDAL's warper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from connectors.compute import grid, images
from connectors.errors import Refused

if TYPE_CHECKING:
    import xarray as xr

Method = Literal["nearest", "bilinear", "conservative", "average", "cubic", "mode"]
Numbers = np.ndarray[Any, np.dtype[np.float64]]
_EDGES = ("lat_south", "lat_north", "lon_west", "lon_east")
MOST_CELLS = 50_000_000


def cells(array: xr.DataArray, *, lat: Numbers, lon: Numbers, method: Method) -> xr.DataArray:
    """A cube on other cells; outside its own extent it has no value. Areas are kept by `conservative`."""
    import xarray as xr
    import xarray_regrid  # noqa: F401  (registers the accessor)

    if len(lat) * len(lon) > MOST_CELLS:
        raise Refused(f"{len(lat)}×{len(lon)} cells are too many; ask for a coarser grid or a smaller place")
    plain = seamless(array)
    lon = np.sort(numbered(lon, plain))
    target = xr.Dataset(coords={"lat": lat, "lon": lon})
    match method:
        case "nearest" | "mode":
            found = plain.sel(lat=lat, lon=lon, method="nearest").assign_coords(lat=lat, lon=lon)
        case "bilinear" | "cubic":
            found = plain.regrid.linear(target) if method == "bilinear" else plain.regrid.cubic(target)
        case "conservative" | "average":
            found = plain.regrid.conservative(target, latitude_coord="lat")
    found = found.transpose(*array.dims).rename(array.name).assign_attrs(array.attrs)
    return grid.with_cells(_within(found, array))


def seamless(array: xr.DataArray) -> xr.DataArray:
    """A cube without its cells' edges, and without one at the antimeridian.

    A global one gets a column more on either side, one that lies across has its columns in a run past 180°.
    """
    box = grid.extent(array)
    plain = array.drop_vars([name for name in _EDGES if name in array.coords])
    if not box.crosses_antimeridian:
        return _padded(plain)
    lon = plain["lon"].values
    return plain.assign_coords(lon=np.where(lon < box.west, lon + 360, lon)).sortby("lon")


def numbered(lon: Numbers, run: xr.DataArray) -> Numbers:
    """Longitudes as a seamless cube counts them."""
    middle = (float(run["lon"][0]) + float(run["lon"][-1])) / 2
    return np.asarray(lon + 360 * np.round((middle - lon) / 360), float)


def _padded(array: xr.DataArray) -> xr.DataArray:
    import xarray as xr

    lon = array["lon"].values
    step = float(np.median(np.diff(lon))) if len(lon) > 1 else 360.0
    if len(lon) < 2 or lon[-1] - lon[0] + step < 359.9:
        return array
    west, east = array.isel(lon=[-1]), array.isel(lon=[0])
    pieces = [west.assign_coords(lon=west["lon"] - 360), array, east.assign_coords(lon=east["lon"] + 360)]
    return xr.concat(pieces, dim="lon", coords="minimal", compat="override", combine_attrs="override")


def _within(found: xr.DataArray, array: xr.DataArray) -> xr.DataArray:
    """Only the cells whose centre the source's own cells cover."""
    box = grid.extent(array)
    rows = (found["lat"] >= box.south - 1e-9) & (found["lat"] <= box.north + 1e-9)
    if box.width >= 359.9:
        return found.where(rows)
    columns = (found["lon"] - box.west + 1e-9) % 360 <= box.width + 2e-9
    return found.where(rows & columns).transpose(*found.dims)


def centres(low: float, high: float, step: float) -> Numbers:
    """The middles of whole cells of this width between two edges."""
    count = max(1, round((high - low) / step))
    return np.asarray(low + step * (np.arange(count) + 0.5), float)


def warped(array: xr.DataArray, *, crs: str, transform: Any, shape: tuple[int, int], method: Method) -> xr.DataArray:
    """An image on other pixels, in another reference system where asked; masks by their nearest pixel."""
    import xarray as xr
    from rasterio.enums import Resampling
    from rasterio.warp import reproject

    if shape[0] * shape[1] > MOST_CELLS:
        raise Refused(f"{shape[1]}×{shape[0]} pixels are too many; ask for coarser ones")
    ways = {"conservative": "average"} | {m: m for m in ("nearest", "bilinear", "average", "cubic", "mode")}
    layers = array if "bands" in array.dims else array.expand_dims("bands")
    names = [str(v) for v in layers["bands"].values] if "bands" in array.dims else [""]
    out = np.full((len(names), *shape), np.nan, np.float32)
    for number, name in enumerate(names):
        way = Resampling.nearest if name in images.MASKS else Resampling[ways[method]]
        reproject(
            np.ascontiguousarray(layers.isel(bands=number).values, np.float32), out[number], src_nodata=np.nan, dst_nodata=np.nan,
            src_transform=images.transform(array), src_crs=str(array.attrs["crs"]), dst_transform=transform, dst_crs=crs, resampling=way,
        )  # fmt: skip
    coords: dict[str, Any] = {
        "x": transform.c + transform.a * (np.arange(shape[1]) + 0.5),
        "y": transform.f + transform.e * (np.arange(shape[0]) + 0.5),
    }
    if "bands" in array.dims:
        coords["bands"] = array["bands"].values
    attrs = array.attrs | {"crs": crs, "pixel": abs(transform.a)}
    made = xr.DataArray(out, dims=("bands", "y", "x"), coords=coords, attrs=attrs, name=array.name)
    return made if "bands" in array.dims else made.isel(bands=0, drop=True)


def onto_image(array: xr.DataArray, target: xr.DataArray, *, method: Method) -> xr.DataArray:
    """An image on the pixels of another."""
    return warped(
        array, crs=str(target.attrs["crs"]), transform=images.transform(target),
        shape=(target.sizes["y"], target.sizes["x"]), method=method,
    )  # fmt: skip


def alike(first: xr.DataArray, second: xr.DataArray) -> bool:
    """Whether two images lie on the same pixels."""
    same = first.sizes["y"] == second.sizes["y"] and first.sizes["x"] == second.sizes["x"]
    return (
        same
        and str(first.attrs.get("crs")) == str(second.attrs.get("crs"))
        and all(np.allclose(first[d].values, second[d].values, atol=1e-6) for d in ("y", "x"))
    )
