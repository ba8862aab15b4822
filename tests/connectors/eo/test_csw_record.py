"""Records of a CSW in Dublin Core and ISO 19139, as a real server writes them and as others do."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.eo.csw_record import read_record
from connectors.extents import BBox, Interval
from connectors.items import Item
from connectors.markup import children, read_xml

RECORDED = Path(__file__).parent / "recorded"
DC = 'xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/"'


def _recorded(name: str) -> list[Item | None]:
    (results,) = children(read_xml((RECORDED / name).read_bytes()), "SearchResults")
    return [read_record(record, source="csw") for record in children(results, "Record", "MD_Metadata")]


def _made(body: str) -> Item | None:
    return read_record(read_xml(f"<csw:Record {DC}>{body}</csw:Record>".encode()), source="csw")


def test_dublin_core_with_its_latitudes_first() -> None:
    item = _recorded("pycsw_dc.xml")[0]

    assert item is not None
    assert item.bbox == BBox(west=10, south=40, east=11, north=41)
    assert item.interval == Interval(start="1901-01-01", end="2020-12-31")
    assert (item.properties["title"], item.properties["keywords"]) == ("Lake level 0", ["water"])
    assert [(a.key, a.href) for a in item.assets] == [("data", "https://data.example/lake-0.nc")]


def test_iso_with_its_times_and_files() -> None:
    found = [item for item in _recorded("pycsw_iso.xml") if item]

    assert [item.id for item in found] == ["snow-alps"]
    assert found[0].bbox == BBox(west=5, south=44, east=16, north=48)
    assert found[0].interval == Interval(start="2000-02-24", end="2020-12-31")
    assert found[0].properties["keywords"] == ["snow"]
    assert found[0].assets[0].href == "https://data.example/snow.zip"


def test_a_link_that_is_no_file_stays_a_link_and_a_doi_names_the_dataset() -> None:
    item = _made(
        "<dc:identifier>a</dc:identifier>"
        '<dct:references scheme="WWW:LINK">https://doi.org/10.5285/abc-1</dct:references>'
        '<dct:references scheme="OGC:WMS">https://x.example/wms</dct:references>'
    )

    assert item is not None
    assert (item.assets, len(item.links)) == ((), 2)
    assert item.properties["sci:doi"] == "10.5285/abc-1"


@pytest.mark.parametrize(
    ("temporal", "interval"),
    [
        ("1990/1999-02", Interval(start="1990-01-01", end="1999-02-28")),
        ("2000-02", Interval(start="2000-02-01", end="2000-02-29")),
        ("start=2001-05-06;end=", Interval(start="2001-05-06", end="2001-05-06")),
        ("2010/1990", Interval(start="1990-12-31", end="2010-01-01")),
        ("always", Interval()),
    ],
)
def test_times_in_words(temporal: str, interval: Interval) -> None:
    item = _made(f"<dc:identifier>a</dc:identifier><dct:temporal>{temporal}</dct:temporal>")

    assert item is not None and item.interval == interval


@pytest.mark.parametrize("body", ["", "<dc:title>nameless</dc:title>"])
def test_a_record_without_an_identifier_is_none(body: str) -> None:
    assert _made(body) is None


def test_a_bad_box_costs_no_more_than_itself() -> None:
    ows = 'xmlns:ows="http://www.opengis.net/ows"'
    corners = "<ows:LowerCorner>0 95</ows:LowerCorner><ows:UpperCorner>1 99</ows:UpperCorner>"
    item = _made(f"<dc:identifier>a</dc:identifier><ows:BoundingBox {ows}>{corners}</ows:BoundingBox>")

    assert item is not None and item.bbox is None
