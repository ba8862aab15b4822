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
    """A CF NetCDF-4 file, cell edges as bounds, runs named along `realization`."""
    import xarray as xr

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cube.nc"
        datasets = [_dataset(part, field) for part in field.parts]
        if len(datasets) == 1:
            datasets[0].to_netcdf(path, engine="netcdf4")
        else:
            tree = xr.DataTree.from_dict({f"/grid_{i + 1}": dataset for i, dataset in enumerate(datasets)})
            tree.to_netcdf(path, engine="netcdf4")
        return path.read_bytes()


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
