"""OData of the Copernicus Data Space: the filter as recorded, pages by link or by count, products under our names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from connectors.base import Checks, Keys, Request, SearchConnector
from connectors.eo.odata import ODataConnector
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Limits, Source
from connectors.operations import Search

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")
URL = "https://catalogue.example/odata/v1/Products"
COLLECTIONS = {
    "sentinel-1-grd": "SENTINEL-1~_GRD",
    "sentinel-2-l1c": "SENTINEL-2/S2MSI1C",
    "sentinel-3-olci": "SENTINEL-3/OL_2_LFR___,SENTINEL-3/OL_2_WFR___",
}


def _connector(**parts: Any) -> ODataConnector:
    given: dict[str, Any] = {
        "id": "cdse",
        "title": "CDSE",
        "kind": "odata",
        "family": "eo",
        "url": URL,
        "collections": COLLECTIONS,
        "options": {"download": "https://download.example/Products({id})/$value"},
        "limits": Limits(page_max=1000),
    }
    return ODataConnector(Source(**given | parts))


def _requests(search: Search) -> list[Request]:
    plan = _connector().plan(search)
    assert plan is not None
    return list(plan.requests)


def _query(request: Request) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(request.url).query))


def _page(n: int, **parts: Any) -> bytes:
    product = {
        "Name": "x.SAFE",
        "Id": "1",
        "ContentDate": {"Start": "2020-01-01T00:00:00Z", "End": "2020-01-01T00:00:00Z"},
    }
    return json.dumps({"@odata.context": "$metadata#Products", "value": [product] * n} | parts).encode()


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


def test_a_search_is_one_filter() -> None:
    search = Search(
        family="eo",
        collections=("sentinel-2-l1c",),
        bbox=BBox(west=13, south=52.3, east=13.8, north=52.7),
        interval=Interval(start="2020-08-08", end="2020-08-16"),
        filters={"cloud_cover_max": 20, "mgrs_tile": "T33UUU", "sort": "-datetime"},
        limit=50,
    )
    (request,) = _requests(search)
    query = _query(request)

    kind = "OData.CSC.StringAttribute"
    assert query["$filter"].split(" and ContentDate")[0] == (
        "(Collection/Name eq 'SENTINEL-2' and "
        f"Attributes/{kind}/any(att:att/Name eq 'productType' and att/{kind}/Value eq 'S2MSI1C'))"
    )
    assert (
        "ContentDate/Start le 2020-08-16T23:59:59.999Z and ContentDate/End ge 2020-08-08T00:00:00.000Z"
        in query["$filter"]
    )
    assert "att/Name eq 'cloudCover' and att/OData.CSC.DoubleAttribute/Value le 20.00)" in query["$filter"]
    assert "att/Name eq 'tileId' and att/OData.CSC.StringAttribute/Value eq '33UUU')" in query["$filter"]
    assert query["$filter"].endswith(
        "OData.CSC.Intersects(area=geography'SRID=4326;POLYGON((13 52.3,13.8 52.3,13.8 52.7,13 52.7,13 52.3))')"
    )
    assert (query["$orderby"], query["$top"], query["$skip"], query["$count"]) == (
        "ContentDate/Start desc",
        "50",
        "0",
        "True",
    )
    assert [v for k, v in parse_qsl(urlsplit(request.url).query) if k == "$expand"] == ["Attributes", "Assets"]
    assert "+" not in request.url, "OData reads a plus as a plus"


def test_a_box_across_the_antimeridian_is_asked_in_two_parts() -> None:
    search = Search(family="eo", collections=("sentinel-2-l1c",), bbox=BBox(west=177, south=-20, east=-178, north=-15))
    first, second = _requests(search)

    assert "177 -20,180 -20" in _query(first)["$filter"]
    assert "-180 -20,-178 -20" in _query(second)["$filter"]


def test_several_types_are_alternatives() -> None:
    (request,) = _requests(Search(family="eo", collections=("sentinel-3-olci", "sentinel-1-grd")))

    assert _query(request)["$filter"].count(" or ") == 2
    assert "contains(Name,'_GRD')" in _query(request)["$filter"]


def test_what_cannot_be_pushed_down_is_residual() -> None:
    search = Search(family="eo", collections=("sentinel-2-l1c",), filters={"platform": "sentinel-2b", "daytime": "day"})
    plan = _connector().plan(search)

    assert plan is not None and plan.residual == ("daytime",)
    assert "'platformSerialIdentifier'" in _query(plan.requests[0])["$filter"]


@pytest.mark.parametrize("search", [Search(family="esgf"), Search(family="eo", collections=("naip",))])
def test_what_it_does_not_hold_is_not_asked(search: Search) -> None:
    assert _connector().plan(search) is None


def test_the_next_page_is_the_server_s_link() -> None:
    (request,) = _requests(Search(family="eo", collections=("sentinel-2-l1c",), limit=2))
    page = _connector().decode(_page(2, **{"@odata.count": 9, "@odata.nextLink": f"{URL}?$skip=2"}), request)

    assert page.matched == 9
    assert page.next is not None
    assert (page.next.url, page.next.context) == (f"{URL}?$skip=2", {"asked": ["sentinel-2-l1c"]})


def test_without_a_link_the_page_after_is_counted_out() -> None:
    (request,) = _requests(Search(family="eo", collections=("sentinel-2-l1c",), limit=2))
    page = _connector().decode(_page(2), request)

    assert page.next is not None
    assert _query(page.next)["$skip"] == "2"


@pytest.mark.parametrize(
    "body",
    [_page(0), _page(1), _page(2, **{"@odata.count": 2, "@odata.nextLink": URL})],
    ids=["empty", "short", "all counted"],
)
def test_the_last_page_has_none_after_it(body: bytes) -> None:
    (request,) = _requests(Search(family="eo", collections=("sentinel-2-l1c",), limit=2))

    assert _connector().decode(body, request).next is None


def test_at_the_end_of_the_window_a_search_in_no_order_begins_again_in_that_of_time() -> None:
    request = Request(method="GET", url=f"{URL}?$top=20&$skip=9980")

    again = _connector().decode(_page(20, **{"@odata.nextLink": URL}), request).next

    assert again is not None
    asked = dict(parse_qsl(urlsplit(again.url).query))
    assert (asked["$orderby"], asked["$skip"], int(asked["$top"]) > 20) == ("ContentDate/Start asc", "0", True)


def test_products_of_one_moment_beyond_the_window_are_cut() -> None:
    request = Request(
        method="GET",
        url=f"{URL}?$top=1000&$skip=9000&$orderby=ContentDate/Start asc",
        context={"known": ["1"]},
    )

    page = _connector().decode(_page(1000), request)

    assert page.next is None and page.cut


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"a": "\xff"}', b"[]", b'{"detail": "no"}', b'{"value": [3]}'])
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply, match="OData"):
        _connector().decode(body, Request(method="GET", url=URL))


@needs_shared
def test_recorded_products_come_under_our_name_and_key() -> None:
    body = (SHARED / "fixtures/eo/eodag/cop_dataspace_search.json").read_bytes()
    (request,) = _requests(Search(family="eo", collections=("sentinel-1-grd", "sentinel-2-l1c")))
    page = _connector().decode(body, request)

    assert {item.collection for item in page.items} == {"sentinel-2-l1c"}
    assert _connector().key(page.items[0]) == "sentinel-2a:l1c:54PXA:2020-08-08"
    assert page.next is not None and "skip=2" in page.next.url
    assert _connector().check(page.items[0], Search(family="eo", filters={"cloud_cover_max": 20})) == (
        "cloud_cover_max",
    )
