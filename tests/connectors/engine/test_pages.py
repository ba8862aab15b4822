"""Page after page, on the source's own host, never in circles."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from connectors.base import Page, Request
from connectors.engine.call import Trail
from connectors.engine.pages import Gathered, Pager
from connectors.eo.stac import StacConnector
from connectors.esgf.solr import SolrConnector
from connectors.items import Item
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


class Tree(StacConnector):
    """A catalogue of numbers: each leads to two more, those from `leaves` on hold an item."""

    leaves = 8

    def decode(self, body: bytes, request: Request) -> Page:
        number = int(body)
        if number >= self.leaves:
            return Page(items=(Item(id=str(number), collection="c"),))
        return Page(items=(), also=tuple(self.at(n) for n in (2 * number, 2 * number + 1)))

    def at(self, number: int) -> Request:
        return Request(method="GET", url=f"{self.source.url}/{number}")


async def number(exchange: Exchange) -> None:
    own = exchange.path.rpartition("/")[2]
    await exchange.reply(404 if own == "5" else 200, own.encode())


async def test_a_catalogue_is_walked_breadth_first_and_goes_on_past_a_branch_that_fails(w: Wired) -> None:
    one = source("tree", w.server.add("tree", number), limits=Limits(rate_per_s=1000.0))
    tree = Tree(source=one)
    found = await Pager(w.caller).gather(
        (tree.at(1),), source=one, connector=tree, limit=100, until=w.until(), trail=Trail()
    )
    assert [item.id for item in found.items] == ["8", "9", "12", "13", "14", "15"]
    assert "404" in str(found.error)


async def test_a_walk_ends_when_there_are_enough_and_says_that_there_is_more(w: Wired) -> None:
    one = source("wood", w.server.add("wood", number), limits=Limits(rate_per_s=1000.0))
    tree = Tree(source=one)
    tree.leaves = 32
    found = await Pager(w.caller).gather(
        (tree.at(1),), source=one, connector=tree, limit=1, until=w.until(), trail=Trail()
    )
    assert (found.items[0].id, found.more) == ("32", True)
    assert w.server.asked("wood") < 63


class ByHeader(StacConnector):
    """Pages by a header, as CMR does."""

    def paged(self, page: Page, headers: Mapping[str, str], request: Request) -> Page:
        mark = headers.get("next-page", "")
        return replace(page, next=replace(request, headers={"next-page": mark})) if mark else page


async def test_a_header_may_name_the_next_page(w: Wired) -> None:
    async def answer(exchange: Exchange) -> None:
        page = int(exchange.headers.get("next-page", "1"))
        more = {"Next-Page": str(page + 1)} if page < 3 else {}
        await exchange.reply(body=collection([feature(f"p{page}-1")]), headers=more)

    one = source("headed", w.server.add("headed", answer))
    found = await gather(w, one, limit=100, connector=ByHeader(source=one))
    assert ([item.id for item in found.items], found.error) == (["p1-1", "p2-1", "p3-1"], None)
