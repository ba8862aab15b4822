"""Deadlines: they strike on time for a machine at rest, and give a busy one time to read what has arrived."""

from __future__ import annotations

import asyncio
import time

import pytest

from connectors.deadline import deadline


async def test_it_strikes_on_time() -> None:
    started = time.perf_counter()
    with pytest.raises(TimeoutError):
        async with deadline(0.1):
            await asyncio.sleep(10)
    assert 0.1 <= time.perf_counter() - started < 0.4


async def test_what_ends_in_time_is_left_alone() -> None:
    async with deadline(0.05):
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)  # nothing strikes afterwards


async def test_none_is_no_limit() -> None:
    async with deadline(None):
        await asyncio.sleep(0.01)


async def test_an_answer_that_came_while_the_loop_was_busy_is_read() -> None:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.05, _busy_then_answer, answer)
    async with deadline(0.1):
        heard = await answer
        await asyncio.sleep(0)  # what has arrived passes through several hands
        await asyncio.sleep(0)
    assert heard == "here"


async def test_a_loop_that_stays_busy_is_given_as_much_again_and_no_more() -> None:
    async def busy() -> None:
        while True:
            time.sleep(0.04)
            await asyncio.sleep(0)

    started, work = time.perf_counter(), asyncio.create_task(busy())
    with pytest.raises(TimeoutError):
        async with deadline(0.4):
            await asyncio.sleep(10)
    taken = time.perf_counter() - started
    work.cancel()
    assert 0.8 <= taken < 2.0


async def test_a_cancellation_passes_through() -> None:
    async def wait() -> None:
        async with deadline(5):
            await asyncio.sleep(10)

    task = asyncio.create_task(wait())
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def _busy_then_answer(answer: asyncio.Future[str]) -> None:
    time.sleep(0.1)
    answer.set_result("here")
