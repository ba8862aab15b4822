"""How long a question takes in a process that has answered one before."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from conductor.ask import Conductor
from conductor.question import Question
from conductor.settings import from_environment
from tests.benchmarks.bars import fastest, hold
from tests.benchmarks.test_start import CLOUDS, MODELS, POLE, SCENES, WARMING


@pytest.fixture(scope="module")
def conductor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Conductor]:
    """The real thing, offline, with caches of its own."""
    folder, real = tmp_path_factory.mktemp("ask"), from_environment()
    (folder / "data").mkdir()
    (folder / "data" / "holdings").symlink_to(real.holdings_dir)
    settings = replace(
        real, online=False, data_dir=folder / "data", cache_dir=folder / "cache", config_dir=folder / "config"
    )
    conductor = Conductor.from_settings(settings)
    yield conductor
    conductor.close()


def _asked(text: str, second: int = 0) -> Question:
    return Question(text=text, asked_at=f"2026-11-25T12:00:{second:02d}Z")


def _answered(conductor: Conductor, question: Question) -> tuple[float, None]:
    """CPU seconds for an answer that has responses."""
    started = time.process_time()
    answer = conductor.answer(question)
    assert answer.responses
    return time.process_time() - started, None


@pytest.mark.parametrize(
    ("question", "most"),
    [(WARMING, 0.3), (MODELS, 0.3), (SCENES, 0.3), (POLE, 1.0), (CLOUDS, 0.3)],
    ids=["1", "8", "9", "11", "12"],
)
def test_a_question_again(conductor: Conductor, benchmark: BenchmarkFixture, question: str, most: float) -> None:
    _answered(conductor, _asked(question))
    seconds, _ = fastest(benchmark, lambda: _answered(conductor, _asked(question, len(question) % 60)), rounds=5)
    hold(benchmark, seconds, most=most, unit="s CPU", how="warm process, asked again")


def test_another_question_like_it(conductor: Conductor, benchmark: BenchmarkFixture) -> None:
    _answered(conductor, _asked(WARMING))
    scenarios = iter(("SSP1-2.6", "SSP3-7.0", "SSP5-8.5"))
    seconds, _ = fastest(
        benchmark, lambda: _answered(conductor, _asked(WARMING.replace("SSP2-4.5", next(scenarios)))), rounds=3
    )
    hold(benchmark, seconds, most=0.6, unit="s CPU", how="warm process, a scenario not asked for before")
