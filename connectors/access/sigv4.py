"""SigV4: AWS Signature Version 4 in headers (AWS General Reference, Signing AWS API requests)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import quote, unquote, urlencode, urlsplit, urlunsplit

from connectors.base import Request

_ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """An access key; temporary ones come with the token of their session."""

    id: str
    secret: str = field(repr=False)
    session: str = field(default="", repr=False)


def signed(
    request: Request,
    *,
    keys: Keys,
    region: str,
    now: float,
    service: str = "s3",
    extra: Mapping[str, str] | None = None,
) -> Request:
    """The request with the headers of Signature Version 4 (AWS General Reference, Signing requests); `extra` are signed too."""
    url = _canonical(request)
    parts = urlsplit(url)
    moment = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
    content = request.content or b""
    content = content.encode() if isinstance(content, str) else content
    digest = hashlib.sha256(content).hexdigest()
    headers = {"host": parts.netloc, "x-amz-content-sha256": digest, "x-amz-date": moment}
    headers |= {"x-amz-security-token": keys.session} if keys.session else {}
    headers = dict(sorted((headers | dict(extra or {})).items()))
    names = ";".join(headers)
    lines = [request.method, parts.path, parts.query, *(f"{k}:{v}" for k, v in headers.items()), "", names, digest]
    scope = f"{moment[:8]}/{region}/{service}/aws4_request"
    summary = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    key = f"AWS4{keys.secret}".encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, "\n".join((_ALGORITHM, moment, scope, summary)).encode(), hashlib.sha256).hexdigest()
    proof = f"{_ALGORITHM} Credential={keys.id}/{scope}, SignedHeaders={names}, Signature={signature}"
    given = {k: v for k, v in headers.items() if k != "host"} | {"Authorization": proof}
    return replace(request, url=url, params={}, headers={**request.headers, **given})


def _canonical(request: Request) -> str:
    """The address in the one spelling that is signed; a changed spelling on the way would break the signature."""
    parts = urlsplit(request.url)
    query = [part.partition("=")[::2] for part in parts.query.split("&") if part]
    pairs = [(unquote(k), unquote(v)) for k, v in query] + list(request.params.items())
    ordered = urlencode(sorted(pairs), quote_via=quote, safe="-_.~")
    path = quote(unquote(parts.path or "/"), safe="/-_.~")
    return urlunsplit((parts.scheme, parts.netloc.lower(), path, ordered, ""))
