"""Floods: annual maxima of daily discharge and the levels that return once in so many years, by a Gumbel law.

Fitted by L-moments (Hosking and Wallis 1997); two parameters are as many as a short record can bear. A parametric
bootstrap, seeded, tells what the record's length leaves open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.float64]]
EULER = 0.5772156649015329
YEAR_BEGINS = 11  # November, as in German hydrological yearbooks (DIN 4049)
_WHOLE = 360  # days that a year must have
_SAMPLES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Gumbel:
    """A Gumbel law of annual maxima."""

    location: float
    scale: float

    def level(self, period: float) -> float:
        """What is exceeded once in `period` years on average."""
        return float(self.location - self.scale * np.log(-np.log(1.0 - 1.0 / period)))


def annual_maxima(days: Any, discharge: Numbers, *, begins: int = YEAR_BEGINS) -> tuple[Numbers, tuple[str, ...]]:
    """The highest value of each whole hydrological year, named by the calendar year in which it ends, and its day."""
    months = days.astype("datetime64[M]").astype(int)
    years = 1970 + (months + (12 - (begins - 1)) % 12) // 12
    values, when = [], []
    for year in np.unique(years):
        inside = np.nonzero((years == year) & np.isfinite(discharge))[0]
        if len(inside) >= _WHOLE:
            top = inside[int(np.argmax(discharge[inside]))]
            values.append(float(discharge[top]))
            when.append(str(days[top]))
    return np.array(values), tuple(when)


def gumbel(maxima: Numbers) -> Gumbel:
    """The law whose first two L-moments are the sample's."""
    ordered = np.sort(maxima)
    n = len(ordered)
    first = float(ordered.mean())
    second = float(2.0 * (np.arange(n) * ordered).sum() / (n * (n - 1)) - first)
    scale = second / np.log(2.0)
    return Gumbel(location=first - EULER * scale, scale=scale)


def sampling_range(law: Gumbel, *, size: int, period: float, seed: int = 0) -> tuple[float, float]:
    """The 5–95 % range of the level that records of this length would give, were the law true."""
    drawn = np.random.default_rng(seed).gumbel(law.location, law.scale, size=(_SAMPLES, size))
    levels = [gumbel(sample).level(period) for sample in drawn]
    low, high = np.quantile(levels, (0.05, 0.95))
    return float(low), float(high)
