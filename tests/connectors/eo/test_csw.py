"""CSW 2.0.2: GetRecords as OWSLib builds it, with a box that cannot be read the wrong way; real replies decoded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from connectors.base import Checks, Keys, Request, SearchConnector
from connectors.eo.csw import CswConnector
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.markup import Element, local_name, read_xml
from connectors.offers import Limits, Source
from connectors.operations import Search

RECORDED = Path(__file__).parent / "recorded"


def _connector(**parts: Any) -> CswConnector:
    given: dict[str, Any] = {
        "id": "csw",
        "title": "C",
        "kind": "csw",
        "family": "eo",
        "url": "https://csw.example/csw",
        "collections": {"lakes": "lake level", "cru": "temperature"},
        "limits": Limits(page_max=50),
    }
    return CswConnector(Source(**given | parts))


def _document(request: Request) -> Element:
    assert isinstance(request.content, str)
    return read_xml(request.content.encode())


def _find(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if local_name(element) == name]


def _texts(root: Element, name: str) -> list[str]:
    return [element.text for element in _find(root, name)]


def _requests(search: Search, **parts: Any) -> tuple[Request, ...]:
    plan = _connector(**parts).plan(search)
    assert plan is not None
    return plan.requests


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


def test_a_search_is_one_get_records() -> None:
    (request,) = _requests(Search(family="eo", collections=("lakes", "cru"), limit=500))
    root = _document(request)

    assert (request.method, request.headers["content-type"]) == ("POST", "application/xml")
    assert {name: root.get(name) for name in ("service", "version", "resultType", "startPosition", "maxRecords")} == {
        "service": "CSW",
        "version": "2.0.2",
        "resultType": "results",
        "startPosition": "1",
        "maxRecords": "50",
    }
    assert _texts(root, "Literal") == ["%lake%", "%level%", "%temperature%"]
    assert len(_find(root, "Or")) == 1 and len(_find(root, "And")) == 1


@pytest.mark.parametrize(
    ("quirks", "crs", "corner"),
    [((), "urn:ogc:def:crs:OGC:1.3:CRS84", "10.2 40.0"), (("axis:yx",), "urn:ogc:def:crs:EPSG::4326", "40.0 10.2")],
)
def test_a_box_names_the_order_of_its_axes(quirks: tuple[str, ...], crs: str, corner: str) -> None:
    search = Search(family="eo", filters={"q": "lake"}, bbox=BBox(west=10.2, south=40.0, east=12.5, north=41.0))
    (request,) = _requests(search, quirks=quirks)
    root = _document(request)

    assert [e.get("srsName") for e in _find(root, "Envelope")] == [crs]
    assert _texts(root, "lowerCorner") == [corner]


def test_a_box_across_the_antimeridian_is_asked_in_two_parts() -> None:
    search = Search(family="eo", filters={"q": "x"}, bbox=BBox(west=177, south=-20, east=-178, north=-15))

    corners = [_texts(_document(r), "lowerCorner") for r in _requests(search)]

    assert [float(c.split()[0]) for (c,) in corners] == [177, -180]


def test_iso_records_are_asked_for_by_their_own_type() -> None:
    (request,) = _requests(Search(family="eo", filters={"q": "x"}), options={"schema": "iso"})
    root = _document(request)

    assert root.get("outputSchema") == "http://www.isotc211.org/2005/gmd"
    assert [e.get("typeNames") for e in _find(root, "Query")] == ["gmd:MD_Metadata"]


def test_words_cannot_break_out_of_the_document() -> None:
    (request,) = _requests(Search(family="eo", filters={"q": "</ogc:Literal><x/> a_b% & c"}))

    assert _texts(_document(request), "Literal") == ["%ogc%", "%Literal%", "%x%", "%a%", "%b%", "%c%"]


@pytest.mark.parametrize(
    "search", [Search(family="esgf"), Search(family="eo"), Search(family="eo", collections=("x",))]
)
def test_what_it_cannot_answer_is_not_asked(search: Search) -> None:
    assert _connector().plan(search) is None


def test_times_are_looked_at_on_our_side() -> None:
    plan = _connector().plan(Search(family="eo", filters={"q": "x"}, interval=Interval(start="2020-01-01")))

    assert plan is not None and plan.residual == ("datetime",)


def test_a_real_page_is_read_and_leads_to_the_next() -> None:
    (request,) = _requests(Search(family="eo", collections=("lakes",)))
    page = _connector().decode((RECORDED / "pycsw_dc.xml").read_bytes(), request)

    assert [(item.id, item.collection) for item in page.items] == [("lake-0", "lakes"), ("lake-1", "lakes")]
    assert page.matched == 14
    assert page.next is not None and page.next.context["asked"] == request.context["asked"]
    moved = _document(page.next)
    assert moved.get("startPosition") == "3"
    assert _texts(moved, "Literal") == ["%lake%", "%level%"]


def test_the_last_page_has_none_after_it() -> None:
    (request,) = _requests(Search(family="eo", collections=("cru",)))

    assert _connector().decode((RECORDED / "pycsw_dc_cru.xml").read_bytes(), request).next is None


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "no XML"),
        (b"{}", "no XML"),
        (b"<html/>", "GetRecordsResponse was expected"),
        ((RECORDED / "pycsw_exception.xml").read_bytes(), "Invalid Filter"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "entities"),
    ],
)
def test_nonsense_is_a_bad_reply(body: bytes, said: str) -> None:
    (request,) = _requests(Search(family="eo", filters={"q": "x"}))

    with pytest.raises(BadReply, match=said):
        _connector().decode(body, request)


@pytest.mark.parametrize(("options", "name"), [({}, "dct:modified"), ({"schema": "iso"}, "apiso:Modified")])
def test_beyond_a_window_it_is_parted_by_when_records_were_modified(options: dict[str, Any], name: str) -> None:
    search = Search(family="eo", filters={"q": "lake"}, bbox=BBox(west=1, south=2, east=3, north=4))
    (request,) = _requests(search, options=options)
    page = _connector(options={**options, "window": 2}).decode((RECORDED / "pycsw_dc.xml").read_bytes(), request)
    before, after = (_document(part) for part in page.also)

    assert (page.next, page.cut) == (None, True)
    assert [_find(d, f"PropertyIs{n}ThanOrEqualTo") != [] for d, n in ((before, "Less"), (after, "Greater"))] == [
        True
    ] * 2
    assert name in _texts(before, "PropertyName") and _texts(before, "Literal")[1:] == _texts(after, "Literal")[1:]
    assert _texts(before, "lowerCorner") == _texts(after, "lowerCorner") == ["1 2"]
