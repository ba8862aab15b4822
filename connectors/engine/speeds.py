"""Speeds: how fast each node has sent files, kept between processes; what was measured counts half as much after a week."""

from __future__ import annotations

from collections.abc import Callable

from connectors.engine.memory import Memory

FAIR = 1_000_000.0  # bytes a second, of a node that nobody knows
HALF_LIFE_S = 7 * 86400.0
LEAST_BYTES = 256_000  # of a file that tells a speed: smaller ones tell of the way there
_NEW = 0.5  # how much a measurement weighs against what was known


class Speeds:
    """Remembers in the engine's memory; `now` is the time in epoch seconds."""

    def __init__(self, *, memory: Memory, now: Callable[[], float]) -> None:
        self._memory = memory
        self._now = now

    def of(self, node: str) -> float:
        """The bytes a second to expect of a node; what is unknown or long past is taken for fair."""
        kept = self._memory.fact(f"speed {node}", since=0.0)
        if kept is None:
            return FAIR
        speed, when = map(float, kept.split())
        weight: float = 0.5 ** (max(0.0, self._now() - when) / HALF_LIFE_S)
        return FAIR + (speed - FAIR) * weight

    def measured(self, node: str, *, size: int, seconds: float) -> None:
        """A file of `size` bytes came in that time."""
        if size < LEAST_BYTES or seconds <= 0:
            return
        known = self._memory.fact(f"speed {node}", since=0.0) is not None
        speed = size / seconds
        mean = _NEW * speed + (1 - _NEW) * self.of(node) if known else speed
        self._memory.keep_fact(f"speed {node}", f"{mean:.0f} {self._now():.0f}", now=self._now())
