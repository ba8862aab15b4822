"""Words in two tongues: a source is asked in both, what serves either is kept, once, and it is said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from connectors.base import Page, Request, SearchPlan
from connectors.engine.wordings import in_turns, other_words, planned, wordings
from connectors.items import Found
from connectors.offers import Source
from connectors.operations import Search
from tests.connectors.fault_server import Behaviour, Exchange, FaultServer, collection, fault_server, feature, status
from tests.connectors.outside_world import outside, report, source

RECORDED = Path(__file__).parents[1] / "eo" / "recorded" / "pygeoapi_records.json"
BOTH = Search(family="eo", filters={"q": ["niveau des lacs", "lake level"]}, limit=2)


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


async def search(server: FaultServer, folder: Path, *, behaviour: Behaviour, asked: Search = BOTH) -> Found:
    one = source("rec", server.add("rec", behaviour), kind="ogcapi-records")
    async with outside(folder, one) as world:
        return await world.search(asked, source="rec")


def english(*, french: bytes | None = None) -> Behaviour:
    """A catalogue that speaks of lakes in English; `french` is what it answers to other words."""

    async def answer(exchange: Exchange) -> None:
        is_english = exchange.query["q"].startswith("lake level")
        await exchange.reply(body=RECORDED.read_bytes() if is_english else french or collection([], matched=0))

    return answer


async def test_what_the_english_words_find_is_found(server: FaultServer, tmp_path: Path) -> None:
    found = await search(server, tmp_path, behaviour=english())
    assert [item.id for item in found.items] == ["lake-0", "lake-1"]
    assert sorted(e.query["q"].partition(",")[0] for _, e in server.exchanges) == ["lake level", "niveau des lacs"]
    (caveat,) = (c for c in found.caveats if c.code == "asked_in_english")
    assert caveat.parameters == {"words": ["lake level"]}


async def test_what_both_find_is_found_once(server: FaultServer, tmp_path: Path) -> None:
    found = await search(server, tmp_path, behaviour=english(french=RECORDED.read_bytes()))
    assert [item.id for item in found.items] == ["lake-0", "lake-1"]
    assert report(found, "rec").n == 2


async def test_what_neither_speaks_of_is_left_out(server: FaultServer, tmp_path: Path) -> None:
    asked = replace(BOTH, filters={"q": ["pergélisol", "permafrost"]})
    found = await search(server, tmp_path, behaviour=english(french=RECORDED.read_bytes()), asked=asked)
    assert not found.items


async def test_one_wording_that_fails_leaves_the_other(server: FaultServer, tmp_path: Path) -> None:
    async def answer(exchange: Exchange) -> None:
        await (english() if exchange.query["q"].startswith("lake level") else status(400))(exchange)

    found = await search(server, tmp_path, behaviour=answer)
    assert len(found.items) == 2 and report(found, "rec").state == "partial"


@pytest.mark.parametrize("filters", [{}, {"q": "lake level"}, {"cloud_cover_max": 10}])
def test_a_search_with_its_words_said_once_stays_as_it_is(filters: dict[str, object]) -> None:
    one = Search(family="eo", filters=filters)
    assert wordings(one) == (one,) and other_words(one) == ()


@dataclass
class Deaf:
    """Cannot be told the words."""

    source: Source

    def plan(self, search: Search) -> SearchPlan:
        return SearchPlan(requests=tuple(Request(method="GET", url=url) for url in ("b", "a")), residual=("q",))

    def decode(self, body: bytes, request: Request) -> Page:
        raise NotImplementedError


def test_one_that_cannot_be_told_the_words_is_asked_once() -> None:
    plan = planned(Deaf(source=source("deaf", "http://x")), BOTH)
    assert plan and [request.url for request in plan.requests] == ["b", "a"]


async def test_what_both_find_much_of_is_listed_in_turns(server: FaultServer, tmp_path: Path) -> None:
    async def answer(exchange: Exchange) -> None:
        french = exchange.query["q"].startswith("niveau")
        title = "Niveau des lacs" if french else "Lake level"
        some = [
            feature(f"{'fr' if french else 'en'}{n}") | {"properties": {"title": title, "type": "dataset"}}
            for n in range(4)
        ]
        await exchange.reply(body=collection(some, matched=4))

    found = await search(server, tmp_path, behaviour=answer, asked=replace(BOTH, limit=4))
    assert [item.id for item in found.items] == ["fr0", "en0", "fr1", "en1"]


def test_turns_are_taken_until_all_have_had_theirs() -> None:
    assert in_turns([(1, 2, 3), (), (4,)]) == (1, 4, 2, 3)


async def test_where_nobody_was_asked_nobody_was_asked_in_english(tmp_path: Path) -> None:
    one = source("rec", "https://records.example", kind="ogcapi-records")
    async with outside(tmp_path, one) as world:  # which is switched off
        found = await world.search(BOTH, source="rec")
    assert report(found, "rec").state == "skipped_offline"
    assert "asked_in_english" not in {caveat.code for caveat in found.caveats}
