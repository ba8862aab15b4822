"""Arrivals: the sources of one search under way, the part of each as it comes, and those that are still out."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Sequence

from connectors.deadline import deadline
from connectors.engine.ask import Endpoint, Landed

STARTED_AT_ONCE = 32  # of a thousand; the next when the loop is through with what they set going
_QUICK_S, _ROUNDS = 0.005, 20  # a round of a loop that is through with its work, and how many are waited for one

Ask = Callable[[Sequence[Endpoint]], AsyncGenerator[Landed, None]]


class Arrivals:
    """Asks every group of endpoints at once; `next` gives the parts. Ended by `aclose`, or by reading to the end."""

    def __init__(self, groups: Sequence[Sequence[Endpoint]], *, ask: Ask) -> None:
        self._ask = ask
        self._parts: asyncio.Queue[Landed | None] = asyncio.Queue()
        self._out = dict(enumerate(groups))
        self._tasks: list[asyncio.Task[None]] = []
        self._starting = asyncio.get_running_loop().create_task(self._start())

    @property
    def is_open(self) -> bool:
        """True while a part is still to come, or lies here unread."""
        return bool(self._out) or not self._parts.empty()

    @property
    def out(self) -> tuple[Sequence[Endpoint], ...]:
        """The groups that have not told all yet."""
        return tuple(self._out.values())

    async def next(self, *, within_s: float | None = None) -> Landed | None:
        """The next part; None where there is none, within that time or at all. Raises what went wrong on our side."""
        while self.is_open:
            if self._parts.empty():
                try:
                    async with deadline(within_s):
                        part = await self._parts.get()
                except TimeoutError:
                    return None
            else:
                part = self._parts.get_nowait()
            if part is not None:
                return part
        await asyncio.gather(self._starting, *self._tasks)
        return None

    async def aclose(self) -> None:
        """Stop those that are still out."""
        tasks = (self._starting, *self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def rest(self) -> None:
        """Let those that are still out end in their own time."""
        await asyncio.gather(self._starting, return_exceptions=True)
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _start(self) -> None:
        for number, group in tuple(self._out.items()):
            self._tasks.append(asyncio.get_running_loop().create_task(self._run(number, group)))
            if number % STARTED_AT_ONCE == STARTED_AT_ONCE - 1:
                await _breathe()

    async def _run(self, number: int, group: Sequence[Endpoint]) -> None:
        try:
            async with contextlib.aclosing(self._ask(group)) as answers:
                async for part in answers:
                    self._parts.put_nowait(part)
        finally:
            del self._out[number]
            self._parts.put_nowait(None)


async def _breathe() -> None:
    """Let the loop deal with what has come: who starts a thousand at once lets none of them finish."""
    loop = asyncio.get_running_loop()
    for _ in range(_ROUNDS):
        started = loop.time()
        await asyncio.sleep(0)
        if loop.time() - started < _QUICK_S:
            return
