"""Federation: one search put to every source at once; results stream as they land, and no source goes unmentioned."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Any

from connectors.engine.ask import Asker, Endpoint, Landed, unasked
from connectors.engine.call import Caller
from connectors.engine.mirrors import HEDGE_AFTER_S, grouped, hedged
from connectors.engine.results import Results
from connectors.errors import ConnectorError
from connectors.items import Caveat, Found, SourceReport
from connectors.merge import Contribution, largest, merge
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

    async def search(self, search: Search, endpoints: Sequence[Endpoint], *, deadline_s: float = DEADLINE_S) -> Found:
        """Everything the endpoints have within the deadline, merged."""
        async with contextlib.aclosing(self.stream(search, endpoints, deadline_s=deadline_s)) as arrivals:
            landed = [arrival async for arrival in arrivals]
        return found(search, endpoints, landed)

    async def stream(
        self, search: Search, endpoints: Sequence[Endpoint], *, deadline_s: float = DEADLINE_S
    ) -> AsyncGenerator[Landed, None]:
        """Each source's part as soon as it is there, one for every endpoint."""
        loop = asyncio.get_running_loop()
        start = loop.time()
        arrivals: asyncio.Queue[Landed | None] = asyncio.Queue()

        def until(endpoint: Endpoint) -> float:
            budget = endpoint.source.limits.budget_s
            return start + (budget if endpoint.source.embedded else min(budget, deadline_s))

        async def run(group: Sequence[Endpoint]) -> None:
            try:
                if len(group) == 1:
                    arrivals.put_nowait(await self._ask(search, group[0], until=until(group[0])))
                    return
                answers = hedged(
                    group, ask=lambda e: self._ask(search, e, until=until(e)), wait_s=lambda e: self._patience_s(e)
                )
                async with contextlib.aclosing(answers):
                    async for landed in answers:
                        arrivals.put_nowait(landed)
            finally:
                arrivals.put_nowait(None)

        tasks = [loop.create_task(run(group)) for group in grouped(endpoints)]
        try:
            running = len(tasks)
            while running:
                landed = await arrivals.get()
                if landed is None:
                    running -= 1
                else:
                    yield landed
            await asyncio.gather(*tasks)
        finally:
            await _cancelled(tasks)

    async def _ask(self, search: Search, endpoint: Endpoint, *, until: float) -> Landed:
        if not endpoint.source.embedded:
            try:
                await self._gate(endpoint.source)
            except ConnectorError as error:
                return unasked(endpoint.source, error)
        return await self._asker.ask(search, endpoint, until=until)

    def _patience_s(self, endpoint: Endpoint) -> float:
        return max(HEDGE_AFTER_S, self._caller.p95_ms(endpoint.source) / 1000)


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
        sort=_sort(search),
    )
    reports = tuple(part.report for part in parts)
    items = merged.items[: _limit(search)]
    return Found(
        items=items,
        reports=reports,
        matched=_matched(parts, merged=len(merged.items)),
        facets=largest(part.facets for part in parts),
        caveats=(*_missing(reports), *merged.caveats),
    )


def _limit(search: Search) -> int:
    asked = search.filters.get("limit")
    return min(search.limit, asked) if isinstance(asked, int) and asked > 0 else search.limit


def _sort(search: Search) -> str:
    sort: Any = search.filters.get("sort", "")
    return str(sort[0]) if isinstance(sort, list | tuple) and sort else str(sort or "").partition(",")[0]


def _matched(parts: Sequence[Landed], *, merged: int) -> int | None:
    """How many things there are: exact where every source gave all it has, else the largest count, copies included."""
    counts = [part.report.matched for part in parts if part.report.matched is not None]
    if not counts:
        return merged or None
    return max(*counts, merged) if any(part.more for part in parts) else merged


def _missing(reports: Sequence[SourceReport]) -> tuple[Caveat, ...]:
    silent = [report for report in reports if not Found(items=(), reports=(report,)).complete]
    if not silent:
        return ()
    return (Caveat(code="not_all_sources", parameters={"missing": {report.source: report.state for report in silent}}),)


async def _cancelled(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
