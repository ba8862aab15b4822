"""The readers as spaCy components: each alone in a blank pipeline, and all together."""

from __future__ import annotations

import pytest
import spacy

from conductor.composer import pipeline
from conductor.composer.strays import unknown_places
from conductor.composer.text.utterance import utterance

NOW = {"now": "2026-06-15"}
QUESTION = "How many days over 30 °C will Lyon have in 2050 under SSP5-8.5?"
EVERY = ("conductor_quantities", "conductor_places", "conductor_periods", "conductor_thresholds", "conductor_intent")


def one(name: str, text: str, *, language: str = "en", **config: object) -> spacy.tokens.Doc:
    nlp = spacy.blank(language)
    nlp.add_pipe(name, config=config)
    return nlp(text)


def found(doc: spacy.tokens.Doc, name: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[name]]


def test_the_vocabulary_is_marked_in_a_blank_pipeline() -> None:
    doc = one("conductor_quantities", QUESTION)
    assert ("SSP5-8.5", "experiment") in found(doc, "conductor_quantities")
    assert [s._.conductor.id for s in doc.spans["conductor_quantities"] if s.label_ == "experiment"] == ["ssp585"]


def test_places_carry_what_the_gazetteer_knows() -> None:
    doc = one("conductor_places", "Température près de Lyon", language="fr")
    (place,) = doc.spans["conductor_places"]
    assert (place.text, place._.conductor.country, place._.conductor.relation) == ("Lyon", "FR", "near")


def test_periods_are_read_from_the_day_that_is_given() -> None:
    doc = one("conductor_periods", "rain last year in Rome", **NOW)
    (last,) = doc.spans["conductor_periods"]
    assert (last._.conductor.start, last._.conductor.end) == ("2025-01-01", "2025-12-31")


@pytest.mark.parametrize("name", ["conductor_periods", "conductor_intent"])
def test_what_depends_on_the_day_says_so_without_one(name: str) -> None:
    with pytest.raises(ValueError, match="must know the day"):
        one(name, "rain last year")


def test_thresholds_have_operator_and_units() -> None:
    doc = one("conductor_thresholds", QUESTION)
    (bound,) = doc.spans["conductor_thresholds"]
    assert (bound._.conductor.op, bound._.conductor.value, bound._.conductor.units) == (">", 30, "degC")


def test_the_intent_is_the_action_wanted() -> None:
    assert one("conductor_intent", QUESTION, **NOW)._.conductor_action.action == "project"


def test_one_matcher_holds_tens_of_thousands_of_names() -> None:
    doc = one("conductor_vocabulary", "CanESM5 snowfall in Sherbrooke and Ouagadougou")
    assert {"Sherbrooke", "Ouagadougou", "CanESM5"} <= {text for text, _ in found(doc, "conductor_vocabulary")}


@pytest.mark.parametrize("order", [EVERY, EVERY[::-1]], ids=["forward", "backward"])
def test_components_do_not_depend_on_their_order(order: tuple[str, ...]) -> None:
    nlp = spacy.blank("en")
    for name in order:
        nlp.add_pipe(name, config=NOW if name in ("conductor_periods", "conductor_intent") else {})
    doc = nlp(QUESTION)
    assert {name: found(doc, name) for name in EVERY[:4]} == {
        name: found(one(name, QUESTION, **(NOW if name == "conductor_periods" else {})), name) for name in EVERY[:4]
    }


def test_entities_are_one_more_voice_on_names_that_nobody_knows() -> None:
    assert pipeline.recogniser("en") is not None
    text = utterance("flood extent in Zorbleville last May", language="en")
    assert unknown_places(text, explained=()) == ("Zorbleville",)
