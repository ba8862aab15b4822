"""Canonical: real and awkward files become the canonical cube."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from connectors.compute import readers, times
from connectors.errors import BadReply, Unsupported
from connectors.items import Cube
from tests.connectors.compute.samples import HELD, america, coarse_grid, global_tas, polar


def _write(path: Path, array: xr.DataArray) -> Cube:
    array.to_dataset(name="tas").to_netcdf(path)
    return Cube(hrefs=(path.as_uri(),), properties={"variable_id": "tas", "source_id": "M"})


def _grid(values: np.ndarray, time: xr.DataArray, **names: str) -> xr.DataArray:
    lat, lon = names.get("lat", "lat"), names.get("lon", "lon")
    array = xr.DataArray(values, dims=("time", lat, lon), coords={"time": time}, attrs={"units": "K"})
    return array.assign_coords(
        {
            lat: (lat, np.linspace(60, -60, values.shape[1]), {"units": "degrees_north"}),
            lon: (lon, np.arange(0, 360, 360 / values.shape[2]), {"units": "degrees_east"}),
        }
    )


def _clock(values: list[float], units: str = "days since 2000-01-01", **attributes: str) -> xr.DataArray:
    return xr.DataArray(values, dims="time", attrs={"units": units} | attributes)


def test_global_means_are_the_runs_of_the_record() -> None:
    array = readers.read(global_tas("ssp245"), roots=[HELD]).one()
    assert array.dims == ("realization", "time")
    assert set(array.experiment_id.values) == {"ssp245"}
    assert set(array.mip_era.values) == {"CMIP6"}
    assert array.attrs["units"] == "degC"
    assert times.years(array["time"].values)[[0, -1]].tolist() == [1850, 2100]


def test_a_360_day_field_gets_years_and_longitudes_of_ours() -> None:
    array = readers.read(america("A1B"), roots=[HELD]).one()
    assert array.dims == ("realization", "time", "lat", "lon")
    assert (array["lon"].values[0], array["lon"].values[-1]) == (-135.0, -45.0)
    assert times.years(array["time"].values)[[0, -1]].tolist() == [1860, 2099]
    assert array.calendar.values.tolist() == ["360_day"]
    assert array.attrs["year_begins_in_month"] == 12


def test_the_values_stay_on_their_cells() -> None:
    array = readers.read(america("A1B"), roots=[HELD]).one()
    with xr.open_dataset(HELD / "iris/iris_sample_data/sample_data/A1B_north_america.nc") as raw:
        there = raw["air_temperature"].isel(time=100).sel(latitude=45.0, longitude=285.0).item()
    assert array.isel(time=100, realization=0).sel(lat=45.0, lon=-75.0).item() == pytest.approx(there)


def test_a_global_grid_is_turned_to_180_west_and_keeps_its_values() -> None:
    cube = next(c for c in coarse_grid() if c.properties["experiment_id"] == "historical")
    array = readers.read(cube, roots=[HELD]).one()
    with xr.open_dataset(cube.hrefs[0]) as raw:
        there = raw["tas"].isel(time=0).sel(lat=40.5, lon=342.0).item()
    assert array.isel(time=0, realization=0).sel(lat=40.5, lon=-18.0).item() == pytest.approx(there)


def test_files_of_a_data_set_follow_each_other() -> None:
    cube = next(c for c in polar() if c.properties["source_id"] == "EC-Earth3")
    array = readers.read(Cube(hrefs=cube.hrefs[::-1], properties=cube.properties), roots=[HELD]).one()
    assert array.sizes["time"] == 65 * 12
    assert np.all(np.diff(times.years(array["time"].values) * 12 + times.months(array["time"].values)) == 1)


def test_who_made_it_is_read_from_the_file_where_the_catalogue_is_silent() -> None:
    cube = next(c for c in polar() if c.properties["source_id"] == "MIROC6")
    array = readers.read(Cube(hrefs=cube.hrefs), roots=[HELD]).one()
    assert [array[n].item() for n in ("source_id", "member_id", "experiment_id", "institution_id")] == [
        "MIROC6", "r1i1p1f1", "historical", "MIROC",
    ]  # fmt: skip


def test_provenance_names_tracking_ids_where_the_catalogue_gives_none() -> None:
    cube = next(c for c in polar() if c.properties["source_id"] == "MIROC6")
    derived = readers.read(Cube(hrefs=cube.hrefs), roots=[HELD]).derived_from
    assert len(derived) == len(cube.hrefs)
    assert all(text.startswith("hdl:21.14100/") for text in derived)


@pytest.mark.parametrize("names", [{}, {"lat": "latitude", "lon": "longitude"}, {"lat": "y", "lon": "x"}])
def test_axes_are_known_by_their_cf_attributes(tmp_path: Path, names: dict[str, str]) -> None:
    values = np.random.default_rng(0).uniform(270, 300, (3, 5, 8))
    cube = _write(tmp_path / "made.nc", _grid(values, _clock([15.0, 45.0, 75.0]), **names))
    array = readers.read(cube, roots=[tmp_path]).one()
    assert array.sel(lat=60.0, lon=-45.0).isel(time=0, realization=0).item() == pytest.approx(values[0, 0, 7])


@pytest.mark.parametrize("units", ["", "years since 0000-01-01"])
def test_a_file_of_bare_years_can_be_read(tmp_path: Path, units: str) -> None:
    array = xr.DataArray([280.0, 281.0], dims="year", attrs={"units": "K"})
    array = array.assign_coords(year=("year", [1999, 2000], {"units": units} if units else {}))
    field = readers.read(_write(tmp_path / "years.nc", array), roots=[tmp_path])
    assert times.labels(field.one()) == ("1999", "2000")


def test_files_whose_units_differ_are_put_into_one(tmp_path: Path) -> None:
    first = _write(tmp_path / "a.nc", _grid(np.full((2, 3, 4), 280.0), _clock([15.0, 45.0])))
    other = _grid(np.full((2, 3, 4), 6.85), _clock([75.0, 105.0]))
    other.attrs["units"] = "degC"
    second = _write(tmp_path / "b.nc", other)
    array = readers.read(Cube(hrefs=first.hrefs + second.hrefs, properties=first.properties), roots=[tmp_path]).one()
    np.testing.assert_allclose(array.isel(lat=0, lon=0, realization=0).values, 280.0)


def test_depths_of_water_are_put_into_masses_of_it(tmp_path: Path) -> None:
    cubes = []
    for name, days, value, unit in (("a", [15.0, 45.0], 1e-4, "kg m-2 s-1"), ("b", [75.0, 105.0], 8.64, "mm day-1")):
        array = _grid(np.full((2, 3, 4), value), _clock(days))
        array.attrs = {"units": unit, "standard_name": "precipitation_flux"}
        cubes.append(_write(tmp_path / f"{name}.nc", array))
    together = Cube(hrefs=cubes[0].hrefs + cubes[1].hrefs, properties={**cubes[0].properties, "variable_id": "pr"})
    for trusted in ((), (tmp_path,)):
        array = readers.read(together, roots=[tmp_path], trusted=trusted).one()
        np.testing.assert_allclose(array.values, 1e-4)


def test_a_step_held_by_two_files_is_taken_once(tmp_path: Path) -> None:
    first = _write(tmp_path / "a.nc", _grid(np.full((2, 3, 4), 1.0), _clock([15.0, 45.0])))
    second = _write(tmp_path / "b.nc", _grid(np.full((2, 3, 4), 2.0), _clock([45.0, 75.0])))
    array = readers.read(Cube(hrefs=first.hrefs + second.hrefs, properties=first.properties), roots=[tmp_path]).one()
    assert array.isel(lat=0, lon=0, realization=0).values.tolist() == [1.0, 1.0, 2.0]


def test_files_on_different_grids_are_a_bad_reply(tmp_path: Path) -> None:
    first = _write(tmp_path / "a.nc", _grid(np.zeros((2, 3, 4)), _clock([15.0, 45.0])))
    second = _write(tmp_path / "b.nc", _grid(np.zeros((2, 3, 8)), _clock([75.0, 105.0])))
    with pytest.raises(BadReply, match=r"different grids|lie on"):
        readers.read(Cube(hrefs=first.hrefs + second.hrefs), roots=[tmp_path])


def test_times_that_run_backwards_are_a_bad_reply(tmp_path: Path) -> None:
    cube = _write(tmp_path / "back.nc", _grid(np.zeros((3, 3, 4)), _clock([75.0, 45.0, 15.0])))
    with pytest.raises(BadReply, match=r"back\.nc.*backwards"):
        readers.read(cube, roots=[tmp_path])


def test_a_grid_that_is_not_of_latitude_and_longitude_is_unsupported() -> None:
    path = next(HELD.glob("iris/**/nemo_1m_20150101*"))
    with pytest.raises(Unsupported, match=r"nemo_1m.*(axis|grid)"):
        readers.read(Cube(hrefs=(str(path),), properties={"variable_id": "votemper"}), roots=[HELD])
