"""Politeness: a rate and a number of connections for each host."""

from __future__ import annotations

import asyncio

import pytest

from connectors.engine.limits import Limiter, TokenBucket
from connectors.errors import Unavailable
from connectors.offers import Limits


def test_a_bucket_lets_a_burst_through_then_spaces_the_rest() -> None:
    bucket = TokenBucket(rate=2.0, tokens=2.0, at=0.0)
    assert [bucket.reserve(0.0) for _ in range(4)] == [0.0, 0.0, 0.5, 1.0]
    assert bucket.reserve(10.0) == 0.0


async def test_no_more_requests_at_once_than_connections() -> None:
    limiter, limits = Limiter(), Limits(max_connections=2, rate_per_s=1000.0)
    running = peak = 0

    async def one() -> None:
        nonlocal running, peak
        async with limiter.slot("host", limits=limits, until=asyncio.get_running_loop().time() + 5):
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.01)
            running -= 1

    await asyncio.gather(*(one() for _ in range(6)))
    assert peak == 2


async def test_a_turn_that_comes_too_late_is_refused_at_once() -> None:
    limiter, limits = Limiter(), Limits(rate_per_s=0.1)
    until = asyncio.get_running_loop().time() + 1
    async with limiter.slot("host", limits=limits, until=until):
        pass
    with pytest.raises(Unavailable, match=r"limit of 0\.1 requests") as caught:
        async with limiter.slot("host", limits=limits, until=until):
            pass
    assert caught.value.kind == "rate_limited"


async def test_busy_connections_are_not_waited_for_beyond_the_deadline() -> None:
    limiter, limits, loop = Limiter(), Limits(max_connections=1, rate_per_s=1000.0), asyncio.get_running_loop()
    async with limiter.slot("host", limits=limits, until=loop.time() + 5):
        with pytest.raises(Unavailable, match="busy"):
            async with limiter.slot("host", limits=limits, until=loop.time() + 0.05):
                pass


def test_one_limiter_serves_several_event_loops() -> None:
    limiter, limits = Limiter(), Limits(max_connections=1, rate_per_s=1000.0)

    async def contended() -> None:
        async def one() -> None:
            async with limiter.slot("host", limits=limits, until=asyncio.get_running_loop().time() + 5):
                await asyncio.sleep(0)

        await asyncio.gather(one(), one(), one())

    asyncio.run(contended())
    asyncio.run(contended())
