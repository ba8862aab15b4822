"""Patience: how long an answer is waited for, learnt from how its source and the others of the search have answered."""

from __future__ import annotations

from math import inf

from connectors.engine.breaker import Health

LEAST_S = 1.0  # of a source that has always answered
SUSPECT_LEAST_S = 0.3  # of one that failed when it was last asked
ENOUGH = 5  # answers, before they say how long one takes
_TIMES = 3.0  # as long as it or another took: a busy machine or network slows all alike
_SUSPECT_TIMES = 1.25


def patience_s(health: Health, *, slowest_other_s: float | None) -> float:
    """Seconds after which a request is late; infinite where nothing tells: the source is new, or no other has answered."""
    if slowest_other_s is None:
        return inf
    longest = max(health.latencies_ms, default=0) / 1000
    if health.failures:
        return max(SUSPECT_LEAST_S, longest, _SUSPECT_TIMES * slowest_other_s)
    if len(health.latencies_ms) < ENOUGH:
        return inf
    return max(LEAST_S, _TIMES * longest, _TIMES * slowest_other_s)


class Waits:
    """Since when each source has let us wait; times are fair times."""

    def __init__(self) -> None:
        self._calls: dict[str, int] = {}
        self._since: dict[str, float] = {}

    def since(self, key: str) -> float:
        """When the latest request went out that is not answered; infinite where none is, or while we hold it back."""
        return self._since.get(key, inf)

    def begun(self, key: str) -> None:
        self._calls[key] = self._calls.get(key, 0) + 1

    def sent(self, key: str, at: float) -> None:
        """A request goes out at `at`, which lies ahead where it is to be sent again."""
        self._since[key] = at

    def held(self, key: str) -> None:
        self._since.pop(key, None)

    def ended(self, key: str, at: float) -> None:
        """A call has its answer or is given up; a source with others under way has shown that it lives."""
        self._calls[key] -= 1
        if self._calls[key]:
            self._since[key] = at
        else:
            del self._calls[key]
            self.held(key)
