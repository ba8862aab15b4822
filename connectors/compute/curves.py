"""Curves over time that are linear in their parameters: trends of some degree and yearly harmonics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from connectors.compute import times

if TYPE_CHECKING:
    import xarray as xr

Curve = Literal["linear", "quadratic", "harmonic"]
ORIGIN = 2000.0  # years are counted from here, so that the parameters are of one size
NAMES: Mapping[Curve, tuple[str, ...]] = {
    "linear": ("intercept", "slope"),
    "quadratic": ("intercept", "slope", "curvature"),
    "harmonic": ("intercept", "slope", "cosine", "sine"),
}
Numbers = np.ndarray[Any, np.dtype[np.float64]]


def years(array: xr.DataArray) -> Numbers:
    """Each step as a fraction of years since the origin, in its own calendar's months and days."""
    clock = array["time"].values
    whole, month, day = times.years(clock), times.months(clock), times.days(clock)
    if array.attrs.get("frequency") == "yr":
        return np.asarray(whole + 0.5 - ORIGIN, float)
    share = (month - 1 + (0.5 if array.attrs.get("frequency") == "mon" else (day - 0.5) / 31)) / 12
    return np.asarray(whole + share - ORIGIN, float)


def design(at: Numbers, curve: Curve) -> Numbers:
    """The columns that the parameters multiply, (steps, parameters)."""
    match curve:
        case "linear":
            return np.column_stack((np.ones_like(at), at))
        case "quadratic":
            return np.column_stack((np.ones_like(at), at, at**2))
        case "harmonic":
            return np.column_stack((np.ones_like(at), at, np.cos(2 * np.pi * at), np.sin(2 * np.pi * at)))


def fitted(values: Numbers, columns: Numbers) -> Numbers:
    """Least squares of each series (…, steps) without its missing steps: (…, parameters), NaN for too few."""
    flat = values.reshape(-1, values.shape[-1])
    out = np.full((len(flat), columns.shape[1]), np.nan)
    held = np.isfinite(flat)
    whole = held.all(axis=1)
    if whole.any():
        out[whole] = np.linalg.lstsq(columns, flat[whole].T, rcond=None)[0].T
    for row in np.nonzero(~whole & (held.sum(axis=1) >= columns.shape[1]))[0]:
        out[row] = np.linalg.lstsq(columns[held[row]], flat[row, held[row]], rcond=None)[0]
    return out.reshape(*values.shape[:-1], columns.shape[1])
