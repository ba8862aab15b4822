"""Follow-ups: replaced, appended, removed, moved to another season, disputed; and new questions that only look like one."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.contract import history_from_json, to_dict
from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"
RAIN = "Annual precipitation change in Morocco for 2071-2100 under ssp370"
SCENES = "Sentinel-2 images of Porto in June 2025 under 20 % cloud"


def turn(text: str, *before: str) -> dict[str, Any]:
    history = history_from_json([{"question": q} for q in before])
    intent = to_dict(understand(Question(text=text, asked_at=NOW, history=history)))["intents"][0]
    assert isinstance(intent, dict)
    return intent


def names(intent: dict[str, Any]) -> list[str]:
    return [place["name"] for place in intent["places"]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("what about Tunisia?", ["Tunisia"]),
        ("add Algeria", ["Morocco", "Algeria"]),
        ("et pour la Tunisie ?", ["Tunisie"]),
    ],
)
def test_places_are_replaced_or_added(text: str, places: list[str]) -> None:
    intent = turn(text, RAIN)
    assert names(intent) == places and intent["follow_up"] and intent["facets"] == {"experiment_id": ["ssp370"]}


def test_a_scenario_is_replaced() -> None:
    assert turn("use ssp126 instead", RAIN)["facets"] == {"experiment_id": ["ssp126"]}


def test_a_period_is_replaced_and_the_reference_kept() -> None:
    periods = turn("and for 2041-2060?", RAIN)["periods"]
    assert [(p["role"], p["start"][:4]) for p in periods] == [("target", "2041"), ("reference", "1995")]


def test_a_month_moves_within_its_year() -> None:
    assert turn("July instead", SCENES)["periods"][0]["start"] == "2025-07-01"


def test_a_year_keeps_the_month() -> None:
    assert turn("and in 2024?", SCENES)["periods"][0]["start"] == "2024-06-01"


def test_a_presentation_keeps_the_action() -> None:
    intent = turn("plot it please", RAIN)
    assert (intent["action"], intent["outputs"]) == ("project", ["plot"])


def test_a_dispute_repeats_the_intent() -> None:
    intent, before = turn("that looks wrong to me", RAIN), turn(RAIN)
    assert {**intent, "follow_up": False, "probability": 0} == {**before, "probability": 0}


def test_filters_are_merged() -> None:
    assert turn("only the first 3", SCENES)["filters"] == {"cloud_cover_max": 20, "limit": 3}
    assert turn("10% max please", SCENES)["filters"] == {"cloud_cover_max": 10}


def test_several_turns_add_up() -> None:
    intent = turn(
        "make it ssp585",
        "Mean summer temperature in Regina under ssp245 for the 2050s?",
        "same for Winnipeg",
        "and in winter?",
    )
    assert (names(intent), intent["months"], intent["facets"]) == (
        ["Winnipeg"],
        [12, 1, 2],
        {"experiment_id": ["ssp585"]},
    )


def test_a_homonym_is_corrected() -> None:
    intent = turn("no, the one in Ontario", "Find Sentinel-2 images of London from May 2025.")
    assert intent["places"][0]["country"] == "CA"


@pytest.mark.parametrize(
    "text", ["How much has the world warmed since 1970?", "How many frost days did Oslo have in 2010?", "What is NDVI?"]
)
def test_a_question_complete_in_itself_is_new(text: str) -> None:
    assert turn(text, SCENES)["follow_up"] is False


def test_intents_of_the_history_are_taken_as_they_are() -> None:
    history = history_from_json(
        [
            {
                "question": "whatever",
                "intents": [
                    {
                        "action": "trend",
                        "quantities": [{"name": "rain", "variable_id": "pr"}],
                        "places": [{"name": "Lyon", "kind": "city"}],
                    }
                ],
            }
        ]
    )
    intent = understand(Question(text="and in Nice?", asked_at=NOW, history=history)).intents[0]
    assert (intent.action, intent.quantities[0].variable_id, intent.places[0].name) == ("trend", "pr", "Nice")


def test_a_turn_that_could_not_be_done_is_mended_by_the_next() -> None:
    intent = turn("oh right, it wasn't launched yet. Landsat then", "Sentinel-2 images of Kharkiv in July 2006")
    assert names(intent) == ["Kharkiv"] and intent["collections"] == ["landsat-c2-l2"]


def test_a_facet_alone_replaces_that_of_the_turn_before() -> None:
    intent = turn("r2i1p1f1 à la place", "psl day CanESM5 historical r1i1p1f1")
    assert intent["facets"]["member_id"] == ["r2i1p1f1"] and intent["facets"]["source_id"] == ["CanESM5"]


HOT = "Days above 35 °C in Athens, 2041-2070, ssp585"
TWO = "Compare rainfall in Oslo and Bergen in 2024"


@pytest.mark.parametrize(
    "text", ["make the threshold 40", "mets plutôt le seuil à 40", "et à 40 °C ?", "40 instead", "above 40 °C rather"]
)
def test_a_bound_is_replaced(text: str) -> None:
    (quantity,) = turn(text, HOT)["quantities"]
    assert quantity["indicator"] == "tx_days_above"
    assert quantity["threshold"] == {"op": ">", "value": 40, "units": "degC"}


def test_the_opposite_extreme_is_another_variable() -> None:
    before = "Maximum temperature in Seville, 2081-2100, ssp585"
    assert turn("and the minimum?", before)["quantities"][0]["variable_id"] == "tasmin"


@pytest.mark.parametrize(
    "text", ["remove the cloud limit", "enlève la limite de nuages", "any cloud cover", "cloudy ones too"]
)
def test_a_filter_is_cleared_by_name(text: str) -> None:
    intent = turn(text, SCENES)
    assert (intent["action"], intent["filters"], intent["phenomena"]) == ("find", {}, [])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("drop Bergen, put Trondheim", ["Oslo", "Trondheim"]),
        ("and Trondheim?", ["Oslo", "Bergen", "Trondheim"]),
        ("swap Oslo for Trondheim", ["Trondheim", "Bergen"]),
    ],
)
def test_a_comparison_stays_one(text: str, places: list[str]) -> None:
    intent = turn(text, TWO)
    assert (intent["action"], intent["compared"], names(intent)) == ("compare", "places", places)


def test_one_thing_left_is_no_comparison() -> None:
    intent = turn("without Bergen", TWO)
    assert (intent["action"], intent["compared"], names(intent)) == ("describe", None, ["Oslo"])


def test_joined_and_replaced_in_one_turn() -> None:
    intent = turn("add Algeria and make it ssp585", RAIN)
    assert names(intent) == ["Morocco", "Algeria"] and intent["facets"] == {"experiment_id": ["ssp585"]}


def test_the_past_asked_of_the_future_is_projected_without_its_reanalysis() -> None:
    intent = turn("and in 2050 under ssp245?", "Mean temperature in Lyon 1991-2020, ERA5")
    assert (intent["action"], intent["collections"], intent["facets"]) == ("project", [], {"experiment_id": ["ssp245"]})


@pytest.mark.parametrize(("text", "first"), [("and on 19 October?", "2024-10-19"), ("a week later", "2024-11-07")])
def test_a_day_without_a_year_is_of_the_year_before_it(text: str, first: str) -> None:
    assert turn(text, "Flood map of Valencia, Spain on 31 October 2024 from Sentinel-1")["periods"][0]["start"] == first


def test_how_a_place_is_meant_goes_over() -> None:
    (place,) = turn("and Abidjan?", "Detect ships off Lomé on 3 March 2026")["places"]
    assert (place["name"], place["relation"]) == ("Abidjan", "off_coast_of")


def test_a_homonym_is_sought_where_the_turn_before_was() -> None:
    (place,) = turn("retire Rennes, mets Brest", "Température moyenne à Rennes en 2024 (ERA5)")["places"]
    assert place["country"] == "FR"


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("is there a trend?", "action", "trend"),
        ("y a-t-il une tendance ?", "action", "trend"),
        ("why?", "action", "explain"),
        ("was that more than in 2023?", "compared", "periods"),
        ("compare with Togo", "compared", "places"),
        ("et la différence avec le Togo ?", "compared", "places"),
    ],
)
def test_another_action_is_asked_for(text: str, slot: str, value: str) -> None:
    assert turn(text, "Rainfall in Ghana in 2024, GPCP")[slot] == value


def test_files_of_another_step_are_of_another_frequency() -> None:
    intent = turn("only r1i1p1f1 and monthly", "find ua and va, MRI-ESM2-0, historical")
    assert intent["facets"]["frequency"] == ["mon"] and intent["aggregation"] is None


@pytest.mark.parametrize(
    "text",
    [
        "list the ScenarioMIP datasets with monthly tasmin from UKESM1-0-LL",
        "Show me satellite imagery for Madrid, Spain for the first two weeks of January 2021",
    ],
)
def test_a_complete_question_keeps_nothing(text: str) -> None:
    intent = turn(text, RAIN)
    assert intent["follow_up"] is False and "ssp370" not in intent["facets"].get("experiment_id", [])


FILTERED = "Sentinel-2 scenes of Portugal in August 2025 with under 10 % cloud"


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("relax that to 30", {"cloud_cover_max": 30.0}),
        ("monte à 40", {"cloud_cover_max": 40.0}),
        ("sorted by date, newest first, 5 only", {"cloud_cover_max": 10.0, "sort": "-datetime", "limit": 5}),
    ],
)
def test_bounds_on_scenes_are_moved_without_their_unit(text: str, filters: dict[str, Any]) -> None:
    assert turn(text, FILTERED)["filters"] == filters


@pytest.mark.parametrize(
    ("text", "before", "action"),
    [
        ("on y voit des zones brûlées ?", FILTERED, "detect"),
        ("too cloudy, use radar instead", FILTERED, "find"),
        ("trop nuageux, passe plutôt au radar", FILTERED, "find"),
        (
            "combien de bâtiments touchés ?",
            "Étendue de l'inondation à Kherson le 9 juin 2023 avec Sentinel-1",
            "detect",
        ),
        ("what changed since 1 June?", "Flood extent at Kherson on 9 June 2023 with Sentinel-1", "change"),
        ("tasmax and tasmin too", "Find CMIP6 daily pr for ssp245", "find"),
    ],
)
def test_the_action_fits_what_the_turn_asks(text: str, before: str, action: str) -> None:
    intent = turn(text, before)
    assert intent["action"] == action and intent["follow_up"]


def test_a_statement_in_a_dispute_changes_nothing() -> None:
    before = "NDVI of Saskatchewan in July 2024, MODIS"
    kept, first = turn("are you sure? it was a drought year", before), turn(before)
    assert [kept[key] for key in ("phenomena", "quantities", "periods")] == [
        first[key] for key in ("phenomena", "quantities", "periods")
    ]


@pytest.mark.parametrize(
    "text", ["ok forget it. What does 'grid_label gr' mean?", "changeons de sujet. C'est quoi le SPEI ?"]
)
def test_a_subject_that_is_closed_is_not_carried_on(text: str) -> None:
    intent = turn(text, FILTERED)
    assert intent["action"] == "explain" and not intent["follow_up"] and not intent["places"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("and since then?", "2011-01-01", "2026-06-15"),
        ("extend it until 2020", "1981-01-01", "2020-12-31"),
        ("prolonge jusqu'en 2020", "1981-01-01", "2020-12-31"),
    ],
)
def test_the_period_goes_on(text: str, start: str, end: str) -> None:
    (period,) = turn(text, "Mean temperature in Turin, 1981-2010, ERA5-Land")["periods"]
    assert (period["start"], period["end"]) == (start, end)


def test_one_month_of_every_year_is_taken() -> None:
    intent = turn("every September since 1979", "Sea ice extent in the Beaufort Sea in September 2020")
    assert intent["months"] == [9] and intent["periods"][0]["start"] == "1979-01-01"


def test_what_is_compared_with_is_the_reference() -> None:
    intent = turn("compare it to July 2021", "NDVI of Saskatchewan in July 2024, MODIS")
    assert {p["role"]: p["start"] for p in intent["periods"]} == {"target": "2024-07-01", "reference": "2021-07-01"}


@pytest.mark.parametrize("text", ["put Milan next to it", "mets Milan à côté", "versus Milan", "contre Milan"])
def test_a_place_set_beside_joins(text: str) -> None:
    assert names(turn(text, "Mean summer temperature in Turin, 1981-2010, ERA5-Land")) == ["Turin", "Milan"]
