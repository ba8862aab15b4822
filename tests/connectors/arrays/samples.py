"""A small model file: two years of monthly temperature on a 5° grid, in the 360-day calendar."""

from __future__ import annotations

from pathlib import Path

import netCDF4
import numpy as np

LATITUDES, LONGITUDES = np.arange(-87.5, 90, 5.0), np.arange(2.5, 360, 5.0)


def model_file(path: Path, *, years: int = 2) -> Path:
    months = 12 * years
    with netCDF4.Dataset(path, "w") as file:
        file.setncatts({"source_id": "HadGEM", "title": 'a "small" run', "realization": np.int32(1)})
        for name, size in (("time", months), ("lat", len(LATITUDES)), ("lon", len(LONGITUDES)), ("bnds", 2)):
            file.createDimension(name, size)
        time = file.createVariable("time", "f8", ("time",))
        time.setncatts({"units": "days since 2000-01-01", "calendar": "360_day", "bounds": "time_bnds"})
        time[:] = np.arange(months) * 30 + 15
        file.createVariable("time_bnds", "f8", ("time", "bnds"))[:] = np.stack([np.arange(months) * 30, np.arange(1, months + 1) * 30], 1)  # fmt: skip
        for name, values, units in (("lat", LATITUDES, "degrees_north"), ("lon", LONGITUDES, "degrees_east")):
            axis = file.createVariable(name, "f8", (name,))
            axis.units = units
            axis[:] = values
        tas = file.createVariable("tas", "f4", ("time", "lat", "lon"), fill_value=1e20, zlib=True, shuffle=True, chunksizes=(1, 18, 36))  # fmt: skip
        tas.setncatts({"units": "K", "coordinates": "height", "standard_name": "air_temperature"})
        tas[:] = np.arange(months * 36 * 72, dtype="f4").reshape(months, 36, 72)
        tas[0, 0, 0] = np.ma.masked
        file.createVariable("height", "f8", ())[...] = 2.0
        file.createVariable("pr", "f4", ("time", "lat", "lon"))[:] = 0.0
    return path
