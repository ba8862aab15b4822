"""The scenes in memory: what the holdings give, the index that makes the second start quick, damage and absence."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pystac
import pytest

from conductor.settings import from_environment
from connectors.embedded.datasets import Folder
from connectors.embedded.scenes import INDEX, Scenes, scenes, seconds

HOLDINGS = from_environment().holdings_dir
SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
HAVELLAND = "S2A_T33UUU_20170216T102101_L1C"


@pytest.fixture(scope="module")
def held() -> Scenes:
    return scenes(HOLDINGS)


@pytest.fixture
def land_cover_only(tmp_path: Path) -> Path:
    shutil.copytree(HOLDINGS / "mcd12c1", tmp_path / "mcd12c1")
    return tmp_path


def test_each_holding_gives_its_items(held: Scenes) -> None:
    counts = Counter(scene.collection for scene in held.items)

    assert counts == {
        "landsat-sr": 105, "sentinel-2-l1c": 1, "modis-12c1": 1, "ghrsst": 1, "ml-models": 1, "umbra-sar": 2,
        **dict.fromkeys((
            "3dep-lidar-copc", "3dep-lidar-dsm", "cop-dem-glo-30", "io-lulc", "io-lulc-annual-v02", "landsat-c2-l1",
            "landsat-c2-l2", "naip", "planet-nicfi-analytic", "sentinel-1-rtc", "sentinel-2-l2a", "us-census",
        ), 4),
        "merit-hydro": 1, "river-records": 1,
    }  # fmt: skip
    assert set(held.collections) == set(counts)
    assert held.unusable == {}


def test_every_item_is_valid_stac(held: Scenes) -> None:
    for scene in held.items:
        # The schemas of extensions are not on this machine; the core ones come with pystac.
        document = json.loads(scene.document)
        links = [link for link in document["links"] if link["rel"] in ("collection", "self")]
        pystac.Item.from_dict(document | {"stac_extensions": [], "links": links}).validate()


def test_every_collection_is_valid_stac(held: Scenes) -> None:
    for document in held.collections.values():
        pystac.Collection.from_dict(json.loads(document) | {"links": []}).validate()


def test_the_newest_comes_first(held: Scenes) -> None:
    ends = [scene.end for scene in held.items]

    assert ends == sorted(ends, reverse=True)


def test_a_second_start_reads_no_raster(land_cover_only: Path) -> None:
    first = scenes(land_cover_only)
    code = (
        "import sys; from pathlib import Path; from connectors.embedded.scenes import scenes;"
        f"print(len(scenes(Path({str(land_cover_only)!r})).items), [m for m in ('rasterio', 'pystac', 'numpy') if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())

    assert done.stdout.split() == [str(len(first.items)), "[]"]


def test_a_changed_file_is_noticed(land_cover_only: Path) -> None:
    assert len(scenes(land_cover_only).items) == 1
    (path,) = (land_cover_only / "mcd12c1").rglob("*.tif")
    path.write_bytes(b"not a raster any more")

    found = scenes(land_cover_only)

    assert found.items == ()
    assert list(found.unusable) == [str(path)]


def test_a_damaged_index_is_built_anew(land_cover_only: Path) -> None:
    scenes(land_cover_only)
    (land_cover_only / INDEX).write_text('{"version": 1')

    assert len(scenes(land_cover_only).items) == 1


def test_an_empty_folder_has_no_scenes_and_no_collections(tmp_path: Path) -> None:
    found = scenes(tmp_path / "nothing")

    assert (found.items, found.collections) == ((), {})


def test_a_folder_that_cannot_be_written_to_costs_time_only(land_cover_only: Path) -> None:
    (land_cover_only / INDEX.parent).write_text("in the way")

    assert len(scenes(land_cover_only).items) == 1


@needs_shared
def test_a_folder_of_items_becomes_part_of_the_node(tmp_path: Path) -> None:
    found = scenes(tmp_path, folders=[Folder(id="mine", path=SHARED / "data/stac", drs="stac")])

    assert len(found.items) == 3495
    assert found.unusable == {}


@pytest.mark.parametrize("text", ["2017", "2017-02-16", "", "not a date-time at all", "2017-02-30T00:00:00Z"])
def test_a_moment_must_be_rfc_3339(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        seconds(text)


def test_moments_with_offsets_are_the_same_moment() -> None:
    assert seconds("2017-02-16T10:21:01Z") == seconds("2017-02-16T11:21:01+01:00") == 1487240461
