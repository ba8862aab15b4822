"""How long the first question takes in a process that has answered it before (`pytest --benchmark-only`)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from conductor.ask import Conductor
from conductor.question import Question
from conductor.settings import from_environment

QUESTION = Question(
    text="How much will the world warm by the end of the century under SSP2-4.5?", asked_at="2026-11-25T12:00:00Z"
)


def test_question_1_warm(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    real = from_environment()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "holdings").symlink_to(real.holdings_dir)
    settings = replace(
        real, online=False, data_dir=tmp_path / "data", cache_dir=tmp_path / "cache", config_dir=tmp_path / "config"
    )
    conductor = Conductor.from_settings(settings)
    conductor.answer(QUESTION)
    answer = benchmark(lambda: conductor.answer(QUESTION))
    conductor.close()
    assert answer.responses
