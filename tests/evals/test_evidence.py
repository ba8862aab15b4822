"""The calibration of evidence still holds: what is given a probability is right about that often."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from conductor.ask import Conductor
from conductor.fusion.calibrate import calibrated
from conductor.settings import from_environment
from tests.evals.evidence import trials

SHARED = Path(__file__).resolve().parents[2] / "../shared"


@pytest.mark.long
@pytest.mark.skipif(
    not (SHARED / "data" / "climate").exists(), reason="the archive to compare with lies beside the project"
)
async def test_regional_changes_by_one_coarse_model_are_right_as_often_as_they_are_said_to_be(tmp_path: Path) -> None:
    real = from_environment()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "holdings").symlink_to(real.holdings_dir)
    settings = replace(
        real, online=False, data_dir=tmp_path / "data", cache_dir=tmp_path / "cache", config_dir=tmp_path / "config"
    )
    async with Conductor.from_settings(settings) as conductor:
        done = [t async for t in trials(conductor.outside, conductor.sources, settings, shared=SHARED)]
    said, right = np.mean([calibrated(t.raw) for t in done]), np.mean([t.right for t in done])
    assert len(done) >= 300
    assert said == pytest.approx(right, abs=0.03)
