"""THREDDS servers as catalogues of climate datasets: files of one run joined, facets from folders and names, bounds kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Checks, Keys, Page, Request, SearchConnector
from connectors.errors import BadReply
from connectors.esgf.thredds import ThreddsConnector
from connectors.extents import Interval
from connectors.items import Item
from connectors.offers import Limits, Source
from connectors.operations import Search
from tests.connectors.fault_server import Exchange, FaultServer, fault_server
from tests.connectors.outside_world import outside, report, source

NS = 'xmlns="http://www.unidata.ucar.edu/namespaces/thredds/InvCatalog/v1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
TOP = "https://data.example/thredds/catalog/catalog.xml"
# Names and folders as the PAVICS server has them.
CMIP6 = "x/CMIP6/CMIP/CCCma/CanESM5/historical/r1i1p1f1/Amon/tas/gn/v20190429"
CORDEX = "tas_NAM-12_MPI-ESM1-2-LR_ssp370_r1i1p1f1_OURANOS_CRCM5_v1-r1_day"
DOWNSCALED = "day_BCCAQv2+ANUSPLIN300_UKESM1-0-LL_historical+ssp585_r1i1p1f2_gn_1950-2100.ncml"


def _connector(**parts: Any) -> ThreddsConnector:
    given: dict[str, Any] = {
        "id": "pavics",
        "title": "P",
        "kind": "thredds",
        "family": "esgf",
        "url": TOP,
        "collections": {"CMIP6": "a/cmip6,b/more/catalog.xml", "CanDCS-U6": "c"},
    }
    return ThreddsConnector(Source(**given | parts))


def _catalog(*paths: str, references: tuple[str, ...] = ()) -> bytes:
    services = (
        '<service name="all" serviceType="Compound" base=""><service name="h" serviceType="HTTPServer" base="/fileServer/"/>'
        '<service name="o" serviceType="OPENDAP" base="/dodsC/"/></service>'
    )
    files = "".join(f'<dataset name="{p.rpartition("/")[2]}" urlPath="{p}"/>' for p in paths)
    refs = "".join(f'<catalogRef xlink:href="{href}" xlink:title=""/>' for href in references)
    metadata = "<metadata inherited='true'><serviceName>all</serviceName></metadata>"
    return f"<catalog {NS}>{services}<dataset name='d'>{metadata}{files}{refs}</dataset></catalog>".encode()


def _requests(search: Search, **parts: Any) -> tuple[Request, ...]:
    plan = _connector(**parts).plan(search)
    assert plan is not None
    return plan.requests


def _page(
    body: bytes, *, facets: dict[str, tuple[str, ...]] | None = None, collection: str = "CMIP6", **asked: Any
) -> Page:
    search = Search(family="esgf", collections=(collection,), facets=facets or {}, **asked)
    return _connector().decode(body, _requests(search)[0])


def _items(*paths: str, **asked: Any) -> tuple[Item, ...]:
    return _page(_catalog(*paths), **asked).items


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


def test_a_walk_begins_at_the_catalogues_that_hold_what_is_asked() -> None:
    assert [r.url for r in _requests(Search(family="esgf", collections=("CMIP6", "CORDEX")))] == [
        "https://data.example/thredds/catalog/a/cmip6/catalog.xml",
        "https://data.example/thredds/catalog/b/more/catalog.xml",
    ]


@pytest.mark.parametrize(
    "search", [Search(family="eo"), Search(family="esgf"), Search(family="esgf", collections=("x",))]
)
def test_nothing_is_walked_for_what_it_does_not_hold(search: Search) -> None:
    assert _connector().plan(search) is None


def test_an_open_server_is_walked_from_the_top() -> None:
    (request,) = _requests(Search(family="esgf"), options={"open_collections": True})

    assert request.url == TOP


def test_the_folders_of_the_drs_name_the_dataset() -> None:
    names = [
        f"{CMIP6}/tas_Amon_CanESM5_historical_r1i1p1f1_gn_{years}.nc" for years in ("185001-194912", "195001-201412")
    ]
    (item,) = _items(*names)

    assert item.id == "CMIP6.CMIP.CCCma.CanESM5.historical.r1i1p1f1.Amon.tas.gn.v20190429"
    assert item.interval == Interval(start="1850-01-01", end="2014-12-31")
    assert [item.get(f) for f in ("institution_id", "source_id", "variable_id")] == ["CCCma", "CanESM5", "tas"]
    assert [len(asset.locations) for asset in item.assets] == [2, 2]
    assert _connector().key(item) == item.id


def test_a_file_name_tells_what_folders_do_not() -> None:
    (item,) = _items(f"o/{CORDEX}_20150101-20151231.nc", collection="CanDCS-U6")

    assert item.id == f"o.{CORDEX}"
    assert (item.collection, item.properties["project"]) == ("CanDCS-U6", "CanDCS-U6")
    assert [item.get(f) for f in ("source_id", "driving_source_id", "domain_id")] == [
        "CRCM5",
        "MPI-ESM1-2-LR",
        "NAM-12",
    ]


def test_a_name_of_no_known_form_tells_what_is_certain() -> None:
    (item,) = _items(f"c/{DOWNSCALED}")

    assert item.interval == Interval(start="1950-01-01", end="2100-12-31")
    assert item.get("experiment_id") == ["historical", "ssp585"]
    assert [item.get(f) for f in ("source_id", "member_id", "frequency")] == ["UKESM1-0-LL", "r1i1p1f2", "day"]
    assert [location.protocol for location in item.assets[0].locations] == ["opendap"]


@pytest.mark.parametrize(
    ("facets", "found"),
    [
        ({"experiment_id": ("rcp26",)}, "rcp26_tx_mean_MS"),
        ({"experiment_id": ("rcp85",)}, None),
        ({"variable_id": ("tas",)}, None),
        ({}, "rcp26_tx_mean_MS"),
    ],
)
def test_a_file_must_speak_of_what_is_asked(facets: dict[str, tuple[str, ...]], found: str | None) -> None:
    items = _items("i/tx_mean/rcp26_tx_mean_MS_1950-2100.nc", facets=facets)

    assert [item.properties["title"] for item in items] == ([found] if found else [])
    assert all(item.get("experiment_id") == "rcp26" for item in items if facets)


def test_a_view_of_all_variables_is_not_held_to_lack_one() -> None:
    assert len(_items(f"c/{DOWNSCALED}", facets={"variable_id": ("tasmax",)})) == 1


def test_other_periods_are_left_out() -> None:
    assert _items(f"c/{DOWNSCALED}", interval=Interval(start="2150-01-01")) == ()


def test_references_lead_on_as_deep_as_they_may_and_never_to_another_host() -> None:
    body = _catalog(references=("b/catalog.xml", "https://elsewhere.example/catalog.xml"))
    connector = _connector(options={"depth": 1})
    (request, _) = _requests(Search(family="esgf", collections=("CMIP6",)), options={"depth": 1})

    (below,) = connector.decode(body, request).also

    assert below.url == "https://data.example/thredds/catalog/a/cmip6/b/catalog.xml"
    assert connector.decode(body, below).also == ()


@pytest.mark.parametrize("body", [b"", b"{}", b"<html/>", b"<WMS_Capabilities/>"])
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        _page(body)


def test_what_a_dataset_states_is_looked_at_again() -> None:
    (item,) = _items(f"{CMIP6}/tas_Amon_CanESM5_historical_r1i1p1f1_gn_185001-201412.nc")

    assert _connector().check(item, Search(family="esgf", facets={"source_id": ("MIROC6",)})) == ("source_id",)


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


async def test_a_server_is_walked_to_its_files(server: FaultServer, tmp_path: Path) -> None:
    documents = {
        "/tds/catalog/cmip6/catalog.xml": _catalog(references=("hist/catalog.xml", "gone/catalog.xml")),
        "/tds/catalog/cmip6/hist/catalog.xml": _catalog(
            f"{CMIP6}/tas_Amon_CanESM5_historical_r1i1p1f1_gn_185001-201412.nc"
        ),
    }

    async def tds(exchange: Exchange) -> None:
        body = documents.get(exchange.path)
        await exchange.reply(200 if body else 404, body or b"", type="application/xml")

    url = server.add("tds", tds) + "/catalog/catalog.xml"
    one = source(
        "tds", url, kind="thredds", family="esgf", collections={"CMIP6": "cmip6"}, limits=Limits(rate_per_s=1000.0)
    )
    async with outside(tmp_path, one) as world:
        found = await world.search(
            Search(family="esgf", collections=("CMIP6",), facets={"variable_id": ("tas",)}), source="tds"
        )

    assert (report(found, "tds").state, [item.get("source_id") for item in found.items]) == ("partial", ["CanESM5"])
