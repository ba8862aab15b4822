"""What has landed, put together: counts, facets, order, and the end of a listener."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from connectors.engine.ask import Endpoint, Landed
from connectors.engine.federation import found
from connectors.eo.stac import StacConnector
from connectors.items import Item, SourceReport
from connectors.operations import Search
from tests.connectors.fault_server import fault_server, silent, stac
from tests.connectors.outside_world import SEARCH, outside, source

ESGF = Search(family="esgf", limit=10)


def endpoint(name: str) -> Endpoint:
    one = source(name, f"https://{name}.example")
    return Endpoint(source=one, connector=StacConnector(source=one))


def part(
    name: str, *ids: str, matched: int | None = None, more: bool = False, state: str = "ok", **facets: object
) -> Landed:
    items = tuple(Item(id=i, collection="c", properties={"datetime": f"2020-01-{ord(i) - 96:02d}"}) for i in ids)
    report = SourceReport(source=name, state=state, n=len(items), matched=matched)
    return Landed(report=report, items=items, more=more, facets=facets)  # type: ignore[arg-type]


ENDPOINTS = (endpoint("a"), endpoint("b"))


def test_the_same_whatever_the_order_of_arrival() -> None:
    parts = [part("a", "x", "y"), part("b", "y", "z")]
    assert found(SEARCH, ENDPOINTS, parts) == found(SEARCH, ENDPOINTS, parts[::-1])


def test_the_count_is_exact_where_everything_came() -> None:
    assert found(SEARCH, ENDPOINTS, [part("a", "x", "y", matched=2), part("b", "y", matched=1)]).matched == 2


def test_the_count_is_the_largest_where_there_is_more() -> None:
    parts = [part("a", "x", matched=5000, more=True), part("b", "y", matched=1)]
    assert found(SEARCH, ENDPOINTS, parts).matched == 5000
    assert found(SEARCH, ENDPOINTS, [part("a", "x", more=True)]).matched is None


def test_a_records_count_is_not_doubled_by_its_copies() -> None:
    parts = [part("a", source_id={"M": 3, "N": 1}), part("b", source_id={"M": 2, "O": 4})]
    assert found(replace(ESGF, limit=0), ENDPOINTS, parts).facets == {"source_id": {"M": 3, "N": 1, "O": 4}}


def test_no_more_than_the_limit() -> None:
    whole = found(replace(SEARCH, limit=1), ENDPOINTS, [part("a", "x", "y", matched=2)])
    assert (len(whole.items), whole.matched) == (1, 2)
    asked = found(replace(SEARCH, filters={"limit": 1}), ENDPOINTS, [part("a", "x", "y", matched=2)])
    assert len(asked.items) == 1


def test_an_asked_order_rules() -> None:
    parts = [part("a", "x", "y", "z")]
    ordered = found(replace(SEARCH, filters={"sort": "-datetime"}), ENDPOINTS, parts)
    assert [item.id for item in ordered.items] == ["z", "y", "x"]


async def test_a_listener_that_leaves_stops_the_search(tmp_path: Path) -> None:
    async with fault_server() as server:
        mute, well = source("mute", server.add("mute", silent)), source("well", server.add("well", stac("well")))
        async with outside(tmp_path, mute, well) as world, contextlib.aclosing(world.stream(SEARCH)) as arrivals:
            assert (await anext(arrivals)).report.source == "well"
