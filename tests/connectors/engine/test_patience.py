"""Patience: as long as it takes a source nobody knows, less and less with one that has fallen silent."""

from __future__ import annotations

from math import inf

from connectors.engine.breaker import Health
from connectors.engine.patience import LEAST_S, SUSPECT_LEAST_S, Waits, patience_s


def health(*took_ms: int, failures: int = 0) -> Health:
    return Health(latencies_ms=took_ms, failures=failures)


def test_a_new_source_has_all_its_time() -> None:
    assert patience_s(health(), slowest_other_s=0.1) == inf
    assert patience_s(health(20, 20), slowest_other_s=0.1) == inf


def test_while_no_other_has_answered_it_may_be_us() -> None:
    assert patience_s(health(*[20] * 9), slowest_other_s=None) == inf
    assert patience_s(health(failures=2), slowest_other_s=None) == inf


def test_a_quick_source_is_late_after_a_second() -> None:
    assert patience_s(health(*[20] * 9), slowest_other_s=0.1) == LEAST_S


def test_a_slow_source_is_given_three_times_its_slowest() -> None:
    assert patience_s(health(900, *[100] * 9), slowest_other_s=0.1) == 2.7


def test_where_the_others_are_slow_too_it_is_given_more() -> None:
    assert patience_s(health(*[20] * 9), slowest_other_s=0.8) == 0.8 * 3


def test_one_that_failed_last_time_is_hardly_waited_for() -> None:
    assert patience_s(health(failures=1), slowest_other_s=0.02) == SUSPECT_LEAST_S
    assert patience_s(health(failures=1), slowest_other_s=0.8) == 1.0
    assert patience_s(health(700, failures=1), slowest_other_s=0.02) == 0.7


def test_a_wait_begins_when_a_request_goes_out_and_ends_with_the_last_call() -> None:
    waits = Waits()
    assert waits.since("a") == inf
    waits.begun("a")
    assert waits.since("a") == inf
    waits.sent("a", 5.0)
    assert waits.since("a") == 5.0
    waits.begun("a")
    waits.ended("a", 6.0)
    assert waits.since("a") == 6.0
    waits.ended("a", 7.0)
    assert waits.since("a") == inf


def test_what_we_hold_back_is_no_wait() -> None:
    waits = Waits()
    waits.begun("a")
    waits.sent("a", 5.0)
    waits.held("a")
    assert waits.since("a") == inf
