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


def test_datasets_are_searched_by_words_where_no_vocabulary_has_them() -> None:
    asked = Intent(action="find", words="permafrost thaw", phenomena=("permafrost",), filters={"limit": 5})
    search = only(planned(asked), "search").arguments
    assert (search["filters"], search["bbox"], search["limit"]) == ({"q": "permafrost thaw"}, None, 5)
    assert [s.arguments["role"] for s in responses(planned(asked))] == ["records"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [("pergélisol", ["pergélisol", "permafrost"]), ("permafrost", "permafrost"), ("tourbe blonde", "tourbe blonde")],
)
def test_french_words_that_the_vocabulary_knows_are_asked_in_english_too(words: str, asked: object) -> None:
    (search,) = (s for s in planned(Intent(action="find", words=words)).steps if s.kind == "search")
    assert search.arguments["filters"] == {"q": asked}


def test_words_are_searched_at_the_place_and_in_the_period_said() -> None:
    asked = Intent(
        action="find", words="peat", places=(BERLIN,), periods=(Period(start="2017-02-01", end="2017-02-28"),)
    )
    search = only(planned(asked), "search").arguments
    assert search["bbox"] is not None and search["interval"] == ["2017-02-01", "2017-02-28"]


def test_what_a_vocabulary_has_goes_before_words() -> None:
    assert only(planned(replace(SCENES, words="snow")), "search").arguments["collections"][0] == "sentinel-2-l2a"


def test_data_of_an_index_are_scenes_that_have_its_bands() -> None:
    ndvi = Intent(action="find", quantities=(Quantity(name="NDVI", spectral_index="NDVI"),), places=(BERLIN,))
    collections = only(planned(ndvi), "search").arguments["collections"]
    assert {"sentinel-2-l2a", "sentinel-2-l1c", "landsat-c2-l2"} <= set(collections) and "us-census" not in collections
