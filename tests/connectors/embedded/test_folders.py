"""The user's own folders: registered, read again, forgotten; damaged files told, nothing lost."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from conductor.settings import from_environment
from connectors.embedded import folders
from connectors.embedded.datasets import catalogue
from connectors.errors import Refused
from connectors.extents import Interval

HELD = from_environment().holdings_dir
DRS = "CMIP6/CMIP/MIROC/MIROC6/historical/r1i1p1f1/day/ta/gn/v20191016"
CMIP6 = HELD / "esmvaltool/esmvaltool_sample_data/data/timeseries" / DRS
NG = HELD / "mesmer/tests/test-data/calibrate-coarse-grid/cmip6-ng"
STAC = HELD / "stac-geoparquet/tests/data"
SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of the user's in CMIP6 DRS layout."""
    folder = tmp_path / "My archive"
    shutil.copytree(CMIP6, folder / DRS)
    return folder


def test_a_folder_in_drs_layout_becomes_a_dataset(tmp_path: Path, archive: Path) -> None:
    node, contents = folders.add(tmp_path / "data", archive, drs="cmip6")
    (dataset,) = contents.datasets
    assert (node.id, node.holds) == ("my-archive", ("netcdf",))
    assert dataset.instance_id == "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.day.ta.gn.v20191016"
    assert dataset.interval == Interval(start="2000-01-01", end="2002-12-31")
    assert contents.files == len(list(CMIP6.iterdir()))


def test_a_registered_folder_is_read_again_and_published(tmp_path: Path, archive: Path) -> None:
    folders.add(tmp_path / "data", archive)
    published = catalogue(tmp_path / "data/holdings", folders=folders.netcdf_folders(tmp_path / "data"))
    assert [d.holding for d in published.datasets] == ["my-archive"]
    assert folders.stac_folders(tmp_path / "data") == ()


def test_files_that_come_later_are_found_too(tmp_path: Path, archive: Path) -> None:
    folders.add(tmp_path / "data", archive)
    shutil.copytree(NG / "tas", archive / "tas")
    published = catalogue(tmp_path / "data/holdings", folders=folders.netcdf_folders(tmp_path / "data"))
    assert {d.project for d in published.datasets} == {"CMIP6", "cmip6-ng"}


def test_a_damaged_file_is_told_and_the_others_are_kept(tmp_path: Path, archive: Path) -> None:
    whole = next((archive / DRS).iterdir())
    (archive / "cut.nc").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    (archive / "empty.nc").write_bytes(b"")
    (archive / "text.nc").write_text("not a NetCDF file")
    _, contents = folders.add(tmp_path / "data", archive)
    assert [u.path for u in contents.unusable] == ["cut.nc", "empty.nc", "text.nc"]
    assert all(u.reason for u in contents.unusable)
    assert len(contents.datasets) == 1


def test_names_that_say_nothing_are_made_up_for_by_attributes(tmp_path: Path) -> None:
    (tmp_path / "loose").mkdir()
    shutil.copy(min(CMIP6.iterdir()), tmp_path / "loose/download(1).nc")
    _, contents = folders.add(tmp_path / "data", tmp_path / "loose")
    (dataset,) = contents.datasets
    assert dataset.facets["source_id"] == ("MIROC6",)
    assert dataset.facets["variable_id"] == ("ta",)
    assert dataset.interval.start == "2000-01-01"


def test_files_of_one_name_in_two_folders_are_both_kept(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / "soi" / name).mkdir(parents=True)
        shutil.copy(HELD / "iris/iris_sample_data/sample_data/SOI_Darwin.nc", tmp_path / "soi" / name / "soi.nc")
    folders.add(tmp_path / "data", tmp_path / "soi")
    published = catalogue(tmp_path / "data/holdings", folders=folders.netcdf_folders(tmp_path / "data"))
    assert [d.master_id for d in published.datasets] == ["soi.a.soi", "soi.b.soi"]


def test_a_folder_of_stac_items_goes_to_the_stac_node(tmp_path: Path) -> None:
    node, contents = folders.add(tmp_path / "data", STAC, drs="stac")
    assert node.holds == ("stac",)
    assert contents.items == 50
    assert [f.id for f in folders.stac_folders(tmp_path / "data")] == ["data"]


