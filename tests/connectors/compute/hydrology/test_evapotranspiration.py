"""Oudin's formula by its published constants and the radiation of FAO-56."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.hydrology.evapotranspiration import extraterrestrial, oudin


def test_radiation_is_that_of_the_worked_example_of_fao_56() -> None:
    assert extraterrestrial(np.array([246.0]), latitude=-20.0)[0] == pytest.approx(32.2, abs=0.1)  # example 8


def test_nothing_evaporates_below_minus_five() -> None:
    assert list(oudin(np.array([-20.0, -5.0]), days=np.array([10.0, 10.0]), latitude=50.0)) == [0.0, 0.0]


def test_fifteen_degrees_in_june_take_some_three_and_a_half_millimetres() -> None:
    expected = extraterrestrial(np.array([172.0]), latitude=50.0)[0] / 2.45 * 0.2
    assert oudin(np.array([15.0]), days=np.array([172.0]), latitude=50.0)[0] == pytest.approx(expected)
    assert 3.0 < expected < 3.7
