"""Retry: when a failed request may be sent again, and after how long."""

from __future__ import annotations

import random

from connectors.errors import ConnectorError

MAX_RETRIES = 2
BASE_S = 0.05
RETRYABLE = ("connect", "reset", "rate_limited", "http_408", "http_429", "http_502", "http_503", "http_504")
_DEPOSIT = 0.1
_RESERVE = 6.0
_CEILING = 10.0


class Retries:
    """Full jitter over 50 ms × 2ⁿ, Retry-After obeyed, and at most one retry in ten requests a host in the long run."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._budgets: dict[str, float] = {}

    def sent(self, host: str) -> None:
        """A first attempt went out: it pays for a tenth of a retry."""
        self._budgets[host] = min(_CEILING, self._budgets.get(host, _RESERVE) + _DEPOSIT)

    def delay(self, error: ConnectorError, *, host: str, retry: int, left_s: float) -> float | None:
        """Seconds before retry number `retry` (0, 1); None where there shall be none."""
        if retry >= MAX_RETRIES or error.kind not in RETRYABLE or self._budgets.get(host, _RESERVE) < 1.0:
            return None
        wait = self._rng.uniform(0.0, BASE_S * 2 ** (retry + 1))
        if error.retry_after is not None:
            wait = error.retry_after + self._rng.uniform(0.0, BASE_S)
        if wait >= left_s:
            return None
        self._budgets[host] = self._budgets.get(host, _RESERVE) - 1.0
        return wait
