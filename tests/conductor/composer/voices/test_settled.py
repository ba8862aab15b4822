"""Settled: when the tagger need not be asked, and what is then supposed of it."""

from __future__ import annotations

import pytest

from conductor.composer import tagger
from conductor.composer.gather import read
from conductor.composer.grammar import understand
from conductor.composer.reading import Reading
from conductor.composer.text.utterance import utterance
from conductor.composer.voices.settled import AGREED, SURE, is_filled, is_settled, supposed
from conductor.composer.voices.tags import ACTIONS
from conductor.composer.voices.voices import heard
from conductor.question import Question
from planners.intent import Action
from tests.conductor.composer.voices.test_voices import reading

PLAIN = "temperature in Kenya under ssp585 in 2050"
MOYENNE = "température moyenne au Kenya en 2050 selon ssp585"


def french(text: str) -> Reading:
    return read(utterance(text, language="fr"), now=reading(PLAIN).now)


def test_the_supposed_vote_is_a_distribution_that_agrees() -> None:
    said = supposed("project")
    assert set(said.actions) == set(ACTIONS)
    assert sum(said.actions.values()) == pytest.approx(1)
    assert (said.action, said.actions["project"], said.spans) == ("project", AGREED, ())


@pytest.mark.parametrize("asked", [reading(PLAIN), french(MOYENNE)])
def test_a_plain_question_is_settled_without_the_tagger(asked: Reading) -> None:
    before = tagger.tagged.cache_info()
    found = heard(asked)
    assert found.decision.action == "project"
    assert found.said == supposed("project")
    assert tagger.tagged.cache_info() == before


def test_a_doubtful_question_is_put_to_the_tagger() -> None:
    found = heard(reading("how things go with the rain around Kigali"))
    assert found.said != supposed(found.decision.action or "explain")


@pytest.mark.parametrize(
    ("text", "action", "filled"),
    [
        (PLAIN, "project", True),
        ("what was the sogginess in Kenya in 2019?", "describe", False),  # no quantity
        ("temperature in 2050 under ssp585", "project", False),  # no place
        ("CMIP6 tas files of ssp585", "find", True),  # files need none
        ("map things in Kenya in 2019", "detect", False),  # nothing looked for
    ],
)
def test_a_slot_that_the_tagger_might_fill_leaves_it_a_say(text: str, action: Action, *, filled: bool) -> None:
    assert is_filled(reading(text), action) is filled


def test_only_a_sure_arbiter_settles() -> None:
    assert is_settled({"find": SURE}, "find")
    assert not is_settled({"find": SURE - 0.01}, "find")
    assert not is_settled(None, "find")


def test_what_was_asked_before_changes_nothing() -> None:
    question = Question(text=PLAIN, asked_at="2026-06-15T12:00:00Z")
    first = understand(question)
    tagger.tagged(PLAIN)
    assert understand(question) == first
