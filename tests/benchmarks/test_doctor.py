"""The bars of `conductor doctor`: every source asked at once, the dead and the silent among them, and no network noticed."""

from __future__ import annotations

import asyncio
import json
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

from conductor.settings import from_environment
from connectors.engine.memory import Memory
from connectors.guard import Guard
from connectors.offers import Source
from connectors.reachability import Reachability
from tests.benchmarks.bars import BIN, Installation, fastest, hold
from tests.connectors.fault_server import FaultServer, closed_port, fault_server, fixed, full_house, silent, trickle
from tests.connectors.outside_world import source, sources_file

EACH = 10


def patients(server: FaultServer) -> list[Source]:
    """Ten sources that are silent, ten that trickle, ten that are dead, ten in good health."""
    behaviours = {"mute": silent, "drip": trickle, "well": fixed(b"{}")}
    told = [(f"{name}{n}", server.add(f"{name}{n}", b)) for name, b in behaviours.items() for n in range(EACH)]
    told += [(f"dead{n}", f"http://127.0.0.1:{closed_port()}/") for n in range(EACH)]
    return [source(name, url) for name, url in told]


def test_doctor_among_dead_and_silent_sources(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    installed = Installation(folder=tmp_path, holdings=from_environment().holdings_dir)
    (tmp_path / "config").mkdir()

    def doctor() -> tuple[float, Any]:
        command = [str(BIN / "conductor"), "doctor", "--json"]
        environment, started = installed.environment(cache="cache"), time.perf_counter()
        done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=60)
        return time.perf_counter() - started, json.loads(done.stdout)

    async def go() -> tuple[float, Any]:
        async with fault_server() as server:
            sources_file(tmp_path / "config", *patients(server))
            return await asyncio.to_thread(doctor)

    seconds, told = fastest(benchmark, lambda: asyncio.run(go()), rounds=3)
    states = Counter(
        (p["source"][:4], p["state"]) for p in told["probes"] if p["source"][:4] in ("mute", "drip", "dead", "well")
    )
    assert states == {
        ("mute", "failed"): EACH,
        ("drip", "failed"): EACH,
        ("dead", "failed"): EACH,
        ("well", "ok"): EACH,
    }
    hold(benchmark, seconds, most=3.0, unit="s", how="the command, thirty of its sources dead, silent or trickling")


def test_no_network_is_noticed(benchmark: BenchmarkFixture) -> None:
    async def go(port: int) -> tuple[float, bool]:
        guard = Guard(registered=[("127.0.0.1", port)])
        known = Reachability(
            online=None, addresses=[("127.0.0.1", port)], guard=guard, memory=Memory(), now=lambda: 0.0
        )
        started = time.perf_counter()
        verdict = await known.is_online()
        return time.perf_counter() - started, verdict

    with full_house() as port:
        seconds, online = fastest(benchmark, lambda: asyncio.run(go(port)), rounds=3)
    assert not online
    hold(benchmark, seconds, most=1.0, unit="s", how="a firewall that drops what is sent, known from then on")
