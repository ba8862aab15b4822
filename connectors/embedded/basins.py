"""What river floods are computed from, as STAC items: a basin's daily record and a terrain model with its flow directions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from connectors.embedded.rasters import FILE, PROJECTION, RASTER, Unusable, asset, item, read_grid, rectangle
from connectors.items import JSON
from connectors.vocabulary.basins import BASINS

RECORDS, TERRAIN = "river-records", "merit-hydro"
_RECORD_FILES = {"fulda-grebenau": "fulda/spotpy/examples/cmf_data/fulda_climate.csv"}


def record_items(holdings_dir: Path, report: Callable[[Unusable], None]) -> Iterator[JSON]:
    """The record of each gauged basin that is here."""
    for basin in BASINS:
        path = holdings_dir / _RECORD_FILES[basin.id]
        if not path.is_file():
            continue
        entry = asset(holdings_dir, path, "text/csv", roles=["data"])
        entry["title"] = "Daily temperature (°C), precipitation (mm) and discharge (m³ s⁻¹)"
        yield {
            "type": "Feature",
            "stac_version": "1.1.0",
            "stac_extensions": [FILE],
            "id": basin.id,
            "collection": RECORDS,
            "geometry": rectangle(basin.bbox.to_list()),
            "bbox": basin.bbox.to_list(),
            "properties": {
                "datetime": None,
                "start_datetime": f"{basin.record[0]}T00:00:00Z",
                "end_datetime": f"{basin.record[1]}T23:59:59Z",
                "title": f"{basin.river} at {basin.gauge}, daily weather and discharge",
                "river": basin.river,
                "gauge": basin.gauge,
                "area_km2": basin.area_km2,
                "latitude": basin.latitude,
                "sci:citation": "Houska et al. 2015, SPOTPY, doi:10.1371/journal.pone.0145180 (data of its examples)",
                "sci:doi": "10.1371/journal.pone.0145180",
                "license": "MIT",
            },
            "assets": {"record": entry},
            "links": [],
        }


def terrain_items(holdings_dir: Path, report: Callable[[Unusable], None]) -> Iterator[JSON]:
    """The heights and flow directions of the Rhine basin."""
    folder = holdings_dir / "rhine/examples"
    heights, directions = folder / "rhine_elv0.tif", folder / "rhine_d8.tif"
    if not heights.is_file() or not directions.is_file():
        return
    grid = read_grid(heights, report, code="EPSG:4326")
    if grid is None:
        return
    tiff = "image/tiff; application=geotiff"
    assets = {
        "elevation": asset(holdings_dir, heights, tiff, roles=["data"]) | {"title": "Elevation, m"},
        "directions": asset(holdings_dir, directions, tiff, roles=["data"]) | {"title": "D8 flow directions"},
    }
    properties = {
        "datetime": "2019-01-01T00:00:00Z",
        "gsd": 927,
        "title": "Rhine basin, elevation and flow directions at 30 arc seconds (derived from MERIT Hydro)",
        "sci:citation": "Yamazaki et al. 2019, MERIT Hydro, as resampled in the examples of pyflwdir 0.5.12 (Eilander et al. 2021)",
        "sci:doi": "10.1029/2019WR024873",
        "license": "ODbL-1.0",
    }
    yield item("rhine-30s", TERRAIN, grid, properties, assets, (FILE, PROJECTION, RASTER))
