"""The local inertial approximation of the shallow-water equations on a grid: explicit, one flux a cell edge.

Bates, Horritt and Fewtrell 2010, doi:10.1016/j.jhydrol.2010.03.027, with the fluxes steadied as by de Almeida et al. 2012,
doi:10.1029/2011WR011570: friction is taken implicitly, the time step is bound by the wave speed. Metres and seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.float64]]
Cells = np.ndarray[Any, np.dtype[np.int64]]
COURANT = 0.7  # the authors' alpha, 0.2…0.7
LEAST_WAVE_M, LONGEST_STEP = 0.05, 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflow:
    """Water that comes in: m³ s⁻¹ at `times`, shared by the cells (row, column) of `cells`; or levels held at column 0."""

    times: Numbers
    discharge: Numbers = field(default_factory=lambda: np.zeros(0))
    cells: Cells = field(default_factory=lambda: np.zeros((0, 2), np.int64))
    levels: Numbers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flood:
    """The end of a run: depth then and at its highest, metres; cubic metres that came in, left and are there."""

    depth: Numbers
    highest: Numbers
    inflow: float
    outflow: float
    stored: float
    steps: int

    @property
    def mass_error(self) -> float:
        """What went missing, as a share of what came in."""
        return abs(self.inflow - self.outflow - self.stored) / self.inflow if self.inflow else 0.0


def run(
    ground: Numbers, inflow: Inflow, *, cell: float, roughness: float, seconds: float, rim_slope: float = 0.0
) -> Flood:
    """Flood a grid of ground heights (NaN: wall) for so long; water leaves over the rim on `rim_slope`, 0 shuts it."""
    from connectors.compute.hydraulics import kernels

    walls = ~np.isfinite(ground)
    bed = np.where(walls, 0.0, ground).astype(float)
    rows, columns = bed.shape
    depth, highest = np.zeros((rows, columns)), np.zeros((rows, columns))
    east, south = np.zeros((rows, columns + 1)), np.zeros((rows + 1, columns))
    clock, entered, left, steps = 0.0, 0.0, 0.0, 0
    while clock < seconds:
        wave = sqrt(kernels.GRAVITY * max(float(depth.max()), LEAST_WAVE_M))
        step = min(LONGEST_STEP, COURANT * cell / wave, seconds - clock)
        east = kernels.eastward(depth, bed, walls, east, cell, step, roughness)
        south = kernels.eastward(depth.T, bed.T, walls.T, south.T, cell, step, roughness).T
        if rim_slope > 0:
            kernels.rim(depth, east, south, rim_slope, roughness)
        kernels.limit(depth, east, south, cell, step)
        left += kernels.move(depth, highest, east, south, cell, step)
        entered += _fed(depth, bed, inflow, clock=clock, step=step, cell=cell)
        clock += step
        steps += 1
    highest = np.maximum(highest, depth)
    stored = float(depth.sum()) * cell * cell
    return Flood(depth=depth, highest=highest, inflow=entered, outflow=left, stored=stored, steps=steps)


def _fed(depth: Numbers, bed: Numbers, inflow: Inflow, *, clock: float, step: float, cell: float) -> float:
    """Add a step's water, in place; give its cubic metres."""
    entered = 0.0
    if len(inflow.cells):
        entered = float(np.interp(clock + step / 2, inflow.times, inflow.discharge)) * step
        np.add.at(depth, (inflow.cells[:, 0], inflow.cells[:, 1]), entered / len(inflow.cells) / cell**2)
    if inflow.levels is not None:
        level = float(np.interp(clock + step, inflow.times, inflow.levels))
        held = np.maximum(0.0, level - bed[:, 0])
        entered += float((held - depth[:, 0]).sum()) * cell**2
        depth[:, 0] = held
    return entered
