"""What pygeoapi serves beside records and processes: footprints of real scenes as features, a field of temperature."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from connectors.items import JSON
from tests.servers.catalogs import real_items
from tests.servers.mapserver import source

YEARS = 10
FIRST_YEAR = 1850


@cache
def features() -> tuple[JSON, ...]:
    """The footprints of the scenes of the holdings' Landsat series."""
    chosen = [item for item in real_items() if item["collection"] == "landsat-sr"]
    return tuple(
        {"type": "Feature", "id": i["id"], "geometry": i["geometry"], "properties": {"cloud": i["properties"]["eo:cloud_cover"]}}
        for i in chosen
    )  # fmt: skip


def write_features(path: Path) -> None:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features())}), "utf-8")


def write_field(path: Path) -> None:
    """Ten years of a climate model's temperature on a coarse grid, longitudes -180…180."""
    field().to_netcdf(path, engine="netcdf4")


def field() -> Any:
    """The dataset that is served; a field of zeros where the holding is not there."""
    import xarray as xr

    times = np.array([f"{FIRST_YEAR + n}-07-01" for n in range(YEARS)], dtype="datetime64[ns]")
    file = source()
    if file is None:
        axes = {"time": times, "lat": np.linspace(-85.5, 85.5, 20), "lon": np.linspace(-171, 171, 20)}
        return xr.Dataset({"tas": (tuple(axes), np.zeros((YEARS, 20, 20), "f4"), {"units": "K"})}, coords=axes)
    with xr.open_dataset(file, decode_times=False) as dataset:
        array = dataset["tas"].isel(time=slice(0, YEARS)).load()
    array = array.assign_coords(time=times, lon=(array.lon + 180) % 360 - 180).sortby("lon").sortby("lat")
    array.attrs, array.encoding = {"units": "K", "long_name": "air temperature"}, {}
    clean = array.transpose("time", "lat", "lon").astype("f4")
    return xr.Dataset({"tas": clean.drop_vars([c for c in clean.coords if c not in clean.dims])})
