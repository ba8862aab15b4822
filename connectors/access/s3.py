"""S3: requests signed with AWS Signature Version 4, by keys of the environment or temporary ones that a service grants.

The source's `options.s3` may say `region` (us-west-2 where not said), `endpoint` (https://host of a store that is not
Amazon's), `buckets` (patterns of the buckets that lie there) and the names of the variables `key`, `secret` and `session`
(AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN). `payer = "requester"`: whoever reads pays, which they must have
agreed to by AWS_REQUEST_PAYER=requester (as GDAL has it).

Temporary keys: `credentials` is the address that grants them, `login` to whom (`edl`, who are known to Earthdata Login; `oidc`,
to the source's realm), `method` how it is asked (GET). With `keep = true` they are kept in the vault between runs, where
a service counts those that it grants; keys in variables named by `key` and `secret` go before them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType
from urllib.parse import quote, unquote, urlsplit

from connectors.access import edl, oidc
from connectors.access.asking import Asking, serves
from connectors.access.sigv4 import Keys, signed
from connectors.access.tokens import Token
from connectors.base import Request
from connectors.errors import AuthMissing, BadReply, Refused, Unavailable
from connectors.items import JSON

VARIABLES = {"key": "AWS_ACCESS_KEY_ID", "secret": "AWS_SECRET_ACCESS_KEY", "session": "AWS_SESSION_TOKEN"}
REGION = "us-west-2"  # where NASA's Earthdata Cloud lies


PAYER = "AWS_REQUEST_PAYER"


def check(asking: Asking) -> None:
    """Raise AuthMissing where keys are neither in the environment nor to be granted, or nobody agreed to pay."""
    _, granted = _settings(asking)
    _payment(asking)
    if granted and not _has_own(asking):
        _login(asking).check(replace(asking, argument=""))
    else:
        _own(asking)


async def authorized(request: Request, asking: Asking, *, refused: Request | None = None) -> Request:
    """The request, signed for this minute; after a refusal, with new keys where keys are granted."""
    region, granted = _settings(asking)
    paid = _payment(asking)
    if not granted or _has_own(asking):
        return signed(request, keys=_own(asking), region=region, now=asking.now, extra=paid)
    proof = refused.headers.get("Authorization", "") if refused else ""

    def is_refused(held: Token) -> bool:
        return f"Credential={_keys(held).id}/" in proof

    held = await asking.line.tokens.get(
        f"s3 {granted}", obtain=lambda previous: _granted(granted, asking, is_refused), is_refused=is_refused
    )
    return signed(request, keys=_keys(held), region=region, now=asking.now, extra=paid)


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


def _payment(asking: Asking) -> dict[str, str]:
    """What says that the reader pays, where that is so; raises AuthMissing where they have not agreed to it."""
    if _table(asking).get("payer") != "requester":
        return {}
    if asking.secrets.find(PAYER) != "requester":
        raise AuthMissing(
            f"its readers pay the store for what they read: run `export {PAYER}=requester` if you will", kind="auth"
        )
    return {"x-amz-request-payer": "requester"}


def _login(asking: Asking) -> ModuleType:
    """The scheme that proves to the granting service who asks."""
    return oidc if _table(asking).get("login") == "oidc" else edl


def _has_own(asking: Asking) -> bool:
    """Whether the variables that the source names hold keys, which then go before granted ones."""
    table = _table(asking)
    return all(table.get(part) and asking.secrets.find(str(table[part])) for part in ("key", "secret"))


def _own(asking: Asking) -> Keys:
    table = _table(asking)
    key, secret, session = (str(table.get(part, variable)) for part, variable in VARIABLES.items())
    return Keys(
        id=asking.secrets.variable(key), secret=asking.secrets.variable(secret), session=asking.secrets.find(session)
    )


def _table(asking: Asking) -> Mapping[str, JSON]:
    table = asking.source.options.get("s3")
    return table if isinstance(table, Mapping) else {}


async def _granted(address: str, asking: Asking, is_refused: Callable[[Token], bool]) -> Token:
    """Keys kept from a run before, while they hold; else new ones, kept where the source says so."""
    name, vault = f"s3 {address}", asking.secrets.vault
    is_kept = bool(_table(asking).get("keep"))
    if is_kept and (text := vault.find(name)) and (kept := _kept(text, asking)) and not is_refused(kept):
        return kept
    token = await _obtain(address, asking)
    if is_kept:
        vault.keep(name, json.dumps({"keys": token.value, "expires_at": token.expires_at}))
    return token


def _kept(text: str, asking: Asking) -> Token | None:
    """Keys as they were kept; None where they have ended or are none."""
    try:
        document = json.loads(text)
        token = Token(value=document["keys"], obtained_at=asking.now, expires_at=document["expires_at"])
        asking.secrets.redaction.learn(_keys(token).secret)
        return token if token.is_fresh(asking.now) else None
    except (ValueError, LookupError, TypeError):
        return None


async def _obtain(address: str, asking: Asking) -> Token:
    """Temporary keys, as NASA's `s3credentials`, AWS STS and the keys manager of the Copernicus Data Space name them.

    They are kept together as one secret.
    """
    known, login = replace(asking, argument=""), _login(asking)
    method = str(_table(asking).get("method", "GET"))
    request = Request(method=method, url=address, headers={"Accept": "application/json"}, idempotent=method == "GET")
    outgoing = await login.authorized(request, known)
    reply = await asking.ask(outgoing)
    if reply.status in (301, 302, 303, 307, 401, 403):  # the session may have ended: once more with another
        again = await login.authorized(request, known, refused=outgoing)
        reply = await asking.ask(again) if again != outgoing else reply
    if reply.status in (301, 302, 303, 307, 401, 403):
        mend = (
            f"renew {edl.TOKEN}"
            if login is edl
            else f"run `conductor login {asking.source.id}`, or remove old keys there"
        )
        raise AuthMissing(f"{address} grants no keys ({reply.status}); {mend}", kind="auth")
    if reply.status not in (200, 201):
        raise Unavailable(f"{address} answered {reply.status}", kind=f"http_{reply.status}")
    try:
        document = {key.lower().replace("_", ""): value for key, value in json.loads(reply.body).items()}
        keys = {"id": document.get("accesskeyid") or document["accessid"]}
        keys["secret"] = document.get("secretaccesskey") or document["secret"]
        keys["session"] = document.get("sessiontoken") or ""
        ends = datetime.fromisoformat(document["expiration"]) if document.get("expiration") else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise BadReply(f"{address} answered without keys", kind="bad_payload") from None
    asking.secrets.redaction.learn(keys["secret"], keys["session"])
    expires = (ends if ends.tzinfo else ends.replace(tzinfo=UTC)).timestamp() if ends else None
    return Token(value=json.dumps(keys), obtained_at=asking.now, expires_at=expires)


def _keys(held: Token) -> Keys:
    return Keys(**json.loads(held.value))
