"""The kernels as plain Python: an edge's flux by hand, and a limiter that leaves no cell in debt."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.hydraulics import kernels


def test_an_edge_follows_equation_eleven() -> None:
    flux = kernels._edge(0.2, 0.2, 1.0, 0.6, 0.0, 0.1, 50.0, 10.0, 0.03)
    deep, slope = 1.0 - 0.1, (0.7 - 1.0) / 50.0
    expected = (0.2 - 9.81 * deep * 10.0 * slope) / (1 + 9.81 * 10.0 * 0.03**2 * 0.2 / deep ** (7 / 3))
    assert flux == pytest.approx(expected)


def test_the_next_edges_steady_a_flux() -> None:
    level = kernels._edge(0.2, 0.2, 1.0, 1.0, 0.0, 0.0, 50.0, 10.0, 0.0)
    assert level == pytest.approx(0.2)
    assert kernels._edge(0.2, 0.0, 1.0, 1.0, 0.0, 0.0, 50.0, 10.0, 0.0) == pytest.approx(kernels.CENTRE * 0.2)


def test_an_edge_above_the_water_carries_nothing() -> None:
    assert kernels._edge(0.2, 0.2, 0.5, 0.0, 0.0, 2.0, 50.0, 10.0, 0.03) == 0.0


def test_a_cell_gives_no_more_than_it_holds() -> None:
    depth, highest = np.array([[1.0, 0.0]]), np.zeros((1, 2))
    east, south = np.array([[0.0, 30.0, 0.0]]), np.zeros((2, 2))
    kernels._limit(depth, east, south, 10.0, 1.0)
    left = kernels._move(depth, highest, east, south, 10.0, 1.0)
    assert depth.tolist() == [[0.0, 1.0]] and left == 0.0
