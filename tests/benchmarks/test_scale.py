"""Many sources, many faults, many records."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

from connectors.outside import Outside
from tests.benchmarks.bars import fastest, hold, note
from tests.connectors.chaos import COUNT, catalogues, is_whole, search
from tests.connectors.fault_server import fault_server
from tests.connectors.outside_world import outside

ROOT = Path(__file__).resolve().parents[2]
SEARCHES = int(os.environ.get("CHAOS_SEARCHES", "1000"))  # of each world, in turn: a few minutes on a quiet machine
MANY = 1000


def test_a_thousand_sources_in_one_search(benchmark: BenchmarkFixture) -> None:
    def measure() -> tuple[float, Any]:
        told = _told("tests.benchmarks.thousand")
        return told["seconds"], told

    seconds, told = fastest(benchmark, measure, rounds=3)
    assert told["answered"] == MANY
    hold(benchmark, seconds, most=3.0, unit="s", how=f"1,000 sources in one search ({told['cpu']:.1f} s CPU of ours)")


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
                    server.exchanges.clear()

    repeat: Any = benchmark.pedantic
    repeat(lambda: asyncio.run(go()), rounds=1, iterations=1)
    ratio = _p95([s for s, _ in rough]) / _p95([s for s, _ in quiet])
    told = f"{SEARCHES:,} searches of 50 sources, 20 % faulty"
    lost = note(benchmark, 1 - whole / SEARCHES, most=0.005, unit="of all", how=f"{told}: a healthy record lost")
    slow = note(benchmark, ratio, most=1.35, unit="times", how=f"{told}: 95th percentile against none faulty")
    assert lost.is_met and slow.is_met, f"{lost}; {slow}"


async def _timed(world: Outside, number: int, healthy: Sequence[str]) -> tuple[float, bool]:
    started = time.perf_counter()
    found = await world.search(search(number))
    return time.perf_counter() - started, is_whole(found, healthy, sources=COUNT)


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(0.95 * len(seconds))]


def test_a_million_records(benchmark: BenchmarkFixture) -> None:
    def measure() -> tuple[float, Any]:
        told = _told("tests.benchmarks.million", "1000000")
        return told["seconds"], told

    seconds, told = fastest(benchmark, measure, rounds=2)
    assert (told["items"], told["copies"]) == (200_000, 1_000_000)
    quick = note(benchmark, seconds, most=10.0, unit="s CPU", how="1,000,000 records deduplicated and ranked")
    small = note(benchmark, told["bytes"] / 2**30, most=2.0, unit="GiB", how="… peak memory, the records included")
    assert quick.is_met and small.is_met, f"{quick}; {small}"


def _told(module: str, *arguments: str) -> dict[str, Any]:
    """What a measurement in a process of its own prints."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    told: dict[str, Any] = json.loads(done.stdout)
    return told
