"""The local inertial solver: the published wave on a plane, mass, symmetry, a lake that levels, and no depth below nothing."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.hydraulics.inertial import Inflow, run

SECONDS = 3600.0  # one hour


def exact(x: np.ndarray, time: float, *, n: float, speed: float) -> np.ndarray:
    """Depth of a wave running over a dry plane at constant speed (Hunter et al. 2005, doi:10.1016/j.advwatres.2005.03.007)."""
    depth: np.ndarray = (7 / 3 * n**2 * speed**2 * np.maximum(0.0, speed * time - x)) ** (3 / 7)
    return depth


@pytest.mark.parametrize(("n", "speed", "cell"), [(0.03, 1.0, 50.0), (0.03, 1.0, 25.0), (0.05, 0.635, 25.0)])
def test_the_published_wave_on_a_plane_is_met_to_its_velocity_head(n: float, speed: float, cell: float) -> None:
    """Test 1 of Bates et al. 2010; what the equations leave out, the advection of momentum, is worth u² / 2g."""
    x = np.arange(0.0, 5000.0, cell) + cell / 2
    times = np.linspace(0.0, SECONDS, 721)
    levels = np.array([float(exact(np.array([cell / 2]), t, n=n, speed=speed)[0]) for t in times])
    flood = run(np.zeros((1, len(x))), Inflow(times=times, levels=levels), cell=cell, roughness=n, seconds=SECONDS)
    truth = exact(x, SECONDS, n=n, speed=speed)
    error = float(np.sqrt(((flood.depth[0] - truth)[truth > 0] ** 2).mean()))
    assert error < 1.1 * speed**2 / (2 * 9.81) and error < 0.025 * truth.max()
    assert abs(x[flood.depth[0] > 0.01].max() - x[truth > 0.01].max()) <= 150.0
    assert flood.mass_error < 1e-3


def test_water_is_kept_over_rough_ground_with_an_open_rim() -> None:
    ground = np.random.default_rng(0).uniform(0.0, 1.0, (25, 25))
    inflow = Inflow(
        times=np.array([0.0, 3600.0]), discharge=np.array([20.0, 60.0]), cells=np.array([[12, 12], [12, 13]])
    )
    flood = run(ground, inflow, cell=20.0, roughness=0.05, seconds=3600.0, rim_slope=1e-3)
    assert flood.inflow == pytest.approx(40.0 * 3600, rel=1e-6)
    assert flood.mass_error < 1e-9 and flood.outflow > 0
    assert flood.depth.min() >= 0.0 and (flood.highest >= flood.depth).all()


def test_water_spreads_alike_to_all_sides() -> None:
    inflow = Inflow(times=np.array([0.0, 600.0]), discharge=np.array([5.0, 5.0]), cells=np.array([[10, 10]]))
    depth = run(np.zeros((21, 21)), inflow, cell=10.0, roughness=0.03, seconds=600.0).depth
    np.testing.assert_allclose(depth, depth.T, atol=1e-12)
    np.testing.assert_allclose(depth, depth[::-1, ::-1], atol=1e-12)


def test_a_basin_fills_to_a_level_and_walls_hold() -> None:
    ground = np.zeros((5, 9))
    ground[:, 4] = np.nan
    ground[:, 1] = 0.3
    inflow = Inflow(
        times=np.array([0.0, 100.0, 101.0]), discharge=np.array([20.0, 20.0, 0.0]), cells=np.array([[2, 2]])
    )
    flood = run(ground, inflow, cell=10.0, roughness=0.03, seconds=40_000.0)
    assert flood.depth[:, 5:].max() == 0.0
    assert np.ptp((np.nan_to_num(ground) + flood.depth)[:, :4]) < 0.01
