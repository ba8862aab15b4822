"""The embedded nodes asked by an independent client over real ports, and by our own connector."""

from __future__ import annotations

import hashlib
import os
import urllib.error
import urllib.parse
import urllib.request
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from conductor.settings import from_environment
from connectors.base import Request
from connectors.embedded.datasets import Catalogue, catalogue
from connectors.embedded.esgf_node import esgf_hosts, esgf_node, publish
from connectors.embedded.esgf_records import NODES
from connectors.embedded.file_host import file_host
from connectors.esgf.records import group_files, with_files
from connectors.esgf.solr import SolrConnector
from connectors.items import Item
from connectors.offers import Source
from connectors.operations import Search
from tests.connectors.embedded.serving import free_port, serving

with warnings.catch_warnings():
    # webob, which pyesgf uses, still imports cgi; only the import is concerned
    warnings.filterwarnings("ignore", message="'cgi' is deprecated", category=DeprecationWarning)
    from pyesgf.search import SearchConnection

HOLDINGS = from_environment().holdings_dir
DAILY = {"project": "CMIP6", "experiment_id": "historical", "table_id": "day", "variable_id": "ta"}
MIROC = "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.day.ta.gn.v20191016"


@dataclass(frozen=True)
class Served:
    """Two index nodes and their file hosts on loopback ports."""

    held: Catalogue
    first: str
    second: str


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    held = catalogue(HOLDINGS)
    ports = [free_port(), free_port()]
    nodes = tuple(
        replace(n, files=f"http://127.0.0.1:{p}/thredds/fileServer") for n, p in zip(NODES, ports, strict=True)
    )
    shards = publish(held, nodes=nodes)
    hosts = [file_host(HOLDINGS, held=lambda: held, node=n) for n in nodes]
    indexes = [esgf_node(shards, node=n) for n in nodes]
    with (
        serving(hosts[0], port=ports[0]),
        serving(hosts[1], port=ports[1]),
        serving(indexes[0]) as first,
        serving(indexes[1]) as second,
    ):
        yield Served(held=held, first=f"{first}/esg-search", second=f"{second}/esg-search")


def _get(url: str, **params: str) -> bytes:
    with urllib.request.urlopen(f"{url}?{urllib.parse.urlencode(params)}") as answer:
        return bytes(answer.read())


def _connection(url: str, **more: Any) -> Any:
    return SearchConnection(url, **more)


def test_34_models_have_daily_temperature_for_historical(served: Served) -> None:
    context = _connection(served.first).new_context(facets="source_id,data_node", **DAILY)
    assert len(context.facet_counts["source_id"]) == 34


def test_the_nodes_that_hold_them_are_counted(served: Served) -> None:
    context = _connection(served.first).new_context(facets="data_node", **DAILY)
    here = sum(1 for d in served.held.datasets if d.facets.get("table_id") == ("day",))
    there = sum(1 for d in served.held.datasets if d.facets.get("table_id") == ("day",) and NODES[1].holds(d))
    assert context.facet_counts["data_node"] == {"data1.embedded": here, "data2.embedded": there}
    assert 0 < there < here


def test_replicas_are_counted_apart(served: Served) -> None:
    everything = _connection(served.first).new_context(facets="project", **DAILY).hit_count
    originals = _connection(served.first).new_context(facets="project", replica=False, **DAILY).hit_count
    assert originals == 34 < everything


def test_a_search_of_one_node_leaves_out_the_other(served: Served) -> None:
    alone = _connection(served.second, distrib=False).new_context(facets="data_node", **DAILY)
    assert set(alone.facet_counts["data_node"]) == {"data2.embedded"}


def test_every_facet_can_be_counted_at_once(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "ESGF_PYCLIENT_NO_FACETS_STAR_WARNING", "on")
    counts = _connection(served.first).new_context(project="ENSEMBLES", replica=False).facet_counts
    assert counts["experiment_id"] == {"A1B": 1, "E1": 1}


def test_a_dataset_leads_to_its_files_and_a_file_to_its_bytes(served: Served, tmp_path: Path) -> None:
    context = _connection(served.first).new_context(facets="project", source_id="MIROC6", replica=False, **DAILY)
    (dataset,) = context.search()
    files = list(dataset.file_context().search(ignore_facet_check=True))
    assert (dataset.json["instance_id"], len(files), dataset.number_of_files) == (MIROC, 3, 3)
    content = _get(files[0].download_url)
    assert len(content) == files[0].size
    assert hashlib.sha256(content).hexdigest() == files[0].checksum


