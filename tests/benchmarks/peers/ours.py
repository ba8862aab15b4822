"""The same search by our engine, timed in a process of its own.

    python -m tests.benchmarks.peers.ours KIND WHAT ADDRESS…

KIND is stac-api or esgf-solr, WHAT as for the others. `first` is when the first records were there.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from connectors.offers import Limits, Source
from connectors.operations import Search
from tests.connectors.outside_world import outside, source

PAGE = 250
IMPORTED = ("connectors.network", "connectors.eo.stac", "connectors.esgf.solr", "shapely")  # as the others have theirs
LIMITS = Limits(budget_s=3.0, rate_per_s=1e6, max_connections=100, page_max=1000)


async def run(kind: str, what: str, addresses: list[str]) -> dict[str, float]:
    for name in IMPORTED:
        importlib.import_module(name)
    family = "eo" if kind == "stac-api" else "esgf"
    search = Search(family=family, collections=("sentinel-2-l2a",) if family == "eo" else ("CMIP6",))
    search = replace(search, limit=1000 if what == "all" else 10 * len(addresses))
    with tempfile.TemporaryDirectory() as folder:
        sources = [_source(n, address, kind=kind, family=family) for n, address in enumerate(addresses)]
        off = ("embedded-esgf-1", "embedded-esgf-2")
        async with outside(Path(folder), *sources, off=off) as world:
            await world.search(replace(search, collections=("nothing-here",)))  # imports and wiring
            started, cpu, first = time.perf_counter(), time.process_time(), 0.0
            records, answered = 0, 0
            async for part in world.stream(search):
                if part.items and not first:
                    first = time.perf_counter() - started
                records += len(part.items)
                answered += bool(part.items)
            taken = {"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu, "first": first}
            return taken | {"records": records, "sources": answered}


def _source(n: int, address: str, *, kind: str, family: str) -> Source:
    own = {"sentinel-2-l2a": "sentinel-2-l2a"} if family == "eo" else {"CMIP6": "CMIP6"}
    limits = replace(LIMITS, page_max=PAGE) if "many-stac" in address else LIMITS
    url = address if family == "eo" else f"{address}/esg-search/search"
    return source(f"s{n}", url, kind=kind, family=family, limits=limits, collections=own)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(sys.argv[1], sys.argv[2], sys.argv[3:]))))
