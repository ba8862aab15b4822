"""Input types of processes: how the JSON of a request is read as cubes, places, intervals, months and thresholds."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field, TypeAdapter, WithJsonSchema

from connectors.extents import BBox, Interval
from connectors.items import JSON, Cube, Series, Table, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as processes take it; `geometry_id` points at its polygon in the vocabulary."""

    name: str = ""
    kind: str = "bbox"
    bbox: BBox
    geometry_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RasterFile:
    """A cube that is read as a raster and not as a NetCDF array."""

    cube: Cube


def _read_cube(value: JSON) -> JSON:
    """A link as OGC writes it (`href`) read as a cube of one file; a list of one cube as that cube."""
    if isinstance(value, list | tuple):
        if len(value) != 1:
            raise ValueError(f"one cube is wanted, {len(value)} are given; merge_cubes puts several together")
        value = value[0]
    if isinstance(value, str):
        return Cube(hrefs=(value,))
    if isinstance(value, Mapping) and "href" in value and "hrefs" not in value:
        return Cube(hrefs=(str(value["href"]),), type=str(value.get("type", "application/x-netcdf")))
    return value


def _read_interval(value: JSON) -> JSON:
    if isinstance(value, Interval) or not isinstance(value, list | tuple) or len(value) != 2:
        return value
    return Interval(start=_date(value[0], last=False), end=_date(value[1], last=True))


def _date(value: JSON, *, last: bool) -> str | None:
    """A date from a year, a month or a date."""
    if value in (None, "", ".."):
        return None
    text = str(value)[:10]
    parts = text.split("-")
    if not all(p.isdigit() for p in parts) or len(parts[0]) != 4:
        raise ValueError(f"{value!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    if len(parts) == 1:
        return f"{text}-12-31" if last else f"{text}-01-01"
    if len(parts) == 2:
        return f"{text}-{calendar.monthrange(int(parts[0]), int(parts[1]))[1]}" if last else f"{text}-01"
    return text


def _read_bbox(value: JSON) -> JSON:
    return BBox.of([float(v) for v in value]) if isinstance(value, list | tuple) else value


_HREFS = {"type": "array", "items": {"type": "string", "format": "uri-reference"}, "minItems": 1}
_CUBE_SCHEMA = {
    "type": "object",
    "title": "cube",
    "required": ["hrefs"],
    "properties": {"hrefs": _HREFS, "properties": {"type": "object"}},
}
_DATE = {"type": ["string", "null"], "examples": ["1995-01-01"]}
_BOX = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}
BBoxInput = Annotated[BBox, BeforeValidator(_read_bbox), WithJsonSchema(_BOX)]
_PLACE_SCHEMA = {
    "type": "object",
    "required": ["bbox"],
    "properties": {
        "name": {"type": "string"},
        "kind": {"type": "string"},
        "bbox": _BOX,
        "geometry_id": {"type": ["string", "null"]},
    },
}


def _read_place(value: JSON) -> JSON:
    """A place without what processes do not ask of it; the globe needs no box."""
    if not isinstance(value, Mapping):
        return value
    if value.get("kind") == "globe" and not value.get("bbox"):
        value = {**value, "bbox": [-180, -90, 180, 90]}
    kept = {k: v for k, v in value.items() if k in ("name", "kind", "bbox", "geometry_id")}
    return kept | {"bbox": _read_bbox(kept.get("bbox"))}


_THRESHOLD = re.compile(r"\s*(-?\d+(?:[.,]\d+)?(?:e-?\d+)?)\s*(.*?)\s*$", re.IGNORECASE)


def _read_threshold(value: JSON) -> JSON:
    """A number, `30 degC`, or `{"value": 30, "units": "degC"}` as number and units."""
    if isinstance(value, bool):
        raise ValueError("a threshold is a number with units")
    if isinstance(value, int | float):
        return (float(value), None)
    if isinstance(value, Mapping) and "value" in value:
        return (value["value"], value.get("units"))
    if isinstance(value, str) and (found := _THRESHOLD.match(value)):
        return (float(found[1].replace(",", ".")), found[2] or None)
    return value


_THRESHOLD_SCHEMA = {"oneOf": [{"type": "number"}, {"type": "string", "examples": ["30 degC"]}, {"type": "object"}]}
ThresholdInput = Annotated[
    tuple[float, str | None], BeforeValidator(_read_threshold), WithJsonSchema(_THRESHOLD_SCHEMA)
]
CubeInput = Annotated[Cube, BeforeValidator(_read_cube), WithJsonSchema(_CUBE_SCHEMA)]
_CUBE: TypeAdapter[Cube] = TypeAdapter(CubeInput)


def _read_raster(value: JSON) -> RasterFile:
    return RasterFile(cube=_CUBE.validate_python(value))


RasterInput = Annotated[RasterFile, BeforeValidator(_read_raster), WithJsonSchema(_CUBE_SCHEMA)]
CubesInput = Annotated[tuple[CubeInput, ...], Field(min_length=1)]
IntervalInput = Annotated[
    Interval,
    BeforeValidator(_read_interval),
    WithJsonSchema({"type": "array", "items": _DATE, "minItems": 2, "maxItems": 2}),
]
PlaceInput = Annotated[Place, BeforeValidator(_read_place), WithJsonSchema(_PLACE_SCHEMA)]
PlacesInput = Annotated[tuple[PlaceInput, ...], Field(min_length=1)]
MonthsInput = Annotated[tuple[Annotated[int, Field(ge=1, le=12)], ...], Field(min_length=1, max_length=12)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A cube that is read as a basin's daily record."""

    cube: Cube


def _read_record(value: JSON) -> RecordFile:
    return RecordFile(cube=_CUBE.validate_python(value))


def _without_kind(value: JSON) -> JSON:
    return {k: v for k, v in value.items() if k != "kind"} if isinstance(value, Mapping) else value


def _read_value(value: JSON) -> JSON:
    """A number with units, or a bare one."""
    bare = isinstance(value, int | float) and not isinstance(value, bool)
    return {"value": float(value), "units": ""} if bare else _without_kind(value)


RecordInput = Annotated[RecordFile, BeforeValidator(_read_record), WithJsonSchema(_CUBE_SCHEMA)]
TableInput = Annotated[Table, BeforeValidator(_without_kind)]
SeriesInput = Annotated[Series, BeforeValidator(_without_kind)]
ValueInput = Annotated[Value, BeforeValidator(_read_value)]
