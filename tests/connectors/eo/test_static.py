"""Static STAC: a recorded catalogue walked link by link, branches passed over by what they say of themselves."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Checks, Keys, Page, Request, SearchConnector
from connectors.eo.static import StaticConnector
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Limits, Source
from connectors.operations import Search
from tests.connectors.fault_server import Exchange, FaultServer, fault_server
from tests.connectors.outside_world import outside, report, source

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
ROOT = "https://files.example/stac/catalog.json"


def _connector(**parts: Any) -> StaticConnector:
    given: dict[str, Any] = {"id": "s", "title": "S", "kind": "stac-static", "family": "eo", "url": ROOT}
    return StaticConnector(Source(**given | parts))


def _start(search: Search, **parts: Any) -> Request:
    plan = _connector(**parts).plan(search)
    assert plan is not None
    (request,) = plan.requests
    return request


def _step(document: dict[str, Any], request: Request, **parts: Any) -> Page:
    return _connector(**parts).decode(json.dumps(document).encode(), request)


def _catalog(*hrefs: str, rel: str = "child") -> dict[str, Any]:
    return {"type": "Catalog", "id": "c", "links": [{"rel": rel, "href": href} for href in hrefs]}


def _collection(name: str, **extent: Any) -> dict[str, Any]:
    return {"type": "Collection", "id": name, "extent": extent, "links": [{"rel": "item", "href": "./i.json"}]}


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


def test_links_are_followed_from_where_they_stand_and_never_to_another_host() -> None:
    page = _step(
        _catalog("./a/collection.json", "../b.json", "https://elsewhere.example/c.json"), _start(Search(family="eo"))
    )

    assert [r.url for r in page.also] == [
        "https://files.example/stac/a/collection.json",
        "https://files.example/b.json",
    ]


def test_a_collection_may_be_had_by_its_own_address() -> None:
    options = {"template": "https://files.example/{collection}/product.json"}
    search = Search(family="eo", collections=("sst",))

    assert (
        _start(search, options=options, collections={"sst": "SST_L4"}).url
        == "https://files.example/SST_L4/product.json"
    )


def test_a_walk_goes_no_deeper_than_it_may() -> None:
    request = _start(Search(family="eo"), options={"depth": 2})
    for _ in range(2):
        (request,) = _step(_catalog("./x.json"), request, options={"depth": 2}).also

    assert _step(_catalog("./x.json"), request, options={"depth": 2}).also == ()


@pytest.mark.parametrize(
    ("collection", "followed"),
    [
        (_collection("landsat-8"), True),
        (_collection("naip"), False),
        (_collection("landsat-8", spatial={"bbox": [[0, 0, 10, 10]]}), False),
        (_collection("landsat-8", temporal={"interval": [["2018-01-01T00:00:00Z", None]]}), True),
        (_collection("landsat-8", temporal={"interval": [["1999-01-01T00:00:00Z", "1999-12-31T00:00:00Z"]]}), False),
        (_collection("landsat-8", spatial={"bbox": "everywhere"}), True),
    ],
)
def test_a_collection_that_cannot_hold_it_is_passed_over(collection: dict[str, Any], followed: bool) -> None:
    known = {"landsat-c2-l1": "landsat-8"}
    search = Search(
        family="eo",
        collections=("landsat-c2-l1",),
        bbox=BBox(west=-80, south=30, east=-70, north=40),
        interval=Interval(start="2018-06-01", end="2018-06-30"),
    )
    (below,) = _step(_catalog("./landsat.json"), _start(search, collections=known), collections=known).also

    assert bool(_step(collection, below, collections=known).also) is followed


def test_an_item_that_names_no_collection_is_of_the_one_walked_through() -> None:
    known = {"ours": "theirs"}
    start = _start(Search(family="eo", collections=("ours",)), collections=known)
    (below,) = _step(_collection("theirs"), start, collections=known).also

    page = _step({"type": "Feature", "id": "i", "properties": {}}, below, collections=known)

    assert [item.collection for item in page.items] == ["ours"]


def test_items_that_lie_elsewhere_do_not_count() -> None:
    start = _start(Search(family="eo", bbox=BBox(west=0, south=0, east=1, north=1)))
    item = {"type": "Feature", "id": "i", "properties": {"datetime": "2020-01-01T00:00:00Z"}, "bbox": [5, 5, 6, 6]}

    assert _step(item, start).items == ()
    assert (
        len(_step({"type": "FeatureCollection", "features": [item | {"bbox": [0, 0, 6, 6]}, item]}, start).items) == 1
    )


@pytest.mark.parametrize("body", [b"", b"<a/>", b'{"a": "\xff"}', b"[]", b'{"type": "Thing"}', b'{"type": 3}'])
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        _connector().decode(body, _start(Search(family="eo")))


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


@needs_shared
async def test_a_recorded_catalogue_is_walked_to_its_items(server: FaultServer, tmp_path: Path) -> None:
    import yaml

    recorded = SHARED / "fixtures/eo/pystac_client/test_non_recursion_on_fallback.yaml"
    exchanges = yaml.safe_load(recorded.read_text("utf-8"))["interactions"]
    bodies = {
        "/cat" + e["request"]["uri"].partition("example-catalog")[2]: e["response"]["body"]["string"] for e in exchanges
    }

    async def files(exchange: Exchange) -> None:
        body = bodies.get(exchange.path)
        await exchange.reply(200 if body else 404, (body or "{}").encode())

    one = source(
        "static",
        server.add("cat", files) + "/catalog.json",
        kind="stac-static",
        collections={"landsat-c2-l1": "landsat-8-l1"},
        limits=Limits(rate_per_s=1000.0),
    )
    async with outside(tmp_path, one) as world:
        every = await world.search(Search(family="eo", collections=("landsat-c2-l1",)), source="static")
        june = Search(
            family="eo", collections=("landsat-c2-l1",), interval=Interval(start="2018-06-01", end="2018-06-30")
        )
        some = await world.search(june, source="static")

    assert (report(every, "static").state, len(every.items), len(some.items)) == ("ok", 4, 2)
    assert {item.collection for item in every.items} == {"landsat-c2-l1"}
