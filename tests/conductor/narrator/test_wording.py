from __future__ import annotations

from typing import Any

import pytest

from conductor.answer import Actual, Clarification, Declined, Understanding
from conductor.fusion.respond import fuse
from conductor.narrator import narrate, sentence
from conductor.narrator.sentences import TEMPLATES
from conductor.question import Question
from conductor.results import Failed
from connectors.items import Caveat, Item, Series, Table
from planners.intent import Intent
from planners.quote import Quote
from tests.conductor.fusion.made import finding
from tests.planners.intents import WARMING, planned

QUESTION = Question(text="How much?", asked_at="2026-11-23T12:00:00Z")
SCENE = Item(
    id="T33UUU_20170216",
    collection="sentinel-2-l1c",
    properties={"datetime": "2017-02-16T10:21:01Z", "sci:citation": "Copernicus", "license": "x"},
)


def told(**changes: Any) -> str:
    return sentence(finding(**changes), "en")


def dit(**changes: Any) -> str:
    return sentence(finding(**changes), "fr")


def test_a_change_is_told_with_its_scenario_periods_and_range() -> None:
    assert told() == (
        "Under SSP2-4.5, near-surface air temperature of the world is 2.1 K higher in 2081–2100 than in 1995–2014 (5–95 % of 37 models: 1.4 to 3.1 K)."
    )


def test_un_changement_est_dit_en_francais() -> None:
    assert dit() == (
        "Le monde selon SSP2-4.5 : température de l'air près de la surface plus élevée de 2,1 K en 2081–2100 qu’en 1995–2014 "
        "(5–95 % de 37 modèles : de 1,4 à 3,1 K)."
    )


def test_a_fall_is_told_as_lower() -> None:
    assert "0.4 K lower" in told(value=-0.4, low=None, high=None)


def test_a_contrast_names_its_sides() -> None:
    text = told(
        role="contrast",
        value=-2.9,
        low=-3.6,
        high=-2.1,
        conditions={"experiment_id": "ssp126", "minus": {"experiment_id": "ssp585"}},
    )
    assert "2.9 K lower under SSP1-2.6 than under SSP5-8.5 in 2081–2100 (5–95 % of 37 models: 2.1 to 3.6 K)" in text


def test_a_level_is_told_in_degrees() -> None:
    assert "averages 7.9 °C in 2050–2059" in told(
        role="level",
        value=7.94,
        low=None,
        high=None,
        units="degC",
        period={"start": "2050-01-01", "end": "2059-12-31"},
        reference=None,
    )


def test_a_crossing_is_told_as_a_year_with_the_share_of_models() -> None:
    text = told(role="crossing", value=2045.0, low=2036.0, high=2060.0, units="year", conditions={"experiment_id": "ssp370", "warming_level": 2.0},
                period=None, details={"crossed": 44, "models": 45}, n=45)  # fmt: skip
    assert "passes 2 K above 1995–2014 in 2045" in text and "44 of 45 models" in text


def test_a_trend_is_told_over_the_years_it_was_computed_on() -> None:
    series = Series(x=("1970", "2023"), y=(0.0, 1.0), units="K")
    text = told(
        role="trend",
        value=0.187,
        low=0.181,
        high=0.2,
        units="K/decade",
        series=series,
        reference=None,
        conditions={"experiment_id": "obs"},
    )
    assert "rises by 0.19 K per decade from 1970 to 2023" in text


def test_a_share_is_told_with_its_area() -> None:
    text = told(kind="value", role="share", value=63.12, low=None, high=None, units="%", conditions={"land_cover": "cropland"},
                place={"name": "Iowa", "kind": "region"}, period={"start": "2019-01-01", "end": "2019-12-31"}, details={"area_km2": 91987.4})  # fmt: skip
    assert text == "Cropland covers 63.1 % of Iowa in 2019 (91,987 km²)."


def test_clouds_are_told_of_the_scene() -> None:
    text = told(
        role="cloud",
        value=23.04,
        low=None,
        high=None,
        units="%",
        conditions={"model": "s2cloudless"},
        items=(SCENE,),
        reference=None,
    )
    assert text == "23.0 % of scene T33UUU_20170216 of 16 February 2017 is cloud, by the detector s2cloudless."


def test_models_are_counted_and_named() -> None:
    table = Table(columns=("source_id", "datasets"), rows=(("CanESM5", 3), ("CESM2", 1)))
    text = told(
        kind="table",
        role="models",
        value=None,
        n=2,
        table=table,
        details={"matched": 4},
        place=None,
        period=None,
        conditions={"frequency": ["day"]},
    )
    assert text == "2 models have datasets that match tas, day (4 datasets): CanESM5, CESM2."


def test_scenes_are_counted_where_and_when_they_were_asked_for() -> None:
    text = told(kind="items", role="scenes", value=None, n=1, items=(SCENE,), place={"name": "Berlin", "kind": "city", "relation": "near"},
                period={"start": "2017-02-01", "end": "2017-02-28"}, details={"collections": ["sentinel-2-l1c"]}, conditions={})  # fmt: skip
    assert text == "1 scene was found near Berlin in February 2017, of Sentinel-2 Level-1C, the first: T33UUU_20170216."


def test_nothing_found_is_told_as_nothing() -> None:
    assert told(
        kind="items",
        role="scenes",
        value=None,
        n=0,
        place=None,
        period=None,
        conditions={"collections": ["sentinel-2-l2a"]},
    ).startswith("Nothing matches")


