from __future__ import annotations

from dataclasses import replace

import pytest

from planners.errors import NoPlan
from planners.intent import Intent, Period
from tests.planners.intents import LATE, RECENT, TAS, TEXAS, WARMING, WORLD, planned, responses

SCENARIOS = Intent(
    action="compare", quantities=(TAS,), places=(WORLD,), periods=(LATE, RECENT), compared="scenarios",
    facets={"experiment_id": ("ssp126", "ssp585")},
)  # fmt: skip


def test_scenarios_give_a_response_a_side_and_one_for_the_contrast() -> None:
    said = [(s.arguments["role"], s.arguments["conditions"]["experiment_id"]) for s in responses(planned(SCENARIOS))]
    assert said[:3] == [("side", "ssp126"), ("side", "ssp585"), ("contrast", "ssp126")]


def test_the_contrast_says_what_is_taken_from_what() -> None:
    contrast = responses(planned(SCENARIOS))[2]
    assert contrast.arguments["conditions"]["minus"] == {"experiment_id": "ssp585"}


def test_the_contrast_is_computed_over_models_that_both_sides_have() -> None:
    plan = planned(SCENARIOS)
    difference = next(s for s in plan.steps if s.operation == "difference")
    means = [s.id for s in plan.steps if s.operation == "aggregate_temporal"]
    assert difference.needs == tuple(means[:2])


def test_scenarios_of_the_world_without_a_reference_are_compared_by_their_warming() -> None:
    plan = planned(replace(SCENARIOS, periods=(LATE,)))
    assert responses(plan)[0].arguments["reference"] == {"start": "1995-01-01", "end": "2014-12-31"}


def test_places_are_compared_under_one_scenario() -> None:
    intent = replace(SCENARIOS, compared="places", places=(TEXAS, WORLD), facets={"experiment_id": ("ssp245",)})
    contrast = responses(planned(intent))[2].arguments["conditions"]
    assert (contrast["place"], contrast["minus"]) == ("Texas", {"place": "the world"})


def test_a_period_is_compared_with_its_reference() -> None:
    intent = replace(WARMING, action="compare", compared="periods")
    contrast = responses(planned(intent))[2].arguments["conditions"]
    assert (contrast["period"], contrast["minus"]) == ("2081-01-01/2100-12-31", {"period": "1995-01-01/2014-12-31"})


def test_both_periods_are_read_from_the_same_evidence() -> None:
    loads = [
        s.arguments["intervals"]
        for s in planned(replace(WARMING, action="compare", compared="periods")).steps
        if s.kind == "load"
    ]
    assert loads == [[["2081-01-01", "2100-12-31"], ["1995-01-01", "2014-12-31"]]] * 2


def test_models_are_compared_by_name() -> None:
    intent = replace(
        SCENARIOS, compared="sources", facets={"experiment_id": ("ssp245",), "source_id": ("CanESM5", "CESM2")}
    )
    searched = [s.arguments["facets"]["source_id"] for s in planned(intent).steps if s.kind == "search"]
    assert searched == [["CanESM5"], ["CESM2"]]


def test_different_models_are_contrasted_by_their_medians() -> None:
    intent = replace(
        SCENARIOS, compared="sources", facets={"experiment_id": ("ssp245",), "source_id": ("CanESM5", "CESM2")}
    )
    first, second, contrast = (s.arguments for s in responses(planned(intent))[:3])
    assert (contrast["value"], contrast["minus"]) == (first["value"], second["value"])


def test_models_stand_beside_observations() -> None:
    intent = replace(
        SCENARIOS,
        compared="observations",
        periods=(Period(start="1995-01-01", end="2014-12-31"),),
        facets={"source_id": ("CanESM5",)},
    )
    sides = [(s.arguments["role"], s.arguments["conditions"]["experiment_id"]) for s in responses(planned(intent))]
    assert sides[:3] == [("side", "historical"), ("side", "obs"), ("contrast", "historical")]


@pytest.mark.parametrize(
    "change",
    [
        {"compared": "methods"},
        {"facets": {"experiment_id": ("ssp126",)}},
        {"quantities": ()},
        {"collections": ("era5",)},
    ],
    ids=str,
)
def test_what_cannot_be_compared_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(NoPlan):
        planned(replace(SCENARIOS, **change))  # type: ignore[arg-type]


def test_periods_of_an_observational_record_are_compared_in_it() -> None:
    plan = planned(replace(WARMING, action="compare", compared="periods", facets={}, collections=("berkeley-earth",)))
    facets = [s.arguments["facets"] for s in plan.steps if s.kind == "search"]
    assert {f["experiment_id"][0] for f in facets} == {"obs"}
    assert {tuple(f["source_id"]) for f in facets} == {("Berkeley-HighRes",)}
    assert any(s.operation == "difference" for s in plan.steps)


def test_a_model_is_set_beside_the_record_that_is_named() -> None:
    intent = replace(
        SCENARIOS, compared="observations", collections=("hadcrut",), periods=(), facets={"source_id": ("CanESM5",)}
    )
    searched = [s.arguments["facets"]["source_id"] for s in planned(intent).steps if s.kind == "search"]
    assert searched == [["CanESM5"], ["HadCRUT5"]]
