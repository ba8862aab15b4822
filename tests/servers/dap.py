"""OPeNDAP servers of pydap: one over arrays in memory, which is right, and its file server, which cuts its replies short."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.running import executable, free_port, running

DAYS, NORTHS, EASTS = 60, 9, 12
START = "2000-01-01"
_IN_MEMORY = """
import sys
import numpy as np
from pydap.handlers.lib import BaseHandler
from pydap.model import BaseType, DatasetType, GridType
from werkzeug.serving import run_simple

days, norths, easts = (int(n) for n in sys.argv[2:5])
dataset = DatasetType("tas", Conventions="CF-1.8", source_id="made here")
axes = {
    "time": (np.arange(days, dtype="f8"), {"units": f"days since {sys.argv[5]}", "calendar": "standard", "standard_name": "time"}),
    "lat": (np.linspace(40, 56, norths), {"units": "degrees_north", "standard_name": "latitude"}),
    "lon": (np.linspace(0, 22, easts), {"units": "degrees_east", "standard_name": "longitude"}),
}
values = (280 + np.arange(days * norths * easts, dtype="f4").reshape(days, norths, easts) / 1000).astype("f4")
grid = dataset["tas"] = GridType("tas")
grid["tas"] = BaseType("tas", values, dims=("time", "lat", "lon"), units="K", standard_name="air_temperature")
for name, (data, attributes) in axes.items():
    dataset[name] = BaseType(name, data, dims=(name,), **attributes)
    grid[name] = BaseType(name, data, dims=(name,), **attributes)
run_simple("127.0.0.1", int(sys.argv[1]), BaseHandler(dataset), threaded=True)
"""


def missing() -> str:
    """Why the servers cannot be started here; empty where they can."""
    return "" if executable("servers", "pydap").exists() else "pydap is not installed: run `make test-servers`"


@contextmanager
def dap(folder: Path) -> Iterator[str]:
    """A dataset `tas` (time, lat, lon) held in memory: 280 K and a thousandth more with every value; yields its address."""
    port = free_port()
    program = [str(executable("servers", "python")), "-c", _IN_MEMORY, str(port)]
    command = [*program, *map(str, (DAYS, NORTHS, EASTS)), START]
    address = f"http://127.0.0.1:{port}/tas"
    with running(command, answers=f"{address}.dds", log=folder / "dap.log"):
        yield address


@contextmanager
def dap_files(folder: Path, files: Path) -> Iterator[str]:
    """`pydap -d` over a folder of files: it answers 200 to a subset and sends less than it announced; yields its address."""
    port = free_port()
    command = [str(executable("servers", "pydap")), "-d", str(files), "-b", "127.0.0.1", "-p", str(port)]
    address = f"http://127.0.0.1:{port}"
    with running(command, answers=address, log=folder / "dap-files.log"):
        yield address
