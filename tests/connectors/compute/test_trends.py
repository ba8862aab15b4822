"""Trends against scipy and pymannkendall called directly, and the interval's honesty under autocorrelation."""

from __future__ import annotations

import numpy as np
import pymannkendall
import pytest
from scipy import stats

from connectors.compute import trends

YEARS = np.arange(1970.0, 2026.0)


def _red_noise(rng: np.random.Generator, *, phi: float) -> np.ndarray:
    noise = rng.normal(size=len(YEARS))
    for i in range(1, len(noise)):
        noise[i] += phi * noise[i - 1]
    return noise


def test_the_slope_is_that_of_theil_and_sen() -> None:
    values = 0.02 * (YEARS - 1970) + 0.1 * np.random.default_rng(1).normal(size=len(YEARS))
    found = trends.theil_sen(YEARS, values)
    assert found.slope == pytest.approx(stats.theilslopes(values, YEARS).slope, abs=1e-12)
    assert found.p == pytest.approx(pymannkendall.hamed_rao_modification_test(values).p)
    assert found.low < found.slope < found.high


def test_years_that_are_missing_do_not_change_a_straight_line() -> None:
    years = np.concatenate((np.arange(1850.0, 1901.0), np.arange(1950.0, 2026.0)))
    assert trends.theil_sen(years, 0.03 * years).slope == pytest.approx(0.03)


def test_a_constant_has_no_trend() -> None:
    found = trends.theil_sen(YEARS, np.full(len(YEARS), 14.0))
    assert (found.slope, found.p) == (0.0, 1.0)


def test_autocorrelation_widens_the_interval() -> None:
    rng = np.random.default_rng(3)
    wider = 0
    for _ in range(20):
        values = _red_noise(rng, phi=0.7)
        ours = trends.theil_sen(YEARS, values)
        plain = stats.theilslopes(values, YEARS)
        wider += (ours.high - ours.low) > (plain.high_slope - plain.low_slope)
    assert wider >= 15


def test_the_interval_of_white_noise_is_about_the_plain_one() -> None:
    values = np.random.default_rng(5).normal(size=len(YEARS))
    ours, plain = trends.theil_sen(YEARS, values), stats.theilslopes(values, YEARS)
    assert (ours.high - ours.low) == pytest.approx(plain.high_slope - plain.low_slope, rel=0.5)


def test_the_fitted_line_leaves_as_much_above_as_below() -> None:
    values = 0.02 * YEARS + np.random.default_rng(9).normal(size=len(YEARS))
    left = values - trends.fitted(YEARS, values, 0.02)
    assert abs(int((left > 0).sum()) - int((left < 0).sum())) <= 1


def test_a_correction_that_leaves_no_variance_falls_back_on_the_plain_test() -> None:
    """Alternating values have so negative an autocorrelation that the corrected variance is no variance."""
    years, noise = np.arange(1990.0, 2020.0), np.random.default_rng(244)
    values = np.where(np.arange(30) % 2, 1.0, -1.0) * noise.uniform(0.2, 1) + 0.3 * noise.normal(size=30)
    with np.errstate(all="ignore"):
        assert not pymannkendall.hamed_rao_modification_test(values).var_s > 0
    found = trends.theil_sen(years, values)
    assert found.p == pytest.approx(pymannkendall.original_test(values).p)
    assert found.low <= found.slope <= found.high
