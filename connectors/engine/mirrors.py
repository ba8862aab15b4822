"""Mirrors: sources that hold the very same thing; one is asked, another only when the first is late or fails."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import replace

from connectors.deadline import deadline
from connectors.engine.ask import Endpoint, Landed
from connectors.items import SourceReport

HEDGE_AFTER_S = 0.3
MOST_AT_ONCE = 2

Ask = Callable[[Endpoint], Awaitable[Landed]]


def grouped(endpoints: Sequence[Endpoint]) -> tuple[tuple[Endpoint, ...], ...]:
    """The endpoints, those of a group that declare themselves mirrors (`options.mirror`) put behind its first member."""
    groups: dict[str, list[Endpoint]] = {}
    for endpoint in endpoints:
        source = endpoint.source
        key = f"group {source.group}" if source.group and source.options.get("mirror") else f"source {source.id}"
        groups.setdefault(key, []).append(endpoint)
    return tuple(tuple(sorted(group, key=_preference)) for group in groups.values())


def _preference(endpoint: Endpoint) -> int:
    return int(endpoint.source.options.get("preference", 9))


async def hedged(
    group: Sequence[Endpoint], *, ask: Ask, wait_s: Callable[[Endpoint], float]
) -> AsyncGenerator[Landed, None]:
    """Ask the first; after its `wait_s`, or at once if it fails or cannot answer, the next; the first good answer ends it.

    At most two are asked at a time. Gives one Landed for every member, those not needed included.
    """
    if len(group) == 1:
        yield await ask(group[0])
        return
    waiting = list(group)
    running: dict[asyncio.Task[Landed], Endpoint] = {}
    failed: list[Landed] = []
    winner: Landed | None = None
    try:
        while waiting or running:
            patience = None
            if waiting and len(running) < MOST_AT_ONCE:
                endpoint = waiting.pop(0)
                running[asyncio.ensure_future(ask(endpoint))] = endpoint
                patience = wait_s(endpoint) if len(running) < MOST_AT_ONCE else None
            with contextlib.suppress(TimeoutError):
                async with deadline(patience):
                    await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            landed = [(running.pop(task), task.result()) for task in tuple(running) if task.done()]
            failed += [result for _, result in landed if not result.answered]
            winner = next((result for _, result in landed if result.answered), None)
            if winner is not None:
                break
        for result in _accounts(winner, failed=failed, late=tuple(running.values()), unasked=tuple(waiting)):
            yield result
    finally:
        await _stopped(tuple(running))


def _accounts(
    winner: Landed | None, *, failed: Sequence[Landed], late: Sequence[Endpoint], unasked: Sequence[Endpoint]
) -> tuple[Landed, ...]:
    if winner is None:
        return tuple(failed)
    via = winner.report.source
    is_hedged = bool(late) or any(result.report.state != "skipped_capability" for result in failed)
    first = replace(winner, report=replace(winner.report, hedged=is_hedged))
    lost = [replace(result, report=replace(result.report, via=via)) for result in failed]
    slow = [
        SourceReport(source=e.source.id, state="timeout", hedged=True, via=via, error=f"slower than its mirror {via!r}")
        for e in late
    ]
    spared = [
        SourceReport(
            source=e.source.id,
            state="skipped_capability",
            attempts=0,
            via=via,
            error=f"a mirror of {via!r}, not needed",
        )
        for e in unasked
    ]
    return (first, *lost, *(Landed(report=report) for report in (*slow, *spared)))


async def _stopped(tasks: Sequence[asyncio.Task[Landed]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
