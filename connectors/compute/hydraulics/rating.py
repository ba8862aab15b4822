"""Rating: from discharge to stage on a reach, by Manning's formula over a channel and the flood plain beside it.

The plain's cells lie at known heights above the stream (HAND), as in Zheng et al. 2018 (doi:10.1111/1752-1688.12661). The
channel, which terrain models do not show, is as wide as rivers of its bankfull discharge are, w = 7.2 Q^0.50 (Moody and
Troutman 2002, doi:10.1002/esp.403), and so deep that it just carries that discharge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.float64]]
HIGHEST_M = 100.0
CHANNEL_ROUGHNESS, PLAIN_ROUGHNESS = (
    0.035,
    0.06,
)  # Manning's n: a clean winding stream; a plain with light brush (Chow 1959)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """A reach: metres of length, slope, and of each plain cell its height above the stream (m) and area (m²)."""

    length: float
    slope: float
    heights: Numbers
    areas: Numbers
    bankfull: float  # m³ s⁻¹
    roughness: float = CHANNEL_ROUGHNESS
    plain_roughness: float = PLAIN_ROUGHNESS

    @property
    def width(self) -> float:
        return float(7.2 * self.bankfull**0.5)

    @cached_property
    def depth(self) -> float:
        """Of the channel up to its banks, metres."""
        return _solved(lambda depth: self._channel(depth, edge=self.width + 2 * depth), self.bankfull)

    def discharge(self, stage: float) -> float:
        """Discharge in m³ s⁻¹ at a stage, metres above the channel's bed."""
        carried = self._channel(stage, edge=self.width + 2 * min(stage, self.depth))
        over = stage - self.depth
        wet = self.heights < over
        if over > 0 and wet.any():
            section = float(((over - self.heights[wet]) * self.areas[wet]).sum()) / self.length
            bed = float(self.areas[wet].sum()) / self.length
            carried += section * (section / bed) ** (2 / 3) * self.slope**0.5 / self.plain_roughness
        return carried

    def stage(self, discharge: float) -> float:
        """The stage at which a discharge passes."""
        return _solved(self.discharge, discharge)

    def flooded(self, stage: float) -> Numbers:
        """Depth of water on each plain cell, metres; 0 where it stays dry."""
        return np.maximum(0.0, stage - self.depth - self.heights)

    def _channel(self, stage: float, *, edge: float) -> float:
        section = self.width * stage
        return float(section * (section / edge) ** (2 / 3) * self.slope**0.5 / self.roughness)


def _solved(rising: Callable[[float], float], wanted: float) -> float:
    """Where a rising function of metres reaches a value, by bisection to a tenth of a millimetre."""
    low, high = 0.0, HIGHEST_M
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return (low + high) / 2
