"""Regridding: cells keep areas, images keep places, what lies outside has no value."""

from __future__ import annotations

import numpy as np
import pytest
import xarray as xr

from connectors.compute import images, regridding
from tests.connectors.compute.samples import gridded


def image(step: float, size: int) -> xr.DataArray:
    axis = (np.arange(size) + 0.5) * step
    values = np.add.outer(axis[::-1], axis)
    return xr.DataArray(
        values,
        dims=("y", "x"),
        coords={"y": 6e6 + axis[::-1], "x": 4e5 + axis},
        attrs={"crs": "EPSG:32633"},
        name="image",
    )


@pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")  # rasterio inside its own warper
def test_an_image_is_averaged_onto_coarser_pixels() -> None:
    fine, coarse = image(10.0, 40), image(40.0, 10)
    found = regridding.onto_image(fine, coarse, method="average")
    np.testing.assert_allclose(found.values, coarse.values, rtol=1e-5)
    assert regridding.alike(found, coarse) and not regridding.alike(fine, coarse)
    assert images.resolution(found) == 40.0


def test_centres_fill_an_interval() -> None:
    assert regridding.centres(-10, 10, 5).tolist() == [-7.5, -2.5, 2.5, 7.5]


@pytest.mark.parametrize("method", ["nearest", "bilinear", "conservative"])
def test_a_constant_field_stays_constant(method: regridding.Method) -> None:
    field = gridded(
        np.full((1, 1, 6, 12), 280.0), lat=np.arange(-75, 90, 30).tolist(), lon=np.arange(-165, 180, 30).tolist()
    )
    found = regridding.cells(
        field.one(), lat=np.array([-40.0, 0.0, 40.0]), lon=np.array([-170.0, 0.0, 170.0]), method=method
    )
    np.testing.assert_allclose(found.values, 280.0)
