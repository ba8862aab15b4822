"""Pace: whether a search has waited long enough for those still out, and what becomes of them when it has."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from math import inf

from connectors.deadline import fair_time
from connectors.engine.arrivals import Arrivals
from connectors.engine.ask import Endpoint, Landed
from connectors.engine.call import Caller
from connectors.engine.mirrors import MOST_AT_ONCE
from connectors.engine.patience import patience_s

TICK_S = 0.1  # those still out are looked at again this often: their next page may be on its way


class Pace:
    """How fast the sources of one search answer; `stretch` makes the patience with all of them longer."""

    def __init__(self, endpoints: Sequence[Endpoint], *, caller: Caller, stretch: float = 1.0) -> None:
        self._caller = caller
        self._stretch = stretch
        self._far = {endpoint.source.id for endpoint in endpoints if not endpoint.source.embedded}
        self._slowest_s: float | None = None

    def landed(self, part: Landed) -> None:
        """Learn from an answer of the network how long one takes today."""
        if part.answered and part.report.attempts and part.report.source in self._far:
            self._slowest_s = max(self._slowest_s or 0.0, part.report.took_ms / 1000)

    def left_s(self, out: Sequence[Sequence[Endpoint]]) -> float:
        """Seconds to wait before the groups still out are looked at again; 0 where all of them are late."""
        now, longest = fair_time(), 0.0
        for group in out:
            left = self._late_at(group) - now
            if left >= TICK_S:
                return TICK_S
            longest = max(longest, left)
        return longest

    def waited_s(self, endpoint: Endpoint) -> float:
        since = self._caller.waiting_since(endpoint.source)
        return fair_time() - since if since < inf else 0.0

    def _late_at(self, group: Sequence[Endpoint]) -> float:
        """The fair time at which a group is late, mirrors together; infinite while one may still be asked."""
        sources = [endpoint.source for endpoint in group]
        asked = [(source, since) for source in sources if (since := self._caller.waiting_since(source)) < inf]
        if len(asked) < min(len(group), MOST_AT_ONCE):
            return inf
        return max(
            since + self._stretch * patience_s(self._caller.health(source), slowest_other_s=self._slowest_s)
            for source, since in asked
        )


class Late:
    """What was left of searches that did not wait any longer: it is asked on, for the memory's sake."""

    def __init__(self, *, caller: Caller) -> None:
        self._caller = caller
        self._left: dict[asyncio.Task[None], Arrivals] = {}

    def add(self, arrivals: Arrivals) -> None:
        task = asyncio.get_running_loop().create_task(arrivals.rest())
        self._left[task] = arrivals
        task.add_done_callback(lambda done: self._left.pop(done, None))

    async def aclose(self) -> None:
        """Stop; who has said nothing until now is remembered as silent."""
        loop = asyncio.get_running_loop()
        for task, arrivals in tuple(self._left.items()):
            if task.get_loop() is not loop:
                continue
            for group in arrivals.out:
                for endpoint in group:
                    self._caller.give_up(endpoint.source)
            await arrivals.aclose()
            await asyncio.gather(task, return_exceptions=True)
