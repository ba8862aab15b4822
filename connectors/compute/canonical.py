"""Canonical: the raw values of a cube's files as one canonical array; axes that make no sense are an error that names the file.

Follows the CF conventions (https://cfconventions.org) for axes, and the habits of real files beyond them: bare years,
several runs side by side in one file, longitudes 0…360, latitudes downward, files of a dataset that overlap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute import grid, times, units
from connectors.compute.fields import COORDINATES
from connectors.compute.netcdf import RUNS, Axis, Raw
from connectors.errors import BadReply, Unsupported
from connectors.items import JSON

if TYPE_CHECKING:
    import xarray as xr

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


def canonical(raws: Sequence[Raw], properties: Mapping[str, JSON], *, name: str) -> xr.DataArray:
    """One array of all files; put together as plain arrays, as each step of xarray costs a millisecond."""
    first = raws[0]
    roles = _roles(first)
    dims = [roles[dim] for dim in first.dims if dim in roles]
    values, clock, facts = _joined(raws, roles, dims)
    coords: dict[str, tuple[str, Any]] = {}
    attrs: dict[str, Any] = {}
    if clock is not None:
        declared = word(properties.get("frequency")) or ""
        regular, attrs = _regular(clock, facts["begins_in_month"], declared=declared, path=first.path)
        coords["time"] = ("time", regular)
    attrs |= {a: first.attributes[a] for a in _KEPT if a in first.attributes}
    attrs["units"] = units.spelled(str(first.attributes.get("units", "1")))
    if "realization" not in dims:
        values, dims = values[np.newaxis], ["realization", *dims]
    values = values.transpose([dims.index(d) for d in _ORDER if d in dims])
    dims = [d for d in _ORDER if d in dims]
    runs = _runs(first, roles, properties, size=len(values), calendar=facts.get("calendar") or "standard")
    if (kept := _selected(runs, properties)) is not None:
        values, runs = values[kept], {n: column[kept] for n, column in runs.items()}
    coords |= {n: ("realization", runs[n].astype(object)) for n in COORDINATES}
    numbers = {role: _numbers(first, dim, role) for dim, role in roles.items() if role in ("plev", "lat", "lon")}
    if "plev" in numbers:
        coords["plev"] = ("plev", numbers["plev"])
    if "lat" in numbers:
        bounds = {f"{axis}_bounds": _bounds(first, roles, axis) for axis in ("lat", "lon")}
        cells = grid.Cells.of(numbers["lat"], numbers["lon"], **bounds)
        values = values if cells.is_as_in_file else values[..., cells.rows, :][..., cells.columns]
        coords |= cells.coords
    return _array(values, dims, coords, attrs=attrs, name=name)


def _array(
    values: Any, dims: Sequence[str], coords: Mapping[str, tuple[str, Any]], *, attrs: Mapping[str, Any], name: str
) -> xr.DataArray:
    """The array of coordinates that are known to fit: xarray need not look at each of them as something unknown."""
    import xarray as xr

    told = {"plev": _PRESSURE, **grid.AXES}
    made = {
        n: (xr.IndexVariable if n == dim else xr.Variable)(dim, held, told.get(n), fastpath=dim == "realization")
        for n, (dim, held) in coords.items()
    }
    return xr.DataArray(xr.Variable(dims, values, dict(attrs)), coords=made, name=name)


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
    pieces = [_values(raw, roles, like=raws[0]) for raw in raws]
    along = dims.index("time") if clock is not None else -1
    if len({tuple(n for i, n in enumerate(np.shape(piece)) if i != along) for piece in pieces}) > 1:
        raise BadReply(f"{raws[0].path.name!r} and {raws[-1].path.name!r} lie on different grids", kind="bad_payload")
    if clock is None or len(raws) == 1:
        return pieces[0], clock, facts
    values = np.concatenate(pieces, axis=along)
    clock, once = np.unique(clock, return_index=True)
    in_order = np.array_equal(once, np.arange(np.shape(values)[along]))
    return values if in_order else np.take(values, once, axis=along), clock, facts


def _values(raw: Raw, roles: Mapping[str, str], *, like: Raw) -> Any:
    """The values without axes of one step that are none of ours, in the units of the first file."""
    odd = tuple(i for i, dim in enumerate(raw.dims) if dim not in roles)
    values = raw.values.squeeze(axis=odd) if odd else raw.values
    told, unit = raw.attributes.get("units"), like.attributes.get("units")
    if told == unit:
        return values
    known = str(like.attributes.get("standard_name", ""))
    return units.convert(values, given=str(told), wanted=str(unit), standard_name=known)


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
    step, facts = times.frequency(clock, declared=declared), {}
    if step == "yr":
        clock = times.annual(times.years(clock))
        facts = {"year_begins_in_month": begins} if begins in (11, 12) else {}
    elif step == "mon":
        clock = times.axis(*times.years_months(clock))
    if step in times.UNIFORM and np.any(clock[1:] == clock[:-1]):
        raise BadReply(
            f"{path.name!r} has two steps for the same {'year' if step == 'yr' else 'month'}", kind="bad_payload"
        )
    return clock, facts | {"frequency": step}


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
            told = word(properties.get(name)) or next(
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


def word(value: JSON) -> str | None:
    """A property's value where it has exactly one."""
    if isinstance(value, list | tuple):
        return str(value[0]) if len(value) == 1 else None
    return str(value) if value else None
