"""The STAC connector: one POST a search, pages followed by their links, real recorded replies decoded."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Checks, Keys, Request, SearchConnector
from connectors.eo.stac import StacConnector
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Limits, Source
from connectors.operations import Search

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
ASKED = Request(method="POST", url="https://stac.example/v1/search", json={"limit": 2, "collections": ["a"]})


def _connector(**parts: Any) -> StacConnector:
    given: dict[str, Any] = {
        "id": "s",
        "title": "S",
        "kind": "stac-api",
        "family": "eo",
        "url": "https://stac.example/v1/",
    }
    return StacConnector(Source(**given | parts))


def _body(search: Search, **parts: Any) -> dict[str, Any]:
    plan = _connector(**parts).plan(search)
    assert plan is not None
    (request,) = plan.requests
    assert (request.method, request.url) == ("POST", "https://stac.example/v1/search")
    return dict(request.json)


def _page(**parts: Any) -> bytes:
    item = {"type": "Feature", "id": "x", "collection": "a", "properties": {}, "assets": {}, "links": []}
    return json.dumps({"type": "FeatureCollection", "features": [item]} | parts).encode()


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


def test_a_search_is_one_request() -> None:
    berlin = BBox(west=13.0, south=52.3, east=13.8, north=52.7)
    search = Search(
        family="eo",
        collections=("sentinel-2-l2a",),
        bbox=berlin,
        interval=Interval(start="2017-02-01", end="2017-02-28"),
        limit=50,
    )

    assert _body(search) == {
        "limit": 50,
        "collections": ["sentinel-2-l2a"],
        "datetime": "2017-02-01T00:00:00Z/2017-02-28T23:59:59Z",
        "bbox": [13.0, 52.3, 13.8, 52.7],
    }


def test_a_box_across_the_antimeridian_is_asked_in_two_parts() -> None:
    plan = _connector().plan(Search(family="eo", bbox=BBox(west=177, south=-20, east=-178, north=-15)))

    assert plan is not None
    assert [r.json["bbox"] for r in plan.requests] == [[177, -20, 180.0, -15], [-180.0, -20, -178, -15]]


def test_collections_are_asked_for_by_the_names_of_the_source() -> None:
    mapped = {"sentinel-2-l2a": "S2MSI2A", "3dep": "3dep-dsm, 3dep-copc"}

    assert _body(Search(family="eo", collections=("sentinel-2-l2a", "3dep")), collections=mapped)["collections"] == [
        "S2MSI2A", "3dep-dsm", "3dep-copc",
    ]  # fmt: skip


def test_a_source_that_holds_none_of_the_collections_is_not_asked() -> None:
    connector = _connector(collections={"naip": "naip"})

    assert connector.plan(Search(family="eo", collections=("sentinel-2-l2a",))) is None


def test_an_open_source_is_asked_for_collections_that_it_does_not_map() -> None:
    parts = {"collections": {"naip": "naip"}, "options": {"open_collections": True}}

    assert _body(Search(family="eo", collections=("mine",)), **parts)["collections"] == ["mine"]
    assert "collections" not in _body(Search(family="eo"), **parts)


def test_another_family_is_not_asked() -> None:
    assert _connector().plan(Search(family="esgf")) is None


def test_the_page_is_as_large_as_needed_and_allowed() -> None:
    limits = Limits(page_max=250)

    assert _body(Search(family="eo", limit=1000), limits=limits)["limit"] == 250
    assert _body(Search(family="eo", limit=0))["limit"] == 1
    assert _body(Search(family="eo", limit=100, filters={"limit": 3}))["limit"] == 3


def test_sorting_is_sent_as_asked_and_not_where_it_is_refused() -> None:
    search = Search(family="eo", filters={"sort": "+eo:cloud_cover,-datetime"})

    assert _body(search)["sortby"] == [
        {"field": "properties.eo:cloud_cover", "direction": "asc"},
        {"field": "properties.datetime", "direction": "desc"},
    ]
    assert "sortby" not in _body(search, quirks=("no-sort",))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (
            {"href": "https://stac.example/v1/search", "method": "POST", "merge": True, "body": {"token": "t"}},
            {"method": "POST", "json": {"limit": 2, "collections": ["a"], "token": "t"}},
        ),
        (
            {"href": "https://stac.example/v1/search", "method": "POST", "body": {"token": "t"}},
            {"method": "POST", "json": {"token": "t"}},
        ),
        (
            {"href": "https://stac.example/v1/search?token=t", "method": "POST"},
            {
                "method": "POST",
                "url": "https://stac.example/v1/search?token=t",
                "json": {"limit": 2, "collections": ["a"]},
            },
        ),
        (
            {"href": "https://stac.example/v1/search?token=a%2Cb"},
            {"method": "GET", "json": None, "params": {"token": "a,b"}},
        ),
        ({"href": "?page=2"}, {"method": "GET", "params": {"page": "2"}, "url": "https://stac.example/v1/search"}),
        (
            {"href": "http://internal:8080/v1/search?page=2"},
            {"method": "GET", "params": {"page": "2"}, "url": "https://stac.example/v1/search"},
        ),
    ],
)
def test_the_next_page_is_where_the_link_says_on_the_host_that_was_asked(
    link: dict[str, Any], expected: dict[str, Any]
) -> None:
    page = _connector().decode(_page(links=[{"rel": "next", **link}]), ASKED)

    assert page.next is not None
    assert {name: getattr(page.next, name) for name in expected} == expected


def test_a_link_back_to_the_same_page_ends_the_search() -> None:
    link = {"rel": "next", "href": ASKED.url, "method": "POST", "body": ASKED.json}

    assert _connector().decode(_page(links=[link]), ASKED).next is None


def test_an_empty_page_ends_the_search() -> None:
    link = {"rel": "next", "href": ASKED.url, "method": "POST", "body": {"token": "t"}}

    assert _connector().decode(_page(features=[], links=[link]), ASKED).next is None


@pytest.mark.parametrize(
    "counted",
    [
        {"numberMatched": 7},
        {"numMatched": 7},
        {"context": {"matched": 7}},
        {"numberMatched": None, "context": {"matched": 7}},
    ],
)
def test_the_count_is_found_under_each_of_its_names(counted: dict[str, Any]) -> None:
    assert _connector().decode(_page(**counted), ASKED).matched == 7


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b'{"features": 3}', b'{"features": [{"no": "item"}]}'])
def test_nonsense_is_refused(body: bytes) -> None:
    with pytest.raises(BadReply, match="'s' sent"):
        _connector().decode(body, ASKED)


def test_one_bad_item_does_not_lose_the_page() -> None:
    good = {"type": "Feature", "id": "x", "properties": {}}

    page = _connector().decode(json.dumps({"features": [{"id": 3.5, "properties": []}, good]}).encode(), ASKED)

    assert [item.id for item in page.items] == ["x"]


def test_an_item_of_a_collection_that_was_not_asked_for_is_found_out() -> None:
    connector = _connector()
    (item,) = connector.decode(_page(), ASKED).items

    assert connector.check(item, Search(family="eo", collections=("b",))) == ("collections",)
    assert connector.check(item, Search(family="eo", collections=("a",))) == ()


def test_a_near_collection_keeps_its_own_name_and_counts_as_asked_for() -> None:
    connector = _connector(collections={"sentinel-2-l2a": "l2a,sentinel-2-l1c"})
    page = connector.decode(
        _page(features=[{"id": "x", "collection": c, "properties": {}} for c in ("l2a", "sentinel-2-l1c")]), ASKED
    )

    assert [item.collection for item in page.items] == ["sentinel-2-l2a", "sentinel-2-l1c"]
    assert [connector.check(i, Search(family="eo", collections=("sentinel-2-l2a",))) for i in page.items] == [(), ()]


@needs_shared
def test_the_recorded_reply_of_earth_search() -> None:
    body = (SHARED / "fixtures/eo/eodag/earth_search_search.json").read_bytes()
    connector = _connector(url="https://earth-search.aws.element84.com/v1")
    request = Request(method="GET", url="https://earth-search.aws.element84.com/v1/collections/sentinel-2-l1c/items")

    page = connector.decode(body, request)

    (item,) = page.items
    assert (item.id, page.matched) == ("S2B_27VWK_20240206_0_L1C", 25898765)
    assert connector.key(item) == "sentinel-2b:l1c:27VWK:2024-02-06"
    assert page.next is not None
    assert page.next.params["next"].startswith("2024-02-06T13:14:11.918000Z,S2B_27VWK")


@needs_shared
@pytest.mark.parametrize(
    ("name", "matched"),
    [("esgf-ng-stac-cmip6-west-search.json", 461), ("esgf-ng-stac-cmip7-west-search.trimmed.json", None)],
)
def test_the_recorded_replies_of_esgf_catalogues_are_read_too(name: str, matched: int | None) -> None:
    page = _connector().decode((SHARED / "fixtures/stac/live2026" / name).read_bytes(), ASKED)

    assert page.items
    assert matched is None or page.matched == matched


@needs_shared
def test_all_recorded_items_are_read() -> None:
    lines = gzip.decompress((SHARED / "data/stac/items.ndjson.gz").read_bytes()).splitlines()

    page = _connector().decode(b'{"features":[' + b",".join(lines) + b"]}", ASKED)

    assert len(page.items) == 3495
    assert all(item.bbox and item.collection for item in page.items)


@needs_shared
def test_recorded_scenes_over_fiji_are_told_from_those_elsewhere() -> None:
    lines = gzip.decompress((SHARED / "data/stac/items.ndjson.gz").read_bytes()).splitlines()
    connector = _connector()
    page = connector.decode(b'{"features":[' + b",".join(lines) + b"]}", ASKED)
    fiji = Search(family="eo", bbox=BBox(west=174.589, south=-21.711, east=-178.216, north=-12.475))

    kept = [item for item in page.items if item.bbox and item.bbox.width < 300 and connector.check(item, fiji) == ()]

    assert len([item for item in kept if ".h35v10." in item.id]) == 19  # the MODIS tile that lies across 180°
    assert all(item.bbox and (item.bbox.east > 170 or item.bbox.crosses_antimeridian) for item in kept)


@needs_shared
def test_decoding_is_quick(benchmark: Any) -> None:
    """The bar is 200 µs an item; run with --benchmark-only."""
    lines = gzip.decompress((SHARED / "data/stac/items.ndjson.gz").read_bytes()).splitlines()[::35]
    connector, body = _connector(), b'{"features":[' + b",".join(lines) + b"]}"

    page = benchmark(connector.decode, body, ASKED)

    assert len(page.items) == len(lines)


def test_words_are_sent_where_they_are_understood_and_looked_for_here_everywhere() -> None:
    search = Search(family="eo", collections=("sentinel-2-l2a",), filters={"q": "burned area"}, limit=5)
    assert _body(search, quirks=("q",))["q"] == ["burned", "area"]
    assert "q" not in _body(search)
    assert _connector().plan(Search(family="eo", filters={"q": "burned area"})) is None
    plan = _connector().plan(search)
    assert plan is not None and plan.residual == ("q",)
    page = _connector().decode(_page(), ASKED)
    assert all("q" in _connector().check(item, search) for item in page.items)


def test_a_server_whose_pages_lose_items_is_asked_for_each_collection_by_itself() -> None:
    search = Search(family="eo", collections=("a", "b"), bbox=BBox(west=170, south=0, east=-170, north=1))
    plan = _connector(quirks=("search:apart",), options={"open_collections": True}).plan(search)
    assert plan is not None
    assert [request.json["collections"] for request in plan.requests] == [["a"], ["a"], ["b"], ["b"]]


def test_a_field_to_sort_by_may_go_by_its_bare_name() -> None:
    search = Search(family="eo", filters={"sort": "-datetime"})
    assert _body(search, quirks=("sort:bare",))["sortby"] == [{"field": "datetime", "direction": "desc"}]


def test_ids_and_a_geometry_are_the_searchs_own() -> None:
    point = {"type": "Point", "coordinates": [1, 2]}
    search = Search(family="eo", bbox=BBox(west=0, south=0, east=1, north=1), filters={"ids": "x", "intersects": point})
    body = _body(search, quirks=("filter:none",))
    assert (body["ids"], body["intersects"], "bbox" in body) == (["x"], point, False)