def test_paging_gives_every_dataset_once(served: Served) -> None:
    context = _connection(served.first).new_context(facets="project", project="CMIP6", replica=False)
    found = [r.dataset_id for r in context.search(batch_size=10)]
    assert len(found) == len(set(found)) == 76


def test_a_facet_that_does_not_exist_is_refused(served: Served) -> None:
    with pytest.raises(Exception, match="Invalid query parameter"):
        _ = _connection(served.first).new_context(facets="project", modle="MIROC6").hit_count


def test_the_script_of_the_service_names_every_file(served: Served) -> None:
    context = _connection(served.first).new_context(facets="project", source_id="MIROC6", replica=False, **DAILY)
    script = context.get_download_script()
    assert script.startswith("#!/bin/bash")
    assert script.count("\nfetch ta_day_MIROC6") == 3


def test_the_script_is_for_files_only(served: Served) -> None:
    with pytest.raises(urllib.error.HTTPError, match="400"):
        _get(f"{served.first}/wget", type="Dataset")


def test_xml_is_the_default_format(served: Served) -> None:
    assert _get(f"{served.first}/search", limit="1").startswith(b"<?xml")


def test_a_posted_form_is_a_query(served: Served) -> None:
    form = urllib.parse.urlencode(
        {"format": "application/solr+json", "limit": "0", "project": "ENSEMBLES", "distrib": "false"}
    )
    with urllib.request.urlopen(f"{served.first}/search", data=form.encode()) as answer:
        assert b'"numFound":2' in answer.read()


def test_one_shard_can_be_asked(served: Served) -> None:
    body = _get(
        f"{served.first}/search", format="application/solr+json", limit="1", shards="esgf-node2.embedded:8983/solr"
    )
    assert b"|data2.embedded" in body
    with pytest.raises(urllib.error.HTTPError, match="400"):
        _get(f"{served.first}/search", shards="nowhere:8983/solr")


def _source(name: str, url: str) -> Source:
    return Source(id=name, title=name, kind="esgf-solr", family="esgf", url=f"{url}/search", options={"distrib": False})


def _items(connector: SolrConnector, **facets: tuple[str, ...]) -> list[Item]:
    plan = connector.plan(Search(family="esgf", collections=("CMIP6",), facets=facets, limit=20))
    assert plan is not None
    following: Request | None = plan.requests[0]
    found: list[Item] = []
    while following:
        page = connector.decode(_get(following.url, **following.params), following)
        found += page.items
        following = page.next
    return found


def test_the_union_of_both_nodes_holds_each_dataset_once(served: Served) -> None:
    connectors = [
        SolrConnector(source=_source("one", served.first)),
        SolrConnector(source=_source("two", served.second)),
    ]
    found = [_items(c, table_id=("day",)) for c in connectors]
    assert {i.id for i in found[1]} < {i.id for i in found[0]}
    assert len({i.id for items in found for i in items}) == 34


def test_our_connector_joins_a_file_s_two_copies(served: Served) -> None:
    source = replace(_source("one", served.first), options={"distrib": True})
    connector = SolrConnector(source=source)
    copied = next(d for d in served.held.datasets if d.facets.get("table_id") == ("day",) and NODES[1].holds(d))
    found = [
        i
        for i in _items(connector, source_id=copied.facets["source_id"], table_id=("day",))
        if i.id == copied.instance_id
    ]
    assert sorted(n for i in found for n in i.properties["data_node"]) == ["data1.embedded", "data2.embedded"]
    (request,) = connector.plan_files(found)
    page = connector.decode_files(_get(request.url, **request.params), request)
    item = with_files(found[0], page.files[copied.instance_id])
    assert len(item.assets) == len(copied.files)
    assert [loc.node for loc in item.assets[0].locations] == ["data1.embedded", "data2.embedded"]
    copies = {_get(loc.href) for loc in item.assets[0].locations}
    assert [f"sha256:{hashlib.sha256(c).hexdigest()}" for c in copies] == [item.assets[0].checksum]


def test_group_files_needs_no_order(served: Served) -> None:
    assert group_files([]) == {}


def test_hosts_are_built_when_they_are_first_asked(tmp_path: Path) -> None:
    hosts = esgf_hosts(tmp_path / "nothing")
    assert sorted(hosts) == ["data1.embedded", "data2.embedded", "esgf-node1.embedded", "esgf-node2.embedded"]
    assert not (tmp_path / "nothing").exists()
    assert hosts["esgf-node1.embedded"]().routes
