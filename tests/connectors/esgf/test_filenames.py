"""File names: facets, time coverage and the dates that no calendar library would take."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.esgf.filenames import build_filename, coverage, iso_date, normalise, parse_filename
from connectors.extents import Interval

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")

NAMES = {
    "CMIP6": "tas_Amon_CESM2_historical_r1i1p1f1_gn_185001-201412.nc",
    "CMIP5": "tas_Amon_inmcm4_historical_r1i1p1_185001-200512.nc",
    "CORDEX": "tas_EUR-11_MOHC-HadGEM2-ES_historical_r1i1p1_KNMI-RACMO22E_v2_mon_195001-195012.nc",
    "CMIP7": "tas_tavg-h2m-hxy-u_day_glb_g120_CanESM5-1_1pctCO2_r1i1p2f1_18500101-18601231.nc",
    "input4MIPs": "ts_input4MIPs_atmosphericState_OMIP_MRI-JRA55-do-1-6-0_gr_195801-195812.nc",
    "cmip6-ng": "tas_ann_IPSL-CM6A-LR_ssp585_r1i1p1f1_g025.nc",
}


@pytest.mark.parametrize(("project", "name"), NAMES.items())
def test_the_shape_of_a_name_shows_its_project(project: str, name: str) -> None:
    found = parse_filename(name).facets
    assert found == parse_filename(name, project=project).facets
    assert found["variable_id"] == name.partition("_")[0]


@pytest.mark.parametrize("project", ["CMIP6", "CMIP5", "CMIP7"])
def test_a_name_is_made_from_its_facets(project: str) -> None:
    name = NAMES[project]
    time_range = name.removesuffix(".nc").rpartition("_")[2]
    assert build_filename(parse_filename(name).facets, project=project, time_range=time_range) == name


def test_a_name_of_no_project_needs_to_be_told_so() -> None:
    with pytest.raises(ValueError, match="needs variable_id, table_id"):
        build_filename({"variable_id": "tas"}, project="CMIP6")


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("tas_Amon_X_Y_r1i1p1f1_gn_185001-201402.nc", "1850-01-01", "2014-02-28"),
        ("tas_Amon_X_Y_r1i1p1f1_gn_199601-199602.nc", "1996-01-01", "1996-02-29"),
        ("tas_yr_X_Y_r1i1p1f1_gn_1850-2014.nc", "1850-01-01", "2014-12-31"),
        ("tas_day_X_Y_r1i1p1f1_gn_20050101-20050230.nc", "2005-01-01", "2005-02-30"),
        ("ps_6hrLev_X_Y_r1i1p1_198901010000-198912311800.nc", "1989-01-01", "1989-12-31"),
        ("tas_3hr_X_Y_r1i1p1f1_gn_19790101013000-19800101000000.nc", "1979-01-01", "1980-01-01"),
        ("tas_EUR-11_A_B_r1i1p1_C_v1_1hr_1970010100-1970123123.nc", "1970-01-01", "1970-12-31"),
        ("tas_a1_20c3m_1_cgcm3.1_t47_1850_2000.nc", "1850-01-01", "2000-12-31"),
        ("tas_X_mon_glb_g120_M_piControl_r1i1p2f1_650001-660012.nc", "6500-01-01", "6600-12-31"),
        ("co2_Amon_X_Y_r1i1p1f1_gn_000101-050012.nc", "0001-01-01", "0500-12-31"),
    ],
)
def test_time_is_read_from_the_name(name: str, start: str, end: str) -> None:
    assert parse_filename(name).interval == Interval(start=start, end=end)


def test_a_climatology_says_so() -> None:
    found = parse_filename("pr_Amon_CESM2_historical_r1i1p1f1_gn_195001-201412-clim.nc")
    assert found.climatology
    assert found.interval.start == "1950-01-01"


@pytest.mark.parametrize(
    "name", ["areacella_fx_CESM2_historical_r1i1p1f1_gn.nc", "orog_fx_inmcm4_historical_r0i0p0.nc"]
)
def test_a_fixed_field_has_no_time(name: str) -> None:
    found = parse_filename(name)
    assert found.interval == Interval()
    assert found.facets["table_id"] == "fx"


@pytest.mark.parametrize("name", ["x_209912-200001.nc", "x_999999-999999.nc", "x_20001340-20001350.nc"])
def test_impossible_dates_are_no_time(name: str) -> None:
    assert parse_filename(name).interval == Interval()


def test_the_suffix_that_some_indexes_add_goes() -> None:
    assert normalise("a/b/tas_185001-201412.nc_0") == "tas_185001-201412.nc"


def test_files_cover_their_time_together() -> None:
    names = ["a_185001-189912.nc", "a_190001-201412.nc", "areacella_fx.nc"]
    assert coverage(names) == Interval(start="1850-01-01", end="2014-12-31")


def test_no_name_that_tells_leaves_the_time_open() -> None:
    assert coverage(["a.nc", "b.nc"]) == Interval()


@pytest.mark.parametrize("digits", ["", "12", "20001", "2000130", "not a date", "²⁰⁰⁰"])
def test_what_is_no_date_gives_none(digits: str) -> None:
    assert iso_date(digits) is None


@given(st.text(max_size=60))
def test_no_name_ever_raises(name: str) -> None:
    assert parse_filename(name).name == normalise(name)


@needs_shared
def test_every_recorded_file_name_tells_its_time() -> None:
    recordings = [*(SHARED / "fixtures/solr").glob("*file*.json"), *(SHARED / "fixtures/solr/docs_only").glob("*.json")]
    titles = []
    for path in recordings:
        read = json.loads(path.read_bytes())
        titles += [d["title"] for d in (read if isinstance(read, list) else read["response"]["docs"])]
    silent = [t for t in titles if parse_filename(t).interval.is_open]
    assert len(titles) > 200
    assert silent == []
