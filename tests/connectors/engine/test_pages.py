"""Page after page, on the source's own host, never in circles."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from connectors.base import Request
from connectors.engine.call import Trail
from connectors.engine.pages import Gathered, Pager
from connectors.eo.stac import StacConnector
from connectors.esgf.solr import SolrConnector
from connectors.offers import Limits, Source
from tests.connectors.engine.wired import Wired, wired
from tests.connectors.fault_server import Behaviour, Exchange, collection, feature, stac
from tests.connectors.outside_world import source


@pytest.fixture
async def w() -> AsyncIterator[Wired]:
    async with wired() as made:
        yield made


async def gather(w: Wired, one: Source, *, limit: int, size: int = 10, connector: Any = None) -> Gathered:
    request = Request(method="POST", url=f"{one.url}/search", json={"limit": size})
    return await Pager(w.caller).gather(
        (request,),
        source=one,
        connector=connector or StacConnector(source=one),
        limit=limit,
        until=w.until(),
        trail=Trail(),
    )


async def test_pages_are_followed_until_there_are_enough(w: Wired) -> None:
    one = source("many", w.server.add("many", stac("many", n=95)))
    some = await gather(w, one, limit=25)
    assert (len(some.items), some.matched, some.more, w.server.asked("many")) == (30, 95, True, 3)
    every = await gather(w, one, limit=1000)
    assert (len(every.items), every.more, every.error) == (95, False, None)


def linking(href: str) -> Behaviour:
    """A page that always names the same next one."""

    async def answer(exchange: Exchange) -> None:
        links = [
            {"rel": "next", "href": href.format(host=exchange.headers["host"]), "method": "POST", "body": {"p": 1}}
        ]
        await exchange.reply(body=collection([feature("x-1")], links=links))

    return answer


async def test_a_circle_of_pages_is_cut(w: Wired) -> None:
    one = source("ring", w.server.add("ring", linking("http://{host}/ring/search")))
    found = await gather(w, one, limit=1000)
    assert found.error is None or "read already" in str(found.error)
    assert w.server.asked("ring") == 2


async def test_a_link_to_another_host_is_asked_at_home(w: Wired) -> None:
    one = source("away", w.server.add("away", linking("http://internal.example:8080/away/search?q=2")))
    await gather(w, one, limit=1000)
    assert w.server.asked("away") >= 2


async def test_a_decoder_that_breaks_is_the_sources_failure(w: Wired) -> None:
    class Broken(StacConnector):
        def decode(self, body: bytes, request: Request) -> Any:
            raise KeyError("features")

    one = source("odd", w.server.add("odd", stac("odd")))
    found = await gather(w, one, limit=10, connector=Broken(source=one))
    assert "KeyError" in str(found.error) and found.items == ()


async def test_a_solr_index_pages_by_offset(w: Wired) -> None:
    async def index(exchange: Exchange) -> None:
        start = int(exchange.query["offset"])
        docs = ",".join(
            f'{{"id": "CMIP6.x{n}.v1|node", "project": ["CMIP6"]}}' for n in range(start, min(start + 2, 5))
        )
        await exchange.reply(body=f'{{"response": {{"numFound": 5, "start": {start}, "docs": [{docs}]}}}}'.encode())

    limits = Limits(rate_per_s=1000.0)
    one = source("solr", w.server.add("solr", index), kind="esgf-solr", family="esgf", limits=limits)
    request = Request(method="GET", url=one.url, params={"offset": "0", "limit": "2"})
    found = await Pager(w.caller).gather(
        (request,), source=one, connector=SolrConnector(source=one), limit=100, until=w.until(), trail=Trail()
    )
    assert (len(found.items), found.matched, w.server.asked("solr")) == (5, 5, 3)


async def test_the_counts_of_several_requests_add_up(w: Wired) -> None:
    one = source("half", w.server.add("half", stac("half", n=4)))
    requests = tuple(Request(method="POST", url=f"{one.url}/{n}", json={"limit": 10}) for n in range(2))
    found = await Pager(w.caller).gather(
        requests, source=one, connector=StacConnector(source=one), limit=10, until=w.until(), trail=Trail()
    )
    assert (len(found.items), found.matched) == (8, 8)
