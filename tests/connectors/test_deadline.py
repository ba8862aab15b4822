"""Deadlines: they strike on time for a machine at rest, and give a busy one time to read what has arrived."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator

import pytest

from connectors.deadline import _CLOCKS, _DEAD, _MOST, _Clock, _clock, deadline, deadline_at, fair_time


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


async def test_a_long_stall_hardly_counts() -> None:
    before, started = fair_time(), time.perf_counter()
    asyncio.get_running_loop().call_later(0.05, time.sleep, 0.8)
    async with deadline(0.4):
        await asyncio.sleep(0.1)
    assert time.perf_counter() - started > 0.8
    assert fair_time() - before < 0.3


async def test_a_loop_that_stays_busy_is_given_several_times_as_much_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("connectors.deadline._AND_S", 0.5)
    started, most = time.perf_counter(), 0.2 * _MOST + 0.5
    async with busy(0.25):  # whose fair time would not pass in less than five seconds
        with pytest.raises(TimeoutError):
            async with deadline(0.2):
                await asyncio.sleep(60)
        taken = time.perf_counter() - started
    assert most <= taken < 2 * most


async def test_one_that_ends_by_the_loops_own_clock_is_not_struck_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connectors.deadline._AND_S", -0.1)  # which makes it end first, though the loop is at rest
    monkeypatch.setattr("connectors.deadline._MOST", 1.0)
    wrong: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, told: wrong.append(told))
    with pytest.raises(TimeoutError):
        async with deadline(0.2):
            try:
                await asyncio.sleep(10)
            finally:
                await asyncio.sleep(0.2)  # what it takes to clear up, until the fair time has come too
    assert not wrong


async def test_limits_that_have_ended_do_not_pile_up() -> None:
    for _ in range(500):
        async with deadline(60):
            pass
    assert len(_clock()._due) <= _DEAD + 1
    with pytest.raises(TimeoutError):
        async with deadline(0.05):
            await asyncio.sleep(10)


async def test_an_interrupt_inside_a_look_does_not_end_all_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> float:
        raise InterruptedError

    wrong: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, told: wrong.append(told))
    fair_time()
    with monkeypatch.context() as patched:
        patched.setattr(_Clock, "_counted", interrupted)
        await asyncio.sleep(0.1)
    assert len(wrong) == 1
    started = time.perf_counter()
    with pytest.raises(TimeoutError):
        async with deadline(0.1):
            await asyncio.sleep(10)
    assert time.perf_counter() - started < 4


def test_the_clocks_of_closed_loops_are_dropped() -> None:
    async def asked() -> asyncio.AbstractEventLoop:
        fair_time()
        return asyncio.get_running_loop()

    loops = [asyncio.run(asked()) for _ in range(3)]
    assert [loop in _CLOCKS for loop in loops] == [False, False, True]


async def test_fair_time_never_goes_back() -> None:
    told = []
    for pause in (0.0, 0.005, 0.015, 0.019, 0.021, 0.04, 0.2):
        for _ in range(3):
            told.append(fair_time())
            time.sleep(pause)
        await asyncio.sleep(0.015)
    assert told == sorted(told)


async def test_fair_time_goes_with_a_loop_that_listens() -> None:
    started, before = time.perf_counter(), fair_time()
    await asyncio.sleep(0.3)
    assert 0.2 <= fair_time() - before <= time.perf_counter() - started + 0.01


async def test_many_limits_strike_each_in_its_turn() -> None:
    struck: list[int] = []

    async def wait(number: int) -> None:
        try:
            async with deadline(number / 50):
                await asyncio.sleep(10)
        except TimeoutError:
            struck.append(number)

    await asyncio.gather(*(wait(number) for number in (5, 1, 4, 2, 3)))
    assert struck == [1, 2, 3, 4, 5]


async def test_a_limit_that_has_passed_strikes_at_once() -> None:
    with pytest.raises(TimeoutError):
        async with deadline_at(fair_time() - 1.0):
            await asyncio.sleep(10)


async def test_a_loop_with_nothing_under_way_is_left_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connectors.deadline._LINGERS", 3)
    async with deadline(0.5):
        await asyncio.sleep(0)
    await asyncio.sleep(0.2)
    looks: list[float] = []
    monkeypatch.setattr(asyncio.get_running_loop(), "call_later", lambda after, *_: looks.append(after))
    await asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.1)
    assert not looks


async def test_a_cancellation_passes_through() -> None:
    async def wait() -> None:
        async with deadline(5):
            await asyncio.sleep(10)

    task = asyncio.create_task(wait())
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@contextlib.asynccontextmanager
async def busy(step_s: float) -> AsyncIterator[None]:
    """A loop that gets round to its work every so many seconds."""

    async def hog() -> None:
        while True:
            time.sleep(step_s)
            await asyncio.sleep(0)

    work = asyncio.create_task(hog())
    try:
        yield
    finally:
        work.cancel()


def _busy_then_answer(answer: asyncio.Future[str]) -> None:
    time.sleep(0.1)
    answer.set_result("here")
