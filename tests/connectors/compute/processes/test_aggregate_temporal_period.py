"""aggregate_temporal_period: complete years, seasons and months in every calendar."""

from __future__ import annotations

import cftime
import numpy as np
import pytest
import xarray as xr

from connectors.compute import times
from connectors.compute.fields import Field
from connectors.compute.processes.aggregate_temporal_period import aggregate_temporal_period, in_order
from connectors.errors import Refused
from tests.connectors.compute.samples import monthly, named, yearly

NOLEAP = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def _daily(days: int, *, calendar: str = "noleap") -> Field:
    start = cftime.datetime(2000, 1, 1, calendar=calendar)
    clock = cftime.num2date(np.arange(days), f"days since {start.isoformat()}", calendar)
    values = np.random.default_rng(6).normal(size=(1, days))
    array = xr.DataArray(
        values,
        dims=("realization", "time"),
        coords={"time": clock},
        attrs={"frequency": "day", "units": "K"},
        name="tas",
    )
    return Field(parts=(named(array, ["A"], calendar=calendar),), id="daily")


def test_a_year_is_the_mean_of_its_months_by_their_days() -> None:
    values = np.random.default_rng(5).normal(size=24)
    array = aggregate_temporal_period(monthly([values], calendar="noleap")).cube.one()
    expected = [np.average(values[:12], weights=NOLEAP), np.average(values[12:], weights=NOLEAP)]
    np.testing.assert_allclose(array.values, [expected])
    assert (times.labels(array), array.attrs["frequency"]) == (("2000", "2001"), "yr")


def test_incomplete_years_are_dropped_and_named() -> None:
    computed = aggregate_temporal_period(monthly([np.ones(29)]))
    assert times.labels(computed.cube.one()) == ("2000", "2001")
    assert [c.parameters for c in computed.caveats] == [{"n": 1, "years": ["2002"]}]


def test_a_run_that_lacks_a_month_has_no_value_that_year() -> None:
    values = np.ones((2, 24))
    values[1, 3] = np.nan
    assert np.isnan(aggregate_temporal_period(monthly(values)).cube.one().values).tolist() == [
        [False, False],
        [True, False],
    ]


def test_december_counts_to_the_following_winter() -> None:
    values = np.arange(36.0)
    computed = aggregate_temporal_period(monthly([values], calendar="360_day"), months=(12, 1, 2))
    array = computed.cube.one()
    assert times.labels(array) == ("2001", "2002")
    assert array.values.tolist() == [[np.mean([11, 12, 13]), np.mean([23, 24, 25])]]
    assert computed.caveats[0].parameters["years"] == ["2000", "2003"]


def test_a_summer_is_within_its_year() -> None:
    array = aggregate_temporal_period(monthly([np.arange(12.0)], calendar="360_day"), months=(6, 7, 8)).cube.one()
    assert array.values.tolist() == [[6.0]]


@pytest.mark.parametrize(
    ("months", "order"),
    [
        ((1, 2, 12), (12, 1, 2)),
        ((1, 2, 11, 12), (11, 12, 1, 2)),
        ((3, 4, 5), (3, 4, 5)),
        (tuple(range(1, 13)), tuple(range(1, 13))),
        ((1, 6, 12), (1, 6, 12)),
    ],
)
def test_months_follow_each_other_over_the_new_year(months: tuple[int, ...], order: tuple[int, ...]) -> None:
    assert in_order(months) == order


@pytest.mark.parametrize("calendar", ["noleap", "360_day", "standard"])
def test_days_make_months_in_their_own_calendar(calendar: str) -> None:
    field = _daily(800, calendar=calendar)
    array = aggregate_temporal_period(field, period="month").cube.one()
    lengths = [times.days_in_month(2000 + i // 12, i % 12 + 1, calendar) for i in range(array.sizes["time"])]
    begins = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    expected = [field.one().values[0, b : b + n].mean() for b, n in zip(begins, lengths, strict=True)]
    np.testing.assert_allclose(array.values[0], expected)
    assert array.attrs["frequency"] == "mon"


def test_days_make_whole_years_only() -> None:
    computed = aggregate_temporal_period(_daily(365 + 300), reducer="max")
    assert times.labels(computed.cube.one()) == ("2000",)
    assert computed.cube.one().item() == _daily(365 + 300).one().values[0, :365].max()


def test_seasons_stand_one_after_another() -> None:
    array = aggregate_temporal_period(monthly([np.arange(24.0)], calendar="360_day"), period="season").cube.one()
    assert array.values[0].tolist() == [3.0, 6.0, 9.0, 12.0, 15.0, 18.0, 21.0]
    assert times.labels(array)[:2] == ("2000-04-01", "2000-07-01")


def test_annual_data_are_years_already_and_nothing_finer() -> None:
    field = yearly([[1.0, 2.0]])
    assert aggregate_temporal_period(field).cube is field
    with pytest.raises(Refused, match="annual values"):
        aggregate_temporal_period(field, months=(6, 7, 8))


def test_data_of_less_than_a_year_are_refused() -> None:
    with pytest.raises(Refused, match="no complete year"):
        aggregate_temporal_period(monthly([np.ones(7)]))


def test_data_in_pieces_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    field = monthly(np.random.default_rng(1).normal(size=(3, 60)))
    lazy = field.mapped(lambda part: part.chunk({"time": 7}))
    np.testing.assert_allclose(
        aggregate_temporal_period(lazy).cube.one().values, aggregate_temporal_period(field).cube.one().values
    )
