"""Second tries: for passing troubles only, spread out, within the budget."""

from __future__ import annotations

import random

import pytest

from connectors.engine.retry import RETRYABLE, Retries
from connectors.errors import Unavailable


def delay(kind: str, *, retry: int = 0, left_s: float = 4.0, retry_after: float | None = None) -> float | None:
    error = Unavailable("x", kind=kind, retry_after=retry_after)
    return Retries(random.Random(1)).delay(error, host="h", retry=retry, left_s=left_s)


@pytest.mark.parametrize("kind", RETRYABLE)
def test_passing_troubles_are_tried_again_at_once(kind: str) -> None:
    assert 0 <= (delay(kind) or 0) <= 0.1


@pytest.mark.parametrize("kind", ["dns", "tls", "timeout", "http_400", "http_500", "auth", "bad_payload", "guard"])
def test_lasting_troubles_are_not(kind: str) -> None:
    assert delay(kind) is None


def test_there_are_two_retries() -> None:
    assert [delay("reset", retry=n) is None for n in range(4)] == [False, False, True, True]


def test_retry_after_is_the_least_wait() -> None:
    assert 1.0 <= (delay("rate_limited", retry_after=1.0) or 0) <= 1.05


def test_a_wait_that_does_not_fit_is_not_made() -> None:
    assert delay("rate_limited", retry_after=5.0) is None


def test_the_jitter_is_that_of_the_seed() -> None:
    assert delay("reset") == delay("reset")


def test_a_storm_uses_up_the_hosts_budget() -> None:
    retries, error = Retries(random.Random(1)), Unavailable("x", kind="reset")
    granted = 0
    for _ in range(100):
        retries.sent("h")
        granted += retries.delay(error, host="h", retry=0, left_s=4.0) is not None
    assert 14 <= granted <= 16
    assert retries.delay(error, host="other", retry=0, left_s=4.0) is not None
