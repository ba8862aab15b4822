"""Apart: a blocking call on a thread of its own, which a process need not wait for when it ends."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

T = TypeVar("T")


async def apart(call: Callable[[], T], *, name: str) -> T:
    """What `call` gives; whoever gives up waiting leaves the thread behind."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(tell: Callable[[], None]) -> None:
        if not future.done():
            tell()

    def run() -> None:
        try:
            tell = partial(future.set_result, call())
        except Exception as caught:  # whatever it is, it is for the one who waits
            tell = partial(future.set_exception, caught)
        with contextlib.suppress(RuntimeError):  # the loop was closed meanwhile
            loop.call_soon_threadsafe(settle, tell)

    threading.Thread(target=run, name=name, daemon=True).start()
    return await future
