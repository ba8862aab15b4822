"""Our STAC connector, through the engine, against stac-fastapi over PostgreSQL and over geoparquet, and what tells them apart."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pystac_client
import pytest
from shapely.geometry import box, mapping, shape

from connectors.eo.scene_key import scene_key
from connectors.extents import BBox, Interval
from connectors.items import JSON, Found
from connectors.operations import Search
from tests.servers.geoparquet import large_collections
from tests.servers.registration import Registered, add, world
from tests.servers.test_stac import SERIES, _read

pytestmark = pytest.mark.servers

PATIENT = "limits = { budget_s = 180.0, rate_per_s = 1000.0, page_max = 250 }"
QUIRKS = {"pgstac": (), "geoparquet": ("sort:bare", "search:apart")}  # what no landing page tells
CLEAR = Search(family="eo", collections=(SERIES,), filters={"cloud_cover_max": 5}, limit=5000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """One server, registered as a user does it, and what its source file must say of it."""

    name: str
    url: str
    registered: Registered
    quirks: tuple[str, ...]

    def told(self, *quirks: str) -> str:
        """The lines of its entry."""
        return f"{PATIENT}\nquirks = [{', '.join(f'{quirk!r}' for quirk in (*self.quirks, *quirks))}]"

    async def search(self, asked: Search, folder: Path, *quirks: str) -> Found:
        more = self.told(*quirks)
        async with world(self.registered, folder=folder, more=more) as outside:
            return await outside.search(asked, source=self.registered.id, deadline_s=180.0)


@pytest.fixture(scope="module", params=["pgstac", "geoparquet"])
def api(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Api:
    url = request.getfixturevalue(f"{request.param}_url")
    return registered_api(request.param, url, tmp_path_factory.mktemp("config"))


@pytest.fixture(scope="module")
def pgstac(pgstac_url: str, tmp_path_factory: pytest.TempPathFactory) -> Api:
    return registered_api("pgstac", pgstac_url, tmp_path_factory.mktemp("config"))


def registered_api(name: str, url: str, folder: Path) -> Api:
    """The server as a user registers it, with the quirks that its entry then tells."""
    registered = add(url, folder)
    written = tomllib.loads(registered.sources_file.read_text("utf-8"))["source"][registered.id].get("quirks", [])
    return Api(name=name, url=url, registered=registered, quirks=(*written, *QUIRKS[name]))


def test_what_it_says_that_it_can_do_is_written_down(api: Api) -> None:
    assert api.quirks == ("fields", *QUIRKS[api.name])


@cache
def documents(collection: str) -> tuple[JSON, ...]:
    return tuple(item for item in large_collections() if item["collection"] == collection)


@cache
def largest() -> str:
    """The collection with most items; which one it is depends on what lies beside the checkout."""
    counts: Counter[str] = Counter(item["collection"] for item in large_collections())
    return max(sorted(counts), key=lambda name: counts[name])


@cache
def around() -> BBox:
    """A small box in the middle of the largest collection's first item."""
    middle = shape(documents(largest())[0]["geometry"]).centroid
    return BBox(west=middle.x - 0.1, south=middle.y - 0.1, east=middle.x + 0.1, north=middle.y + 0.1)


def within(geometry: Any) -> set[str]:
    """The scenes of the largest collection whose footprint meets the geometry."""
    return scenes([item for item in documents(largest()) if shape(item["geometry"]).intersects(geometry)])


def scenes(found: list[JSON]) -> set[str]:
    """Several items may be one scene, published or processed twice."""
    return {scene_key(item) for item in _read(found)}


def keys(found: Found) -> set[str]:
    return {scene_key(item) for item in found.items}


def theirs(api: Api, **asked: Any) -> list[JSON]:
    """What an independent client finds."""
    return list(pystac_client.Client.open(api.url).search(limit=250, **asked).items_as_dicts())


def test_its_protocol_is_found_out(api: Api) -> None:
    assert api.registered.said == f"{api.registered.id} registered: stac-api (eo) at {api.url}"


async def test_a_box_is_searched(api: Api, tmp_path: Path) -> None:
    near = around()
    found = await api.search(Search(family="eo", collections=(largest(),), bbox=near, limit=5000), tmp_path)
    assert keys(found) == within(box(near.west, near.south, near.east, near.north)) != set()
    assert keys(found) == scenes(theirs(api, collections=[largest()], bbox=near.to_list()))


async def test_a_geometry_is_searched(api: Api, tmp_path: Path) -> None:
    triangle = shape(documents(largest())[0]["geometry"]).centroid.buffer(0.2, quad_segs=1)
    asked = Search(family="eo", collections=(largest(),), filters={"intersects": mapping(triangle)}, limit=5000)
    found = await api.search(asked, tmp_path)
    assert keys(found) == within(triangle) != set()


async def test_items_are_had_by_their_ids(api: Api, tmp_path: Path) -> None:
    wanted = [item["id"] for item in documents(SERIES)[:3]]
    found = await api.search(Search(family="eo", collections=(SERIES,), filters={"ids": wanted}), tmp_path)
    assert sorted(item.id for item in found.items) == sorted(wanted)


