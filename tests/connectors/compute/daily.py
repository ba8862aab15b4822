"""A made year (or more) of daily global fields in one NetCDF-4 file, compressed and chunked as archives do."""

from __future__ import annotations

from pathlib import Path

import netCDF4
import numpy as np

from connectors.items import Cube


def write_daily(path: Path, *, years: int = 1, step: float = 1.0, variable: str = "tasmax", chunk: int = 1) -> Cube:
    """Smooth temperatures with noise, float32, (time, lat, lon); from 2001 in the noleap calendar."""
    rng = np.random.default_rng(7)
    lat, lon = np.arange(-90 + step / 2, 90, step), np.arange(step / 2, 360, step)
    with netCDF4.Dataset(path, "w") as dataset:
        for name, values, unit in (("lat", lat, "degrees_north"), ("lon", lon, "degrees_east")):
            dataset.createDimension(name, len(values))
            axis = dataset.createVariable(name, "f8", (name,))
            axis[:], axis.units, axis.standard_name = values, unit, {"lat": "latitude", "lon": "longitude"}[name]
        dataset.createDimension("time", None)
        time = dataset.createVariable("time", "f8", ("time",))
        time.units, time.calendar, time.standard_name = "days since 2001-01-01", "noleap", "time"
        chunks = (chunk, len(lat), len(lon))
        data = dataset.createVariable(variable, "f4", ("time", "lat", "lon"), zlib=True, complevel=1, chunksizes=chunks)
        data.units, data.standard_name, data.cell_methods = "K", "air_temperature", "time: maximum"
        for year in range(years):
            days = np.arange(365)
            season = 12 * np.sin(2 * np.pi * (days - 100) / 365)[:, None] * np.sign(lat)[None, :]
            field = (265 + 35 * np.cos(np.radians(lat)))[None, :, None] + season[:, :, None]
            noise = rng.normal(0, 3, (365, len(lat), len(lon)))
            data[year * 365 : (year + 1) * 365] = np.round(field + noise, 1).astype("f4")
            time[year * 365 : (year + 1) * 365] = year * 365 + days + 0.5
        dataset.setncatts(
            {"source_id": "made", "experiment_id": "historical", "mip_era": "CMIP6", "variant_label": "r1i1p1f1"}
        )
    return daily_cube(path, variable=variable)


def daily_cube(path: Path, *, variable: str = "tasmax") -> Cube:
    """What such a file is of."""
    words = {"variable_id": variable, "source_id": "made", "experiment_id": "historical", "frequency": "day"}
    return Cube(hrefs=(str(path),), id="daily.made", properties=words | {"mip_era": "CMIP6", "member_id": "r1i1p1f1"})
