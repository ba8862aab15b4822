"""One NetCDF file as raw values: the variable that was asked for and the ones that describe its axes.

netCDF4 reads it (four times faster than xarray for the hundreds of small files of an ensemble) under xarray's lock, as
neither library may be entered twice; large variables stay on disk as dask arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute import units
from connectors.errors import BadReply, ConnectorError, Refused

if TYPE_CHECKING:
    import netCDF4

_SPATIAL = ("lat", "lon", "latitude", "longitude", "plev")
CHUNK = "16MiB"  # of a lazy array: small enough for many to be under way on a small machine
RUNS = ("realization", "simulation", "ensemble", "member", "model", "run")  # dimensions of runs side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A variable that describes others: its dimensions, values (missing ones NaN; texts as str) and attributes."""

    dims: tuple[str, ...]
    values: Any
    attributes: Mapping[str, Any]

    @property
    def fixed(self) -> bool:
        """Whether it can be the same in every file of a data set: a coordinate of space."""
        return str(self.attributes.get("axis", "")) in ("X", "Y", "Z") or bool(set(self.dims) & set(_SPATIAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """What one file holds of a variable: unpacked values with NaN where missing, its axes, bounds and text coordinates."""

    path: Path
    name: str
    values: Any
    dims: tuple[str, ...]
    attributes: Mapping[str, Any]
    axes: Mapping[str, Axis]
    file_attributes: Mapping[str, Any]


def read_raw(
    path: Path, *, variable: str | None, declared: str | None, first: Raw | None = None, lazy: bool = False
) -> Raw:
    """Read `variable`; `declared` is the variable that the catalogue says the file holds. Raises BadReply, Refused.

    `first` is an earlier file of the same data set, whose fixed axes are not read again. For files that are trusted:
    `apart.read_raw` reads others.
    """
    from xarray.backends.locks import HDF5_LOCK, NETCDFC_LOCK

    try:
        _check_whole(path)
        with HDF5_LOCK, NETCDFC_LOCK:
            import netCDF4

            with netCDF4.Dataset(path) as dataset:
                raw = of_dataset(dataset, path=path, variable=variable, declared=declared, first=first, lazy=lazy)
    except ConnectorError:
        raise
    except Exception as error:  # whatever HDF5, netCDF and its wrapper raise on a damaged file
        raise _unreadable(path, error) from error
    return _open_lazily(raw) if lazy else raw


def read_here(
    path: Path, *, variable: str | None, declared: str | None, lazy: bool
) -> tuple[Raw, tuple[int, ...], str]:
    """As `read_raw` without values where `lazy`; the shape of the variable and the type of its unpacked values."""
    import netCDF4

    try:
        with netCDF4.Dataset(path) as dataset:
            raw = of_dataset(dataset, path=path, variable=variable, declared=declared, lazy=lazy)
            data = dataset.variables[raw.name]
            is_single = data.dtype is not str and data.dtype == "f4" and "scale_factor" not in data.ncattrs()
            return raw, tuple(int(n) for n in data.shape), "f4" if is_single and lazy else "f8"
    except ConnectorError:
        raise
    except Exception as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> BadReply:
    return BadReply(
        f"{path.name!r} cannot be read as NetCDF ({error}); it is damaged or something else: fetch it again",
        kind="bad_payload",
    )


def _check_whole(path: Path) -> None:
    """Raise ValueError for a classic file shorter than its header says: the library would give zeros for the rest."""
    with path.open("rb") as file:
        if file.read(4) not in (b"CDF\x01", b"CDF\x02"):
            return
    from scipy.io import netcdf_file

    netcdf_file(path, "r", mmap=True).close()


def of_dataset(
    dataset: netCDF4.Dataset,
    *,
    path: Path,
    variable: str | None,
    declared: str | None,
    first: Raw | None = None,
    lazy: bool = False,
) -> Raw:
    """What an open file holds of a variable; raises Refused where it holds another."""
    known = first.axes if first is not None else {}
    name = _choose(dataset, variable=variable, declared=declared, path=path)
    data = dataset.variables[name]
    wanted = {*data.dimensions, *str(getattr(data, "coordinates", "")).split(), *_texts_along_runs(dataset, data)}
    wanted |= {str(getattr(dataset.variables[n], "bounds", "")) for n in wanted if n in dataset.variables}
    return Raw(
        path=path,
        name=name,
        values=None if lazy else _values(data),
        dims=tuple(data.dimensions),
        attributes=_attributes(data, names=None if first is None else ("units",)),
        axes={n: _axis(dataset.variables[n], known.get(n)) for n in sorted(wanted) if n in dataset.variables},
        file_attributes=_attributes(dataset, names=None if first is None else ("tracking_id",)),
    )


def _open_lazily(raw: Raw) -> Raw:
    from dataclasses import replace

    import dask
    import xarray as xr

    with dask.config.set({"array.chunk-size": CHUNK}):
        array = xr.open_dataset(raw.path, engine="netcdf4", chunks="auto", decode_times=False)[raw.name]
    return replace(raw, values=array.data)


def _is_text(variable: netCDF4.Variable[Any]) -> bool:
    return variable.dtype is str or variable.dtype.kind in "SUO"


def _values(variable: netCDF4.Variable[Any]) -> Any:
    """Numbers with NaN where missing (declared fill values, or the library's own where none is), or texts."""
    values = variable[:]
    if _is_text(variable):
        return np.asarray(values).astype(str)
    return np.ma.filled(np.ma.asarray(values).astype(float), np.nan)


def _attributes(
    held: netCDF4.Dataset | netCDF4.Variable[Any], *, names: tuple[str, ...] | None = None
) -> dict[str, Any]:
    """All attributes, or those of these names: of the later files of a data set no more is needed."""
    if names is not None:
        return {name: getattr(held, name) for name in names if hasattr(held, name)}
    return {name: held.getncattr(name) for name in held.ncattrs()}


def _axis(variable: netCDF4.Variable[Any], known: Axis | None) -> Axis:
    """The axis; the one that is known where it does not vary with time and has not grown."""
    import netCDF4

    if known is not None and known.fixed and np.shape(known.values) == variable.shape:
        return known
    attributes = _attributes(variable)
    if variable.dtype is not str and variable.dtype.kind == "S":
        texts = np.asarray(netCDF4.chartostring(variable[:])).astype(str)
        return Axis(dims=tuple(variable.dimensions[:-1]), values=texts, attributes=attributes)
    return Axis(dims=tuple(variable.dimensions), values=_values(variable), attributes=attributes)


def _texts_along_runs(dataset: netCDF4.Dataset, data: netCDF4.Variable[Any]) -> set[str]:
    along = {d for d in data.dimensions if d in RUNS}
    return {n for n, v in dataset.variables.items() if v.ndim and v.dimensions[0] in along and _is_text(v)}


def _choose(dataset: netCDF4.Dataset, *, variable: str | None, declared: str | None, path: Path) -> str:
    """The file's variable that holds the quantity; raises Refused where it holds another."""
    if variable in dataset.variables:
        return str(variable)
    candidates = _data_variables(dataset)
    expected = units.STANDARD_NAMES.get(variable or "")
    told = {n: getattr(dataset.variables[n], "standard_name", None) for n in candidates}
    trusted = variable is None or declared == variable
    matching = [n for n, name in told.items() if name == expected or (trusted and (name is None or expected is None))]
    if len(matching) == 1 and (trusted or declared is None):
        return matching[0]
    held = ", ".join(sorted(candidates)) or "no data"
    raise Refused(f"{path.name!r} has no single variable for {variable or 'the quantity'!r}; it holds {held}")


def _data_variables(dataset: netCDF4.Dataset) -> list[str]:
    """The variables of most dimensions that are neither coordinates nor bounds nor text."""
    bounds = {getattr(v, "bounds", None) for v in dataset.variables.values()}
    named = [
        n
        for n, v in dataset.variables.items()
        if n not in dataset.dimensions and n not in bounds and v.ndim and not _is_text(v)
    ]
    deepest = max((dataset.variables[n].ndim for n in named), default=0)
    return [n for n in named if dataset.variables[n].ndim == deepest]
