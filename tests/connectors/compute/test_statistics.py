"""Statistics over models against numpy and by hand."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute import statistics

RNG = np.random.default_rng(7)


def test_the_runs_of_a_model_count_once_together() -> None:
    means, names = statistics.by_model(np.array([1.0, 3.0, 10.0]), ["A", "A", "B"])
    assert (means.tolist(), names) == ([2.0, 10.0], ("A", "B"))


def test_missing_runs_do_not_count() -> None:
    means, _ = statistics.by_model(np.array([[1.0, np.nan], [3.0, np.nan]]), ["A", "A"])
    assert means[0, 0] == 2.0
    assert np.isnan(means[0, 1])


def test_quantiles_are_numpys_where_some_are_missing() -> None:
    values = RNG.normal(size=(23, 40))
    values[RNG.random(values.shape) < 0.2] = np.nan
    levels = (0.0, 0.05, 0.5, 0.95, 1.0)
    np.testing.assert_allclose(statistics.quantiles(values, levels), np.nanquantile(values, levels, axis=0), rtol=1e-12)


def test_quantiles_of_nothing_are_missing() -> None:
    assert np.isnan(statistics.quantiles(np.full((3, 1), np.nan), (0.5,))).all()


@pytest.mark.parametrize(
    ("values", "middle", "share"), [([1.0, 2.0, -1.0, 3.0], 1.5, 0.75), ([1.0], 1.0, None), ([np.nan, 1.0], 1.0, None)]
)
def test_agreement_is_the_share_of_the_middles_sign(values: list[float], middle: float, share: float | None) -> None:
    assert statistics.agreement(np.array(values), middle) == share


def test_numbers_are_fit_for_json() -> None:
    assert statistics.numbers(np.array([1 / 3, np.nan, np.inf])) == (0.3333333333, None, None)
