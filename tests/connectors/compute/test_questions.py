"""The numbers that must come out, worked out again from the raw files by hand: no reader or process of ours in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cftime
import netCDF4
import numpy as np
import pytest
import shapely
import xarray as xr
from scipy import stats

from connectors.compute.local import LocalProcesses, Results
from connectors.items import Cube, Value
from connectors.vocabulary import geometries
from tests.connectors.compute.samples import (
    AMERICA,
    GLOBAL_TAS,
    HELD,
    LAND_COVER,
    america,
    coarse_grid,
    global_tas,
    polar,
    processes,
)

GLOBE = {"kind": "globe", "name": "globe"}
RECENT, CENTURY_END = ["1995-01-01", "2014-12-31"], ["2081-01-01", "2100-12-31"]
TEXAS = {"name": "Texas", "kind": "region", "bbox": [-106.662, 25.844, -93.515, 36.5], "geometry_id": "us-states:TX"}
MEDITERRANEAN = {"name": "Mediterranean", "kind": "region", "bbox": [-10, 29, 37, 46], "geometry_id": "ar6:MED"}
MONTREAL = {"name": "Montréal", "kind": "city", "bbox": [-73.888, 45.234, -73.288, 45.784]}
IOWA = {"name": "Iowa", "kind": "region", "bbox": [-96.638, 40.38, -90.14, 43.501], "geometry_id": "us-states:IA"}
NORTH_POLE = {"name": "North Pole", "kind": "point", "bbox": [-180, 80, 180, 90]}


@pytest.fixture(scope="module")
def local() -> Iterator[LocalProcesses]:
    made = processes()
    yield made
    made.close()


def _run(local: LocalProcesses, process: str, **inputs: Any) -> Results:
    return local.run(local.read(process, inputs))


def _cube(results: Results) -> Cube:
    cube = results.outputs["cube"]
    assert isinstance(cube, Cube)
    return cube


def _value(results: Results) -> Value:
    value = results.outputs["value"]
    assert isinstance(value, Value)
    return value


def _codes(*results: Results) -> set[str]:
    return {caveat.code for r in results for caveat in r.caveats}


def _warming(local: LocalProcesses, experiment: str) -> Cube:
    merged = _run(local, "merge_cubes", data=[global_tas(experiment)], variable="tas", experiments=[experiment])
    placed = _run(local, "aggregate_spatial", data=_cube(merged), place=GLOBE)
    departed = _run(local, "anomaly", data=_cube(placed), reference=RECENT)
    return _cube(_run(local, "aggregate_temporal", data=_cube(departed), interval=CENTURY_END))


def _raw_runs(experiment: str, *, era: str = "CMIP6") -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Years, values (run, year) and models of one run a model, straight from the file."""
    with xr.open_dataset(GLOBAL_TAS) as dataset:
        dataset = dataset.load()
    chosen: dict[str, tuple[tuple[int, ...], int]] = {}
    for i, (source, member) in enumerate(zip(dataset["source"].values, dataset["member"].values, strict=True)):
        if dataset["experiment"].values[i] == experiment and dataset["mip_era"].values[i] == era:
            numbers = tuple(
                int(n) for n in str(member).replace("i", "r").replace("p", "r").replace("f", "r").split("r") if n
            )
            chosen[source] = min(chosen.get(source, (numbers, i)), (numbers, i))
    rows = [i for _, i in chosen.values()]
    return dataset["time"].dt.year.values, dataset["tas"].values[:, rows].T, list(chosen)


def _raw_warming(experiment: str) -> dict[str, float]:
    years, values, models = _raw_runs(experiment)
    late, early = (years >= 2081) & (years <= 2100), (years >= 1995) & (years <= 2014)
    change = np.nanmean(values[:, late], axis=1) - np.nanmean(values[:, early], axis=1)
    return dict(zip(models, change, strict=True))


@pytest.mark.parametrize(("experiment", "about"), [("ssp126", 1.1), ("ssp245", 2.1), ("ssp370", 3.1), ("ssp585", 4.0)])
def test_the_warming_of_the_world_by_the_end_of_the_century(
    local: LocalProcesses, experiment: str, about: float
) -> None:
    value = _value(_run(local, "ensemble_statistics", data=_warming(local, experiment), units="K", kind="change"))
    change = list(_raw_warming(experiment).values())
    assert value.value == pytest.approx(np.median(change), abs=1e-9)
    assert (value.low, value.high) == pytest.approx(tuple(np.quantile(change, [0.05, 0.95])), abs=1e-9)
    assert value.value == pytest.approx(about, abs=0.06)
    assert value.n == len(change)


