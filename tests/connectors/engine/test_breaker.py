"""Circuits: opened by failures in a row or most of the last twenty, tried again once, for longer each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.engine.breaker import COOLDOWN_S, MAX_COOLDOWN_S, Breakers, Health
from connectors.engine.memory import Memory
from connectors.errors import Unavailable
from tests.connectors.outside_world import Clock


def failing(times: int, *, now: float = 0.0) -> Health:
    health = Health()
    for _ in range(times):
        health = health.failed(now=now, reason="it broke")
    return health


def test_three_failures_in_a_row_open_the_circuit() -> None:
    assert failing(2).opened_at is None
    assert failing(3).opens_again_in(10.0) == COOLDOWN_S - 10.0


def test_a_success_between_closes_the_count() -> None:
    health = failing(2).succeeded(took_ms=5).failed(now=0.0, reason="again")
    assert (health.failures, health.opened_at) == (1, None)


def test_more_than_half_of_the_last_twenty_open_it_too() -> None:
    health = Health(recent=(True, False) * 9 + (False,), failures=1)
    assert health.failed(now=5.0, reason="x").opened_at == 5.0


def test_the_cool_down_doubles_up_to_ten_minutes() -> None:
    health = failing(3)
    waits = []
    for _ in range(6):
        waits.append(health.cooldown_s)
        health = health.failed(now=0.0, reason="still")
    assert waits == [30, 60, 120, 240, 480, MAX_COOLDOWN_S]


def test_a_clock_set_back_does_not_lock_a_source_out() -> None:
    assert failing(3, now=1e9).opens_again_in(0.0) == COOLDOWN_S


def test_one_trial_is_let_through_after_the_cool_down() -> None:
    clock = Clock()
    breakers = Breakers(memory=Memory(), now=clock)
    for _ in range(3):
        breakers.failed("host", reason="it broke")
    with pytest.raises(Unavailable, match="it broke"):
        breakers.check("host")
    clock.pass_by(31)
    breakers.check("host")
    with pytest.raises(Unavailable):
        breakers.check("host")
    breakers.abandoned("host")
    breakers.check("host")
    breakers.succeeded("host", took_ms=3)
    breakers.check("host")
    breakers.check("host")


def test_another_process_knows(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "engine.sqlite"
    one = Memory(path)
    for _ in range(3):
        Breakers(memory=one, now=clock).failed("host", reason="it broke")
    one.close()
    two = Memory(path)
    assert Breakers(memory=two, now=clock).health("host").failures == 3
    two.close()


def test_a_process_that_runs_on_learns_what_another_found_out(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "engine.sqlite"
    first, second = (Breakers(memory=Memory(path), now=clock) for _ in range(2))
    second.check("host")
    for _ in range(3):
        first.failed("host", reason="it broke")
    clock.pass_by(6.0)
    with pytest.raises(Unavailable, match="it broke"):
        second.check("host")


def test_latencies_are_written_down_at_the_end() -> None:
    memory = Memory()
    breakers = Breakers(memory=memory, now=Clock())
    breakers.succeeded("host", took_ms=7)
    assert memory.health("host") is None
    breakers.flush()
    assert Breakers(memory=memory, now=Clock()).health("host").latencies_ms == (7,)


def test_a_damaged_record_is_a_clean_slate() -> None:
    memory = Memory()
    memory.keep_health("host", b'{"failures": "many"}')
    assert Breakers(memory=memory, now=Clock()).health("host") == Health()


def test_the_95th_percentile_is_of_the_latest_calls() -> None:
    health = Health()
    for took in range(1, 41):
        health = health.succeeded(took_ms=took)
    assert (Health().p95_ms, health.p95_ms) == (0, 40)
