"""Trees run by LightGBM."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from conductor.settings import from_environment
from connectors.errors import MissingHolding
from connectors.ml.boosters import probabilities

WEIGHTS = from_environment().holdings_dir / "s2cloudless/s2cloudless/models/pixel_s2_cloud_detector_lightGBM_v0.1.txt"


def test_bright_and_cold_is_cloud_and_dark_green_is_not() -> None:
    """Reflectances of a thick cloud and of a forest, in the order B01 B02 B04 B05 B08 B8A B09 B10 B11 B12."""
    cloud = [0.6, 0.6, 0.6, 0.62, 0.65, 0.66, 0.4, 0.08, 0.45, 0.35]
    forest = [0.12, 0.09, 0.05, 0.09, 0.3, 0.32, 0.1, 0.001, 0.15, 0.07]

    found = probabilities(np.array([[cloud, forest]]), weights=WEIGHTS)

    assert found.shape == (1, 2)
    assert found[0, 0] > 0.9
    assert found[0, 1] < 0.1


def test_nothing_in_is_nothing_out() -> None:
    assert probabilities(np.empty((0, 10)), weights=WEIGHTS).shape == (0,)


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    path = tmp_path / "weights.txt"
    path.write_text("not a model")

    with pytest.raises(MissingHolding, match=r"weights\.txt"):
        probabilities(np.zeros((1, 10)), weights=path)
