"""WFS: capabilities in the shape that GeoServer writes, and the requests for features."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from connectors.base import Request, SearchConnector
from connectors.eo.wfs import WfsConnector
from connectors.errors import BadReply
from connectors.extents import BBox
from connectors.offers import Source
from connectors.operations import Search
from tests.connectors.fault_server import fault_server, fixed
from tests.connectors.outside_world import outside, report, source

URL = "https://geo.example/geoserver/wfs"
CAPABILITIES = b"""<?xml version="1.0" encoding="UTF-8"?>
<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:fes="http://www.opengis.net/fes/2.0">
 <ows:ServiceIdentification><ows:Title>Regions</ows:Title><ows:ServiceType>WFS</ows:ServiceType>
  <ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification>
 <ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:DCP><ows:HTTP>
   <ows:Get xlink:href="https://geo.example/geoserver/wfs"/></ows:HTTP></ows:DCP>
  <ows:Parameter name="outputFormat"><ows:AllowedValues><ows:Value>application/gml+xml; version=3.2</ows:Value>
   <ows:Value>application/json</ows:Value></ows:AllowedValues></ows:Parameter></ows:Operation></ows:OperationsMetadata>
 <wfs:FeatureTypeList>
  <wfs:FeatureType><wfs:Name>public:wshed</wfs:Name><wfs:Title>Watersheds of Quebec</wfs:Title>
   <wfs:Abstract>River basins</wfs:Abstract><ows:Keywords><ows:Keyword>hydrology</ows:Keyword></ows:Keywords>
   <wfs:DefaultCRS>urn:ogc:def:crs:EPSG::4326</wfs:DefaultCRS><ows:WGS84BoundingBox>
   <ows:LowerCorner>-80 44</ows:LowerCorner><ows:UpperCorner>-57 63</ows:UpperCorner></ows:WGS84BoundingBox></wfs:FeatureType>
  <wfs:FeatureType><wfs:Name>public:cities</wfs:Name><wfs:Title>Cities</wfs:Title>
   <wfs:DefaultCRS>urn:ogc:def:crs:EPSG::4326</wfs:DefaultCRS></wfs:FeatureType>
 </wfs:FeatureTypeList>
</wfs:WFS_Capabilities>"""
BASINS = Source(id="wfs", title="WFS", kind="wfs", family="eo", url=URL, collections={"watersheds": "watershed"})
SEARCH = Search(family="eo", collections=("watersheds",))


def _request(search: Search = SEARCH) -> Request:
    connector = WfsConnector(BASINS)
    assert isinstance(connector, SearchConnector)
    plan = connector.plan(search)
    assert plan is not None
    return plan.requests[0]


def test_the_feature_types_that_are_asked_for() -> None:
    (item,) = WfsConnector(BASINS).decode(CAPABILITIES.replace(b"Watersheds", b"The watershed"), _request()).items
    assert (item.id, item.collection, item.bbox) == (
        "public:wshed",
        "watersheds",
        BBox(west=-80, south=44, east=-57, north=63),
    )
    asked = dict(parse_qsl(urlsplit(item.assets[0].href).query))
    assert (asked["typeNames"], asked["outputFormat"], asked["count"]) == ("public:wshed", "application/json", "1000")


def test_words_find_a_type_and_a_box_is_passed_on_in_two_parts_across_the_antimeridian() -> None:
    search = Search(family="eo", filters={"q": "cities"}, bbox=BBox(west=170, south=0, east=-170, north=10))
    (item,) = WfsConnector(BASINS).decode(CAPABILITIES, _request(search)).items
    boxes = [dict(parse_qsl(urlsplit(a.href).query))["bbox"].rpartition(",")[0] for a in item.assets]
    assert (item.id, boxes) == ("public:cities", ["170,0,180,10", "-180,0,-170,10"])


def test_what_it_does_not_hold_is_not_asked_for() -> None:
    assert WfsConnector(BASINS).plan(replace(SEARCH, collections=("era5",))) is None
    assert WfsConnector(BASINS).plan(Search(family="eo")) is None


@pytest.mark.parametrize("body", [b"<html/>", b"<Capabilities/>", b"{}"])
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        WfsConnector(BASINS).decode(body, _request())


async def test_through_the_engine(tmp_path: Path) -> None:
    async with fault_server() as server:
        url = server.add("wfs", fixed(CAPABILITIES, type="text/xml"))
        one = source("wfs", url, kind="wfs", collections={"basins": "basins"})
        async with outside(tmp_path, one) as world:
            found = await world.search(replace(SEARCH, collections=("basins",)))
    assert ([i.id for i in found.items if "wfs" in i.sources], report(found, "wfs").state) == (["public:wshed"], "ok")
