"""The whole earth as a place."""

from __future__ import annotations

import pytest

from conductor.composer.text.utterance import utterance
from conductor.composer.where.globe import globe, is_a_level, is_meant


@pytest.mark.parametrize("text", ["global mean temperature in 2050", "precipitation across the world"])
def test_the_globe_is_a_place(text: str) -> None:
    said = utterance(text, language="en")
    assert is_meant(said.folded)
    assert [item.place.kind for item in globe(said)] == ["globe"]


@pytest.mark.parametrize("text", ["rain at 2 °C of global warming", "a global climate model for snow"])
def test_a_level_of_warming_and_a_model_are_none(text: str) -> None:
    said = utterance(text, language="en")
    assert is_a_level(said.folded)
    assert not is_meant(said.folded)
