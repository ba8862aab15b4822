"""Skill scores against spotpy's, and on days without a value."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.hydrology import skill

OBSERVED = np.random.default_rng(0).gamma(2.0, 15.0, 300)
SIMULATED = OBSERVED * np.random.default_rng(1).normal(1.0, 0.2, 300) + 2.0


def test_scores_are_those_of_spotpy() -> None:
    theirs = pytest.importorskip("spotpy.objectivefunctions")
    assert skill.nse(SIMULATED, OBSERVED) == pytest.approx(theirs.nashsutcliffe(OBSERVED, SIMULATED), abs=1e-12)
    assert skill.kge(SIMULATED, OBSERVED) == pytest.approx(theirs.kge(OBSERVED, SIMULATED), abs=1e-12)


def test_a_perfect_simulation_scores_one() -> None:
    assert skill.scores(OBSERVED, OBSERVED) == pytest.approx((1.0, 1.0, 1.0, 0.0))


def test_days_without_a_measurement_do_not_count() -> None:
    holed = OBSERVED.copy()
    holed[::7] = np.nan
    kept = np.isfinite(holed)
    assert skill.nse(SIMULATED, holed) == skill.nse(SIMULATED[kept], OBSERVED[kept])
