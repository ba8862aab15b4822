"""Readers: the files of a cube as one canonical field; a file that cannot be used is an error that names it.

Follows the CF conventions (https://cfconventions.org) for axes, and the habits of real files beyond them: bare years,
several runs side by side in one file, longitudes 0…360, latitudes downward, files of a dataset that overlap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import numpy as np

from connectors.compute import apart, checks, grid, images, times, units
from connectors.compute.fields import COORDINATES, Field
from connectors.compute.netcdf import RUNS, Axis, Raw, read_raw
from connectors.errors import BadReply, ConnectorError, MissingHolding, Refused, Unsupported
from connectors.items import JSON, Cube

if TYPE_CHECKING:
    import xarray as xr

LARGE_BYTES = 32 * 2**20  # from here on arrays are dask's and are read in pieces
_KEPT = ("standard_name", "long_name", "units", "cell_methods", "units_metadata")
_FROM_RUNS = {
    "source": "source_id",
    "member": "member_id",
    "experiment": "experiment_id",
    "institution": "institution_id",
}
_FROM_FILE = {"member_id": ("variant_label", "member_id", "member")}
_VERTICAL = ("air_pressure", "pressure", "plev")
_PRESSURE = {"standard_name": "air_pressure", "units": "Pa", "axis": "Z", "positive": "down"}
_ORDER = ("realization", "time", "plev", "lat", "lon")


def local_path(href: str, *, roots: Sequence[Path]) -> Path:
    """The file behind an href; raises Refused outside `roots`, MissingHolding where it is not there."""
    parts = urlsplit(href)
    if parts.scheme not in ("", "file") or parts.netloc not in ("", "localhost"):
        raise Refused(f"{href!r} is not a local file; load it first")
    path = Path(unquote(parts.path)) if parts.scheme else Path(href)
    real = path.resolve()
    if not is_under(real, roots):
        raise Refused(f"{path.name!r} lies outside the folders that may be read; `conductor holdings add` adds one")
    if not real.is_file():
        raise MissingHolding(f"{path.name!r} is not there any more; `conductor holdings sync` fetches it again")
    return real


def is_under(path: Path, folders: Sequence[Path]) -> bool:
    """Whether a resolved path lies in one of the folders."""
    return any(path.is_relative_to(_resolved(folder)) for folder in folders)


@lru_cache(maxsize=64)
def _resolved(root: Path) -> Path:
    return root.resolve()


def read(cube: Cube, *, roots: Sequence[Path], variable: str | None = None, trusted: Sequence[Path] = ()) -> Field:
    """The cube's files as one field; `variable` is a CMIP id. Raises BadReply, Refused, MissingHolding.

    Files under `trusted` are read here, all others by a confined process.
    """
    paths = [local_path(href, roots=roots) for href in cube.hrefs]
    if not paths:
        raise Refused(f"the cube {cube.id!r} has no files")
    if images.is_image(cube):
        return images.read(cube, paths, is_trusted=all(is_under(path, trusted) for path in paths))
    declared = _word(cube.properties.get("variable_id"))
    lazy = sum(path.stat().st_size for path in paths) > LARGE_BYTES
    raws: list[Raw] = []
    for path in paths:
        first = raws[0] if raws else None
        if is_under(path, trusted):
            raws.append(read_raw(path, variable=variable or declared, declared=declared, first=first, lazy=lazy))
        else:
            raws.append(apart.read_raw(path, variable=variable or declared, declared=declared, lazy=lazy))
    try:
        array = _canonical(raws, cube.properties, name=variable or declared or raws[0].name)
    except ConnectorError:
        raise
    except Exception as error:
        raise BadReply(f"{paths[0].name!r} has axes that make no sense ({error})", kind="bad_payload") from error
    if foreign := [path for path in paths if not is_under(path, trusted)]:
        checks.check_array(array, name=foreign[0].name)
    derived = cube.derived_from or tuple(str(raw.file_attributes.get("tracking_id") or raw.path.name) for raw in raws)
    return Field(parts=(array,), id=cube.id or paths[0].stem, properties=dict(cube.properties), derived_from=derived)


def _canonical(raws: Sequence[Raw], properties: Mapping[str, JSON], *, name: str) -> xr.DataArray:
    """One array of all files; put together as plain arrays, as each step of xarray costs a millisecond."""
    import xarray as xr

    first = raws[0]
    roles = _roles(first)
    dims = [roles[dim] for dim in first.dims if dim in roles]
    values, clock, facts = _joined(raws, roles, dims)
    coords: dict[str, Any] = {
        role: _numbers(first, dim, role) for dim, role in roles.items() if role not in ("time", "realization")
    }
    attrs: dict[str, Any] = {}
    if clock is not None:
        declared = _word(properties.get("frequency")) or ""
        coords["time"], attrs = _regular(clock, facts["begins_in_month"], declared=declared, path=first.path)
    attrs |= {a: first.attributes[a] for a in _KEPT if a in first.attributes}
    attrs["units"] = units.spelled(str(first.attributes.get("units", "1")))
    if "realization" not in dims:
        values, dims = values[np.newaxis], ["realization", *dims]
    values = values.transpose([dims.index(d) for d in _ORDER if d in dims])
    runs = _runs(first, roles, properties, size=len(values), calendar=facts.get("calendar") or "standard")
    if (kept := _selected(runs, properties)) is not None:
        values, runs = values[kept], {n: column[kept] for n, column in runs.items()}
    coords |= {n: ("realization", runs[n].astype(object)) for n in COORDINATES}
    array = xr.DataArray(values, dims=[d for d in _ORDER if d in dims], coords=coords, attrs=attrs, name=name)
    if "plev" in dims:
        array["plev"].attrs = _PRESSURE
    if "lat" not in dims:
        return array
    bounds = {axis: _bounds(first, roles, axis) for axis in ("lat", "lon")}
    return grid.with_cells(array, lat_bounds=bounds["lat"], lon_bounds=bounds["lon"])


def _roles(raw: Raw) -> dict[str, str]:
    """Which dimension of the file is which axis of the canonical cube (CF sections 4.1–4.4)."""
    roles: dict[str, str] = {}
    for dim in raw.dims:
        axis = raw.axes.get(dim)
        role = "realization" if dim in RUNS else _role(dim, axis.attributes if axis else {})
        if role is None:
            if raw.values is None or dict(zip(raw.dims, np.shape(raw.values), strict=True))[dim] != 1:
                raise Unsupported(
                    f"{raw.path.name!r} has a dimension {dim!r} that is no axis we know; regrid or select first"
                )
            continue
        roles[dim] = role
    if ("lat" in roles.values()) != ("lon" in roles.values()):
        raise Unsupported(f"{raw.path.name!r} has dimensions {raw.dims}; only latitude–longitude grids can be read")
    return roles


def _role(dim: str, attributes: Mapping[str, Any]) -> str | None:
    standard, unit, axis = (str(attributes.get(a, "")) for a in ("standard_name", "units", "axis"))
    if standard == "latitude" or unit in ("degrees_north", "degree_north", "degrees_N") or dim in ("lat", "latitude"):
        return "lat"
    if standard == "longitude" or unit in ("degrees_east", "degree_east", "degrees_E") or dim in ("lon", "longitude"):
        return "lon"
    if standard == "time" or axis == "T" or dim in ("time", "year", "years", "month"):
        return "time"
    if standard in _VERTICAL or dim in _VERTICAL or unit in ("Pa", "hPa", "mbar", "millibar"):
        return "plev"
    return None


def _joined(
    raws: Sequence[Raw], roles: Mapping[str, str], dims: Sequence[str]
) -> tuple[Any, np.ndarray[Any, Any] | None, dict[str, Any]]:
    """The files' values in the order of their times, those times and facts; a step held twice is taken once."""
    clock, facts = _clock(raws, roles)
    pieces = [_values(raw, roles, unit=raws[0].attributes.get("units")) for raw in raws]
    along = dims.index("time") if clock is not None else -1
    if len({tuple(n for i, n in enumerate(np.shape(piece)) if i != along) for piece in pieces}) > 1:
        raise BadReply(f"{raws[0].path.name!r} and {raws[-1].path.name!r} lie on different grids", kind="bad_payload")
    if clock is None or len(raws) == 1:
        return pieces[0], clock, facts
    values = np.concatenate(pieces, axis=along)
    clock, once = np.unique(clock, return_index=True)
    in_order = np.array_equal(once, np.arange(np.shape(values)[along]))
    return values if in_order else np.take(values, once, axis=along), clock, facts


