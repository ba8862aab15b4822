"""Every value that a model writes, held against the question: kept, put right, or dropped and said."""

from __future__ import annotations

from typing import Any

import pytest

from conductor.composer.grammar import understand
from conductor.composer.language_model.evidence import gather_evidence
from conductor.composer.pooling import key_of
from conductor.composer.verification import Verified, verify
from conductor.question import Question

TEXAS = "How much warmer will Texas be by 2050 under SSP2-4.5?"
BERLIN = "Find Sentinel-2 scenes near Berlin in February 2017 under 20% cloud"


def asked(text: str) -> Question:
    return Question(text=text, asked_at="2026-11-23T12:00:00Z")


def verified(text: str, **row: Any) -> Verified:
    return verify(row, gather_evidence(asked(text)))


def reasons(found: Verified) -> dict[str, str]:
    return {f"{d.slot} {d.value}": d.reason for d in found.dropped}


def test_a_right_reading_is_the_grammars_own() -> None:
    found = verified(
        TEXAS,
        action="project",
        quantities=[{"name": "warmer", "variable_id": "tas"}],
        places=[{"name": "texas"}],
        periods=[{"start": "2050-01-01", "end": "2050-12-31"}],
        facets={"experiment_id": ["SSP245"]},
    )

    assert found.dropped == ()
    assert key_of(found.intent) == key_of(understand(asked(TEXAS)).intents[0])


def test_what_the_question_does_not_name_is_dropped_and_said() -> None:
    found = verified(
        BERLIN,
        action="find",
        places=[{"name": "Berlin"}, {"name": "Potsdam"}],
        collections=["sentinel-2-l2a", "landsat-c2-l2", "sentinel-99"],
        facets={"source_id": ["CanESM5"], "mood": ["good"]},
        filters={"cloud_cover_max": 20, "limit": 7, "orbit_state": ["ascending"]},
        phenomena=["flood"],
        statistics=["mean"],
        models=["GR4J"],
    )

    assert [p.name for p in found.intent.places] == ["Berlin"]
    assert (found.intent.collections, found.intent.filters) == (("sentinel-2-l2a",), {"cloud_cover_max": 20.0})
    assert (found.intent.facets, found.intent.phenomena, found.intent.statistics, found.intent.models) == (
        {},
        (),
        (),
        (),
    )
    assert reasons(found) == {
        "places name=Potsdam": "its name does not stand in the question",
        "collections landsat-c2-l2": "the question does not name it",
        "collections sentinel-99": "no vocabulary knows it",
        "facets.source_id CanESM5": "the question does not name it",
        "facets.mood good": "the question does not name it",
        "filters.limit 7": "the question does not name it",
        "filters.orbit_state ['ascending']": "the question does not name it",
        "phenomena flood": "the question does not name it",
        "statistics mean": "the question does not name it",
        "models GR4J": "the question does not name it",
    }


def test_a_word_that_no_reader_knows_may_be_explained_by_the_model() -> None:
    found = verified(
        "How toasty will it get in Montreal in 2050?",
        action="project",
        quantities=[{"name": "toasty", "variable_id": "tas"}],
    )

    (quantity,) = found.intent.quantities
    assert (quantity.name, quantity.standard_name, quantity.variable_id) == ("toasty", "air_temperature", "tas")
    assert quantity.span is not None
    assert (quantity.span.start, quantity.span.end, quantity.span.confidence) == (4, 10, 0.5)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"name": "toasty", "variable_id": "warmth"}, "no vocabulary knows it"),
        ({"name": "temperature", "variable_id": "tas"}, "neither its name stands in the question"),
        ({"name": "Montreal", "variable_id": "tas"}, "no word of its own"),
        ({"name": "2050", "variable_id": "tas"}, "no word of its own"),
        ({"name": "it", "variable_id": "tas"}, "no word of its own"),
        ("toasty", "it is no object"),
    ],
)
def test_a_quantity_needs_a_word_of_the_question_and_an_id_of_a_vocabulary(told: Any, reason: str) -> None:
    found = verified("How toasty will it get in Montreal in 2050?", quantities=[told])

    assert found.intent.quantities == () and found.is_empty
    assert reason in found.dropped[0].reason


