"""The chat-completions client against a real loopback server: keys, schemas, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from connectors.errors import AuthMissing, BadReply, Refused, Unavailable
from connectors.ml.completions import Message
from connectors.ml.language import KEY, ChatCompletions
from tests.connectors.ml.chat_server import ChatServer, chat_server

HELLO = (Message(role="system", content="Be brief."), Message(role="user", content="Hello"))
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server() as running:
        yield running


async def test_messages_go_out_and_a_text_comes_back(server: ChatServer) -> None:
    server.text = "Good day"

    done = await ChatCompletions(url=server.url, model="small").complete(HELLO, stop=("\n",))

    assert (done.text, done.finish_reason) == ("Good day", "stop")
    assert done.tokens == (12, 3)
    (asked,) = server.asked
    assert asked["messages"] == [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello"}]
    assert (asked["model"], asked["temperature"], asked["stop"]) == ("small", 0, ["\n"])


async def test_the_address_of_the_completions_themselves_serves_too(server: ChatServer) -> None:
    done = await ChatCompletions(url=f"{server.url}/chat/completions/", model="small").complete(HELLO)

    assert done.text == "{}"


async def test_a_schema_is_sent_along(server: ChatServer) -> None:
    await ChatCompletions(url=server.url, model="small").complete(HELLO, schema=SCHEMA)

    sent = server.asked[0]["response_format"]
    assert (sent["type"], sent["json_schema"]["schema"]) == ("json_schema", SCHEMA)


async def test_a_server_that_knows_no_schemas_is_asked_without(server: ChatServer) -> None:
    server.knows_schemas = False

    done = await ChatCompletions(url=server.url, model="small").complete(HELLO, schema=SCHEMA)

    assert done.text == "{}"
    assert ["response_format" in asked for asked in server.asked] == [True, False]


async def test_the_key_comes_from_the_environment(server: ChatServer) -> None:
    server.key = "sesame"

    done = await ChatCompletions(url=server.url, model="small", environ={KEY: "sesame"}).complete(HELLO)

    assert done.text == "{}"


async def test_a_missing_key_is_told_with_where_it_belongs(server: ChatServer) -> None:
    server.key = "sesame"

    with pytest.raises(AuthMissing, match=r"Incorrect API key provided\); put its key in CONDUCTOR_LLM_KEY"):
        await ChatCompletions(url=server.url, model="small").complete(HELLO)


async def test_a_key_is_not_sent_in_the_clear_to_another_machine() -> None:
    endpoint = ChatCompletions(url="http://models.example/v1", model="small", environ={KEY: "sesame"})

    with pytest.raises(Refused, match="in the clear to"):
        await endpoint.complete(HELLO)


def test_a_key_shows_nowhere() -> None:
    assert "sesame" not in repr(ChatCompletions(url="https://models.example", model="m", environ={KEY: "sesame"}))


@pytest.mark.parametrize(
    ("status", "body", "error", "words"),
    [
        (500, b'{"error": {"message": "out of memory"}}', Unavailable, "answered 500 .out of memory"),
        (404, b'{"error": {"message": "no model small"}}', Refused, "no model small"),
        (200, b"<html>Sign in</html>", BadReply, "sent no chat completion"),
        (200, b'{"choices": []}', BadReply, "sent no chat completion"),
        (200, b'{"choices": [{"message": {"content": 3}}]}', BadReply, "sent no chat completion"),
    ],
    ids=["server error", "unknown model", "a web page", "no choice", "no text"],
)
async def test_what_goes_wrong_is_told_in_the_servers_words(
    server: ChatServer, status: int, body: bytes, error: type[Exception], words: str
) -> None:
    server.status, server.body = status, body

    with pytest.raises(error, match=words):
        await ChatCompletions(url=server.url, model="small").complete(HELLO)


async def test_content_in_parts_is_joined(server: ChatServer) -> None:
    server.body = b'{"choices": [{"message": {"content": [{"type": "text", "text": "Good "}, {"text": "day"}]}}]}'

    assert (await ChatCompletions(url=server.url, model="small").complete(HELLO)).text == "Good day"


async def test_a_model_that_takes_too_long_is_given_up(server: ChatServer) -> None:
    server.delay_s = 1.0

    with pytest.raises(Unavailable, match="did not answer within"):
        await ChatCompletions(url=server.url, model="small", budget_s=0.2).complete(HELLO)


@pytest.mark.parametrize("url", ["", "localhost:8080/v1", "ftp://models.example", "http://models.example:99999/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(Refused, match="no address of a language model"):
        ChatCompletions(url=url, model="small")
