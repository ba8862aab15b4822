"""Page after page over many sources: nothing twice, nothing lost, whoever fails in between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from connectors.base import Request
from connectors.engine.ask import Landed
from connectors.engine.cursor import Cursor, Cursors, Position, following
from connectors.engine.written import write
from connectors.errors import Refused
from connectors.items import Found, Item, SourceReport
from connectors.operations import Search
from connectors.outside import Outside
from tests.connectors.fault_server import Exchange, FaultServer, fault_server, first, silent, stac, status
from tests.connectors.outside_world import SEARCH, Clock, outside, report, source

CURSORS = Cursors(b"secret")
REQUEST = Request(method="POST", url="https://a.example/search", json={"token": "x"}, headers={"After": "7"})


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


def test_a_cursor_comes_back_as_it_went_out() -> None:
    search = Search(family="esgf", facets={"variable_id": ("tas",)}, filters={"sort": "-datetime"})
    positions = {"a": Position(requests=write([REQUEST]), failures=1), "b": Position()}
    cursor = Cursor(search=search, source="esgf", positions=positions, seen=(b"12345678",))
    assert CURSORS.read(CURSORS.write(cursor)) == cursor


@pytest.mark.parametrize("text", ["", "abc", "é", "A" * 200])
def test_a_cursor_of_another_hand_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="start the search again"):
        CURSORS.read(text)


def test_a_cursor_of_another_installation_is_refused() -> None:
    with pytest.raises(Refused):
        CURSORS.read(Cursors(b"other").write(Cursor(search=SEARCH)))


def part(name: str, state: str, *, n: int = 0, rest: tuple[Request, ...] = (), via: str | None = None) -> Landed:
    items = tuple(Item(id=str(i), collection="c") for i in range(n))
    return Landed(report=SourceReport(source=name, state=state, n=n, via=via), items=items, rest=rest)


def test_who_has_given_all_is_asked_no_more() -> None:
    landed = [
        part("a", "ok", n=2),
        part("b", "ok", n=2, rest=(REQUEST,)),
        part("c", "empty"),
        part("d", "timeout", via="b"),
    ]
    after = following(SEARCH, source="", landed=landed, delivered=["k"])
    assert after is not None and set(after.positions) == {"b"}
    assert following(SEARCH, source="", landed=landed[:1], delivered=[]) is None


def test_who_failed_is_asked_the_same_again_three_times() -> None:
    before: Cursor | None = Cursor(search=SEARCH, positions={"a": Position(requests=write([REQUEST]))})
    for failures in (1, 2):
        before = following(SEARCH, source="", landed=[part("a", "timeout")], delivered=[], before=before)
        assert before and before.positions["a"] == Position(requests=write([REQUEST]), failures=failures)
    assert following(SEARCH, source="", landed=[part("a", "timeout")], delivered=[], before=before) is None


async def walked(world: Outside, search: Search) -> list[Found]:
    pages = [await world.page(search)]
    while pages[-1].cursor:
        pages.append(await world.resume(pages[-1].cursor))
    return pages


async def test_all_that_three_sources_hold_comes_page_after_page(server: FaultServer, tmp_path: Path) -> None:
    names = {"a": 25, "b": 7, "c": 0}
    sources = [source(n, server.add(n, stac(n, n=count))) for n, count in names.items()]
    async with outside(tmp_path, *sources) as world:
        pages = await walked(world, SEARCH)
    assert [len(page.items) for page in pages] == [17, 10, 5]
    assert len({item.id for page in pages for item in page.items}) == 32
    assert all({r.source for r in page.reports} >= set(names) for page in pages)
    assert (server.asked("a"), server.asked("b"), server.asked("c")) == (3, 1, 1)
    assert (report(pages[2], "b").state, report(pages[2], "b").attempts) == ("empty", 0)


async def test_a_copy_on_a_later_page_does_not_come_again(server: FaultServer, tmp_path: Path) -> None:
    own = source("own", server.add("own", stac("x", n=5)))
    same = source("same", server.add("same", stac("x", n=15)), limits=replace(own.limits, page_max=3))
    async with outside(tmp_path, own, same) as world:
        pages = await walked(world, replace(SEARCH, limit=5))
    ids = [item.id for page in pages for item in page.items]
    assert (len(ids), len(set(ids))) == (15, 15)


async def test_a_source_that_fails_on_a_page_goes_on_from_there(server: FaultServer, tmp_path: Path) -> None:
    well = stac("ill", n=25)

    async def answer(exchange: Exchange) -> None:
        await (status(500) if exchange.count == 2 else well)(exchange)

    sources = [source("well", server.add("well", stac("well", n=40))), source("ill", server.add("ill", answer))]
    async with outside(tmp_path, *sources) as world:
        pages = await walked(world, SEARCH)
    assert report(pages[1], "ill").state == "failed"
    assert not pages[1].complete and pages[1].caveats[0].code == "not_all_sources"
    assert len({item.id for page in pages for item in page.items}) == 65


async def test_a_source_that_was_down_at_first_is_asked_from_its_start(server: FaultServer, tmp_path: Path) -> None:
    late = source("late", server.add("late", first(2, status(500), stac("late", n=12))))
    well = source("well", server.add("well", stac("well", n=60)))
    async with outside(tmp_path, well, late) as world:
        pages = await walked(world, SEARCH)
    assert report(pages[0], "late").state == "failed"
    assert len({item.id for page in pages for item in page.items}) == 72


async def test_a_source_that_stays_silent_does_not_keep_the_search_open(server: FaultServer, tmp_path: Path) -> None:
    mute = source("mute", server.add("mute", silent), limits=replace(source("x", "https://x").limits, budget_s=0.1))
    async with outside(tmp_path, mute, source("well", server.add("well", stac("well", n=5)))) as world:
        pages = await walked(world, SEARCH)
    assert len(pages) == 3 and {i.id for p in pages for i in p.items} == {f"well-{n:04d}" for n in range(5)}


async def test_a_source_that_was_given_up_is_not_called_empty(server: FaultServer, tmp_path: Path) -> None:
    ill = source("ill", server.add("ill", status(500)))
    async with outside(tmp_path, ill, source("well", server.add("well", stac("well", n=45)))) as world:
        pages = await walked(world, SEARCH)
    assert [report(page, "ill").state for page in pages] == ["failed", "failed", "failed", "failed", "failed"]
    assert [report(page, "ill").attempts > 0 for page in pages] == [True, True, True, False, False]
    assert not pages[-1].complete


async def test_without_a_network_a_search_ends_with_what_is_here(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, holdings_dir=tmp_path / "none") as world:
        page = await world.page(replace(SEARCH, family="esgf", collections=()))
    assert page.cursor == ""


async def test_another_process_goes_on(server: FaultServer, tmp_path: Path) -> None:
    many = source("many", server.add("many", stac("many", n=25)))
    async with outside(tmp_path, many) as world:
        page = await world.page(SEARCH)
    async with outside(tmp_path, many, now=Clock()) as world:
        second = await world.resume(page.cursor)
    assert [item.id for item in second.items] == [f"many-{n:04d}" for n in range(10, 20)]
