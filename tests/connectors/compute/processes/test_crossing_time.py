"""crossing_time: the first year of the centred running mean above the threshold."""

from __future__ import annotations

import numpy as np
import pytest

from connectors.compute.processes.crossing_time import crossing_time
from connectors.errors import Refused
from connectors.items import Series, Table, Value
from tests.connectors.compute.samples import interval, monthly, yearly

YEARS = np.arange(1850, 2101)
REFERENCE = interval(1850, 1900)


def _ramp(rate: float) -> np.ndarray:
    return np.asarray(287 + np.maximum(0.0, rate * (YEARS - 1950)))


def _value(output: object) -> Value:
    assert isinstance(output, Value)
    return output


def test_the_year_is_the_centre_of_the_first_window_above() -> None:
    computed = crossing_time(yearly([_ramp(0.02)], start=1850), threshold=1.0, reference=REFERENCE)
    year = int(_value(computed.outputs["value"]).value)
    means = {c: _ramp(0.02)[(c - 10 <= YEARS) & (c + 9 >= YEARS)].mean() - 287 for c in (year - 1, year)}
    assert means[year - 1] <= 1.0 < means[year]


def test_windows_with_a_missing_year_do_not_count() -> None:
    values = _ramp(0.02)
    values[(YEARS >= 2001) & (YEARS <= 2030)] = np.nan
    value = _value(crossing_time(yearly([values], start=1850), threshold=1.0, reference=REFERENCE).outputs["value"])
    assert value.value == 2041


def test_median_and_range_are_those_of_models_that_cross_and_it_is_said() -> None:
    rates = [0.01, 0.02, 0.022, 0.024, 0.026, 0.03]
    computed = crossing_time(yearly([_ramp(r) for r in rates], start=1850), threshold=2.0, reference=REFERENCE)
    value, table = _value(computed.outputs["value"]), computed.outputs["table"]
    assert isinstance(table, Table)
    crossed = [row[1] for row in table.rows if row[1] is not None]
    assert (value.n, value.value) == (5, np.median(crossed))
    assert (value.details["crossed"], value.details["models"]) == (5, 6)
    assert [c.parameters for c in computed.caveats if c.code == "not_all_cross"] == [
        {"crossed": 5, "models": 6, "end": 2100}
    ]
    assert value.details["median_of_all_models"] == pytest.approx(np.sort(crossed)[2:4].mean())


def test_a_threshold_that_none_passes_is_refused() -> None:
    with pytest.raises(Refused, match=r"none of 1 models passes 9 K"):
        crossing_time(yearly([_ramp(0.01)], start=1850), threshold=9.0, reference=REFERENCE)


def test_the_running_mean_is_given() -> None:
    series = crossing_time(yearly([_ramp(0.02)], start=1850), threshold=1.0, reference=REFERENCE).outputs["series"]
    assert isinstance(series, Series)
    assert (series.x[0], series.x[-1]) == ("1860", "2091")
    assert series.y[0] == pytest.approx(0.0)


def test_monthly_data_are_refused() -> None:
    with pytest.raises(Refused, match="aggregate it by year"):
        crossing_time(monthly([np.ones(24)]), threshold=1.0, reference=interval(2000, 2000))
