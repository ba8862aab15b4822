from __future__ import annotations

from dataclasses import replace

import pytest

from planners.errors import NoPlan
from planners.intent import Intent, Period, Quantity
from tests.planners.intents import BERLIN, TA, only, planned, responses

DAILY_TA = Intent(
    action="find",
    quantities=(TA,),
    facets={"mip_era": ("CMIP6",), "experiment_id": ("historical",), "frequency": ("day",)},
)
SCENES = Intent(
    action="find",
    collections=("sentinel-2-l2a",),
    places=(BERLIN,),
    periods=(Period(start="2017-02-01", end="2017-02-28"),),
)


def test_datasets_are_counted_by_model_and_node() -> None:
    plan = planned(DAILY_TA)
    assert only(plan, "search").arguments["count"] == ["source_id", "data_node"]
    assert [s.arguments["role"] for s in responses(plan)] == ["models", "nodes"]


def test_datasets_of_one_model_are_listed() -> None:
    plan = planned(Intent(action="find", quantities=(TA,), facets={"source_id": ("CanESM5",)}))
    assert [s.arguments["role"] for s in responses(plan)] == ["datasets", "nodes"]


def test_models_with_several_variables_must_have_them_together() -> None:
    both = (TA, Quantity(name="precipitation", variable_id="pr"))
    asked = Intent(action="find", quantities=both, together=("variable_id",))
    search = only(planned(asked), "search").arguments
    assert (search["every"], search["facets"]["variable_id"]) == (["variable_id"], ["ta", "pr"])
    assert "every" not in only(planned(replace(asked, together=())), "search").arguments
    assert "every" not in only(planned(replace(asked, quantities=(TA,))), "search").arguments


def test_models_with_both_scenarios_are_asked_for_as_such() -> None:
    asked = Intent(
        action="find",
        quantities=(TA,),
        facets={"experiment_id": ("historical", "ssp585")},
        together=("variable_id", "experiment_id"),
    )
    assert only(planned(asked), "search").arguments["every"] == ["experiment_id"]


def test_scenes_are_searched_around_the_place_with_the_missions_other_level() -> None:
    search = only(planned(SCENES), "search").arguments
    assert search["collections"] == ["sentinel-2-l2a", "sentinel-2-l1c"]
    west, south, east, north = search["bbox"]
    assert west < 12.5 and east > 14.4 and south < 52.0 and north > 53.0


def test_a_box_that_stands_for_a_relation_is_said() -> None:
    assert [c["code"] for c in responses(planned(SCENES))[0].arguments["caveats"]] == ["related_place"]


def test_a_bare_place_is_searched_for_scenes() -> None:
    assert only(planned(Intent(action=None, places=(BERLIN,))), "search").arguments["family"] == "eo"


def test_nothing_to_search_for_is_refused() -> None:
    with pytest.raises(NoPlan):
        planned(Intent(action="find"))


def test_ml_models_are_searched_by_name() -> None:
    assert only(planned(Intent(action="find", models=("s2cloudless",))), "search").arguments["family"] == "ml"
