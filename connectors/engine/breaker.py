"""Breaker: a source that keeps failing is left alone for a while, in this process and the next ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from connectors.engine.memory import Memory
from connectors.errors import Unavailable

MAX_FAILURES = 3
WINDOW = 20
COOLDOWN_S = 30.0
MAX_COOLDOWN_S = 600.0
READ_AGAIN_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a source has behaved lately; `recent` are its last calls, True where it answered; `opened_at` epoch seconds."""

    failures: int = 0
    recent: tuple[bool, ...] = ()
    opened_at: float | None = None
    cooldown_s: float = COOLDOWN_S
    reason: str = ""
    latencies_ms: tuple[int, ...] = ()

    @property
    def p95_ms(self) -> int:
        """The 95th percentile of its latest latencies, 0 where none is known."""
        ordered = sorted(self.latencies_ms)
        return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))] if ordered else 0

    def opens_again_in(self, now: float) -> float:
        """Seconds until it may be asked again; 0 where it may be now."""
        if self.opened_at is None:
            return 0.0
        return max(0.0, min(self.cooldown_s, self.opened_at + self.cooldown_s - now))

    def succeeded(self, *, took_ms: int) -> Health:
        return replace(
            self,
            failures=0,
            recent=(*self.recent, True)[-WINDOW:],
            opened_at=None,
            cooldown_s=COOLDOWN_S,
            reason="",
            latencies_ms=(*self.latencies_ms, took_ms)[-WINDOW:],
        )

    def failed(self, *, now: float, reason: str) -> Health:
        failures, recent = self.failures + 1, (*self.recent, False)[-WINDOW:]
        mostly_dead = len(recent) == WINDOW and recent.count(False) > WINDOW / 2
        after = replace(self, failures=failures, recent=recent, reason=reason)
        if self.opened_at is not None:
            return replace(after, opened_at=now, cooldown_s=min(MAX_COOLDOWN_S, self.cooldown_s * 2))
        return replace(after, opened_at=now) if failures >= MAX_FAILURES or mostly_dead else after


class Breakers:
    """The health of every source; a source whose circuit is open is not asked, but one trial call after the cool-down."""

    def __init__(self, *, memory: Memory, now: Callable[[], float]) -> None:
        self._memory = memory
        self._now = now
        self._known: dict[str, Health] = {}
        self._read_at: dict[str, float] = {}
        self._trials: set[str] = set()
        self._unwritten: set[str] = set()

    def health(self, key: str) -> Health:
        """What is known of a source; what other processes learnt is looked up again every few seconds."""
        now = self._now()
        is_stale = abs(now - self._read_at.get(key, 0.0)) >= READ_AGAIN_S and key not in self._unwritten
        if key not in self._known or is_stale:
            body = self._memory.health(key)
            self._known[key] = _decoded(body) if body else self._known.get(key, Health())
            self._read_at[key] = now
        return self._known[key]

    def check(self, key: str) -> None:
        """Raise Unavailable where the circuit is open; let one call through when its cool-down is over."""
        health = self.health(key)
        if health.opened_at is None:
            return
        wait = health.opens_again_in(self._now())
        if wait > 0 or key in self._trials:
            raise Unavailable(
                f"not asked: {health.failures} failures in a row, the last one: {health.reason};"
                f" it is tried again in {max(1, round(wait))} s",
                kind="breaker",
            )
        self._trials.add(key)

    def succeeded(self, key: str, *, took_ms: int) -> None:
        self._settle(key, self.health(key).succeeded(took_ms=took_ms))

    def failed(self, key: str, *, reason: str) -> None:
        self._settle(key, self.health(key).failed(now=self._now(), reason=reason))

    def abandoned(self, key: str) -> None:
        """The call was stopped by us: nothing is learnt, and the trial is free again."""
        self._trials.discard(key)

    def flush(self) -> None:
        """Write down what only this process knows: the latencies of sources in good health."""
        for key in sorted(self._unwritten):
            self._memory.keep_health(key, msgspec.json.encode(self._known[key]))
        self._unwritten.clear()

    def _settle(self, key: str, health: Health) -> None:
        before = self.health(key)
        self._trials.discard(key)
        self._known[key] = health
        if (health.failures, health.opened_at) == (before.failures, before.opened_at):
            self._unwritten.add(key)
        else:
            self._unwritten.discard(key)
            self._memory.keep_health(key, msgspec.json.encode(health))


def _decoded(body: bytes) -> Health:
    try:
        return msgspec.json.decode(body, type=Health)
    except msgspec.MsgspecError:
        return Health()
