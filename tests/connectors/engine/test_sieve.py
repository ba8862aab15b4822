"""What a source cannot be asked for: read on for, and never counted without being looked at."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from connectors.engine.ask import Asker, Endpoint, Landed
from connectors.engine.results import Results
from connectors.eo.stac import StacConnector
from tests.connectors.engine.wired import Wired, wired
from tests.connectors.fault_server import Exchange, stac, status
from tests.connectors.outside_world import SEARCH, source


@pytest.fixture
async def w() -> AsyncIterator[Wired]:
    async with wired() as made:
        yield made


async def sift(w: Wired, *, limit: int, most: int = 0, budget_s: float = 20.0, name: str = "many") -> Landed:
    """Scenes with few clouds, of a catalogue that cannot be asked for them."""
    server = source(name, f"http://127.0.0.1:{w.server.port}/{name}", quirks=("filter:none",))
    asker = Asker(caller=w.caller, results=Results(memory=w.memory, now=w.clock))
    search = replace(SEARCH, limit=limit, filters={"cloud_cover_max": most})
    return await asker.ask(search, Endpoint(source=server, connector=StacConnector(source=server)), budget_s=budget_s)


async def test_it_is_read_to_the_end_and_counted_here(w: Wired) -> None:
    w.server.add("many", stac("many", n=130))  # every sixtieth is clear
    landed = await sift(w, limit=10)
    assert [item.id for item in landed.items] == ["many-0000", "many-0060", "many-0120"]
    assert (landed.report.matched, landed.more, landed.report.attempts) == (3, False, 13)


async def test_it_is_read_until_there_is_enough_and_then_not_counted(w: Wired) -> None:
    w.server.add("many", stac("many", n=130))
    landed = await sift(w, limit=10, most=4)
    assert (len(landed.items), landed.report.attempts) == (10, 7)
    assert (landed.report.matched, landed.more) == (None, True)


async def test_where_all_serve_the_count_is_the_sources(w: Wired) -> None:
    w.server.add("many", stac("many", n=130))
    landed = await sift(w, limit=10, most=60)
    assert (len(landed.items), landed.report.attempts, landed.report.matched) == (10, 1, 130)


async def test_a_failure_on_the_way_keeps_what_came_before_it(w: Wired) -> None:
    well = stac("many", n=130)

    async def answer(exchange: Exchange) -> None:
        await (well if exchange.count < 3 else status(400))(exchange)

    w.server.add("many", answer)
    landed = await sift(w, limit=10)
    assert ([item.id for item in landed.items], landed.report.state) == (["many-0000"], "partial")
    assert len(landed.rest) == 1


async def test_half_its_time_is_enough(w: Wired) -> None:
    w.server.add("many", stac("many", n=3000, delay_s=0.2))
    landed = await sift(w, limit=10, budget_s=1.0)
    assert (landed.report.state, landed.more) == ("ok", True)
    assert landed.report.attempts <= 4
