"""Federation: one search put to every source at once; results stream as they land, and no source goes unmentioned."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Any

from connectors.base import Request
from connectors.deadline import fair_time
from connectors.engine.arrivals import Arrivals
from connectors.engine.ask import Asker, Endpoint, Landed, unasked
from connectors.engine.call import Caller
from connectors.engine.cursor import Cursor, Position, following, unseen
from connectors.engine.mirrors import HEDGE_AFTER_S, grouped, hedged
from connectors.engine.pace import Late, Pace
from connectors.engine.results import Results
from connectors.engine.righted import righted
from connectors.engine.sets import RECORDS, Sets, complete_sets, wanted
from connectors.engine.wordings import other_words
from connectors.engine.written import read
from connectors.errors import ConnectorError
from connectors.items import Caveat, Found, SourceReport
from connectors.merge import Contribution, largest, merge, sort_of
from connectors.offers import Source
from connectors.operations import Search

DEADLINE_S = 6.0


Gate = Callable[[Source], Awaitable[None]]


async def always(source: Source) -> None:
    """The gate that is open."""


class Engine:
    """Owns deadlines, politeness and memory for all searches of a process.

    `gate` is awaited before a source of the network is asked; it raises Unavailable where there is no network.
    """

    def __init__(self, *, caller: Caller, results: Results, gate: Gate = always) -> None:
        self._caller = caller
        self._gate = gate
        self._asker = Asker(caller=caller, results=results)
        self._late = Late(caller=caller)

    async def search(self, search: Search, endpoints: Sequence[Endpoint], *, deadline_s: float = DEADLINE_S) -> Found:
        """Everything the endpoints have within the deadline, merged."""
        return found(search, endpoints, await self._landed(search, endpoints, deadline_s=deadline_s))

    async def page(
        self,
        search: Search,
        endpoints: Sequence[Endpoint],
        *,
        source: str = "",
        cursor: Cursor | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> tuple[Found, Cursor | None]:
        """The next of what the endpoints have, up to the limit from each of them, and where the search stands then.

        A source that has given all is not asked again; one that failed is, from where it stood.
        """
        positions = {e.source.id: Position() for e in endpoints} if cursor is None else cursor.positions
        asked = [e for e in endpoints if e.source.id in positions]
        rest = {name: read(position.requests) for name, position in positions.items()}
        landed = await self._landed(search, asked, deadline_s=deadline_s, rest=rest)
        fresh = landed if cursor is None else unseen(landed, asked, cursor)
        keys = {e.source.id: e.key for e in asked}
        delivered = [keys[part.report.source](item) for part in fresh for item in part.items]
        after = following(search, source=source, landed=landed, delivered=delivered, before=cursor)
        states = {} if cursor is None else cursor.given_up
        done = [unasked_again(e.source, states) for e in endpoints if e.source.id not in positions]
        whole = replace(search, limit=max(search.limit, len(delivered)), filters=_unlimited(search))
        return found(whole, endpoints, [*fresh, *done]), after

    async def _landed(
        self,
        search: Search,
        endpoints: Sequence[Endpoint],
        *,
        deadline_s: float,
        rest: Mapping[str, tuple[Request, ...]] | None = None,
    ) -> list[Landed]:
        """The parts of those that answer in the time they and the others need; the late are told as such, and asked on."""
        arrivals = self._asked(search, endpoints, deadline_s=deadline_s, rest=rest)
        pace = Pace(endpoints, caller=self._caller, stretch=_stretch(deadline_s))
        landed: list[Landed] = []
        try:
            while arrivals.is_open:
                left_s = pace.left_s(arrivals.out)
                part = await arrivals.next(within_s=left_s)
                if part is not None:
                    pace.landed(part)
                    landed.append(part)
                elif not left_s:
                    break
        except BaseException:
            await arrivals.aclose()
            raise
        late = [endpoint for group in arrivals.out for endpoint in group]
        if late:
            self._late.add(arrivals)
        whole = _whole(search)
        return landed + [self._asker.late(whole, e, waited_s=pace.waited_s(e), rest=_of(rest, e)) for e in late]

    async def stream(
        self,
        search: Search,
        endpoints: Sequence[Endpoint],
        *,
        deadline_s: float = DEADLINE_S,
        rest: Mapping[str, tuple[Request, ...]] | None = None,
    ) -> AsyncGenerator[Landed, None]:
        """Each source's part as soon as it is there, one for every endpoint, the late ones too; with `rest`, from there on.

        A deadline longer than the usual one makes the budgets of the sources longer in proportion.
        """
        arrivals = self._asked(search, endpoints, deadline_s=deadline_s, rest=rest)
        try:
            while (part := await arrivals.next()) is not None:
                yield part
        finally:
            await arrivals.aclose()

    async def aclose(self) -> None:
        """Stop asking those that were late; a source that has said nothing all the while is remembered as silent."""
        await self._late.aclose()

    def _asked(
        self,
        search: Search,
        endpoints: Sequence[Endpoint],
        *,
        deadline_s: float,
        rest: Mapping[str, tuple[Request, ...]] | None,
    ) -> Arrivals:
        self._caller.prepare()
        whole, end = _whole(search), fair_time() + deadline_s

        async def ask(endpoint: Endpoint) -> Landed:
            budget_s = _budget_s(endpoint.source, deadline_s)
            last = inf if endpoint.source.embedded else end
            return await self._ask(whole, endpoint, budget_s=budget_s, end=last, rest=_of(rest, endpoint))

        return Arrivals(grouped(endpoints), ask=lambda group: hedged(group, ask=ask, wait_s=self._patience_s))

    async def _ask(
        self, search: Search, endpoint: Endpoint, *, budget_s: float, end: float, rest: tuple[Request, ...] = ()
    ) -> Landed:
        if not endpoint.source.embedded:
            try:
                await self._gate(endpoint.source)
            except ConnectorError as error:
                return unasked(endpoint.source, error)
        return await self._asker.ask(search, endpoint, budget_s=budget_s, end=end, rest=rest)

    def _patience_s(self, endpoint: Endpoint) -> float:
        return max(HEDGE_AFTER_S, self._caller.health(endpoint.source).p95_ms / 1000)


def _budget_s(source: Source, deadline_s: float) -> float:
    """Seconds for one source: its own budget, stretched where more than the usual time is given."""
    if source.embedded:
        return source.limits.budget_s
    return min(source.limits.budget_s * _stretch(deadline_s), deadline_s)


def _stretch(deadline_s: float) -> float:
    """How much longer than usual those may take who are asked with this deadline."""
    return max(1.0, deadline_s / DEADLINE_S)


def _whole(search: Search) -> Search:
    """The search as it is put to the sources: whole sets are sought among all records."""
    return replace(search, limit=max(search.limit, RECORDS)) if wanted(search) else search


def _of(rest: Mapping[str, tuple[Request, ...]] | None, endpoint: Endpoint) -> tuple[Request, ...]:
    return (rest or {}).get(endpoint.source.id, ())


def unasked_again(source: Source, given_up: Mapping[str, str]) -> Landed:
    """A source that has given on earlier pages what it holds, or that failed there too often."""
    return Landed(report=SourceReport(source=source.id, state=given_up.get(source.id, "empty"), attempts=0))


def found(search: Search, endpoints: Sequence[Endpoint], landed: Sequence[Landed]) -> Found:
    """What has landed so far, merged: the same whatever the order of arrival."""
    order = {endpoint.source.id: rank for rank, endpoint in enumerate(endpoints)}
    keys = {endpoint.source.id: endpoint.key for endpoint in endpoints}
    parts = sorted(landed, key=lambda part: (order.get(part.report.source, len(order)), part.report.source))
    merged = merge(
        [
            Contribution(source=part.report.source, items=part.items, key=keys[part.report.source])
            for part in parts
            if part.items
        ],
        sort=sort_of(search),
    )
    reports = tuple(part.report for part in parts)
    sets = complete_sets(merged.items, search) if wanted(search) else None
    items = sets.items if sets else merged.items
    listed = items[: _limit(search)]
    said = other_words(search) if any(not report.state.startswith("skipped") for report in reports) else ()
    told = (*said, *_missing(reports), *_sorted_here(parts), *merged.caveats, *righted(listed))
    return Found(
        items=listed,
        reports=reports,
        matched=len(items) if sets else _matched(parts, merged=len(items)),
        facets=sets.facets if sets else largest(part.facets for part in parts),
        caveats=(*told, *(_of_sets(sets, parts) if sets else ())),
        incomplete=sets.incomplete[: _limit(search)] if sets else (),
    )


def _limit(search: Search) -> int:
    asked = search.filters.get("limit")
    return min(search.limit, asked) if isinstance(asked, int) and asked > 0 else search.limit


def _unlimited(search: Search) -> Mapping[str, Any]:
    """The filters without a limit of their own, which a page's size stands for."""
    return {name: value for name, value in search.filters.items() if name != "limit"}


