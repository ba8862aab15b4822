"""Images: how bands are named, what a pixel measures, which files are images."""

from __future__ import annotations

import numpy as np
import pytest
import xarray as xr

from connectors.compute import images
from connectors.errors import Refused
from connectors.items import Cube


@pytest.mark.parametrize(
    ("key", "file", "expected"),
    [
        ("B8A", "x.jp2", "nir08"), ("", "T33UUU_20170216T102101_B04.jp2", "red"), ("b5", "x.tif", "swir16"),
        ("", "LE70350322012177EDC00_b4.tif", "nir08"), ("rededge1", "x.tif", "rededge071"), ("fmask", "x.tif", "fmask"),
    ],
)  # fmt: skip
def test_bands_go_by_their_common_names(key: str, file: str, expected: str) -> None:
    assert images.band_name(key, file) == expected


def test_rasters_are_images_and_netcdf_is_not() -> None:
    assert images.is_image(Cube(hrefs=("a.tif", "b.JP2")))
    assert not images.is_image(Cube(hrefs=("a.nc",)))
    assert not images.is_image(Cube(hrefs=()))


def image(crs: str, step: float) -> xr.DataArray:
    coords = {"y": np.array([1.5, 0.5]) * step, "x": np.array([0.5, 1.5, 2.5]) * step}
    return xr.DataArray(np.ones((2, 3)), dims=("y", "x"), coords=coords, attrs={"crs": crs})


def test_the_area_of_a_pixel_is_in_the_plane_or_on_the_sphere() -> None:
    assert float(images.pixel_km2(image("EPSG:32633", 30.0)).sum()) == pytest.approx(6 * 0.0009)
    assert float(images.pixel_km2(image("EPSG:4326", 1.0)).max()) == pytest.approx(111.195**2, rel=1e-3)


def test_bounds_are_those_of_the_edges() -> None:
    assert images.bounds(image("EPSG:32633", 30.0)) == pytest.approx((0.0, 0.0, 90.0, 60.0))


def test_a_band_without_its_name_is_refused() -> None:
    with pytest.raises(Refused, match="one without a name"):
        images.band(image("EPSG:32633", 30.0), "red")
