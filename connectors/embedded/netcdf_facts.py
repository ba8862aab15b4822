"""What one NetCDF file says of itself: attributes, main variable, time and space covered, runs held, checksum.

Dates are ISO text in the file's own calendar. Boxes are `[west, south, east, north]` degrees from cell edge to cell edge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from connectors.esgf.filenames import iso_date

if TYPE_CHECKING:
    import netCDF4

_RUN_COORDINATES = {
    "mip_era": "mip_era", "experiment": "experiment_id", "experiment_id": "experiment_id", "source": "source_id",
    "source_id": "source_id", "member": "member_id", "member_id": "member_id",
}  # fmt: skip
_KEPT = frozenset((
    "mip_era", "project_id", "activity_id", "product", "institution_id", "institute_id", "source_id", "model_id",
    "experiment_id", "experiment", "variant_label", "member_id", "sub_experiment_id", "table_id", "variable_id",
    "branding_suffix", "grid_label", "grid", "region", "frequency", "realm", "modeling_realm", "nominal_resolution",
    "source_type", "source", "license", "license_id", "tracking_id", "creation_date", "further_info_url",
    "data_specs_version", "title", "comment", "reference", "domain_id", "CORDEX_domain", "driving_source_id",
    "driving_model_id", "driving_experiment_id", "driving_experiment_name", "driving_variant_label",
    "driving_model_ensemble_member", "version_realization", "rcm_version_id", "target_mip", "dataset_category",
    "Conventions",
))  # fmt: skip
_LONGEST = 1000  # characters kept of an attribute


class Runs(msgspec.Struct, frozen=True):
    """Simulations of one experiment held side by side in one file."""

    mip_era: str
    experiment_id: str
    source_id: tuple[str, ...]
    member_id: tuple[str, ...]
    count: int
    start: str
    end: str


class Facts(msgspec.Struct, frozen=True):
    """One file: where (relative, posix), how large, which content, and what it says; `error` if it cannot be read."""

    path: str
    size: int
    mtime_ns: int
    sha256: str
    error: str = ""
    attributes: dict[str, str] = {}
    variable: str = ""
    units: str = ""
    long_name: str = ""
    standard_name: str = ""
    dims: tuple[str, ...] = ()
    shape: tuple[int, ...] = ()
    calendar: str = ""
    start: str = ""
    end: str = ""
    bbox: tuple[float, float, float, float] | None = None
    cell: tuple[float, float] | None = None  # degrees of latitude, longitude
    runs: tuple[Runs, ...] = ()


def read_facts(root: Path, path: str, *, is_trusted: bool = True) -> Facts:
    """Open `root / path` and describe it; never raises for a bad file, whose `error` then says what is wrong.

    A file that is not trusted is opened by a confined process.
    """
    where = root / path
    status = where.stat()
    size, mtime_ns = status.st_size, status.st_mtime_ns
    try:
        digest = _sha256(where)
        described = _describe(where) if is_trusted else _described_apart(where)
    except Exception as error:  # the NetCDF library raises nearly anything on a damaged file
        return Facts(path=path, size=size, mtime_ns=mtime_ns, sha256="", error=_reason(error))
    return Facts(path=path, size=size, mtime_ns=mtime_ns, sha256=digest, **described)


def _reason(error: Exception) -> str:
    """The library's words without the path, which is the reader's affair."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return str(text).splitlines()[0]


def _sha256(where: Path) -> str:
    with where.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _described_apart(where: Path) -> dict[str, Any]:
    from connectors.sandbox.process import readers

    told = readers().read(where, "connectors.embedded.netcdf_facts:described")
    facts = msgspec.convert({"path": "", "size": 0, "mtime_ns": 0, "sha256": "", **told}, Facts)
    return {name: getattr(facts, name) for name in told}


def described(where: Path) -> dict[str, Any]:
    """What the confined process sends of a file."""
    facts: dict[str, Any] = msgspec.to_builtins(_describe(where))
    return facts


def _describe(where: Path) -> dict[str, Any]:
    import netCDF4
    from xarray.backends.locks import (  # what the readers hold: neither library is safe to enter twice
        HDF5_LOCK,
        NETCDFC_LOCK,
    )

    with HDF5_LOCK, NETCDFC_LOCK, netCDF4.Dataset(where) as data:
        attributes = {n: str(data.getncattr(n))[:_LONGEST] for n in data.ncattrs() if n in _KEPT}
        variable = _main_variable(data, attributes.get("variable_id", ""))
        if "Model scenario" in variable.ncattrs():
            attributes["experiment_id"] = _text(variable, "Model scenario")
        calendar, start, end = _time(data)
        bbox, cell = _space(data)
        return {
            "attributes": attributes,
            "variable": variable.name,
            "units": _text(variable, "units"),
            "long_name": _text(variable, "long_name"),
            "standard_name": _text(variable, "standard_name"),
            "dims": tuple(variable.dimensions),
            "shape": tuple(int(n) for n in variable.shape),
            "calendar": calendar,
            "start": start,
            "end": end,
            "bbox": bbox,
            "cell": cell,
            "runs": _runs(data, variable, first_year=int(start[:4])) if start else (),
        }


def _text(variable: netCDF4.Variable[Any], name: str) -> str:
    return str(getattr(variable, name, "") or "")


