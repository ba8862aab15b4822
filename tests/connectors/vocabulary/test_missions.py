"""Missions without a collection are known by name; numbers beyond a series are told from counts and sizes."""

from __future__ import annotations

import pytest

from connectors.vocabulary.missions import missions_named, unknown_in_series


def test_missions_are_found_by_name() -> None:
    assert [m.id for m in missions_named("envisat asar and trmm over bali")] == ["envisat", "trmm"]


@pytest.mark.parametrize("text", ["sentinel-9 images", "landsat 12 over lima", "sentinel-2f", "era7", "icesat-3"])
def test_a_number_beyond_a_series_is_unknown(text: str) -> None:
    assert unknown_in_series(text) is not None


@pytest.mark.parametrize(
    "text", ["sentinel-2 10 m", "landsat 30 m", "landsat 12 scenes", "sentinel-5p", "era5", "landsat 9", "landsat 2013"]
)
def test_known_numbers_counts_and_sizes_are_not(text: str) -> None:
    assert unknown_in_series(text) is None
