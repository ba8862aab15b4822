"""Voices: where the tagger is heard beside the grammar, and where it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conductor.composer.gather import read
from conductor.composer.grammar import understand
from conductor.composer.reading import Reading
from conductor.composer.tagger import Tagged, TaggedSpan
from conductor.composer.text.utterance import utterance
from conductor.composer.voices.tags import ACTIONS
from conductor.composer.voices.voices import filled, overruled, rivals, with_rivals
from conductor.composer.what.nearest import Near
from conductor.composer.wish.actions import Decision, decide
from conductor.question import Question
from planners.intent import Intent


def reading(text: str) -> Reading:
    return read(utterance(text, language="en"), now=date(2026, 6, 15))


def said(action: str, share: float, *spans: TaggedSpan) -> Tagged:
    rest = (1 - share) / (len(ACTIONS) - 1)
    actions = {name: share if name == action else rest for name in ACTIONS}
    return Tagged(actions=actions, spans=spans, ambiguous=0.0, out_of_scope=0.0, follow_up=0.0)


def weighed(action: str, share: float, *, ours: str | None = None, rest: float = 0.0) -> dict[str, float]:
    """What the arbiter might say: so much for an action, so much for the grammar's."""
    return {name: share if name == action else rest if name == ours else 0.0 for name in ACTIONS}


def test_a_sure_arbiter_overrules_a_doubtful_rule() -> None:
    asked = reading("difference in NDVI around Kigali between January 2018 and January 2026")
    decision = Decision(action="describe", certainty=0.75)
    assert overruled(asked, decision, weighed("change", 0.9, ours="describe", rest=0.05)).action == "change"


@pytest.mark.parametrize("rest", [0.15, 0.4])
def test_a_rule_that_is_not_ruled_out_stands(rest: float) -> None:
    decision = Decision(action="describe", certainty=0.75)
    asked = reading("difference in NDVI around Kigali between January 2018 and January 2026")
    assert overruled(asked, decision, weighed("change", 0.5, ours="describe", rest=rest)) == decision


def test_an_outright_comparison_is_harder_to_overrule() -> None:
    asked = reading("compare how fast Bergen and Oslo have warmed since 1950")
    assert decide(asked).action == "compare"
    assert overruled(asked, decide(asked), weighed("trend", 0.95, ours="compare", rest=0.04)).action == "compare"


def test_without_an_arbiter_the_grammar_decides() -> None:
    decision = Decision(action="describe", certainty=0.75)
    assert overruled(reading("mean rainfall in Kenya in 2019"), decision, None) == decision
    assert rivals(reading("mean rainfall in Kenya in 2019"), decision, None) == ()


def test_no_comparison_is_made_of_one_thing() -> None:
    asked = reading("mean rainfall in Kenya in 2019")
    decision = Decision(action="describe", certainty=0.75)
    assert overruled(asked, decision, weighed("compare", 0.999)) == decision


def test_an_action_that_no_word_bears_out_is_not_taken() -> None:
    asked = reading("mean rainfall in Kenya in 2019")
    decision = Decision(action="describe", certainty=0.75)
    assert overruled(asked, decision, weighed("train", 0.999)) == decision


def test_a_likely_other_action_becomes_a_reading_beside_the_first() -> None:
    asked = reading("mean rainfall in Kenya in 2019")
    ((other, share),) = rivals(asked, Decision(action="describe", certainty=0.75), weighed("find", 0.5))
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
    from conductor.composer.voices import voices

    monkeypatch.setattr(voices, "tagged", lambda text: None)
    question = Question(text="How much warmer will Lyon be by 2080 under ssp585?", asked_at="2026-06-15T12:00:00Z")
    assert [intent.action for intent in understand(question).intents] == ["project"]


def test_the_beginning_of_a_word_is_no_place() -> None:
    text = "storms at parisville and paris"
    asked = replace(reading(text), located=())
    cut, whole = (
        TaggedSpan(start=start, end=start + 5, slot="place", confidence=0.9)
        for start in (text.index("paris"), text.rindex("paris"))
    )
    located = filled(asked, Decision(action="describe", certainty=0.75), said("describe", 0.9, cut, whole)).located
    assert [item.start for item in located] == [whole.start]
