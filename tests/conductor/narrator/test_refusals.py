from __future__ import annotations

import pytest

from conductor.narrator.refusals import refusal
from planners.errors import NoPlan
from planners.registry import NOT_YET


@pytest.mark.parametrize("action", NOT_YET)
def test_what_is_not_there_yet_is_said_in_french_too(action: str) -> None:
    message, nearest = NOT_YET[action]
    reason = NoPlan(message, missing=action, nearest=nearest)
    assert refusal(reason, "en").message.lower() == message.lower()
    assert refusal(reason, "fr").message != refusal(reason, "en").message and refusal(reason, "fr").nearest


def test_a_reason_without_french_words_is_said_as_it_is() -> None:
    assert refusal(NoPlan("odd", missing="unheard of"), "fr").message == "Odd"
