"""Copying: the part of a remote dataset that is wanted, written to a NetCDF file slab by slab."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from connectors.arrays.base import Array, Described, Reader, Region, Variable
from connectors.arrays.parts import Subset
from connectors.coverage import day
from connectors.errors import BadReply, Refused
from connectors.extents import BBox

SLAB_BYTES = 16 * 2**20
MOST_BYTES = 2 * 2**30
_LATITUDE, _LONGITUDE = ("degrees_north", "degree_north"), ("degrees_east", "degree_east")


async def copy(reader: Reader, path: Path, *, subset: Subset) -> int:
    """Write what is wanted to `path`; the bytes that travelled. Raises Refused where they would be too many."""
    described = await reader.describe()
    chosen = _chosen(described, subset.variable)
    if not chosen:
        raise BadReply(f"the dataset holds no variable {subset.variable!r}", kind="bad_payload")
    ranges = await _ranges(reader, described, chosen, subset)
    regions = {name: tuple(ranges.get(d, slice(0, n)) for d, n in zip(v.dimensions, v.shape, strict=True))
               for name, v in chosen.items()}  # fmt: skip
    size = sum(_size(v, regions[name]) for name, v in chosen.items())
    if size > MOST_BYTES:
        raise Refused(
            f"{size / 2**30:.1f} GiB would be read from a server of arrays, more than {MOST_BYTES / 2**30:.0f} GiB;"
            " ask for a shorter period or a smaller place",
            kind="too_large",
        )
    await _written(reader, path, described, chosen, regions)
    return size


def _chosen(described: Described, name: str) -> dict[str, Variable]:
    """The variable, its coordinates and their bounds; all where none is named."""
    held = described.variables
    if not name:
        return {n: v for n, v in held.items() if v.dtype != "S"}
    if name not in held:
        return {}
    wanted, queue = {}, [name]
    while queue:
        current = queue.pop()
        variable = held.get(current)
        if variable is None or current in wanted or variable.dtype == "S":
            continue
        wanted[current] = variable
        queue += variable.dimensions
        for attribute in ("coordinates", "bounds", "climatology", "grid_mapping"):
            queue += str(variable.attributes.get(attribute) or "").split()
    return {n: v for n, v in held.items() if n in wanted}


async def _ranges(
    reader: Reader, described: Described, chosen: dict[str, Variable], subset: Subset
) -> dict[str, slice]:
    """The range of each dimension that the place and the periods restrict."""
    ranges: dict[str, slice] = {}
    axes = [v for v in chosen.values() if v.dimensions == (v.name,) and v.shape[0] > 0]
    for axis in axes:
        units = str(axis.attributes.get("units") or "").lower()
        if subset.bbox and units in (*_LATITUDE, *_LONGITUDE):
            values = await reader.read(axis, (slice(0, axis.shape[0]),))
            ranges[axis.name] = _across(values, subset.bbox, is_latitude=units in _LATITUDE)
        elif subset.intervals and " since " in units:
            values = await reader.read(axis, (slice(0, axis.shape[0]),))
            ranges[axis.name] = _during(values, axis, subset)
    return ranges


def _across(values: Array, box: BBox, *, is_latitude: bool) -> slice:
    """The cells that touch the box, one more on each side; all of them where it wraps around the axis.

    Longitudes are counted eastward from the box's western edge, whichever convention the axis has.
    """
    whole = slice(0, len(values))
    if not is_latitude and box.width >= 359:
        return whole
    if is_latitude:
        inside, off = (values >= box.south) & (values <= box.north), values - (box.south + box.north) / 2
    else:
        inside = (values - box.west) % 360 < box.width  # of a box that ends at 180° the cell at -180° is no part
        off = (values - box.center[0] + 180) % 360 - 180
    columns = np.flatnonzero(inside) if inside.any() else np.array([np.abs(off).argmin()])
    if columns[-1] - columns[0] >= len(columns):
        return whole
    return slice(max(0, int(columns[0]) - 1), min(len(values), int(columns[-1]) + 2))


def _during(values: Array, axis: Variable, subset: Subset) -> slice:
    import cftime

    units, calendar = str(axis.attributes["units"]), str(axis.attributes.get("calendar") or "standard")
    try:
        dates = cftime.num2date(values, units, calendar, only_use_cftime_datetimes=True)
    except (ValueError, OverflowError):
        return slice(0, len(values))
    numbers = np.array([day(f"{d.year:04d}-{d.month:02d}-{d.day:02d}") for d in dates])
    starts = [day(i.start) if i.start else -math.inf for i in subset.intervals]
    ends = [day(i.end) if i.end else math.inf for i in subset.intervals]
    inside = np.flatnonzero((numbers >= min(starts)) & (numbers <= max(ends)))
    return slice(int(inside[0]), int(inside[-1]) + 1) if len(inside) else slice(0, 0)


async def _written(
    reader: Reader, path: Path, described: Described, chosen: dict[str, Variable], regions: dict[str, Region]
) -> None:
    import netCDF4

    with netCDF4.Dataset(path, "w") as file:
        file.setncatts(_plain(described.attributes))
        for name, variable in chosen.items():
            for dimension, part in zip(variable.dimensions, regions[name], strict=True):
                if dimension not in file.dimensions:
                    file.createDimension(dimension, part.stop - part.start)
            attributes = _plain(variable.attributes)
            fill = attributes.pop("_FillValue", None)
            attributes.pop("_ChunkSizes", None)
            made = file.createVariable(name, variable.dtype, variable.dimensions, fill_value=fill, zlib=bool(variable.shape), complevel=1)  # fmt: skip
            made.set_auto_maskandscale(False)
            made.setncatts(attributes)
            for region in _slabs(variable, regions[name]):
                values = await reader.read(variable, region)
                offset = tuple(slice(r.start - w.start, r.stop - w.start) for r, w in zip(region, regions[name], strict=True))  # fmt: skip
                made[offset or ...] = values


def _slabs(variable: Variable, region: Region) -> Iterator[Region]:
    """The region in parts of no more than a slab, along its first dimension."""
    if not region:
        yield ()
        return
    first, *rest = region
    count = first.stop - first.start
    a_step = _size(variable, region) // max(count, 1)
    steps = max(1, SLAB_BYTES // max(a_step, 1))
    for start in range(first.start, first.stop, steps):
        yield (slice(start, min(start + steps, first.stop)), *rest)


def _size(variable: Variable, region: Region) -> int:
    return math.prod(int(s.stop - s.start) for s in region) * (np.dtype(variable.dtype).itemsize or 1)


def _plain(attributes: Any) -> dict[str, Any]:
    """Attributes as NetCDF takes them: texts, numbers and lists of one kind."""
    kept = {}
    for name, value in attributes.items():
        values = value if isinstance(value, list) else [value]
        is_one_kind = all(isinstance(v, str) for v in values) or all(isinstance(v, int | float) for v in values)
        if values and is_one_kind and not isinstance(values[0], bool) and not name.startswith("_Netcdf4"):
            kept[name] = value
    return kept
