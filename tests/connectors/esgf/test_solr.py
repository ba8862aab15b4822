"""The classic and bridge dialects: what is sent, and what recorded replies of 2026 say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Page, Request, SearchConnector, SearchPlan
from connectors.errors import BadReply
from connectors.esgf.solr import IDS_A_CALL, SolrConnector
from connectors.extents import GLOBE, Interval
from connectors.items import Item
from connectors.offers import Limits, Source
from connectors.operations import Search

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")

SOLR = Source(id="nci", title="NCI", kind="esgf-solr", family="esgf", url="https://esgf.nci.org.au/esg-search/search")
BRIDGE = Source(
    id="ornl",
    title="ORNL",
    kind="esgf-solr",
    family="esgf",
    url="https://esgf-node.ornl.gov/esgf-1-5-bridge/",
    quirks=("bridge",),
)


def _plan(search: Search, source: Source = SOLR) -> SearchPlan:
    plan = SolrConnector(source=source).plan(search)
    assert plan is not None
    return plan


def _params(search: Search, source: Source = SOLR) -> dict[str, str]:
    (request,) = _plan(search, source).requests
    return dict(request.params)


def _search(**more: Any) -> Search:
    return Search(**({"family": "esgf", "collections": ("CMIP6",)} | more))


def _recorded(name: str, source: Source = SOLR, **params: str) -> Page:
    request = Request(method="GET", url=source.url, params={"offset": "0"} | params)
    return SolrConnector(source=source).decode((SHARED / "fixtures" / name).read_bytes(), request)


def test_it_is_a_search_connector() -> None:
    assert isinstance(SolrConnector(source=SOLR), SearchConnector)


def test_the_whole_request_is_explicit() -> None:
    assert _params(_search(facets={"variable_id": ("tas", "pr"), "experiment_id": ("historical",)}, limit=50)) == {
        "format": "application/solr+json", "type": "Dataset", "latest": "true", "retracted": "false", "offset": "0",
        "limit": "50", "project": "CMIP6", "variable_id": "tas,pr", "experiment_id": "historical",
    }  # fmt: skip


def test_place_and_time_are_never_sent_but_checked_here() -> None:
    plan = _plan(_search(bbox=GLOBE, interval=Interval(start="2000-01-01"), filters={"cloud_cover_max": 10}))
    assert plan.residual == ("bbox", "interval", "cloud_cover_max")
    assert not {"bbox", "start", "end"} & set(plan.requests[0].params)


def test_a_facet_that_no_index_knows_is_checked_here() -> None:
    plan = _plan(_search(facets={"spatial_kind": ("global-mean",)}))
    assert plan.residual == ("spatial_kind",)
    assert "spatial_kind" not in plan.requests[0].params


def test_a_source_may_know_more_facets() -> None:
    source = Source(
        id="e", title="", kind="esgf-solr", family="esgf", url="http://e", options={"facets": ["spatial_kind"]}
    )
    assert _params(_search(facets={"spatial_kind": ("global-mean",)}), source)["spatial_kind"] == "global-mean"


def test_another_family_is_not_for_it() -> None:
    assert SolrConnector(source=SOLR).plan(Search(family="eo")) is None


def test_a_source_is_not_asked_for_what_it_does_not_hold() -> None:
    source = Source(id="e", title="", kind="esgf-solr", family="esgf", url="http://e", collections={"CMIP5": "CMIP5"})
    assert SolrConnector(source=source).plan(_search()) is None


def test_the_source_s_own_spelling_of_a_project_is_sent() -> None:
    source = Source(id="e", title="", kind="esgf-solr", family="esgf", url="http://e", collections={"CMIP6": "cmip6"})
    assert _params(_search(), source)["project"] == "cmip6"


def test_cmip5_is_asked_in_its_own_names() -> None:
    params = _params(_search(collections=("CMIP5",), facets={"source_id": ("inmcm4",), "frequency": ("mon",)}))
    assert (params["model"], params["time_frequency"]) == ("INM-CM4", "mon")


def test_projects_of_different_spelling_are_asked_apart() -> None:
    plan = _plan(_search(collections=("CMIP6", "input4MIPs", "CMIP5")))
    assert [r.params["project"] for r in plan.requests] == ["CMIP6,input4MIPs", "CMIP5"]


def test_an_era_without_the_facet_is_asked_by_project() -> None:
    plan = _plan(_search(collections=(), facets={"mip_era": ("CMIP5",), "variable_id": ("tas",)}))
    assert [(r.params.get("project"), r.params.get("mip_era")) for r in plan.requests] == [
        (None, "CMIP5"),
        ("CMIP5", None),
    ]


def test_a_facet_that_a_project_lacks_cannot_match() -> None:
    search = _search(collections=("CMIP5",), facets={"grid_label": ("gn",)})
    assert SolrConnector(source=SOLR).plan(search) is None


def test_a_negation_keeps_its_mark() -> None:
    assert _params(_search(facets={"source_id!": ("MIROC6",)}))["source_id!"] == "MIROC6"


def test_retracted_records_can_be_asked_for() -> None:
    plan = _plan(_search(facets={"retracted": ("true",), "latest": ("false",)}))
    assert (plan.requests[0].params["retracted"], plan.requests[0].params["latest"]) == ("true", "false")
    assert plan.residual == ()


def test_paging_and_order_are_no_predicates() -> None:
    assert _plan(_search(filters={"limit": 5, "sort": "-datetime"})).residual == ()


def test_counts_alone_ask_for_no_rows() -> None:
    params = _params(_search(count=("source_id", "member_id"), collections=("CMIP5",), limit=0))
    assert (params["limit"], params["facets"]) == ("0", "model,ensemble")


def test_a_page_is_no_longer_than_the_source_likes() -> None:
    source = Source(id="e", title="", kind="esgf-solr", family="esgf", url="http://e", limits=Limits(page_max=20))
    assert _params(_search(limit=5000), source)["limit"] == "20"


def test_the_search_of_replica_shards_can_be_set() -> None:
    source = Source(id="e", title="", kind="esgf-solr", family="esgf", url="http://e", options={"distrib": False})
    assert _params(_search(), source)["distrib"] == "false"


def test_the_bridge_is_sent_nothing_that_it_refuses() -> None:
    plan = _plan(_search(facets={"tracking_id": ("x",), "source_id": ("CESM2",)}), BRIDGE)
    assert plan.residual == ("tracking_id",)
    assert not {"retracted", "tracking_id", "fields", "distrib"} & set(plan.requests[0].params)


def test_the_bridge_takes_one_project_a_request() -> None:
    plan = _plan(_search(collections=("CMIP6", "input4MIPs")), BRIDGE)
    assert [r.params["project"] for r in plan.requests] == ["CMIP6", "input4MIPs"]


def test_the_bridge_counts_apart_from_its_rows() -> None:
    rows, counts = _plan(_search(count=("source_id",), limit=5), BRIDGE).requests
    assert (rows.params["limit"], "facets" in rows.params) == ("5", False)
    assert (counts.params["limit"], counts.params["facets"]) == ("0", "source_id")


def test_the_bridge_negates_in_the_query() -> None:
    assert (
        _params(_search(facets={"source_id!": ("A", "B")}), BRIDGE)["query"]
        == 'NOT (source_id:"A") AND NOT (source_id:"B")'
    )


@needs_shared
def test_solr_datasets_of_2026_become_items() -> None:
    page = _recorded("solr/live2026/esgf1-solr-cmip6-search.json", project="CMIP6", limit="2")
    assert (page.matched, len(page.items)) == (2322, 2)
    assert [(i.get("version"), i.get("retracted"), i.get("latest")) for i in page.items] == [
        ("20200218", True, False),
        ("20200623", False, True),
    ]
    assert page.items[0].get("pid") == "hdl:21.14100/1998f277-44f4-308c-af59-3e3bb67213c7"


@needs_shared
def test_the_next_page_begins_after_this_one() -> None:
    page = _recorded("solr/live2026/esgf1-solr-cmip6-search.json", project="CMIP6", facets="source_id", limit="2")
    assert page.next is not None
    assert (page.next.params["offset"], "facets" in page.next.params) == ("2", False)


@needs_shared
def test_cmip5_of_2026_gives_one_item_a_variable() -> None:
    page = _recorded("solr/live2026/esgf1-solr-cmip5-search.json", project="CMIP5", variable="tas,pr")
    assert [i.get("variable_id") for i in page.items] == ["tas", "pr", "tas", "pr"]
    assert page.items[0].get("experiment_id") == "historical"


@needs_shared
def test_facet_counts_of_2026_are_read_in_our_names() -> None:
    page = _recorded("solr/live2026/esgf1-solr-cmip5-facets.json", project="CMIP5")
    assert page.facets["source_id"]["inmcm4"] > 0
    assert page.facets["frequency"]["mon"] == 67028


@needs_shared
def test_the_bridge_of_2026_writes_versions_as_numbers_and_another_end() -> None:
    page = _recorded("bridge/live2026/esgf15-bridge-cmip6-search.json", BRIDGE, project="CMIP6")
    assert page.items[0].get("version") == "20210527"
    assert page.items[0].interval == Interval(start="1850-01-16", end="2014-12-16")


@needs_shared
def test_counts_beside_rows_carry_no_total() -> None:
    connector = SolrConnector(source=BRIDGE)
    body = (SHARED / "fixtures/bridge/live2026/esgf15-bridge-cmip6-facets.json").read_bytes()
    _, aside = _plan(_search(count=("source_id",), limit=5), BRIDGE).requests
    page = connector.decode(body, aside)
    assert page.matched is None
    assert page.facets["source_id"]


@needs_shared
@pytest.mark.parametrize("name", ["1_record_dataset_response", "2_record_dataset_response", "metagrid_default_request"])
def test_every_recorded_pair_of_the_bridge_is_read(name: str) -> None:
    recorded = json.loads((SHARED / f"fixtures/bridge/pairs/{name}.json").read_bytes())["esg_search_response"]
    request = Request(method="GET", url=BRIDGE.url, params={"project": "CMIP6", "offset": "0"})
    page = SolrConnector(source=BRIDGE).decode(json.dumps(recorded).encode(), request)
    assert len(page.items) == len(recorded["response"]["docs"])
    assert page.facets["source_id"]


@needs_shared
@pytest.mark.parametrize("era", ["cmip3", "cmip5", "cmip6"])
def test_every_llnl_dataset_page_is_read(era: str) -> None:
    name = f"solr/llnl_dataset_solr_facet_{era}.json"
    docs = json.loads((SHARED / "fixtures" / name).read_bytes())["response"]["docs"]
    page = _recorded(name, project=era.upper())
    assert [i.get("instance_id") for i in page.items] == [d["instance_id"] for d in docs]
    assert all(i.get("source_id") and i.get("experiment_id") for i in page.items)


@needs_shared
@pytest.mark.parametrize(
    ("name", "count"),
    [("ceda_cmip6_solr_file_response", 1), ("llnl_file_solr_facet_cmip3", 100), ("llnl_file_solr_facet_cmip5", 100)],
)
def test_file_pages_are_read(name: str, count: int) -> None:
    body = (SHARED / f"fixtures/solr/{name}.json").read_bytes()
    page = SolrConnector(source=SOLR).decode_files(body, Request(method="GET", url=SOLR.url, params={"offset": "0"}))
    assert sum(len(files) for files in page.files.values()) == count
    assert all(a.checksum and a.size for files in page.files.values() for a in files)


def test_files_are_asked_for_in_batches() -> None:
    items = [Item(id=f"d{i}", collection="CMIP6", properties={"data_node": ["n"]}) for i in range(IDS_A_CALL + 1)]
    requests = SolrConnector(source=SOLR).plan_files(items)
    assert [len(r.params["dataset_id"].split(",")) for r in requests] == [IDS_A_CALL, 1]
    assert requests[0].params["type"] == "File"


def test_files_of_cmip5_are_asked_for_by_variable() -> None:
    item = Item(
        id="d.tas", collection="CMIP5", properties={"data_node": ["n"], "instance_id": "d", "variable_id": "tas"}
    )
    (request,) = SolrConnector(source=SOLR).plan_files([item])
    assert (request.params["dataset_id"], request.params["variable"]) == ("d|n", "tas")


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>busy</html>", b"[]", b'{"response": 1}', b'{"detail": []}', b'{"response": {"docs": [', b"\xff\xfe"],
)
def test_nonsense_is_refused(body: bytes) -> None:
    with pytest.raises(BadReply, match="'nci' answered with something else than a Solr reply"):
        SolrConnector(source=SOLR).decode(body, Request(method="GET", url=SOLR.url))


def test_an_empty_reply_is_an_empty_page() -> None:
    body = b'{"response": {"numFound": 0, "start": 0, "docs": []}}'
    page = SolrConnector(source=SOLR).decode(body, Request(method="GET", url=SOLR.url, params={"offset": "0"}))
    assert (page.items, page.next, page.matched) == ((), None, 0)


def test_beyond_its_reach_the_bridge_is_asked_in_parts() -> None:
    body = b'{"response": {"numFound": 99999, "start": 9990, "docs": [{"id": "a|n"}, {"id": "b|n"}, {}, {}, {}, {}, {}, {}, {}, {}]}}'
    request = Request(method="GET", url=BRIDGE.url, params={"offset": "9990"})
    onward, classic = (SolrConnector(source=s).decode(body, request).next for s in (BRIDGE, SOLR))
    assert onward and (onward.params["limit"], onward.params["facets"].partition(",")[0]) == ("0", "experiment_id")
    assert classic and classic.params["offset"] == "10000"
