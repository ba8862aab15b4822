"""Sieve: the items of one source that serve; what a source cannot be asked for is looked for here, page after page."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from connectors.base import Request, SearchConnector, SearchPlan
from connectors.deadline import fair_time
from connectors.engine.call import Trail
from connectors.engine.pages import MAX_PAGES, Gathered, Pager
from connectors.engine.wordings import failures, in_turns, once, wordings
from connectors.errors import BadReply
from connectors.items import Item
from connectors.merge import largest
from connectors.offers import Source
from connectors.operations import Search


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """All that was read, the items that serve, and the names of the predicates that others failed.

    `matched` is the source's count; where that counts what does not match, ours, or none while the source has more.
    """

    gathered: Gathered = field(default_factory=Gathered)
    items: tuple[Item, ...] = ()
    dropped: tuple[str, ...] = ()
    matched: int | None = None


class Sieve:
    """Reads the pages of one source and looks at each item again."""

    def __init__(self, pager: Pager) -> None:
        self._pager = pager

    async def gather(
        self,
        search: Search,
        plan: SearchPlan,
        *,
        source: Source,
        connector: SearchConnector,
        until: float,
        trail: Trail,
    ) -> Sifted:
        """What serves, up to the limit of the search.

        A source that sent what its plan calls residual is read on, until there is enough, or half its time has gone by.
        """
        halfway = (fair_time() + until) / 2
        sifted, requests = Sifted(), plan.requests
        for _ in range(MAX_PAGES):
            part = await self._read(
                requests, search=search, source=source, connector=connector, until=until, trail=trail
            )
            try:
                sifted = _and_then(sifted, part, search=search, connector=connector, residual=plan.residual)
            except Exception as error:  # an item so odd that it cannot be checked must not get through unchecked
                message = f"what it sent could not be checked ({type(error).__name__}: {error})"
                return Sifted(gathered=Gathered(error=BadReply(message, source=source.id)))
            requests = part.rest
            is_enough = len(sifted.items) >= search.limit or not _is_sieved(sifted.dropped, plan.residual)
            if is_enough or part.error or not requests or fair_time() > halfway:
                break
        return sifted

    async def _read(
        self,
        requests: tuple[Request, ...],
        *,
        search: Search,
        source: Source,
        connector: SearchConnector,
        until: float,
        trail: Trail,
    ) -> Gathered:
        """The next of what the source has; of several wordings in turns, so that none hides what another finds."""
        gather = partial(
            self._pager.gather, source=source, connector=connector, limit=search.limit, until=until, trail=trail
        )
        if len(requests) == 1 or len(wordings(search)) == 1:
            return await gather(requests)
        parts = await asyncio.gather(*(gather((request,)) for request in requests))
        return Gathered(
            items=in_turns(part.items for part in parts),
            facets=largest(part.facets for part in parts),
            more=any(part.more for part in parts),
            error=next((part.error for part in parts if part.error), None),
            rest=tuple(request for part in parts for request in part.rest),
        )


def _and_then(
    sifted: Sifted, part: Gathered, *, search: Search, connector: SearchConnector, residual: tuple[str, ...]
) -> Sifted:
    """With the pages after."""
    kept, failed = _checked(search, connector, part.items)
    first = sifted.gathered
    whole = replace(
        part,
        items=first.items + part.items,
        matched=part.matched if first.matched is None else first.matched,
        facets=first.facets or part.facets,
    )
    items, dropped = once(sifted.items + kept, search), tuple(sorted({*sifted.dropped, *failed}))
    ours = None if whole.more else len(items)
    matched = ours if _is_sieved(dropped, residual) or len(wordings(search)) > 1 else whole.matched
    return Sifted(gathered=whole, items=items, dropped=dropped, matched=matched)


def _is_sieved(dropped: Iterable[str], residual: Iterable[str]) -> bool:
    """Whether items were dropped for what the source could not be asked."""
    return not {*dropped}.isdisjoint(residual)


def _checked(
    search: Search, connector: SearchConnector, items: tuple[Item, ...]
) -> tuple[tuple[Item, ...], frozenset[str]]:
    """The items that do satisfy the search, and the names of the predicates that others failed."""
    failed = failures(connector, items, search)
    kept = tuple(item for item, names in zip(items, failed, strict=True) if not names)
    return kept, frozenset(name for names in failed for name in names)