def test_a_definition_is_told_with_its_source() -> None:
    details = {"project": "CMIP6", "start": 1950, "end": 2014, "activity_ids": ["HighResMIP"]}
    facts = {
        "kind": "experiment_id",
        "id": "hist-1950",
        "name": {"en": "historical run", "fr": "simulation historique"},
        "details": details,
        "source": "CMIP6 CVs",
    }
    text = told(kind="explanation", role="definition", value=None, details=facts, conditions={}, n=None)
    assert (
        text
        == "hist-1950 is an experiment of CMIP6: historical run (1950–2014; activity HighResMIP). Source: CMIP6 CVs."
    )


def test_a_contrast_of_places_names_them_once() -> None:
    text = told(role="contrast", value=11.5, low=None, high=None, place={"name": "Texas", "kind": "region"}, reference=None,
                conditions={"experiment_id": "A1B", "place": "Texas", "minus": {"place": "Montréal"}})  # fmt: skip
    assert text == "Near-surface air temperature is 11.5 K higher for Texas than for Montréal in 2081–2100."


def test_a_model_beside_observations_is_told_as_such() -> None:
    text = told(
        role="contrast",
        value=0.2,
        low=None,
        high=None,
        conditions={"experiment_id": "historical", "minus": {"experiment_id": "obs"}},
    )
    assert "in historical simulations than in observations" in text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("role", sorted(TEMPLATES["en"].keys() - {"nothing", "none", "never"}))
def test_every_role_has_a_sentence(role: str, language: str) -> None:
    conditions = {"experiment_id": "ssp245", "warming_level": 2.0, "minus": {"experiment_id": "ssp585"}}
    series = Series(x=("1970", "2023"), y=(0.5, 1.0), units="K")
    kind = "explanation" if role in ("definition", "capabilities", "unsupported") else "value"
    assert sentence(finding(role=role, kind=kind, conditions=conditions, series=series, items=(SCENE,)), language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_caveats_likelihood_and_citations_are_in_the_answer(language: str) -> None:
    plan = planned(WARMING)
    found = finding(
        caveats=(Caveat(code="single_model", parameters={"models": 1}), Caveat(code="unheard_of", parameters={"x": 3})),
        items=(SCENE,),
    )
    answer = narrate(
        QUESTION, understood(language=language), plan, (), (found,), run="r-1", quote=Quote(), actual=Actual()
    )
    (response,) = answer.responses
    assert (response.rank, response.probability) == (1, 0.81)
    assert response.likelihood == {"en": "likely", "fr": "probable"}[language]
    assert response.caveats[1] == "unheard of: x 3"
    assert response.citations[0].text == "Copernicus"
    assert answer.summary == response.statement


def understood(**changes: Any) -> Understanding:
    return Understanding(
        **(
            {"question": "How much?", "language": "en", "asked_at": "2026-11-23T12:00:00Z", "intents": (WARMING,)}
            | changes
        )
    )


def test_a_question_back_is_the_answer() -> None:
    asked = understood(clarification=Clarification(slot="places", question="Which Springfield?"), intents=())
    answer = narrate(QUESTION, asked, None, (), (), run="r-1", quote=Quote(), actual=Actual())
    assert (answer.summary, answer.responses, answer.complete) == ("Which Springfield?", (), True)


def test_a_refusal_is_the_answer() -> None:
    refused = understood(
        declined=Declined(reason="no_such_data", message="There is none.", nearest=("ssp585",)), intents=()
    )
    assert (
        narrate(QUESTION, refused, None, (), (), run="r-1", quote=Quote(), actual=Actual()).declined == refused.declined
    )


def test_a_dead_source_is_named_and_the_answer_is_not_complete() -> None:
    plan = planned(WARMING)
    failed = Failed(step="s2", error="Unavailable", message="data1 refused the connection", source="data1")
    answer = narrate(
        QUESTION, understood(), plan, (failed,), fuse(plan, (failed,)), run="r-1", quote=Quote(), actual=Actual()
    )
    assert not answer.complete
    assert answer.sources[0].error == "data1 refused the connection" and "data1 refused" in answer.summary


def test_what_was_looked_for_and_not_found_is_named() -> None:
    answer = narrate(QUESTION, understood(), planned(WARMING), (), (), run="r-1", quote=Quote(), actual=Actual())
    assert (
        answer.summary
        == "Nothing that answers this came back from the sources asked (near-surface air temperature, the world, 2081–2100)."
    )


def test_what_the_planners_filled_in_is_said() -> None:
    bare = Intent(action="project", quantities=WARMING.quantities)
    answer = narrate(
        QUESTION,
        understood(intents=(bare,)),
        planned(bare),
        (),
        (finding(),),
        run="r-1",
        quote=Quote(),
        actual=Actual(),
    )
    assert answer.assumptions == (
        "No scenario was named: SSP2-4.5 are shown.", "No period was named: 2081–2100 is shown.",
        "No place was named: the whole world is shown.", "No reference was named: changes are against 1995–2014.",
    )  # fmt: skip


def test_records_are_told_by_their_titles() -> None:
    """Numbers of a title are the record's own."""
    kelp = Item(id="doi-10.5066-p9", collection="catalogue", properties={"title": "Kelp canopy, 1984-2021"})
    told = finding(
        role="records", kind="items", n=1, quantity=None, place=None, period=None, reference=None, items=(kelp,),
        conditions={"words": "kelp"}, details={"n": 1, "matched": 1},
    )  # fmt: skip
    assert sentence(told, "en") == "1 record speaks of “kelp”, the first: Kelp canopy, 1984-2021."
    assert sentence(told, "fr") == "1 notice parle de « kelp », la première : Kelp canopy, 1984-2021."
