"""How fast nodes were, and how long that is believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.engine.memory import Memory
from connectors.engine.speeds import FAIR, HALF_LIFE_S, Speeds
from tests.connectors.outside_world import Clock


def test_a_node_that_nobody_knows_is_fair() -> None:
    assert Speeds(memory=Memory(), now=lambda: 4e9).of("n") == FAIR


def test_what_was_measured_is_known_to_another_process(tmp_path: Path) -> None:
    for path in (tmp_path / "m.sqlite",) * 2:
        speeds = Speeds(memory=Memory(path), now=lambda: 4e9)
        speeds.measured("n", size=10_000_000, seconds=2.0)
    assert Speeds(memory=Memory(tmp_path / "m.sqlite"), now=lambda: 4e9).of("n") == pytest.approx(5e6)


def test_a_measurement_weighs_half_against_those_before() -> None:
    speeds = Speeds(memory=Memory(), now=lambda: 4e9)
    for seconds in (1.0, 5.0):
        speeds.measured("n", size=5_000_000, seconds=seconds)
    assert speeds.of("n") == pytest.approx(3e6)


def test_it_counts_half_after_a_week() -> None:
    clock = Clock(4e9)
    speeds = Speeds(memory=Memory(), now=clock)
    speeds.measured("n", size=5_000_000, seconds=1.0)
    clock.pass_by(HALF_LIFE_S)
    assert speeds.of("n") == pytest.approx(FAIR + 2e6)


def test_a_small_file_tells_no_speed() -> None:
    speeds = Speeds(memory=Memory(), now=lambda: 4e9)
    speeds.measured("n", size=1000, seconds=9.0)
    assert speeds.of("n") == FAIR
