"""The recorded exchanges of WPS servers, and a server of ours that answers from them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from connectors.base import Request
from connectors.transport import Reply

FIXTURES = Path(__file__).resolve().parents[4] / "../shared/fixtures"
URL = "http://wps.test/wps"


@dataclass
class Exchanges:
    """Answers by what is asked; a question that nobody planned for fails the test. What was asked is kept."""

    answers: list[tuple[Callable[[Request], bool], Reply | Exception]]
    asked: list[Request] = field(default_factory=list)

    async def __call__(self, request: Request) -> Reply:
        self.asked.append(request)
        for fits, reply in self.answers:
            if fits(request):
                if isinstance(reply, Exception):
                    raise reply
                return reply
        raise AssertionError(f"nobody answers {request.method} {request.url} {dict(request.params)}")

    def bodies(self) -> list[str]:
        """What was posted."""
        return [
            str(r.content, "utf-8") if isinstance(r.content, bytes) else str(r.content) for r in self.asked if r.content
        ]


def exchange(server: str, number: str) -> dict[str, Any]:
    """One recorded exchange as it is on disk."""
    found = sorted((FIXTURES / "recorded" / server).glob(f"{number}-*.json"))
    document: dict[str, Any] = json.loads(found[0].read_text())
    return document


def reply_of(document: dict[str, Any], url: str = URL) -> Reply:
    """The response of an exchange."""
    told = document["response"]
    if told.get("body_base64"):
        import base64

        body = base64.b64decode(told["body_base64"])
    else:
        body = str(told["body"] or "").encode()
    return Reply(status=told["status"], headers=told["headers"], body=body, url=url)


def reply(server: str, number: str) -> Reply:
    """The response of one recorded exchange."""
    return reply_of(exchange(server, number))


def file(path: str, *, status: int = 200, media: str = "text/xml") -> Reply:
    """A document of the folder of fixtures as a reply."""
    return Reply(status=status, headers={"content-type": media}, body=(FIXTURES / path).read_bytes(), url=URL)


def asks(name: str) -> Callable[[Request], bool]:
    """Whether a request is of this kind: GetCapabilities, DescribeProcess, Execute, GetStatus, GetResult, Dismiss."""
    return lambda request: (
        request.params.get("request") == name
        or (isinstance(request.content, bytes) and f":{name} ".encode() in request.content)
    )


def fetches(part: str) -> Callable[[Request], bool]:
    """Whether a request fetches an address that holds this."""
    return lambda request: request.method == "GET" and part in request.url
