"""OIDC: Bearer tokens from the source's realm: a ready one, a refreshed one, or one that its grant gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from connectors.access import grants
from connectors.access.asking import Asking
from connectors.access.grants import Provider, Refusal
from connectors.access.realm import FORWARDED, Realm, client, discover, realm, remember, request_token
from connectors.access.tokens import Token
from connectors.base import Request
from connectors.errors import AuthMissing
from connectors.offers import Source


def check(asking: Asking) -> None:
    """Raise AuthMissing with the command, where what the grant needs is not there."""
    wanted = realm(asking.source)
    if _ready(wanted, asking):
        return
    if wanted.grant != "device":
        _form(wanted, asking)
        client(wanted, asking)
    elif not asking.secrets.vault.find(wanted.key):
        raise AuthMissing(f"run `conductor login {asking.source.id}`", kind="auth")


async def authorized(request: Request, asking: Asking, *, refused: Request | None = None) -> Request:
    """The request with an access token; where one was refused, with another if there is another to be had."""
    wanted = realm(asking.source)
    value = _ready(wanted, asking)
    if not value:
        stale = refused.headers.get("Authorization", "") if refused else ""
        held = await asking.line.tokens.get(
            wanted.key,
            obtain=lambda previous: _obtain(wanted, asking, previous),
            is_refused=lambda held: stale == _header(wanted, held.value),
        )
        value = held.value
    return replace(request, headers={**request.headers, "Authorization": _header(wanted, value)})


def _header(wanted: Realm, value: str) -> str:
    """The header; the realm's `prefix` goes before the token (openEO: `oidc/<provider>/`)."""
    return f"Bearer {wanted.settings.get('prefix', '')}{value}"


async def _obtain(wanted: Realm, asking: Asking, previous: Token | None) -> Token:
    offered = await discover(wanted, asking)
    renewed = await _refreshed(wanted, asking, previous, offered=offered)
    if renewed:
        return renewed
    reply = await request_token(_form(wanted, asking), wanted, asking, offered=offered)
    if isinstance(reply, Refusal):
        raise AuthMissing(f"{wanted.issuer} says {reply}; {_advice(wanted, asking.source)}", kind="auth")
    return reply


async def _refreshed(wanted: Realm, asking: Asking, previous: Token | None, *, offered: Provider) -> Token | None:
    """A token for a refresh token: the one in memory, then the one kept, which another process may have renewed."""
    kept = asking.secrets.vault.find(wanted.key) if wanted.grant == "device" else ""
    for refresh in dict.fromkeys(filter(None, (previous.refresh if previous else "", kept))):
        asking.secrets.redaction.learn(refresh)
        form = {"grant_type": "refresh_token", "refresh_token": refresh}
        reply = await request_token(form, wanted, asking, offered=offered)
        if isinstance(reply, Token):
            reply = replace(reply, refresh=reply.refresh or refresh)
            if wanted.grant == "device" and reply.refresh != kept:
                remember(wanted, asking, reply)
            return reply
    return None


def _ready(wanted: Realm, asking: Asking) -> str:
    variable = wanted.settings.get("token", "")
    return asking.secrets.find(variable) if variable else ""


def _form(wanted: Realm, asking: Asking) -> Mapping[str, str]:
    """The fields of the realm's own grant; raises AuthMissing where a variable is not set, or a person must log in."""
    settings, secret = wanted.settings, asking.secrets.variable
    common = {"scope": wanted.scope, **{name: settings.get(name, "") for name in FORWARDED}}
    match wanted.grant:
        case "client_credentials":
            return {"grant_type": "client_credentials", **common}
        case "password":
            user, password = (secret(settings.get(k, k.upper())) for k in ("user", "password"))
            return {"grant_type": "password", "username": user, "password": password, **common}
        case "exchange":
            subject = {"subject_token": secret(settings.get("subject", "SUBJECT_TOKEN"))}
            types = {"subject_token_type": settings.get("subject_token_type", grants.ACCESS_TOKEN)}
            types["requested_token_type"] = settings.get("requested_token_type", grants.ACCESS_TOKEN)
            return {"grant_type": grants.EXCHANGE, **subject, **types, **common}
    raise AuthMissing(f"run `conductor login {asking.source.id}`", kind="auth")


def _advice(wanted: Realm, source: Source) -> str:
    named = [wanted.settings[k] for k in ("client_secret", "user", "password", "subject") if wanted.settings.get(k)]
    return (
        f"look at {', '.join(named)}; see `conductor login {source.id}`"
        if named
        else f"run `conductor login {source.id}`"
    )
