"""SAS: shared access signatures of Azure storage, granted for each container or collection and signed on at the last moment.

The argument is `TOKEN_URL` or `TOKEN_URL,KEY_VARIABLE`; the address may hold `{account}` and `{container}`, read from the
file's own address, or `{collection}`, read from the request's context. A signed address is sent and never kept.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from connectors.access.asking import Asking
from connectors.access.tokens import Token
from connectors.base import Request
from connectors.errors import AuthMissing, BadReply, Refused, Unavailable

KEY_HEADER = "Ocp-Apim-Subscription-Key"
SIGNED = frozenset(  # the parameters of a signature: for an account, a service or a user
    {"saoid", "scid", "sdd", "se", "ses", "si", "sig", "sip", "skoid", "sks", "skt", "sktid", "skv", "sp", "spr", "sr", "srt", "ss",
     "st", "suoid", "sv"}
)  # fmt: skip
_PUBLIC_S = 3600.0
_PUBLIC = "public"  # the value that stands for "no signature is needed"


def check(asking: Asking) -> None:
    """Nothing is needed: the tokens are given to all, a key only makes them last longer."""


async def authorized(request: Request, asking: Asking, *, refused: Request | None = None) -> Request:
    """The request, signed; one that carries an old signature is signed anew."""
    address, variable = _address(request, asking)
    stale = (_signature(refused.url) or _PUBLIC) if refused else ""
    token = await asking.line.tokens.get(
        f"sas {address}",
        obtain=lambda previous: _obtain(address, variable, asking),
        is_refused=lambda held: held.value == stale,
    )
    bare = _bare(request)
    if token.value == _PUBLIC:
        return bare
    return replace(bare, url=f"{bare.url}{'&' if urlsplit(bare.url).query else '?'}{token.value}")


def expiry(token: str) -> float | None:
    """When a signature ends, epoch seconds, as its `se` says; None where it does not."""
    text = dict(parse_qsl(token)).get("se", "")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


async def _obtain(address: str, variable: str, asking: Asking) -> Token:
    key = asking.secrets.find(variable) if variable else ""
    headers = {"Accept": "application/json"} | ({KEY_HEADER: key} if key else {})
    reply = await asking.ask(Request(method="GET", url=address, headers=headers))
    where = address.partition("?")[0]
    if reply.status == 404:  # not a container that is signed for
        return Token(value=_PUBLIC, obtained_at=asking.now, expires_at=asking.now + _PUBLIC_S)
    if reply.status in (401, 403):
        raise AuthMissing(f"{where} grants no signature ({reply.status}); check the key in its variable", kind="auth")
    if reply.status != 200:
        raise Unavailable(f"{where} answered {reply.status}", kind=f"http_{reply.status}")
    try:
        value = str(json.loads(reply.body)["token"]).lstrip("?")
    except (ValueError, LookupError, TypeError, RecursionError):
        raise BadReply(f"{where} answered without a token", kind="bad_payload") from None
    if "sig" not in dict(parse_qsl(value)):
        raise BadReply(f"{where} answered with a token that is no signature", kind="bad_payload")
    asking.secrets.redaction.learn(value, *(v for name, v in parse_qsl(value) if name == "sig"))
    return Token(value=value, obtained_at=asking.now, expires_at=expiry(value))


def _address(request: Request, asking: Asking) -> tuple[str, str]:
    """Where the token for this file is to be had, and the variable of a subscription key."""
    template, _, variable = asking.argument.partition(",")
    parts = urlsplit(request.url)
    context = request.context if isinstance(request.context, dict) else {}
    known = {
        "account": (parts.hostname or "").partition(".")[0],
        "container": unquote(parts.path.lstrip("/").partition("/")[0]),
        "collection": str(context.get("collection", "")),
    }
    for name, value in known.items():
        if f"{{{name}}}" in template and not value:
            raise Refused(
                f"source {asking.source.id!r} signs for each {name}, and this file's is not known", kind="auth"
            )
        template = template.replace(f"{{{name}}}", quote(value, safe=""))
    return template, variable.strip()


def _signature(url: str) -> str:
    """The parts of a query that are a signature, as they stand."""
    return "&".join(part for part in urlsplit(url).query.split("&") if part.partition("=")[0] in SIGNED)


def _bare(request: Request) -> Request:
    parts = urlsplit(request.url)
    own = [part for part in parts.query.split("&") if part and part.partition("=")[0] not in SIGNED]
    own += [urlencode(dict(request.params))] if request.params else []
    return replace(request, url=urlunsplit(parts._replace(query="&".join(own))), params={})
