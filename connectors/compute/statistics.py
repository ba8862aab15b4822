"""Statistics over models: each model counts once, however many runs it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

Values = np.ndarray[Any, np.dtype[np.float64]]
FEWEST_FOR_A_RANGE = 5


def by_model(values: Values, sources: Sequence[str]) -> tuple[Values, tuple[str, ...]]:
    """The mean of each model's runs (axis 0), models in alphabetical order."""
    names = tuple(sorted(set(sources)))
    rows = [np.array([s == name for s in sources]) for name in names]
    return np.stack([_mean(values[row]) for row in rows]), names


def _mean(values: Values) -> Values:
    """The mean over axis 0 of what is there; NaN where nothing is."""
    held = np.isfinite(values)
    count = held.sum(axis=0)
    total = np.where(held, values, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def quantiles(values: Values, levels: Sequence[float]) -> Values:
    """Quantiles over axis 0 of what is there (linear, Hyndman and Fan's type 7); NaN where nothing is."""
    ordered = np.sort(values, axis=0)
    count = np.isfinite(values).sum(axis=0)
    place = np.asarray(levels, float).reshape(-1, *[1] * (values.ndim - 1)) * np.maximum(count - 1, 0)
    low = np.floor(place).astype(int)
    high = np.minimum(low + 1, np.maximum(count - 1, 0))
    below, above = (np.take_along_axis(ordered, index, axis=0) for index in (low, high))
    return np.where(count > 0, below + (above - below) * (place - low), np.nan)


def agreement(values: Values, middle: float) -> float | None:
    """The share of values whose sign is that of `middle`; None for fewer than two."""
    held = values[np.isfinite(values)]
    return round(float((np.sign(held) == np.sign(middle)).mean()), 4) if held.size > 1 else None


def number(value: float) -> float | None:
    """A number fit for JSON, to ten significant digits; None where it is not one."""
    return float(f"{value:.10g}") if np.isfinite(value) else None


def numbers(values: Values) -> tuple[float | None, ...]:
    """Numbers fit for JSON."""
    return tuple(number(float(value)) for value in values)