def _values(raw: Raw, roles: Mapping[str, str], *, unit: Any) -> Any:
    odd = tuple(i for i, dim in enumerate(raw.dims) if dim not in roles)
    values = raw.values.squeeze(axis=odd) if odd else raw.values
    told = raw.attributes.get("units")
    return values if told == unit else units.convert(values, given=str(told), wanted=str(unit))


def _numbers(raw: Raw, dim: str, role: str) -> np.ndarray[Any, Any]:
    if dim not in raw.axes:
        raise BadReply(f"{raw.path.name!r} has no values along {dim!r}", kind="bad_payload")
    values = np.asarray(raw.axes[dim].values, float)
    if role == "plev":
        values = np.round(units.convert(values, given=str(raw.axes[dim].attributes.get("units", "Pa")), wanted="Pa"), 2)
    return values


def _clock(raws: Sequence[Raw], roles: Mapping[str, str]) -> tuple[np.ndarray[Any, Any] | None, dict[str, Any]]:
    """Decoded times of all files, the middle of each step's bounds where they have them, and the calendar."""
    dim = next((d for d, role in roles.items() if role == "time"), None)
    if dim is None:
        return None, {}
    steps = [_steps(raw, dim) for raw in raws]
    attributes = [raw.axes[dim].attributes for raw in raws]
    keys = {(str(a.get("units")), str(a.get("calendar"))) for a in attributes}
    if len(keys) == 1:
        clock, calendar = times.decode(np.concatenate([s.mean(axis=1) for s in steps]), attributes=attributes[0])
    else:
        decoded = [times.decode(s.mean(axis=1), attributes=a) for s, a in zip(steps, attributes, strict=True)]
        clock, calendar = np.concatenate([d[0] for d in decoded]), decoded[0][1]
    begins, _ = times.decode(steps[0][:1, 0], attributes=attributes[0])
    return clock, {"calendar": calendar, "begins_in_month": int(times.months(begins)[0])}


