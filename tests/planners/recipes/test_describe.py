from __future__ import annotations

from dataclasses import replace

import pytest

from planners.errors import NoPlan
from planners.intent import Intent, Period, Quantity
from tests.planners.intents import CROPLAND, IOWA, RECENT, TAS, TEXAS, only, planned, responses, shape

PAST = Intent(
    action="describe", quantities=(TAS,), places=(TEXAS,), periods=(Period(start="1981-01-01", end="2010-12-31"),)
)
CROPS = Intent(
    action="describe", quantities=(CROPLAND,), places=(IOWA,), periods=(Period(start="2019-01-01", end="2019-12-31"),)
)


def test_a_past_value_is_a_level_of_historical_runs() -> None:
    plan = planned(PAST)
    assert only(plan, "search").arguments["facets"]["experiment_id"] == ["historical"]
    assert [s.arguments["role"] for s in responses(plan)] == ["level", "level"]


def test_years_after_historical_are_read_from_the_middle_scenario_and_said() -> None:
    plan = planned(replace(PAST, periods=(Period(start="2010-01-01", end="2020-12-31"),)))
    assert responses(plan)[0].arguments["conditions"] == {"experiment_id": "ssp245"}


def test_against_a_reference_it_is_a_change() -> None:
    assert responses(planned(replace(PAST, periods=(*PAST.periods, RECENT))))[0].arguments["role"] == "change"


def test_a_climatology_is_a_series() -> None:
    assert responses(planned(replace(PAST, aggregation="climatology")))[0].arguments["kind"] == "series"


def test_a_land_cover_class_is_measured_from_the_land_cover_of_the_year() -> None:
    plan = planned(CROPS)
    assert shape(plan) == ["s1 search()", "s2 load(s1)", "s3 class_area(s2)", "s4 respond(s3, s1)"]
    assert only(plan, "class_area").arguments["classes"] == [12]
    assert only(plan, "search").arguments["collections"] == ["modis-12c1"]


@pytest.mark.parametrize(
    "change",
    [
        {"quantities": ()},
        {"collections": ("era5",)},
        {"quantities": (Quantity(name="NDVI", spectral_index="NDVI"),), "places": ()},
    ],
    ids=str,
)
def test_what_cannot_be_computed_is_refused_with_what_is_near(change: dict[str, object]) -> None:
    with pytest.raises(NoPlan):
        planned(replace(PAST, **change))  # type: ignore[arg-type]


def test_a_spectral_index_is_read_in_each_series_that_shows_it() -> None:
    ndvi = Quantity(name="NDVI", spectral_index="NDVI")
    plan = planned(replace(CROPS, quantities=(ndvi,), phenomena=(), collections=("landsat-c2-l2",)))
    assert [s.arguments["collections"] for s in plan.steps if s.kind == "search"] == [["landsat-c2-l2"], ["landsat-sr"]]
    assert {r.arguments["role"] for r in responses(plan)} == {"index_level"}
    assert {s.arguments["index"] for s in plan.steps if s.operation == "spectral_index"} == {"NDVI"}


def test_an_observational_record_can_be_described() -> None:
    plan = planned(replace(PAST, collections=("gistemp",), periods=(*PAST.periods, RECENT)))
    assert only(plan, "search").arguments["facets"]["experiment_id"] == ["obs"]
