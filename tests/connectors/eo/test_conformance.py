"""What a landing page promises is what is sent: recorded pages of real APIs, and requests beside pystac-client's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pystac_client
import pytest
import yaml

from connectors.eo.conformance import quirks
from connectors.eo.stac import StacConnector
from connectors.extents import BBox, Interval
from connectors.offers import Source
from connectors.operations import Search

RECORDED = Path(__file__).resolve().parents[4] / "shared/fixtures/eo/pystac_client"
CORE = "https://api.stacspec.org/v1.0.0/item-search"
CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2"


def landing(name: str) -> Any:
    for exchange in yaml.safe_load((RECORDED / name).read_text())["interactions"]:
        text = exchange["response"]["body"]["string"]
        if "conformsTo" in text:
            return json.loads(text)
    raise LookupError(name)


@pytest.mark.skipif(not RECORDED.exists(), reason="needs the reference library")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TestAPI.test_instance.yaml", ("fields",)),  # Planetary Computer
        ("TestCLISearch.test_fields_inprocess.yaml", ("fields", "filter:query")),  # Earth Search
    ],
)
def test_a_recorded_landing_page_is_read(name: str, expected: tuple[str, ...]) -> None:
    assert quirks(landing(name)) == expected


@pytest.mark.parametrize(
    ("classes", "links", "expected"),
    [
        ([], [], ()),
        ([CORE], [], ("filter:none", "no-sort")),
        ([CORE, f"{CORE}#sort", f"{CORE}#filter"], [], ("filter:none",)),  # a filter in no language that is spoken here
        ([CORE, f"{CORE}#sort", f"{CORE}#filter", CQL2], [], ()),
        ([CORE, f"{CORE}#sort".replace("1.0.0", "1.1.0"), f"{CORE}#filter", CQL2], [], ()),  # as pgstac writes it
        ([CORE, f"{CORE}#sort", f"{CORE}#query", f"{CORE}#free-text"], [], ("filter:query", "q")),
        ([CORE, f"{CORE}#sort", f"{CORE}#query"], [("search", "GET")], ("filter:query", "search:get")),
        ([CORE, f"{CORE}#sort", f"{CORE}#query"], [("search", "GET"), ("search", "POST")], ("filter:query",)),
    ],
)
def test_what_is_not_promised_is_not_sent(
    classes: list[str], links: list[tuple[str, str]], expected: tuple[str, ...]
) -> None:
    page = {"conformsTo": classes, "links": [{"rel": rel, "method": method} for rel, method in links]}
    assert quirks(page) == expected


def test_a_search_is_what_pystac_client_would_send() -> None:
    """Its request builder costs an import of a quarter of a second, its items 700 µs each: it is the measure, not the tool."""
    source = Source(
        id="s", title="S", kind="stac-api", family="eo", url="https://s.example", options={"open_collections": True},
        quirks=("fields", "filter:query"),
    )  # fmt: skip
    search = Search(
        family="eo",
        collections=("sentinel-2-l2a", "landsat-c2-l2"),
        bbox=BBox(west=8, south=47, east=11, north=49.5),
        interval=Interval(start="2020-06-01", end="2020-06-30"),
        filters={"cloud_cover_max": 20, "sort": "-datetime"},
        limit=50,
    )
    (request,) = StacConnector(source=source).plan(search).requests  # type: ignore[union-attr]
    theirs = pystac_client.ItemSearch(
        "https://s.example/search",
        collections=["sentinel-2-l2a", "landsat-c2-l2"],
        bbox=[8, 47, 11, 49.5],
        datetime="2020-06-01/2020-06-30",
        query={"eo:cloud_cover": {"lte": 20}},
        sortby="-properties.datetime",
        fields=request.json["fields"],
        limit=50,
    ).get_parameters()
    ours = dict(request.json)
    assert {k: list(v) if isinstance(v, tuple) else v for k, v in theirs.items()} == ours


def test_by_get_fields_are_signed_names() -> None:
    source = Source(
        id="s", title="S", kind="stac-api", family="eo", url="https://s.example", quirks=("fields", "search:get")
    )
    (request,) = StacConnector(source=source).plan(Search(family="eo", limit=5)).requests  # type: ignore[union-attr]
    assert request.params["fields"].startswith("-properties.proj:geometry,-properties.proj:projjson")
