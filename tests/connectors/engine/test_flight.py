"""Shared flights: one task for all who ask the same, gone when nobody waits."""

from __future__ import annotations

import asyncio

import pytest

from connectors.engine.flight import Flights


async def test_those_who_ask_together_get_one_result() -> None:
    flights: Flights[int] = Flights()
    started = 0

    async def work() -> int:
        nonlocal started
        started += 1
        await asyncio.sleep(0.01)
        return started

    assert await asyncio.gather(*(flights.share("k", work) for _ in range(5))) == [1] * 5
    assert await flights.share("k", work) == 2


async def test_one_who_leaves_does_not_take_the_others_result_along() -> None:
    flights: Flights[str] = Flights()

    async def work() -> str:
        await asyncio.sleep(0.05)
        return "done"

    leaver = asyncio.create_task(flights.share("k", work))
    stayer = asyncio.create_task(flights.share("k", work))
    await asyncio.sleep(0.01)
    leaver.cancel()
    assert await stayer == "done"


async def test_when_all_leave_the_work_stops() -> None:
    flights: Flights[None] = Flights()
    stopped = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.sleep(10)
        finally:
            stopped.set()

    task = asyncio.create_task(flights.share("k", work))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(1):
        await stopped.wait()


async def test_a_failure_reaches_everyone_and_is_not_kept() -> None:
    flights: Flights[int] = Flights()

    async def fail() -> int:
        await asyncio.sleep(0.01)
        raise ValueError("no")

    async def succeed() -> int:
        return 1

    results = await asyncio.gather(*(flights.share("k", fail) for _ in range(2)), return_exceptions=True)
    assert [type(r) for r in results] == [ValueError, ValueError]
    assert await flights.share("k", succeed) == 1


def test_another_event_loop_starts_its_own() -> None:
    flights: Flights[int] = Flights()

    async def work() -> int:
        return 7

    assert asyncio.run(flights.share("k", work)) == asyncio.run(flights.share("k", work)) == 7
