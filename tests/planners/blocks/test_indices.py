"""Climate indices: the daily variables that an indicator needs, and how words set its parameters."""

from __future__ import annotations

import pytest

from connectors.extents import BBox
from planners.blocks.indices import index_of, units_of_index
from planners.errors import NoPlan
from planners.intent import Intent, Period, Place, Quantity, Threshold
from planners.recipes import describe


def test_a_count_of_hot_days_takes_its_threshold_and_comparison() -> None:
    hot = Quantity(name="days over", indicator="tx_days_above", threshold=Threshold(op=">=", value=30.0, units="degC"))
    index = index_of(hot)
    assert (index.searched, index.arguments) == (("tasmax",), {"threshold": "30 degC", "op": ">="})


def test_a_depth_of_rain_is_a_rate_by_day() -> None:
    wet = Quantity(name="wet days", indicator="wetdays", threshold=Threshold(op=">", value=10.0, units="mm"))
    assert index_of(wet).arguments["threshold"] == "10 mm/day"


def test_what_an_index_is_computed_from_may_be_computed_itself() -> None:
    index = index_of(Quantity(name="SPEI", indicator="spei"))
    assert index.variables == ()
    assert index.derived == {"wb": ("water_budget", ("pr", "tasmin", "tasmax"))}
    assert index.searched == ("pr", "tasmin", "tasmax")


def test_two_variables_are_both_searched() -> None:
    assert index_of(Quantity(name="heat waves", indicator="heat_wave_frequency")).searched == ("tasmin", "tasmax")


def test_percentiles_are_no_variable_of_an_archive() -> None:
    index = index_of(Quantity(name="warm days", indicator="tg90p"))
    assert (index.searched, index.by_percentile) == (("tas",), True)


def test_an_index_of_what_no_climate_archive_holds_is_no_plan() -> None:
    with pytest.raises(NoPlan, match="climate archives do not hold"):
        index_of(Quantity(name="base flow index", indicator="base_flow_index"))


def test_an_unknown_indicator_is_no_plan() -> None:
    with pytest.raises(NoPlan, match="no indicator 'nonsense'"):
        index_of(Quantity(name="nonsense", indicator="nonsense"))


def test_a_temperature_is_answered_in_degrees_and_its_change_in_kelvin() -> None:
    warmest = Quantity(name="hottest day", indicator="tx_max")
    assert (units_of_index(warmest, "level"), units_of_index(warmest, "change")) == ("degC", "K")
    assert units_of_index(Quantity(name="frost days", indicator="frost_days"), "level") is None


def test_an_index_is_planned_from_daily_values_and_says_what_is_held_where_they_lack() -> None:
    place = Place(name="Montréal", kind="city", bbox=BBox(west=-74.0, south=45.3, east=-73.3, north=45.8))
    hot = Quantity(name="days over", indicator="tx_days_above", threshold=Threshold(op=">", value=30.0, units="degC"))
    past = Period(start="1981-01-01", end="2010-12-31")
    steps = describe.steps(Intent(action="describe", quantities=(hot,), places=(place,), periods=(past,)), ())
    chain = [step.operation for step in steps if step.kind == "process"][:5]
    assert chain == ["merge_cubes", "filter_spatial", "tx_days_above", "aggregate_spatial", "aggregate_temporal_period"]
    daily = next(step for step in steps if step.kind == "search")
    assert (daily.arguments["facets"]["frequency"], daily.arguments["facets"]["variable_id"]) == (["day"], ["tasmax"])
    last = steps[-1].arguments
    assert (last["role"], last["facts"]["inputs"]) == ("needs_daily", ["tasmax"])
    assert {ref.from_step for group in last["unless"] for ref in group} == {s.id for s in steps if s.kind == "load"}
