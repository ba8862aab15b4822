"""Where a server's pages end before what it holds does: how the search goes on."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.base import Page, Request
from connectors.eo.windows import Read, beyond, halves_of
from connectors.items import Item

URL = "https://api.example/search"


def items(*moments: str) -> tuple[Item, ...]:
    return tuple(Item(id=f"i{n}", collection="c", properties={"datetime": m}) for n, m in enumerate(moments))


def posted(**asked: Any) -> Request:
    return Request(method="POST", url=URL, json={"limit": 2} | asked)


def read(page: Page, request: Request, **parts: Any) -> Page:
    return beyond(Read(page=page, request=request, count=len(page.items), **parts))


@pytest.mark.parametrize(
    ("time", "halves"),
    [
        ("", ("../2000-01-01T12:00:00Z", "2000-01-01T12:00:00Z/..")),
        ("2020-01-01T00:00:00Z/2020-01-03T00:00:00Z", ("2020-01-01T00:00:00Z/2020-01-02T00:00:00Z", "2020-01-02T00:00:00Z/2020-01-03T00:00:00Z")),
        ("2020-01-01T00:00:00Z/..", ("2020-01-01T00:00:00Z/2110-01-01T00:00:00Z", "2110-01-01T00:00:00Z/..")),
        ("2020-01-01T00:00:00Z", ()),
    ],
)  # fmt: skip
def test_a_time_is_halved_and_its_open_ends_stay_open(time: str, halves: tuple[str, ...]) -> None:
    assert halves_of(time) == halves


def test_a_page_that_ends_all_that_is_counted_is_the_last() -> None:
    page = read(Page(items=items("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"), matched=2), posted())
    assert (page.next, page.also, page.cut) == (None, (), False)


def test_a_page_that_is_not_full_is_the_last_whatever_is_counted() -> None:
    page = read(Page(items=items("2020-01-01T00:00:00Z"), matched=9), posted())
    assert (page.next, page.also, page.cut) == (None, (), False)


def test_a_full_page_without_a_link_is_a_window_where_more_is_counted() -> None:
    page = read(Page(items=items("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"), matched=9), posted())
    assert [r.json["datetime"] for r in page.also] == list(halves_of(""))
    assert all(r.context["window"] == 2 and r.context["first"]["limit"] == 2 for r in page.also)
    assert not page.cut


def test_in_order_of_time_it_goes_on_from_the_last_moment() -> None:
    down = [{"field": "properties.datetime", "direction": "desc"}]
    asked = posted(sortby=down, datetime="2020-01-01T00:00:00Z/2020-01-09T00:00:00Z")
    page = read(Page(items=items("2020-01-05T00:00:00Z", "2020-01-04T00:00:00Z"), matched=9), asked)
    assert page.next is not None and page.next.json["datetime"] == "2020-01-01T00:00:00Z/2020-01-04T00:00:00Z"
    assert (page.next.context["known"], page.also) == (["i1"], ())


def test_a_part_that_holds_more_than_the_window_is_parted_again_before_it_is_read() -> None:
    (part, _) = read(Page(items=items("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"), matched=9), posted()).also
    link = Request(method="POST", url=f"{URL}?page=2", json={})
    again = read(Page(items=items("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"), matched=8, next=link), part)
    assert again.next is None and [r.json["datetime"][:2] for r in again.also] == ["..", "19"]


def test_what_time_does_not_part_is_cut() -> None:
    asked = posted(datetime="2020-01-01T00:00:00Z/2020-01-01T00:00:00.001Z")
    assert read(Page(items=items("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"), matched=9), asked).cut


def test_records_without_a_time_may_be_lost_where_no_time_was_asked() -> None:
    page = Page(items=items("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"), matched=9)
    dated = posted(datetime="2020-01-01T00:00:00Z/2020-01-09T00:00:00Z")
    assert read(page, posted(), dated=False).cut and not read(page, dated, dated=False).cut


def test_what_travels_beside_a_request_goes_on_with_it() -> None:
    asked = Request(
        method="GET", url=URL, params={"limit": "2"}, headers={"accept": "x"}, context={"asked": {"a": ["b"]}}
    )
    page = read(Page(items=items("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"), matched=9), asked)
    assert {r.method for r in page.also} == {"GET"} and page.also[0].params["datetime"] == halves_of("")[0]
    assert page.also[0].context["asked"] == {"a": ["b"]} and page.also[0].headers == {"accept": "x"}
