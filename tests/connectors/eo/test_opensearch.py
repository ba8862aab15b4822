"""OpenSearch of the EUMETSAT Data Store: one request a collection, a recorded product read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Checks, Keys, Request, SearchConnector
from connectors.eo.opensearch import OpenSearchConnector, read_feature
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Limits, Source
from connectors.operations import Search

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
URL = "https://api.example/os"


def _connector(**parts: Any) -> OpenSearchConnector:
    given: dict[str, Any] = {
        "id": "eum",
        "title": "E",
        "kind": "opensearch",
        "family": "eo",
        "url": URL,
        "collections": {"sentinel-3-olci": "EO:EUM:DAT:0407,EO:EUM:DAT:0408", "gsa": "EO:EUM:DAT:0921"},
        "limits": Limits(page_max=100),
    }
    return OpenSearchConnector(Source(**given | parts))


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


def test_every_collection_is_a_request_in_both_halves_of_the_world() -> None:
    search = Search(
        family="eo",
        collections=("sentinel-3-olci",),
        bbox=BBox(west=177, south=-20, east=-178, north=-15),
        interval=Interval(start="2020-01-01"),
        filters={"cloud_cover_max": 10},
        limit=900,
    )
    plan = _connector().plan(search)

    assert plan is not None
    assert [(r.params["pi"], r.params["bbox"]) for r in plan.requests] == [
        ("EO:EUM:DAT:0407", "177,-20,180,-15"),
        ("EO:EUM:DAT:0407", "-180,-20,-178,-15"),
        ("EO:EUM:DAT:0408", "177,-20,180,-15"),
        ("EO:EUM:DAT:0408", "-180,-20,-178,-15"),
    ]
    assert {k: v for k, v in plan.requests[0].params.items() if k not in ("pi", "bbox")} == {
        "format": "json",
        "si": "0",
        "c": "100",
        "dtstart": "2020-01-01T00:00:00Z",
    }
    assert plan.residual == ("cloud_cover_max",)


@pytest.mark.parametrize(
    "search", [Search(family="esgf"), Search(family="eo"), Search(family="eo", collections=("x",))]
)
def test_what_it_does_not_hold_is_not_asked(search: Search) -> None:
    assert _connector().plan(search) is None


@pytest.mark.parametrize(
    ("count", "total", "following"),
    [
        ({"totalResults": 5}, 5, "2"),
        ({"properties": {"totalResults": 5}}, 5, "2"),
        ({}, None, "2"),
        ({"totalResults": 2}, 2, None),
    ],
)
def test_pages_follow_the_count_or_the_size(count: dict[str, Any], total: int | None, following: str | None) -> None:
    request = Request(method="GET", url=URL, params={"pi": "x", "si": "0", "c": "2"})
    body = json.dumps({"features": [{"id": "a"}, {"id": "b"}]} | count).encode()

    page = _connector().decode(body, request)

    assert page.matched == total
    assert (page.next.params["si"] if page.next else None) == following


@needs_shared
def test_a_recorded_product_with_its_sum() -> None:
    body = (SHARED / "fixtures/eo/eodag/eumetsat_ds_search.json").read_bytes()
    (item,) = _connector().decode(body, Request(method="GET", url=URL, params={"si": "0", "c": "9"})).items

    assert (item.id, item.collection) == ("PREmm20201201000000120IMPGS01GL", "gsa")
    assert item.interval == Interval(start="2020-12-01", end="2021-01-01")
    assert item.bbox is None
    assert item.assets[0].checksum == "md5:ef3ad778470d8206e98b649d9ed4bc4f"
    assert _connector().check(item, Search(family="eo", bbox=BBox(west=0, south=0, east=1, north=1))) == ()


@pytest.mark.parametrize("body", [b"", b"<feed/>", b'{"a": "\xff"}', b"[]", b"{}", b'{"features": 3}'])
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply, match="GeoJSON"):
        _connector().decode(body, Request(method="GET", url=URL))


@pytest.mark.parametrize("feature", [{}, {"id": "x", "properties": 3}, {"id": "x", "properties": {"links": 3}}])
def test_what_cannot_be_read_is_none(feature: dict[str, Any]) -> None:
    assert read_feature(feature, source="eum", canonical={}) is None


def test_a_bad_footprint_costs_no_more_than_itself() -> None:
    item = read_feature({"id": "x", "geometry": {"type": "Polygon", "coordinates": 3}}, source="eum", canonical={})

    assert item is not None and (item.geometry, item.bbox) == (None, None)
