"""What a confined reader costs: examining a foreign file, and reading it, once the first has been read."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from connectors.compute import apart, netcdf
from connectors.sandbox.process import Readers, readers
from tests.connectors.compute.samples import AMERICA

A1B = AMERICA / "A1B_north_america.nc"
pytestmark = pytest.mark.skipif(not A1B.exists(), reason="the holdings are not here")


def test_examining_a_file(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Each time a file that was not seen before."""
    made, count = Readers(), iter(range(10_000))
    made.read(A1B)

    def fresh() -> tuple[tuple[Path], dict[str, str]]:
        return (Path(shutil.copy(A1B, tmp_path / f"{next(count)}.nc")),), {}

    repeat: Any = benchmark.pedantic
    repeat(made.read, setup=fresh, rounds=10)
    made.close()


def test_reading_a_file_apart(benchmark: BenchmarkFixture) -> None:
    readers().read(A1B)
    benchmark(apart.read_raw, apart.Asked(path=A1B, variable="tas", declared="tas"))


def test_reading_a_file_here(benchmark: BenchmarkFixture) -> None:
    benchmark(netcdf.read_raw, A1B, variable="tas", declared="tas")
