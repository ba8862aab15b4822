"""Bands: which collections record them; every collection and index that the table names exists."""

from __future__ import annotations

import pytest

from connectors.vocabulary import tables
from connectors.vocabulary.bands import BandEntry, bands, recorded
from connectors.vocabulary.collections import collection


@pytest.mark.parametrize("band", bands(), ids=lambda band: band.id)
def test_what_a_band_names_exists(band: BandEntry) -> None:
    known = {row[0] for row in tables.rows("spectral_indices")}
    assert all(collection(name) for name in band.collections)
    assert set(band.indices) <= known


@pytest.mark.parametrize(
    ("name", "has", "lacks"),
    [
        ("sentinel-1-grd", "c_band", "thermal"),
        ("sentinel-2-l2a", "red_edge", "thermal"),
        ("landsat-c2-l2", "thermal", "red_edge"),
        ("modis-13q1", "swir", "radar"),
        ("naip", "nir", "swir"),
    ],
)
def test_a_mission_has_its_own_bands_and_no_others(name: str, has: str, lacks: str) -> None:
    found = recorded(name)
    assert found is not None and has in found and lacks not in found


@pytest.mark.parametrize("name", ["era5", "esa-worldcover", "chirps"])
def test_nothing_is_told_of_what_records_nothing_itself(name: str) -> None:
    assert recorded(name) is None
