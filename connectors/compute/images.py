"""Images: the assets of one scene as a field of bands (bands, y, x) on its finest grid, named as STAC names them.

Common names and reflectance follow the STAC eo and raster extensions; masks (Fmask, SCL) are bands beside the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute.fields import Field
from connectors.errors import BadReply, Refused, Unsupported
from connectors.items import JSON, Cube
from connectors.sandbox.imagery import opened

if TYPE_CHECKING:
    import xarray as xr

SUFFIXES = (".jp2", ".tif", ".tiff")
MASKS = ("fmask", "scl", "qa_pixel")  # bands of classes, never resampled by averaging
MOST_VALUES = 200_000_000
_S2 = {
    "B01": "coastal", "B02": "blue", "B03": "green", "B04": "red", "B05": "rededge071", "B06": "rededge075",
    "B07": "rededge078", "B08": "nir", "B8A": "nir08", "B09": "nir09", "B10": "cirrus", "B11": "swir16", "B12": "swir22",
}  # fmt: skip
_LANDSAT = {"b1": "blue", "b2": "green", "b3": "red", "b4": "nir08", "b5": "swir16", "b7": "swir22"}  # TM and ETM+
_OTHERS = {"rededge": "rededge071", "rededge1": "rededge071", "rededge2": "rededge075", "rededge3": "rededge078"}
_S2_BAND = re.compile(r"(?:^|[_/-])(B(?:\d\d|8A))(?:[_.-]|$)")
_LANDSAT_BAND = re.compile(r"_(b\d)(?:\.|$)", re.IGNORECASE)
_QUANTIFICATION = 10_000.0  # digital numbers of 100 % reflectance in Sentinel-2 and LEDAPS products
_OFFSET, _OFFSET_SINCE = 1000.0, (4, 0)  # added by ESA's processing baselines from 04.00 on


def is_image(cube: Cube) -> bool:
    """Whether the cube's files are rasters and not NetCDF."""
    return bool(cube.hrefs) and all(href.lower().partition("?")[0].endswith(SUFFIXES) for href in cube.hrefs)


def read(cube: Cube, paths: Sequence[Path], *, is_trusted: bool = False) -> Field:
    """The bands of a scene; assets that are no rasters are left out. Raises BadReply, Unsupported, Refused."""
    import rasterio

    keys = [str(key) for key in cube.properties.get("assets") or ()] or [""] * len(paths)
    named: dict[str, Path] = {}
    for key, path in zip(keys, paths, strict=False):
        named.setdefault(band_name(key, path.name), path)
    try:
        array = _array(named, offset=_added(cube.properties), is_trusted=is_trusted)
    except (rasterio.errors.RasterioError, OSError, ValueError) as error:
        raise BadReply(
            f"{cube.id or paths[0].name!r} cannot be read as an image ({error})", kind="bad_payload"
        ) from error
    return Field(
        parts=(array,), id=cube.id or paths[0].stem, properties=dict(cube.properties),
        derived_from=cube.derived_from or tuple(path.name for path in paths),
    )  # fmt: skip


def band_name(key: str, file_name: str) -> str:
    """The common name of a band, by its asset key, else by its file's name; the key itself for other assets."""
    for text in (key, file_name):
        if (found := _S2_BAND.search(text)) is not None:
            return _S2[found[1]]
    if key.lower() in _LANDSAT:
        return _LANDSAT[key.lower()]
    if not key and (found := _LANDSAT_BAND.search(file_name)) is not None:
        return _LANDSAT.get(found[1].lower(), found[1].lower())
    name = key or Path(file_name).stem.rpartition("_")[2] or Path(file_name).stem
    return _OTHERS.get(name.lower(), name.lower())


def of(data: Field) -> xr.DataArray:
    """The image of a field; raises Refused where it is none."""
    array = data.one()
    if "y" not in array.dims or "x" not in array.dims:
        raise Refused(f"{data.id!r} is a cube of {', '.join(map(str, array.dims))}, not an image of bands, y and x")
    return array


def band(array: xr.DataArray, name: str) -> xr.DataArray:
    """One band by its common name; raises Refused naming those that there are."""
    held = [str(value) for value in array["bands"].values] if "bands" in array.dims else []
    other = {"nir": "nir08", "nir08": "nir"}.get(name, name)  # Landsat's only near infrared is STAC's nir08
    chosen = name if name in held else other
    if chosen not in held:
        raise Refused(f"the image has no band {name!r}; it has {', '.join(held) or 'one without a name'}")
    return array.sel(bands=chosen, drop=True)


def resolution(array: xr.DataArray) -> float:
    """Pixel width in the units of the image's reference system."""
    return abs(float(array["x"][1] - array["x"][0])) if array.sizes["x"] > 1 else float(array.attrs.get("pixel", 1.0))


def pixel_km2(array: xr.DataArray) -> xr.DataArray:
    """The area of each pixel, square kilometres, (y, x): on the sphere for degrees, in the plane for metres."""
    import xarray as xr

    step_x, step_y = (
        resolution(array),
        abs(float(array["y"][1] - array["y"][0])) if array.sizes["y"] > 1 else resolution(array),
    )
    if _is_geographic(array):
        from connectors.extents import EARTH_RADIUS_KM

        low, high = np.radians(array["y"].values - step_y / 2), np.radians(array["y"].values + step_y / 2)
        rows = (np.sin(high) - np.sin(low)) * np.radians(step_x) * EARTH_RADIUS_KM**2
    else:
        rows = np.full(array.sizes["y"], step_x * step_y / 1e6)
    area = np.broadcast_to(rows[:, None], (array.sizes["y"], array.sizes["x"]))
    return xr.DataArray(area, dims=("y", "x"), coords={"y": array["y"], "x": array["x"]})


