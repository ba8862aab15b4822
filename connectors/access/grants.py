"""Grants: the token requests of OAuth 2.0 as data, and what its servers answer (RFC 6749, 8414, 8628, 8693)."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import quote_plus, urlencode

from connectors.access.base import Reply
from connectors.access.tokens import Token
from connectors.base import Request
from connectors.errors import BadReply, ConnectorError, Unavailable, Unsupported
from connectors.items import JSON

DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token"
_SAID = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What a discovery document says; `methods` are the ways in which clients may prove who they are."""

    issuer: str
    token: str
    device: str = ""
    methods: tuple[str, ...] = ("client_secret_basic",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A registered client; without a secret it is public."""

    id: str
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The error of a token endpoint (RFC 6749, 5.2): its code, and its words."""

    code: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.code} ({self.words})" if self.words else self.code


def discovery(issuer: str) -> Request:
    """Where a provider says what it offers (OpenID Connect Discovery 1.0, 4)."""
    return Request(method="GET", url=f"{issuer.rstrip('/')}/.well-known/openid-configuration")


def provider(document: JSON, *, issuer: str) -> Provider:
    """Read a discovery document; raises BadReply where it is another issuer's or names no token endpoint."""
    named = document.get("issuer") if isinstance(document, dict) else None
    if not isinstance(named, str) or named.rstrip("/") != issuer.rstrip("/"):
        raise BadReply(f"the provider at {issuer!r} calls itself {named!r}; correct `issuer`", kind="bad_payload")
    if not isinstance(document.get("token_endpoint"), str):
        raise BadReply(f"the provider at {issuer!r} names no token endpoint", kind="bad_payload")
    methods = document.get("token_endpoint_auth_methods_supported") or ("client_secret_basic",)
    return Provider(
        issuer=issuer,
        token=document["token_endpoint"],
        device=str(document.get("device_authorization_endpoint") or ""),
        methods=tuple(map(str, methods)),
    )


def post(url: str, form: Mapping[str, str], *, client: Client, methods: tuple[str, ...]) -> Request:
    """A form for an endpoint of the provider, with the client's proof (RFC 6749, 2.3.1); empty fields are left out."""
    fields = {key: value for key, value in form.items() if value}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    if client.secret and "client_secret_basic" in methods:
        pair = f"{quote_plus(client.id)}:{quote_plus(client.secret)}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode("ascii")
    else:
        fields |= {"client_id": client.id} | ({"client_secret": client.secret} if client.secret else {})
    return Request(method="POST", url=url, content=urlencode(fields), headers=headers, idempotent=False)


def token(reply: Reply, *, issuer: str, now: float) -> Token | Refusal:
    """Read a token endpoint's reply; raises Unavailable where it is ill, Unsupported for tokens that are not Bearer."""
    document = read(reply, issuer=issuer)
    if reply.status != 200:
        return Refusal(code=_plain(document.get("error")) or f"status {reply.status}", words=_words(document))
    value, kind = document.get("access_token"), str(document.get("token_type", "Bearer"))
    if not isinstance(value, str) or not value:
        raise BadReply(f"the provider {issuer!r} granted no access token", kind="bad_payload")
    if kind.lower() not in ("bearer", "n_a"):
        raise Unsupported(f"the provider {issuer!r} grants tokens of type {kind[:20]!r}; only Bearer is spoken here")
    life, refresh = document.get("expires_in"), document.get("refresh_token")
    lasts = float(life) if isinstance(life, int | float | str) and str(life).replace(".", "", 1).isdigit() else None
    return Token(
        value=value,
        obtained_at=now,
        expires_at=None if lasts is None else now + lasts,
        refresh=refresh if isinstance(refresh, str) else "",
    )


def read(reply: Reply, *, issuer: str) -> dict[str, JSON]:
    """The JSON object of a reply; raises Unavailable or BadReply."""
    if reply.status >= 500 or reply.status == 429:
        raise Unavailable(f"the provider {issuer!r} answered {reply.status}", kind=f"http_{reply.status}")
    try:
        document = json.loads(reply.body)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise _not_json(reply, issuer)
    return cast("dict[str, JSON]", document)


def _not_json(reply: Reply, issuer: str) -> ConnectorError:
    return BadReply(f"the provider {issuer!r} answered {reply.status} without a JSON object", kind="bad_payload")


def _words(document: Mapping[str, JSON]) -> str:
    return _plain(document.get("error_description"))


def _plain(text: JSON) -> str:
    """Text of a server, made safe and short."""
    return "".join(c if c.isprintable() else " " for c in text)[:_SAID].strip() if isinstance(text, str) else ""
