"""Reachability: whether there is a network at all, found out within a second of fair time and remembered for minutes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from connectors.deadline import deadline
from connectors.engine.memory import Memory
from connectors.errors import Unavailable
from connectors.guard import Guard, is_loopback
from connectors.offers import Source

PATIENCE_S = 0.75
OFFLINE_KEPT_S = 60.0
ONLINE_KEPT_S = 300.0
_HOSTS_TRIED = 4
_FACT = "network"


class Reachability:
    """The gate before live sources. `online`: True lets all through, False none, None finds out.

    It finds out by connecting to a few of the `addresses` that would be asked anyway; the first to accept settles it.
    """

    def __init__(
        self,
        *,
        online: bool | None,
        addresses: Sequence[tuple[str, int]],
        guard: Guard,
        memory: Memory,
        now: Callable[[], float],
    ) -> None:
        self._online = online
        self._addresses = tuple(dict.fromkeys(addresses))[:_HOSTS_TRIED]
        self._guard = guard
        self._memory = memory
        self._now = now
        self._known: tuple[bool, float] | None = None
        self._asking: asyncio.Task[bool] | None = None

    async def check(self, source: Source) -> None:
        """Raise Unavailable (kind `offline`) where there is no network; what the user runs on this machine needs none."""
        if is_loopback(urlsplit(source.url).hostname or "") or await self.is_online():
            return
        why = "live sources are switched off" if self._online is False else "there is no network"
        raise Unavailable(why, source=source.id, kind="offline")

    async def is_online(self) -> bool:
        if self._online is not None:
            return self._online
        known = self._recalled()
        if known is not None:
            return known
        if self._asking is None or self._asking.done() or self._asking.get_loop() is not asyncio.get_running_loop():
            self._asking = asyncio.ensure_future(self._find_out())
        return await asyncio.shield(self._asking)

    def _recalled(self) -> bool | None:
        now = self._now()
        if self._known is not None:
            verdict, at = self._known
            return verdict if now - at < (ONLINE_KEPT_S if verdict else OFFLINE_KEPT_S) else None
        if self._memory.fact(_FACT, since=now - OFFLINE_KEPT_S) == "offline":
            self._known = (False, now)
            return False
        return None

    async def _find_out(self) -> bool:
        attempts = [asyncio.ensure_future(self._accepts(host, port)) for host, port in self._addresses]
        verdict = False
        try:
            async with deadline(PATIENCE_S):
                for attempt in asyncio.as_completed(attempts):
                    if await attempt:
                        verdict = True
                        break
        except TimeoutError:
            verdict = False
        finally:
            for task in attempts:
                task.cancel()
            await asyncio.gather(*attempts, return_exceptions=True)
        self._known = (verdict, self._now())
        self._memory.keep_fact(_FACT, "online" if verdict else "offline", now=self._now())
        return verdict

    async def _accepts(self, host: str, port: int) -> bool:
        """True where a connection is accepted; whatever goes wrong, the host is not reachable."""
        try:
            addresses = await self._guard.addresses(host, port)
            _, writer = await asyncio.open_connection(addresses[0], port)
        except Exception:  # refused, unresolved, blocked: it cannot be reached, for whatever reason
            return False
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
        return True
