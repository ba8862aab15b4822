"""The files of basin records, CSV or NetCDF, as plain numbers; light enough for the confined process that reads foreign ones."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.errors import BadReply

if TYPE_CHECKING:
    import netCDF4

UNITS = {"tas": "degC", "tasmin": "degC", "tasmax": "degC", "pr": "mm/day", "disch": "m3 s-1"}
_COLUMNS = {  # how files spell the variables, in lower case
    "tas": ("tas", "tmean", "tmoy", "temp", "temperature"), "tasmin": ("tasmin", "tmin", "temp_min"),
    "tasmax": ("tasmax", "tmax", "temp_max"), "pr": ("pr", "prec", "precip", "precipitation", "p"),
    "disch": ("disch", "q", "qobs", "discharge", "streamflow"),
}  # fmt: skip
_ORDERS = (("-", (0, 1, 2)), ("/", (0, 1, 2)), (".", (2, 1, 0)))  # which parts of a date are year, month, day
_REAL_CALENDARS = ("standard", "gregorian", "proleptic_gregorian")
_WATER_FLUX = ("kgm-2s-1", "kg/m2/s", "kg/m^2/s")


def numbers(path: Path) -> dict[str, Any]:
    """`days` since 1970, `values` by variable in `UNITS` (run, day), `runs` where they are named; raises BadReply."""
    try:
        told = _of_text(path) if path.suffix.lower() in (".csv", ".txt") else _of_netcdf(path)
        whole = len(told["days"]) and np.all(np.diff(told["days"]) == 1)
    except (ValueError, KeyError, IndexError, OSError, UnicodeDecodeError, AttributeError) as error:
        raise BadReply(f"{path.name!r} is not a daily record of a basin ({error})", kind="bad_payload") from error
    if not whole:
        raise BadReply(f"{path.name!r} has days that are missing or out of order", kind="bad_payload")
    return told


def _of_text(path: Path) -> dict[str, Any]:
    """Comma-separated values under one line of names, a line of units or none below it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    names, body = [cell.strip().lower() for cell in rows[0]], rows[1:]
    if not body[0][0][:1].isdigit():
        body = body[1:]
    days = np.array([_date(row[0]) for row in body], "datetime64[D]").astype(np.int64)
    found = {v: next((names.index(s) for s in spellings if s in names), None) for v, spellings in _COLUMNS.items()}
    values = {v: np.array([[_number(row[i]) for row in body]]) for v, i in found.items() if i is not None}
    return {"days": days, "values": values, "runs": []}


def _date(text: str) -> str:
    for mark, order in _ORDERS:
        parts = text.strip()[:10].split(mark)
        if len(parts) == 3:
            year, month, day = (int(parts[i]) for i in order)
            return f"{year:04d}-{month:02d}-{day:02d}"
    raise ValueError(f"{text!r} is not a date; write YYYY-MM-DD")


def _number(text: str) -> float:
    return float(text) if text.strip() not in ("", "NA", "nan", "-") else float("nan")


def _of_netcdf(path: Path) -> dict[str, Any]:
    """Variables along `time`, in the root or in groups (as our own cubes are written), converted to `UNITS`."""
    import netCDF4

    values: dict[str, np.ndarray[Any, Any]] = {}
    days, runs = np.array([], np.int64), list[str]()
    with netCDF4.Dataset(path) as dataset:
        held = {
            name.lower(): v
            for group in _groups(dataset)
            for name, v in group.variables.items()
            if "time" in v.dimensions
        }
        for variable, spellings in _COLUMNS.items():
            found = next((held[s] for s in spellings if s in held), None)
            if found is not None:
                values[variable] = _converted(found, variable)
            elif variable == "pr" and {"rain", "snow"} <= held.keys():
                found = held["rain"]
                values[variable] = _converted(found, variable) + _converted(held["snow"], variable)
            if found is None:
                continue
            days = _days(found.group())
            if len(values[variable]) > 1:
                runs = _runs(found) or runs
    if "tas" not in values and {"tasmin", "tasmax"} <= values.keys():
        values["tas"] = (values["tasmin"] + values["tasmax"]) / 2
    return {"days": days, "values": values, "runs": runs}


def _groups(group: Any) -> Iterator[Any]:
    yield group
    for inner in group.groups.values():
        yield from _groups(inner)


def _days(group: Any) -> np.ndarray[Any, Any]:
    """The days of a group's times, since 1970; raises ValueError for a calendar that is not the real one."""
    import netCDF4

    time = group.variables["time"]
    calendar = str(getattr(time, "calendar", "standard"))
    if calendar not in _REAL_CALENDARS:
        raise ValueError(f"its calendar is {calendar!r}; a measured record has real days")
    moments: Any = netCDF4.num2date(time[:], time.units, calendar)
    texts = [f"{m.year:04d}-{m.month:02d}-{m.day:02d}" for m in np.atleast_1d(moments)]
    return np.array(texts, "datetime64[D]").astype(np.int64)


def _runs(variable: netCDF4.Variable[Any]) -> list[str]:
    """Who made each run, where the file says so."""
    named = variable.group().variables.get("source_id")
    return [] if named is None else [str(text) for text in np.atleast_1d(np.asarray(named[:]).astype(str))]


def _converted(variable: netCDF4.Variable[Any], name: str) -> np.ndarray[Any, Any]:
    """(run, day) in `UNITS`: kelvins to °C, kg m⁻² s⁻¹ to mm a day; other units are taken as they are meant to be."""
    array = np.ma.filled(np.ma.asarray(variable[:]).astype(float), np.nan)
    values = np.atleast_2d(np.moveaxis(array, variable.dimensions.index("time"), -1))
    units = str(getattr(variable, "units", UNITS[name]))
    if units in ("K", "kelvin"):
        return values - 273.15
    return values * 86400.0 if units.replace(" ", "") in _WATER_FLUX else values
