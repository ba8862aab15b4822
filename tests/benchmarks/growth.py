"""What an index over a region costs for so much data on so many workers: seconds and memory, each in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from connectors.compute.cluster import Cluster
from connectors.compute.local import LocalProcesses
from connectors.items import Cube
from tests.connectors.compute.daily import write_daily
from tests.connectors.compute.samples import HELD

IBERIA = {"name": "Iberia", "kind": "bbox", "bbox": [-10.0, 36.0, 3.0, 44.0]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """`size` times the sample on `workers` processes (0: threads of one); `peak_mb` of the greatest process."""

    size: int
    workers: int
    seconds: float
    peak_mb: float
    value: float

    @property
    def told(self) -> str:
        return f"{self.size}× {self.seconds:.2f} s {self.peak_mb:.0f} MB"


def regional_index(local: LocalProcesses, cube: Cube) -> float:
    """The plan's own steps: join, cut to the place, index by cell, average over the place; the first year's value."""

    def step(process: str, **inputs: Any) -> Cube:
        made = local.run(local.read(process, inputs)).outputs["cube"]
        assert isinstance(made, Cube)
        return made

    merged = step("merge_cubes", data=[cube], variable="tasmax", experiments=["historical"])
    cut = step("filter_spatial", data=merged, place=IBERIA)
    counted = step("tx_days_above", tasmax=cut, threshold="20 degC")
    placed = step("aggregate_spatial", data=counted, place=IBERIA)
    field = local.held(placed.hrefs[0])
    assert field is not None
    return float(field.one().values.ravel()[0])


def cost_of(size: int, *, workers: int, folder: Path) -> Cost:
    """Measured in a fresh process, so that its memory is its own."""
    arguments = [sys.executable, "-m", "tests.benchmarks.growth", str(size), str(workers), str(folder)]
    told = subprocess.run(arguments, check=True, capture_output=True, text=True, timeout=1800).stdout
    return Cost(**json.loads(told.splitlines()[-1]))


def _measured(size: int, workers: int, folder: Path) -> Cost:
    """After a first run on a small file, so that imports and the workers' start are not counted."""
    from connectors.compute import cluster, readers

    readers.LARGE_BYTES, cluster.SMALL_BYTES = 1, 100_000
    where = Cluster(address="local" if workers else "none", workers=workers or None)
    local = LocalProcesses(holdings_dir=folder, roots=(HELD, folder), cluster=where)
    path = folder / f"{size}.nc"
    cube = (
        Cube(hrefs=(str(path),), properties=_PROPERTIES)
        if path.exists()
        else write_daily(path, years=size, step=4.0, chunk=5)
    )
    regional_index(local, write_daily(folder / f"warm-{workers}.nc", years=1, step=8.0, chunk=5))
    began = time.perf_counter()
    value = regional_index(local, cube)
    spent = time.perf_counter() - began
    local.close()
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return Cost(size=size, workers=workers, seconds=spent, peak_mb=peak, value=value)


_PROPERTIES = {
    "variable_id": "tasmax",
    "frequency": "day",
    "experiment_id": "historical",
    "source_id": "made",
    "member_id": "r1i1p1f1",
}

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(json.dumps(asdict(_measured(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))))
