"""Index documents as Items and Assets, on what real indexes wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from connectors.esgf.records import (
    dataset_items,
    dataset_keys,
    file_asset,
    group_files,
    many,
    one,
    sphere_box,
    with_files,
)
from connectors.extents import BBox, Interval
from connectors.items import Asset, Item, Location

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")

DATASET: dict[str, Any] = {
    "id": "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.Amon.tas.gn.v20181212|esgf.example.org",
    "instance_id": "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.Amon.tas.gn.v20181212",
    "project": ["CMIP6"], "source_id": ["MIROC6"], "member_id": ["r1i1p1f1"], "source_type": ["AOGCM", "AER"],
    "data_node": "esgf.example.org", "version": 20181212, "datetime_start": "1850-01-16T12:00:00Z",
    "datetime_stop": "2014-12-16T12:00:00Z", "pid": ["hdl:21.14100/x"], "citation_url": ["http://cera-www.dkrz.de/x.json"],
    "west_degrees": 0.0, "east_degrees": 358.6, "south_degrees": -88.9, "north_degrees": 88.9, "access": ["HTTPServer"],
}  # fmt: skip


def _file(
    node: str, *, title: str = "tas_Amon_MIROC6_historical_r1i1p1f1_gn_185001-194912.nc", **more: Any
) -> dict[str, Any]:
    return {
        "title": title, "data_node": node, "dataset_id": f"{DATASET['instance_id']}|{node}", "size": 5, "checksum": ["AB" * 32],
        "checksum_type": ["SHA256"], "url": [f"https://{node}/{title}|application/netcdf|HTTPServer"],
    } | more  # fmt: skip


def _only(doc: dict[str, Any]) -> Item:
    (item,) = dataset_items(doc, source="here")
    return item


def test_scalars_and_lists_are_read_alike() -> None:
    assert (one(["a"]), one("a"), one([])) == ("a", "a", None)
    assert (many(["a", "b"]), many("a"), many(None)) == (("a", "b"), ("a",), ())


def test_a_facet_of_one_value_is_a_scalar_and_of_several_a_list() -> None:
    item = _only(DATASET)
    assert item.properties["source_id"] == "MIROC6"
    assert item.properties["source_type"] == ["AOGCM", "AER"]


def test_the_data_nodes_stay_a_list() -> None:
    assert _only(DATASET).properties["data_node"] == ["esgf.example.org"]


@pytest.mark.parametrize("version", [20181212, "20181212", ["20181212"], "v20181212", "1"])
def test_the_version_is_that_of_the_id(version: object) -> None:
    assert _only(DATASET | {"version": version}).properties["version"] == "20181212"


def test_a_dataset_s_time_and_place_are_read() -> None:
    item = _only(DATASET)
    assert item.interval == Interval(start="1850-01-16", end="2014-12-16")
    assert item.bbox == BBox(west=-180.0, south=-88.9, east=180.0, north=88.9)


def test_times_in_the_wrong_order_are_no_time() -> None:
    assert _only(DATASET | {"datetime_stop": "1800-01-01"}).interval == Interval()


def test_flags_that_are_not_there_mean_latest_and_not_retracted() -> None:
    item = _only(DATASET)
    assert (item.properties["latest"], item.properties["retracted"]) == (True, False)


def test_a_retracted_record_says_so() -> None:
    assert _only(DATASET | {"retracted": True}).properties["retracted"] is True


def test_a_wrong_member_is_put_right_from_the_id_and_said() -> None:
    item = _only(DATASET | {"member_id": ["s2020-r1i1p1f1"]})
    assert item.properties["member_id"] == "r1i1p1f1"
    assert item.properties["corrected"] == ["member_id"]


def test_the_citation_is_linked_over_https() -> None:
    assert [(n.rel, n.href) for n in _only(DATASET).links] == [("cite-as", "https://cera-www.dkrz.de/x.json")]


def test_a_record_without_an_id_is_no_item() -> None:
    assert dataset_items({"project": ["CMIP6"]}, source="here") == ()


def test_a_cmip5_dataset_is_one_item_a_wanted_variable() -> None:
    doc = {
        "instance_id": "cmip5.output1.INM.inmcm4.historical.mon.atmos.Amon.r1i1p1.v20130207", "project": ["CMIP5"],
        "variable": ["tas", "pr", "ta"], "model": ["INM-CM4"], "data_node": "a.org",
    }  # fmt: skip
    found = dataset_items(doc, source="here", variables=["tas", "pr", "uas"])
    assert [(i.id.rpartition(".")[2], i.properties["variable_id"]) for i in found] == [("tas", "tas"), ("pr", "pr")]
    assert found[0].properties["source_id"] == "inmcm4"


@pytest.mark.parametrize(
    ("corners", "around"),
    [
        ((0.0, -90, 357.5, 90), True),
        ((0.0, -89, -1.125, 89), True),
        ((-180, -90, 180, 90), True),
        ((10, 30, 40, 50), False),
    ],
)
def test_a_box_of_cell_centres_around_the_globe_is_closed(corners: tuple[float, ...], around: bool) -> None:
    assert (sphere_box(corners).width == 360) is around


def test_a_file_has_its_checksum_size_and_time() -> None:
    found = file_asset(_file("a.org", tracking_id=["hdl:1/2"]))
    assert found is not None
    dataset, asset = found
    assert (dataset, asset.size, asset.checksum) == (DATASET["instance_id"], 5, "sha256:" + "ab" * 32)
    assert asset.properties == {
        "tracking_id": "hdl:1/2", "time_coverage_start": "1850-01-01", "time_coverage_end": "1949-12-31",
    }  # fmt: skip


def test_the_suffix_of_some_indexes_goes() -> None:
    found = file_asset(_file("a.org", title="tas_185001-194912.nc_0"))
    assert found is not None
    assert found[1].key == "tas_185001-194912.nc"


def test_each_service_becomes_a_location() -> None:
    urls = [
        "https://a.org/x.nc|application/netcdf|HTTPServer", "https://a.org/dodsC/x.nc.html|application/opendap-html|OPENDAP",
        "globus:8896f38e-68d1-4708-bce4-b1b3a3405809/css03/x.nc|Globus|Globus", "gsiftp://a.org/x.nc|application/gridftp|GridFTP",
    ]  # fmt: skip
    found = file_asset(_file("a.org", url=urls))
    assert found is not None
    assert [(loc.protocol, loc.href) for loc in found[1].locations] == [
        ("https", "https://a.org/x.nc"),
        ("opendap", "https://a.org/dodsC/x.nc"),
        ("globus", "globus:8896f38e-68d1-4708-bce4-b1b3a3405809/css03/x.nc"),
    ]


def test_an_endpoint_known_for_wrong_paths_is_left_aside() -> None:
    url = ["globus:dea29ae8-bb92-4c63-bdbc-260522c92fe8/x.nc|Globus|Globus"]
    assert file_asset(_file("a.org", url=url)) is None


def test_https_is_tried_before_plain_http() -> None:
    found = file_asset(_file("a.org", url=["http://a.org/x.nc|application/netcdf|HTTPServer"]))
    assert found is not None
    assert [loc.href for loc in found[1].locations] == ["https://a.org/x.nc", "http://a.org/x.nc"]


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "192.168.0.1", "data.org:8080"])
def test_a_local_server_is_asked_as_it_is(host: str) -> None:
    found = file_asset(_file("a.org", url=[f"http://{host}/x.nc|application/netcdf|HTTPServer"]))
    assert found is not None
    assert [loc.href for loc in found[1].locations] == [f"http://{host}/x.nc"]


def test_copies_of_a_file_become_one_asset_with_two_locations() -> None:
    found = [f for n in ("a.org", "b.org") if (f := file_asset(_file(n)))]
    ((asset,),) = group_files(found).values()
    assert [loc.node for loc in asset.locations] == ["a.org", "b.org"]


def test_a_copy_with_another_checksum_is_not_the_same_file() -> None:
    found = [f for f in (file_asset(_file("a.org")), file_asset(_file("b.org", checksum=["CD" * 32]))) if f]
    ((asset,),) = group_files(found).values()
    assert [loc.node for loc in asset.locations] == ["a.org"]


def test_files_set_the_item_s_time() -> None:
    later = "tas_Amon_MIROC6_historical_r1i1p1f1_gn_195001-201412.nc"
    found = [f for f in (file_asset(_file("a.org")), file_asset(_file("a.org", title=later))) if f]
    (assets,) = group_files(found).values()
    item = with_files(_only(DATASET), assets)
    assert item.interval == Interval(start="1850-01-01", end="2014-12-31")
    assert [a.key for a in item.assets] == sorted(a.key for a in item.assets)


def test_an_item_takes_the_files_of_its_own_variable() -> None:
    files = [
        Asset(key=f"{v}.nc", locations=(Location(href="x"),), properties={"variable_id": v}) for v in ("tas", "pr")
    ]
    item = Item(id="i", collection="CMIP5", properties={"variable_id": "pr"})
    assert [a.key for a in with_files(item, files).assets] == ["pr.nc"]


def test_dataset_keys_join_id_and_node() -> None:
    item = Item(id="a", collection="CMIP6", properties={"data_node": ["n1", "n2"], "instance_id": "a"})
    assert dataset_keys([item, item]) == ("a|n1", "a|n2")


@needs_shared
def test_every_recorded_file_becomes_an_asset() -> None:
    titles, assets = [], []
    for path in sorted((SHARED / "fixtures/solr").rglob("*.json")):
        read = json.loads(path.read_bytes())
        docs = [d for d in (read if isinstance(read, list) else read["response"]["docs"]) if d.get("type") == "File"]
        titles += [d["title"] for d in docs]
        assets += [a for a in map(file_asset, docs) if a]
    assert len(titles) > 200
    assert sorted(titles) == sorted(a.key for _, a in assets)


@needs_shared
def test_a_url_in_no_known_form_is_dropped() -> None:
    recorded = json.loads((SHARED / "fixtures/bridge/metagrid/esgsearch_invalid_globus_url.json").read_bytes())
    doc = _file("a.org") | recorded["response"]["docs"][0]
    found = file_asset(doc)
    assert found is not None
    assert {loc.protocol for loc in found[1].locations} <= {"https", "opendap", "globus"}
