"""Processing: what our steps cost beside hand-written xarray and dask, and how cost grows with data and workers.

Ratios are printed; a machine that others use too makes them rough, so that each is the least of a few rounds.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr
from pytest_benchmark.fixture import BenchmarkFixture

from connectors.compute.local import LocalProcesses
from connectors.items import Cube
from tests.benchmarks.bars import NOTED, Bar
from tests.benchmarks.growth import cost_of
from tests.benchmarks.growth import regional_index as ours
from tests.connectors.compute.daily import write_daily
from tests.connectors.compute.samples import HELD

SIZES = (1, 10, 100)  # times the sample


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Cube:
    """A year of daily global values on one degree: 365 × 180 × 360, compressed, a day a chunk."""
    return write_daily(tmp_path_factory.mktemp("year") / "tasmax_day.nc")


@pytest.fixture(scope="module")
def local(year: Cube) -> Iterator[LocalProcesses]:
    made = LocalProcesses(holdings_dir=HELD, roots=(HELD, Path(year.hrefs[0]).parent))
    yield made
    made.close()


def by_hand(cube: Cube) -> float:
    """What a climatologist writes for the same figure."""
    with xr.open_dataset(cube.hrefs[0], chunks="auto") as dataset:
        dataset = dataset.assign_coords(lon=(dataset["lon"] + 180) % 360 - 180).sortby("lon")
        box = dataset["tasmax"].sel(lon=slice(-10, 3), lat=slice(36, 44))
        days = (box > 293.15).resample(time="YS").sum()
        return float(days.weighted(xr.DataArray(np.cos(np.radians(box["lat"])))).mean(("lat", "lon")).compute()[0])


def least(
    function: Callable[[], Any], *, rounds: int = 3, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, Any]:
    """The least seconds of a few rounds by a clock, and what came out."""
    best, result = float("inf"), None
    for _ in range(rounds):
        began = clock()
        result = function()
        best = min(best, clock() - began)
    return best, result


def note(benchmark: BenchmarkFixture, measured: float, *, most: float, how: str) -> None:
    """Print a ratio beside its bar; timings never decide."""
    NOTED.append(Bar(name=str(benchmark.name), measured=measured, most=most, unit="", how=how))
    benchmark.extra_info |= {"ratio": round(measured, 3), "bar": most, "how": how}


def test_a_year_of_daily_values_beside_hand_written_xarray(
    benchmark: BenchmarkFixture, local: LocalProcesses, year: Cube
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ours(local, year)  # imports and the region's weights are not what is compared
        hand, expected = least(lambda: by_hand(year), clock=time.process_time)
        mine, found = least(lambda: ours(local, year), clock=time.process_time)
        repeat: Any = benchmark.pedantic
        repeat(lambda: ours(local, year), rounds=1)
    note(benchmark, mine / hand, most=1.3, how=f"{mine:.2f} CPU s against {hand:.2f} by hand, a regional annual index")
    assert found == pytest.approx(expected, rel=0.02)  # by hand cells count by their centre, here by their area


@pytest.mark.long
@pytest.mark.parametrize(("work", "sizes"), [("region", SIZES), ("world", SIZES[:2])])
def test_cost_grows_with_data_and_falls_with_workers(
    benchmark: BenchmarkFixture, tmp_path: Path, work: str, sizes: tuple[int, ...]
) -> None:
    """So many times the sample (a year at four degrees), in threads here and on one and two workers."""
    costs = [cost_of(work, size, workers=workers, folder=tmp_path) for workers in (0, 1, 2) for size in sizes]
    repeat: Any = benchmark.pedantic
    repeat(lambda: None, rounds=1)  # what is measured is measured in processes of their own
    by = {(cost.workers, cost.size): cost for cost in costs}
    least_of, most_of = sizes[0], sizes[-1]
    for workers in (0, 1, 2):
        how = f"{work}, {f'{workers} worker(s)' if workers else 'threads here'}: {', '.join(by[workers, size].told for size in sizes)}"
        ratio = by[workers, most_of].seconds / (most_of / least_of * by[workers, least_of].seconds)
        note(benchmark, ratio, most=1.0, how=f"{how}; of {most_of / least_of:g} times the cost of {least_of}×")
    alone, both = by[1, most_of], by[2, most_of]
    note(benchmark, both.seconds / alone.seconds, most=1.0, how=f"{work}, {most_of}×: two workers beside one")
    note(benchmark, both.peak_mb, most=1024.0, how=f"{work}, {most_of}×: MB of the greatest process")
    for size in sizes:  # the same wherever it is computed
        assert len({round(by[workers, size].value, 9) for workers in (0, 1, 2)}) == 1
