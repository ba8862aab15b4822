"""What a question searches for, page after page: nothing twice, nothing lost, by short cursors that other processes follow."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from conductor.errors import BadQuestion
from conductor.finding import MOST_KEPT, Finder
from conductor.results import FoundPage
from connectors.outside import Outside
from planners.errors import NoPlan
from planners.intent import Intent
from planners.plan import Plan
from planners.registry import plan_for
from tests.connectors.fault_server import Exchange, FaultServer, collection, fault_server, feature, stac, status
from tests.connectors.outside_world import outside, source
from tests.planners.intents import SOURCES, TAS, WORLD

SCENES = Intent(action="find", collections=("sentinel-2-l2a",), places=(WORLD,))


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


def plan(intent: Intent = SCENES) -> Plan:
    return plan_for("scenes", (intent,), SOURCES)


def finder(world: Outside, folder: Path) -> Finder:
    return Finder(world, folder=folder / "cursors")


async def test_a_source_that_fails_on_a_page_comes_back_on_the_next_in_another_process(
    server: FaultServer, tmp_path: Path
) -> None:
    well = stac("ill", n=12)

    async def answer(exchange: Exchange) -> None:
        await (status(500) if exchange.count == 2 else well)(exchange)

    sources = [source("well", server.add("well", stac("well", n=20))), source("ill", server.add("ill", answer))]
    async with outside(tmp_path, *sources) as world:
        pages = [await finder(world, tmp_path).first(plan(), limit=5)]
    while pages[-1].cursor:
        async with outside(tmp_path, *sources) as world:
            pages.append(await finder(world, tmp_path).after(pages[-1].cursor))
    assert [page.complete for page in pages[:3]] == [True, False, True]
    assert {r.source: r.state for r in pages[1].reports}["ill"] == "failed"
    ids = [item.id for page in pages for item in page.items]
    assert (len(ids), len(set(ids))) == (32, 32)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))


async def test_a_page_is_had_by_its_number(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, source("a", server.add("a", stac("a", n=12)))) as world:
        turned = finder(world, tmp_path)
        first = await turned.first(plan(), limit=5)
        third, beyond = await turned.numbered(first, 3), await turned.numbered(first, 9)
    assert [item.id for item in third.items] == ["a-0010", "a-0011"]
    assert (third.number, third.cursor, beyond.number, beyond.items) == (3, "", 9, ())


async def test_cursors_are_short_private_and_few(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, source("a", server.add("a", stac("a", n=12)))) as world:
        page = await finder(world, tmp_path).first(plan(), limit=5)
        mode = (tmp_path / "cursors" / page.cursor).stat().st_mode
        for n in range(MOST_KEPT + 5):
            (tmp_path / "cursors" / f"c-{n:020x}").write_text("{}")
        await finder(world, tmp_path).after(page.cursor)
    assert len(page.cursor) == 22 and mode & 0o077 == 0
    assert len(list((tmp_path / "cursors").glob("c-*"))) == MOST_KEPT


@pytest.mark.parametrize("cursor", ["c-00000000000000000000", "../engine.sqlite", "", "x" * 5000])
async def test_a_cursor_that_is_not_kept_here_is_refused(cursor: str, tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        with pytest.raises(BadQuestion, match="start the search again"):
            await finder(world, tmp_path).after(cursor)


async def test_a_cursor_whose_key_is_gone_is_refused_as_a_question_of_its_user(
    server: FaultServer, tmp_path: Path
) -> None:
    well = source("a", server.add("a", stac("a", n=12)))
    async with outside(tmp_path, well) as world:
        page = await finder(world, tmp_path).first(plan(), limit=5)
    (tmp_path / "elsewhere").mkdir()
    async with outside(tmp_path / "elsewhere", well) as another:
        with pytest.raises(BadQuestion, match="start the search again"):
            await finder(another, tmp_path).after(page.cursor)


async def test_a_question_that_searches_for_nothing_has_no_page(tmp_path: Path) -> None:
    explain = Intent(action="explain", topics=("experiment_id:ssp245",))
    async with outside(tmp_path) as world:
        with pytest.raises(NoPlan):
            await finder(world, tmp_path).first(plan(explain))


async def test_several_searches_share_a_page_and_a_cursor(server: FaultServer, tmp_path: Path) -> None:
    both = Intent(
        action="find",
        collections=("sentinel-2-l2a",),
        places=(WORLD,),
        quantities=(TAS,),
        facets={"project": ("CMIP6",)},
    )
    async with outside(tmp_path, source("a", server.add("a", stac("a", n=12)))) as world:
        page: FoundPage = await finder(world, tmp_path).first(plan(both), limit=5)
        after = await finder(world, tmp_path).after(page.cursor)
    assert {"a", "esgf-east"} & {r.source for r in page.reports} == {"a"}
    assert [i.id for i in after.items if i.sources == ("a",)] == [f"a-{n:04d}" for n in range(5, 10)]


@pytest.mark.parametrize(
    ("text", "asked"), [("pergélisol", ["permafrost", "pergélisol"]), ("permafrost", ["permafrost"])]
)
async def test_words_are_asked_in_english_too_on_every_page(
    server: FaultServer, tmp_path: Path, text: str, asked: list[str]
) -> None:
    async def records(exchange: Exchange) -> None:
        titled = {"title": "Permafrost", "type": "dataset"}
        offset = int(exchange.query.get("offset", 0))
        features = [feature(f"p{offset}") | {"properties": titled}] if exchange.query["q"] == "permafrost" else []
        following = f"{exchange.path}?q={exchange.query['q']}&offset={offset + 1}"
        links = [{"rel": "next", "href": following}] if features and offset < 2 else []
        await exchange.reply(body=collection(features, links=links, matched=3 if features else 0))

    one = source("rec", server.add("rec", records), kind="ogcapi-records")
    async with outside(tmp_path, one) as world:
        found = finder(world, tmp_path)
        first = await found.words(text, limit=1)
        second = await found.after(first.cursor)
    assert [item.id for item in (*first.items, *second.items)] == ["p0", "p1"]
    assert sorted({e.query["q"] for _, e in server.exchanges}, key=asked.index) == asked
    assert ("asked_in_english" in {c.code for c in (*first.caveats, *second.caveats)}) is (len(asked) > 1)