def test_the_warming_under_ssp245_has_its_range_over_37_models(local: LocalProcesses) -> None:
    value = _value(_run(local, "ensemble_statistics", data=_warming(local, "ssp245"), units="K", kind="change"))
    assert (value.n, value.details["runs"]) == (37, 39)
    assert (value.low, value.high) == pytest.approx((1.4, 3.1), abs=0.05)


def test_two_scenarios_are_compared_model_by_model(local: LocalProcesses) -> None:
    contrast = _run(local, "difference", data=_warming(local, "ssp585"), other=_warming(local, "ssp126"))
    value = _value(_run(local, "ensemble_statistics", data=_cube(contrast), kind="change"))
    high, low = _raw_warming("ssp585"), _raw_warming("ssp126")
    paired = [high[m] - low[m] for m in high if m in low]
    assert value.value == pytest.approx(np.median(paired), abs=1e-9)
    assert value.n == len(paired)


def test_when_the_world_passes_two_degrees(local: LocalProcesses) -> None:
    merged = _run(local, "merge_cubes", data=[global_tas("ssp370")], variable="tas", experiments=["ssp370"])
    crossing = _run(local, "crossing_time", data=_cube(merged), threshold=2.0, reference=["1850-01-01", "1900-12-31"])
    years, values, _ = _raw_runs("ssp370")
    departures = values - np.nanmean(values[:, (years >= 1850) & (years <= 1900)], axis=1, keepdims=True)
    crossed = []
    for row in departures:
        means = {y: row[(years >= y - 10) & (years <= y + 9)].mean() for y in range(1860, 2092)}
        crossed.append(next(y for y in sorted(means) if means[y] > 2.0))
    value = _value(crossing)
    assert value.value == np.median(crossed)
    assert (value.low, value.high) == pytest.approx(tuple(np.quantile(crossed, [0.05, 0.95])))
    assert 2040 <= value.value <= 2050


def test_how_fast_the_world_has_warmed_by_five_families_of_records(local: LocalProcesses) -> None:
    merged = _run(
        local, "merge_cubes", data=[global_tas("obs", "obs")], variable="tas", experiments=["obs"], members="all"
    )
    found = _run(local, "trend", data=_cube(merged), interval=["1970-01-01", "2026-11-25"], by="family")
    with xr.open_dataset(GLOBAL_TAS) as dataset:
        records = {
            str(s): dataset["tas"].values[:, i]
            for i, s in enumerate(dataset["source"].values)
            if dataset["mip_era"].values[i] == "obs"
        }
        years = dataset["time"].dt.year.values
    newest = ["Berkeley-HighRes", "GISTEMPv4", "HadCRUT5", "Kadow2026", "NOAAGlobalTempv6"]
    assert len(records) == 8
    since = (years >= 1970) & np.all([np.isfinite(records[name]) for name in newest], axis=0)
    assert (years[since][0], years[since][-1]) == (1970, 2025)
    slopes = [10 * stats.theilslopes(records[name][since], years[since]).slope for name in newest]
    value = _value(found)
    assert value.value == pytest.approx(np.median(slopes))
    assert (value.low, value.high) == pytest.approx((min(slopes), max(slopes)))
    assert (value.n, value.details["end"], value.details["runs"]) == (5, "2025", 8)
    assert {"running_year", "dependent_versions", "autocorrelation", "period_truncated"} <= _codes(merged, found)


def _inside(geometry_id: str, lon: np.ndarray, lat: np.ndarray, *, steps: int) -> np.ndarray:
    """The area of each cell inside a polygon (lat, lon), counted on a fine lattice of points."""
    polygon = geometries.geometry(geometry_id, HELD)
    shapely.prepare(polygon)
    west, south, east, north = polygon.bounds
    dx, dy = abs(lon[1] - lon[0]), abs(lat[1] - lat[0])
    lattice = (np.arange(steps) + 0.5) / steps - 0.5
    weights = np.zeros((len(lat), len(lon)))
    for i, y in enumerate(lat):
        for j, x in enumerate(lon):
            if west - dx < x < east + dx and south - dy < y < north + dy:
                px, py = np.meshgrid(x + dx * lattice, y + dy * lattice)
                weights[i, j] = (shapely.contains_xy(polygon, px, py) * np.cos(np.radians(py))).sum()
    return weights


