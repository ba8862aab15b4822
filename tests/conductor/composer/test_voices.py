"""Voices: where the tagger is heard beside the grammar, and where it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conductor.composer.actions import Decision, decide
from conductor.composer.gather import read
from conductor.composer.grammar import understand
from conductor.composer.nearest import Near
from conductor.composer.reading import Reading
from conductor.composer.tagger import Tagged, TaggedSpan
from conductor.composer.tags import ACTIONS
from conductor.composer.utterance import utterance
from conductor.composer.voices import filled, overruled, rivals, with_rivals
from conductor.question import Question
from planners.intent import Intent


def reading(text: str) -> Reading:
    return read(utterance(text, language="en"), now=date(2026, 6, 15))


def said(action: str, share: float, *spans: TaggedSpan) -> Tagged:
    rest = (1 - share) / (len(ACTIONS) - 1)
    actions = {name: share if name == action else rest for name in ACTIONS}
    return Tagged(actions=actions, spans=spans, ambiguous=0.0, out_of_scope=0.0, follow_up=0.0)


def test_a_sure_tagger_overrules_a_doubtful_rule() -> None:
    asked = reading("difference in NDVI around Kigali between January 2018 and January 2026")
    decision = Decision(action="describe", certainty=0.75)
    assert overruled(asked, decision, said("change", 0.99)).action == "change"


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_doubtful_tagger_overrules_nothing(share: float) -> None:
    decision = Decision(action="describe", certainty=0.75)
    asked = reading("difference in NDVI around Kigali between January 2018 and January 2026")
    assert overruled(asked, decision, said("change", share)) == decision


def test_a_firm_rule_is_not_overruled() -> None:
    asked = reading("find Sentinel-2 scenes of Lyon between May and June 2024, what changed")
    assert decide(asked).action == "find"
    assert overruled(asked, decide(asked), said("change", 0.999)).action == "find"


def test_no_comparison_is_made_of_one_thing() -> None:
    asked = reading("mean rainfall in Kenya in 2019")
    decision = Decision(action="describe", certainty=0.75)
    assert overruled(asked, decision, said("compare", 0.999)) == decision


def test_an_action_that_no_word_bears_out_is_not_taken() -> None:
    asked = reading("mean rainfall in Kenya in 2019")
    decision = Decision(action="describe", certainty=0.75)
    assert overruled(asked, decision, said("train", 0.999)) == decision


def test_a_likely_other_action_becomes_a_reading_beside_the_first() -> None:
    asked = reading("mean rainfall in Kenya in 2019")
    ((other, share),) = rivals(asked, Decision(action="describe", certainty=0.75), said("find", 0.9))
    intents = with_rivals((Intent(action="describe", probability=0.8),), ((other, share),))
    assert [intent.action for intent in intents] == ["describe", "find"]
    assert 0 < intents[1].probability < intents[0].probability
    assert sum(intent.probability for intent in intents) <= 1


def test_readings_never_sum_above_one() -> None:
    other = (Decision(action="find", certainty=0.75), 0.15)
    intents = with_rivals((Intent(action="describe", probability=0.97),), (other,))
    assert sum(intent.probability for intent in intents) == pytest.approx(1.0)


def span(text: str, words: str, slot: str, entry: str, *, confidence: float = 0.9, likeness: float = 0.8) -> TaggedSpan:
    start = text.index(words)
    near = (Near(entry=entry, likeness=likeness),)
    return TaggedSpan(start=start, end=start + len(words), slot=slot, confidence=confidence, near=near)


def test_words_that_no_vocabulary_holds_take_the_nearest_entry() -> None:
    text = "what was the sogginess in Kenya in 2019?"
    asked = reading(text)
    assert not asked.quantities
    spans = said("describe", 0.9, span(text, "sogginess", "quantity", "mrso"))
    (found,) = filled(asked, Decision(action="describe", certainty=0.75), spans).quantities
    assert (found.name, found.variable_id) == ("sogginess", "mrso")
    assert found.span is not None and text[found.span.start : found.span.end] == "sogginess"
    assert found.span.confidence < 0.9


@pytest.mark.parametrize(("confidence", "likeness"), [(0.1, 0.9), (0.9, 0.1)])
def test_a_span_that_is_doubtful_or_far_from_everything_fills_nothing(confidence: float, likeness: float) -> None:
    text = "what was the sogginess in Kenya in 2019?"
    doubtful = span(text, "sogginess", "quantity", "mrso", confidence=confidence, likeness=likeness)
    asked = reading(text)
    assert filled(asked, Decision(action="describe", certainty=0.75), said("describe", 0.9, doubtful)) == asked


def test_the_vocabulary_comes_before_the_tagger() -> None:
    text = "what was the rainfall in Kenya in 2019?"
    asked = reading(text)
    spans = said("describe", 0.9, span(text, "rainfall", "quantity", "tas"))
    assert filled(asked, Decision(action="describe", certainty=0.75), spans).quantities == asked.quantities


def test_a_place_is_taken_only_where_the_gazetteer_knows_it() -> None:
    text = "storms at blorptown and paris"
    asked = replace(reading(text), located=())
    tags = [span(text, words, "place", "") for words in ("blorptown", "paris")]
    located = filled(asked, Decision(action="describe", certainty=0.75), said("describe", 0.9, *tags)).located
    assert [item.place.name for item in located] == ["paris"]


def test_without_a_tagger_the_grammar_decides_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from conductor.composer import voices

    monkeypatch.setattr(voices, "tagged", lambda text: None)
    question = Question(text="How much warmer will Lyon be by 2080 under ssp585?", asked_at="2026-06-15T12:00:00Z")
    assert [intent.action for intent in understand(question).intents] == ["project"]
