"""Tokens: what was granted for a while, kept in memory, renewed a minute early and by one request for all that wait."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from connectors.errors import AuthMissing

MARGIN_S = 60.0
REFUSAL_S = 30.0  # a refused login is not tried again sooner: servers lock accounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A secret with its end in epoch seconds (None: unknown) and what renews it, if anything."""

    value: str = field(repr=False)
    obtained_at: float
    expires_at: float | None = None
    refresh: str = field(default="", repr=False)

    def is_fresh(self, now: float) -> bool:
        """Whether it holds for a minute more; for half of its life where that is shorter."""
        if self.expires_at is None:
            return True
        return now < self.expires_at - min(MARGIN_S, (self.expires_at - self.obtained_at) / 2)


Obtain = Callable[[Token | None], Awaitable[Token]]
_Flights = dict[str, "asyncio.Task[Token]"]


class Tokens:
    """Tokens by key; `now` gives epoch seconds."""

    def __init__(self, *, now: Callable[[], float]) -> None:
        self._now = now
        self._held: dict[str, Token] = {}
        self._refused: dict[str, tuple[float, AuthMissing]] = {}
        self._flights: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Flights] = weakref.WeakKeyDictionary()

    async def get(self, key: str, *, obtain: Obtain, is_refused: Callable[[Token], bool] | None = None) -> Token:
        """The token held, if it is fresh and not the one just refused; else a new one, asked for once for all who wait.

        `obtain` is given the token held before. Whoever waits may be cancelled: the asking goes on, since a refresh
        token that was spent and whose successor is lost cannot be replaced.
        """
        held = self._held.get(key)
        if held and held.is_fresh(self._now()) and not (is_refused and is_refused(held)):
            return held
        flights = self._flights.setdefault(asyncio.get_running_loop(), {})
        if key not in flights:
            self._raise_again(key)
            flights[key] = asyncio.create_task(self._obtained(key, obtain))
            flights[key].add_done_callback(lambda task: _landed(flights, key, task))
        return await asyncio.shield(flights[key])

    async def _obtained(self, key: str, obtain: Obtain) -> Token:
        try:
            token = await obtain(self._held.get(key))
        except AuthMissing as error:
            self._refused[key] = (self._now(), error)
            self._held.pop(key, None)
            raise
        self._refused.pop(key, None)
        self._held[key] = token
        return token

    def _raise_again(self, key: str) -> None:
        at, error = self._refused.get(key, (0.0, None))
        if error is not None and self._now() - at < REFUSAL_S:
            raise AuthMissing(str(error), kind="auth")


def _landed(flights: _Flights, key: str, task: asyncio.Task[Token]) -> None:
    flights.pop(key, None)
    if not task.cancelled():
        task.exception()  # looked at, so that one nobody waits for any more is not reported as lost