def _raw_texas(scenario: str) -> float:
    with xr.open_dataset(AMERICA / f"{scenario}_north_america.nc") as dataset:
        field = dataset["air_temperature"].load()
    weights = _inside("us-states:TX", field["longitude"].values - 360, field["latitude"].values, steps=20)
    years = np.array([t.year for t in field["time"].values])
    series = (field.values * weights).sum(axis=(1, 2)) / weights.sum()
    return float(series[(years >= 2070) & (years <= 2099)].mean() - series[(years >= 1961) & (years <= 1990)].mean())


def test_how_much_warmer_texas_gets_under_two_scenarios(local: LocalProcesses) -> None:
    sides = {}
    for scenario in ("A1B", "E1"):
        merged = _run(local, "merge_cubes", data=[america(scenario)], variable="tas", experiments=[scenario])
        placed = _run(local, "aggregate_spatial", data=_cube(merged), place=TEXAS)
        departed = _run(local, "anomaly", data=_cube(placed), reference=["1961-01-01", "1990-12-31"])
        sides[scenario] = _cube(
            _run(local, "aggregate_temporal", data=_cube(departed), interval=["2070-01-01", "2099-12-31"])
        )
        spread = _run(local, "ensemble_statistics", data=sides[scenario], units="K", kind="change")
        assert _value(spread).value == pytest.approx(_raw_texas(scenario), abs=0.01)
        assert {"single_model", "meteorological_year"} <= _codes(merged, spread)
    contrast = _run(local, "difference", data=sides["A1B"], other=sides["E1"])
    value = _value(_run(local, "ensemble_statistics", data=_cube(contrast), kind="change"))
    assert value.value == pytest.approx(_raw_texas("A1B") - _raw_texas("E1"), abs=0.01)


def test_the_annual_temperature_of_montreal_in_the_2050s(local: LocalProcesses) -> None:
    merged = _run(local, "merge_cubes", data=[america("A1B")], variable="tas", experiments=["A1B"])
    placed = _run(local, "aggregate_spatial", data=_cube(merged), place=MONTREAL)
    mean = _run(local, "aggregate_temporal", data=_cube(placed), interval=["2050-01-01", "2059-12-31"])
    value = _value(_run(local, "ensemble_statistics", data=_cube(mean), units="degC", kind="level"))
    with xr.open_dataset(AMERICA / "A1B_north_america.nc") as dataset:
        cell = dataset["air_temperature"].sel(latitude=45.5, longitude=360 - 73.6, method="nearest").load()
    decade = [t.year in range(2050, 2060) for t in cell["time"].values]
    assert value.value == pytest.approx(float(cell.values[decade].mean(dtype=float)) - 273.15, abs=1e-6)
    assert (value.units, _codes(placed)) == ("degC", {"nearest_cell"})


def test_how_the_mediterranean_warms_in_one_coarse_model(local: LocalProcesses) -> None:
    merged = _run(local, "merge_cubes", data=coarse_grid(), variable="tas", experiments=["ssp585"])
    placed = _run(local, "aggregate_spatial", data=_cube(merged), place=MEDITERRANEAN)
    departed = _run(local, "anomaly", data=_cube(placed), reference=RECENT)
    mean = _run(local, "aggregate_temporal", data=_cube(departed), interval=["2041-01-01", "2060-12-31"])
    spread = _run(local, "ensemble_statistics", data=_cube(mean), units="K", kind="change")

    folder = "mesmer/tests/test-data/calibrate-coarse-grid/cmip6-ng/tas/ann/g025"
    names = [HELD / folder / f"tas_ann_IPSL-CM6A-LR_{e}_r1i1p1f1_g025.nc" for e in ("historical", "ssp585")]
    tas = xr.concat([xr.open_dataset(name)["tas"].load() for name in names], dim="time")
    lon = np.where(tas["lon"].values > 180, tas["lon"].values - 360, tas["lon"].values)
    weights = xr.DataArray(_inside("ar6:MED", lon, tas["lat"].values, steps=90), dims=("lat", "lon"))
    series = (tas * weights).sum(("lat", "lon")) / weights.sum()
    year = series["time"].dt.year
    change = float(series[(year >= 2041) & (year <= 2060)].mean() - series[(year >= 1995) & (year <= 2014)].mean())
    assert _value(spread).value == pytest.approx(change, abs=0.002)
    assert {"coarse_grid", "single_model"} <= _codes(placed, spread)


