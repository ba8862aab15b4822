"""What is usual at a latitude: the tables are what their data say, real data pass, and what is out of place is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pytest
import xarray as xr

from conductor.narrator.caveats import words
from connectors.compute.checks import check_array, check_file, check_processed
from connectors.compute.usual import AIR, BAND, SEA, Where, months_between, usual, where_of
from connectors.items import Processed, Value
from connectors.operations import Process
from connectors.vocabulary import geometries
from tests.connectors.compute.samples import HELD, SHARED
from tests.connectors.compute.test_checks import made

CLIMATE = SHARED / "data/climate"
SEASONS = ((12, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11))
needs_data = pytest.mark.skipif(not CLIMATE.exists(), reason="the reference library is not here")


def _season(months: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return months % 12 // 3


@needs_data
@pytest.mark.skipif(not (HELD / "regionmask").exists(), reason="the AR6 regions are not here")
def test_the_air_of_each_band_is_that_of_the_models() -> None:
    """A region counts for every band that it reaches five degrees into."""
    low, high = np.full((9, 4), np.inf), np.full((9, 4), -np.inf)
    for name in ("historical", "ssp"):
        with xr.open_dataset(CLIMATE / f"cmip6_ar6_tas_mon_{name}.nc", decode_times=False) as dataset:
            values = dataset["tas"].transpose("time", "region", ...).values
            regions = [str(r) for r in dataset["region"].values]
        for number, region in enumerate(regions):
            if region == "world":
                continue
            south, north = geometries.geometry(f"ar6:{region}", HELD).bounds[1::2]
            own = values[:, number]
            for band in range(9):
                edge = -90 + BAND * band
                if min(north, edge + BAND) - max(south, edge) < 5:
                    continue
                for season in range(4):
                    held = own[_season(np.arange(len(own)) % 12 + 1) == season]
                    low[band, season] = min(low[band, season], np.nanmin(held))
                    high[band, season] = max(high[band, season], np.nanmax(held))
    np.testing.assert_allclose(np.array(AIR)[..., 0], low, atol=0.051)
    np.testing.assert_allclose(np.array(AIR)[..., 1], high, atol=0.051)


@needs_data
def test_the_sea_of_each_band_is_that_of_the_ships() -> None:
    with xr.open_dataset(CLIMATE / "coads_climatology.nc", decode_times=False) as dataset:
        values, lat = dataset["SST"].values, dataset["COADSY"].values
    for band, seasons in enumerate(SEA):
        inside = (lat > -90 + BAND * band) & (lat < -90 + BAND * (band + 1))
        for season, told in enumerate(seasons):
            held = values[:, inside][_season(np.arange(12) + 1) == season]
            if (band, season) != (0, 2):  # which no ship has seen
                assert told == pytest.approx((np.nanmin(held), np.nanmax(held)), abs=0.051)


@needs_data
@pytest.mark.parametrize(
    "name",
    ["A1B_north_america", "E1_north_america", "NRCAN_SECan_1981-2010", "tas_ann_IPSL-CM6A-LR_ssp585_r1i1p1f1_g025"],
)
def test_real_fields_pass(name: str) -> None:
    assert [c.code for c in check_file(CLIMATE / f"{name}.nc")] == []


@needs_data
@pytest.mark.parametrize(("name", "places"), [("daily_surface_cancities_1990-1993", 5), ("CanESM2_1950-2100", 3)])
def test_real_days_pass(name: str, places: int) -> None:
    with xr.open_dataset(CLIMATE / f"{name}.nc") as dataset:
        for place in range(places):
            for variable in ("tasmax", "pr"):
                array = dataset[variable].isel(location=place).transpose("time").load()
                lat = float(dataset["lat"][place])
                cell = array.drop_vars(["lat", "lon", "location"], errors="ignore").expand_dims(lat=[lat], axis=1)
                assert check_array(cell, name=name) == ()


def test_a_winter_in_the_tropics_is_said_in_both_languages(tmp_path: Path) -> None:
    """Latitude and longitude taken for one another: a value of Siberia under a tropical latitude."""
    (caveat,) = check_file(made(tmp_path, np.full((60, 2), 228.0), lat=(-5.0, 5.0)))
    assert caveat.code == "unlike_climate"
    assert "between the latitudes -5 and 5" in words(caveat, "en") and "latitudes" in words(caveat, "fr")
    assert check_file(made(tmp_path, np.full((60, 2), 228.0), lat=(60.0, 70.0))) == ()


def test_the_season_counts() -> None:
    january, july = Where(south=45, north=50, months=(1,)), Where(south=45, north=50, months=(7,))
    low = {where.months: usual("air_temperature", where) for where in (january, july)}
    assert low[(7,)].low - low[(1,)].low > 25  # type: ignore[union-attr]


def test_a_month_of_rain_is_not_a_day_of_it(tmp_path: Path) -> None:
    """1,000 mm in a day were measured, 1,000 mm a day over a month never."""
    rain: Any = {"standard_name": "precipitation_flux", "units": "kg m-2 s-1"}
    heavy = np.full((12, 2), 1000.0 / 86400)
    assert check_file(made(tmp_path, heavy, **rain)) == ()
    (caveat,) = check_file(made(tmp_path, heavy, days=np.arange(12) * 30.4, **rain))
    assert caveat.code == "beyond_records" and "30 days" in words(caveat, "en")


def test_the_sun_of_a_day_is_less_than_that_of_noon(tmp_path: Path) -> None:
    sun: Any = {"standard_name": "surface_downwelling_shortwave_flux_in_air", "units": "W m-2"}
    (caveat,) = check_file(made(tmp_path, np.full((60, 2), 900.0), **sun))
    assert caveat.code == "beyond_records"


def test_there_is_no_sea_ice_in_the_tropics(tmp_path: Path) -> None:
    ice: Any = {"standard_name": "sea_ice_area_fraction", "units": "%"}
    (caveat,) = check_file(made(tmp_path, np.full((60, 2), 80.0), lat=(10.0, 20.0), **ice))
    assert caveat.code == "unlike_climate"
    assert check_file(made(tmp_path, np.full((60, 2), 80.0), lat=(70.0, 80.0), **ice)) == ()


def test_a_single_value_is_judged_by_the_place_that_was_asked_for() -> None:
    told = Processed(outputs={"value": Value(value=230.0, units="K")})
    for inputs in ({"bbox": "10,0,20,10"}, {"lat0": 0, "lat1": 10}, {"lat": "5"}, {"place": {"bbox": [0, 0, 9, 9]}}):
        (caveat,) = check_processed(told, Process(process_id="mean", inputs={"variable": "tas"} | inputs))
        assert caveat.code == "unlike_climate"
    assert check_processed(told, Process(process_id="mean", inputs={"variable": "tas"})) == ()


def test_air_aloft_is_not_judged_by_the_ground(tmp_path: Path) -> None:
    path = made(tmp_path, np.full((60, 2), 215.0), lat=(-5.0, 5.0))
    with netCDF4.Dataset(path, "a") as data:
        data.renameVariable("tas", "ta")
    assert check_file(path) == ()


def test_months_and_axes_are_told() -> None:
    assert months_between("2000-11-16", "2001-02-15") == (11, 12, 1, 2)
    assert months_between("2000-01-01", "2000-12-31") == ()
    where = where_of([{"role": "time", "n": 3, "first": "2000-01-16", "last": "2000-03-16"}])
    assert where.months == (1, 2, 3) and where.step_days == pytest.approx(30.4, abs=0.5)
