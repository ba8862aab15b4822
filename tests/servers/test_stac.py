"""Our STAC connector, through the engine, against the real stac-fastapi-static over thousands of real items."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import httpx2
import msgspec
import pystac_client
import pytest
from shapely.geometry import box, shape

from connectors.eo.scene_key import scene_key
from connectors.eo.stac_item import read_items
from connectors.extents import BBox, Interval
from connectors.items import JSON, Found, Item
from connectors.operations import Search
from tests.servers.catalogs import real_items
from tests.servers.registration import Registered, add, world

pytestmark = pytest.mark.servers

PATIENT = "limits = { budget_s = 30.0, rate_per_s = 1000.0 }"
SERIES = "landsat-sr"  # of the holdings: 105 dates of one place, each with its cloud cover
HAVELLAND, BERLIN = "S2A_T33UUU_20170216T102101_L1C", BBox(west=13.088, south=52.338, east=13.761, north=52.675)


@cache
def documents(collection: str) -> tuple[JSON, ...]:
    """The items of a collection as they were written into the catalog."""
    return tuple(item for item in real_items() if item["collection"] == collection)


@cache
def largest() -> str:
    """The collection with most items; which one it is depends on what lies beside the checkout."""
    counts: Counter[str] = Counter(item["collection"] for item in real_items())
    return max(sorted(counts), key=lambda name: counts[name])


@pytest.fixture(scope="module")
def registered(stac_url: str, tmp_path_factory: pytest.TempPathFactory) -> Registered:
    return add(stac_url, tmp_path_factory.mktemp("config"))


async def search(registered: Registered, folder: Path, asked: Search, *, more: str = PATIENT) -> Found:
    async with world(registered, folder=folder, more=more) as outside:
        return await outside.search(asked, source=registered.id, deadline_s=60.0)


def ids(found: Found) -> set[str]:
    return {item.id for item in found.items}


def test_its_protocol_is_found_out(registered: Registered, stac_url: str) -> None:
    assert registered.said == f"{registered.id} registered: stac-api (eo) at {stac_url}"


async def test_pages_are_followed_to_the_end(registered: Registered, tmp_path: Path) -> None:
    size = len(documents(SERIES)) // 4 + 1
    more = f"limits = {{ budget_s = 30.0, rate_per_s = 1000.0, page_max = {size} }}"

    found = await search(registered, tmp_path, Search(family="eo", collections=(SERIES,), limit=5000), more=more)

    assert ids(found) == {item["id"] for item in documents(SERIES)}
    assert (found.complete, found.reports[0].attempts, found.reports[0].post_filtered) == (True, 4, ())


async def test_no_more_than_the_limit_comes(registered: Registered, tmp_path: Path) -> None:
    found = await search(registered, tmp_path, Search(family="eo", collections=(largest(),), limit=7))

    assert (len(found.items), found.reports[0].attempts) == (7, 1)


async def test_a_box_is_searched(registered: Registered, tmp_path: Path) -> None:
    middle = shape(documents(largest())[0]["geometry"]).centroid
    around = BBox(west=middle.x - 0.1, south=middle.y - 0.1, east=middle.x + 0.1, north=middle.y + 0.1)

    found = await search(registered, tmp_path, Search(family="eo", collections=(largest(),), bbox=around, limit=5000))

    inside = [
        i
        for i in documents(largest())
        if shape(i["geometry"]).intersects(box(around.west, around.south, around.east, around.north))
    ]
    assert {scene_key(item) for item in found.items} == {scene_key(item) for item in _read(inside)} != set()


async def test_an_interval_is_searched(registered: Registered, tmp_path: Path) -> None:
    days = sorted(_day(item) for item in documents(SERIES))
    wanted = Interval(start=days[len(days) // 3], end=days[len(days) // 2])

    found = await search(registered, tmp_path, Search(family="eo", collections=(SERIES,), interval=wanted, limit=5000))

    first, last = len(days) // 3, len(days) // 2
    assert sorted(item.interval.start or "" for item in found.items) == days[first : last + 1]


async def test_box_and_interval_find_the_scene_west_of_berlin(registered: Registered, tmp_path: Path) -> None:
    february = Interval(start="2017-02-01", end="2017-02-28")
    near = Search(family="eo", collections=("sentinel-2-l1c",), bbox=BERLIN.buffered(100), interval=february)

    found = await search(registered, tmp_path, near)

    assert ids(found) == {HAVELLAND}


async def test_what_is_elsewhere_is_an_empty_result(registered: Registered, tmp_path: Path) -> None:
    ocean = BBox(west=-140.0, south=-50.0, east=-139.0, north=-49.0)

    found = await search(registered, tmp_path, Search(family="eo", collections=(SERIES,), bbox=ocean))

    assert (found.items, found.reports[0].state, found.complete) == ((), "empty", True)


async def test_an_item_can_be_had_again_by_its_id(registered: Registered, stac_url: str, tmp_path: Path) -> None:
    near = Search(family="eo", collections=("sentinel-2-l1c",), bbox=BERLIN.buffered(100))

    (item,) = (await search(registered, tmp_path, near)).items

    again = httpx2.get(f"{stac_url}/collections/{item.collection}/items/{item.id}").json()
    assert (again["id"], again["properties"]["platform"]) == (HAVELLAND, item.properties["platform"])
    assert {asset.key for asset in item.assets} == set(again["assets"])


@pytest.mark.parametrize(
    ("quirks", "dropped"),
    [("[]", ()), ('["filter:query"]', ("cloud_cover_max",))],
    ids=["a filter it knows", "a filter it ignores"],
)
async def test_filters_hold_and_what_it_ignored_is_reported(
    registered: Registered, tmp_path: Path, quirks: str, dropped: tuple[str, ...]
) -> None:
    """stac-fastapi-static declares CQL2 and passes over the query extension in silence."""
    clear = Search(family="eo", collections=(SERIES,), filters={"cloud_cover_max": 5}, limit=5000)

    found = await search(registered, tmp_path, clear, more=f"{PATIENT}\nquirks = {quirks}")

    assert (
        ids(found) == {item["id"] for item in documents(SERIES) if item["properties"]["eo:cloud_cover"] <= 5} != set()
    )
    assert found.reports[0].post_filtered == dropped


async def test_an_independent_client_finds_the_same(registered: Registered, stac_url: str, tmp_path: Path) -> None:
    years = Interval(start="2009-01-01", end="2010-12-31")

    ours = await search(registered, tmp_path, Search(family="eo", collections=(SERIES,), interval=years, limit=500))
    theirs = pystac_client.Client.open(stac_url).search(
        collections=[SERIES], datetime="2009-01-01/2010-12-31", limit=50
    )

    assert ids(ours) == {item["id"] for item in theirs.items_as_dicts()} != set()


def _day(document: JSON) -> str:
    return str(document["properties"]["start_datetime"])[:10]


def _read(items: list[JSON]) -> tuple[Item, ...]:
    """The items as our connector reads them; several may be one scene, published or processed twice."""
    return read_items([msgspec.Raw(json.dumps(item).encode()) for item in items], "real", {})
