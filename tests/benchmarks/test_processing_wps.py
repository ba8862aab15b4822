"""WPS: reading the capabilities of a server with 585 processes, and having them again from memory. The bar is 0.3 s."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from connectors.compute.offered import Offered
from connectors.compute.remote import ProcessSummary
from connectors.compute.wps.server import WPS1
from connectors.engine.memory import Memory
from tests.connectors.compute.wps.recorded import FIXTURES, URL, Exchanges, asks, file

pytestmark = pytest.mark.skipif(not FIXTURES.exists(), reason="the recorded capabilities are not here")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    kept = Memory(tmp_path / "engine.sqlite")
    yield kept
    kept.close()


def _server() -> WPS1:
    return WPS1(url=URL, send=Exchanges([(asks("GetCapabilities"), file("wps/finch_local/GetCapabilities_en.xml"))]))


def test_585_processes_are_read(benchmark: BenchmarkFixture) -> None:
    server = _server()
    listed = benchmark(lambda: asyncio.run(server.processes()))
    assert len(listed) == 585


def test_585_processes_are_had_from_memory(benchmark: BenchmarkFixture, memory: Memory) -> None:
    offered = Offered(server=_server(), address=URL, memory=memory, now=time.time)

    def listed() -> tuple[ProcessSummary, ...]:
        return asyncio.run(offered.processes())

    listed()
    assert len(benchmark(listed)) == 585
