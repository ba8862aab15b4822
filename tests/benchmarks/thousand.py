"""A thousand catalogues in one search, in processes of their own: prints the search's seconds, CPU and answers as JSON.

python -m tests.benchmarks.thousand            a thousand origins, on four server processes
python -m tests.benchmarks.thousand serve N    one of these: N catalogues, each on a port of its own
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from connectors.offers import Limits
from tests.connectors.fault_server import FaultServer, stac
from tests.connectors.outside_world import SEARCH, outside, source

CATALOGUES, SERVERS, RECORDS = 1000, 4, 3
DELAY_S = 0.05
LIMITS = Limits(budget_s=30.0, rate_per_s=1e6)


async def serve(count: int) -> None:
    """Prints its ports, and serves until its standard input is closed."""
    ports, listeners = [], []
    for _ in range(count):
        server = FaultServer(port=0)
        listener = await asyncio.start_server(server.handle, "127.0.0.1", 0, backlog=128)
        listeners.append(listener)
        server.port = listener.sockets[0].getsockname()[1]
        server.add(_name(server.port), stac(_name(server.port), n=RECORDS, delay_s=DELAY_S))
        ports.append(server.port)
    print(*ports, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


@contextlib.contextmanager
def servers() -> Iterator[list[int]]:
    """The ports of all catalogues."""
    command = [sys.executable, "-m", "tests.benchmarks.thousand", "serve", str(CATALOGUES // SERVERS)]
    with contextlib.ExitStack() as stack:
        running = [
            stack.enter_context(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
            for _ in range(SERVERS)
        ]
        try:
            yield [int(port) for one in running if one.stdout for port in one.stdout.readline().split()]
        finally:
            for one in running:
                if one.stdin:
                    one.stdin.close()


async def search(ports: list[int]) -> dict[str, Any]:
    """One search of all, in a process that has searched before but knows none of them."""
    own = {"sentinel-2-l2a": "x"}
    sources = [
        source(_name(p), f"http://127.0.0.1:{p}/{_name(p)}", limits=LIMITS, collections=own) for p in ports
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        async with outside(Path(folder), *sources) as world:
            await world.search(replace(SEARCH, collections=("nothing-here",)))
            started, cpu = time.perf_counter(), time.process_time()
            found = await world.search(replace(SEARCH, limit=10 * CATALOGUES), deadline_s=60.0)
            taken = {"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu}
    return taken | {"answered": sum(r.state == "ok" and r.n == RECORDS for r in found.reports)}


def _name(port: int) -> str:
    return f"port{port}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve(int(sys.argv[2])))
    else:
        with servers() as ports:
            print(json.dumps(asyncio.run(search(ports))))
