"""Bars: a measured figure beside the most it may be, noted for the report and held one against the other."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

BIN = Path(sys.executable).parent
NOTED: list[Bar] = []
PEERS: list[Peer] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of the report; `load` is how many processes wanted a core in the minute before."""

    name: str
    measured: float
    most: float
    unit: str
    how: str
    load: float = field(default_factory=lambda: os.getloadavg()[0])

    @property
    def is_met(self) -> bool:
        return self.measured <= self.most

    def __str__(self) -> str:
        return f"{self.measured:.3g} {self.unit}, the bar is {self.most:g} ({self.how}; load {self.load:.1f})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another client's figure beside ours in one scenario; infinite where it did not end, without records where it failed."""

    scenario: str
    ours: float
    peer: str
    theirs: float
    unit: str
    records: int
    gave: str
    load: float = field(default_factory=lambda: os.getloadavg()[0])


def note(benchmark: BenchmarkFixture, measured: float, *, most: float, unit: str, how: str) -> Bar:
    """Note a figure and its bar."""
    bar = Bar(name=str(benchmark.name), measured=measured, most=most, unit=unit, how=how)
    NOTED.append(bar)
    benchmark.extra_info |= {"measured": round(measured, 4), "bar": most, "unit": unit, "how": how, "load": bar.load}
    return bar


def hold(benchmark: BenchmarkFixture, measured: float, *, most: float, unit: str, how: str) -> None:
    """Note a figure and its bar; fail where the figure is above it."""
    bar = note(benchmark, measured, most=most, unit=unit, how=how)
    assert bar.is_met, str(bar)


def fastest(benchmark: BenchmarkFixture, measure: Callable[[], tuple[float, Any]], *, rounds: int) -> tuple[float, Any]:
    """The least figure of several rounds, with its result; the benchmark's own table shows the rounds as a whole."""
    seen: list[tuple[float, Any]] = []
    repeat: Callable[..., None] = benchmark.pedantic
    repeat(lambda: seen.append(measure()), rounds=rounds, iterations=1)
    return min(seen, key=lambda pair: pair[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The command line as a user has it: bytecode compiled, data and caches in folders of their own."""

    folder: Path
    holdings: Path

    def environment(self, *, cache: str) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")}
        places = {"DATA": "data", "CACHE": cache, "CONFIG": "config"}
        data = self.folder / "data"
        data.mkdir(parents=True, exist_ok=True)
        if not (data / "holdings").exists():
            (data / "holdings").symlink_to(self.holdings)
        own = {f"CONDUCTOR_{name}_DIR": str(self.folder / place) for name, place in places.items()}
        return kept | own | {"PYTHONPYCACHEPREFIX": str(self.folder / "bytecode"), "CONDUCTOR_ONLINE": "no"}

    def run(self, *arguments: str, cache: str = "cache") -> float:
        """CPU seconds (user and system) of one command in a process of its own."""
        return cpu_of([str(BIN / arguments[0]), *arguments[1:]], environment=self.environment(cache=cache))


def cpu_of(command: Sequence[str], *, environment: dict[str, str]) -> float:
    """CPU seconds of a command that must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