def test_auto_finds_both_kinds(tmp_path: Path, archive: Path) -> None:
    shutil.copy(STAC / "umbra-sar.json", archive)
    node, contents = folders.add(tmp_path / "data", archive)
    assert node.holds == ("netcdf", "stac")
    assert contents.items > 0


def test_adding_again_keeps_one_node(tmp_path: Path, archive: Path) -> None:
    folders.add(tmp_path / "data", archive)
    folders.add(tmp_path / "data", archive, drs="cmip6")
    assert [(n.id, n.drs) for n in folders.registered(tmp_path / "data")] == [("my-archive", "cmip6")]


def test_two_folders_of_one_name_get_two_ids_and_none_that_of_a_holding(tmp_path: Path) -> None:
    for parent in ("a", "b"):
        shutil.copytree(CMIP6, tmp_path / parent / "iris")
        folders.add(tmp_path / "data", tmp_path / parent / "iris")
    assert [n.id for n in folders.registered(tmp_path / "data")] == ["iris-2", "iris-3"]


def test_a_folder_that_is_away_stays_registered_and_is_not_published(tmp_path: Path, archive: Path) -> None:
    folders.add(tmp_path / "data", archive)
    archive.rename(tmp_path / "unmounted")
    assert len(folders.registered(tmp_path / "data")) == 1
    assert folders.netcdf_folders(tmp_path / "data") == ()


def test_a_forgotten_folder_keeps_its_files(tmp_path: Path, archive: Path) -> None:
    node, _ = folders.add(tmp_path / "data", archive)
    folders.remove(tmp_path / "data", node.id)
    assert folders.registered(tmp_path / "data") == ()
    assert len(list((archive / DRS).iterdir())) == len(list(CMIP6.iterdir()))
    with pytest.raises(Refused, match="'my-archive' is not a local node"):
        folders.remove(tmp_path / "data", node.id)


@pytest.mark.parametrize(
    ("make", "drs", "message"),
    [
        ("nothing", "auto", "does not exist; give the folder"),
        ("file", "auto", "is a file, not a folder"),
        ("empty", "auto", "no NetCDF file and no STAC item"),
        ("empty", "stac", "it holds no STAC item"),
        ("empty", "cmip6", "it holds no NetCDF file"),
        ("broken", "auto", r"none of its 1 files can be read: 'a.nc'"),
        ("empty", "grib", "'grib' is not a layout; try one of auto, cmip5"),
    ],
)
def test_what_cannot_be_added_is_refused_and_not_registered(tmp_path: Path, make: str, drs: str, message: str) -> None:
    where = tmp_path / "where"
    if make == "file":
        where.write_text("x")
    elif make != "nothing":
        where.mkdir()
    if make == "broken":
        (where / "a.nc").write_text("x")
    with pytest.raises(Refused, match=message):
        folders.add(tmp_path / "data", where, drs=drs)
    assert folders.registered(tmp_path / "data") == ()


def test_a_damaged_registry_is_told_and_not_overwritten(tmp_path: Path, archive: Path) -> None:
    registry = tmp_path / folders.REGISTRY
    registry.write_text('{"nodes": [')
    with pytest.raises(Refused, match="mend it or move it away"):
        folders.add(tmp_path, archive)
    assert registry.read_text() == '{"nodes": ['


def test_the_registry_is_json_that_a_person_can_read(tmp_path: Path, archive: Path) -> None:
    folders.add(tmp_path / "data", archive)
    document = json.loads((tmp_path / "data" / folders.REGISTRY).read_text())
    assert document["nodes"] == [{"id": "my-archive", "path": str(archive), "drs": "auto", "holds": ["netcdf"]}]


@needs_shared
def test_a_mixed_folder_of_climate_files_is_kept_whole(tmp_path: Path) -> None:
    _, contents = folders.add(tmp_path, SHARED / "data/climate")
    assert contents.files == len(list((SHARED / "data/climate").glob("*.nc")))
    ng = [d for d in contents.datasets if d.project == "cmip6-ng"]
    assert {(d.facets["frequency"], d.facets["grid_label"]) for d in ng} == {(("yr",), ("g025",))}
    assert contents.unusable == ()


@needs_shared
def test_the_recorded_stac_catalogue_is_read(tmp_path: Path) -> None:
    _, contents = folders.add(tmp_path, SHARED / "data/stac", drs="stac")
    assert (contents.items, contents.collections) == (3495, 130)
