"""Catalogues whose datasets are STAC collections: asked by id or by words, in the shape that the Climate Data Store has."""

from __future__ import annotations

import json
from typing import Any

import pytest

from connectors.base import Checks, Keys, Request, SearchConnector
from connectors.eo.stac_collections import CollectionsConnector, read_collection
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Limits, Source
from connectors.operations import Search

URL = "https://cds.example/api/catalogue/v1"
ERA5: dict[str, Any] = {
    "type": "Collection",
    "id": "reanalysis-era5-land",
    "stac_version": "1.0.0",
    "title": "ERA5-Land hourly data from 1950 to present",
    "description": "A reanalysis dataset",
    "keywords": ["Product type: Reanalysis"],
    "license": "proprietary",
    "sci:doi": "10.24381/cds.e2161bac",
    "extent": {
        "spatial": {"bbox": [[0, -89, 360, 89]]},
        "temporal": {"interval": [["1950-01-01T00:00:00Z", None]]},
    },
    "assets": {"thumbnail": {"href": "https://cds.example/era5.jpg", "type": "image/jpg", "roles": ["thumbnail"]}},
    "links": [
        {"rel": "self", "href": f"{URL}/collections/reanalysis-era5-land"},
        {"rel": "retrieve", "href": "https://cds.example/api/retrieve/v1/processes/reanalysis-era5-land"},
        {"rel": "license", "href": "https://cds.example/licence.pdf", "title": "CC-BY"},
    ],
}


def _connector(**parts: Any) -> CollectionsConnector:
    given: dict[str, Any] = {
        "id": "cds",
        "title": "CDS",
        "kind": "stac-collections",
        "family": "eo",
        "url": URL,
        "collections": {"era5-land": "reanalysis-era5-land,reanalysis-era5-land-monthly-means"},
        "options": {"datasets": True},
        "limits": Limits(page_max=50),
    }
    return CollectionsConnector(Source(**given | parts))


def _requests(search: Search, **parts: Any) -> tuple[Request, ...]:
    plan = _connector(**parts).plan(search)
    assert plan is not None
    return plan.requests


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


def test_datasets_are_asked_for_by_their_ids() -> None:
    assert [r.url for r in _requests(Search(family="eo", collections=("era5-land", "naip")))] == [
        f"{URL}/collections/reanalysis-era5-land",
        f"{URL}/collections/reanalysis-era5-land-monthly-means",
    ]


@pytest.mark.parametrize(
    ("options", "path", "params"),
    [
        ({"datasets": True}, "datasets", {"page": "0", "sortby": "relevance", "search_stats": "false"}),
        ({}, "collections", {}),
    ],
)
def test_words_are_put_where_the_catalogue_takes_them(
    options: dict[str, bool], path: str, params: dict[str, str]
) -> None:
    (request,) = _requests(Search(family="eo", filters={"q": "glaciers"}, limit=500), options=options)

    assert request.url == f"{URL}/{path}"
    assert dict(request.params) == {"q": "glaciers", "limit": "50"} | params


@pytest.mark.parametrize(
    ("search", "known"),
    [
        (Search(family="esgf"), {"a": "b"}),
        (Search(family="eo"), {"a": "b"}),
        (Search(family="eo", collections=("naip",)), {"a": "b"}),
        (Search(family="eo", collections=("naip",)), {}),
    ],
)
def test_what_it_does_not_hold_is_not_asked(search: Search, known: dict[str, str]) -> None:
    assert _connector(collections=known).plan(search) is None


def test_a_dataset_goes_under_our_name_with_where_to_order_it() -> None:
    (first, _) = _requests(Search(family="eo", collections=("era5-land",)))
    (item,) = _connector().decode(json.dumps(ERA5).encode(), first).items

    assert (item.id, item.collection) == ("reanalysis-era5-land", "era5-land")
    assert item.bbox == BBox(west=-180, south=-89, east=180, north=89)
    assert item.interval == Interval(start="1950-01-01")
    assert item.properties["sci:doi"] == "10.24381/cds.e2161bac"
    assert [link.rel for link in item.links] == ["retrieve", "license"]
    assert [a.roles for a in item.assets] == [("thumbnail",)]


def test_a_page_of_datasets_leads_to_the_next() -> None:
    request = Request(method="GET", url=f"{URL}/datasets", params={"q": "x", "page": "0"})
    links = [{"rel": "next", "href": f"{URL}/datasets?q=x&page=1&limit=50"}]
    body = json.dumps({"collections": [ERA5, {"no": "id"}], "links": links, "numberMatched": 70}).encode()

    page = _connector().decode(body, request)

    assert (len(page.items), page.matched) == (1, 70)
    assert page.next is not None and page.next.params["page"] == "1"


@pytest.mark.parametrize(
    "body", [b"", b"<a/>", b'{"a": "\xff"}', b"[]", b"{}", b'{"type": "Catalog"}', b'{"collections": 4}']
)
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        _connector().decode(body, Request(method="GET", url=URL))


@pytest.mark.parametrize(
    "document",
    [{}, {"id": "x", "extent": 3}, {"id": "x", "links": [1]}],
)
def test_a_collection_that_cannot_be_read_is_none(document: dict[str, Any]) -> None:
    assert read_collection(document, source="cds") is None


def test_copies_in_other_catalogues_share_its_doi() -> None:
    item = read_collection(ERA5, source="cds")

    assert item is not None
    assert _connector().key(item) == "doi:10.24381/cds.e2161bac"
    assert _connector().check(item, Search(family="eo", interval=Interval(end="1949-12-31"))) == ("datetime",)
