"""A layer of a map service or a coverage of a coverage service, and the Item that stands for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from connectors.eo.footprint import box_footprint
from connectors.eo.map_times import extent
from connectors.extents import BBox
from connectors.items import JSON, Asset, Item, Link

MOST_PIXELS = 2048  # along either side of an image that is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """One zoom level of a geographic tile matrix set: `span` is a tile's width in degrees, the corner its north-west."""

    set: str
    id: str
    span: float
    corner: tuple[float, float]
    columns: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLayer:
    """What a capabilities document says of one layer; `times` as it lists them, values and `start/end/period` alike."""

    name: str
    title: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    bbox: BBox | None = None
    times: tuple[str, ...] = ()
    crs: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    legend: str = ""
    fixed_size: tuple[int, int] | None = None
    matrices: tuple[Matrix, ...] = ()
    more: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The part of a layer that an image is of: a box that does not wrap, at one of the layer's times (or none)."""

    box: tuple[float, float, float, float]  # west, south, east, north
    time: str = ""


def layer_item(layer: MapLayer, *, assets: tuple[Asset, ...], rel: str, url: str, source: str) -> Item:
    """The item of a layer; `rel` is the service's name in STAC's web map links extension."""
    stated: dict[str, JSON] = {
        "title": layer.title or layer.name,
        "description": layer.abstract,
        "keywords": list(layer.keywords),
        "type": "service",
        f"{rel}:layers": [layer.name],
        f"{rel}:styles": list(layer.styles),
        f"{rel}:formats": list(layer.formats),
        **layer.more,
    }
    return Item(
        id=layer.name,
        collection="",
        bbox=layer.bbox,
        geometry=box_footprint(layer.bbox) if layer.bbox else None,
        interval=extent(layer.times),
        properties={name: value for name, value in stated.items() if value not in (None, "", [])},
        assets=assets,
        links=(Link(rel=rel, href=url, title=layer.name),),
        sources=(source,),
    )


def pixels(box: tuple[float, float, float, float], *, longest: int) -> tuple[int, int]:
    """Width and height of an image of this box, in its proportions, never beyond the cap."""
    width, height = max(box[2] - box[0], 1e-9), max(box[3] - box[1], 1e-9)
    side = max(1, min(longest, MOST_PIXELS))
    if width >= height:
        return side, max(1, round(side * height / width))
    return max(1, round(side * width / height)), side


def cut(box: tuple[float, float, float, float], layer: BBox | None) -> tuple[float, float, float, float] | None:
    """The part of a box that a layer covers; None where there is none."""
    if layer is None:
        return box
    south, north = max(box[1], layer.south), min(box[3], layer.north)
    parts = [(max(box[0], west), min(box[2], east)) for west, east in layer.spans]
    reached = [(west, east) for west, east in parts if west < east]
    if not reached or south >= north:
        return None
    return min(west for west, _ in reached), south, max(east for _, east in reached), north
