"""Grants: what a provider may say of itself and answer, sound or not, and how a client proves who it is."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from connectors.access.grants import Client, Refusal, discovery, post, provider, token
from connectors.access.tokens import Token
from connectors.errors import BadReply, ConnectorError, Unavailable, Unsupported
from connectors.transport import Reply

ISSUER = "https://idp.example/realms/x"


def reply(document: Any, status: int = 200) -> Reply:
    return Reply(status=status, headers={}, body=json.dumps(document).encode(), url=ISSUER)


def test_discovery_asks_below_the_issuer() -> None:
    assert discovery(ISSUER + "/").url == f"{ISSUER}/.well-known/openid-configuration"


@pytest.mark.parametrize(
    "document", [{"issuer": "https://evil.example", "token_endpoint": "https://x"}, {"issuer": ISSUER}, []]
)
def test_a_provider_that_is_another_or_no_provider_is_refused(document: Any) -> None:
    with pytest.raises(BadReply):
        provider(document, issuer=ISSUER)


def test_a_secret_is_proved_in_the_header_and_quoted_first() -> None:
    outgoing = post(
        "https://idp/t", {"a": "1", "b": ""}, client=Client(id="me", secret="a:b/c"), methods=("client_secret_basic",)
    )
    assert base64.b64decode(outgoing.headers["Authorization"].removeprefix("Basic ")) == b"me:a%3Ab%2Fc"
    assert outgoing.content == "a=1"


def test_a_provider_that_knows_forms_only_gets_the_secret_in_the_form() -> None:
    outgoing = post("https://idp/t", {}, client=Client(id="me", secret="s"), methods=("client_secret_post",))
    assert (outgoing.content, "Authorization" in outgoing.headers) == ("client_id=me&client_secret=s", False)


@pytest.mark.parametrize(("life", "ends"), [(600, 1600.0), ("600", 1600.0), (None, None), ("soon", None)])
def test_a_token_ends_when_it_is_said_to(life: Any, ends: float | None) -> None:
    granted = token(reply({"access_token": "t", "token_type": "bearer", "expires_in": life}), issuer=ISSUER, now=1000.0)
    assert isinstance(granted, Token) and (granted.value, granted.expires_at) == ("t", ends)


def test_a_refusal_keeps_the_words_of_the_server_short_and_safe() -> None:
    said = token(
        reply({"error": "invalid_grant", "error_description": "no\x1b[31m\n" + "x" * 999}, 400), issuer=ISSUER, now=0
    )
    assert isinstance(said, Refusal) and said.code == "invalid_grant"
    assert "\x1b" not in str(said) and len(said.words) <= 200


@pytest.mark.parametrize(
    ("document", "status", "error"),
    [
        ({}, 503, Unavailable),
        ({}, 429, Unavailable),
        ([], 200, BadReply),
        ({"token_type": "Bearer"}, 200, BadReply),
        ({"access_token": "t", "token_type": "DPoP"}, 200, Unsupported),
    ],
)
def test_what_is_no_token_is_told(document: Any, status: int, error: type[ConnectorError]) -> None:
    with pytest.raises(error):
        token(reply(document, status), issuer=ISSUER, now=0)


def test_a_web_page_is_no_token() -> None:
    with pytest.raises(BadReply):
        token(Reply(status=200, headers={}, body=b"<html>", url=ISSUER), issuer=ISSUER, now=0)


def test_secrets_do_not_show_themselves() -> None:
    held = Token(value="hidden", obtained_at=0.0, refresh="hidden")
    assert "hidden" not in f"{held!r} {Client(id='me', secret='hidden')!r}"
