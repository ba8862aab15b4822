"""anomaly: departures from each run's own reference, in kelvin or per cent."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.fields import DIFFERENCE
from connectors.compute.processes.anomaly import anomaly
from connectors.errors import Refused
from tests.connectors.compute.samples import interval, monthly, yearly


def test_each_run_departs_from_its_own_mean() -> None:
    computed = anomaly(yearly([[1.0, 3.0, 5.0], [10.0, 10.0, 40.0]]), reference=interval(2000, 2001))
    assert computed.cube.one().values.tolist() == [[-1.0, 1.0, 3.0], [0.0, 0.0, 30.0]]
    assert computed.cube.is_change


@pytest.mark.parametrize(("units", "scale"), [("degC", 1.0), ("K", 1.0), ("degF", 5 / 9)])
def test_changes_of_temperature_are_in_kelvin(units: str, scale: float) -> None:
    array = anomaly(yearly([[10.0, 12.0]], units=units), reference=interval(2000, 2000)).cube.one()
    assert array.values.tolist() == pytest.approx(np.array([[0.0, 2.0 * scale]]))
    assert (array.attrs["units"], array.attrs["units_metadata"]) == ("K", DIFFERENCE)


def test_relative_changes_are_in_per_cent() -> None:
    array = anomaly(yearly([[2.0, 3.0]], units="kg m-2 s-1"), reference=interval(2000, 2000), relative=True).cube.one()
    assert (array.values.tolist(), array.attrs["units"]) == ([[0.0, 50.0]], "%")


def test_months_depart_from_their_own_month() -> None:
    values = np.tile(np.arange(12.0), 3)
    values[24:] += 2.0
    array = anomaly(monthly([values], calendar="360_day"), reference=interval(2000, 2001)).cube.one()
    np.testing.assert_allclose(array.values[0], [0.0] * 24 + [2.0] * 12, atol=1e-12)


def test_runs_without_the_reference_are_dropped_and_named() -> None:
    values = np.ones((2, 20))
    values[1, :10] = np.nan
    computed = anomaly(yearly(values, sources=["A", "B"]), reference=interval(2000, 2009))
    assert computed.cube.one().source_id.values.tolist() == ["A"]
    assert [c.code for c in computed.caveats] == ["dropped_members"]


def test_a_reference_that_no_run_has_is_refused() -> None:
    with pytest.raises(Refused, match=r"reference 1850-01-01…1900-12-31; the data span 2000…2002"):
        anomaly(yearly([[1.0, 2.0, 3.0]]), reference=interval(1850, 1900))
