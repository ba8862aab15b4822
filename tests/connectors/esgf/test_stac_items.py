"""Items of the new catalogues, and what is put right in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.esgf.stac_items import stac_item
from connectors.extents import BBox, Interval
from connectors.items import Item
from connectors.offers import Source

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
SOURCE = Source(id="east", title="", kind="esgf-stac", family="esgf", url="https://x", collections={"CMIP6": "cmip6"})


def _item(feature: dict[str, Any]) -> Item:
    item = stac_item(feature, source=SOURCE)
    assert item is not None
    return item


def _recorded(name: str, at: int = 0) -> Item:
    recorded = json.loads((SHARED / f"fixtures/stac/{name}.json").read_bytes())
    return _item(recorded["features"][at] if "features" in recorded else recorded)


def test_a_feature_without_an_id_is_no_item() -> None:
    assert stac_item({"properties": {}}, source=SOURCE) is None


def test_the_collection_has_our_spelling() -> None:
    assert _item({"id": "a", "collection": "CMIP6"}).collection == "CMIP6"
    assert _item({"id": "a", "collection": "cmip6"}).collection == "CMIP6"


@needs_shared
def test_east_s_wrong_member_is_put_right_and_said() -> None:
    item = _recorded("live2026/esgf-ng-stac-cmip6-search")
    assert (item.get("member_id"), item.get("variant_label")) == ("r15i1p1f2", "r15i1p1f2")
    assert item.get("corrected") == ["member_id"]


@needs_shared
def test_west_s_inside_out_box_and_placeholder_time_are_put_right() -> None:
    item = _recorded("live2026/esgf-ng-stac-cmip6-west-search")
    assert item.bbox == BBox(west=-180.0, south=-89.14152, east=180.0, north=89.14152)
    assert item.interval == Interval(start="1850-01-01", end="2014-12-31")
    assert item.get("corrected") == ["bbox", "end_datetime"]


@needs_shared
def test_time_comes_from_file_names_even_in_the_far_future() -> None:
    item = _recorded("live2026/esgf-ng-stac-cmip7-search")
    assert item.interval == Interval(start="6500-01-01", end="6900-12-31")


@needs_shared
def test_cmip7_carries_its_branding_and_licence() -> None:
    item = _recorded("live2026/esgf-ng-stac-cmip7-west-search.trimmed")
    assert (item.get("variable_id"), item.get("variable_branding_suffix")) == ("tas", "tavg-h2m-hxy-u")
    assert (item.get("member_id"), item.get("activity_id"), item.get("license")) == ("r1i1p2f1", "CMIP", "CC-BY-4.0")
    assert None not in item.properties.values()


@needs_shared
def test_files_are_assets_with_size_checksum_and_tracking_id() -> None:
    asset = _recorded("live2026/esgf-ng-stac-cmip6-search").assets[0]
    assert asset.key == "tas_Amon_UKESM1-0-LL_historical_r15i1p1f2_gn_185001-194912.nc"
    assert asset.checksum == "sha256:0f63e0dba20128138896947da92f6a36852db8f929954ff02db08dec520a2213"
    assert (asset.size, asset.properties["tracking_id"][:13]) == (67429259, "hdl:21.14100/")


@needs_shared
def test_the_data_nodes_are_those_of_the_assets() -> None:
    assert _recorded("live2026/esgf-ng-stac-cmip6-search").get("data_node") == ["ceda.ac.uk"]


@needs_shared
def test_kerchunk_references_are_known_as_such() -> None:
    by_protocol = {a.locations[0].protocol: a for a in _recorded("live2026/esgf-ng-stac-cmip6-west-search").assets}
    assert set(by_protocol) == {"https", "kerchunk"}  # the Globus endpoint there is known for wrong paths
    assert by_protocol["kerchunk"].roles == ("data", "virtual")


@needs_shared
def test_a_globus_link_becomes_an_endpoint_and_a_path() -> None:
    item = _recorded("west_integration_cmip6_item_v302")
    (asset,) = [a for a in item.assets if a.key == "globus"]
    assert asset.href.startswith("globus:904ff241-867c-404e-b355-64b701ba6ac1/css03_data/CMIP6/")


@needs_shared
def test_the_citation_is_linked_over_https() -> None:
    links = {n.rel: n.href for n in _recorded("live2026/esgf-ng-stac-cmip6-search").links}
    assert links["cite-as"].startswith("https://cera-www.dkrz.de/WDCC/meta/CMIP6/CMIP6.CMIP.NIMS-KMA.")
    assert "self" not in links


@needs_shared
def test_an_item_of_2024_without_prefixes_and_box_is_read() -> None:
    recorded = json.loads((SHARED / "fixtures/stac/event_post_example_item_2024.json").read_bytes())
    item = _item(recorded)
    assert item.bbox is None
    assert item.get("source_id") == "EC-Earth3-AerChem"
    assert item.interval == Interval(start="1877-01-01", end="1979-12-31")
    assert all(a.key.endswith(".nc") or a.key == "globus" for a in item.assets)


def test_copies_elsewhere_are_more_locations() -> None:
    name = "tas_Amon_A_historical_r1i1p1f1_gn_185001-201412.nc"
    alternate = {"b.org": {"href": f"https://b.org/{name}"}, "c.org": None}
    asset = {"href": f"https://a.org/{name}", "alternate:name": "a.org", "alternate": alternate}
    (found,) = _item({"id": "x", "collection": "CMIP6", "assets": {name: asset}}).assets
    assert [(loc.node, loc.protocol) for loc in found.locations] == [("a.org", "https"), ("b.org", "https")]


def test_nothing_said_is_nothing_known() -> None:
    item = _item({"id": "x", "collection": "CMIP6", "properties": None, "assets": {"a": {}}, "links": None})
    assert (item.interval, item.bbox, item.assets) == (Interval(), None, ())
    assert (item.get("latest"), item.get("retracted")) == (True, False)
