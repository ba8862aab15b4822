"""Answers of language models, wrapped as they wrap them."""

from __future__ import annotations

import pytest

from conductor.composer.language_model.model_answer import found_json, readings

ONE = '{"intents": [{"action": "find"}]}'


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        f"```json\n{ONE}\n```",
        f"Sure! Here it is: {ONE} Hope it helps {{:-)}}",
        f"<think>maybe {{}} or [1]</think>\n{ONE}",
        f"{{ not json }} [nor this {ONE}",
    ],
    ids=["bare", "fenced", "chatty", "thoughtful", "stuttering"],
)
def test_the_json_is_found_among_the_words(text: str) -> None:
    assert readings(found_json(text)) == [{"action": "find"}]


@pytest.mark.parametrize("text", ["", "I cannot do that.", '{"intents": [{"action": "fi', "[[[[" * 20_000], ids=len)
def test_a_text_without_json_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="there is no JSON"):
        found_json(text)


def test_a_list_and_a_reading_alone_are_readings_too() -> None:
    assert readings([{"action": "find"}, "noise"]) == [{"action": "find"}]
    assert readings({"action": "trend", "part": 1}) == [{"action": "trend", "part": 1}]


@pytest.mark.parametrize("answer", [{"poem": "roses"}, "find", None, 3])
def test_other_json_holds_no_readings(answer: object) -> None:
    with pytest.raises(ValueError, match="no readings"):
        readings(answer)
