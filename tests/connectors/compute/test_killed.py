"""A process that is killed at any point of a job and started again finishes the job once: real processes, real ports."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from connectors.compute.local import Execution, LocalProcesses, Results
from connectors.embedded.processes_node import app
from tests.connectors.compute.job_server import JobServer
from tests.connectors.compute.samples import GLOBAL_TAS, HELD
from tests.connectors.embedded.serving import free_port, serving

ROOT = Path(__file__).resolve().parents[3]
SEED = 20261125


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A server, and how often it has worked on the n-th request."""

    url: str
    process: str
    inputs: Callable[[int], dict[str, Any]]
    executions: Callable[[int], int]
    is_ours: bool = False


@contextmanager
def plain() -> Iterator[Ground]:
    """A server to which every request is a new job."""
    server = JobServer(delay_s=0.15, work_s=0.45, seed=SEED)
    with serving(server.app()) as url:
        yield Ground(
            url=url, process="double", inputs=lambda n: {"n": n}, executions=lambda n: server.executions[str(n)]
        )


class Slow(LocalProcesses):
    """Local processes that take their time and count."""

    counts: Counter[str] = Counter()

    def run(self, execution: Execution) -> Results:
        (cube,) = execution.inputs["data"]
        self.counts[str(cube.properties["n"])] += 1
        time.sleep(0.4)
        return super().run(execution)


@contextmanager
def ours() -> Iterator[Ground]:
    """Our own processes node on a port."""
    port = free_port()
    local = Slow(holdings_dir=HELD, roots=(HELD,), base_url=f"http://127.0.0.1:{port}")

    def inputs(n: int) -> dict[str, Any]:
        cube = {"hrefs": [str(GLOBAL_TAS)], "properties": {"n": n}}
        return {"data": [cube], "variable": "tas", "experiments": ["ssp126"]}

    with serving(app(local, clock=lambda: datetime.now(UTC)), port=port) as url:
        yield Ground(
            url=url, process="merge_cubes", inputs=inputs, executions=lambda n: Slow.counts[str(n)], is_ours=True
        )
    local.close()


def _start(ground: Ground, n: int, table: Path, *, inputs: Any = None) -> subprocess.Popen[str]:
    given = json.dumps(inputs or ground.inputs(n))
    arguments = [ground.url, str(table), ground.process, given, str(int(ground.is_ours))]
    command = [sys.executable, "-m", "tests.connectors.compute.asker", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _answer(process: subprocess.Popen[str]) -> dict[str, Any]:
    answer, _ = process.communicate(timeout=60)
    told: dict[str, Any] = json.loads(answer)
    return told


def kill_and_ask_again(ground: Ground, folder: Path, *, points: int, seed: int) -> None:
    """Kill an asker at random moments of its life; asked again, the answer is the same and the work was done once."""
    rng = random.Random(seed)
    began = time.monotonic()
    whole = _answer(_start(ground, 0, folder / "jobs.sqlite"))
    life_s = min(time.monotonic() - began, 2.0)
    assert ground.executions(0) == 1
    for n in range(1, points + 1):
        inputs = ground.inputs(n)
        victim = _start(ground, n, folder / "jobs.sqlite", inputs=inputs)
        time.sleep(rng.uniform(0.0, life_s))
        victim.kill()
        victim.communicate()
        told = _answer(_start(ground, n, folder / "jobs.sqlite", inputs=inputs))
        assert told == whole | ({"double": 2 * n} if whole["double"] is not None else {})
        assert ground.executions(n) == 1, f"point {n}"


@pytest.mark.parametrize("where", [plain, ours])
def test_killed_at_a_few_points(where: Any, tmp_path: Path) -> None:
    if where is ours and not GLOBAL_TAS.exists():
        pytest.skip("the holdings are not here")
    with where() as ground:
        kill_and_ask_again(ground, tmp_path, points=3, seed=SEED)


@pytest.mark.long
@pytest.mark.parametrize("where", [plain, ours])
def test_killed_at_fifty_random_points(where: Any, tmp_path: Path) -> None:
    with where() as ground:
        kill_and_ask_again(ground, tmp_path, points=50, seed=SEED + 1)


def test_two_processes_that_ask_the_same_share_the_job(tmp_path: Path) -> None:
    with plain() as ground:
        both = [_start(ground, 7, tmp_path / "jobs.sqlite") for _ in range(2)]
        answers: list[dict[str, Any]] = []
        threads = [threading.Thread(target=lambda p=p: answers.append(_answer(p))) for p in both]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [a["double"] for a in answers] == [14, 14]
        assert ground.executions(7) == 1
