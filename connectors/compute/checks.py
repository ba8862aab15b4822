"""Checks: whether a result, or a loaded file, can be what it says; what cannot be is an error, what is odd is a caveat.

A server that answers 200 is not believed: real ones have sent half a body and called the mean of 0 K a success.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute import survey, times, units
from connectors.compute.plausible import RANGES, Range
from connectors.compute.usual import Where, usual, where_of
from connectors.coverage import day
from connectors.errors import BadReply, Refused
from connectors.extents import Interval
from connectors.items import JSON, Caveat, Cube, Output, Processed, Series, Value
from connectors.operations import Process
from connectors.sandbox.process import readers

if TYPE_CHECKING:
    import xarray as xr

KIND = "implausible"
MOSTLY = 0.9  # of values missing, from which on it is said
_NETCDF = (".nc", ".nc4", ".cdf", ".h5")
_LEVELS = frozenset({"plev", "lev", "level", "pressure", "air_pressure", "depth"})
_ALOFT = ("ta", "ta500", "ta850", "t")
_CHANGES = ("anomaly", "difference", "change", "trend", "bias")
_VARIABLES = ("variable", "variable_id", "var", "name")


def check_processed(processed: Processed, process: Process) -> tuple[Caveat, ...]:
    """What must be said about a result of a remote process; raises BadReply where it cannot be right.

    Files are read by a confined process. Raises Refused too, for files that attack.
    """
    doubts: list[Caveat] = []
    asked = _asked(process.inputs)
    for name, output in sorted(processed.outputs.items()):
        doubts += _check_output(output, name=name, process=process, asked=asked)
    return tuple(doubts)


def check_file(path: Path, *, asked: Interval | None = None) -> tuple[Caveat, ...]:
    """As `check_processed`, of a NetCDF file."""
    return judge(readers().read(path, "connectors.compute.survey:of_file"), name=path.name, asked=asked)


def check_array(array: xr.DataArray, *, name: str) -> tuple[Caveat, ...]:
    """As `check_processed`, of an array in memory; of a lazy one its first and last step."""
    sample = array if array.chunks is None or "time" not in array.dims else array.isel(time=[0, -1])
    told = {a: str(array.attrs.get(a, "")) for a in ("standard_name", "units", "cell_methods", "units_metadata")}
    values = survey.of_values(iter([np.asarray(sample.values, float)]))
    variable = {
        "name": str(array.name),
        "shape": list(array.shape),
        "dims": list(map(str, array.dims)),
        **told,
        **values,
    }
    axes: list[Mapping[str, JSON]] = [
        survey.of_axis(axis, array[axis].values, {}) for axis in ("lat", "lon") if axis in array.coords
    ]
    axes += _span_of(array)
    return judge({"variables": [variable], "axes": axes}, name=name)


def judge(told: Mapping[str, JSON], *, name: str, asked: Interval | None = None) -> tuple[Caveat, ...]:
    """What a survey means: caveats for what is odd; raises BadReply for what cannot be."""
    variables = told["variables"]
    if not variables:
        raise _wrong(name, "holds no data variable")
    doubts: list[Caveat] = []
    for axis in told["axes"]:
        _check_axis(axis, name=name)
        doubts += _check_span(axis, name=name, asked=asked)
    where = where_of(told["axes"])
    for variable in variables:
        doubts += _check_variable(variable, name=name, where=where)
    return tuple(doubts)


def _span_of(array: xr.DataArray) -> list[Mapping[str, JSON]]:
    """The time axis of an array in memory, as far as the climate of its season is concerned."""
    if "time" not in array.dims or not array.sizes["time"]:
        return []
    clock = array["time"].values
    first, last = (f"{times.years(clock[[i]])[0]:04d}-{times.months(clock[[i]])[0]:02d}-01" for i in (0, -1))
    known = {"name": "time", "role": "time", "n": len(clock), "is_finite": True, "is_ordered": True, "repeats": 0}
    return [known | {"first": first, "last": last}]


def _check_output(output: Output, *, name: str, process: Process, asked: Interval | None) -> Sequence[Caveat]:
    if isinstance(output, Cube):
        return [c for path in _files(output) for c in check_file(path, asked=asked)]
    if isinstance(output, Value):
        numbers, unit, details = [output.value, output.low, output.high], output.units, output.details
    elif isinstance(output, Series):
        numbers, unit, details = [*output.y], output.units, {}
    else:
        return ()
    given = [n for n in numbers if n is not None]
    found = survey.of_values(iter([np.array(given, float)]))
    standard = _standard_name(process, details)
    told = {"name": name, "shape": [len(given)], "dims": ["value"], "standard_name": standard, "units": unit,
            "long_name": process.process_id, **found}  # fmt: skip
    where = _where_asked(process.inputs)
    return _check_variable(
        told, name=f"the result of {process.process_id}", is_single=isinstance(output, Value), where=where
    )


def _files(cube: Cube) -> Iterator[Path]:
    for href in cube.hrefs:
        path = Path(href.removeprefix("file://"))
        if "://" not in href.removeprefix("file://") and path.suffix.lower() in _NETCDF and path.is_file():
            yield path


def _check_variable(
    told: Mapping[str, JSON], *, name: str, is_single: bool = False, where: Where | None = None
) -> list[Caveat]:
    variable, n, missing = told["name"], told["n"], told["missing"]
    if n == 0:
        raise _wrong(name, f"{variable!r} has the shape {tuple(told['shape'])}: no value at all")
    if told["huge"]:
        raise _wrong(
            name, f"{told['huge']} values of {variable!r} are fill values (beyond 1e19) that it does not declare"
        )
    if missing == n:
        what = "is not a number" if is_single else "has no value that is a number: all are missing or fill values"
        raise _wrong(name, f"{variable!r} {what}")
    doubts = []
    if missing > MOSTLY * n:
        doubts.append(
            Caveat(code="mostly_missing", parameters={"variable": variable, "fraction": round(missing / n, 3)})
        )
    limits = RANGES.get(str(told["standard_name"]))
    if limits is None or _is_change(told):
        return doubts
    return doubts + _check_range(told, limits, name=name, where=where or Where())


def _check_range(told: Mapping[str, JSON], limits: Range, *, name: str, where: Where) -> list[Caveat]:
    variable, given = told["name"], str(told["units"])
    if not given.strip() and limits.units != "1":
        return [Caveat(code="no_units", parameters={"variable": variable, "expected": limits.units})]
    try:
        low, high = (
            float(units.convert(told[end], given=given, wanted=limits.units, standard_name=str(told["standard_name"])))
            for end in ("low", "high")
        )
    except Refused as error:
        raise _wrong(
            name, f"{variable!r} is in {given!r}, which is no unit of {told['standard_name']} ({error})"
        ) from error
    if low < limits.least or high > limits.most:
        fills = ", ".join(f"{count} times {float(value):g}" for value, count in told["fills"].items())
        because = f"; it holds {fills}, a fill value that is not declared" if fills else ""
        raise _wrong(
            name,
            f"{variable!r} runs from {low:g} to {high:g} {limits.units} where {told['standard_name']} lies within"
            f" {limits.least:g} to {limits.most:g}{because}",
        )
    if low < limits.low or high > limits.high:
        told_range = {
            "variable": variable,
            "low": f"{low:.4g}",
            "high": f"{high:.4g}",
            "units": limits.units,
        }
        return [Caveat(code="unusual_values", parameters=told_range)]
    return _check_climate(told, limits, where, low=low, high=high)


def _check_climate(told: Mapping[str, JSON], limits: Range, where: Where, *, low: float, high: float) -> list[Caveat]:
    """What was measured somewhere on Earth, but not at these latitudes, in this season, or over so long a time."""
    standard = str(told["standard_name"])
    if set(map(str, told["dims"])) & _LEVELS or (standard == "air_temperature" and told["name"] in _ALOFT):
        return []
    if (known := usual(standard, where)) is None:
        return []
    least, most = (
        float(units.convert(end, given=known.units, wanted=limits.units, standard_name=standard))
        for end in (known.low, known.high)
    )
    if least <= low and high <= most:
        return []
    numbers = {"low": low, "high": high, "usual_low": least, "usual_high": most}
    shown: dict[str, JSON] = {n: f"{v:.4g}" for n, v in numbers.items()}
    shown |= {"variable": told["name"], "units": limits.units}
    if known.by_latitude:
        return [
            Caveat(code="unlike_climate", parameters=shown | {"south": f"{where.south:g}", "north": f"{where.north:g}"})
        ]
    return [Caveat(code="beyond_records", parameters=shown | {"days": round(where.step_days or 1.0)})]


def _check_axis(axis: Mapping[str, JSON], *, name: str) -> None:
    role, label = axis["role"], axis["name"]
    if not axis["n"]:
        raise _wrong(name, f"it has nothing along {label!r}")
    if role == "time":
        if not axis["is_finite"]:
            raise _wrong(name, "times are missing")
        if not axis["is_ordered"] or axis["repeats"]:
            what = f"{axis['repeats']} times come twice" if axis["repeats"] else "its times run backwards"
            raise _wrong(name, what)
        return
    most = 90.001 if role == "lat" else 720.0
    least = -90.001 if role == "lat" else -360.001
    if axis["is_finite"] and (axis["low"] < least or axis["high"] > most):
        raise _wrong(name, f"{label!r} runs from {axis['low']:g} to {axis['high']:g} degrees")


def _check_span(axis: Mapping[str, JSON], *, name: str, asked: Interval | None) -> Sequence[Caveat]:
    """The time covered against the one asked for; half a month of grace at each end, as monthly means lie in their middle."""
    if axis["role"] != "time" or "first" not in axis or asked is None or not (asked.start and asked.end):
        return ()
    first, last, start, end = day(axis["first"]), day(axis["last"]), day(asked.start), day(asked.end)
    step = (last - first) / max(1, axis["n"] - 1)
    if last + step < start or first - step > end:
        raise _wrong(name, f"it covers {axis['first']} to {axis['last']}, nothing of {asked.start} to {asked.end}")
    grace = max(16.0, step)
    if first - start <= grace and end - last <= grace:
        return ()
    covered = max(0.0, min(last + step, end) - max(first, start)) / max(1.0, end - start)
    span = {"first": axis["first"], "last": axis["last"], "fraction": round(min(1.0, covered), 3)}
    return (Caveat(code="partial_time", parameters=span),)


def _standard_name(process: Process, details: Mapping[str, JSON]) -> str:
    if details.get("standard_name"):
        return str(details["standard_name"])
    given = next((process.inputs[n] for n in _VARIABLES if isinstance(process.inputs.get(n), str)), "")
    return units.STANDARD_NAMES.get(str(given), str(given))


def _is_change(told: Mapping[str, JSON]) -> bool:
    """Whether values are differences, trends or counts of the quantity, which have other ranges than it."""
    words = " ".join(str(told.get(n, "")) for n in ("name", "long_name", "units_metadata", "cell_methods")).lower()
    spread = any(method in words for method in ("variance", "standard_deviation", "range"))
    return spread or any(word in words for word in _CHANGES)


def _asked(inputs: Mapping[str, JSON]) -> Interval | None:
    """The period among the inputs, under the names that processes give it."""
    for name in ("interval", "extent", "period", "time"):
        value = inputs.get(name)
        if isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(v, str) for v in value):
            return Interval(start=str(value[0])[:10], end=str(value[1])[:10])
    start, end = (next((inputs[n] for n in names if isinstance(inputs.get(n), str)), None)
                  for names in (("start_date", "time_start"), ("end_date", "time_end")))  # fmt: skip
    return Interval(start=start[:10], end=end[:10]) if start and end and min(len(start), len(end)) >= 10 else None


def _where_asked(inputs: Mapping[str, JSON]) -> Where:
    """The latitudes among the inputs, under the names that processes give them."""
    place = inputs.get("place")
    box = inputs.get("bbox") or (place.get("bbox") if isinstance(place, Mapping) else None)
    sides = box.split(",") if isinstance(box, str) else box
    lat = inputs.get("lat")
    ends: list[Any] = [inputs.get("lat0", lat), inputs.get("lat1", lat)]
    if isinstance(sides, list | tuple) and len(sides) == 4:
        ends = [sides[1], sides[3]]
    try:
        south, north = sorted(map(float, ends))
    except (TypeError, ValueError):
        return Where()
    return Where(south=south, north=north)


def _wrong(name: str, why: str) -> BadReply:
    return BadReply(f"{name!r} cannot be right: {why}; ask another server, or compute it here", kind=KIND)