def transform(array: xr.DataArray) -> Any:
    """The affine transform from pixels to coordinates."""
    from rasterio.transform import Affine

    step_x = resolution(array)
    step_y = abs(float(array["y"][1] - array["y"][0])) if array.sizes["y"] > 1 else step_x
    return Affine(step_x, 0.0, float(array["x"][0]) - step_x / 2, 0.0, -step_y, float(array["y"][0]) + step_y / 2)


def bounds(array: xr.DataArray) -> tuple[float, float, float, float]:
    """West, south, east, north of the pixels' edges, in the image's own coordinates."""
    affine = transform(array)
    west, north = float(affine.c), float(affine.f)
    return west, north + affine.e * array.sizes["y"], west + affine.a * array.sizes["x"], north


def kilometres(array: xr.DataArray) -> float:
    """Side of the square of a pixel's area, kilometres."""
    return round(float(np.sqrt(float(pixel_km2(array).mean()))), 4)


def _is_geographic(array: xr.DataArray) -> bool:
    from pyproj import CRS

    crs = str(array.attrs.get("crs", ""))
    return not crs or bool(CRS.from_user_input(crs).is_geographic)


def _array(named: Mapping[str, Path], *, offset: float, is_trusted: bool) -> xr.DataArray:
    """All bands on the finest grid among them."""
    import rasterio
    import xarray as xr

    with rasterio.Env():
        shapes = {name: _grid(path, is_trusted=is_trusted) for name, path in named.items()}
        finest = min((g for name, g in shapes.items() if name not in MASKS), key=lambda g: abs(g[0].a), default=None)
        finest = finest or next(iter(shapes.values()))
        affine, width, height, crs = finest
        if affine.b or affine.d:
            raise Unsupported("the image is rotated; resample it first")
        if width * height * len(named) > MOST_VALUES:
            raise Refused(
                f"the image has {width}×{height} pixels in {len(named)} bands; ask for fewer bands or a smaller place"
            )
        bands = [_on(path, name, finest, offset=offset, is_trusted=is_trusted) for name, path in named.items()]
    x = affine.c + affine.a * (np.arange(width) + 0.5)
    y = affine.f + affine.e * (np.arange(height) + 0.5)
    attrs = {"crs": crs, "units": "1", "frequency": "fx", "pixel": abs(affine.a)}
    coords = {"bands": np.array(list(named), object), "y": y, "x": x}
    return xr.DataArray(np.stack(bands), dims=("bands", "y", "x"), coords=coords, attrs=attrs, name="image")


def _grid(path: Path, *, is_trusted: bool) -> tuple[Any, int, int, str]:
    with opened(path, is_trusted=is_trusted) as source:
        return source.transform, source.width, source.height, source.crs.to_wkt() if source.crs else ""


def _on(
    path: Path, name: str, target: tuple[Any, int, int, str], *, offset: float, is_trusted: bool
) -> np.ndarray[Any, Any]:
    """One band on the target grid: reflectance with NaN where there is no data; classes as they are."""
    from rasterio.enums import Resampling
    from rasterio.windows import from_bounds

    affine, width, height, crs = target
    classes = name in MASKS
    with opened(path, is_trusted=is_trusted) as source:
        if (source.crs.to_wkt() if source.crs else "") != crs:
            raise Unsupported(f"{path.name!r} is in another reference system than the other bands")
        box = (affine.c, affine.f + affine.e * height, affine.c + affine.a * width, affine.f)
        window = from_bounds(*box, transform=source.transform)
        method = Resampling.nearest if classes or source.res[0] == abs(affine.a) else Resampling.bilinear
        beyond = any(abs(a - b) > source.res[0] for a, b in zip(box, source.bounds, strict=True))
        told = {"boundless": True, "fill_value": source.nodata or 0} if beyond else {}
        values = source.read(1, window=window, out_shape=(height, width), resampling=method, **told)
        nodata, kind = source.nodata, source.dtypes[0]
    missing = values == (nodata if nodata is not None else 0)
    if classes:
        return np.asarray(values, np.float32)
    numbers = values.astype(np.float32)
    if np.issubdtype(np.dtype(kind), np.integer) and np.dtype(kind).itemsize > 1:
        numbers = (numbers - offset) / np.float32(_QUANTIFICATION)
    elif np.issubdtype(np.dtype(kind), np.integer) and nodata is None:
        missing = np.zeros(values.shape, bool)  # zero is a class of its own in rasters of bytes
    return np.where(missing, np.float32(np.nan), numbers)


def _added(properties: Mapping[str, JSON]) -> float:
    """What ESA added to the digital numbers, unless already taken off."""
    stated = properties.get("s2:processing_baseline") or properties.get("processing:version")
    numbers = tuple(map(int, re.findall(r"\d+", str(stated or ""))[:2]))
    harmonised = bool(properties.get("earthsearch:boa_offset_applied"))
    return _OFFSET if len(numbers) == 2 and numbers >= _OFFSET_SINCE and not harmonised else 0.0
