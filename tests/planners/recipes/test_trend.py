from __future__ import annotations

from dataclasses import replace

import pytest

from planners.errors import NoPlan
from planners.intent import Intent, Period, Place
from tests.planners.intents import TA, TAS, TEXAS, WORLD, only, planned, responses

SINCE_1970 = Intent(
    action="trend", quantities=(TAS,), places=(WORLD,), periods=(Period(start="1970-01-01", end="2026-11-23"),)
)
POLE = Place(name="North Pole", kind="point")


def test_the_world_is_read_from_observations_by_family() -> None:
    plan = planned(SINCE_1970)
    assert only(plan, "search").arguments["facets"]["experiment_id"] == ["obs"]
    assert only(plan, "merge_cubes").arguments["members"] == "all"
    assert only(plan, "trend").arguments["by"] == "family"


def test_models_are_read_where_they_are_asked_for_up_to_the_end_of_historical() -> None:
    plan = planned(replace(SINCE_1970, facets={"mip_era": ("CMIP6",)}))
    assert only(plan, "trend").arguments == {
        **only(plan, "trend").arguments,
        "by": "realization",
        "interval": ["1970-01-01", "2014-12-31"],
    }
    (caveat,) = responses(plan)[0].arguments["caveats"]
    assert caveat["parameters"]["used"] == ["1970-01-01", "2014-12-31"]


def test_a_region_is_read_from_observations_and_models_as_two_conditions() -> None:
    plan = planned(replace(SINCE_1970, places=(TEXAS,)))
    assert [s.arguments["conditions"]["experiment_id"] for s in responses(plan)] == ["obs", "historical", "historical"]


def test_the_lower_troposphere_is_a_pressure_level() -> None:
    plan = planned(replace(SINCE_1970, quantities=(TA,), facets={"mip_era": ("CMIP6",)}))
    assert only(plan, "filter_level").arguments["pressure"] == 92_500.0
    assert responses(plan)[0].arguments["conditions"]["pressure_hPa"] == 925.0


def test_a_place_of_unknown_extent_is_refused() -> None:
    with pytest.raises(NoPlan, match="North Pole"):
        planned(replace(SINCE_1970, places=(POLE,)))


def test_trends_of_imagery_are_refused() -> None:
    with pytest.raises(NoPlan):
        planned(replace(SINCE_1970, collections=("sentinel-2-l2a",)))


def test_a_record_that_is_named_is_read_alone() -> None:
    plan = planned(replace(SINCE_1970, collections=("hadcrut",)))
    assert only(plan, "search").arguments["facets"]["source_id"] == ["HadCRUT5"]
    assert only(plan, "merge_cubes").arguments["sources"] == ["HadCRUT5"]
