"""Percentiles: which one an indicator means, and over which days it is taken."""

from __future__ import annotations

import numpy as np
import pytest
import xarray as xr

from connectors.compute import percentiles
from connectors.errors import Refused


@pytest.mark.parametrize(
    ("indicator", "name", "expected"),
    [
        ("tg90p", "tas_per", 90.0), ("tx10p", "tasmax_per", 10.0), ("icclim.r75ptot", "pr_per", 75.0), ("icclim.r99p", "pr_per", 99.0),
        ("warm_spell_duration_index", "tasmax_per", 90.0), ("icclim.csdi", "tasmin_per", 10.0), ("icclim.cw", "tas_per", 25.0),
        ("icclim.cw", "pr_per", 75.0), ("days_over_precip_thresh", "pr_per", 95.0),
    ],
)  # fmt: skip
def test_the_percentile_of_an_indicator(indicator: str, name: str, expected: float) -> None:
    assert percentiles.percentile(indicator, name) == expected


def test_rain_is_ranked_among_wet_days() -> None:
    values = np.concatenate((np.zeros(300), np.arange(1.0, 101.0)))
    clock = xr.date_range("2000-01-01", periods=400, freq="D")
    rain = xr.DataArray(values, dims="time", coords={"time": clock}, attrs={"units": "mm/day"})
    found = percentiles.over_reference(rain, process_id="icclim.r95p", name="pr_per")
    assert float(found) == pytest.approx(np.quantile(np.arange(1.0, 101.0), 0.95))
    assert float(found["percentiles"]) == 95.0


def test_reference_years_that_are_not_there_are_refused() -> None:
    empty = xr.DataArray(np.zeros(0), dims="time", coords={"time": xr.date_range("2000-01-01", periods=0, freq="D")})
    with pytest.raises(Refused, match="reference years of 'tg90p'"):
        percentiles.over_reference(empty, process_id="tg90p", name="tas_per")