def test_a_threshold_is_the_texts_or_none() -> None:
    text = "How many days above 30 °C will Lyon have in 2050?"
    read = {"name": "days above 30 °C", "indicator": "tx_days_above"}

    right = verified(text, quantities=[read | {"threshold": {"op": "<", "value": 30, "units": "K"}}])
    wrong = verified(text, quantities=[read | {"threshold": {"op": ">", "value": 35, "units": "degC"}}])

    assert right.intent.quantities[0].threshold is not None
    assert (right.intent.quantities[0].threshold.op, right.intent.quantities[0].threshold.units) == (">", "degC")
    assert wrong.intent.quantities[0].threshold is None


def test_a_place_is_the_gazetteers_and_its_relation_the_texts() -> None:
    found = verified(BERLIN, places=[{"name": "berlin", "kind": "planet", "country": "DE"}])

    (place,) = found.intent.places
    assert (place.kind, place.country, place.relation) == ("city", "DE", "near")
    assert place.bbox is not None and place.bbox.contains(13.4, 52.5)


def test_the_model_may_choose_among_homonyms() -> None:
    found = verified("Will Paris get hotter by 2050?", places=[{"name": "Paris", "country": "US"}])

    (place,) = found.intent.places
    assert place.country == "US"
    assert place.bbox is not None and not place.bbox.contains(2.35, 48.85)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"start": "2050-01-01", "end": "2050-12-31"}, ("target", "2041-01-01", "2060-12-31")),
        ({"start": "1995-01-01", "end": "2014-12-31", "role": "reference"}, ("reference", "1995-01-01", "2014-12-31")),
    ],
)
def test_a_period_is_read_by_the_contracts_rules(told: dict[str, str], expected: tuple[str, str, str]) -> None:
    (period, *_) = verified(TEXAS, periods=[told]).intent.periods

    assert (period.role, period.start, period.end) == expected


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"start": "1850-01-01", "end": "1900-12-31"}, "years do not stand"),
        ({"start": "in spring"}, "no ISO date"),
        ({}, "neither beginning nor end"),
        ({"warming_level": 1.5}, "no such warming level"),
    ],
)
def test_a_period_that_is_not_said_is_dropped(told: dict[str, Any], reason: str) -> None:
    found = verified(TEXAS, periods=[told])

    assert [p for p in found.intent.periods if p.role == "target"] == []
    assert reason in found.dropped[0].reason


def test_months_are_those_that_are_named() -> None:
    text = "Mean rain in Bern in July and August, 1991-2020"

    assert verified(text, months=[7, 8]).intent.months == (7, 8)
    assert verified(text, months=[12]).intent.months == ()


def test_a_comparison_axis_belongs_to_a_comparison() -> None:
    assert verified(TEXAS, action="compare", compared="scenarios").intent.compared == "scenarios"
    assert verified(TEXAS, action="find", compared="scenarios").intent.compared is None
    assert verified(TEXAS, action="obey", compared="minds").intent.action is None


@pytest.mark.parametrize(
    "row",
    [
        {"quantities": "tas", "places": {"name": "Texas"}, "periods": 2050, "facets": [1], "filters": "none"},
        {
            "part": "first",
            "action": ["find"],
            "months": "July",
            "statistics": {"a": 1},
            "aggregation": 3,
            "outputs": [None],
        },
        {"quantities": [{"name": None, "variable_id": 7, "threshold": {"value": "hot"}}], "places": [{"name": 3}]},
    ],
)
def test_nonsense_is_dropped_without_an_error(row: dict[str, Any]) -> None:
    assert verified(TEXAS, **row).is_empty
