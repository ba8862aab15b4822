"""Limits: how many requests a host gets at once from this process, and a second from all processes of the user."""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial

from connectors.deadline import deadline_at, fair_time
from connectors.engine.memory import Memory
from connectors.errors import Unavailable
from connectors.offers import Limits

SHARED_UP_TO = 50.0  # requests a second; quicker hosts do not ask to be spared


@dataclass(slots=True)
class TokenBucket:
    """Lets `rate` requests through a second, up to one second's worth in a burst; times are of the loop's clock."""

    rate: float
    tokens: float
    at: float

    def reserve(self, now: float) -> float:
        """Take a token, now or from the future; the seconds to wait for it."""
        burst = max(1.0, self.rate)
        self.tokens = min(burst, self.tokens + (now - self.at) * self.rate) - 1.0
        self.at = now
        return max(0.0, -self.tokens / self.rate)

    def give_back(self) -> None:
        self.tokens += 1.0


class Limiter:
    """A semaphore and a token bucket for each host; one instance serves several event loops in turn.

    With a `memory`, the buckets of hosts that take no more than 50 requests a second are kept there, shared with other
    processes; `now` is epoch seconds.
    """

    def __init__(self, *, memory: Memory | None = None, now: Callable[[], float] = lambda: 0.0) -> None:
        self._memory = memory
        self._now = now
        self._gates: weakref.WeakKeyDictionary[
            asyncio.AbstractEventLoop, dict[str, tuple[asyncio.Semaphore, TokenBucket]]
        ] = weakref.WeakKeyDictionary()

    @contextlib.asynccontextmanager
    async def slot(
        self, host: str, *, limits: Limits, until: float, turn: Callable[[], None] = lambda: None
    ) -> AsyncIterator[None]:
        """Wait for a turn at `host`; raises Unavailable where it would come after `until` (fair time).

        `turn` is called when its rate allows another request: what is still waited for then is its answers to others.
        """
        semaphore, bucket = self._gate(host, limits=limits)
        wait, give_back = self._reserve(host, bucket)
        if fair_time() + wait > until:
            give_back()
            if not wait:
                raise Unavailable("its time was up before it could be asked", kind="timeout")
            raise Unavailable(f"{host} is at its limit of {limits.rate_per_s:g} requests a second", kind="rate_limited")
        if wait:
            await asyncio.sleep(wait)
        turn()
        try:
            async with deadline_at(until):
                await semaphore.acquire()
        except TimeoutError as error:
            raise Unavailable(f"all {limits.max_connections} connections to {host} are busy", kind="timeout") from error
        try:
            yield
        finally:
            semaphore.release()

    def _reserve(self, host: str, bucket: TokenBucket) -> tuple[float, Callable[[], None]]:
        """The seconds to wait for a token, and what puts it back: the shared bucket, or this process's own."""
        if self._memory is not None and bucket.rate <= SHARED_UP_TO:
            wait = self._memory.reserve(host, rate=bucket.rate, now=self._now())
            if wait is not None:
                return wait, partial(self._memory.give_back, host)
        return bucket.reserve(asyncio.get_running_loop().time()), bucket.give_back

    def _gate(self, host: str, *, limits: Limits) -> tuple[asyncio.Semaphore, TokenBucket]:
        loop = asyncio.get_running_loop()
        gates = self._gates.setdefault(loop, {})
        if host not in gates:
            rate = max(limits.rate_per_s, 0.01)
            bucket = TokenBucket(rate=rate, tokens=max(1.0, rate), at=loop.time())
            gates[host] = asyncio.Semaphore(max(1, limits.max_connections)), bucket
        return gates[host]
