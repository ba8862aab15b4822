"""The Globus Search index: queries, paging by offset and by scroll, and recorded results."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request, SearchConnector, SearchPlan
from connectors.errors import BadReply
from connectors.esgf.globus import GlobusConnector
from connectors.extents import GLOBE
from connectors.items import Item
from connectors.offers import Source
from connectors.operations import Search

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
INDEX = "https://search.api.globus.org/v1/index/a8ef4320-9e5a-4793-837b-c45161ca1845"
SOURCE = Source(id="us-index", title="", kind="esgf-globus", family="esgf", url=INDEX)
CONNECTOR = GlobusConnector(source=SOURCE)


def _plan(**more: Any) -> SearchPlan:
    plan = CONNECTOR.plan(Search(**({"family": "esgf", "collections": ("CMIP6",)} | more)))
    assert plan is not None
    return plan


def _body(**more: Any) -> dict[str, Any]:
    (request,) = _plan(**more).requests
    body: dict[str, Any] = request.json
    return body


def _request(*filters: Any, **body: Any) -> Request:
    return Request(method="POST", url=f"{INDEX}/search", json={"filters": list(filters)} | body)


def test_it_is_a_search_connector() -> None:
    assert isinstance(CONNECTOR, SearchConnector)


def test_a_query_is_made_of_filters() -> None:
    body = _body(facets={"variable_id": ("tas", "pr")}, limit=100)
    assert body["filters"] == [
        {"type": "match_any", "field_name": "type", "values": ["Dataset"]},
        {"type": "match_any", "field_name": "latest", "values": [True]},
        {"type": "match_any", "field_name": "retracted", "values": [False]},
        {"type": "match_any", "field_name": "project", "values": ["CMIP6"]},
        {"type": "match_any", "field_name": "variable_id", "values": ["tas", "pr"]},
    ]
    assert (body["limit"], body["offset"], body["advanced"]) == (100, 0, True)


def test_the_index_may_be_given_by_its_search_address() -> None:
    source = Source(id="us", title="", kind="esgf-globus", family="esgf", url=f"{INDEX}/search")
    plan = GlobusConnector(source=source).plan(Search(family="esgf"))
    assert plan is not None
    assert plan.requests[0].url == f"{INDEX}/search"


def test_counts_say_how_many_buckets_they_want() -> None:
    assert _body(count=("source_id",))["facets"] == [
        {"name": "source_id", "type": "terms", "field_name": "source_id", "size": 10_000}
    ]


def test_a_negation_wraps_its_filter() -> None:
    assert _body(facets={"source_id!": ("A",)})["filters"][-1] == {
        "type": "not", "filter": {"type": "match_any", "field_name": "source_id", "values": ["A"]},
    }  # fmt: skip


def test_cmip5_is_asked_in_its_own_names() -> None:
    assert _body(collections=("CMIP5",), facets={"source_id": ("inmcm4",)})["filters"][-1] == {
        "type": "match_any", "field_name": "model", "values": ["INM-CM4"],
    }  # fmt: skip


def test_place_is_checked_on_our_side() -> None:
    assert _plan(bbox=GLOBE).residual == ("bbox",)


def test_another_family_is_not_for_it() -> None:
    assert CONNECTOR.plan(Search(family="eo")) is None


def test_a_facet_that_a_project_lacks_cannot_match() -> None:
    assert CONNECTOR.plan(Search(family="esgf", collections=("CMIP5",), facets={"grid_label": ("gn",)})) is None


def test_a_long_search_scrolls() -> None:
    (request,) = _plan(limit=20_000).requests
    assert request.url == f"{INDEX}/scroll"
    assert "offset" not in request.json


@needs_shared
@pytest.mark.parametrize("name", ["1_record_dataset_response.globus_response", "gmeta_input4MIPs_sample"])
def test_recorded_datasets_become_items(name: str) -> None:
    body = (SHARED / f"fixtures/globus/{name}.json").read_bytes()
    page = CONNECTOR.decode(body, _request())
    (item,) = page.items
    assert item.id == json.loads(body)["gmeta"][0]["subject"].partition("|")[0]
    assert item.interval.start
    assert item.interval.end


@needs_shared
def test_recorded_counts_are_read() -> None:
    body = (SHARED / "fixtures/globus/1_record_dataset_response.globus_response.json").read_bytes()
    page = CONNECTOR.decode(body, _request())
    assert page.matched == 9037273
    assert page.facets["experiment_id"]["historical"] == 422708


@needs_shared
def test_recorded_files_become_assets() -> None:
    body = (SHARED / "fixtures/globus/1_file_metagrid_response.globus_response.json").read_bytes()
    page = CONNECTOR.decode_files(body, _request())
    ((dataset, (asset,)),) = page.files.items()
    assert dataset == "CMIP6.CMIP.CCCma.CanESM5-CanOE.1pctCO2.r1i1p2f1.Omon.hfbasin.gn.v20190429"
    assert asset.checksum == "sha256:2b65e4746dfa5c2f5133c960539cea4461fa4077ee644dc4526e7744fff57ef2"


@needs_shared
@pytest.mark.parametrize(
    "path", sorted((SHARED / "fixtures/bridge/pairs").glob("*.json")) or [Path("none")], ids=lambda p: p.stem
)
def test_every_recorded_result_is_read(path: Path) -> None:
    recorded = json.loads(path.read_bytes())["globus_response"]
    page = CONNECTOR.decode(json.dumps(recorded).encode(), _request())
    assert (len(page.items), page.matched) == (len(recorded["gmeta"]), recorded["total"])


def _reply(count: int, **more: Any) -> bytes:
    gmeta = [{"entries": [{"content": {"id": f"d{i}|n"}}]} for i in range(count)]
    return json.dumps({"gmeta": gmeta, "count": count, "total": 50_000} | more).encode()


def test_the_next_page_begins_after_this_one_without_counting_again() -> None:
    page = CONNECTOR.decode(_reply(2, offset=4, has_next_page=True), _request(offset=4, facets=[{}]))
    assert page.next is not None
    assert (page.next.json["offset"], "facets" in page.next.json) == (6, False)


@pytest.mark.parametrize("reply", [_reply(2, has_next_page=False), _reply(0, has_next_page=True)])
def test_there_is_no_page_beyond_the_last(reply: bytes) -> None:
    assert CONNECTOR.decode(reply, _request()).next is None


def test_beyond_the_last_offset_the_search_is_scrolled_from_its_start() -> None:
    onward = CONNECTOR.decode(_reply(2, offset=9998, has_next_page=True), _request(offset=9998)).next
    assert onward is not None
    assert (onward.url, "offset" in onward.json) == (f"{INDEX}/scroll", False)


def test_the_pages_that_are_wanted_are_asked_for_at_once() -> None:
    plan = CONNECTOR.plan(Search(family="esgf", limit=2500))
    assert plan is not None
    (request,) = plan.requests
    page = CONNECTOR.decode(_reply(1000, offset=0, has_next_page=True), request)
    assert (page.next, [r.json["offset"] for r in page.also]) == (None, [1000, 2000])


def test_a_scroll_goes_on_from_its_marker() -> None:
    request = Request(method="POST", url=f"{INDEX}/scroll", json={"filters": []})
    page = CONNECTOR.decode(_reply(2, marker="m1"), request)
    assert page.next is not None
    assert page.next.json["marker"] == "m1"
    assert CONNECTOR.decode(_reply(2), request).next is None


def test_files_are_asked_for_in_batches_of_15() -> None:
    items = [Item(id=f"d{i}", collection="CMIP6", properties={"data_node": ["n"]}) for i in range(16)]
    sizes = [len(r.json["filters"][1]["values"]) for r in CONNECTOR.plan_files(items)]
    assert sizes == [15, 1]


def test_files_of_cmip5_are_asked_for_by_variable() -> None:
    item = Item(
        id="d.tas", collection="CMIP5", properties={"data_node": ["n"], "instance_id": "d", "variable_id": "tas"}
    )
    (request,) = CONNECTOR.plan_files([item])
    assert request.json["filters"][2] == {"type": "match_any", "field_name": "variable", "values": ["tas"]}


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"error": "busy"}', b'{"gmeta": 1}'])
def test_nonsense_is_refused(body: bytes) -> None:
    with pytest.raises(BadReply, match="'us-index' answered with something else"):
        CONNECTOR.decode(body, _request())
