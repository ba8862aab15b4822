"""STAC items of raster files, read out of the files themselves: footprint, grid, sizes and checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from connectors.items import JSON

ROOT = "http://stac.embedded"

_EXTENSIONS = "https://stac-extensions.github.io"
EO = f"{_EXTENSIONS}/eo/v1.1.0/schema.json"
FILE = f"{_EXTENSIONS}/file/v2.1.0/schema.json"
GRID = f"{_EXTENSIONS}/grid/v1.1.0/schema.json"
PROJECTION = f"{_EXTENSIONS}/projection/v2.0.0/schema.json"
RASTER = f"{_EXTENSIONS}/raster/v1.1.0/schema.json"
SCIENTIFIC = f"{_EXTENSIONS}/scientific/v1.0.0/schema.json"
CLASSIFICATION = f"{_EXTENSIONS}/classification/v2.0.0/schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """A file of a holding that could not be described, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    code: str
    shape: tuple[int, int]
    transform: tuple[float, ...]
    data_type: str
    nodata: float | None
    footprint: JSON
    box: tuple[float, float, float, float]


def multihash(path: Path) -> str:
    """SHA-256 of a file as the file extension writes it: multihash, hexadecimal."""
    with path.open("rb") as stream:
        return "1220" + hashlib.file_digest(stream, "sha256").hexdigest()


def read_grid(path: Path, report: Callable[[Unusable], None], *, code: str = "") -> Grid | None:
    import rasterio
    from rasterio.warp import transform_geom

    try:
        with rasterio.open(path) as source:
            bounds = tuple(source.bounds)
            crs = code or f"EPSG:{source.crs.to_epsg()}"
            footprint = rectangle(bounds)
            if crs != "EPSG:4326":
                footprint = transform_geom(source.crs, "EPSG:4326", footprint, precision=7)
            xs, ys = zip(*footprint["coordinates"][0], strict=True)
            return Grid(
                code=crs,
                shape=source.shape,
                transform=tuple(source.transform)[:6],
                data_type=source.dtypes[0],
                nodata=source.nodata,
                footprint=footprint,
                box=(min(xs), min(ys), max(xs), max(ys)),
            )
    except (rasterio.errors.RasterioError, ValueError, AttributeError) as error:
        report(Unusable(path=str(path), reason=str(error)))
        return None


def item(
    name: str,
    collection: str,
    grid: Grid,
    properties: Mapping[str, JSON],
    assets: Mapping[str, JSON],
    extensions: Sequence[str],
) -> JSON:
    projection = {"proj:code": grid.code, "proj:shape": list(grid.shape), "proj:transform": list(grid.transform)}
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": sorted(extensions),
        "id": name,
        "collection": collection,
        "geometry": grid.footprint,
        "bbox": list(grid.box),
        "properties": {**properties, **projection},
        "assets": assets,
        "links": [],
    }


def asset(holdings_dir: Path, path: Path, media_type: str, *, roles: list[str]) -> dict[str, JSON]:
    return {
        "href": f"{ROOT}/data/{path.relative_to(holdings_dir).as_posix()}",
        "type": media_type,
        "roles": roles,
        "file:size": path.stat().st_size,
        "file:checksum": multihash(path),
    }


def rectangle(box: Sequence[float]) -> dict[str, JSON]:
    west, south, east, north = box
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}
