"""What is taken back in mid-sentence is not meant; what only stood before it still counts."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.composer.text.repairs import repair
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


def test_the_quantity_after_the_correction_is_meant() -> None:
    intent = understand(
        Question(text="for the 2090s, snow depth? no wait, just relative humidity in Singapore, ssp585", asked_at=NOW)
    ).intents[0]
    assert [quantity.variable_id for quantity in intent.quantities] == ["hurs"]
    assert intent.periods[0].start == "2090-01-01"


@pytest.mark.parametrize(
    "text",
    ["find scenes of lyon, no more than five", "no, the one in ontario", "sorry, i am late", "is it warm or not"],
)
def test_a_plain_no_takes_nothing_back(text: str) -> None:
    assert repair(text) is None


def test_what_was_asked_before_the_correction_still_is() -> None:
    text = "Train a U-Net to segment solar farms... no, glaciers, from Sentinel-2"
    intent = understand(Question(text=text, asked_at=NOW)).intents[0]
    assert (intent.action, intent.phenomena) == ("train", ("glacier",))
