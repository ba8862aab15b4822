"""WMS 1.1.1 and 1.3.0: capabilities read with OWSLib, and the GetMap request of a window of a layer."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from math import log, pi, tan
from typing import Any
from urllib.parse import urlencode

from connectors.eo.footprint import stated_box
from connectors.eo.map_layer import MapLayer, Window, pixels

_EARTH_RADIUS_M = 6378137.0
_FORMATS = ("image/png", "image/png8", "image/jpeg", "image/webp")
_MOST_LATITUDE = 85.0511  # of spherical Mercator


def read_layers(body: bytes, *, version: str) -> tuple[MapLayer, ...]:
    """The layers that can be asked for by name."""
    from owslib.wms import WebMapService

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        service = WebMapService("https://capabilities.invalid/", version=version, xml=body)
    operation = next((o for o in service.operations if o.name.rpartition("}")[2] == "GetMap"), None)
    formats = tuple(f for f in (operation.formatOptions if operation else ()) if f)
    return tuple(_layer(known, formats=formats) for known in service.contents.values())


def get_map(layer: MapLayer, window: Window, *, base: str, version: str, longest: int, is_xy: bool = False) -> str:
    """The address of an image; empty where the layer offers no CRS that is known here.

    Version 1.3.0 reads EPSG:4326 latitude first; CRS:84, always longitude first, is taken where it is offered. `is_xy`
    is for servers that have it wrong.
    """
    west, south, east, north = window.box
    offered = {crs.upper() for crs in layer.crs}
    modern = version.startswith("1.3")
    if "CRS:84" in offered and modern:
        crs, corners = "CRS:84", window.box
    elif "EPSG:4326" in offered or not offered:
        crs, corners = "EPSG:4326", (south, west, north, east) if modern and not is_xy else window.box
    elif mercator := next((c for c in ("EPSG:3857", "EPSG:900913") if c in offered), ""):
        crs, corners = mercator, (*_mercator(west, south), *_mercator(east, north))
    else:
        return ""
    width, height = layer.fixed_size or pixels(window.box, longest=longest)
    parameters = {
        "service": "WMS",
        "version": version,
        "request": "GetMap",
        "layers": layer.name,
        "styles": layer.styles[0] if layer.styles else "",
        "crs" if modern else "srs": crs,
        "bbox": ",".join(f"{v:.9g}" for v in corners),
        "width": str(width),
        "height": str(height),
        "format": image_format(layer),
        "transparent": "TRUE",
    } | ({"time": window.time} if window.time else {})
    return f"{base}{'&' if '?' in base else '?'}{urlencode(parameters, safe=',:/')}"


def image_format(layer: MapLayer) -> str:
    """The best of the formats offered."""
    return next((f for f in _FORMATS if f in layer.formats), layer.formats[0] if layer.formats else _FORMATS[0])


def _layer(known: Any, *, formats: tuple[str, ...]) -> MapLayer:
    legends: Iterator[str] = (s["legend"] for s in known.styles.values() if s.get("legend"))
    size = (known.fixedWidth, known.fixedHeight)
    return MapLayer(
        name=known.name,
        title=known.title or "",
        abstract=known.abstract or "",
        keywords=tuple(k for k in known.keywords or () if k),
        bbox=stated_box(known.boundingBoxWGS84),
        times=tuple(t.strip() for t in known.timepositions or () if t and t.strip()),
        crs=tuple(sorted(known.crsOptions or ())),
        styles=tuple(known.styles),
        formats=formats,
        legend=next(legends, ""),
        fixed_size=size if all(size) else None,
    )


def _mercator(longitude: float, latitude: float) -> tuple[float, float]:
    """Metres of EPSG:3857."""
    bounded = max(-_MOST_LATITUDE, min(_MOST_LATITUDE, latitude))
    return _EARTH_RADIUS_M * longitude * pi / 180, _EARTH_RADIUS_M * log(tan(pi / 4 + bounded * pi / 360))
