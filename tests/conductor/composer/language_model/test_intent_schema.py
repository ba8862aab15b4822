"""The schema that models fill: the Intent's own fields, without those that are measured or looked up."""

from __future__ import annotations

import json

from conductor.composer.language_model.intent_schema import schema
from planners.intent import Intent
from prompts.prompt import load


def test_a_reading_has_the_fields_of_an_intent_but_those_never_asked_of_a_model() -> None:
    asked = schema()["$defs"]["Intent"]["properties"]

    assert set(Intent.__dataclass_fields__) - set(asked) == {"probability", "follow_up", "topics", "together", "words"}
    assert "bbox" not in schema()["$defs"]["Place"]["properties"]


def test_every_reference_is_defined_and_every_object_is_closed() -> None:
    text = json.dumps(schema())

    assert {part.split('"')[0] for part in text.split("#/$defs/")[1:]} == {
        "Intent",
        "Period",
        "Place",
        "Quantity",
        "Threshold",
    }
    assert all(definition["additionalProperties"] is False for definition in schema()["$defs"].values())


def test_the_examples_of_the_prompt_use_only_fields_of_the_schema() -> None:
    fields = schema()["$defs"]["Intent"]["properties"]
    examples = [json.loads(text) for role, text in load("understand").turns if role == "ai"]

    assert {key for example in examples for intent in example["intents"] for key in intent} <= set(fields)
