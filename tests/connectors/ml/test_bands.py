"""The bands of a scene: which file is which, offsets, blocks on one grid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from connectors.errors import BadReply, Refused, Unsupported
from connectors.items import Cube
from connectors.ml import bands
from connectors.ml.bands import Scene, added_offset, band_files
from tests.connectors.sandbox import attacks


def _nowhere(href: str) -> Path | None:
    return None


def _raster(path: Path, metres: float, values: Any, *, crs: str = "EPSG:32633", left: float = 300000.0) -> Path:
    array = np.asarray(values, dtype=np.uint16)
    profile = {"height": array.shape[0], "width": array.shape[1], "count": 1, "dtype": "uint16", "crs": crs}
    grid = rasterio.Affine(metres, 0, left, 0, -metres, 5000000)
    with rasterio.open(path, "w", driver="GTiff", transform=grid, **profile) as target:
        target.write(array, 1)
    return path


def test_bands_are_known_by_the_keys_of_the_load() -> None:
    cube = Cube(hrefs=("/cache/aa", "file:///cache/bb"), properties={"assets": ["B8A", "coastal"]})

    assert band_files(cube, locate=_nowhere) == {"B8A": Path("/cache/aa"), "B01": Path("/cache/bb")}


def test_bands_are_known_by_their_file_names() -> None:
    cube = Cube(hrefs=("/x/T33UUU_20170216T102101_B02.jp2", "/x/T33UUU_20240101T102101_B8A_20m.jp2", "/x/TCI.jp2"))

    assert set(band_files(cube, locate=_nowhere)) == {"B02", "B8A"}


def test_an_address_of_an_embedded_node_is_found_on_disk() -> None:
    cube = Cube(hrefs=("http://stac.embedded/data/x/B02.jp2", "https://elsewhere.example/B03.jp2"))

    found = band_files(cube, locate=lambda href: Path("/held/B02.jp2") if "embedded" in href else None)

    assert found == {"B02": Path("/held/B02.jp2")}


@pytest.mark.parametrize(
    ("properties", "offset"),
    [
        ({}, 0.0),
        ({"s2:processing_baseline": "02.04"}, 0.0),
        ({"s2:processing_baseline": "04.00"}, 1000.0),
        ({"processing:version": "05.11"}, 1000.0),
        ({"s2:processing_baseline": "05.11", "earthsearch:boa_offset_applied": True}, 0.0),
    ],
)
def test_the_offset_of_newer_baselines_is_taken_off(properties: dict[str, Any], offset: float) -> None:
    assert added_offset(Cube(hrefs=(), properties=properties)) == offset


def test_bands_of_different_sizes_meet_on_the_grid_asked_for(tmp_path: Path) -> None:
    fine = _raster(tmp_path / "fine.tif", 10, np.arange(1, 145).reshape(12, 12))
    coarse = _raster(tmp_path / "coarse.tif", 60, [[100, 200], [300, 400]])

    with Scene([fine, coarse], resolution=60, scale=10, offset=0) as scene:
        (block,) = scene.blocks()
        assert (scene.grid.height, scene.grid.width, scene.grid.native) == (2, 2, 10.0)

    expected = np.arange(1, 145).reshape(2, 6, 2, 6).mean(axis=(1, 3)) / 10
    # Means are rounded to whole digital numbers, a tenth here.
    np.testing.assert_allclose(block.reflectance[..., 0], expected, atol=0.051)
    np.testing.assert_allclose(block.reflectance[..., 1], [[10, 20], [30, 40]])


def test_blocks_together_are_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _raster(tmp_path / "x.tif", 10, np.arange(1, 1297).reshape(36, 36))
    with Scene([path], resolution=60, scale=1, offset=0) as scene:
        (whole,) = scene.blocks()
    monkeypatch.setattr(bands, "_BLOCK_VALUES", 12)

    with Scene([path], resolution=60, scale=1, offset=0) as scene:
        parts = list(scene.blocks())

    assert [part.row for part in parts] == [0, 2, 4]
    np.testing.assert_allclose(np.concatenate([part.reflectance for part in parts]), whole.reflectance)


def test_a_pixel_that_is_zero_in_all_bands_has_no_data(tmp_path: Path) -> None:
    one = _raster(tmp_path / "one.tif", 60, [[0, 5]])
    two = _raster(tmp_path / "two.tif", 60, [[0, 0]])

    with Scene([one, two], resolution=60, scale=1, offset=0) as scene:
        (block,) = scene.blocks()

    assert block.valid.tolist() == [[False, True]]


@pytest.mark.parametrize("other", [{"crs": "EPSG:32632"}, {"left": 400000.0}])
def test_bands_on_different_grids_are_refused(tmp_path: Path, other: dict[str, Any]) -> None:
    one = _raster(tmp_path / "one.tif", 60, [[1]])
    two = _raster(tmp_path / "two.tif", 60, [[1]], **other)

    with pytest.raises(Unsupported, match=r"two\.tif|one\.tif"):
        Scene([one, two], resolution=60, scale=1, offset=0)


def test_a_damaged_band_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jp2"
    path.write_bytes(b"nothing of the kind")

    with pytest.raises(BadReply, match=r"bad\.jp2"):
        Scene([path], resolution=60, scale=1, offset=0)


def test_a_foreign_scene_is_read_by_a_confined_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fine = _raster(tmp_path / "B02.tif", 10, np.arange(36).reshape(6, 6) + 1)
    coarse = _raster(tmp_path / "B01.tif", 60, [[77]])
    told: Any = {"resolution": 20.0, "scale": 10_000.0, "offset": 0.0}
    with Scene([fine, coarse], **told, trusted=[tmp_path]) as scene:
        grid, expected = scene.grid, list(scene.blocks())

    def here(*_: object, **__: object) -> None:
        raise AssertionError("the pixels are read in this process")

    monkeypatch.setattr(rasterio, "open", here)
    with Scene([fine, coarse], **told) as scene:
        found = list(scene.blocks())
        assert scene.grid == grid
    np.testing.assert_array_equal(found[0].reflectance, expected[0].reflectance)
    np.testing.assert_array_equal(found[0].valid, expected[0].valid)


def test_a_band_that_is_a_vrt_in_disguise_is_refused(tmp_path: Path) -> None:
    secret = _raster(tmp_path / "secret.tif", 10, [[1, 2], [3, 4]])
    with pytest.raises(Refused, match="VRT"):
        Scene([attacks.vrt_in_disguise(tmp_path, secret)], resolution=10.0, scale=1.0, offset=0.0)
