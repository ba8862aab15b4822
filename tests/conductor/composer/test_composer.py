"""The composer of settings: the grammar alone unless a language model is named, loaded once and with the first question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conductor.composer.composer import composer, grammar
from conductor.question import Question
from conductor.settings import LanguageModel, from_environment
from connectors.errors import MissingHolding
from tests.connectors.ml.chat_server import chat_server

TOASTY = Question(text="How toasty will it get in Montreal in 2050?", asked_at="2026-11-23T12:00:00Z")


def test_without_a_model_the_grammar_reads() -> None:
    assert composer(None)(TOASTY) == grammar(TOASTY)


def test_the_environment_names_no_model_unless_told() -> None:
    assert from_environment({}).language_model is None


def test_a_model_named_in_the_environment_joins_the_readings() -> None:
    with chat_server() as server:
        row = {"action": "project", "quantities": [{"name": "toasty", "variable_id": "tas"}]}
        server.text = json.dumps({"intents": [row | {"places": [{"name": "Montreal"}]}]})
        environ = {"CONDUCTOR_LLM_MODEL": "small", "CONDUCTOR_LLM_URL": server.url, "CONDUCTOR_LLM_RELIABILITY": "0.6"}

        understanding = composer(from_environment(environ).language_model)(TOASTY)

    assert any(q.variable_id == "tas" for intent in understanding.intents for q in intent.quantities)


def test_a_model_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingHolding, match="no model file"):
        composer(LanguageModel(name=str(tmp_path / "none.gguf")))(TOASTY)
