"""trend: independent members, common whole years, honest ranges."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from connectors.compute.processes.trend import trend
from connectors.errors import Refused
from connectors.extents import Interval
from connectors.items import Series, Table, Value
from tests.connectors.compute.samples import interval, monthly, yearly

YEARS = np.arange(1960, 2026)
NOISE = np.random.default_rng(12).normal(0, 0.1, (7, len(YEARS)))
RATES = np.array([0.018, 0.019, 0.02, 0.021, 0.022, 0.023, 0.024])
VALUES = 287 + RATES[:, None] * (YEARS - 1960) + NOISE
OBSERVED = ["SetV1", "SetV2", "Other", "Third"]


def _value(output: object) -> Value:
    assert isinstance(output, Value)
    return output


def _slopes(values: np.ndarray, years: np.ndarray) -> list[float]:
    return [10 * float(stats.theilslopes(row, years).slope) for row in values]


def test_the_value_is_the_median_slope_a_decade() -> None:
    computed = trend(yearly(VALUES, start=1960), interval=interval(1970, 2020))
    value = _value(computed.outputs["value"])
    expected = _slopes(VALUES[:, 10:61], YEARS[10:61])
    assert value.value == pytest.approx(np.median(expected))
    assert (value.low, value.high) == pytest.approx(tuple(np.quantile(expected, [0.05, 0.95])))
    assert (value.units, value.n, value.details["years"]) == ("K decade-1", 7, 51)


def test_one_member_has_the_interval_of_its_slope() -> None:
    computed = trend(yearly(VALUES[:1], start=1960), interval=interval(1970, 2020))
    value = _value(computed.outputs["value"])
    assert value.low is not None
    assert value.low < value.value < (value.high or 0)
    assert value.range_meaning == "95 % confidence interval of the slope"


def test_versions_of_a_family_count_once() -> None:
    field = yearly(VALUES[:4], start=1960, sources=OBSERVED, mip_era="obs", experiment_id="obs")
    computed = trend(field, interval=interval(1970, 2025), by="family")
    value, expected = _value(computed.outputs["value"]), _slopes(VALUES[1:4, 10:], YEARS[10:])
    assert value.value == pytest.approx(np.median(expected))
    assert (value.low, value.high) == pytest.approx((min(expected), max(expected)))
    assert (value.n, value.range_meaning) == (3, "range of 3 records")
    caveat = next(c for c in computed.caveats if c.code == "dependent_versions")
    assert caveat.parameters == {"series": 4, "families": 3, "kept": ["Other", "SetV2", "Third"], "left_out": ["SetV1"]}


def test_a_year_that_is_not_over_is_left_out_and_said() -> None:
    asked = Interval(start="1970-01-01", end="2025-11-25")
    computed = trend(yearly(VALUES, start=1960), interval=asked)
    assert _value(computed.outputs["value"]).details["end"] == "2024"
    caveat = next(c for c in computed.caveats if c.code == "period_truncated")
    assert caveat.parameters == {"asked": ["1970-01-01", "2025-11-25"], "used": ["1970-01-01", "2024-12-31"]}


def test_only_years_that_all_have_are_used() -> None:
    values = VALUES.copy()
    values[2, -1] = np.nan
    computed = trend(yearly(values, start=1960), interval=interval(1970, 2025))
    series = computed.outputs["series"]
    assert isinstance(series, Series)
    assert series.x[-1] == "2024"


def test_records_that_end_early_do_not_cut_the_others() -> None:
    values = VALUES.copy()
    values[0, 40:] = np.nan
    computed = trend(yearly(values, start=1960), interval=interval(1970, 2025))
    assert _value(computed.outputs["value"]).details["end"] == "2025"
    assert next(c for c in computed.caveats if c.code == "dropped_members").parameters["n"] == 1


def test_the_series_has_departures_their_line_and_each_record() -> None:
    series = trend(yearly(VALUES, start=1960), interval=interval(1970, 2025)).outputs["series"]
    assert isinstance(series, Series)
    assert set(series.lines) == {"fitted", *(f"M{i}" for i in range(7))}
    fitted = np.array(series.lines["fitted"], float)
    slope = np.median(_slopes(VALUES[:, 10:], YEARS[10:])) / 10
    np.testing.assert_allclose(np.diff(fitted), slope, rtol=1e-6)
    assert np.mean(np.array(series.lines["M0"], float)) == pytest.approx(0.0, abs=1e-9)


def test_the_table_has_a_row_a_member() -> None:
    table = trend(yearly(VALUES, start=1960), interval=interval(1970, 2025)).outputs["table"]
    assert isinstance(table, Table)
    assert [row[3] for row in table.rows] == pytest.approx(_slopes(VALUES[:, 10:], YEARS[10:]))
    assert all(row[4] < row[3] < row[5] for row in table.rows)


def test_how_autocorrelation_was_treated_is_said() -> None:
    caveats = trend(yearly(VALUES, start=1960), interval=interval(1970, 2025)).caveats
    assert next(c for c in caveats if c.code == "autocorrelation").parameters["method"] == "Hamed–Rao"


@pytest.mark.parametrize(("start", "end", "words"), [(2020, 2025, "too short"), (1800, 1850, "no whole year")])
def test_too_few_years_are_refused(start: int, end: int, words: str) -> None:
    with pytest.raises(Refused, match=words):
        trend(yearly(VALUES, start=1960), interval=interval(start, end))


def test_monthly_data_are_refused() -> None:
    with pytest.raises(Refused, match="aggregate it by year"):
        trend(monthly([np.ones(240)]), interval=interval(2000, 2019))
