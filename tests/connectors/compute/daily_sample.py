"""Daily values of Montréal as files, one a variable: ERA5's and what follows from them, a river's discharge, a few made up."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

from tests.connectors.compute.samples import SHARED

ERA5 = SHARED / "data/climate/daily_surface_cancities_1990-1993.nc"
SALMON = SHARED / "data/hydro/Salmon-River-Near-Prince-George_meteo_daily.nc"
MONTREAL = 1
PLACE = {"lat": [45.5], "lon": [-73.4]}
MADE = ("areacello", "drought_factor", "evspsbl", "gwl", "prc", "siconc", "smd", "ua")  # no real daily ones are at hand


def write_sample(folder: Path) -> None:
    """A file a variable, in double precision, so that both sides read the same numbers."""
    with xr.open_dataset(ERA5) as dataset:
        held = dataset.isel(location=MONTREAL, drop=True).load()
    arrays: dict[str, xr.DataArray] = {str(n): held[n].astype(float) for n in held.data_vars}
    arrays |= _following(arrays) | _discharge(held["time"]) | _made(arrays) | _hourly(arrays) | _longer(arrays)
    for name, array in arrays.items():
        whole = array if "lat" in array.dims else array.expand_dims(PLACE, axis=(-2, -1))
        whole["lat"].attrs, whole["lon"].attrs = {"units": "degrees_north"}, {"units": "degrees_east"}
        encoding: Any = {"time": {"units": "hours since 1990-01-01"}} if "time" in whole.dims else {}
        whole.rename(name.partition("_of_")[0]).to_netcdf(folder / f"{name}.nc", encoding=encoding)


def _following(era5: Mapping[str, xr.DataArray]) -> dict[str, xr.DataArray]:
    """What is the difference or the sum of others, or another name of one."""

    def told(array: xr.DataArray, units: str, **more: Any) -> xr.DataArray:
        return array.assign_attrs({"units": units} | more)

    return {
        "pr_annual": told(era5["pr"].mean("time") * 86400 * 365.25, "mm/year"),
        "rlus": told(era5["rlds"] - era5["rls"], "W m-2", standard_name="surface_upwelling_longwave_flux_in_air"),
        "rsus": told(era5["rsds"] - era5["rss"], "W m-2", standard_name="surface_upwelling_shortwave_flux_in_air"),
        "sund": told(era5["sund"], "s"),
        "wb": told(era5["pr"] - era5["evspsblpot"], "kg m-2 s-1"),
        "wind_speed": told(era5["sfcWind"], "m s-1", standard_name="wind_speed"),
        "wsgsmax": told(era5["sfcWindmax"], "m s-1", standard_name="wind_speed_of_gust"),
    }  # fmt: skip


def _discharge(time: xr.DataArray) -> dict[str, xr.DataArray]:
    """The Salmon River's on the same days, also under the name of xclim's generic indicators."""
    with xr.open_dataset(SALMON) as dataset:
        values = dataset["qobs"].squeeze().sel(time=time).load().values.astype(float)
    attrs = {"units": "m3 s-1", "standard_name": "water_volume_transport_in_river_channel"}
    array = xr.DataArray(values, dims="time", coords={"time": time.values}, attrs=attrs)
    return {"q": array, "da": array}


def _made(era5: Mapping[str, xr.DataArray]) -> dict[str, xr.DataArray]:
    """Plausible numbers for variables of which there is no real daily sample; seeded."""
    time, rng = era5["tas"]["time"], np.random.default_rng(5)
    season = xr.DataArray(np.cos(2 * np.pi * np.arange(len(time)) / 365.25), dims="time", coords={"time": time})
    noise = xr.DataArray(rng.random(len(time)), dims="time", coords={"time": time})
    levels: dict[str, Any] = {
        "plev": [92500.0, 85000.0, 77500.0],
        "lat": np.arange(15.0, 76.0, 5.0),
        "lon": np.arange(-60.0, 1.0, 10.0),
    }
    shape = (len(time), *(len(axis) for axis in levels.values()))
    wind = xr.DataArray(rng.normal(8, 6, shape), dims=("time", *levels), coords={"time": time} | levels)
    wind["plev"].attrs = {"units": "Pa", "standard_name": "air_pressure", "positive": "down"}
    return {
        "areacello": xr.DataArray(1e8, attrs={"units": "m2", "standard_name": "cell_area"}),
        "drought_factor": (5 - 4 * season * noise).assign_attrs(units="1"),
        "evspsbl": (era5["evspsblpot"].clip(min=0) * 0.7).assign_attrs(
            units="kg m-2 s-1", standard_name="water_evapotranspiration_flux"),
        "gwl": (50 + season + noise).assign_attrs(units="m"),
        "prc": (era5["pr"].clip(min=0) * noise).assign_attrs(units="kg m-2 s-1", standard_name="convective_precipitation_flux"),
        "siconc": (50 + 45 * season).assign_attrs(units="%", standard_name="sea_ice_area_fraction"),
        "smd": (100 + 90 * season * noise).assign_attrs(units="mm/day"),
        "ua": wind.assign_attrs(units="m s-1", standard_name="eastward_wind"),
    }  # fmt: skip


def _hourly(era5: Mapping[str, xr.DataArray]) -> dict[str, xr.DataArray]:
    """Hours put between the days: temperature in a daily wave, rain spread unevenly."""
    made: dict[str, xr.DataArray] = {}
    for name in ("tas", "pr"):
        hours = era5[name].resample(time="h").ffill()
        wave = xr.DataArray(
            np.sin(2 * np.pi * hours["time"].dt.hour.values / 24), dims="time", coords={"time": hours["time"]}
        )
        values = hours + 4 * wave if name == "tas" else hours.clip(min=0) * (1 + wave)
        made[f"{name}_of_hours"] = values.assign_attrs(era5[name].attrs)
    return made


def _longer(era5: Mapping[str, xr.DataArray]) -> dict[str, xr.DataArray]:
    """The four years of minima nine times over, 20 K warmer to lie in every scale: climate zones take thirty years."""
    values = np.concatenate([era5["tasmin"].values + 20 + 0.1 * turn for turn in range(9)])
    time = xr.date_range("1960-01-01", periods=len(values), freq="D")
    return {"tasmin_of_decades": xr.DataArray(values, dims="time", coords={"time": time}, attrs=era5["tasmin"].attrs)}
