"""Set phrases that hold the word of a statistic and are none."""

from __future__ import annotations

import pytest

from conductor.composer.what.set_phrases import without_set_phrases


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("what does rx1day mean", "mean"),
        ("what do you mean by a hot day", "mean"),
        ("sur quelle pluie compter a dakar en 2050", "compter"),
    ],
)
def test_a_set_phrase_is_blanked(said: str, gone: str) -> None:
    left = without_set_phrases(said)
    assert gone not in left
    assert len(left) == len(said)


@pytest.mark.parametrize(
    "said", ["the mean temperature of lyon", "what is the mean of july", "compter les jours de gel", "rain in oslo"]
)
def test_a_statistic_stays(said: str) -> None:
    assert without_set_phrases(said) == said
