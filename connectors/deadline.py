"""Deadline: a limit on the time that other machines take, which hardly passes while this one is too busy to listen."""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import time
import weakref
from collections.abc import AsyncIterator
from itertools import count

TICK_S = 0.01  # how often the loop is looked in on
PUNCTUAL_S = 0.01  # no later than this it is listening; one thread that computes in Python holds it up for 5 ms
LATE_S = 0.04  # later, though it had nothing to do, on a machine that is merely busy
_WORK_S = 0.002  # CPU of a loop that had something to do
SHARE = 0.02  # of a long stall, which counts all the same: nothing is waited for without end
_LINGERS = 100  # ticks with nothing under way, before the looks end
_MOST, _AND_S = 3.0, 8.0  # times as long, and so much more, by the loop's own clock: the end of every limit
_DEAD = 64  # limits that have ended, and still lie among those due


class _Clock:
    """The fair time of one event loop, which goes with the loop's own as long as that keeps its appointments.

    In a stall the loop gets round to nothing: its own work, a thread that keeps the interpreter or the other processes
    of a busy machine hold it up. What has arrived lies there unread, so that nobody can be called silent.
    """

    def __init__(self, now: float) -> None:
        self._seen = now  # the loop's time at the last look, and the fair time then
        self._fair = now
        self._told = now
        self._worked = time.thread_time()
        self._is_ticking = False
        self._unused = 0
        self._due: list[tuple[float, int]] = []
        self._limits: dict[int, asyncio.Timeout] = {}
        self._numbers = count()

    def time(self) -> float:
        """Fair seconds; they never go back."""
        loop = asyncio.get_running_loop()
        now, self._unused = loop.time(), 0
        if not self._is_ticking:  # nobody looked, so nobody knows of a stall
            self._fair, self._seen = self._fair + now - self._seen, now
            self._worked = time.thread_time()
            self._is_ticking = True
            loop.call_later(TICK_S, self._tick)
        self._told = max(self._told, self._fair + self._counted(now))
        return self._told

    @contextlib.asynccontextmanager
    async def limited(self, until: float) -> AsyncIterator[None]:
        """Raise TimeoutError at `until`, and long after it at the latest, however busy the loop is."""
        number, left = next(self._numbers), until - self.time()
        async with asyncio.timeout(left * _MOST + _AND_S if left > 0 else 0.0) as limit:
            if left > 0:
                self._limits[number] = limit
                self._bury()
                heapq.heappush(self._due, (until, number))
            try:
                yield
            finally:
                self._limits.pop(number, None)

    def _bury(self) -> None:
        """Forget the limits that have ended, where they are most of those due."""
        if len(self._due) > _DEAD + 2 * len(self._limits):
            self._due = [due for due in self._due if due[1] in self._limits]
            heapq.heapify(self._due)

    def _tick(self) -> None:
        """Look at the time, and let those limits strike that are reached: after the loop has read what had arrived."""
        self._is_ticking = False  # whatever interrupts a look, the next who asks for the time begins anew
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._fair, self._seen = max(self._told, self._fair + self._counted(now)), now
        self._worked = time.thread_time()
        while self._due and (self._due[0][0] <= self._fair or self._due[0][1] not in self._limits):
            limit = self._limits.pop(heapq.heappop(self._due)[1], None)
            if limit is not None and not limit.expired():
                limit.reschedule(now)
        self._unused = 0 if self._limits else self._unused + 1
        self._is_ticking = self._unused < _LINGERS
        if self._is_ticking:
            loop.call_later(min(TICK_S, self._due[0][0] - self._fair) if self._due else TICK_S, self._tick)

    def _counted(self, now: float) -> float:
        """What counts of the time since the last look: all of it, if the loop was late for nothing but the look."""
        gap, work = now - self._seen, time.thread_time() - self._worked
        punctual = PUNCTUAL_S if work > _WORK_S else LATE_S
        return gap if gap <= TICK_S + punctual else max(TICK_S, gap * SHARE)


_CLOCKS: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Clock] = weakref.WeakKeyDictionary()


def _clock() -> _Clock:
    loop = asyncio.get_running_loop()
    if loop not in _CLOCKS:
        for ref in _CLOCKS.keyrefs():  # a clock may know limits of its loop, which keep both of them
            old = ref()
            if old is not None and old.is_closed():
                _CLOCKS.pop(old, None)
        _CLOCKS[loop] = _Clock(loop.time())
    return _CLOCKS[loop]


def fair_time() -> float:
    """The time by which others are measured: that of the running loop, less what it lost in stalls."""
    return _clock().time()


def deadline_at(until: float) -> contextlib.AbstractAsyncContextManager[None]:
    """Raise TimeoutError at this fair time."""
    return _clock().limited(until)


def deadline(seconds: float | None) -> contextlib.AbstractAsyncContextManager[None]:
    """Raise TimeoutError after so many fair seconds; none for None."""
    return contextlib.nullcontext() if seconds is None else deadline_at(fair_time() + seconds)
