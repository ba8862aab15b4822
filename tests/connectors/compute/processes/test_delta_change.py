"""delta_change: temperature shifted, rain scaled, by the changes that models give."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.hydrology import record as records
from connectors.compute.processes.aggregate_temporal import aggregate_temporal
from connectors.compute.processes.delta_change import delta_change
from connectors.errors import Refused
from tests.connectors.compute.basins import change, codes, weather
from tests.connectors.compute.samples import interval, yearly


def test_temperature_is_shifted_and_rain_scaled_model_by_model() -> None:
    rain = change({"A": 28.0, "B": -56.0}, units="%")  # of 280: +10 %, −20 %
    changed = delta_change(weather(), temperature=change({"A": 2.0, "B": 3.0}), precipitation=rain)
    after = records.from_field(changed.cube)
    assert after.runs == ("A", "B")
    assert after.values["tas"][:, 0] == pytest.approx([10.0, 11.0])
    assert after.values["pr"].sum(axis=1) / weather().values["pr"].sum() == pytest.approx([1.1, 0.8])
    assert codes(changed) == {"delta_change"}


def test_without_a_change_of_rain_very_wet_days_grow_with_global_warming() -> None:
    before = weather()
    changed = delta_change(before, temperature=change({"A": 2.0}), warming=change({"A": 1.0, "B": 2.0}), heavy_rain=7.0)
    factor = records.from_field(changed.cube).values["pr"] / np.where(before.values["pr"] > 0, before.values["pr"], 1.0)
    rain = before.values["pr"][0]
    very_wet = rain > np.quantile(rain[rain >= 1.0], 0.95)
    assert factor[0, very_wet] == pytest.approx(1.07) and factor[1, very_wet] == pytest.approx(1.14)
    assert factor[:, (rain > 0) & ~very_wet] == pytest.approx(1.0)
    assert {"assumed_heavy_rain", "pattern_scaled"} <= codes(changed)


def test_a_model_without_a_temperature_of_its_own_is_scaled_by_its_global_warming() -> None:
    changed = delta_change(weather(), temperature=change({"A": 3.0}), warming=change({"A": 2.0, "B": 4.0}))
    assert records.from_field(changed.cube).values["tas"][:, 0] == pytest.approx([11.0, 14.0])
    assert "unchanged_rain" in codes(changed)


def test_a_level_is_no_change() -> None:
    level = aggregate_temporal(yearly([[280.0] * 10]), interval=interval(2000, 2009)).cube
    with pytest.raises(Refused, match="not a change in K"):
        delta_change(weather(), temperature=level)
    with pytest.raises(Refused, match="give 'warming' too"):
        delta_change(weather(), temperature=change({"A": 2.0}), heavy_rain=7.0)
