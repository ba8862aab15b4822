"""Kernels of the local inertial solver: edges, rim, limiter and continuity, machine code where numba is installed.

Imported by whoever runs them only, as numba takes its time.
"""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np

from connectors.compute.machine_code import compiled

Numbers = np.ndarray[Any, np.dtype[np.float64]]
GRAVITY = 9.81
CENTRE = 0.9  # theta of de Almeida et al. 2012: the share of an edge's own flux in what is carried on
DRY = 1e-3  # metres of water under which an edge carries nothing


def _edge(
    flux: float, beside: float, near: float, far: float, bed: float, beyond: float, cell: float, step: float, n: float
) -> float:
    """An edge's flux per metre of width after a step, from depths and ground on both sides.

    `beside` is the mean flux of the next edges in the flux's own direction, which steadies it (de Almeida et al. 2012).
    """
    surface, other = near + bed, far + beyond
    deep = max(surface, other) - max(bed, beyond)
    if deep <= DRY:
        return 0.0
    pushed = CENTRE * flux + (1.0 - CENTRE) * beside - GRAVITY * deep * step * (other - surface) / cell
    slowed: float = pushed / (1.0 + GRAVITY * step * n * n * abs(flux) / deep ** (7.0 / 3.0))
    return slowed


edge = compiled(_edge)


def _eastward(
    depth: Numbers, ground: Numbers, walls: Numbers, flux: Numbers, cell: float, step: float, n: float
) -> Numbers:
    """New fluxes at every inner edge between columns; none through walls."""
    rows, columns = ground.shape
    new = np.zeros_like(flux)
    for r in range(rows):
        for c in range(1, columns):
            if not (walls[r, c - 1] or walls[r, c]):
                left = flux[r, c - 1] if c > 1 else flux[r, c]
                right = flux[r, c + 1] if c < columns - 1 else flux[r, c]
                new[r, c] = edge(
                    flux[r, c], 0.5 * (left + right), depth[r, c - 1], depth[r, c], ground[r, c - 1], ground[r, c],
                    cell, step, n,
                )  # fmt: skip
    return new


def _rim(depth: Numbers, east: Numbers, south: Numbers, slope: float, n: float) -> None:
    """Outflow over the grid's rim at normal depth on a slope, in place."""
    rows, columns = depth.shape
    root = sqrt(slope) / n
    for r in range(rows):
        east[r, 0] = -root * depth[r, 0] ** (5.0 / 3.0)
        east[r, columns] = root * depth[r, columns - 1] ** (5.0 / 3.0)
    for c in range(columns):
        south[0, c] = -root * depth[0, c] ** (5.0 / 3.0)
        south[rows, c] = root * depth[rows - 1, c] ** (5.0 / 3.0)


def _limit(depth: Numbers, east: Numbers, south: Numbers, cell: float, step: float) -> None:
    """Scale what leaves a cell down to what it holds, in place, so that no depth falls below nothing."""
    rows, columns = depth.shape
    for r in range(rows):
        for c in range(columns):
            leaving = max(0.0, east[r, c + 1]) + max(0.0, south[r + 1, c])
            leaving += max(0.0, -east[r, c]) + max(0.0, -south[r, c])
            if leaving * step > depth[r, c] * cell:
                share = depth[r, c] * cell / (leaving * step)
                if east[r, c + 1] > 0.0:
                    east[r, c + 1] *= share
                if south[r + 1, c] > 0.0:
                    south[r + 1, c] *= share
                if east[r, c] < 0.0:
                    east[r, c] *= share
                if south[r, c] < 0.0:
                    south[r, c] *= share


def _move(depth: Numbers, highest: Numbers, east: Numbers, south: Numbers, cell: float, step: float) -> float:
    """Move water by the fluxes, in place, and give the cubic metres that left over the rim."""
    rows, columns = depth.shape
    left = 0.0
    for r in range(rows):
        for c in range(columns):
            depth[r, c] += step / cell * (east[r, c] - east[r, c + 1] + south[r, c] - south[r + 1, c])
            highest[r, c] = max(highest[r, c], depth[r, c])
        left += east[r, columns] - east[r, 0]
    for c in range(columns):
        left += south[rows, c] - south[0, c]
    return left * step * cell


eastward, rim, limit, move = compiled(_eastward), compiled(_rim), compiled(_limit), compiled(_move)
