"""Nominal resolutions, held against those that CMIP6 models state for their grids."""

from __future__ import annotations

import pytest

from connectors.embedded.grids import nominal_resolution


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (1.25, 1.875, "250 km"),  # HadGEM3-GC31-LL N96
        (0.9424, 1.25, "100 km"),  # CESM2
        (2.79, 2.81, "500 km"),  # CanESM5
        (0.7, 0.7, "100 km"),  # EC-Earth3
        (9.0, 18.0, "2500 km"),
    ],
)
def test_a_grid_has_the_resolution_that_its_model_states(latitude: float, longitude: float, name: str) -> None:
    assert nominal_resolution(latitude, longitude) == name
