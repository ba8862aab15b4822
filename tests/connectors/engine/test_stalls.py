"""Stalls: while our loop is held up or starved, nobody is called silent, blamed or hedged for it."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conductor.executor import STEP_DEADLINE_S
from connectors.base import Request
from connectors.deadline import _AND_S, _MOST, TICK_S, fair_time
from connectors.engine.call import Trail, breaker_key
from connectors.engine.federation import DEADLINE_S
from connectors.items import Found
from connectors.offers import Limits, Source
from tests.connectors.engine.wired import wired
from tests.connectors.fault_server import Behaviour, Exchange, FaultServer, server_apart, silent, stac
from tests.connectors.outside_world import SEARCH, outside, report, source

HASTY = Limits(budget_s=0.4, rate_per_s=1e6, max_connections=20)
DELAY_S = 0.1


def well(server: FaultServer, name: str, behaviour: Behaviour | None = None, **fields: Any) -> Source:
    answer = behaviour or stac(name, n=3, delay_s=DELAY_S)
    return source(name, server.add(name, answer), limits=HASTY, **fields)


def healthy(server: FaultServer, count: int) -> list[Source]:
    return [well(server, f"well{number}") for number in range(count)]


def stalling(name: str, seconds: float, *, at: int = 1) -> Behaviour:
    """Holds up the loop that asks, at the `at`-th request, and answers while it is held up."""
    loop, answer = asyncio.get_running_loop(), stac(name, n=3, delay_s=DELAY_S)

    async def stall(exchange: Exchange) -> None:
        if exchange.count == at:
            loop.call_soon_threadsafe(time.sleep, seconds)
        await answer(exchange)

    return stall


@contextlib.asynccontextmanager
async def starved(step_s: float) -> AsyncIterator[None]:
    """A loop that gets round to its work every so many seconds."""

    async def hog() -> None:
        while True:
            time.sleep(step_s)
            await asyncio.sleep(0)

    task = asyncio.create_task(hog())
    try:
        yield
    finally:
        task.cancel()


def are_well(found: Found) -> bool:
    return {r.state for r in found.reports if r.source.startswith("well")} == {"ok"}


async def test_answers_that_come_during_a_stall_are_read(tmp_path: Path) -> None:
    with server_apart() as server:
        sources = [well(server, "well", stalling("well", 2.0)), *healthy(server, 5)]
        async with outside(tmp_path, *sources) as world:
            assert are_well(await world.search(SEARCH))


async def test_a_starved_loop_loses_nobody(tmp_path: Path) -> None:
    with server_apart() as server:
        async with outside(tmp_path, *healthy(server, 20)) as world, starved(0.2):
            assert are_well(await world.search(SEARCH))


async def test_a_silent_source_is_given_up_in_a_starved_loop_too(tmp_path: Path) -> None:
    with server_apart() as server:
        mute = source("mute", server.add("mute", silent), limits=HASTY)
        async with outside(tmp_path, mute, *healthy(server, 2)) as world, starved(0.03):
            started = fair_time()
            found = await world.search(SEARCH)
            taken = fair_time() - started
    assert are_well(found) and report(found, "mute").state == "timeout"
    assert HASTY.budget_s <= taken < 2 * HASTY.budget_s


async def test_a_silent_source_does_not_hold_up_a_starved_loop_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("connectors.deadline._AND_S", 0.5)
    with server_apart() as server:
        mute = source("mute", server.add("mute", silent), limits=HASTY)
        async with outside(tmp_path, mute, well(server, "well")) as world, starved(0.25):
            started = time.perf_counter()
            found = await world.search(SEARCH)
            taken = time.perf_counter() - started
    assert are_well(found) and report(found, "mute").state == "timeout"
    assert taken < 0.7 * HASTY.budget_s / (TICK_S / 0.25)  # of what its fair time would take


def test_a_search_ends_before_the_step_that_it_is() -> None:
    assert DEADLINE_S * _MOST + _AND_S < STEP_DEADLINE_S


async def test_a_stall_is_not_held_against_a_source() -> None:
    async with wired() as w:
        one = source("one", w.server.add("one", silent), limits=HASTY)
        request, until = Request(method="GET", url=one.url), w.until(HASTY.budget_s)
        call = asyncio.create_task(w.caller.call(request, source=one, until=until, trail=Trail()))
        await asyncio.sleep(0.05)
        time.sleep(1.0)
        await asyncio.sleep(0.05)
        assert not call.done() and w.server.asked("one")
        w.caller.give_up(one)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        assert w.breakers.health(breaker_key(one)).failures == 0


async def test_a_mirror_is_not_asked_because_of_a_stall(tmp_path: Path) -> None:
    with server_apart() as server:
        group: dict[str, Any] = {"group": "g", "options": {"mirror": True}}
        first = well(server, "well", stalling("well", 1.0), **group)
        async with outside(tmp_path, first, well(server, "z", **group)) as world:
            assert are_well(await world.search(SEARCH))
        assert server.asked("z") == 0


async def test_one_that_has_always_answered_is_not_late_because_of_a_stall(tmp_path: Path) -> None:
    with server_apart() as server:
        sources = [well(server, "well", stalling("well", 2.0, at=7)), *healthy(server, 2)]
        async with outside(tmp_path, *sources) as world:
            for number in range(7):
                found = await world.search(replace(SEARCH, limit=10 + number))
    assert are_well(found)
