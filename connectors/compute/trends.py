"""Trends: Theil–Sen slope with the Mann–Kendall test, both corrected for autocorrelation.

Sen (1968) doi:10.1080/01621459.1968.10480934; the variance is Hamed and Rao's (1998) doi:10.1016/S0022-1694(97)00125-X,
as pymannkendall computes it; the interval of the slope is Gilbert's (1987) with that variance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Values = np.ndarray[Any, np.dtype[np.float64]]
Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Slope a year with its 95 % interval, p of no trend, lag-one autocorrelation of what the slope leaves."""

    slope: float
    low: float
    high: float
    p: float
    lag1: float
    n: int


def theil_sen(years: Values, values: Values) -> Trend:
    """The trend of yearly values without gaps in `values`; years may be missing altogether."""
    first, second = np.triu_indices(len(years), k=1)
    slopes = np.sort((values[second] - values[first]) / (years[second] - years[first]))
    slope = float(np.median(slopes))
    if np.ptp(values) == 0:
        return Trend(slope=0.0, low=0.0, high=0.0, p=1.0, lag1=0.0, n=len(years))
    p, variance = _mann_kendall(values)
    reach = Z95 * np.sqrt(variance)
    count = len(slopes)
    low = slopes[int(np.clip(np.floor((count - reach) / 2), 0, count - 1))]
    high = slopes[int(np.clip(np.ceil((count + reach) / 2), 0, count - 1))]
    return Trend(slope=slope, low=float(low), high=float(high), p=p, lag1=_lag1(values - slope * years), n=len(years))


def _mann_kendall(values: Values) -> tuple[float, float]:
    """p of no trend and the variance of the statistic; uncorrected where the correction leaves no positive variance."""
    from pymannkendall import hamed_rao_modification_test, original_test

    for test in (hamed_rao_modification_test, original_test):
        with np.errstate(all="ignore"):
            found = test(values)
        p, variance = float(found.p), float(found.var_s)
        if np.isfinite(p) and np.isfinite(variance) and variance > 0:
            return p, variance
    return 1.0, 0.0


def _lag1(residuals: Values) -> float:
    departures = residuals - residuals.mean()
    total = float((departures**2).sum())
    return round(float((departures[1:] * departures[:-1]).sum()) / total, 3) if total > 0 else 0.0


def fitted(years: Values, values: Values, slope: float) -> Values:
    """The line of that slope through the middle of the values."""
    return np.asarray(slope * years + np.median(values - slope * years))
