"""Two hundred searches over fifty catalogues, ten of which misbehave: what the healthy ones hold is never lost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.connectors.chaos import COUNT, catalogues, is_whole, search
from tests.connectors.fault_server import fault_server
from tests.connectors.outside_world import outside

SEARCHES = 200


@pytest.mark.long
async def test_faulty_catalogues_cost_no_healthy_records(tmp_path: Path) -> None:
    async with fault_server() as server:
        sources, healthy = catalogues(server, faulty=True)
        async with outside(tmp_path, *sources, now=time.time) as world:
            whole = 0
            for number in range(SEARCHES):
                found = await world.search(search(number))
                whole += is_whole(found, healthy, sources=COUNT)
                assert not found.complete
                server.exchanges.clear()
    assert whole >= 0.995 * SEARCHES


async def test_a_few_searches_among_faulty_catalogues(tmp_path: Path) -> None:
    async with fault_server() as server:
        sources, healthy = catalogues(server, faulty=True)
        async with outside(tmp_path, *sources, now=time.time) as world:
            found = [await world.search(search(number)) for number in range(5)]
    assert all(is_whole(one, healthy, sources=COUNT) for one in found)
    states = {r.source: r.state for r in found[-1].reports if r.source.startswith("bad")}
    assert len(states) == COUNT // 5
    assert not {"ok", "empty"} & set(states.values())
