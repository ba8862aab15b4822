"""Politeness: a rate and a number of connections for each host."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from connectors.deadline import fair_time
from connectors.engine.limits import Limiter, TokenBucket
from connectors.engine.memory import Memory
from connectors.errors import Unavailable
from connectors.offers import Limits
from tests.connectors.outside_world import Clock


def test_a_bucket_lets_a_burst_through_then_spaces_the_rest() -> None:
    bucket = TokenBucket(rate=2.0, tokens=2.0, at=0.0)
    assert [bucket.reserve(0.0) for _ in range(4)] == [0.0, 0.0, 0.5, 1.0]
    assert bucket.reserve(10.0) == 0.0


async def test_no_more_requests_at_once_than_connections() -> None:
    limiter, limits = Limiter(), Limits(max_connections=2, rate_per_s=1000.0)
    running = peak = 0

    async def one() -> None:
        nonlocal running, peak
        async with limiter.slot("host", limits=limits, until=fair_time() + 5):
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.01)
            running -= 1

    await asyncio.gather(*(one() for _ in range(6)))
    assert peak == 2


async def test_a_turn_that_comes_too_late_is_refused_at_once() -> None:
    limiter, limits = Limiter(), Limits(rate_per_s=0.1)
    until = fair_time() + 1
    async with limiter.slot("host", limits=limits, until=until):
        pass
    with pytest.raises(Unavailable, match=r"limit of 0\.1 requests") as caught:
        async with limiter.slot("host", limits=limits, until=until):
            pass
    assert caught.value.kind == "rate_limited"


async def test_busy_connections_are_not_waited_for_beyond_the_deadline() -> None:
    limiter, limits = Limiter(), Limits(max_connections=1, rate_per_s=1000.0)
    async with limiter.slot("host", limits=limits, until=fair_time() + 5):
        with pytest.raises(Unavailable, match="busy"):
            async with limiter.slot("host", limits=limits, until=fair_time() + 0.05):
                pass


def test_one_limiter_serves_several_event_loops() -> None:
    limiter, limits = Limiter(), Limits(max_connections=1, rate_per_s=1000.0)

    async def contended() -> None:
        async def one() -> None:
            async with limiter.slot("host", limits=limits, until=fair_time() + 5):
                await asyncio.sleep(0)

        await asyncio.gather(one(), one(), one())

    asyncio.run(contended())
    asyncio.run(contended())


async def test_two_processes_share_a_slow_hosts_rate(tmp_path: Path) -> None:
    clock = Clock()
    polite = Limits(rate_per_s=2.0)
    first, second = (Limiter(memory=Memory(tmp_path / "engine.sqlite"), now=clock) for _ in range(2))
    for limiter in (first, second):
        async with limiter.slot("h", limits=polite, until=fair_time() + 0.1):
            pass
    with pytest.raises(Unavailable, match="2 requests a second"):
        async with first.slot("h", limits=polite, until=fair_time() + 0.1):
            pass
    clock.pass_by(0.5)
    async with second.slot("h", limits=polite, until=fair_time() + 0.1):  # the token that was refused was put back
        pass


async def test_a_memory_that_cannot_be_written_leaves_each_process_its_own_rate(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "engine.sqlite")
    memory.keep_fact("a", "b", now=0.0)
    memory._open().execute("DROP TABLE buckets")
    limiter = Limiter(memory=memory, now=Clock())
    async with limiter.slot("h", limits=Limits(rate_per_s=2.0), until=fair_time() + 0.1):
        pass
