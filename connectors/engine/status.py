"""Status: what an HTTP status means to us, and what a person may do about it."""

from __future__ import annotations

import email.utils
import json
import re
from collections.abc import Mapping

from connectors.errors import AuthMissing, BadReply, ConnectorError, Refused, Unavailable
from connectors.markup import read_xml
from connectors.transport import Reply, shown

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_DETAIL_KEYS = ("detail", "description", "message", "title", "error", "msg")
_DETAIL_LENGTH = 200


def failure(reply: Reply, *, now: float) -> ConnectorError | None:
    """The error that a reply stands for; None for a usable one. `now` is epoch seconds, for Retry-After dates."""
    if reply.status < 300:
        return _web_page(reply)
    where, detail = shown(reply.url), _detail(reply)
    said = f"{where} answered {reply.status}{detail}"
    kind = f"http_{reply.status}"
    match reply.status:
        case 401:
            return AuthMissing(f"{said}; it wants credentials: see `conductor doctor`", kind="auth")
        case 429:
            return Unavailable(
                f"{said}: too many requests", kind="rate_limited", retry_after=retry_after(reply.headers, now=now)
            )
        case 408 | 425:
            return Unavailable(said, kind="http_408")
        case status if status >= 500:
            return Unavailable(said, kind=kind, retry_after=retry_after(reply.headers, now=now))
        case 404 | 410:
            return Refused(f"{said}; the address may have moved: see `conductor doctor`", kind=kind)
    return Refused(said, kind=kind)


def retry_after(headers: Mapping[str, str], *, now: float) -> float | None:
    """Seconds of a Retry-After header, given as a number or as a date (RFC 9110, 10.2.3)."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, OverflowError):
        return None


def _web_page(reply: Reply) -> ConnectorError | None:
    if "html" in reply.headers.get("content-type", "") and reply.body.lstrip()[:1] == b"<":
        return BadReply(
            f"{shown(reply.url)} answered with a web page where data was expected: a login page, a captive portal"
            " or a moved service",
            kind="bad_payload",
        )
    return None


def _detail(reply: Reply) -> str:
    """The server's own sentence out of a problem document or an OGC exception, made safe and short."""
    try:
        document = json.loads(reply.body[:65536])
    except (ValueError, RecursionError):
        document = {"detail": _exception(reply.body[:65536])}
    if not isinstance(document, dict):
        return ""
    texts = (document[key] for key in _DETAIL_KEYS if isinstance(document.get(key), str))
    text = _CONTROL.sub(" ", next(texts, "")).strip()
    return f" ({text[:_DETAIL_LENGTH]})" if text else ""


def _exception(body: bytes) -> str:
    """What an OGC exception report says; empty for any other document."""
    if b"Exception" not in body:
        return ""
    try:
        read_xml(body)
    except BadReply as error:
        _, mark, text = str(error).partition("exception: ")
        return text if mark else ""
    return ""