def _matched(parts: Sequence[Landed], *, merged: int) -> int | None:
    """How many things there are: exact where every source gave all it has, else the largest count, copies included.

    None where sources have more and none of them counts what matches.
    """
    counts = [part.report.matched for part in parts if part.report.matched is not None]
    if any(part.more for part in parts):
        return max(*counts, merged) if counts else None
    return merged if counts else merged or None


def _sorted_here(parts: Sequence[Landed]) -> tuple[Caveat, ...]:
    """Sources that gave a part of what they hold in an order of their own: what comes first may lie in the rest."""
    names = [part.report.source for part in parts if part.more and "sort" in part.report.post_filtered]
    return (Caveat(code="sorted_here", parameters={"sources": names}),) if names else ()


def _of_sets(sets: Sets, parts: Sequence[Landed]) -> tuple[Caveat, ...]:
    """What is said of incomplete sets, and where they may be so for want of reading on."""
    names = [part.report.source for part in parts if part.more]
    unread = (Caveat(code="sets_unread", parameters={"sources": names}),) if names and sets.caveats else ()
    return (*sets.caveats, *unread)


def _missing(reports: Sequence[SourceReport]) -> tuple[Caveat, ...]:
    silent = [report for report in reports if not Found(items=(), reports=(report,)).complete]
    if not silent:
        return ()
    return (Caveat(code="not_all_sources", parameters={"missing": {report.source: report.state for report in silent}}),)
