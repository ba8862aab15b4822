"""Probabilities of readings: more certain, better explained, shorter and agreed upon is more probable."""

from __future__ import annotations

import pytest

from conductor.composer.calibration import FEATURES, MOST, features, probability, weights
from conductor.composer.grammar import understand
from conductor.question import Question

PLAIN = {"certainty": 0.8, "share": 0.8, "words": 9, "agreement": 0.8}


def test_there_is_a_weight_for_each_feature() -> None:
    assert len(weights()) == len(FEATURES) == len(features(0.5, 0.5, 5, None))


@pytest.mark.parametrize(("name", "better"), [("certainty", 0.95), ("share", 1.0), ("words", 5), ("agreement", 1.0)])
def test_what_speaks_for_a_reading_makes_it_more_probable(name: str, better: float) -> None:
    assert probability(weights(), features(**{**PLAIN, name: better})) > probability(weights(), features(**PLAIN))  # type: ignore[arg-type]


def test_no_reading_is_certain() -> None:
    assert probability((50.0, 0, 0, 0, 0), features(**PLAIN)) == MOST  # type: ignore[arg-type]


def test_homonyms_share_what_the_reading_has() -> None:
    intents = understand(Question(text="temperature in London", asked_at="2026-06-15T12:00:00Z")).intents
    assert 0 < sum(intent.probability for intent in intents) <= MOST
