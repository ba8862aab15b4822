"""How long it takes to understand a question: warm, in a batch, from nothing; figures are CPU time, which a busy machine does not blur."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from conductor.question import Question
from tests.benchmarks.bars import fastest, hold

OWN = Path(__file__).parents[1] / "evals" / "own.jsonl"
NOW = "2026-06-15T12:00:00Z"
ROUNDS = 3
# A process of its own: what the first question costs beyond Python itself, and what is held in memory after all of them.
PROCESS = """
import json, resource, sys, time
from conductor.composer.contract import question_from_dict
began = time.process_time()
from conductor.composer.grammar import understand
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")][: int(sys.argv[2])]
questions = [question_from_dict(row, now=sys.argv[3]) for row in rows]
understand(questions[0])
first = time.process_time() - began
for question in questions[1:]:
    understand(question)
print(json.dumps([first, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def cold(count: int, *, language: str = "en") -> tuple[float, float]:
    """CPU seconds of the first question of a process, and its peak memory in MB after `count` of them."""
    command = [sys.executable, "-c", PROCESS, str(OWN), str(count), NOW]
    return tuple(json.loads(subprocess.run(command, capture_output=True, check=True, timeout=300).stdout))


def questions() -> list[Question]:
    from conductor.composer.contract import question_from_dict

    rows = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()[::4]]
    return [question_from_dict(row, now=NOW) for row in rows]


def understood(_: int) -> tuple[int, float]:
    """How many questions a worker understood, and the seconds it took, its own loading left out."""
    from conductor.composer.grammar import understand
    from conductor.composer.tagger import tagged

    asked = questions()
    understand(asked[0])
    tagged.cache_clear()
    began = time.process_time()
    for question in asked:
        understand(question)
    return len(asked), time.process_time() - began


def test_a_warm_question(benchmark: BenchmarkFixture) -> None:
    from conductor.composer.grammar import understand
    from conductor.composer.tagger import tagged

    asked = questions()
    for question in asked:
        understand(question)

    def timed() -> tuple[float, list[float]]:
        tagged.cache_clear()
        seen = []
        for question in asked:
            began = time.process_time()
            understand(question)
            seen.append(time.process_time() - began)
        return sum(seen), seen

    _, seen = fastest(benchmark, timed, rounds=ROUNDS)
    cuts = quantiles(seen, n=20)
    hold(benchmark, 1000 * cuts[9], most=25, unit="ms CPU", how=f"median of {len(seen)} warm questions on one core")
    hold(
        benchmark,
        1000 * cuts[18],
        most=80,
        unit="ms CPU",
        how=f"95th percentile of {len(seen)} warm questions on one core",
    )


def test_a_batch_on_two_cores(benchmark: BenchmarkFixture) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:

        def shared() -> tuple[float, None]:
            halves = list(pool.map(understood, range(2)))
            return max(seconds for _, seconds in halves) / sum(count for count, _ in halves), None

        seconds, _ = fastest(benchmark, shared, rounds=ROUNDS)
    hold(
        benchmark,
        1000 * seconds,
        most=10,
        unit="ms a question",
        how=f"two processes, {1 / seconds:.0f} questions a second",
    )


@pytest.mark.parametrize("part", ["load", "memory"])
def test_a_process(benchmark: BenchmarkFixture, part: str) -> None:
    if part == "load":
        first, _ = fastest(benchmark, lambda: (cold(1)[0], None), rounds=ROUNDS)
        hold(benchmark, first, most=2, unit="s CPU", how="the first question of a process, with all that it loads")
    else:
        _, peak = fastest(benchmark, lambda: cold(814), rounds=1)
        hold(benchmark, peak, most=700, unit="MB", how="peak memory after 814 questions in both languages")


def test_the_tagger_alone(benchmark: BenchmarkFixture) -> None:
    from conductor.composer.tagger import shipped

    tagger = shipped()
    if tagger is None:
        pytest.skip("the tagger's files are made by `make train`")
    texts = [str(json.loads(line)["question"]) for line in OWN.read_text(encoding="utf-8").splitlines()[::4]]
    tagger.tag(texts[0])

    def timed() -> tuple[float, None]:
        began = time.process_time()
        for text in texts:
            tagger.tag(text)
        return (time.process_time() - began) / len(texts), None

    seconds, _ = fastest(benchmark, timed, rounds=ROUNDS)
    hold(benchmark, 1000 * seconds, most=15, unit="ms CPU", how=f"mean of {len(texts)} texts on one core")
