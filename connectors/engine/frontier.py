"""Frontier: the requests still to be asked of a source, first found first, none twice, all on the source's own host."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from connectors.base import Page, Request
from connectors.errors import BadReply
from connectors.offers import Source

MOST_KNOWN = 20_000


class Frontier:
    """A queue that a walk through pages feeds and empties."""

    def __init__(self, first: Request, *, source: Source) -> None:
        self._source = source
        self._waiting: deque[Request] = deque([first])
        self._known = {_identity(first)}

    @property
    def is_open(self) -> bool:
        return bool(self._waiting)

    @property
    def waiting(self) -> tuple[Request, ...]:
        """What has not been asked yet."""
        return tuple(self._waiting)

    def take(self, count: int) -> list[Request]:
        return [self._waiting.popleft() for _ in range(min(count, len(self._waiting)))]

    def extend(self, pages: Sequence[Page]) -> None:
        """Add what the pages lead to; raises BadReply, at the end, where a next page is one that was read already."""
        circle = False
        for page in pages:
            circle = (page.next is not None and not self._add(page.next)) or circle
            for request in page.also:
                self._add(request)
        if circle:
            raise BadReply("its next page is one that was read already", source=self._source.id, kind="bad_payload")

    def _add(self, request: Request) -> bool:
        request = at_home(request, source=self._source)
        if _identity(request) in self._known or len(self._known) >= MOST_KNOWN:
            return False
        self._known.add(_identity(request))
        self._waiting.append(request)
        return True


def _identity(request: Request) -> tuple[object, ...]:
    """What makes two requests the same question: all that is sent, headers too, which may name the page."""
    sent = request.params, request.json, request.headers
    return request.method, request.url, request.content, *(repr(part) for part in sent)


def at_home(request: Request, *, source: Source) -> Request:
    """The request on the source's own host: servers behind a proxy link to names that only they can reach."""
    home, there = urlsplit(source.url), urlsplit(request.url)
    if (there.scheme, there.netloc) == (home.scheme, home.netloc):
        return request
    return replace(request, url=there._replace(scheme=home.scheme, netloc=home.netloc).geturl())