def test_fiji_is_the_mean_of_the_cells_on_both_sides_of_180(local: LocalProcesses) -> None:
    box = [174.589, -21.711, -178.216, -12.475]
    merged = _run(local, "merge_cubes", data=coarse_grid(), variable="tas", experiments=["ssp585"])
    fiji = {"name": "Fiji", "kind": "bbox", "bbox": box, "geometry_id": None}
    placed = _run(local, "aggregate_spatial", data=_cube(merged), place=fiji)
    mean = _run(local, "aggregate_temporal", data=_cube(placed), interval=["2081-01-01", "2100-12-31"])
    value = _value(_run(local, "ensemble_statistics", data=_cube(mean), units="degC", kind="level"))

    folder = "mesmer/tests/test-data/calibrate-coarse-grid/cmip6-ng/tas/ann/g025"
    with xr.open_dataset(HELD / folder / "tas_ann_IPSL-CM6A-LR_ssp585_r1i1p1f1_g025.nc") as dataset:
        tas = dataset["tas"].load()
    lat, lon = np.arange(-21.711, -12.475, 0.01), np.arange(174.589, 181.784, 0.01)  # 0…360, as the file has them
    cells = tas.sel(lat=xr.DataArray(lat, dims="y"), lon=xr.DataArray(lon, dims="x"), method="nearest")
    points = cells.weighted(xr.DataArray(np.cos(np.radians(lat)), dims="y")).mean(("y", "x"))
    year = points["time"].dt.year
    expected = float(points[(year >= 2081) & (year <= 2100)].mean()) - 273.15
    assert value.value == pytest.approx(expected, abs=0.02)


def test_the_share_of_iowa_under_crops(local: LocalProcesses) -> None:
    import rasterio

    found = _run(
        local, "class_area", data=[Cube(hrefs=(str(LAND_COVER),), type="image/tiff")], place=IOWA, classes=[12]
    )
    with rasterio.open(LAND_COVER) as source:
        classes = source.read(1)
    lat, lon = 90 - 0.05 * (np.arange(3600) + 0.5), -180 + 0.05 * (np.arange(7200) + 0.5)
    rows, columns = (lat > 40) & (lat < 44), (lon > -97) & (lon < -90)
    px, py = np.meshgrid(lon[columns], lat[rows])
    iowa = geometries.geometry("us-states:IA", HELD)
    weights = shapely.contains_xy(iowa, px, py) * np.cos(np.radians(py))
    window = classes[np.ix_(rows, columns)]
    assert _value(found).value == pytest.approx(100 * weights[window == 12].sum() / weights.sum(), abs=0.1)
    caveat = next(c for c in found.caveats if c.code == "mosaic_class")
    assert caveat.parameters["share"] == pytest.approx(100 * weights[window == 14].sum() / weights.sum(), abs=0.1)


def _raw_polar(cube: Cube) -> tuple[np.ndarray, np.ndarray]:
    """Years and annual means at 925 hPa of the cell nearest to the pole, 1950–2014, months weighted by their days."""
    sums: dict[int, list[float]] = {year: [0.0, 0.0] for year in range(1950, 2015)}
    for href in cube.hrefs:
        with netCDF4.Dataset(href) as dataset:
            level, row = int(np.abs(dataset["plev"][:] - 92500).argmin()), int(dataset["lat"][:].argmax())
            time = dataset["time"]
            dates = cftime.num2date(time[:], time.units, time.calendar, only_use_cftime_datetimes=True)
            for date, value in zip(dates, dataset["ta"][:, level, row, 0], strict=True):
                if date.year in sums:
                    sums[date.year][0] += float(value) * date.daysinmonth
                    sums[date.year][1] += date.daysinmonth
    return np.array(list(sums)), np.array([total / days for total, days in sums.values()])


def test_how_the_lower_troposphere_has_warmed_near_the_north_pole(local: LocalProcesses) -> None:
    cubes = polar()
    merged = _run(local, "merge_cubes", data=cubes, variable="ta", experiments=["historical"])
    level = _run(local, "filter_level", data=_cube(merged), pressure="lowest")
    placed = _run(local, "aggregate_spatial", data=_cube(level), place=NORTH_POLE)
    annual = _run(local, "aggregate_temporal_period", data=_cube(placed), period="year")
    found = _run(local, "trend", data=_cube(annual), interval=["1950-01-01", "2026-11-25"])
    slopes = [10 * stats.theilslopes(values, years).slope for years, values in (_raw_polar(cube) for cube in cubes)]
    value = _value(found)
    assert value.value == pytest.approx(np.median(slopes), abs=0.002)
    assert (value.low, value.high) == pytest.approx(tuple(np.quantile(slopes, [0.05, 0.95])), abs=0.01)
    assert (value.n, value.details["pressure_pa"], value.details["end"]) == (42, 92500.0, "2014")
    assert {"implausible_values", "pressure_level", "nearest_cell", "period_truncated"} <= _codes(
        merged, level, placed, found
    )
