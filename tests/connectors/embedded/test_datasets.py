"""The catalogue of what is here: counts, missing and damaged holdings, the user's own folders."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from conductor.settings import from_environment
from connectors.embedded.datasets import INDEX, Catalogue, Dataset, Folder, catalogue
from connectors.extents import BBox, Interval

HOLDINGS = from_environment().holdings_dir
SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
DRS = "esmvaltool_sample_data/data/timeseries"
MIROC = f"{DRS}/CMIP6/CMIP/MIROC/MIROC6/historical/r1i1p1f1/day/ta/gn/v20191016"


@pytest.fixture(scope="module")
def held() -> Catalogue:
    return catalogue(HOLDINGS)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Holdings of one CMIP6 dataset only."""
    shutil.copytree(HOLDINGS / "esmvaltool" / MIROC, tmp_path / "esmvaltool" / MIROC)
    return tmp_path


def _dataset(held: Catalogue, master_id: str) -> Dataset:
    return next(d for d in held.datasets if d.master_id == master_id)


def test_each_archive_gives_its_datasets(held: Catalogue) -> None:
    assert Counter(d.project for d in held.datasets) == {
        "CMIP6": 76, "cmip6-ng": 10, "IPCC-AR6-global-tas": 8, "ENSEMBLES": 2, "observations": 2,
    }  # fmt: skip


def test_34_models_have_daily_temperature(held: Catalogue) -> None:
    daily = [d for d in held.datasets if d.facets.get("table_id") == ("day",)]
    assert len({d.facets["source_id"] for d in daily}) == 34


def test_a_dataset_of_many_files_spans_them(held: Catalogue) -> None:
    found = _dataset(held, "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.Amon.ta.gn")
    assert (found.version, len(found.files)) == ("20190311", 7)
    assert found.interval == Interval(start="1950-01-01", end="2014-12-31")


def test_everything_here_is_sound_and_complete(held: Catalogue) -> None:
    assert held.messages() == ()


def test_the_holding_s_credit_travels_with_its_datasets(held: Catalogue) -> None:
    found = _dataset(held, "ENSEMBLES.MOHC.HadGEM2-AO.A1B.yr.tas")
    assert "Met Office" in found.details["citation"]
    assert "Open Government Licence" in found.details["license"]


def test_the_file_s_own_licence_goes_first(held: Catalogue) -> None:
    found = _dataset(held, "cmip6-ng.ScenarioMIP.IPSL.IPSL-CM6A-LR.ssp585.r1i1p1f1.yr.tas.g025")
    assert "CMIP6 model data produced by IPSL" in found.details["license"]
    assert found.details["doi"] == "10.22033/ESGF/CMIP6.5195"


def test_the_same_files_give_the_same_catalogue(held: Catalogue) -> None:
    assert catalogue(HOLDINGS) == held


def test_a_missing_holding_says_how_to_fetch_it(small: Path) -> None:
    found = catalogue(small)
    assert found.missing == ("iris", "mesmer", "xscen")
    assert "holding 'iris' is not here: fetch it with `conductor holdings sync --only iris`" in found.messages()


def test_what_is_here_is_published_without_the_rest(small: Path) -> None:
    assert [d.project for d in catalogue(small).datasets] == ["CMIP6"]


def test_a_corrupt_file_is_left_out_and_named(small: Path) -> None:
    first = min((small / "esmvaltool" / MIROC).iterdir())
    first.write_bytes(first.read_bytes()[:3000])
    found = catalogue(small)
    assert [len(d.files) for d in found.datasets] == [2]
    assert [u.path.rpartition("/")[2] for u in found.unusable] == [first.name]
    assert any(first.name in m and "left out" in m for m in found.messages())


def test_the_index_lies_beside_the_holdings(small: Path) -> None:
    catalogue(small)
    assert (small / INDEX).is_file()


def test_the_greatest_version_is_the_latest(small: Path) -> None:
    older = small / "esmvaltool" / MIROC.replace("v20191016", "v20180101")
    shutil.copytree(small / "esmvaltool" / MIROC, older)
    assert {d.version: d.latest for d in catalogue(small).datasets} == {"20180101": False, "20191016": True}


def test_a_folder_in_drs_layout_becomes_cmip6_datasets(tmp_path: Path, small: Path) -> None:
    shutil.copytree(HOLDINGS / "esmvaltool" / MIROC, tmp_path / "mine" / MIROC.removeprefix(f"{DRS}/"))
    found = catalogue(tmp_path / "none", folders=[Folder(id="mine", path=tmp_path / "mine", drs="cmip6")])
    (dataset,) = found.datasets
    assert dataset.instance_id == "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.day.ta.gn.v20191016"
    assert dataset.files[0].path.startswith("folders/mine/CMIP6/")


def test_a_copy_of_a_holding_s_dataset_does_not_replace_it(tmp_path: Path, small: Path) -> None:
    shutil.copytree(small / "esmvaltool" / MIROC, tmp_path / "copy" / MIROC)
    found = catalogue(small, folders=[Folder(id="copy", path=tmp_path / "copy")])
    assert [d.holding for d in found.datasets] == ["esmvaltool"]


@needs_shared
def test_a_cmip7_file_is_known_as_such(tmp_path: Path) -> None:
    found = catalogue(tmp_path, folders=[Folder(id="new", path=SHARED / "fixtures/netcdf")])
    (dataset,) = found.datasets
    assert dataset.project == "CMIP7"
    assert dataset.master_id.startswith("MIP-DRS7.CMIP7.CMIP.")


def test_an_empty_data_folder_holds_nothing(tmp_path: Path) -> None:
    found = catalogue(tmp_path / "gone")
    assert found.datasets == ()
    assert len(found.missing) == 4


@needs_shared
def test_any_folder_of_netcdf_can_be_a_holding(tmp_path: Path) -> None:
    found = catalogue(tmp_path, folders=[Folder(id="climate", path=SHARED / "data/climate")])
    by_name = {f.name: d for d in found.datasets for f in d.files}
    assert by_name["ahccd_1950-2013.nc"].project == "climate"
    assert by_name["NRCAN_SECan_1981-2010.nc"].bbox is not None


@needs_shared
def test_a_cmip6_file_outside_its_layout_keeps_its_identity(tmp_path: Path) -> None:
    found = catalogue(tmp_path, folders=[Folder(id="ice", path=SHARED / "data/seaice", drs="auto")])
    (dataset,) = [d for d in found.datasets if d.files[0].name.startswith("siconc")]
    assert (dataset.facets["source_id"], dataset.facets["experiment_id"]) == (("CanESM5",), ("ssp245",))


def test_a_global_mean_has_no_box(held: Catalogue) -> None:
    assert _dataset(held, "IPCC-AR6-global-tas.CMIP6.ssp245.yr.tas").bbox is None


def test_a_coarse_global_grid_goes_all_around(held: Catalogue) -> None:
    found = _dataset(held, "cmip6-ng.ScenarioMIP.IPSL.IPSL-CM6A-LR.ssp585.r1i1p1f1.yr.tas.g025")
    assert found.bbox == BBox(west=-180.0, south=-90.0, east=180.0, north=90.0)
