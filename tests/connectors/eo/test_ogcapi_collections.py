"""OGC API collections as items: features, a coverage and EDR, each with the request that is wanted of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from connectors.base import Page
from connectors.eo.ogcapi_collections import OgcApiConnector
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Source
from connectors.operations import Search

BASE = "https://ogc.example/api"
SOURCE = Source(
    id="o", title="O", kind="ogcapi-collections", family="eo", url=f"{BASE}/", options={"open_collections": True}
)
REL = "http://www.opengis.net/def/rel/ogc/1.0/coverage"
TAS = {
    "id": "tas",
    "title": "Air temperature",
    "keywords": ["climate"],
    "extent": {
        "spatial": {"bbox": [[-180, -90, 180, 90]]},
        "temporal": {"interval": [["1850-01-01T00:00:00Z", None]]},
    },
    "links": [
        {"rel": REL, "type": "application/prs.coverage+json", "href": f"{BASE}/collections/tas/coverage?f=json"},
        {"rel": REL, "type": "application/x-netcdf", "href": f"{BASE}/collections/tas/coverage?f=netcdf"},
    ],
    "data_queries": {"position": {"link": {"href": f"{BASE}/collections/tas/position", "rel": "data"}}},
    "parameter_names": {"tas": {}},
}
PLACES = {
    "id": "places",
    "title": "Places",
    "itemType": "feature",
    "extent": {"spatial": {"bbox": [0, 0, 10, 10]}},
    "links": [{"rel": "items", "type": "application/geo+json", "href": "/api/collections/places/items?f=json"}],
}
RECORDS = {
    "id": "records",
    "itemType": "record",
    "links": [{"rel": "items", "type": "application/geo+json", "href": "x"}],
}


def _page(search: Search, *collections: Any) -> Page:
    connector = OgcApiConnector(SOURCE)
    plan = connector.plan(search)
    assert plan is not None
    (request,) = plan.requests
    assert (request.method, request.url) == ("GET", f"{BASE}/collections")
    return connector.decode(json.dumps({"collections": list(collections), "links": []}).encode(), request)


def test_a_coverage_is_asked_for_in_the_format_that_is_read_best() -> None:
    near = BBox(west=5, south=40, east=15, north=50)
    search = Search(family="eo", bbox=near, interval=Interval(start="1990-01-01", end="1999-12-31"))
    (item,) = _page(search, TAS).items
    assets = {asset.key: asset for asset in item.assets}
    assert assets["coverage"].href == (
        f"{BASE}/collections/tas/coverage?f=netcdf&bbox=5,40,15,50&properties=tas&datetime=1990-01-01/1999-12-31"
    )
    assert assets["position"].href.startswith(f"{BASE}/collections/tas/position?coords=POINT(10+45)")
    assert (item.interval.start, item.interval.end) == ("1850-01-01", None)
    assert item.properties["edr:parameters"] == ["tas"]


def test_the_whole_period_is_said_where_none_is_asked_for() -> None:
    """Without it pygeoapi passes over the box in silence."""
    ended = TAS | {"extent": {"temporal": {"interval": [["1850-07-01T00:00:00.000000000", "1859-07-01"]]}}}
    (item,) = _page(Search(family="eo", bbox=BBox(west=5, south=40, east=15, north=50)), ended).items
    assert item.assets[0].href.endswith("&properties=tas&datetime=1850-07-01/1859-07-01")


def test_features_are_asked_for_where_they_are() -> None:
    (item,) = _page(Search(family="eo", bbox=BBox(west=5, south=5, east=20, north=20)), PLACES).items
    (asset,) = item.assets
    assert asset.href == f"{BASE}/collections/places/items?f=json&bbox=5,5,10,10&limit=1000"


def test_words_choose_and_records_are_left_to_their_own_connector() -> None:
    assert [i.id for i in _page(Search(family="eo", filters={"q": "temperature"}), TAS, PLACES, RECORDS).items] == [
        "tas"
    ]
    assert {i.id for i in _page(Search(family="eo"), TAS, PLACES, RECORDS).items} == {"tas", "places"}


def test_a_box_across_the_antimeridian_is_two_requests() -> None:
    (item,) = _page(Search(family="eo", bbox=BBox(west=170, south=-20, east=-170, north=-10)), TAS).items
    assert {asset.key for asset in item.assets} == {"coverage", "coverage-2", "position", "position-2"}


def test_what_cannot_be_read_is_left_out() -> None:
    assert [i.id for i in _page(Search(family="eo"), {"title": "no id"}, TAS).items] == ["tas"]


def test_something_else_is_a_bad_reply() -> None:
    connector = OgcApiConnector(SOURCE)
    plan = connector.plan(Search(family="eo"))
    assert plan is not None
    with pytest.raises(BadReply, match="no list of collections"):
        connector.decode(b"<html>", plan.requests[0])
