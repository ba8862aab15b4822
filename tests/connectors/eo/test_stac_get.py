"""Item search by GET: the question of a POST, in the address."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from connectors.base import Request
from connectors.eo.stac import StacConnector
from connectors.eo.stac_get import as_get
from connectors.extents import BBox, Interval
from connectors.offers import Source
from connectors.operations import Search

SOURCE = Source(
    id="s", title="S", kind="stac-api", family="eo", url="https://stac.example", quirks=("search:get",),
    options={"open_collections": True},
)  # fmt: skip


def _asked(search: Search) -> Request:
    plan = StacConnector(SOURCE).plan(search)
    assert plan is not None
    (request,) = plan.requests
    return request


def test_box_time_and_collections_go_into_the_address() -> None:
    search = Search(
        family="eo",
        collections=("a", "b"),
        bbox=BBox(west=1, south=2, east=3.5, north=4),
        interval=Interval(start="2020-01-01", end="2020-01-31"),
    )
    asked = _asked(search)
    assert (asked.method, asked.url, asked.json) == ("GET", "https://stac.example/search", None)
    assert asked.params == {
        "limit": "100",
        "collections": "a,b",
        "bbox": "1.0,2.0,3.5,4.0",
        "datetime": "2020-01-01T00:00:00Z/2020-01-31T23:59:59Z",
    }


def test_a_filter_is_written_as_text() -> None:
    asked = _asked(Search(family="eo", filters={"cloud_cover_max": 5, "platform": "landsat-8"}))
    assert asked.params["filter-lang"] == "cql2-text"
    expected = "eo:cloud_cover <= 5 AND platform IN ('landsat-8', 'Landsat-8', 'LANDSAT-8')"
    assert asked.params["filter"].replace("(", "(").strip("()") in (expected, expected.strip("()"))


def test_a_geometry_takes_the_place_of_the_box() -> None:
    point: dict[str, Any] = {"type": "Point", "coordinates": [2, 3]}
    near = BBox(west=1, south=2, east=3, north=4)
    asked = _asked(Search(family="eo", bbox=near, filters={"intersects": point, "ids": "x", "sort": "-datetime"}))
    assert "bbox" not in asked.params
    assert asked.params["intersects"] == '{"type":"Point","coordinates":[2,3]}'
    assert (asked.params["ids"], asked.params["sortby"]) == ("x", "-properties.datetime")


def test_what_is_asked_for_stays_beside_the_request() -> None:
    request = Request(method="POST", url="https://stac.example/search", json={"limit": 5}, context={"a": 1})
    assert as_get(request) == Request(
        method="GET", url="https://stac.example/search", params={"limit": "5"}, context={"a": 1}
    )


def test_words_and_fields_are_lists_by_commas() -> None:
    source = replace(SOURCE, quirks=("search:get", "q", "fields"))
    plan = StacConnector(source).plan(Search(family="eo", filters={"q": "burned area"}))
    assert plan is not None and plan.requests[0].params["q"] == "burned,area"
    written = plan.requests[0].params["fields"].split(",")
    assert {name[0] for name in written} <= {"+", "-"} and "-properties.datetime" not in written
