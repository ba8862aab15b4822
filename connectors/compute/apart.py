"""Apart: a foreign NetCDF file read by a confined process; large variables piece by piece, as dask asks for them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from connectors.compute import netcdf
from connectors.compute.netcdf import Axis, Raw
from connectors.errors import BadReply, ConnectorError
from connectors.items import JSON
from connectors.sandbox import wire
from connectors.sandbox.process import Reading, readers

Part = tuple[tuple[int, int, int], ...]  # first, end and step along each dimension


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A file and the variable that is wanted of it; `declared` is the one that the catalogue says it holds."""

    path: Path
    variable: str | None = None
    declared: str | None = None
    lazy: bool = False

    @property
    def reading(self) -> Reading:
        arguments = {"variable": self.variable, "declared": self.declared, "lazy": self.lazy}
        return Reading(path=self.path, call="connectors.compute.apart:described", arguments=arguments)


def read_raw(asked: Asked) -> Raw:
    """As `netcdf.read_raw`, in a confined process; raises Refused too for a file that attacks."""
    (found,) = read_each([asked])
    if isinstance(found, ConnectorError):
        raise found
    return found


def read_each(asked: Sequence[Asked]) -> Generator[Raw | ConnectorError]:
    """As `read_raw`, of several files, in order; each as its values or as its error."""
    with closing(readers().read_each([one.reading for one in asked])) as replies:
        for one, told in zip(asked, replies, strict=True):
            try:
                yield told if isinstance(told, ConnectorError) else _raw(one, told)
            except BadReply as error:
                yield error


def _raw(asked: Asked, told: Mapping[str, Any]) -> Raw:
    """The values that a reader sent, which is not believed; raises BadReply."""
    path = asked.path
    try:
        axes = {str(name): _axis(axis) for name, axis in told["axes"].items()}
        raw = Raw(
            path=path, name=str(told["name"]), values=told["values"], dims=tuple(map(str, told["dims"])),
            attributes=dict(told["attributes"]), axes=axes, file_attributes=dict(told["file_attributes"]),
        )  # fmt: skip
        shape, dtype = tuple(int(n) for n in told["shape"]), np.dtype(str(told["dtype"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadReply(f"the reader of {path.name!r} sent nonsense ({error})", kind="bad_payload") from error
    return _lazily(raw, shape=shape, dtype=dtype) if asked.lazy else raw


def described(path: Path, *, variable: str | None, declared: str | None, lazy: bool) -> dict[str, Any]:
    """What the confined process sends of a file."""
    raw, shape, dtype = netcdf.read_here(path, variable=variable, declared=declared, lazy=lazy)
    return _told(raw, shape=shape, dtype=dtype)


def rehearse() -> None:
    """Read a made variable in memory, before readers are forked, so that no reader pays for the first time."""
    import netCDF4

    with netCDF4.Dataset("nothing", "w", diskless=True, persist=False) as dataset:
        for name, size in (("time", 2), ("lat", 1), ("bnds", 2)):
            dataset.createDimension(name, size)
        told = (("time", ("time",)), ("time_bnds", ("time", "bnds")), ("lat", ("lat",)), ("tas", ("time", "lat")))
        for name, dims in told:
            made = dataset.createVariable(name, "f4", dims, zlib=name == "tas", fill_value=1e20)
            made.setncatts({"units": "K", "bounds": "time_bnds"})
            made[...] = np.ones(made.shape)
        raw = netcdf.of_dataset(dataset, path=Path("nothing"), variable="tas", declared="tas")
    wire.packed(_told(raw, shape=(2, 1), dtype="f8"))


def _told(raw: Raw, *, shape: tuple[int, ...], dtype: str) -> dict[str, Any]:
    return {
        "name": raw.name, "values": raw.values, "dims": list(raw.dims), "attributes": dict(raw.attributes),
        "file_attributes": dict(raw.file_attributes), "shape": list(shape), "dtype": dtype,
        "axes": {
            name: {"dims": list(axis.dims), "values": axis.values, "attributes": dict(axis.attributes)}
            for name, axis in raw.axes.items()
        },
    }  # fmt: skip


def part(path: Path, *, name: str, key: list[list[int]], dtype: str) -> np.ndarray[Any, Any]:
    """A part of a variable, NaN where missing; what the confined process sends of it."""
    import netCDF4

    with netCDF4.Dataset(path) as dataset:
        values = dataset.variables[name][tuple(slice(*one) for one in key)]
        return np.asarray(np.ma.filled(np.ma.asarray(values).astype(dtype), np.nan))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A variable of a foreign file as an array that is read when a part of it is asked for; it can be sent to workers."""

    path: Path
    name: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]

    @property
    def ndim(self) -> int:
        return len(self.shape)

    def __getitem__(self, key: Any) -> np.ndarray[Any, Any]:
        spans = [list(one.indices(size)) for one, size in zip(key, self.shape, strict=True)]
        arguments = {"name": self.name, "key": spans, "dtype": self.dtype.str}
        read = np.asarray(readers().read(self.path, "connectors.compute.apart:part", arguments=arguments))
        expected = tuple(len(range(*span)) for span in spans)
        if read.shape != expected:
            raise BadReply(f"the reader of {self.path.name!r} sent a part of shape {read.shape}, not {expected}")
        return read.astype(self.dtype, copy=False)


def _lazily(raw: Raw, *, shape: tuple[int, ...], dtype: np.dtype[Any]) -> Raw:
    from dataclasses import replace

    import dask
    import dask.array as da

    from_array: Callable[..., da.Array] = da.from_array  # dask leaves it untyped
    status = raw.path.stat()
    mark = dask.base.tokenize(str(raw.path), raw.name, status.st_size, status.st_mtime_ns)
    pieces = Pieces(path=raw.path, name=raw.name, shape=shape, dtype=dtype)
    with dask.config.set({"array.chunk-size": netcdf.CHUNK}):
        array = from_array(pieces, chunks="auto", name=f"apart-{mark}", meta=np.empty((0,) * len(shape), dtype))
    return replace(raw, values=array)


def _axis(told: Mapping[str, JSON]) -> Axis:
    return Axis(
        dims=tuple(map(str, told["dims"])), values=np.asarray(told["values"]), attributes=dict(told["attributes"])
    )
