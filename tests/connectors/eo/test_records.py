"""OGC API – Records: words, box and time asked, a real server's reply read, its answer looked at again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from connectors.base import Checks, Keys, Request, SearchConnector
from connectors.eo.records import RecordsConnector, read_record
from connectors.errors import BadReply
from connectors.extents import BBox, Interval
from connectors.offers import Limits, Source
from connectors.operations import Search

RECORDED = Path(__file__).parent / "recorded"


def _connector(**parts: Any) -> RecordsConnector:
    given: dict[str, Any] = {
        "id": "rec",
        "title": "R",
        "kind": "ogcapi-records",
        "family": "eo",
        "url": "http://127.0.0.1:15951/",
        "collections": {"lakes": "lake level", "cru": "temperature"},
        "limits": Limits(page_max=50),
    }
    return RecordsConnector(Source(**given | parts))


def _requests(search: Search, **parts: Any) -> tuple[Request, ...]:
    plan = _connector(**parts).plan(search)
    assert plan is not None
    return plan.requests


def test_it_fits_the_seams_of_the_engine() -> None:
    connector = _connector()

    assert isinstance(connector, SearchConnector)
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)


def test_a_search_is_one_request() -> None:
    search = Search(
        family="eo",
        collections=("lakes", "cru"),
        bbox=BBox(west=10, south=40, east=12, north=41),
        interval=Interval(start="2010-01-01"),
        limit=500,
    )
    (request,) = _requests(search)

    assert request.url == "http://127.0.0.1:15951/collections/metadata/items"
    assert dict(request.params) == {
        "limit": "50",
        "q": "lake level,temperature",
        "datetime": "2010-01-01T00:00:00Z/..",
        "bbox": "10,40,12,41",
    }


def test_every_catalogue_is_asked_in_both_halves_of_the_world() -> None:
    search = Search(family="eo", filters={"q": "ice"}, bbox=BBox(west=177, south=-20, east=-178, north=-15))
    requests = _requests(search, options={"catalogue": "land,sea"})

    assert [(r.url.split("/")[-2], r.params["bbox"]) for r in requests] == [
        ("land", "177,-20,180,-15"),
        ("land", "-180,-20,-178,-15"),
        ("sea", "177,-20,180,-15"),
        ("sea", "-180,-20,-178,-15"),
    ]


@pytest.mark.parametrize(
    "search", [Search(family="esgf"), Search(family="eo"), Search(family="eo", collections=("x",))]
)
def test_what_it_cannot_answer_is_not_asked(search: Search) -> None:
    assert _connector().plan(search) is None


def test_a_real_page_is_read_and_leads_to_the_next() -> None:
    (request,) = _requests(Search(family="eo", collections=("lakes",), limit=2))
    page = _connector().decode((RECORDED / "pygeoapi_records.json").read_bytes(), request)

    assert [(item.id, item.collection) for item in page.items] == [("lake-0", "lakes"), ("lake-1", "lakes")]
    assert page.items[0].bbox == BBox(west=10, south=40, east=11, north=41)
    assert page.items[0].interval == Interval(start="2010-01-01", end="2011-01-01")
    assert page.matched == 12
    assert page.next is not None
    assert dict(page.next.params) == {"offset": "2", "q": "lake", "limit": "2"}
    assert (page.next.context["asked"], page.next.headers) == (request.context["asked"], request.headers)


def test_a_last_page_that_is_full_is_the_last_whatever_it_links_to() -> None:
    (request,) = _requests(Search(family="eo", collections=("lakes",), limit=2))
    body = (RECORDED / "pygeoapi_records.json").read_bytes()

    assert _connector().decode(body.replace(b'"numberMatched":12', b'"numberMatched":2'), request).next is None


@pytest.mark.parametrize(
    "body", [b"", b"<a/>", b'{"a": "\xff"}', b"{}", b'{"features": 3}', b'{"features": [{"type": "Feature"}]}']
)
def test_nonsense_is_a_bad_reply(body: bytes) -> None:
    with pytest.raises(BadReply):
        _connector().decode(body, Request(method="GET", url="http://x.example/collections/metadata/items"))


def test_a_record_with_a_file_and_a_page_about_it() -> None:
    item = read_record(
        {
            "id": "snow",
            "geometry": {"type": "Point", "coordinates": [7, 46, 3000]},
            "time": {"interval": ["2000-02-24", ".."]},
            "properties": {"title": "Snow"},
            "links": [
                {"rel": "self", "href": "https://x.example/snow"},
                {"rel": "enclosure", "href": "https://x.example/snow.zip", "type": "application/zip", "length": 9},
                {"rel": "item", "href": "https://x.example/snow.nc"},
                {"rel": "about", "href": "https://x.example/about"},
            ],
        },
        source="rec",
    )

    assert item is not None
    assert item.bbox == BBox(west=7, south=46, east=7, north=46)
    assert item.interval == Interval(start="2000-02-24")
    assert [(a.key, a.href, a.size) for a in item.assets] == [
        ("data", "https://x.example/snow.zip", 9),
        ("data-2", "https://x.example/snow.nc", None),
    ]
    assert [link.rel for link in item.links] == ["about"]


@pytest.mark.parametrize(
    ("time", "interval"),
    [
        ({"date": "2020"}, Interval(start="2020-01-01", end="2020-12-31")),
        ({"timestamp": "2020-05-01T10:00:00Z"}, Interval(start="2020-05-01", end="2020-05-01")),
        ({"interval": ["2021-01-01", "2020-01-01"]}, Interval(start="2020-01-01", end="2021-01-01")),
        ({"interval": ["..", ".."]}, Interval()),
        (None, Interval()),
    ],
)
def test_the_times_of_drafts_and_of_the_standard(time: Any, interval: Interval) -> None:
    item = read_record({"id": "x", "geometry": None, "time": time, "properties": {}}, source="rec")

    assert item is not None and item.interval == interval


def test_a_record_that_the_server_should_not_have_sent_is_found_out() -> None:
    connector = _connector()
    (request,) = _requests(Search(family="eo", collections=("cru",)))
    page = connector.decode((RECORDED / "pygeoapi_records.json").read_bytes(), request)
    asked = Search(family="eo", collections=("cru",), bbox=BBox(west=50, south=0, east=60, north=10))

    assert connector.check(page.items[0], asked) == ("collections", "bbox")


def test_several_words_are_asked_for_as_a_phrase_and_each_by_itself() -> None:
    """A record that holds them apart from each other is no phrase; that it holds all of them is looked at here."""
    plan = _connector().plan(Search(family="eo", filters={"q": "sea, ice"}))

    assert plan is not None and plan.residual == ("q",)
    assert [request.params["q"] for request in plan.requests] == ["sea ice,sea,ice"]


def test_one_word_is_the_servers_own_affair() -> None:
    plan = _connector().plan(Search(family="eo", filters={"q": "ice"}))

    assert plan is not None and [r.params["q"] for r in plan.requests] == ["ice"] and plan.residual == ()
