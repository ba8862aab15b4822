"""Export: fields as NetCDF bytes and as CoverageJSON, for those who read no NetCDF.

CoverageJSON: https://docs.ogc.org/cs/21-069r2/21-069r2.html. A field of several grids becomes one group a grid.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from connectors.compute import times
from connectors.compute.fields import Field
from connectors.items import JSON

if TYPE_CHECKING:
    import xarray as xr

NETCDF = "application/x-netcdf"
COVERAGE = "application/prs.coverage+json"
_EDGES = {"lat": ("lat_south", "lat_north"), "lon": ("lon_west", "lon_east")}


def to_netcdf(field: Field) -> bytes:
    """A CF NetCDF-4 file, cell edges as bounds, runs named along `realization`; several grids are one group each.

    netCDF4 writes it, all under the lock of the library: xarray makes variables outside of it, and HDF5 fails where another
    thread reads meanwhile.
    """
    import netCDF4
    from xarray.backends.locks import HDF5_LOCK, NETCDFC_LOCK

    encoded = [_encoded(_dataset(part, field)) for part in field.parts]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cube.nc"
        with HDF5_LOCK, NETCDFC_LOCK, netCDF4.Dataset(path, "w") as file:
            for number, (variables, attributes) in enumerate(encoded, start=1):
                _write(file if len(encoded) == 1 else file.createGroup(f"grid_{number}"), variables, attributes)
        return path.read_bytes()


def _encoded(dataset: xr.Dataset) -> tuple[dict[str, xr.Variable], dict[str, Any]]:
    """Variables as CF writes them, in memory, and the attributes of the file."""
    import xarray as xr

    variables, attributes = xr.conventions.cf_encoder(*xr.conventions.encode_dataset_coordinates(dataset.load()))
    return {str(name): variable for name, variable in variables.items()}, dict(attributes)


def _write(group: Any, variables: dict[str, xr.Variable], attributes: dict[str, Any]) -> None:
    group.setncatts(attributes)
    for name, variable in variables.items():
        for dim, size in variable.sizes.items():
            if dim not in group.dimensions:
                group.createDimension(str(dim), size)
        values, attrs = variable.values, dict(variable.attrs)
        is_text = values.dtype.kind in "OUS"
        made = group.createVariable(
            name, str if is_text else values.dtype, variable.dims, fill_value=attrs.pop("_FillValue", None),
            zlib=bool(variable.dims) and not is_text, complevel=1,
        )  # fmt: skip
        made.setncatts(attrs)
        made[...] = values.astype(object) if is_text else values


def _dataset(part: xr.DataArray, field: Field) -> xr.Dataset:
    import xarray as xr

    plain = part.drop_vars([name for pair in _EDGES.values() for name in pair if name in part.coords])
    plain.attrs = {
        name: value for name, value in part.attrs.items() if isinstance(value, str | int | float) and value != ""
    }
    for name in plain.coords:
        if plain[name].dtype == object and name != "time":
            plain = plain.assign_coords({name: (plain[name].dims, plain[name].values.astype(str))})
    dataset = plain.to_dataset(name=str(part.name or "value"))
    for axis, (low, high) in _EDGES.items():
        if low in part.coords:
            bounds = np.column_stack((part[low].values, part[high].values))
            dataset[f"{axis}_bnds"] = xr.Variable((axis, "bnds"), bounds)
            dataset[axis].attrs["bounds"] = f"{axis}_bnds"
    dataset.attrs = {"Conventions": "CF-1.11", "title": field.id, "references": "; ".join(field.derived_from)[:20_000]}
    return dataset


def to_coverage(field: Field) -> dict[str, JSON]:
    """A CoverageJSON grid of the first run, or of the only one; times as ISO writes them."""
    part = field.one().isel(realization=0)
    axes: dict[str, JSON] = {}
    for name, letter in (("lon", "x"), ("lat", "y"), ("plev", "z")):
        if name in part.dims:
            axes[letter] = {"values": [float(v) for v in part[name].values]}
    if "time" in part.dims:
        axes["t"] = {"values": list(times.labels(part))}
    order = [{"lon": "x", "lat": "y", "plev": "z", "time": "t"}[str(dim)] for dim in part.dims]
    name = str(part.name or "value")
    return {
        "type": "Coverage",
        "domain": {"type": "Domain", "domainType": "Grid", "axes": axes, "referencing": _referencing(axes)},
        "parameters": {name: _parameter(part, name)},
        "ranges": {
            name: {
                "type": "NdArray",
                "dataType": "float",
                "axisNames": order,
                "shape": list(part.shape),
                "values": _plain(part.values),
            }
        },
    }


def _parameter(part: xr.DataArray, name: str) -> JSON:
    label = str(part.attrs.get("long_name") or part.attrs.get("standard_name") or name)
    unit = {"symbol": str(part.attrs.get("units", "1"))}
    return {"type": "Parameter", "observedProperty": {"label": {"en": label}}, "unit": unit}


def _referencing(axes: dict[str, JSON]) -> list[JSON]:
    systems: list[JSON] = []
    if "x" in axes:
        systems.append(
            {
                "coordinates": ["x", "y"],
                "system": {"type": "GeographicCRS", "id": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"},
            }
        )
    if "t" in axes:
        systems.append({"coordinates": ["t"], "system": {"type": "TemporalRS", "calendar": "Gregorian"}})
    return systems


def _plain(values: np.ndarray[Any, Any]) -> list[float | None]:
    return [float(f"{v:.7g}") if np.isfinite(v) else None for v in values.astype(float).ravel()]
