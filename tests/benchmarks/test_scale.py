"""Many sources, many faults, many records."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

from connectors.items import Found
from connectors.offers import Source
from connectors.outside import Outside
from tests.benchmarks.bars import fastest, hold
from tests.benchmarks.test_engine import EVERYTHING
from tests.connectors.chaos import COUNT, OWN, catalogues, is_whole, search
from tests.connectors.fault_server import FaultServer, fault_server, stac
from tests.connectors.outside_world import SEARCH, outside, source

ROOT = Path(__file__).resolve().parents[2]
SEARCHES = int(os.environ.get("CHAOS_SEARCHES", "1000"))  # a few minutes; the first three meet every silent source
MANY = 1000


def test_a_thousand_sources_in_one_search(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    async def go(folder: Path) -> tuple[float, Found]:
        async with fault_server() as server:
            sources = [_small(server, f"s{number:04d}") for number in range(MANY)]
            async with outside(folder, *sources) as world:
                await world.search(replace(SEARCH, collections=("nothing-here",)))  # imports and wiring
                started = time.process_time()
                found = await world.search(replace(SEARCH, limit=10 * MANY), deadline_s=60.0)
                return time.process_time() - started, found

    folders = iter(tmp_path / str(number) for number in range(100))

    def measure() -> tuple[float, Found]:
        folder = next(folders)
        folder.mkdir()
        return asyncio.run(go(folder))

    seconds, found = fastest(benchmark, measure, rounds=3)
    assert sum(r.state == "ok" for r in found.reports if r.source.startswith("s0")) == MANY
    hold(benchmark, seconds, most=3.0, unit="s CPU", how="1,000 sources of 3 records, the server's own CPU included")


def _small(server: FaultServer, name: str) -> Source:
    limits = replace(EVERYTHING, max_connections=200)
    return source(name, server.add(name, stac(name, n=3, delay_s=0.05)), limits=limits, collections=OWN)


def test_faults_do_not_slow_the_others(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    """Searches of a world without faults and of one with, in turn, so that both meet the same machine."""
    quiet, rough, whole = [], [], 0

    async def go() -> None:
        nonlocal whole
        async with fault_server() as server:
            calm, everyone = catalogues(server, faulty=False)
            wild, healthy = catalogues(server, faulty=True)
            for folder in ("calm", "wild"):
                (tmp_path / folder).mkdir()
            async with (
                outside(tmp_path / "calm", *calm, now=time.time) as before,
                outside(tmp_path / "wild", *wild, now=time.time) as after,
            ):
                for number in range(SEARCHES):
                    quiet.append(await _timed(before, number, everyone))
                    seconds, is_good = await _timed(after, number, healthy)
                    rough.append((seconds, is_good))
                    whole += is_good

    repeat: Any = benchmark.pedantic
    repeat(lambda: asyncio.run(go()), rounds=1, iterations=1)
    ratio = _p95([s for s, _ in rough]) / _p95([s for s, _ in quiet])
    hold(benchmark, 1 - whole / SEARCHES, most=0.005, unit="share", how="searches that lost a healthy source's record")
    hold(benchmark, ratio, most=1.35, unit="times", how="95th percentile, one in five sources faulty against none")


async def _timed(world: Outside, number: int, healthy: Sequence[str]) -> tuple[float, bool]:
    started = time.perf_counter()
    found = await world.search(search(number))
    return time.perf_counter() - started, is_whole(found, healthy, sources=COUNT)


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(0.95 * len(seconds))]


def test_a_million_records(benchmark: BenchmarkFixture) -> None:
    def measure() -> tuple[float, Any]:
        command = [sys.executable, "-m", "tests.benchmarks.million", "1000000"]
        told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300).stdout)
        return told["seconds"], told

    seconds, told = fastest(benchmark, measure, rounds=2)
    assert (told["items"], told["copies"]) == (200_000, 1_000_000)
    hold(benchmark, seconds, most=10.0, unit="s CPU", how="1,000,000 records of ten catalogues, 200,000 things, merged")
    hold(benchmark, told["bytes"] / 2**30, most=2.0, unit="GB", how="peak memory, the records themselves included")
