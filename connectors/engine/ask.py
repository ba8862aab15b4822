"""Ask: one search put to one source, and what came of it; a failure is a report, never an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import inf
from typing import cast

from connectors.base import Keys, Request, SearchConnector, SearchPlan, can
from connectors.deadline import fair_time
from connectors.engine.call import Caller, Trail
from connectors.engine.flight import Flights
from connectors.engine.pages import Gathered, Pager
from connectors.engine.results import Kept, Recalled, Results, result_key
from connectors.engine.sieve import Sieve
from connectors.engine.wordings import planned
from connectors.engine.written import read, write
from connectors.errors import ConnectorError, Unsupported
from connectors.items import Item, SourceReport
from connectors.merge import Key, is_sorted, sort_of
from connectors.offers import Source
from connectors.operations import Search

_STATES = {
    "timeout": "timeout",
    "rate_limited": "rate_limited",
    "auth": "auth",
    "breaker": "skipped_breaker",
    "offline": "skipped_offline",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A source and the connector that speaks its protocol."""

    source: Source
    connector: SearchConnector

    @property
    def key(self) -> Key:
        """How its items are named among those of other sources."""
        connector = self.connector
        return cast(Keys, connector).key if can(type(connector), Keys) else _by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """One source's part of a federated search, as soon as it is there.

    `more` where it holds more than was asked for, `rest` the requests with which it goes on.
    """

    report: SourceReport
    items: tuple[Item, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    more: bool = False
    rest: tuple[Request, ...] = ()

    @property
    def answered(self) -> bool:
        return self.report.state in ("ok", "empty")


class Asker:
    """Plans, recalls or asks, re-checks, reports."""

    def __init__(self, *, caller: Caller, results: Results) -> None:
        self._caller = caller
        self._sieve = Sieve(Pager(caller))
        self._results = results
        self._flights: Flights[Landed] = Flights()

    async def ask(
        self, search: Search, endpoint: Endpoint, *, budget_s: float, end: float = inf, rest: tuple[Request, ...] = ()
    ) -> Landed:
        """What this source has, in `budget_s` from when it is asked, and before `end` (fair time).

        With `rest`, what it has on those further pages.
        """
        source = endpoint.source
        try:
            plan = _plan(search, endpoint, rest)
        except ConnectorError as error:
            return _unplanned(source, error)
        if plan is None or not plan.requests:
            return Landed(report=SourceReport(source=source.id, state="skipped_capability", attempts=0))
        if source.embedded:
            return await self._gather(search, endpoint, plan, budget_s=budget_s, end=end)
        key = result_key(source, plan, search)
        return await self._flights.share(
            key, lambda: self._recall_or_gather(search, endpoint, plan, budget_s=budget_s, end=end, key=key)
        )

    def late(self, search: Search, endpoint: Endpoint, *, waited_s: float, rest: tuple[Request, ...] = ()) -> Landed:
        """A source that is not waited for any longer: what it answered to the same search days ago, if it did."""
        report = SourceReport(
            source=endpoint.source.id,
            state="timeout",
            took_ms=round(waited_s * 1000),
            error=f"no answer after {waited_s:.1f} s; it is still being asked, and its answer serves the next search",
        )
        try:
            plan = _plan(search, endpoint, rest)
        except ConnectorError as error:  # one of several mirrors, which could not be asked this
            return _unplanned(endpoint.source, error)
        recalled = self._results.recall(result_key(endpoint.source, plan, search)) if plan else None
        return _stale(recalled, report) if recalled else Landed(report=report)

    async def _recall_or_gather(
        self, search: Search, endpoint: Endpoint, plan: SearchPlan, *, budget_s: float, end: float, key: str
    ) -> Landed:
        recalled = self._results.recall(key)
        if recalled and recalled.is_fresh:
            return _landed(endpoint.source, recalled.kept)
        landed = await self._gather(search, endpoint, plan, budget_s=budget_s, end=end)
        report = landed.report
        if report.state in ("ok", "empty"):
            kept = Kept(
                items=landed.items,
                matched=report.matched,
                facets=landed.facets,
                more=landed.more,
                post_filtered=report.post_filtered,
                rest=write(landed.rest),
            )
            self._results.keep(key, kept)
        elif recalled and report.state in ("timeout", "failed", "rate_limited", "skipped_breaker"):
            return _stale(recalled, report)
        return landed

    async def _gather(
        self, search: Search, endpoint: Endpoint, plan: SearchPlan, *, budget_s: float, end: float
    ) -> Landed:
        started, trail = fair_time(), Trail()
        until = min(started + budget_s, end)
        read = await self._sieve.gather(
            search, plan, source=endpoint.source, connector=endpoint.connector, until=until, trail=trail
        )
        gathered, items = read.gathered, read.items
        report = SourceReport(
            source=endpoint.source.id,
            state=_state(gathered, is_found=bool(items or gathered.facets or read.matched)),
            n=len(items),
            matched=read.matched,
            took_ms=round((fair_time() - started) * 1000),
            attempts=trail.attempts,
            post_filtered=read.dropped if _is_ordered(items, search) else (*read.dropped, "sort"),
            error=str(gathered.error) if gathered.error else None,
        )
        return Landed(report=report, items=items, facets=gathered.facets, more=gathered.more, rest=gathered.rest)


def _plan(search: Search, endpoint: Endpoint, rest: tuple[Request, ...]) -> SearchPlan | None:
    """What to send for a search; with `rest`, those requests of it."""
    plan = planned(endpoint.connector, search)
    return replace(plan, requests=rest) if plan and rest else plan


def _unplanned(source: Source, error: ConnectorError) -> Landed:
    """A source that cannot be asked this, or that is asked it in a way it would not understand."""
    state = "skipped_capability" if isinstance(error, Unsupported) else "failed"
    return Landed(report=SourceReport(source=source.id, state=state, attempts=0, error=str(error)))


def unasked(source: Source, error: ConnectorError) -> Landed:
    """A source that was passed over, with the reason."""
    return Landed(report=SourceReport(source=source.id, state=state_of(error), attempts=0, error=str(error)))


def state_of(error: ConnectorError) -> str:
    """The answer contract's word for a failure."""
    return _STATES.get(error.kind, "failed")


def _state(gathered: Gathered, *, is_found: bool) -> str:
    if gathered.error is not None:
        return "partial" if gathered.items else state_of(gathered.error)
    return "ok" if is_found else "empty"


def _is_ordered(items: tuple[Item, ...], search: Search) -> bool:
    """False where the source did not give its items in the order asked for."""
    sort = sort_of(search)
    return not sort or is_sorted(items, sort=sort)


def _landed(source: Source, kept: Kept) -> Landed:
    report = SourceReport(
        source=source.id,
        state="ok" if kept.items or kept.facets or kept.matched else "empty",
        n=len(kept.items),
        matched=kept.matched,
        attempts=0,
        post_filtered=kept.post_filtered,
    )
    return Landed(report=report, items=kept.items, facets=kept.facets, more=kept.more, rest=read(kept.rest))


def _stale(recalled: Recalled, report: SourceReport) -> Landed:
    hours = recalled.age_s / 3600
    age = f"{hours:.0f} h" if hours >= 1 else f"{recalled.age_s / 60:.0f} min"
    kept = recalled.kept
    return Landed(
        report=replace(
            report,
            state="cached_stale",
            n=len(kept.items),
            matched=kept.matched,
            post_filtered=kept.post_filtered,
            error=f"{report.error}; what it answered {age} ago is used",
        ),
        items=kept.items,
        facets=kept.facets,
        more=kept.more,
        rest=read(kept.rest),
    )


def _by_id(item: Item) -> str:
    return f"{item.collection}/{item.id}"
