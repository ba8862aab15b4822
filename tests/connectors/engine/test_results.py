"""Answers kept: what makes two questions the same, and that an answer comes back as it went in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.assets import WrittenAssets
from connectors.base import SearchPlan
from connectors.engine.memory import Memory
from connectors.engine.results import MAX_BYTES, Kept, Results, result_key
from connectors.eo.stac import StacConnector
from connectors.extents import BBox, Interval
from connectors.items import Asset, Item, Link, Location
from connectors.operations import Search
from tests.connectors.outside_world import SEARCH, Clock, source

ONE = source("one", "https://one.example")
ITEM = Item(
    id="i",
    collection="c",
    bbox=BBox(west=170.0, south=-10.0, east=-170.0, north=10.0),
    geometry={"type": "Point", "coordinates": [1.5, 2]},
    interval=Interval(start="2020-01-01"),
    properties={"a": [1, 2.5, None, {"b": True}], "eo:cloud_cover": 3},
    assets=(Asset(key="k", locations=(Location(href="https://h/f", node="n"),), size=3, checksum="md5:0"),),
    links=(Link(rel="self", href="https://h"),),
    sources=("one",),
)


def key(search: Search, name: str = "one") -> str:
    plan = StacConnector(source=ONE).plan(search)
    assert isinstance(plan, SearchPlan)
    return result_key(replace(ONE, id=name), plan, search)


def test_an_answer_comes_back_as_it_went_in() -> None:
    results = Results(memory=Memory(), now=Clock())
    kept = Kept(items=(ITEM,), matched=7, facets={"f": {"v": 2}}, post_filtered=("bbox",), more=True)
    results.keep("k", kept)
    recalled = results.recall("k")
    assert recalled is not None and recalled.kept == kept


def test_questions_differ_by_anything_that_could_change_the_answer() -> None:
    others = [
        replace(SEARCH, limit=11),
        replace(SEARCH, bbox=BBox(west=0, south=0, east=1, north=1)),
        replace(SEARCH, interval=Interval(start="2020-01-01")),
        replace(SEARCH, filters={"cloud_cover_max": 10}),
        replace(SEARCH, filters={"resolution_max": 10}),
    ]
    assert len({key(SEARCH), key(SEARCH, "two"), *(key(other) for other in others)}) == 7
    assert key(SEARCH) == key(replace(SEARCH))


@pytest.mark.parametrize(
    ("items", "age", "fresh"), [((ITEM,), 899, True), ((ITEM,), 901, False), ((), 59, True), ((), 61, False)]
)
def test_an_empty_answer_ages_faster(items: tuple[Item, ...], age: float, fresh: bool) -> None:
    clock = Clock()
    results = Results(memory=Memory(), now=clock)
    results.keep("k", Kept(items=items))
    clock.pass_by(age)
    recalled = results.recall("k")
    assert recalled is not None and recalled.is_fresh is fresh


def test_after_a_week_it_is_forgotten() -> None:
    clock = Clock()
    results = Results(memory=Memory(), now=clock)
    results.keep("k", Kept(items=(ITEM,)))
    clock.pass_by(7 * 86400 + 1)
    assert results.recall("k") is None


def test_what_was_kept_in_another_shape_is_not_read() -> None:
    memory = Memory()
    memory.keep_result("k", b"\x81\xa5items\x05", now=Clock()())
    assert Results(memory=memory, now=Clock()).recall("k") is None


def test_assets_that_nobody_looked_at_come_back_too() -> None:
    results = Results(memory=Memory(), now=Clock())
    lazy = replace(ITEM, assets=WrittenAssets(b'{"k": {"href": "https://h/f", "gsd": 10}}'))
    results.keep("k", Kept(items=(lazy, ITEM)))
    recalled = results.recall("k")
    assert recalled is not None and recalled.kept.items == (lazy, ITEM)
    assert isinstance(recalled.kept.items[1].assets, tuple)


def test_an_answer_of_many_megabytes_is_not_kept() -> None:
    results = Results(memory=Memory(), now=Clock())
    huge = WrittenAssets(b'{"k": {"href": "https://h/f", "text": "' + b"x" * MAX_BYTES + b'"}}')
    results.keep("k", Kept(items=(replace(ITEM, assets=huge),)))
    assert results.recall("k") is None
