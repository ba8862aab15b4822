"""Extremes: the generalised extreme value distribution of yearly maxima or minima, and its return levels.

Coles (2001) doi:10.1007/978-1-4471-3675-0, chapter 3. Shape as scipy writes it (c = −ξ).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.float64]]
Tail = Literal["max", "min"]
FEWEST = 20  # years for a fit
RESAMPLES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Shape, location, scale by maximum likelihood, and the p of Kolmogorov and Smirnov's test."""

    shape: float
    location: float
    scale: float
    p: float
    n: int


def fit(values: Numbers, *, tail: Tail = "max") -> Fit:
    """Fit the distribution to yearly extremes without gaps; minima are maxima of the negated values."""
    from scipy import stats

    sample = values if tail == "max" else -values
    shape, location, scale = stats.genextreme.fit(sample)
    p = float(stats.kstest(sample, "genextreme", args=(shape, location, scale)).pvalue)
    return Fit(shape=float(shape), location=float(location), scale=float(scale), p=p, n=len(sample))


def levels(found: Fit, periods: Sequence[float], *, tail: Tail = "max") -> Numbers:
    """The level reached on average once in so many years."""
    from scipy import stats

    chance = 1.0 - 1.0 / np.asarray(periods, float)
    reached = stats.genextreme.ppf(chance, found.shape, loc=found.location, scale=found.scale)
    return np.asarray(reached if tail == "max" else -reached, float)


def interval(values: Numbers, periods: Sequence[float], *, tail: Tail, seed: int) -> tuple[Numbers, Numbers]:
    """The 5–95 % of return levels over seeded resamples from the fitted distribution (parametric bootstrap)."""
    from scipy import optimize, stats

    found, rng = fit(values, tail=tail), np.random.default_rng(seed)
    start = np.array([found.shape, found.location, np.log(found.scale)])
    size = (RESAMPLES, len(values))
    samples = stats.genextreme.rvs(found.shape, loc=found.location, scale=found.scale, size=size, random_state=rng)
    drawn = []
    for sample in samples:
        best = optimize.minimize(_unlikelihood, start, args=(sample,), method="Nelder-Mead").x
        again = Fit(shape=float(best[0]), location=float(best[1]), scale=float(np.exp(best[2])), p=1.0, n=len(values))
        drawn.append(levels(again, periods, tail=tail))
    low, high = np.quantile(np.stack(drawn), (0.05, 0.95), axis=0)
    return low, high


def _unlikelihood(parameters: Numbers, sample: Numbers) -> float:
    """Minus the log-likelihood of (shape, location, log scale); large where a value cannot be."""
    shape, location, log_scale = parameters
    reduced = (sample - location) * np.exp(-log_scale)
    if abs(shape) < 1e-6:
        return float(len(sample) * log_scale + reduced.sum() + np.exp(-reduced).sum())
    inner = 1.0 - shape * reduced
    if inner.min() <= 0:
        return 1e30
    logs = np.log(inner)
    return float(len(sample) * log_scale + (1.0 - 1.0 / shape) * logs.sum() + np.exp(logs / shape).sum())
