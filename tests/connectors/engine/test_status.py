"""HTTP statuses as errors of ours."""

from __future__ import annotations

import pytest

from connectors.engine.status import failure, retry_after
from connectors.errors import AuthMissing, BadReply, Refused, Unavailable
from connectors.transport import Reply


def reply(status: int, *, body: bytes = b"", **headers: str) -> Reply:
    return Reply(
        status=status,
        headers={k.replace("_", "-"): v for k, v in headers.items()},
        body=body,
        url="https://u:p@host.org/search?key=secret",
    )


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (400, Refused, "http_400"),
        (401, AuthMissing, "auth"),
        (403, Refused, "http_403"),
        (404, Refused, "http_404"),
        (408, Unavailable, "http_408"),
        (422, Refused, "http_422"),
        (429, Unavailable, "rate_limited"),
        (500, Unavailable, "http_500"),
        (503, Unavailable, "http_503"),
    ],
)
def test_each_status_has_its_error(status: int, error: type[Exception], kind: str) -> None:
    found = failure(reply(status), now=0.0)
    assert type(found) is error and found.kind == kind
    assert str(status) in str(found) and "secret" not in str(found) and "u:p" not in str(found)


def test_a_good_reply_is_none() -> None:
    assert failure(reply(200, body=b"{}", content_type="application/json"), now=0.0) is None


def test_json_under_the_wrong_type_is_still_json() -> None:
    assert failure(reply(200, body=b" {}", content_type="text/html"), now=0.0) is None


def test_an_ogc_exception_is_told_in_its_own_words() -> None:
    body = b"<ExceptionReport><Exception><ExceptionText>No such layer</ExceptionText></Exception></ExceptionReport>"
    assert "(No such layer)" in str(failure(reply(400, body=body), now=0.0))


def test_a_web_page_is_no_data() -> None:
    found = failure(reply(200, body=b"\n<!doctype html>", content_type="text/html; charset=utf-8"), now=0.0)
    assert isinstance(found, BadReply)


def test_the_servers_sentence_is_made_safe_and_short() -> None:
    found = failure(reply(400, body=b'{"detail": "a\\u001b[31mb' + b"x" * 500 + b'"}'), now=0.0)
    assert "(a [31mb" in str(found) and len(str(found)) < 300


@pytest.mark.parametrize("body", [b"<html>", b"[1]", b'{"detail": {"a": 1}}', b"\xff\xfe"])
def test_a_body_without_a_sentence_adds_nothing(body: bytes) -> None:
    assert str(failure(reply(400, body=body), now=0.0)) == "https://host.org/search answered 400"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3", 3.0),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 90.0),
        ("Thu, 01 Jan 1970 00:00:01 GMT", 0.0),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(text: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": text}, now=10.0) == seconds
