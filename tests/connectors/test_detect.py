"""Protocols recognised by their own answers, and written into the user's file."""

from __future__ import annotations

import json
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from connectors.errors import Unsupported
from tests.connectors.fault_server import Exchange, FaultServer, fault_server, fixed, stac, status
from tests.connectors.outside_world import SEARCH, outside, report

STAC: dict[str, Any] = {
    "type": "Catalog",
    "stac_version": "1.0.0",
    "title": "Test STAC",
    "conformsTo": ["https://api.stacspec.org/v1.0.0/item-search"],
    "links": [{"rel": "search", "href": "x"}],
}
PROCESSES = {"title": "P", "links": [{"rel": "http://www.opengis.net/def/rel/ogc/1.0/processes", "href": "x"}]}
OPENEO = {"api_version": "1.2.0", "endpoints": [], "title": "openEO"}
WPS = b'<?xml version="1.0"?><wps:Capabilities xmlns:wps="http://www.opengis.net/wps/1.0.0"/>'


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


@pytest.mark.parametrize(
    ("landing", "kind", "family", "enabled"),
    [
        (STAC, "stac-api", "eo", True),
        (STAC | {"title": "ESGF-NG East"}, "esgf-stac", "esgf", True),
        ({"stac_version": "1.0.0", "links": []}, "stac-static", "eo", True),
        (PROCESSES, "ogcapi-processes", "compute", True),
        (OPENEO, "openeo", "compute", False),
    ],
)
async def test_a_landing_page_tells_the_protocol(
    server: FaultServer, tmp_path: Path, landing: dict[str, Any], kind: str, family: str, enabled: bool
) -> None:
    async with outside(tmp_path) as world:
        found = await world.add_source(server.add("new", fixed(json.dumps(landing).encode())))
    assert (found.kind, found.family, found.enabled) == (kind, family, enabled)


async def test_an_index_is_found_below_its_host(server: FaultServer, tmp_path: Path) -> None:
    async def index(exchange: Exchange) -> None:
        is_search = exchange.path.endswith("/esg-search/search") and exchange.query.get("limit") == "0"
        await exchange.reply(200 if is_search else 404, b'{"response": {"numFound": 3, "start": 0, "docs": []}}')

    url = server.add("node", index)
    async with outside(tmp_path) as world:
        found = await world.add_source(url)
    assert (found.kind, found.url) == ("esgf-solr", f"{url}/esg-search/search")


async def test_a_wps_is_known_by_its_capabilities(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        assert (await world.add_source(server.add("wps", fixed(WPS, type="text/xml")))).kind == "wps-1"


async def test_what_speaks_nothing_known_is_refused_with_what_it_said(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        with pytest.raises(Unsupported, match="answered 403"):
            await world.add_source(server.add("odd", status(403)))
        assert "127-0-0-1" not in (tmp_path / "sources.toml").read_text()


async def test_an_added_source_is_asked_from_then_on(server: FaultServer, tmp_path: Path) -> None:
    healthy = stac("new")

    async def api(exchange: Exchange) -> None:
        await (healthy(exchange) if exchange.method == "POST" else exchange.reply(body=json.dumps(STAC).encode()))

    async with outside(tmp_path) as world:
        one = await world.add_source(server.add("new", api))
        two = await world.add_source(server.add("new", api))
    assert two.id == f"{one.id}-2"
    written = (tmp_path / "sources.toml").read_text()
    assert tomllib.loads(written)["source"][one.id]["title"] == "Test STAC"
    async with outside(tmp_path, one) as world:
        assert report(await world.search(SEARCH), one.id).n == 10


async def test_the_collections_of_an_esgf_catalogue_are_those_it_links_to(server: FaultServer, tmp_path: Path) -> None:
    children = [{"rel": "child", "href": "x", "title": title} for title in ("CMIP6", "CMIP7")]
    landing = STAC | {"title": "ESGF-NG West", "links": [*STAC["links"], *children]}
    async with outside(tmp_path) as world:
        found = await world.add_source(server.add("new", fixed(json.dumps(landing).encode())))
    assert found.collections == {"CMIP6": "CMIP6", "CMIP7": "CMIP7"}
