"""Item search parameters read strictly: what is understood, and what is refused with a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.embedded.stac_query import LIMIT_MAX, ItemSearch, from_body, from_query, token
from connectors.extents import BBox


def test_nothing_asked_is_everything_ten_at_a_time() -> None:
    assert from_query({}) == from_body({}) == ItemSearch(limit=10)


def test_get_and_post_say_the_same() -> None:
    query = {
        "collections": "a,b", "ids": "x", "bbox": "1,2,3,4", "datetime": "2017-02-01T00:00:00Z/..", "limit": "7",
        "token": token(14), "sortby": "+id,-properties.datetime", "fields": "id,properties.gsd,-assets",
    }  # fmt: skip
    body = {
        "collections": ["a", "b"], "ids": ["x"], "bbox": [1, 2, 3, 4], "datetime": "2017-02-01T00:00:00Z/..", "limit": 7,
        "token": token(14),
        "sortby": [{"field": "id", "direction": "asc"}, {"field": "properties.datetime", "direction": "desc"}],
        "fields": {"include": ["id", "properties.gsd"], "exclude": ["assets"]},
    }  # fmt: skip

    search = from_query(query)

    assert search == from_body(body)
    assert search.bbox == BBox(west=1, south=2, east=3, north=4)
    assert search.datetime == (1485907200.0, float("inf"))
    assert (search.offset, search.sortby) == (14, (("id", False), ("properties.datetime", True)))


def test_an_unescaped_plus_sign_is_understood() -> None:
    assert from_query({"sortby": " id"}).sortby == (("id", False),)


def test_a_filter_is_text_in_a_get_and_json_in_a_post() -> None:
    text = from_query({"filter": "gsd < 20"}).filter
    as_json = from_query({"filter": '{"op":"<","args":[{"property":"gsd"},20]}', "filter-lang": "cql2-json"}).filter
    posted = from_body({"filter": {"op": "<", "args": [{"property": "gsd"}, 20]}}).filter

    assert text and as_json and posted
    assert {e.to_text() for e in (text, as_json, posted)} == {"gsd < 20"}


def test_a_huge_limit_is_cut() -> None:
    assert from_body({"limit": 10**9}).limit == LIMIT_MAX


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ([], "must be a JSON object"),
        ({"limit": 0}, "limit"),
        ({"limit": "ten"}, "limit"),
        ({"limit": True}, "limit"),
        ({"bbox": [1, 2, 3]}, "four or six"),
        ({"bbox": "1,2,3,4"}, "four or six"),
        ({"bbox": [0, 60, 10, 50]}, "latitudes"),
        ({"bbox": [1, 2, 3, 4], "intersects": {"type": "Point", "coordinates": [1, 2]}}, "exclude each other"),
        ({"intersects": {"type": "Pint"}}, "not a GeoJSON geometry"),
        ({"intersects": "here"}, "not a GeoJSON geometry"),
        ({"datetime": "2017-02"}, "RFC 3339"),
        ({"datetime": "../.."}, "open at both ends"),
        ({"datetime": "2018-01-01T00:00:00Z/2017-01-01T00:00:00Z"}, "ends before"),
        ({"datetime": 2017}, "must be a string"),
        ({"collections": "a"}, "list of strings"),
        ({"ids": [1]}, "list of strings"),
        ({"token": "page-2"}, "not a token"),
        ({"token": "offset:-5"}, "not a token"),
        ({"sortby": ["id"]}, "sortby"),
        ({"filter": "a <"}, "must be an object"),
        ({"filter": "a <", "filter-lang": "cql2-text"}, "not cql2-text"),
        ({"filter": {"op": "=", "args": [{"property": "a"}]}}, "not cql2-json"),
        ({"filter": {"op": "and"}, "filter-lang": "cql-json"}, "filter-lang"),
        ({"filter": {"op": "isNull", "args": [{"property": "a"}]}, "filter-crs": "EPSG:32633"}, "filter-crs"),
        ({"query": {"eo:cloud_cover": {"lt": 10}}}, "unknown parameters"),
    ],
)
def test_nonsense_is_refused_with_a_reason(body: Any, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_body(body)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"bbox": "a,b,c,d"}, "bbox"),
        ({"limit": "-3"}, "limit"),
        ({"intersects": "{"}, "not JSON"),
        ({"frob": "1"}, "unknown"),
    ],
)
def test_nonsense_in_an_address_is_refused_too(query: dict[str, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_query(query)
