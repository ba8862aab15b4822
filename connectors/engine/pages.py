"""Pages: all that one source has to say to one search, page after page, what came before a failure kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from connectors.base import Page, Request, SearchConnector
from connectors.engine.call import Caller, Trail
from connectors.errors import BadReply, ConnectorError
from connectors.items import Item
from connectors.offers import Source

MAX_PAGES = 200
_THREAD_BYTES = 2 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What came back: items in the server's order, its count, facet counts.

    `more`: the source holds more than was asked for. `error` is what cut it short.
    """

    items: tuple[Item, ...] = ()
    matched: int | None = None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    more: bool = False
    error: ConnectorError | None = None


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
        parts = await asyncio.gather(
            *(
                self._follow(request, source=source, connector=connector, limit=limit, until=until, trail=trail)
                for request in requests
            )
        )
        counts = [part.matched for part in parts if part.matched is not None]
        return Gathered(
            items=tuple(item for part in parts for item in part.items),
            matched=sum(counts) if counts else None,
            facets=_summed(part.facets for part in parts),
            more=any(part.more for part in parts),
            error=next((part.error for part in parts if part.error), None),
        )

    async def _follow(
        self, request: Request, *, source: Source, connector: SearchConnector, limit: int, until: float, trail: Trail
    ) -> Gathered:
        pages: list[Page] = []
        error: ConnectorError | None = None
        following: Request | None = request
        seen = 0
        asked: set[str] = set()
        while following is not None and len(pages) < MAX_PAGES:
            asked.add(repr(following))
            try:
                page = await self._page(following, source=source, connector=connector, until=until, trail=trail)
                pages.append(page)
                seen += len(page.items)
                following = _next(page, source=source, asked=asked) if seen < limit else None
            except ConnectorError as caught:
                error, following = caught, None
        matched = next((page.matched for page in pages if page.matched is not None), None)
        return Gathered(
            items=tuple(item for page in pages for item in page.items),
            matched=matched,
            more=bool(pages and pages[-1].next) or (limit == 0 and bool(matched)),
            facets=next((page.facets for page in pages if page.facets), {}),
            error=error,
        )

    async def _page(
        self, request: Request, *, source: Source, connector: SearchConnector, until: float, trail: Trail
    ) -> Page:
        reply = await self._caller.call(request, source=source, until=until, trail=trail)
        try:
            if len(reply.body) > _THREAD_BYTES:
                return await asyncio.to_thread(connector.decode, reply.body, request)
            return connector.decode(reply.body, request)
        except ConnectorError as error:
            self._caller.blame(source, error)
            raise
        except Exception as error:  # whatever a server's nonsense does to a decoder, the search goes on
            bad = BadReply(
                f"its reply could not be read ({type(error).__name__}: {error})", source=source.id, kind="bad_payload"
            )
            self._caller.blame(source, bad)
            raise bad from error


def _next(page: Page, *, source: Source, asked: set[str]) -> Request | None:
    """The next page's request, kept on the source's own host; raises BadReply where it would go round in circles.

    Servers behind a proxy link to names that only they can reach, or to their mirror.
    """
    if page.next is None:
        return None
    home, there = urlsplit(source.url), urlsplit(page.next.url)
    following = page.next
    if (there.scheme, there.netloc) != (home.scheme, home.netloc):
        following = replace(following, url=there._replace(scheme=home.scheme, netloc=home.netloc).geturl())
    if repr(following) in asked:
        raise BadReply("its next page is one that was read already", source=source.id, kind="bad_payload")
    return following


def _summed(counts: Iterable[Mapping[str, Mapping[str, int]]]) -> Mapping[str, Mapping[str, int]]:
    """Facet counts of the parts of one search, added up."""
    totals: dict[str, dict[str, int]] = {}
    for facets in counts:
        for name, values in facets.items():
            total = totals.setdefault(name, {})
            for value, count in values.items():
                total[value] = total.get(value, 0) + count
    return totals