def _steps(raw: Raw, dim: str) -> np.ndarray[Any, Any]:
    """Begin and end of each step, as the file counts them; twice its time where it has no usable bounds."""
    axis = raw.axes.get(dim)
    if axis is None or np.ndim(axis.values) != 1:
        raise BadReply(f"{raw.path.name!r} has no times along {dim!r}", kind="bad_payload")
    values = np.asarray(axis.values, float)
    if not np.all(np.isfinite(values)):
        raise BadReply(f"{raw.path.name!r} has times that are missing", kind="bad_payload")
    bounds = raw.axes.get(str(axis.attributes.get("bounds", "")))
    if bounds is not None and np.shape(bounds.values) == (len(values), 2) and _hold(bounds, values):
        return np.asarray(bounds.values, float)
    return np.column_stack((values, values))


def _hold(bounds: Axis, values: np.ndarray[Any, Any]) -> bool:
    low, high = np.asarray(bounds.values, float).min(axis=1), np.asarray(bounds.values, float).max(axis=1)
    return bool(np.all((low <= values) & (values <= high) & (high > low)))


def _bounds(raw: Raw, roles: Mapping[str, str], role: str) -> np.ndarray[Any, Any] | None:
    dim = next(d for d, r in roles.items() if r == role)
    bounds = raw.axes.get(str(raw.axes[dim].attributes.get("bounds", "")))
    return None if bounds is None else np.asarray(bounds.values, float)


def _regular(
    clock: np.ndarray[Any, Any], begins: int, *, declared: str, path: Path
) -> tuple[np.ndarray[Any, Any], dict[str, Any]]:
    """The times on the uniform axis of their frequency, and what is said of it; `begins` is the first step's month."""
    if np.any(clock[1:] <= clock[:-1]):
        raise BadReply(f"{path.name!r} has times that run backwards or repeat", kind="bad_payload")
    word, facts = times.frequency(clock, declared=declared), {}
    if word == "yr":
        clock = times.annual(times.years(clock))
        facts = {"year_begins_in_month": begins} if begins in (11, 12) else {}
    elif word == "mon":
        clock = times.axis(times.years(clock), times.months(clock))
    if len(set(clock.tolist())) != len(clock):
        raise BadReply(
            f"{path.name!r} has two steps for the same {'year' if word == 'yr' else 'month'}", kind="bad_payload"
        )
    return clock, facts | {"frequency": word}


def _runs(
    raw: Raw, roles: Mapping[str, str], properties: Mapping[str, JSON], *, size: int, calendar: str
) -> dict[str, np.ndarray[Any, Any]]:
    """Who made each realization, from the file's own columns, then the catalogue, then the file's attributes."""
    known = {"calendar": np.full(size, calendar)}
    for name, axis in raw.axes.items():
        if (
            axis.dims
            and roles.get(axis.dims[0]) == "realization"
            and len(axis.dims) == 1
            and axis.values.dtype.kind == "U"
        ):
            known[_FROM_RUNS.get(name, name)] = axis.values
    for name in COORDINATES:
        if name not in known:
            told = _word(properties.get(name)) or next(
                (str(raw.file_attributes[a]) for a in _FROM_FILE.get(name, (name,)) if a in raw.file_attributes), ""
            )
            known[name] = np.full(size, told)
    return {name: known[name] for name in COORDINATES}


def _selected(runs: Mapping[str, np.ndarray[Any, Any]], properties: Mapping[str, JSON]) -> np.ndarray[Any, Any] | None:
    """Which of several runs in one file the catalogue's record is about; None where there is one."""
    size = len(runs["source_id"])
    if size == 1:
        return None
    keep = np.ones(size, bool)
    for name in ("mip_era", "experiment_id", "source_id", "member_id"):
        asked = properties.get(name)
        values = {str(v) for v in (asked if isinstance(asked, list | tuple) else [asked] if asked else [])}
        matching = np.isin(runs[name].astype(str), sorted(values))
        if values and matching.any():
            keep &= matching
    return np.nonzero(keep)[0]


def _word(value: JSON) -> str | None:
    """A property's value where it has exactly one."""
    if isinstance(value, list | tuple):
        return str(value[0]) if len(value) == 1 else None
    return str(value) if value else None
