"""The East and West catalogues: requests that both take, and their recorded replies of 2026."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Page, Request, SearchConnector, SearchPlan
from connectors.errors import BadReply
from connectors.esgf.stac import EsgfStacConnector
from connectors.extents import GLOBE, BBox, Interval
from connectors.offers import Source
from connectors.operations import Search

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
HELD = {c: c for c in ("CMIP6", "CMIP6Plus", "CMIP7", "CORDEX-CMIP6")}
EAST = Source(
    id="east", title="East", kind="esgf-stac", family="esgf", url="https://search.east.esgf.io", collections=HELD,
    quirks=("aggregations",),
)  # fmt: skip
WEST = Source(
    id="west", title="West", kind="esgf-stac", family="esgf", url="https://search.west.esgf.io", collections=HELD
)


def _plan(source: Source = EAST, **more: Any) -> SearchPlan:
    plan = EsgfStacConnector(source=source).plan(Search(**({"family": "esgf", "collections": ("CMIP6",)} | more)))
    assert plan is not None
    return plan


def _predicates(source: Source = EAST, **more: Any) -> list[Any]:
    (request,) = _plan(source, **more).requests
    arguments: list[Any] = request.json["filter"]["args"]
    return arguments


def _recorded(name: str, source: Source = EAST) -> Page:
    body = (SHARED / f"fixtures/stac/live2026/{name}.json").read_bytes()
    return EsgfStacConnector(source=source).decode(body, Request(method="POST", url=f"{source.url}/search"))


def test_it_is_a_search_connector() -> None:
    assert isinstance(EsgfStacConnector(source=EAST), SearchConnector)


def test_a_search_is_posted_in_cql2_json() -> None:
    (request,) = _plan(facets={"variable_id": ("tas",)}, limit=2).requests
    assert (request.method, request.url) == ("POST", "https://search.east.esgf.io/search")
    assert request.json == {
        "filter-lang": "cql2-json",
        "limit": 2,
        "filter": {
            "op": "and",
            "args": [
                {"op": "in", "args": [{"property": "collection"}, ["CMIP6"]]},
                {"op": "=", "args": [{"property": "latest"}, True]},
                {"op": "=", "args": [{"property": "retracted"}, False]},
                {"op": "in", "args": [{"property": "cmip6:variable_id"}, ["tas"]]},
            ],
        },
    }


def test_members_are_asked_for_by_variant_label() -> None:
    assert _predicates(facets={"member_id": ("r1i1p1f1",)})[-1]["args"][0] == {"property": "cmip6:variant_label"}


def test_a_start_year_is_checked_on_our_side() -> None:
    plan = _plan(facets={"member_id": ("s1960-r1i1p1f1",)})
    assert plan.residual == ("member_id",)
    assert plan.requests[0].json["filter"]["args"][-1]["args"][1] == ["r1i1p1f1"]


def test_each_collection_has_its_own_prefix() -> None:
    plan = _plan(collections=("CMIP6", "CORDEX-CMIP6"), facets={"source_id": ("X",), "experiment_id": ("ssp126",)})
    last = [[p["args"][0]["property"] for p in r.json["filter"]["args"][3:]] for r in plan.requests]
    assert last == [
        ["cmip6:source_id", "cmip6:experiment_id"],
        ["cordex-cmip6:source_id", "cordex-cmip6:driving_experiment_id"],
    ]


def test_a_collection_that_lacks_a_facet_is_not_asked() -> None:
    plan = _plan(collections=(), facets={"table_id": ("Amon",)})
    asked = [r.json["filter"]["args"][0]["args"][1] for r in plan.requests]
    assert asked == [["CMIP6"], ["CMIP6Plus"]]


def test_an_era_chooses_its_collection() -> None:
    plan = _plan(collections=(), facets={"mip_era": ("CMIP7",), "variable_id": ("tas",)})
    assert [r.json["filter"]["args"][0]["args"][1] for r in plan.requests] == [["CMIP7"], ["CORDEX-CMIP6"]]


def test_a_negation_is_a_not() -> None:
    assert _predicates(facets={"source_id!": ("X",)})[-1]["op"] == "not"


def test_place_and_time_are_never_sent() -> None:
    plan = _plan(bbox=GLOBE, interval=Interval(start="2000-01-01"))
    assert plan.residual == ("bbox", "interval")
    assert set(plan.requests[0].json) == {"filter-lang", "filter", "limit"}


@pytest.mark.parametrize("search", [Search(family="eo"), Search(family="esgf", collections=("CMIP5",))])
def test_what_it_cannot_hold_is_not_asked(search: Search) -> None:
    assert EsgfStacConnector(source=EAST).plan(search) is None


def test_east_counts_facets_beside_the_rows() -> None:
    rows, counts = _plan(count=("source_id", "data_node"), limit=5).requests
    assert (rows.url, counts.url) == ("https://search.east.esgf.io/search", "https://search.east.esgf.io/aggregate")
    assert counts.json["aggregations"] == ["cmip6_source_id_frequency", "alternate_name_frequency"]


def test_east_counts_alone_with_their_total() -> None:
    (counts,) = _plan(count=("source_id",), limit=0).requests
    assert counts.json["aggregations"] == ["cmip6_source_id_frequency", "total_count"]


def test_west_is_asked_for_one_item_where_counts_are_wanted() -> None:
    (request,) = _plan(WEST, count=("source_id",), limit=0).requests
    assert (request.url, request.json["limit"]) == ("https://search.west.esgf.io/search", 1)


def test_aggregations_become_counts() -> None:
    body = {
        "type": "AggregationCollection",
        "aggregations": [
            {"name": "cmip6_source_id_frequency", "data_type": "frequency_distribution",
             "buckets": [{"key": "CanESM5", "data_type": "frequency_distribution", "frequency": 3}]},
            {"name": "alternate_name_frequency", "buckets": [{"key": "ceda.ac.uk", "frequency": 2}]},
            {"name": "cmip6_variant_label_frequency", "buckets": []},
            {"name": "total_count", "data_type": "integer", "value": 3},
        ],
    }  # fmt: skip
    request = Request(method="POST", url="https://search.east.esgf.io/aggregate", json={})
    page = EsgfStacConnector(source=EAST).decode(json.dumps(body).encode(), request)
    assert page.facets == {"source_id": {"CanESM5": 3}, "data_node": {"ceda.ac.uk": 2}, "member_id": {}}
    assert page.matched == 3


@needs_shared
def test_east_of_2026_is_read() -> None:
    page = _recorded("esgf-ng-stac-cmip6-search")
    assert (page.matched, len(page.items)) == (91, 2)
    assert page.items[0].get("source_id") == "UKESM1-0-LL"


@needs_shared
@pytest.mark.parametrize(
    ("name", "matched"), [("esgf-ng-stac-cmip6-west-search", 461), ("esgf-ng-stac-cmip7-west-search.trimmed", 64)]
)
def test_west_of_2026_is_counted_in_either_spelling(name: str, matched: int) -> None:
    assert _recorded(name, WEST).matched == matched


@needs_shared
def test_a_recorded_box_that_stops_short_of_its_beginning_holds_a_place_on_180() -> None:
    page = _recorded(
        "esgf-ng-stac-cmip6-west-search", WEST
    )  # [0, -89.1, -1.125, 89.1]: the grid's last column is at 358.875
    fiji = Search(family="esgf", bbox=BBox(west=174.589, south=-21.711, east=-178.216, north=-12.475))

    assert [item.bbox.width for item in page.items if item.bbox] == [360, 360]
    assert all("bbox" not in EsgfStacConnector(source=WEST).check(item, fiji) for item in page.items)


@needs_shared
def test_the_next_page_is_asked_for_exactly_as_told() -> None:
    recorded = json.loads((SHARED / "fixtures/stac/live2026/esgf-ng-stac-cmip6-search.json").read_bytes())
    link = next(n for n in recorded["links"] if n["rel"] == "next")
    page = _recorded("esgf-ng-stac-cmip6-search")
    assert page.next == Request(method="POST", url=link["href"], json=link["body"])


@needs_shared
def test_the_last_page_has_no_next() -> None:
    assert _recorded("esgf-ng-stac-cmip7-search").next is None


def test_a_next_link_by_get_is_followed_too() -> None:
    body = b'{"features": [{"id": "a", "collection": "CMIP6"}], "links": [{"rel": "next", "href": "https://x/items?token=1"}]}'
    page = EsgfStacConnector(source=EAST).decode(body, Request(method="GET", url="https://x/items"))
    assert page.next == Request(method="GET", url="https://x/items?token=1")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"code": "InvalidQuery"}', b'{"features": 3}'])
def test_nonsense_is_refused(body: bytes) -> None:
    with pytest.raises(BadReply, match="'east' answered"):
        EsgfStacConnector(source=EAST).decode(body, Request(method="POST", url=EAST.url))
