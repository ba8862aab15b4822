"""WMTS 1.0.0: capabilities read with OWSLib, and the one tile that best shows a window of a layer."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from connectors.eo.footprint import stated_box
from connectors.eo.map_layer import MapLayer, Matrix, Window
from connectors.eo.wms import image_format

_PIXEL_M = 0.00028  # the standardised rendering pixel (OGC 07-057r7, 6.1)
_METRES_A_DEGREE = 111319.49079327358
_GRIDS = ("EPSG:4326", "EPSG::4326", "CRS84")


def read_layers(body: bytes) -> tuple[MapLayer, ...]:
    """The layers, with their tile matrices in degrees and where their tiles are had from."""
    from owslib.wmts import WebMapTileService

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        service = WebMapTileService("https://capabilities.invalid/", xml=body)
    grids = {name: tuple(_matrices(known)) for name, known in service.tilematrixsets.items()}
    return tuple(_layer(known, grids=grids) for known in service.contents.values())


def get_tile(layer: MapLayer, window: Window, *, base: str) -> str:
    """The address of the finest tile that holds the whole window; empty where the layer has no tiles in degrees."""
    found = next((t for m in sorted(layer.matrices, key=lambda m: m.span) if (t := _tile(m, window.box))), None)
    if found is None:
        return ""
    matrix, row, column = found
    style = layer.styles[0] if layer.styles else "default"
    dimensions = {str(layer.more.get("wmts:time") or "Time"): window.time} if window.time else {}
    values = {"style": style, "tilematrixset": matrix.set, "tilematrix": matrix.id, "tilerow": row, "tilecol": column}
    if template := str(layer.more.get("wmts:template") or ""):
        return _filled(template, {**values, "layer": layer.name, **dimensions})
    parameters = {
        "service": "WMTS",
        "request": "GetTile",
        "version": "1.0.0",
        "layer": layer.name,
        **values,
        "format": image_format(layer),
        **dimensions,
    }
    return f"{base}{'&' if '?' in base else '?'}{urlencode(parameters, safe=',:/')}"


def _layer(known: Any, *, grids: Mapping[str, tuple[Matrix, ...]]) -> MapLayer:
    matrices = next((grids[name] for name in known.tilematrixsetlinks if grids.get(name)), ())
    time_name = next((name for name in known.dimensions if name.lower() == "time"), "")
    times = known.dimensions[time_name].get("values", ()) if time_name else ()
    tiles = [r for r in known.resourceURLs if r.get("resourceType") == "tile"]
    return MapLayer(
        name=known.id,
        title=known.title or "",
        abstract=known.abstract or "",
        keywords=tuple(k for k in known.keywords if k),
        bbox=stated_box(getattr(known, "boundingBoxWGS84", None)),
        times=tuple(value for value in times if value),
        styles=tuple(sorted(known.styles, key=lambda s: not known.styles[s].get("isDefault"))),
        formats=tuple(f for f in known.formats if f),
        legend=next((s["legend"] for s in known.styles.values() if s.get("legend")), ""),
        matrices=matrices,
        more={"wmts:template": tiles[0]["template"] if tiles else "", "wmts:time": time_name},
    )


def _matrices(known: Any) -> Iterator[Matrix]:
    crs = str(known.crs or "")
    if not crs.endswith(_GRIDS):
        return
    for name, level in known.tilematrix.items():
        yield Matrix(
            set=known.identifier,
            id=name,
            span=level.scaledenominator * _PIXEL_M / _METRES_A_DEGREE * level.tilewidth,
            corner=_corner(*level.topleftcorner, is_yx=not crs.endswith("CRS84")),
            columns=level.matrixwidth,
            rows=level.matrixheight,
        )


def _corner(first: float, second: float, *, is_yx: bool) -> tuple[float, float]:
    """Longitude and latitude: EPSG:4326 has latitude first, whatever cannot be one tells of servers that have not."""
    if abs(first) > 90 or (abs(second) <= 90 and not is_yx):
        return first, second
    return second, first


def _tile(matrix: Matrix, box: tuple[float, float, float, float]) -> tuple[Matrix, str, str] | None:
    """The matrix, row and column of the tile that holds the box; None where it straddles tiles, but for the coarsest."""
    west, south, east, north = box
    tiny = matrix.span * 1e-9
    columns = [int((x - matrix.corner[0]) // matrix.span) for x in (west + tiny, east - tiny)]
    rows = [int((matrix.corner[1] - y) // matrix.span) for y in (north - tiny, south + tiny)]
    whole = columns[0] == columns[1] and rows[0] == rows[1]
    inside = 0 <= columns[0] < matrix.columns and 0 <= rows[0] < matrix.rows
    return (matrix, str(rows[0]), str(columns[0])) if whole and inside else None


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its `{Names}`, whatever their case, replaced."""
    filled = template
    for name, value in values.items():
        start = filled.lower().find("{" + name.lower() + "}")
        if start >= 0:
            filled = filled[:start] + value + filled[start + len(name) + 2 :]
    return filled if "{" not in filled else ""
