"""Probabilities of readings: more certain, better explained, shorter and agreed upon is more probable."""

from __future__ import annotations

import pytest

from conductor.composer.calibration import FEATURES, MOST, features, probability, weights
from conductor.composer.grammar import understand
from conductor.question import Question


def plain(*, certainty: float = 0.8, share: float = 0.8, words: int = 9, agreement: float = 0.8) -> float:
    """How probable a middling reading is, or one that differs in one feature."""
    return probability(weights(), features(certainty, share, words, agreement))


def test_there_is_a_weight_for_each_feature() -> None:
    assert len(weights()) == len(FEATURES) == len(features(0.5, 0.5, 5, None))


@pytest.mark.parametrize(
    "better", [plain(certainty=0.95), plain(share=1.0), plain(words=5), plain(agreement=1.0)], ids="cswa"
)
def test_what_speaks_for_a_reading_makes_it_more_probable(better: float) -> None:
    assert better > plain()


def test_no_reading_is_certain() -> None:
    assert probability((50.0, 0, 0, 0, 0), features(0.8, 0.8, 9, 0.8)) == MOST


def test_homonyms_share_what_the_reading_has() -> None:
    intents = understand(Question(text="temperature in London", asked_at="2026-06-15T12:00:00Z")).intents
    assert 0 < sum(intent.probability for intent in intents) <= MOST
