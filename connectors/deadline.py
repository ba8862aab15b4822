"""Deadline: a limit on the time that another machine takes; what this one loses by being busy is given back."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

PUNCTUAL_S = 0.005  # an idle loop's timers strike within a millisecond
_LOOKS = 8  # at the clock in the course of a limit
_TIMES = 5.0  # what a look is late, in time given back: between two looks the loop was as busy


@contextlib.asynccontextmanager
async def deadline(seconds: float | None, *, most: float = 1.0) -> AsyncIterator[None]:
    """Raise TimeoutError after so many seconds; none for None.

    A look at the clock that comes late tells that the loop was busy, so that an answer may lie there unread: the limit is
    put off, by `most` of its length at most.
    """
    if seconds is None:
        yield
        return
    loop = asyncio.get_running_loop()
    end, grace = loop.time() + seconds, seconds * most
    timer: asyncio.TimerHandle

    def look(due: float) -> None:
        nonlocal timer, end, grace
        now = loop.time()
        more = min(_TIMES * (now - due), grace) if now - due > PUNCTUAL_S else 0.0
        end, grace = end + more, grace - more
        if now >= end:
            limit.reschedule(now)
        else:
            following = min(now + seconds / _LOOKS, end)
            timer = loop.call_at(following, look, following)

    async with asyncio.timeout(None) as limit:
        first = loop.time() + seconds / _LOOKS
        timer = loop.call_at(first, look, first)
        try:
            yield
        finally:
            timer.cancel()