def _main_variable(data: netCDF4.Dataset, named: str) -> netCDF4.Variable[Any]:
    if named in data.variables:
        return data.variables[named]
    bounds = {_text(v, "bounds") for v in data.variables.values()}
    fields = [
        v for n, v in data.variables.items() if n not in data.dimensions and n not in bounds and v.dtype is not str
    ]
    fields = [v for v in fields if v.ndim and not _text(v, "axis")]
    if not fields:
        raise ValueError("it holds no data variable")
    return max(fields, key=lambda v: (v.ndim, v.size))


def _coordinate(data: netCDF4.Dataset, *names: str) -> netCDF4.Variable[Any] | None:
    for variable in data.variables.values():
        if (variable.name in names or _text(variable, "standard_name") in names) and variable.ndim == 1:
            return variable
    return None


def _time(data: netCDF4.Dataset) -> tuple[str, str, str]:
    """(calendar, first day, last day) covered; from bounds that tile the time axis, else from its spacing."""
    time = _coordinate(data, "time")
    if time is None or not time.size:
        return "", "", ""
    calendar = _text(time, "calendar") or "standard"
    edges = data.variables.get(_text(time, "bounds"))
    if edges is not None:
        first, last, cell = float(edges[0, 0]), float(edges[-1, -1]), float(edges[0, 1] - edges[0, 0])
        if last > first and 0.95 < cell * int(time.size) / (last - first) < 1.1:
            return calendar, _date(first, time, calendar), _date(last, time, calendar, before=True)
    start, end = _date(float(time[0]), time, calendar), _date(float(time[-1]), time, calendar)
    years, months = int(end[:4]) - int(start[:4]), int(end[5:7]) - int(start[5:7])
    steps = max(1, int(time.size) - 1)
    if years == steps:
        return calendar, f"{start[:4]}-01-01", f"{end[:4]}-12-31"
    if years * 12 + months == steps:
        return calendar, f"{start[:7]}-01", iso_date(end[:4] + end[5:7], end=True) or end
    return calendar, start, end


def _date(value: float, time: netCDF4.Variable[Any], calendar: str, *, before: bool = False) -> str:
    from datetime import timedelta

    import cftime

    moment = cftime.num2date(value, _text(time, "units"), calendar, only_use_cftime_datetimes=True)
    moment = moment - timedelta(seconds=1) if before else moment
    return f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d}"


def _space(data: netCDF4.Dataset) -> tuple[tuple[float, float, float, float] | None, tuple[float, float] | None]:
    lat, lon = _coordinate(data, "lat", "latitude"), _coordinate(data, "lon", "longitude")
    if lat is None or lon is None or not lat.size or not lon.size:
        return None, None
    south, north, dlat = _edges(data, lat)
    west, east, dlon = _edges(data, lon)
    box = (round(west, 4), round(max(-90.0, south), 4), round(east, 4), round(min(90.0, north), 4))
    return box, (round(dlat, 4), round(dlon, 4))


def _edges(data: netCDF4.Dataset, axis: netCDF4.Variable[Any]) -> tuple[float, float, float]:
    """(lowest edge, highest edge, cell size) of an axis; without bounds half a cell beyond the outer centres."""
    bounds = data.variables.get(_text(axis, "bounds"))
    centres = sorted(float(v) for v in axis[:])
    step = (centres[-1] - centres[0]) / (len(centres) - 1) if len(centres) > 1 else 0.0
    if bounds is not None:
        return float(bounds[:].min()), float(bounds[:].max()), step
    return centres[0] - step / 2, centres[-1] + step / 2, step


def _runs(data: netCDF4.Dataset, variable: netCDF4.Variable[Any], *, first_year: int) -> tuple[Runs, ...]:
    """The simulations lying along one dimension of the main variable, grouped by era and experiment."""
    labels = _run_labels(data, variable)
    if not labels:
        return ()
    import numpy as np

    along = next(i for i, d in enumerate(variable.dimensions) if d == next(iter(labels.values()))[0])
    values = np.moveaxis(np.ma.filled(variable[:].astype(float), np.nan), along, 0)
    present = np.isfinite(values.reshape(values.shape[0], -1))
    groups: dict[tuple[str, str], list[int]] = {}
    columns = {facet: texts for facet, (_, texts) in labels.items()}
    for i in range(values.shape[0]):
        key = columns.get("mip_era", [""] * (i + 1))[i], columns.get("experiment_id", [""] * (i + 1))[i]
        groups.setdefault(key, []).append(i)
    return tuple(
        _group(era, experiment, members, columns, present, first_year)
        for (era, experiment), members in sorted(groups.items())
    )


def _run_labels(data: netCDF4.Dataset, variable: netCDF4.Variable[Any]) -> dict[str, tuple[str, list[str]]]:
    names = [n for n in _text(variable, "coordinates").split() if n in _RUN_COORDINATES and n in data.variables]
    found = {_RUN_COORDINATES[n]: data.variables[n] for n in names if data.variables[n].dtype is str}
    return {facet: (v.dimensions[0], [str(t) for t in v[:]]) for facet, v in found.items() if v.ndim == 1}


def _group(
    era: str, experiment: str, members: list[int], columns: Mapping[str, list[str]], present: Any, first_year: int
) -> Runs:
    steps = present[members].any(axis=0).nonzero()[0]
    first, last = (int(steps[0]), int(steps[-1])) if len(steps) else (0, 0)
    unique = {f: tuple(dict.fromkeys(t for i in members if (t := columns[f][i]))) for f in columns}
    return Runs(
        mip_era=era, experiment_id=experiment, source_id=unique.get("source_id", ()),
        member_id=unique.get("member_id", ()), count=len(members), start=f"{first_year + first:04d}-01-01",
        end=f"{first_year + last:04d}-12-31",
    )  # fmt: skip
