"""How long the command line takes from nothing: every figure is CPU time of a process of its own, the best of several."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from conductor.settings import from_environment
from tests.benchmarks.bars import Installation, fastest, hold

WARMING = "How much will the world warm by the end of the century under SSP2-4.5?"
POLE = "How has lower-tropospheric temperature near the North Pole changed since 1950 in CMIP6 models?"
CLOUDS = "How cloudy was the Sentinel-2 scene west of Berlin on 16 February 2017?"
MODELS = "Which CMIP6 models have daily ta for the historical experiment?"
SCENES = "Find Sentinel-2 scenes near Berlin in February 2017."


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation in which everything was asked once, so that its bytecode is compiled."""
    folder: Path = tmp_path_factory.mktemp("installation")
    made = Installation(folder=folder, holdings=from_environment().holdings_dir)
    for question in (WARMING, CLOUDS):
        made.run("conductor", "ask", question, cache="first")
    made.run("conductor", "understand", WARMING)
    return made


@pytest.mark.parametrize(
    ("command", "most"),
    [
        (("python", "-c", "import conductor"), 0.15),
        (("conductor", "--help"), 0.30),
        (("conductor", "understand", WARMING), 1.2),
    ],
    ids=["import", "help", "understand"],
)
def test_a_command(
    installation: Installation, benchmark: BenchmarkFixture, command: tuple[str, ...], most: float
) -> None:
    seconds, _ = fastest(benchmark, lambda: (installation.run(*command), None), rounds=5)
    hold(benchmark, seconds, most=most, unit="s CPU", how="cold process")


@pytest.mark.parametrize(
    ("question", "first", "again"),
    [(WARMING, 3.0, 2.0), (MODELS, 2.0, 2.0), (SCENES, 2.0, 2.0), (POLE, 6.0, 3.0), (CLOUDS, 5.0, 4.0)],
    ids=["1", "8", "9", "11", "12"],
)
def test_a_question(
    installation: Installation, benchmark: BenchmarkFixture, question: str, first: float, again: float
) -> None:
    caches = iter(range(100))

    def anew() -> tuple[float, str]:
        cache = f"cache-{hash(question)}-{next(caches)}"
        return installation.run("conductor", "ask", question, cache=cache), cache

    seconds, cache = fastest(benchmark, anew, rounds=3)
    repeated = min(installation.run("conductor", "ask", question, cache=cache) for _ in range(3))
    hold(benchmark, seconds, most=first, unit="s CPU", how="cold process, nothing kept from before")
    hold(benchmark, repeated, most=again, unit="s CPU", how="cold process, asked again")
