"""Survey: what the values of a result or of a loaded file are, in a few numbers that its checks need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute.plausible import FILLS, HUGE

if TYPE_CHECKING:
    import netCDF4

MOST_BYTES = 512 * 2**20  # of a variable; of larger ones every n-th slab is looked at
_SLAB_VALUES = 4_000_000


def of_file(path: Path) -> dict[str, Any]:
    """The survey of a NetCDF file; called in the confined process."""
    import netCDF4

    with netCDF4.Dataset(path) as data:
        bounds = {str(getattr(v, a, "")) for v in data.variables.values() for a in ("bounds", "climatology")}
        names = [n for n, v in data.variables.items() if n not in bounds and _is_data(n, v)]
        return {"variables": [_variable(data, name) for name in names], "axes": [*_axes(data)]}


def of_values(slabs: Iterator[np.ndarray[Any, Any]]) -> dict[str, Any]:
    """Counts and extremes of numbers that come in slabs, NaN where missing."""
    n = missing = huge = 0
    fills = dict.fromkeys(FILLS, 0)
    low, high, total = np.inf, -np.inf, 0.0
    for slab in slabs:
        values = np.asarray(slab, float)
        n += values.size
        values = values[~np.isnan(values)]
        is_huge = np.abs(values) >= HUGE
        huge += int(is_huge.sum())
        values = values[~is_huge]
        missing += slab.size - values.size
        for fill in FILLS:
            fills[fill] += int((values == fill).sum())
        if values.size:
            low, high = min(low, float(values.min())), max(high, float(values.max()))
            total += float(values.sum())
    held = n - missing
    return {
        "n": n, "missing": missing, "huge": huge, "fills": {str(k): v for k, v in fills.items() if v},
        "low": low if held else None, "high": high if held else None, "mean": total / held if held else None,
    }  # fmt: skip


def of_axis(name: str, values: np.ndarray[Any, Any], attributes: Mapping[str, Any]) -> dict[str, Any]:
    """What a coordinate says: its role, extremes, whether it repeats or runs backwards, and its first and last day."""
    numbers = np.asarray(values, float).ravel()
    steps = np.diff(numbers)
    role = axis_role(name, attributes)
    told = {
        "name": name, "role": role, "n": int(numbers.size), "is_finite": bool(np.isfinite(numbers).all()),
        "repeats": int((steps == 0).sum()), "is_ordered": bool((steps >= 0).all() or (role != "time" and (steps <= 0).all())),
        "low": float(numbers.min()) if numbers.size else None, "high": float(numbers.max()) if numbers.size else None,
    }  # fmt: skip
    return told | (_days(numbers, attributes) if role == "time" and told["is_finite"] and numbers.size else {})


def axis_role(name: str, attributes: Mapping[str, Any]) -> str:
    """`time`, `lat`, `lon`, or nothing."""
    standard, units = (str(attributes.get(a, "")) for a in ("standard_name", "units"))
    if standard == "latitude" or units.startswith(("degrees_north", "degree_north")) or name in ("lat", "latitude"):
        return "lat"
    if standard == "longitude" or units.startswith(("degrees_east", "degree_east")) or name in ("lon", "longitude"):
        return "lon"
    return "time" if standard == "time" or (name == "time" and " since " in units) else ""


def _is_data(name: str, variable: netCDF4.Variable[Any]) -> bool:
    is_number = variable.dtype is not str and variable.dtype.kind in "biuf"
    told = {a: variable.getncattr(a) for a in variable.ncattrs()}
    return (
        is_number and name not in variable.dimensions and not axis_role(name, told) and "grid_mapping_name" not in told
    )


def _variable(data: netCDF4.Dataset, name: str) -> dict[str, Any]:
    variable = data.variables[name]
    told = {
        a: str(getattr(variable, a, ""))
        for a in ("standard_name", "units", "cell_methods", "units_metadata", "long_name")
    }
    return {"name": name, "shape": list(variable.shape), "dims": list(variable.dimensions), **told} | of_values(
        _slabs(variable)
    )


def _slabs(variable: netCDF4.Variable[Any]) -> Iterator[np.ndarray[Any, Any]]:
    if not variable.ndim:
        yield np.atleast_1d(_plain(variable[...]))
        return
    a_row = max(1, int(np.prod(variable.shape[1:], dtype=np.int64)))
    rows = max(1, _SLAB_VALUES // a_row)
    every = max(1, int(np.prod(variable.shape, dtype=np.int64)) * 8 // MOST_BYTES)
    for start in range(0, variable.shape[0], rows * every):
        yield _plain(variable[start : start + rows])


def _plain(values: Any) -> np.ndarray[Any, Any]:
    return np.asarray(np.ma.filled(np.ma.asarray(values).astype(float), np.nan))


def _axes(data: netCDF4.Dataset) -> Iterator[dict[str, Any]]:
    for name, variable in data.variables.items():
        told = {a: variable.getncattr(a) for a in variable.ncattrs()}
        if variable.dtype is not str and variable.dtype.kind in "iuf" and variable.ndim <= 2 and axis_role(name, told):
            yield of_axis(name, _plain(variable[...]), told)


def _days(numbers: np.ndarray[Any, Any], attributes: Mapping[str, Any]) -> dict[str, Any]:
    import cftime

    units, calendar = str(attributes.get("units", "")), str(attributes.get("calendar") or "standard")
    try:
        ends = cftime.num2date([numbers.min(), numbers.max()], units, calendar, only_use_cftime_datetimes=True)
    except (ValueError, OverflowError):
        return {}
    first, last = (f"{d.year:04d}-{d.month:02d}-{d.day:02d}" for d in ends)
    return {"first": first, "last": last}
