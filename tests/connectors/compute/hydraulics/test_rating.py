"""Rating curves: the channel carries its bankfull discharge, stage inverts discharge, the plain floods from its lowest cells."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.hydraulics.rating import Reach

REACH = Reach(length=10_000.0, slope=1e-3, heights=np.array([0.0, 0.5, 3.0]), areas=np.full(3, 1e6), bankfull=200.0)


def test_the_channel_is_as_wide_as_moody_and_troutman_say_and_just_carries_bankfull() -> None:
    assert REACH.width == pytest.approx(7.2 * 200**0.5)
    assert REACH.discharge(REACH.depth) == pytest.approx(200.0, rel=1e-3)


def test_a_wide_channel_follows_mannings_formula() -> None:
    wide = Reach(length=1.0, slope=1e-3, heights=np.zeros(0), areas=np.zeros(0), bankfull=1e4)
    assert wide.discharge(2.0) == pytest.approx(wide.width * 2.0 ** (5 / 3) * 1e-3**0.5 / 0.035, rel=0.01)


@pytest.mark.parametrize("discharge", [10.0, 200.0, 350.0, 2000.0])
def test_stage_is_where_the_discharge_passes(discharge: float) -> None:
    assert REACH.discharge(REACH.stage(discharge)) == pytest.approx(discharge, rel=2e-3)


def test_nothing_floods_within_the_banks_and_low_cells_flood_first() -> None:
    assert not REACH.flooded(REACH.stage(190.0)).any()
    flooded = REACH.flooded(REACH.depth + 0.8)
    assert flooded == pytest.approx([0.8, 0.3, 0.0])
