"""What NetCDF files say of themselves, on the files of the holdings and on damaged ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import netCDF4
import numpy as np
import pytest

from conductor.settings import from_environment
from connectors.embedded.netcdf_facts import Facts, read_facts

HOLDINGS = from_environment().holdings_dir
IRIS = "iris/iris_sample_data/sample_data"
MESMER = (
    "mesmer/tests/test-data/calibrate-coarse-grid/cmip6-ng/tas/ann/g025/tas_ann_IPSL-CM6A-LR_ssp585_r1i1p1f1_g025.nc"
)


@pytest.fixture(scope="module")
def global_means() -> Facts:
    return read_facts(HOLDINGS, "xscen/xscen/data/IPCC_annual_global_tas.nc")


def _write(
    path: Path, *, days: list[float], calendar: str = "standard", bounds: list[tuple[float, float]] | None = None
) -> None:
    with netCDF4.Dataset(path, "w") as data:
        data.createDimension("time", len(days))
        data.createDimension("nv", 2)
        time = data.createVariable("time", "f8", ("time",))
        time.units, time.calendar = "days since 2000-01-01", calendar
        time[:] = days
        data.createVariable("tas", "f4", ("time",)).units = "K"
        if bounds:
            time.bounds = "time_bnds"
            data.createVariable("time_bnds", "f8", ("time", "nv"))[:] = np.array(bounds)


def test_the_main_variable_and_its_units_are_found() -> None:
    facts = read_facts(HOLDINGS, f"{IRIS}/A1B_north_america.nc")
    assert (facts.variable, facts.units, facts.standard_name) == ("air_temperature", "K", "air_temperature")
    assert facts.shape == (240, 37, 49)


def test_the_scenario_of_the_variable_is_read() -> None:
    assert read_facts(HOLDINGS, f"{IRIS}/E1_north_america.nc").attributes["experiment_id"] == "E1"


def test_time_is_in_the_file_s_own_calendar() -> None:
    facts = read_facts(HOLDINGS, f"{IRIS}/A1B_north_america.nc")
    assert (facts.calendar, facts.start, facts.end) == ("360_day", "1859-12-01", "2099-11-30")


def test_the_box_goes_from_edge_to_edge() -> None:
    assert read_facts(HOLDINGS, f"{IRIS}/A1B_north_america.nc").bbox == (224.0625, 14.375, 315.9375, 60.625)


def test_bounds_that_do_not_tile_the_axis_are_not_believed() -> None:
    facts = read_facts(HOLDINGS, MESMER)
    assert (facts.start, facts.end) == ("2015-01-01", "2100-12-31")


def test_the_checksum_is_that_of_the_bytes() -> None:
    assert read_facts(HOLDINGS, MESMER).sha256 == hashlib.sha256((HOLDINGS / MESMER).read_bytes()).hexdigest()


def test_runs_side_by_side_are_grouped(global_means: Facts) -> None:
    counted = {(r.mip_era, r.experiment_id): (r.count, len(r.source_id)) for r in global_means.runs}
    assert counted["CMIP6", "ssp245"] == (39, 37)
    assert counted["CMIP5", "rcp85"] == (83, 29)
    assert counted["obs", "obs"] == (8, 8)


def test_observations_have_no_members(global_means: Facts) -> None:
    observed = next(r for r in global_means.runs if r.experiment_id == "obs")
    assert observed.member_id == ()
    assert "HadCRUT5" in observed.source_id


def test_monthly_instants_cover_whole_months(tmp_path: Path) -> None:
    _write(tmp_path / "a.nc", days=[15.0, 45.0, 75.0])
    facts = read_facts(tmp_path, "a.nc")
    assert (facts.start, facts.end) == ("2000-01-01", "2000-03-31")


def test_the_thirtieth_of_february_is_a_day(tmp_path: Path) -> None:
    _write(tmp_path / "a.nc", days=[15.0, 45.0], calendar="360_day", bounds=[(0, 30), (30, 60)])
    assert read_facts(tmp_path, "a.nc").end == "2000-02-30"


def test_a_truncated_file_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "cut.nc").write_bytes((HOLDINGS / MESMER).read_bytes()[:20_000])
    facts = read_facts(tmp_path, "cut.nc")
    assert facts.error
    assert str(tmp_path) not in facts.error


def test_a_file_of_no_such_format_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.nc").write_bytes(b"not a NetCDF file")
    assert "Unknown file format" in read_facts(tmp_path, "x.nc").error


def test_a_file_without_data_is_of_no_use(tmp_path: Path) -> None:
    with netCDF4.Dataset(tmp_path / "empty.nc", "w"):
        pass
    assert read_facts(tmp_path, "empty.nc").error == "it holds no data variable"
