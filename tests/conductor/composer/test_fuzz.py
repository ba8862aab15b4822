"""No text brings the composer down or to a halt: random and mutated questions, and texts of every length."""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conductor.composer.contract import to_dict
from conductor.composer.grammar import understand
from conductor.composer.voices import voices
from conductor.errors import BadQuestion
from conductor.question import MAX_CHARACTERS, Question, Turn
from tests.conductor.composer.hostile import NESTED, ODD, WORDS, inputs, questions

NOW = "2026-06-15T12:00:00Z"
# CPU seconds: a pattern that tries every way of matching takes minutes over a hundred characters. The base allows for what is
# loaded once and for a busy machine.
BASE, PER_CHARACTER = 1.5, 0.004
# What makes every part load: the vocabularies, the tagger, spaCy in both languages.
LOADING = ("find images near Zorbleville", "trouve des images près de Zorbleville")


def read(text: str, *, history: tuple[Turn, ...] = ()) -> float:
    """CPU seconds of understanding a text, which may be refused as no question but may not fail otherwise."""
    began = time.process_time()
    try:
        understood = to_dict(understand(Question(text=text, asked_at=NOW, history=history)))
    except BadQuestion:
        return time.process_time() - began
    spent = time.process_time() - began
    for intent in understood["intents"]:
        assert 0 <= intent["probability"] <= 1, text
        for place in intent["places"]:
            assert place["bbox"] is None or all(-180 <= x <= 180 for x in place["bbox"]), text
    return spent


def crash(text: str) -> str | None:
    """What is wrong with the reading of a text, or None."""
    try:
        spent = read(text)
    except Exception as error:  # the test is that there is none
        return f"{text!r}: {type(error).__name__}: {error}"
    return None if spent <= BASE + PER_CHARACTER * len(text) else f"{text!r}: {spent:.2f} s CPU"


def crashes(count: int, seed: int, longest: int = 90, tagged: int = 1) -> list[str]:
    """Everything that went wrong over a stretch of hostile inputs; the tagger, whose time no text changes, hears every `tagged`-th."""
    for text in LOADING:
        read(text)
    found = []
    for number, text in enumerate(inputs(count, seed=seed, longest=longest)):
        with pytest.MonkeyPatch.context() as patch:
            if number % tagged:
                patch.setattr(voices, "tagged", lambda _: None)
            found += [wrong] if (wrong := crash(text)) else []
    return found


def test_two_thousand_hostile_inputs() -> None:
    assert crashes(2000, 7, longest=40, tagged=8) == []


@pytest.mark.parametrize(
    "many", [pytest.param(10_000, marks=pytest.mark.long), pytest.param(100_000, marks=pytest.mark.exhaustive)]
)
def test_many_hostile_inputs(many: int) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        halves = pool.map(crashes, (many // 2, many // 2), (11, 13), (45, 45), (5, 5))
        found = [wrong for half in halves for wrong in half]
    assert found == []


@given(st.text(max_size=200) | st.lists(st.sampled_from((*ODD, *NESTED, *WORDS)), max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_text(text: str) -> None:
    assert crash(text) is None


@given(st.sampled_from(questions()), st.text(max_size=40) | st.sampled_from((*ODD, *NESTED)))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_turn_after_a_question(question: str, turn: str) -> None:
    assert read(f"and {turn}?", history=(Turn(question=question),)) < 2 * BASE


@pytest.mark.parametrize("piece", [*NESTED, *WORDS, "a", "é", "1", "1 ", "\x00", "🌍", "ש", "12/"], ids=ascii)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    text = (piece * 4000)[:4000] + "¤"
    assert read(text) <= BASE + PER_CHARACTER * len(text)


@pytest.mark.parametrize("text", ["maximum Nagpur, 2031-2060, sorry, five-day SS"])
def test_what_once_brought_it_down(text: str) -> None:
    assert crash(text) is None


@pytest.mark.parametrize("length", [MAX_CHARACTERS + 1, 1_000_000])
def test_a_text_that_is_too_long_is_refused_at_once(length: int) -> None:
    with pytest.raises(BadQuestion, match="the most is"):
        understand(Question(text="warming " * (length // 8) + "x" * 8, asked_at=NOW))


@pytest.mark.parametrize("text", ["", " ", "\x00", "\u202e", "?!", "🌍", "…"], ids=ascii)
def test_a_text_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion):
        understand(Question(text=text, asked_at=NOW))
