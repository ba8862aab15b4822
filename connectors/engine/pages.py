"""Pages: all that one source has to say to one search, page after page, what came before a failure kept."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar, cast

from connectors.base import Bridges, Page, PagesByHeader, Request, SearchConnector, can
from connectors.engine.call import Caller, Trail
from connectors.engine.frontier import Frontier
from connectors.errors import BadReply, ConnectorError
from connectors.items import Item
from connectors.offers import Source
from connectors.transport import Reply

T = TypeVar("T")
MAX_PAGES = 200
AT_ONCE = 8  # of a catalogue that is walked; the limits of the source may allow fewer
_THREAD_BYTES = 2 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What came back: items in the server's order, its count, facet counts.

    `more`: the source holds more than was asked for. `error` is what cut it short; `rest` are the requests with which it
    goes on: those that failed, then those not yet asked.
    """

    items: tuple[Item, ...] = ()
    matched: int | None = None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    more: bool = False
    error: ConnectorError | None = None
    rest: tuple[Request, ...] = ()


class Pager:
    """Follows the pages of one source; decodes off the event loop where a body is big."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def gather(
        self,
        requests: tuple[Request, ...],
        *,
        source: Source,
        connector: SearchConnector,
        limit: int,
        until: float,
        trail: Trail,
    ) -> Gathered:
        """Ask all requests of a plan at once and add up what they give."""
        parts = await _together(
            self._follow(request, source=source, connector=connector, limit=limit, until=until, trail=trail)
            for request in requests
        )
        counts = [part.matched for part in parts if part.matched is not None]
        return Gathered(
            items=tuple(item for part in parts for item in part.items),
            matched=sum(counts) if counts else None,
            facets=_summed(part.facets for part in parts),
            more=any(part.more for part in parts),
            error=next((part.error for part in parts if part.error), None),
            rest=tuple(request for part in parts for request in part.rest),
        )

    async def _follow(
        self, request: Request, *, source: Source, connector: SearchConnector, limit: int, until: float, trail: Trail
    ) -> Gathered:
        pages: list[Page] = []
        failed: list[Request] = []
        error: ConnectorError | None = None
        frontier = Frontier(request, source=source)
        seen = 0
        while frontier.is_open and len(pages) < MAX_PAGES:
            wave = frontier.take(min(AT_ONCE, MAX_PAGES - len(pages)))
            asked = (self._page(one, source=source, connector=connector, until=until, trail=trail) for one in wave)
            answers = await _settled(asked)
            landed = [answer for answer in answers if isinstance(answer, Page)]
            failed += [one for one, answer in zip(wave, answers, strict=True) if isinstance(answer, ConnectorError)]
            error = error or next((answer for answer in answers if isinstance(answer, ConnectorError)), None)
            pages += landed
            seen += sum(len(page.items) for page in landed)
            try:
                frontier.extend(landed)
            except BadReply as caught:
                error = error or (caught if seen < limit else None)
            if seen >= limit or not landed:
                break
        matched = next((page.matched for page in pages if page.matched is not None), None)
        rest = (*failed, *frontier.waiting)
        is_cut = any(page.cut for page in pages) and seen < limit and _is_lacking(pages, matched)
        return Gathered(
            items=tuple(item for page in pages for item in page.items),
            matched=matched,
            more=bool(rest) or is_cut or bool(error and pages) or (limit == 0 and bool(matched)),
            facets=next((page.facets for page in pages if page.facets), {}),
            error=error or (_cut(seen, matched) if is_cut else None),
            rest=rest,
        )

    async def _page(
        self, request: Request, *, source: Source, connector: SearchConnector, until: float, trail: Trail
    ) -> Page:
        if can(type(connector), Bridges):
            borrow = partial(cast(Bridges, connector).borrow, request)
            body = await self._caller.borrow(borrow, source=source, until=until, trail=trail)
            reply = Reply(status=200, headers={}, body=body, url=request.url)
        else:
            reply = await self._caller.call(request, source=source, until=until, trail=trail)
        try:
            if len(reply.body) > _THREAD_BYTES:
                page = await asyncio.to_thread(connector.decode, reply.body, request)
            else:
                page = connector.decode(reply.body, request)
            if can(type(connector), PagesByHeader):
                return cast(PagesByHeader, connector).paged(page, reply.headers, request)
            return page
        except ConnectorError as error:
            self._caller.blame(source, error)
            raise
        except Exception as error:  # whatever a server's nonsense does to a decoder, the search goes on
            bad = BadReply(
                f"its reply could not be read ({type(error).__name__}: {error})", source=source.id, kind="bad_payload"
            )
            self._caller.blame(source, bad)
            raise bad from error


def _is_lacking(pages: Iterable[Page], matched: int | None) -> bool:
    """Whether fewer things came than the source counts; what came in two parts of a search is one."""
    return matched is None or len({(item.collection, item.id) for page in pages for item in page.items}) < matched


def _cut(seen: int, matched: int | None) -> BadReply:
    """The server's window ended before what it holds did."""
    among = f" of {matched}" if matched else ""
    return BadReply(
        f"it gives no more than {seen}{among} records; ask for a shorter period or more facets", kind="window"
    )


async def _settled(asked: Iterable[Coroutine[Any, Any, Page]]) -> list[Page | ConnectorError]:
    """Every page, or the way the source failed to give it, in the order asked."""

    async def attempt(one: Coroutine[Any, Any, Page]) -> Page | ConnectorError:
        try:
            return await one
        except ConnectorError as error:
            return error

    return await _together(attempt(one) for one in asked)


async def _together(asked: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """As `asyncio.gather`; a single one is not made to wait for its turn."""
    each = list(asked)
    return [await each[0]] if len(each) == 1 else await asyncio.gather(*each)


def _summed(counts: Iterable[Mapping[str, Mapping[str, int]]]) -> Mapping[str, Mapping[str, int]]:
    """Facet counts of the parts of one search, added up."""
    totals: dict[str, dict[str, int]] = {}
    for facets in counts:
        for name, values in facets.items():
            total = totals.setdefault(name, {})
            for value, count in values.items():
                total[value] = total.get(value, 0) + count
    return totals
