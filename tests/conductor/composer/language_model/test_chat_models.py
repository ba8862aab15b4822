"""A chat-completions endpoint as langchain-core's chat model, over a real loopback server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from conductor.composer.language_model.chat_models import chat_model
from connectors.errors import AuthMissing, Refused
from connectors.ml.language import KEY
from tests.connectors.ml.chat_server import ChatServer, chat_server

SCHEMA = {"title": "answer", "type": "object", "properties": {"a": {"type": "integer"}}}


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server() as running:
        yield running


def test_messages_keep_their_roles(server: ChatServer) -> None:
    server.text = "Bonjour"

    answer = chat_model(server.url, "small", environ={}).invoke(
        [SystemMessage("Be kind."), HumanMessage("Hello"), AIMessage("Hi"), HumanMessage("In French")]
    )

    assert (answer.text, answer.response_metadata["finish_reason"]) == ("Bonjour", "stop")
    roles = [(m["role"], m["content"]) for m in server.asked[0]["messages"]]
    assert roles == [("system", "Be kind."), ("user", "Hello"), ("assistant", "Hi"), ("user", "In French")]


async def test_it_answers_inside_a_running_loop_both_ways(server: ChatServer) -> None:
    model = chat_model(server.url, "small", environ={})

    assert model.invoke("Hello").text == (await model.ainvoke("Hello")).text == "{}"


def test_a_schema_travels_and_the_answer_comes_as_json(server: ChatServer) -> None:
    server.text = '{"a": 3}'

    assert chat_model(server.url, "small", environ={}).with_structured_output(SCHEMA).invoke("Count") == {"a": 3}
    assert server.asked[0]["response_format"]["json_schema"]["schema"] == SCHEMA


def test_the_raw_answer_can_be_had_beside(server: ChatServer) -> None:
    server.text = "no JSON at all"

    answer = (
        chat_model(server.url, "small", environ={}).with_structured_output(SCHEMA, include_raw=True).invoke("Count")
    )

    assert (answer["raw"].text, answer["parsed"]) == ("no JSON at all", None)


def test_a_class_is_no_schema_here(server: ChatServer) -> None:
    with pytest.raises(TypeError, match="a JSON Schema as a dict"):
        chat_model(server.url, "small", environ={}).with_structured_output(int)


def test_errors_of_the_endpoint_pass_through(server: ChatServer) -> None:
    server.key = "sesame"

    with pytest.raises(AuthMissing, match=KEY):
        chat_model(server.url, "small", environ={}).invoke("Hello")
    assert chat_model(server.url, "small", environ={KEY: "sesame"}).invoke("Hello").text == "{}"


def test_what_is_no_address_is_refused_before_anything_is_asked() -> None:
    with pytest.raises(Refused, match="no address"):
        chat_model("models", "small", environ={})


def test_the_key_is_not_among_what_identifies_the_model() -> None:
    model = chat_model("https://models.example/v1", "small", environ={KEY: "sesame"})

    assert "sesame" not in f"{model!r}{model._identifying_params}{model.to_json()}"
