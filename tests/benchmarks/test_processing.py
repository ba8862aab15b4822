"""Processing: what our steps cost beside hand-written xarray and dask, thirty files at once beside one by one, and how cost grows.

Ratios are printed; a machine that others use too makes them rough, so that each is the least of a few rounds.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr
from pytest_benchmark.fixture import BenchmarkFixture

from connectors.compute.local import LocalProcesses
from connectors.items import Cube
from connectors.sandbox.process import AT_ONCE
from tests.benchmarks.bars import NOTED, Bar
from tests.benchmarks.growth import cost_of, regional_index
from tests.connectors.compute.daily import write_daily
from tests.connectors.compute.samples import HELD, polar

FILES = 30
LATENCY_S = 0.1  # of a data node across an ocean


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Cube:
    """A year of daily global values on one degree: 365 × 180 × 360, compressed, a day a chunk."""
    return write_daily(tmp_path_factory.mktemp("year") / "tasmax_day.nc")


@pytest.fixture(scope="module")
def local(year: Cube) -> Iterator[LocalProcesses]:
    made = LocalProcesses(holdings_dir=HELD, roots=(HELD, Path(year.hrefs[0]).parent))
    yield made
    made.close()


def ours(local: LocalProcesses, cube: Cube) -> float:
    return regional_index(local, cube)


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


def reduce_one(cube: Cube) -> float:
    """Open a model's file and average it over time and level."""
    from connectors.compute import readers

    return float(readers.read(cube, roots=(HELD,), variable="ta", trusted=(HELD,)).parts[0].mean().values)


def reduce_foreign(cube: Cube) -> float:
    """The same of a file that is not ours: a confined process reads it."""
    from connectors.compute import readers

    return float(readers.read(cube, roots=(HELD,), variable="ta").parts[0].mean().values)


def reduce_by_xarray(cube: Cube) -> float:
    with xr.open_dataset(cube.hrefs[0]) as dataset:
        return float(dataset["ta"].mean())


def _far(cube: Cube) -> float:
    """A file of a data node that takes its time to answer."""
    time.sleep(LATENCY_S)
    return reduce_one(cube)


@pytest.mark.skipif(not HELD.joinpath("esmvaltool").exists(), reason="the holding esmvaltool is not here")
def test_thirty_model_files_at_once_beside_one_by_one(benchmark: BenchmarkFixture) -> None:
    """Of holdings and of foreign files, near and far; hand-written xarray one by one is what the bar is held against."""
    every = [Cube(hrefs=cube.hrefs[:1], id=cube.id, properties=cube.properties) for cube in polar()]
    cubes = [cube for cube in every if "E3SM" not in cube.id][
        :FILES
    ]  # whose sample holds 16 K, which is refused when foreign
    assert len(cubes) == FILES
    expected = [reduce_foreign(cube) for cube in cubes]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        by_xarray, _ = least(lambda: [reduce_by_xarray(cube) for cube in cubes])
    here, found = least(lambda: [reduce_one(cube) for cube in cubes])
    apart, _ = least(lambda: [reduce_foreign(cube) for cube in cubes])
    with ThreadPoolExecutor(AT_ONCE) as threads:
        apart_at_once, also = least(lambda: list(threads.map(reduce_foreign, cubes)))
    with ThreadPoolExecutor(8) as threads:
        far, _ = least(lambda: list(threads.map(_far, cubes)))
    repeat: Any = benchmark.pedantic
    repeat(lambda: [reduce_one(cube) for cube in cubes], rounds=1)
    seconds = f"xarray one by one {by_xarray:.2f} s, ours {here:.2f}, apart {apart:.2f}, apart {AT_ONCE} at once {apart_at_once:.2f}"
    note(benchmark, here / by_xarray, most=0.5, how=f"holdings beside xarray by hand: {seconds}")
    note(benchmark, apart_at_once / apart, most=0.5, how="foreign files at once beside one by one, on this disk")
    far_one_by_one = here + FILES * LATENCY_S
    note(
        benchmark,
        far / far_one_by_one,
        most=0.5,
        how=f"files {LATENCY_S * 1000:.0f} ms away: {far:.2f} s of {far_one_by_one:.2f}",
    )
    assert found == expected == also


@pytest.mark.long
def test_cost_grows_with_data_and_falls_with_workers(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """1, 10 and 100 times the sample (a year at four degrees), in threads here and on one and two workers."""
    costs = [cost_of(size, workers=workers, folder=tmp_path) for workers in (0, 1, 2) for size in (1, 10, 100)]
    repeat: Any = benchmark.pedantic
    repeat(lambda: None, rounds=1)
    for workers in (0, 1, 2):
        mine = {cost.size: cost for cost in costs if cost.workers == workers}
        how = (
            f"{f'{workers} worker(s)' if workers else 'threads here'}: {', '.join(cost.told for cost in mine.values())}"
        )
        note(
            benchmark, mine[100].seconds / (100 * mine[1].seconds), most=1.0, how=f"{how}; of 100 times the cost of one"
        )
    for size in (1, 10, 100):
        assert (
            len({round(cost.value, 9) for cost in costs if cost.size == size}) == 1
        )  # the same wherever it is computed
