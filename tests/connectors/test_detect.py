"""Protocols recognised by their own answers, and written into the user's file."""

from __future__ import annotations

import json
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from connectors.errors import Unsupported
from tests.connectors.eo.test_wfs import CAPABILITIES
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
CATALOGUE: dict[str, Any] = {
    "stac_version": "1.0.0",
    "id": "cds-stac-api",
    "conformsTo": ["https://api.stacspec.org/v1.0.0/collections", "https://x.example/stac-extentions/datasets-search"],
    "links": [{"rel": "data", "href": "x"}],
}
RECORDS = {"title": "R", "conformsTo": ["http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-api"]}
OPENEO = {"api_version": "1.2.0", "endpoints": [], "title": "openEO"}
RECORDED = Path(__file__).parent / "eo" / "recorded"
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
        (CATALOGUE, "stac-collections", "eo", True),
        (RECORDS, "ogcapi-records", "eo", True),
        ({"@odata.context": "$metadata#Products", "value": []}, "odata", "eo", True),
        (PROCESSES, "ogcapi-processes", "compute", True),
        (OPENEO, "openeo", "compute", True),
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


async def test_a_list_of_collections_is_known_by_its_address(server: FaultServer, tmp_path: Path) -> None:
    listed = {"collections": [{"id": "tas", "links": []}], "links": []}
    async with outside(tmp_path) as world:
        found = await world.add_source(f"{server.add('api', fixed(json.dumps(listed).encode()))}/collections")
    assert (found.kind, found.family, found.url.rpartition("/")[2]) == ("ogcapi-collections", "eo", "api")


@pytest.mark.parametrize(
    ("service", "document", "kind"),
    [
        ("WMS", "mapserver_wms130.xml", "wms"),
        ("WMTS", "mapproxy_wmts.xml", "wmts"),
        ("WCS", "mapserver_wcs201.xml", "wcs"),
    ],
)
async def test_an_ogc_service_is_known_by_its_capabilities(
    server: FaultServer, tmp_path: Path, service: str, document: str, kind: str
) -> None:
    async def ows(exchange: Exchange) -> None:
        is_asked = exchange.query.get("service") == service and exchange.query.get("request") == "GetCapabilities"
        body = (RECORDED / document).read_bytes() if is_asked else b"<ServiceExceptionReport/>"
        await exchange.reply(body=body, type="text/xml")

    url = server.add("ows", ows)
    async with outside(tmp_path) as world:
        asked = await world.add_source(f"{url}?map=w")
        told = await world.add_source(
            f"{url}?map=w&SERVICE={service}&REQUEST=GetCapabilities&service={service}&request=GetCapabilities"
        )
    assert (asked.kind, asked.url, asked.options["open_collections"]) == (kind, f"{url}?map=w", True)
    assert (told.kind, told.url) == (kind, f"{url}?map=w")


async def test_an_old_map_service_is_asked_in_its_own_version_from_then_on(server: FaultServer, tmp_path: Path) -> None:
    body = (RECORDED / "mapserver_wms111.xml").read_bytes()
    async with outside(tmp_path) as world:
        found = await world.add_source(server.add("wms", fixed(body, type="text/xml")))
    assert (found.kind, found.options["version"]) == ("wms", "1.1.1")


async def test_a_record_collection_is_a_catalogue_of_its_api(server: FaultServer, tmp_path: Path) -> None:
    url = server.add("api", fixed((RECORDED / "pygeoapi_collection.json").read_bytes()))
    async with outside(tmp_path) as world:
        found = await world.add_source(f"{url}/collections/metadata?f=json")
    assert (found.kind, found.url, found.options["catalogue"]) == ("ogcapi-records", url, "metadata")


@pytest.mark.parametrize("typed", ["/catalog.xml", "", "/catalog.html"])
async def test_a_data_server_is_found_by_its_catalogue(server: FaultServer, tmp_path: Path, typed: str) -> None:
    async def tds(exchange: Exchange) -> None:
        is_catalogue = exchange.path.endswith("/catalog.xml")
        body = b'<catalog xmlns="http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0"/>'
        await exchange.reply(200 if is_catalogue else 404, body, type="application/xml")

    url = server.add("tds", tds)
    async with outside(tmp_path) as world:
        found = await world.add_source(url + typed)
    assert (found.kind, found.family, found.url) == ("thredds", "esgf", f"{url}/catalog.xml")


async def test_cmr_is_known_by_its_answer_to_an_empty_page(server: FaultServer, tmp_path: Path) -> None:
    async def cmr(exchange: Exchange) -> None:
        is_asked = exchange.path.endswith("/collections.umm_json") and exchange.query == {"page_size": "0"}
        await exchange.reply(200 if is_asked else 404, b'{"hits": 52000, "took": 1, "items": []}')

    url = server.add("search", cmr)
    async with outside(tmp_path) as world:
        found = await world.add_source(url)
    assert (found.kind, found.url) == ("cmr", url)


async def test_an_index_of_globus_search_is_known_by_its_results(server: FaultServer, tmp_path: Path) -> None:
    async def answer(exchange: Exchange) -> None:
        is_search = exchange.path.endswith("/v1/index/a8ef4320/search") and exchange.query.get("q") == "*"
        body = {"@datatype": "GSearchResult", "gmeta": [], "total": 0} if is_search else {"code": "NOT_FOUND"}
        await exchange.reply(200 if is_search else 404, json.dumps(body).encode())

    url = f"{server.add('globus', answer)}/v1/index/a8ef4320"
    async with outside(tmp_path) as world:
        found = await world.add_source(url)
    assert (found.kind, found.family, found.url) == ("esgf-globus", "esgf", url)


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


async def test_a_feature_service_is_told_by_its_capabilities(server: FaultServer, tmp_path: Path) -> None:
    async def answer(exchange: Exchange) -> None:
        is_asked = exchange.query.get("service") == "WFS"
        await exchange.reply(200 if is_asked else 404, CAPABILITIES if is_asked else b"", type="text/xml")

    url = server.add("wfs", answer)
    async with outside(tmp_path) as world:
        added = await world.add_source(url)
    assert (added.kind, added.url, added.family) == ("wfs", url, "eo")
