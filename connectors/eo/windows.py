"""Windows: a search that a server ends before it has given all it counts goes on by time; what no time parts is said to be cut.

A server's window is the records that it pages through. It is known (`options.window`), or it shows: a full page, a greater
count, and no link to go on. In order of time the search goes on from the last moment read; in any other it is asked again
of each half of its time, and what comes twice is one. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from connectors.base import Page, Request
from connectors.items import JSON
from connectors.paging import halved, onward

_EARLIEST, _LATEST = "1800-01-01T00:00:00Z", "2200-01-01T00:00:00Z"  # for the middle of a time with an open end
_OPEN = ("", "..")
_BY_MOMENT = ("properties.datetime", "datetime")
_OWN = ("reached", "first", "known", "whole", "window")  # what this module keeps in a request's context


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A page as the server sent it: its records and what it was asked for; `window` is 0 where none is known.

    `dated`: every record has a time, so that none is lost where the search is parted by it.
    """

    page: Page
    request: Request
    count: int
    window: int = 0
    dated: bool = True


def beyond(read: Read) -> Page:
    """The page, its next with what must be known there, or what the search goes on with where the window ends."""
    context = read.request.context or {}
    first, known = context.get("first") or _asked(read.request), tuple(context.get("known", ()))
    items = tuple(item for item in read.page.items if item.id not in known) if known else read.page.items
    page, reached = replace(read.page, items=items), context.get("reached", 0) + read.count
    if not _ends(read, reached=reached, first=first):
        there = {**context, "reached": reached, "first": first}
        return replace(page, next=replace(page.next, context=there)) if page.next else page
    if later := _later(read, first, known):
        return replace(page, next=later)
    parts = tuple(
        _again(read.request, {**first, "datetime": half}, {"window": context.get("window", reached)})
        for half in halves_of(str(first.get("datetime", "")))
    )
    return replace(page, next=None, also=parts, cut=not parts or not (read.dated or "datetime" in first))


def halves_of(time: str) -> tuple[str, ...]:
    """Both halves of a time as APIs of OGC write it; none of an instant."""
    start, bar, end = (time or "../..").partition("/")
    between = halved(_EARLIEST if start in _OPEN else start, _LATEST if end in _OPEN else end) if bar else None
    if between is None:
        return ()
    middle = between[0][1]
    return f"{start or '..'}/{middle}", f"{middle}/{end or '..'}"


def _ends(read: Read, *, reached: int, first: JSON) -> bool:
    """Whether the server gives no more of this search, though it holds more."""
    page, context = read.page, read.request.context or {}
    if not read.count:
        return False
    if reached == read.count and (page.matched or 0) > context.get("window", inf):
        return _order(first)[0] not in _BY_MOMENT  # a part too large to be read: it is parted again at once
    at_window = 0 < read.window <= reached
    if page.next is not None:
        return at_window
    holds_more = reached < page.matched if page.matched is not None else at_window
    return holds_more and read.count >= int(_asked(read.request).get("limit") or 1)


def _later(read: Read, first: JSON, known: tuple[str, ...]) -> Request | None:
    """The search from the last moment read on; None where it is in another order, or all lies at one moment."""
    field, is_falling = _order(first)
    if field not in _BY_MOMENT:
        return None
    moved = onward([(item.id, str(item.properties.get("datetime") or "")) for item in read.page.items], known)
    if moved is None:
        return None
    moment, at_it = moved
    whole = str((read.request.context or {}).get("whole", first.get("datetime", "")))
    start, _, end = whole.partition("/") if whole else ("..", "", "..")
    time = f"{start}/{moment}" if is_falling else f"{moment}/{end or start}"
    return _again(read.request, {**first, "datetime": time}, {"whole": whole, "known": list(at_it)})


def _again(request: Request, asked: JSON, beside: Mapping[str, JSON]) -> Request:
    """The first question of a search at another time, with what else travels along."""
    along = {name: value for name, value in (request.context or {}).items() if name not in _OWN}
    bare = replace(request, url=request.url.partition("?")[0], context={**along, **beside, "first": asked})
    return replace(bare, params=asked) if request.method == "GET" else replace(bare, params={}, json=asked)


def _asked(request: Request) -> dict[str, Any]:
    return dict(request.params) if request.method == "GET" else dict(request.json or {})


def _order(first: Mapping[str, JSON]) -> tuple[str, bool]:
    """The field that the search is sorted by first, and whether downwards; empty for none."""
    sort = first.get("sortby") or ""
    if isinstance(sort, str):
        name = sort.split(",")[0]
        return name.lstrip("+-"), name.startswith("-")
    return str(sort[0].get("field")), sort[0].get("direction") == "desc"
