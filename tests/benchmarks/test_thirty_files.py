"""Thirty models' files opened and reduced at once beside one by one: in turns, so that what else the machine does meets all alike."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

import pytest
import xarray as xr
from pytest_benchmark.fixture import BenchmarkFixture

from connectors.compute import readers
from connectors.compute.fields import Field
from connectors.items import Cube
from connectors.sandbox.process import readers as confined
from tests.benchmarks.bars import note
from tests.connectors.compute.samples import HELD, polar

FILES = 30
ROUNDS = 7
LATENCY_S = 0.1  # of a data node across an ocean
Times = Mapping[str, tuple[list[float], list[float]]]  # of each way: seconds and CPU seconds of every round
pytestmark = pytest.mark.skipif(not HELD.joinpath("esmvaltool").exists(), reason="the holding esmvaltool is not here")


@pytest.fixture(scope="module")
def cubes() -> tuple[Cube, ...]:
    """One file of each of thirty models; not of E3SM, whose sample holds 16 K, which is refused when foreign."""
    every = [Cube(hrefs=cube.hrefs[:1], id=cube.id, properties=cube.properties) for cube in polar()]
    chosen = tuple(cube for cube in every if "E3SM" not in cube.id)[:FILES]
    assert len(chosen) == FILES
    return chosen


def mean(field: Field) -> float:
    return float(field.parts[0].mean().values)


def by_xarray(cube: Cube) -> float:
    with xr.open_dataset(cube.hrefs[0]) as dataset:
        return float(dataset["ta"].mean())


def here(cube: Cube) -> float:
    return mean(readers.read(cube, roots=(HELD,), variable="ta", trusted=(HELD,)))


def apart(cube: Cube) -> float:
    """As a file that is not ours: a confined process of its own reads it."""
    return mean(readers.read(cube, roots=(HELD,), variable="ta"))


def together(cubes: tuple[Cube, ...]) -> list[float]:
    """As a step reads many foreign files: in shares, each by one confined process, side by side."""
    found = readers.read_at_once(cubes, roots=(HELD,), variable="ta")
    return [mean(field) for field in found if isinstance(field, Field)]


def far(cube: Cube) -> float:
    """A file of a data node that takes its time to answer."""
    time.sleep(LATENCY_S)
    return here(cube)


def spent() -> float:
    """CPU seconds of this process, and of the one that readers are forked from with all that ended."""
    running = confined().forks.process
    assert running is not None
    ticks = Path(f"/proc/{running.pid}/stat").read_text().rpartition(")")[2].split()[11:15]
    return time.process_time() + sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def in_turns(ways: Mapping[str, Callable[[], Any]]) -> Times:
    """Every way once a round, a few rounds."""
    measured: Times = {name: ([], []) for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            cpu, began = spent(), time.perf_counter()
            way()
            measured[name][0].append(time.perf_counter() - began)
            measured[name][1].append(spent() - cpu)
    return measured


def ratio(times: Times, way: str, to: str) -> float:
    """The middle of the rounds' own ratios."""
    return median(a / b for a, b in zip(times[way][0], times[to][0], strict=True))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="CPU of other processes is read from /proc")
def test_thirty_model_files_at_once_beside_one_by_one(benchmark: BenchmarkFixture, cubes: tuple[Cube, ...]) -> None:
    """Of holdings, and of foreign files by confined processes; hand-written xarray one by one beside them."""
    expected = [apart(cube) for cube in cubes]
    assert together(cubes) == expected == [here(cube) for cube in cubes]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        times = in_turns({
            "xarray one by one": lambda: [by_xarray(cube) for cube in cubes],
            "holdings": lambda: [here(cube) for cube in cubes],
            "foreign one by one": lambda: [apart(cube) for cube in cubes],
            "foreign at once": lambda: together(cubes),
        })  # fmt: skip
    repeat: Any = benchmark.pedantic
    repeat(lambda: together(cubes), rounds=1)
    told = ", ".join(f"{name} {min(wall):.2f} s ({min(cpu):.2f} CPU)" for name, (wall, cpu) in times.items())
    note(
        benchmark,
        ratio(times, "foreign at once", "foreign one by one"),
        most=0.5,
        unit="",
        how=f"foreign files at once beside one by one: {told}",
    )
    note(
        benchmark,
        ratio(times, "foreign at once", "xarray one by one"),
        most=1.0,
        unit="",
        how="foreign files at once beside xarray by hand",
    )
    note(
        benchmark,
        ratio(times, "holdings", "xarray one by one"),
        most=1.0,
        unit="",
        how="holdings beside xarray by hand",
    )


def test_thirty_files_of_a_far_node_at_once(benchmark: BenchmarkFixture, cubes: tuple[Cube, ...]) -> None:
    """What waiting costs is had once."""
    began = time.perf_counter()
    one_by_one = [here(cube) for cube in cubes]
    alone = time.perf_counter() - began + FILES * LATENCY_S
    with ThreadPoolExecutor(8) as threads:
        began = time.perf_counter()
        found = list(threads.map(far, cubes))
        at_once = time.perf_counter() - began
    repeat: Any = benchmark.pedantic
    repeat(lambda: [here(cube) for cube in cubes], rounds=1)
    how = f"files {LATENCY_S * 1000:.0f} ms away at once: {at_once:.2f} s of {alone:.2f}"
    note(benchmark, at_once / alone, most=0.5, unit="", how=how)
    assert found == one_by_one
