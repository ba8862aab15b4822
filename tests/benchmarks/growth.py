"""What an index over a region costs for so much data on so many workers: seconds and memory, each in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from connectors.compute.cluster import Cluster
from connectors.compute.local import LocalProcesses
from connectors.items import Cube
from tests.connectors.compute.daily import daily_cube, write_daily
from tests.connectors.compute.samples import HELD

GLOBE = {"name": "World", "kind": "globe", "bbox": [-180.0, -90.0, 180.0, 90.0]}
IBERIA = {"name": "Iberia", "kind": "bbox", "bbox": [-10.0, 36.0, 3.0, 44.0]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """`size` times the sample on `workers` processes (0: threads of one); `peak_mb` of the greatest process.

    `cpu` is what this process used, `workers_cpu` what each worker did: no machine can be faster than the first and the
    greatest of the others together, however many cores it has.
    """

    work: str
    size: int
    workers: int
    seconds: float
    cpu: float
    workers_cpu: tuple[float, ...]
    peak_mb: float
    value: float

    @property
    def told(self) -> str:
        each = "".join(f" + {used:.1f}" for used in self.workers_cpu)
        return f"{self.size}× {self.seconds:.2f} s (CPU {self.cpu:.1f}{each}) {self.peak_mb:.0f} MB"


def _step(local: LocalProcesses, process: str, **inputs: Any) -> Cube:
    made = local.run(local.read(process, inputs)).outputs["cube"]
    assert isinstance(made, Cube)
    return made


def _value(local: LocalProcesses, cube: Cube) -> float:
    field = local.held(cube.hrefs[0])
    assert field is not None
    return float(field.one().values.ravel()[0])


def regional_index(local: LocalProcesses, cube: Cube) -> float:
    """The plan's own steps: join, cut to the place, index by cell, average over the place; the first year's value."""
    merged = _step(local, "merge_cubes", data=[cube], variable="tasmax", experiments=["historical"])
    cut = _step(local, "filter_spatial", data=merged, place=IBERIA)
    counted = _step(local, "tx_days_above", tasmax=cut, threshold="20 degC")
    return _value(local, _step(local, "aggregate_spatial", data=counted, place=IBERIA))


def world_index(local: LocalProcesses, cube: Cube) -> float:
    """An index of runs of days in every cell of the world, where nearly all the work is in the arrays."""
    merged = _step(local, "merge_cubes", data=[cube], variable="tasmax", experiments=["historical"])
    longest = _step(local, "maximum_consecutive_warm_days", tasmax=merged, thresh="20 degC")
    return _value(local, _step(local, "aggregate_spatial", data=longest, place=GLOBE))


WORKS: Mapping[str, Callable[[LocalProcesses, Cube], float]] = {"region": regional_index, "world": world_index}


def cost_of(work: str, size: int, *, workers: int, folder: Path) -> Cost:
    """Measured in a fresh process, so that its memory is its own."""
    arguments = [sys.executable, "-m", "tests.benchmarks.growth", work, str(size), str(workers), str(folder)]
    told = subprocess.run(arguments, check=True, capture_output=True, text=True, timeout=1800).stdout
    given = json.loads(told.splitlines()[-1])
    return Cost(**{**given, "workers_cpu": tuple(given["workers_cpu"])})


def _measured(work: str, size: int, workers: int, folder: Path) -> Cost:
    """After runs on a small file, so that imports and the start of every worker are not counted."""
    from connectors.compute import cluster, readers

    readers.LARGE_BYTES, cluster.SMALL_BYTES = 1, 100_000
    where = Cluster(address="local" if workers else "none", workers=workers or None)
    local = LocalProcesses(holdings_dir=folder, roots=(HELD, folder), cluster=where)
    path = folder / f"{size}.nc"
    cube = daily_cube(path) if path.exists() else write_daily(path, years=size, step=4.0, chunk=5)
    small = write_daily(folder / f"warm-{workers}.nc", years=1, step=8.0, chunk=5)
    WORKS[work](local, small)
    local.store.drop("")
    WORKS[work](local, small)

    def used() -> dict[str, float]:
        return where.client().run(time.process_time) if workers else {}

    before, cpu, began = used(), time.process_time(), time.perf_counter()
    value = WORKS[work](local, cube)
    spent, cpu, after = time.perf_counter() - began, time.process_time() - cpu, used()
    local.close()
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return Cost(
        work=work, size=size, workers=workers, seconds=spent, cpu=cpu, peak_mb=peak, value=value,
        workers_cpu=tuple(after[name] - before[name] for name in sorted(after)),
    )  # fmt: skip


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(json.dumps(asdict(_measured(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])))))
