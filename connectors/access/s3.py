"""S3: requests signed with AWS Signature Version 4, by keys of the environment or temporary ones that a service grants.

The source's `options.s3` may say `region` (us-west-2 where not said), `endpoint` (https://host of a store that is not
Amazon's), `credentials` (the address that grants temporary keys to those whom Earthdata Login knows) and the names of the
variables `key`, `secret` and `session` (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote, unquote, urlsplit

from connectors.access import edl
from connectors.access.asking import Asking, serves
from connectors.access.sigv4 import Keys, signed
from connectors.access.tokens import Token
from connectors.base import Request
from connectors.errors import AuthMissing, BadReply, Refused, Unavailable
from connectors.items import JSON

VARIABLES = {"key": "AWS_ACCESS_KEY_ID", "secret": "AWS_SECRET_ACCESS_KEY", "session": "AWS_SESSION_TOKEN"}
REGION = "us-west-2"  # where NASA's Earthdata Cloud lies


def check(asking: Asking) -> None:
    """Raise AuthMissing where keys are neither in the environment nor to be granted."""
    _, granted = _settings(asking)
    if granted:
        edl.check(replace(asking, argument=""))
    else:
        _own(asking)


async def authorized(request: Request, asking: Asking, *, refused: Request | None = None) -> Request:
    """The request, signed for this minute; after a refusal, with new keys where keys are granted."""
    region, granted = _settings(asking)
    if not granted:
        return signed(request, keys=_own(asking), region=region, now=asking.now)
    proof = refused.headers.get("Authorization", "") if refused else ""
    held = await asking.line.tokens.get(
        f"s3 {granted}",
        obtain=lambda previous: _obtain(granted, asking),
        is_refused=lambda held: f"Credential={_keys(held).id}/" in proof,
    )
    return signed(request, keys=_keys(held), region=region, now=asking.now)


def web_address(href: str, *, region: str = REGION, endpoint: str = "") -> str:
    """The https address of `s3://bucket/key`: by host at Amazon, by path elsewhere; others stay as they are.

    Without a region it is the one from which Amazon leads on to the bucket's own.
    """
    if not href.startswith("s3://"):
        return href
    bucket, _, key = href.removeprefix("s3://").partition("/")
    path = quote(unquote(key), safe="/-_.~")
    if endpoint:
        return f"{endpoint.rstrip('/')}/{bucket}/{path}"
    return (
        f"https://{bucket}.s3.{region}.amazonaws.com/{path}" if region else f"https://{bucket}.s3.amazonaws.com/{path}"
    )


def _settings(asking: Asking) -> tuple[str, str]:
    """The region, and the address that grants keys if there is one; raises Refused where that is a stranger's."""
    table = _table(asking)
    granted = str(table.get("credentials", ""))
    if granted and not serves(asking.source, urlsplit(granted).hostname or ""):
        raise Refused(
            f"source {asking.source.id!r} has its keys from a host that is not in its auth_hosts", kind="auth"
        )
    return str(table.get("region", REGION)), granted


def _own(asking: Asking) -> Keys:
    table = _table(asking)
    key, secret, session = (str(table.get(part, variable)) for part, variable in VARIABLES.items())
    return Keys(
        id=asking.secrets.variable(key), secret=asking.secrets.variable(secret), session=asking.secrets.find(session)
    )


def _table(asking: Asking) -> Mapping[str, JSON]:
    table = asking.source.options.get("s3")
    return table if isinstance(table, Mapping) else {}


async def _obtain(address: str, asking: Asking) -> Token:
    """Temporary keys, as NASA's `s3credentials` endpoints and AWS STS name them; kept together as one secret."""
    known = replace(asking, argument="")
    request = Request(method="GET", url=address, headers={"Accept": "application/json"})
    outgoing = await edl.authorized(request, known)
    reply = await asking.ask(outgoing)
    if reply.status in (301, 302, 303, 307, 401, 403):  # the session may have ended: once more with another
        reply = await asking.ask(await edl.authorized(request, known, refused=outgoing))
    if reply.status in (301, 302, 303, 307, 401, 403):
        raise AuthMissing(f"{address} grants no keys ({reply.status}); renew {edl.TOKEN}", kind="auth")
    if reply.status != 200:
        raise Unavailable(f"{address} answered {reply.status}", kind=f"http_{reply.status}")
    try:
        document = {key.lower(): value for key, value in json.loads(reply.body).items()}
        keys = {"id": document["accesskeyid"], "secret": document["secretaccesskey"]}
        keys["session"] = document.get("sessiontoken") or ""
        ends = datetime.fromisoformat(document["expiration"]) if document.get("expiration") else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise BadReply(f"{address} answered without keys", kind="bad_payload") from None
    asking.secrets.redaction.learn(keys["secret"], keys["session"])
    expires = (ends if ends.tzinfo else ends.replace(tzinfo=UTC)).timestamp() if ends else None
    return Token(value=json.dumps(keys), obtained_at=asking.now, expires_at=expires)


def _keys(held: Token) -> Keys:
    return Keys(**json.loads(held.value))