async def test_an_interval_is_searched_as_another_client_searches_it(api: Api, tmp_path: Path) -> None:
    years = Interval(start="2009-01-01", end="2010-12-31")
    found = await api.search(Search(family="eo", collections=(SERIES,), interval=years, limit=5000), tmp_path)
    expected = theirs(api, collections=[SERIES], datetime="2009-01-01/2010-12-31")
    assert {item.id for item in found.items} == {item["id"] for item in expected} != set()


@pytest.mark.parametrize("quirks", [(), ("search:get",)], ids=["CQL2 JSON by POST", "CQL2 text by GET"])
async def test_a_filter_is_pushed_down(api: Api, tmp_path: Path, quirks: tuple[str, ...]) -> None:
    found = await api.search(CLEAR, tmp_path, *quirks)
    assert {item.id for item in found.items} == _clear() != set()
    assert (found.reports[0].post_filtered, found.complete) == ((), True)


async def test_a_query_is_obeyed_or_found_to_be_ignored(api: Api, tmp_path: Path) -> None:
    found = await api.search(CLEAR, tmp_path, "filter:query")
    assert {item.id for item in found.items} == _clear()
    assert found.reports[0].post_filtered == (("cloud_cover_max",) if api.name == "geoparquet" else ())


async def test_the_latest_come_first(api: Api, tmp_path: Path) -> None:
    asked = Search(family="eo", collections=(largest(),), filters={"sort": "-datetime"}, limit=20)
    found = await api.search(asked, tmp_path)
    latest = sorted((item["properties"]["datetime"][:19] for item in documents(largest())), reverse=True)[:20]
    assert [str(item.properties["datetime"])[:19] for item in found.items][:5] == latest[:5]


async def test_pages_are_followed_to_the_end(api: Api, tmp_path: Path) -> None:
    found = await api.search(Search(family="eo", collections=(largest(),), limit=10_000), tmp_path)
    told, held = found.reports[0], documents(largest())
    assert (told.state, told.n, found.complete) == ("ok", len(held), True)
    assert keys(found) == scenes(list(held))
    assert told.attempts in (
        pages := -(-len(held) // 250),
        pages + (api.name == "geoparquet"),
    )  # it links to an empty page
    assert len(theirs(api, collections=[largest()])) == len(held)


@pytest.mark.parametrize("quirks", [(), ("search:get",), ("no-sort",), ("search:get", "no-sort")])
async def test_beyond_a_window_the_search_goes_on_by_time(pgstac: Api, tmp_path: Path, quirks: tuple[str, ...]) -> None:
    """By POST and by GET, in order of time or in none; pages end where a window of 500 does."""
    more = f"{pgstac.told(*quirks)}\noptions = {{ open_collections = true, window = 500 }}"
    async with world(pgstac.registered, folder=tmp_path, more=more) as outside:
        asked = Search(family="eo", collections=(largest(),), limit=10_000)
        found = await outside.search(asked, source=pgstac.registered.id, deadline_s=180.0)
    told, held = found.reports[0], documents(largest())
    assert keys(found) == scenes(list(held))
    assert (told.state, told.matched, found.complete) == ("ok", len(held), True)


async def test_a_cursor_over_thousands_of_items_loses_nothing(api: Api, tmp_path: Path) -> None:
    several = tuple(sorted({item["collection"] for item in large_collections()}))
    seen: list[str] = []
    async with world(api.registered, folder=tmp_path, more=api.told()) as outside:
        asked = Search(family="eo", collections=several, limit=250)
        page = await outside.page(asked, source=api.registered.id, deadline_s=180.0)
        while True:
            seen += [scene_key(item) for item in page.items]
            if not page.cursor:
                break
            page = await outside.resume(page.cursor, deadline_s=180.0)
    assert len(seen) == len(set(seen))
    assert set(seen) == scenes(list(large_collections()))


async def test_what_it_counts_is_what_it_holds(api: Api, tmp_path: Path) -> None:
    """The geoparquet server never counts."""
    found = await api.search(Search(family="eo", collections=(largest(),), limit=1), tmp_path)
    if api.name == "geoparquet":
        assert found.reports[0].matched is None
    else:
        counted = pystac_client.Client.open(api.url).search(collections=[largest()]).matched()
        assert found.reports[0].matched == counted == len(documents(largest()))


async def test_the_pages_of_the_geoparquet_server_end_early_for_every_client(geoparquet_url: str) -> None:
    """Why its entry says `search:apart`: over several collections a page that is not full has no link to the next."""
    several = sorted({item["collection"] for item in large_collections()})
    client = pystac_client.Client.open(geoparquet_url)
    listed = list(client.search(collections=several, limit=250).items_as_dicts())
    assert len(listed) < len(large_collections())


def _clear() -> set[str]:
    return {item["id"] for item in documents(SERIES) if item["properties"]["eo:cloud_cover"] <= 5}
