"""Map and coverage services as catalogues: what is shown becomes items whose assets are requests ready to send."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from connectors.base import Checks, Keys, Page, Request, SearchConnector
from connectors.eo.maps import MapsConnector
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Source
from connectors.operations import Search

RECORDED = Path(__file__).parent / "recorded"
EUROPE = BBox(west=0, south=40, east=20, north=50)


def _connector(kind: str, **parts: Any) -> MapsConnector:
    given: dict[str, Any] = {
        "id": "m",
        "title": "M",
        "kind": kind,
        "family": "eo",
        "url": "http://127.0.0.1:15953/cgi?map=WORLD",
        "collections": {"land-cover": "landcover"},
    }
    return MapsConnector(Source(**given | parts))


def _request(kind: str, search: Search, **parts: Any) -> Request:
    plan = _connector(kind, **parts).plan(search)
    assert plan is not None
    (request,) = plan.requests
    return request


def _shown(kind: str, name: str, search: Search, **parts: Any) -> Page:
    return _connector(kind, **parts).decode((RECORDED / name).read_bytes(), _request(kind, search, **parts))


@pytest.mark.parametrize("kind", ["wms", "wmts", "wcs"])
def test_it_fits_the_seams_of_the_engine(kind: str) -> None:
    connector = _connector(kind)

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


@pytest.mark.parametrize(("kind", "version"), [("wms", "1.3.0"), ("wmts", "1.0.0"), ("wcs", "2.0.1")])
def test_a_search_asks_what_there_is(kind: str, version: str) -> None:
    request = _request(kind, Search(family="eo", collections=("land-cover",)))

    assert dict(request.params) == {"service": kind.upper(), "version": version, "request": "GetCapabilities"}


@pytest.mark.parametrize(
    "search", [Search(family="esgf"), Search(family="eo"), Search(family="eo", collections=("x",))]
)
def test_what_it_does_not_show_is_not_asked(search: Search) -> None:
    assert _connector("wms").plan(search) is None


@pytest.mark.parametrize(("version", "file"), [("1.3.0", "mapserver_wms130.xml"), ("1.1.1", "mapserver_wms111.xml")])
def test_a_layer_of_a_real_map_service_is_an_image_of_the_place_at_its_latest_time(version: str, file: str) -> None:
    search = Search(
        family="eo", collections=("land-cover",), bbox=EUROPE, interval=Interval(start="2020-01-01", end="2020-06-30")
    )
    (item,) = _shown("wms", file, search, options={"version": version}).items

    assert (item.id, item.collection) == ("landcover", "land-cover")
    image, legend = item.assets
    assert (image.key, image.properties["datetime"], legend.roles) == ("map", "2020-01-01", ("legend",))
    assert f"version={version}" in image.href and "time=2020-01-01" in image.href


def test_a_box_across_the_antimeridian_is_two_images() -> None:
    box = BBox(west=170, south=-20, east=-170, north=0)
    (item,) = _shown("wms", "mapserver_wms130.xml", Search(family="eo", collections=("land-cover",), bbox=box)).items

    assert [a.properties["proj:bbox"] for a in item.assets[:2]] == [[170, -20, 180, 0], [-180, -20, -170, 0]]


def test_a_time_that_the_layer_has_not_gives_no_image_and_is_found_out() -> None:
    search = Search(family="eo", collections=("land-cover",), interval=Interval(start="2024-01-01"))
    (item,) = _shown("wms", "mapserver_wms130.xml", search).items

    assert [a.key for a in item.assets] == ["legend"]
    assert _connector("wms").check(item, search) == ("datetime",)


def test_words_find_layers_by_their_titles() -> None:
    page = _shown("wms", "mapserver_wms130.xml", Search(family="eo", filters={"q": "modis"}))

    assert [item.id for item in page.items] == ["landcover"]


def test_a_layer_of_a_real_tile_service_is_a_tile() -> None:
    search = Search(family="eo", filters={"q": "land cover"}, bbox=BBox(west=5, south=41, east=8, north=43))
    (item,) = _shown("wmts", "mapproxy_wmts.xml", search).items

    assert [a.key for a in item.assets] == ["tile"]
    assert "tilematrix=05&tilerow=4&tilecol=16" in item.assets[0].href


def test_coverages_are_described_before_they_are_cut() -> None:
    search = Search(family="eo", filters={"q": "landcover"}, bbox=EUROPE)
    page = _shown("wcs", "mapserver_wcs201.xml", search)

    assert page.items == ()
    (request,) = page.also
    assert (request.params["request"], request.params["coverageId"]) == ("DescribeCoverage", "landcover")
    (item,) = _connector("wcs").decode((RECORDED / "mapserver_wcs201_describe.xml").read_bytes(), request).items
    assert (item.id, item.properties["wcs:size"]) == ("landcover", [7200, 3600])
    assert [a.key for a in item.assets] == ["coverage"]
    assert "subset=long(0,20)&subset=lat(40,50)" in item.assets[0].href


def test_a_service_without_the_coverage_asked_for_is_left_in_peace() -> None:
    assert _shown("wcs", "mapserver_wcs201.xml", Search(family="eo", filters={"q": "snow"})).also == ()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("wms", b""),
        ("wms", b"<html><body/></html>"),
        ("wms", b"<WMS_Capabilities/>"),
        ("wms", (RECORDED / "mapserver_wcs201.xml").read_bytes()),
        ("wmts", (RECORDED / "mapserver_wcs201.xml").read_bytes()),
        ("wcs", b"<Capabilities/>"),
        ("wcs", (RECORDED / "mapserver_wcs201_exception.xml").read_bytes()),
    ],
)
def test_nonsense_is_a_bad_reply(kind: str, body: bytes) -> None:
    with pytest.raises(BadReply):
        _connector(kind).decode(body, _request(kind, Search(family="eo", filters={"q": "x"})))


def test_layers_of_two_services_are_not_copies_of_each_other() -> None:
    (item,) = _shown("wms", "mapserver_wms130.xml", Search(family="eo", collections=("land-cover",))).items

    assert _connector("wms").key(item) != _connector("wms", id="n").key(item)
