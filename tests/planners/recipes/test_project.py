from __future__ import annotations

from dataclasses import replace

import pytest

from planners.errors import NoPlan
from planners.intent import Period
from tests.planners.intents import LATE, MONTREAL, TAS, TEXAS, WARMING, WORLD, only, planned, responses, shape


def test_a_change_is_found_loaded_joined_averaged_and_set_on_its_baseline() -> None:
    assert shape(planned(WARMING))[:10] == [
        "s1 search()",
        "s2 load(s1)",
        "s3 merge_cubes(s2)",
        "s4 aggregate_spatial(s3)",
        "s5 aggregate_temporal_period(s4)",
        "s6 anomaly(s5)",
        "s7 aggregate_temporal(s6)",
        "s8 ensemble_statistics(s7)",
        "s9 ensemble_statistics(s6)",
        "s10 respond(s8, s9, s1)",
    ]


def test_a_second_body_of_evidence_is_asked_of_the_same_search() -> None:
    plan = planned(WARMING)
    assert [(s.arguments["choice"], s.needs) for s in plan.steps if s.kind == "load"] == [(0, ("s1",)), (1, ("s1",))]


def test_a_scenario_is_searched_with_its_historical_part() -> None:
    facets = only(planned(WARMING), "search").arguments["facets"]
    assert facets["experiment_id"] == ["ssp245", "historical"]


def test_without_a_scenario_two_are_planned_as_conditions() -> None:
    plan = planned(replace(WARMING, facets={}))
    conditions = [s.arguments["conditions"]["experiment_id"] for s in responses(plan)]
    assert conditions == ["ssp245", "ssp585", "ssp245", "ssp585"]


def test_without_a_reference_the_level_comes_first_and_its_change_second() -> None:
    level = replace(WARMING, places=(MONTREAL,), periods=(LATE,))
    assert [(s.arguments["role"]) for s in responses(planned(level))][:2] == ["level", "change"]
    units = [s.arguments["units"] for s in planned(level).steps if s.operation == "ensemble_statistics"]
    assert units[:3] == ["degC", "degC", "K"]


def test_a_warming_level_without_a_period_is_a_crossing_against_the_preindustrial() -> None:
    asked = replace(WARMING, quantities=(), periods=(Period(warming_level=2.0),), facets={"experiment_id": ("ssp370",)})
    crossing = only(planned(asked), "crossing_time").arguments
    assert (crossing["threshold"], crossing["reference"]) == (2.0, ["1850-01-01", "1900-12-31"])


def test_a_warming_level_elsewhere_is_refused_with_what_is_near() -> None:
    asked = replace(WARMING, places=(TEXAS,), periods=(Period(warming_level=2.0),))
    with pytest.raises(NoPlan) as refused:
        planned(asked)
    assert refused.value.nearest


def test_a_place_travels_with_its_polygon() -> None:
    place = only(planned(replace(WARMING, places=(TEXAS,))), "aggregate_spatial").arguments["place"]
    assert place["geometry_id"] == "us-states:TX"


def test_months_are_averaged_as_a_season_and_said() -> None:
    plan = planned(replace(WARMING, months=(6, 7, 8)))
    assert only(plan, "aggregate_temporal_period").arguments["months"] == [6, 7, 8]
    assert responses(plan)[0].arguments["conditions"]["months"] == [6, 7, 8]


def test_a_map_is_drawn_where_asked_for() -> None:
    kinds = [s.arguments["kind"] for s in responses(planned(replace(WARMING, outputs=("map",))))]
    assert kinds.count("map") == 1


def test_no_quantity_is_refused() -> None:
    with pytest.raises(NoPlan, match="quantity"):
        planned(replace(WARMING, quantities=()))


def test_two_places_each_get_their_own_response() -> None:
    plan = planned(replace(WARMING, places=(WORLD, TEXAS), quantities=(TAS,)))
    assert [s.arguments["place"]["name"] for s in responses(plan)][:2] == ["the world", "Texas"]


def test_a_model_named_is_kept_alone() -> None:
    plan = planned(replace(WARMING, facets={"experiment_id": ("ssp585",), "source_id": ("CanESM5",)}))
    assert only(plan, "merge_cubes").arguments["sources"] == ["CanESM5"]
    assert responses(plan)[0].arguments["conditions"]["source_id"] == ["CanESM5"]
