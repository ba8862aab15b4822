"""Cluster: heavy steps give the same bytes here and on real Dask workers, one of which is killed under them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr

from connectors.compute import cluster, readers
from connectors.compute.cluster import Cluster
from connectors.compute.local import LocalProcesses
from connectors.errors import Unavailable
from connectors.items import Cube
from tests.connectors.compute.daily import write_daily
from tests.connectors.compute.samples import HELD

IBERIA = {"name": "Iberia", "kind": "bbox", "bbox": [-10.0, 36.0, 3.0, 44.0]}
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def daily(tmp_path_factory: pytest.TempPathFactory) -> Cube:
    return write_daily(tmp_path_factory.mktemp("daily") / "tasmax_day.nc", years=2, step=3.0)


@pytest.fixture(autouse=True)
def _small_files_are_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    """What decides whether a file is read lazily is lowered, so that a test's file is heavy enough."""
    monkeypatch.setattr(readers, "LARGE_BYTES", 1)


def local(cube: Cube, where: Cluster) -> LocalProcesses:
    return LocalProcesses(holdings_dir=HELD, roots=(HELD, Path(cube.hrefs[0]).parent), cluster=where)


def chain(processes: LocalProcesses, cube: Cube) -> np.ndarray:
    """A regional annual count out of global daily values: what a plan's heavy steps do."""

    def step(process: str, **inputs: Any) -> Cube:
        made = processes.run(processes.read(process, inputs)).outputs["cube"]
        assert isinstance(made, Cube)
        return made

    merged = step("merge_cubes", data=[cube], variable="tasmax", experiments=["historical"])
    counted = step("exceedance_count", data=merged, threshold="20 degC")
    placed = step("aggregate_spatial", data=counted, place=IBERIA)
    field = processes.held(placed.hrefs[0])
    assert field is not None
    return np.asarray(field.one().values)


def test_large_files_are_read_lazily_and_small_results_settle(daily: Cube) -> None:
    processes = local(daily, Cluster())
    merged = processes.run(processes.read("merge_cubes", {"data": [daily], "variable": "tasmax"})).outputs["cube"]
    assert isinstance(merged, Cube)
    field = processes.held(merged.hrefs[0])
    assert field is not None
    assert field.nbytes > 0
    assert not cluster.is_lazy(field.one())  # two years of 60 × 120 cells are little enough to be kept


def test_large_results_stay_lazy_and_count_for_nothing(daily: Cube, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SMALL_BYTES", 1000)
    processes = local(daily, Cluster())
    merged = processes.run(processes.read("merge_cubes", {"data": [daily], "variable": "tasmax"})).outputs["cube"]
    assert isinstance(merged, Cube)
    field = processes.held(merged.hrefs[0])
    assert field is not None
    assert (cluster.is_lazy(field.one()), field.nbytes) == (True, 0)


def test_lazy_values_are_those_of_xarray(daily: Cube) -> None:
    ours = chain(local(daily, Cluster()), daily)
    with xr.open_dataset(daily.hrefs[0], decode_times=xr.coders.CFDatetimeCoder(use_cftime=True)) as dataset:
        tasmax = dataset["tasmax"].load()
    days = (tasmax > 293.15).groupby("time.year").sum("time")
    lon = np.where(days["lon"] > 180, days["lon"] - 360, days["lon"])
    west, east = np.maximum(lon - 1.5, -10), np.minimum(lon + 1.5, 3)
    south, north = np.maximum(days["lat"] - 1.5, 36), np.minimum(days["lat"] + 1.5, 44)
    weights = np.clip(np.sin(np.radians(north)) - np.sin(np.radians(south)), 0, None).values[:, None] * np.clip(
        east - west, 0, None
    )
    expected = (days.values * weights).sum(axis=(1, 2)) / weights.sum()
    np.testing.assert_allclose(ours.ravel(), expected, rtol=1e-9)


def test_a_scheduler_that_is_not_there_is_said_so(daily: Cube, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_S", 0.5)
    processes = local(daily, Cluster(address="tcp://127.0.0.1:9"))
    with pytest.raises(Unavailable, match=r"no Dask scheduler answers at 'tcp://127.0.0.1:9'"):
        chain(processes, daily)
    processes.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    """A scheduler and its workers as processes of their own."""

    address: str
    workers: list[subprocess.Popen[str]]


def _started(*arguments: str, until: str) -> tuple[subprocess.Popen[str], str]:
    """A Dask command as a process; the first match of `until` in what it says."""
    command = [sys.executable, "-W", "ignore", "-m", "distributed.cli." + arguments[0], *arguments[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment)
    assert process.stderr is not None
    for line in process.stderr:
        if (found := re.search(until, line)) is not None:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, found[0]
    raise RuntimeError(f"{arguments[0]} ended before it was ready")


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    scratch = str(tmp_path_factory.mktemp("spill"))
    scheduler, address = _started(
        "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", until=r"tcp://127\.0\.0\.1:\d+"
    )
    options = (
        "--nthreads",
        "1",
        "--memory-limit",
        "400MiB",
        "--no-dashboard",
        "--local-directory",
        scratch,
        "--no-nanny",
    )
    workers = [_started("dask_worker", address, *options, until=r"Registered to: +tcp://\S+")[0] for _ in range(2)]
    yield Servers(address=address, workers=workers)
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.mark.long
def test_results_are_the_same_bytes_on_a_cluster(
    daily: Cube, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "SMALL_BYTES", 100_000)
    here = chain(local(daily, Cluster()), daily)
    processes = local(daily, Cluster(address=servers.address))
    there = chain(processes, daily)
    told = processes.cluster.client().run(
        lambda dask_worker: dask_worker.state.task_counter.current_count(by_prefix=False)
    )
    processes.close()
    assert here.tobytes() == there.tobytes()
    assert len(told) == 2


@pytest.mark.long
def test_memory_is_bounded_by_spilling(servers: Servers) -> None:
    """Twice as much as the workers may hold is kept on them at once: what does not fit lies on disk."""
    import dask.array as da

    where = Cluster(address=servers.address)
    client = where.client()
    generator: Any = da.random.default_rng(1)  # type: ignore[no-untyped-call]
    kept = client.persist(generator.random((25, 8, 2**20), chunks=(1, 1, 2**20)))  # 1.6 GB in pieces of 8 MB
    assert float(client.compute(kept.mean()).result(timeout=240)) == pytest.approx(0.5, abs=1e-3)
    spilled = sum(client.run(lambda dask_worker: dask_worker.data.spilled_total.disk).values())
    resident = client.run(lambda: __import__("psutil").Process().memory_info().rss)
    del kept
    where.close()
    assert spilled > 500 * 2**20
    assert max(resident.values()) < 500 * 2**20


@pytest.mark.long
def test_a_worker_killed_in_mid_run_loses_nothing(
    daily: Cube, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SIGKILL to one of two workers while tasks run on it; the other one does them again."""
    monkeypatch.setattr(cluster, "SMALL_BYTES", 100_000)
    monkeypatch.setattr("connectors.compute.netcdf.CHUNK", "256KiB")
    here = chain(local(daily, Cluster()), daily)
    processes = local(daily, Cluster(address=servers.address))
    client = processes.cluster.client()

    def kill() -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and not any(client.processing().values()):
            time.sleep(0.01)
        servers.workers[0].send_signal(signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    there = chain(processes, daily)
    killer.join()
    alive = len(client.scheduler_info()["workers"])
    processes.close()
    assert servers.workers[0].wait(timeout=30) == -signal.SIGKILL
    assert alive == 1
    assert here.tobytes() == there.tobytes()
