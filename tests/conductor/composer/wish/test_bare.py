"""A place, a time or a keyword alone asks for nothing yet."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize("text", ["Bangkok, Thailand", "la côte de la Namibie", "near Lima", "tas", "ssp585", "NDVI"])
def test_a_name_alone_has_no_action(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action is None


@pytest.mark.parametrize("text", ["rain in Bangkok", "find Bangkok scenes", "hello", "what is tas"])
def test_a_word_beside_it_asks(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action is not None
