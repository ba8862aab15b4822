"""The world maps of the holdings as STAC items: MODIS land cover and OSTIA sea surface temperature."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from connectors.embedded.rasters import (
    CLASSIFICATION,
    FILE,
    PROJECTION,
    RASTER,
    Unusable,
    asset,
    item,
    read_grid,
    rectangle,
)
from connectors.eo.product_id import read_name
from connectors.items import JSON

_IGBP = (
    "water_bodies", "evergreen_needleleaf_forest", "evergreen_broadleaf_forest", "deciduous_needleleaf_forest",
    "deciduous_broadleaf_forest", "mixed_forest", "closed_shrubland", "open_shrubland", "woody_savanna", "savanna",
    "grassland", "permanent_wetland", "cropland", "urban_and_built_up", "cropland_natural_vegetation_mosaic",
    "snow_and_ice", "barren",
)  # fmt: skip


def land_cover_items(holdings_dir: Path, report: Callable[[Unusable], None]) -> Iterator[JSON]:
    """The MCD12C1 map of 2019 in IGBP classes."""
    for path in sorted((holdings_dir / "mcd12c1").glob("*/MCD12C1.*.tif")):
        known, grid = read_name(path.stem), read_grid(path, report, code="EPSG:4326")
        if known is None or grid is None:
            continue
        year = known.day[:4]
        entry = asset(holdings_dir, path, "image/tiff; application=geotiff", roles=["data"]) | {
            "title": "Majority_Land_Cover_Type_1 (IGBP)",
            "description": "The file names the ellipsoid Clarke 1866; its grid is that of the product, geographic WGS 84.",
            "raster:bands": [{"data_type": grid.data_type, "nodata": grid.nodata, "sampling": "area"}],
            "classification:classes": [{"value": v, "name": name} for v, name in enumerate(_IGBP)],
        }
        properties = {
            "datetime": None,
            "start_datetime": f"{year}-01-01T00:00:00Z",
            "end_datetime": f"{year}-12-31T23:59:59Z",
            "constellation": "modis",
            "instruments": ["modis"],
            "gsd": 5600,
            "title": f"MODIS land cover {year}, 0.05°, IGBP classes (MCD12C1 v006)",
            "sci:doi": "10.5067/MODIS/MCD12C1.006",
        }
        yield item(
            path.stem, "modis-12c1", grid, properties, {"data": entry}, (FILE, PROJECTION, RASTER, CLASSIFICATION)
        )


def sea_surface_items(holdings_dir: Path, report: Callable[[Unusable], None]) -> Iterator[JSON]:
    """The OSTIA monthly means of the Iris sample data."""
    path = holdings_dir / "iris/iris_sample_data/sample_data/ostia_monthly.nc"
    if not path.is_file():
        return
    import netCDF4

    try:
        with netCDF4.Dataset(path) as dataset:
            start, end = _month_bounds(dataset)
            latitudes = [float(v) for v in dataset["latitude"][:]]
            steps = len(dataset["time"])
    except (OSError, IndexError, KeyError, ValueError) as error:
        report(Unusable(path=str(path), reason=str(error)))
        return
    half = abs(latitudes[1] - latitudes[0]) / 2
    box = (-180.0, round(min(latitudes) - half, 4), 180.0, round(max(latitudes) + half, 4))
    entry = asset(holdings_dir, path, "application/x-netcdf", roles=["data"]) | {
        "title": f"surface_temperature, {steps} monthly means, kelvin"
    }
    yield {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": [FILE],
        "id": "ostia_monthly",
        "collection": "ghrsst",
        "geometry": rectangle(box),
        "bbox": list(box),
        "properties": {
            "datetime": None,
            "start_datetime": f"{start}T00:00:00Z",
            "end_datetime": f"{end}T23:59:59Z",
            "title": "OSTIA sea surface temperature, monthly means, 5° S to 5° N",
        },
        "assets": {"data": entry},
        "links": [],
    }


def _month_bounds(dataset: Any) -> tuple[str, str]:
    """First and last day covered, ISO, from the hours since 1970 of the time bounds."""
    first, last = (float(dataset["time_bnds"][i][j]) for i, j in ((0, 0), (-1, 1)))
    day = date(1970, 1, 1)
    return (day + timedelta(hours=first)).isoformat(), (day + timedelta(hours=last - 1)).isoformat()
