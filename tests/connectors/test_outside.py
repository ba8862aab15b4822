"""Scenarios A–K: what comes back when some of the sources misbehave."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from connectors.errors import Unsupported
from connectors.offers import Limits
from connectors.operations import Process
from tests.connectors.fault_server import (
    Exchange,
    FaultServer,
    closed_port,
    collection,
    fault_server,
    feature,
    first,
    fixed,
    redirect,
    reset,
    silent,
    stac,
    status,
    trickle,
)
from tests.connectors.outside_world import SEARCH, Clock, outside, report, source

QUICK = Limits(budget_s=0.4, rate_per_s=1000.0)


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


async def test_a_all_healthy_sources_are_asked_once_and_all_answer(server: FaultServer, tmp_path: Path) -> None:
    names = [f"s{i}" for i in range(5)]
    async with outside(tmp_path, *(source(n, server.add(n, stac(n, delay_s=0.1))) for n in names)) as world:
        found = await world.search(replace(SEARCH, limit=100))
    assert found.complete and found.caveats == ()
    assert {r.source: (r.state, r.n, r.attempts) for r in found.reports} == dict.fromkeys(names, ("ok", 10, 1))
    assert [server.asked(n) for n in names] == [1] * 5
    assert len(found.items) == 50


async def test_b_a_source_that_refuses_is_named_and_the_rest_answer(server: FaultServer, tmp_path: Path) -> None:
    dead = source("dead", f"http://127.0.0.1:{closed_port()}")
    async with outside(tmp_path, dead, source("well", server.add("well", stac("well")))) as world:
        found = await world.search(SEARCH)
    assert not found.complete
    assert report(found, "dead").state == "failed"
    assert "refused the connection" in (report(found, "dead").error or "")
    assert report(found, "well").n == 10
    assert found.caveats[0].parameters == {"missing": {"dead": "failed"}}


async def test_c_a_slow_source_does_not_hold_up_the_others(server: FaultServer, tmp_path: Path) -> None:
    slow = source("slow", server.add("slow", stac("slow", delay_s=5)), limits=QUICK)
    async with outside(tmp_path, slow, source("well", server.add("well", stac("well")))) as world:
        landed = [part async for part in world.stream(SEARCH)]
    assert [(part.report.source, part.report.state) for part in landed] == [("well", "ok"), ("slow", "timeout")]


async def test_c_a_mirror_is_asked_where_the_first_is_late(server: FaultServer, tmp_path: Path) -> None:
    mirrors = {"group": "pair", "options": {"mirror": True}}
    slow = source("a-slow", server.add("slow", stac("scene", delay_s=5)), **mirrors)
    twin = source("b-twin", server.add("twin", stac("scene")), **mirrors)
    async with outside(tmp_path, slow, twin) as world:
        found = await world.search(SEARCH)
    assert found.complete
    assert (report(found, "b-twin").state, report(found, "b-twin").hedged) == ("ok", True)
    assert (report(found, "a-slow").state, report(found, "a-slow").via) == ("timeout", "b-twin")


async def test_a_mirror_is_spared_where_the_first_answers(server: FaultServer, tmp_path: Path) -> None:
    mirrors = {"group": "pair", "options": {"mirror": True}}
    prompt = source("a-prompt", server.add("prompt", stac("scene")), **mirrors)
    twin = source("b-twin", server.add("twin", stac("scene")), **mirrors)
    async with outside(tmp_path, prompt, twin) as world:
        found = await world.search(SEARCH)
    assert found.complete
    assert server.asked("twin") == 0
    assert (report(found, "b-twin").state, report(found, "b-twin").via) == ("skipped_capability", "a-prompt")


async def test_d_a_silent_source_is_left_alone_after_three_failures(server: FaultServer, tmp_path: Path) -> None:
    mute = source("mute", server.add("mute", silent), limits=QUICK)
    well = source("well", server.add("well", stac("well")))
    async with outside(tmp_path, mute, well) as world:
        states = [report(await world.search(SEARCH), "mute").state for _ in range(4)]
    assert states == ["timeout", "timeout", "timeout", "skipped_breaker"]
    assert server.asked("mute") == 3


async def test_d_the_next_process_leaves_a_silent_source_alone_too(server: FaultServer, tmp_path: Path) -> None:
    mute, clock = source("mute", server.add("mute", silent), limits=QUICK), Clock()
    async with outside(tmp_path, mute, now=clock) as world:
        for _ in range(3):
            await world.search(SEARCH)
    async with outside(tmp_path, mute, now=clock) as world:
        skipped = report(await world.search(SEARCH), "mute")
        clock.pass_by(31)
        again = report(await world.search(SEARCH), "mute")
    assert skipped.state == "skipped_breaker" and "3 failures in a row" in (skipped.error or "")
    assert again.state == "timeout"
    assert server.asked("mute") == 4


async def test_e_one_dead_one_slow_three_healthy(server: FaultServer, tmp_path: Path) -> None:
    well = [source(n, server.add(n, stac(n))) for n in ("w1", "w2", "w3")]
    dead = source("dead", f"http://127.0.0.1:{closed_port()}")
    slow = source("slow", server.add("slow", stac("slow", delay_s=5)), limits=QUICK)
    async with outside(tmp_path, dead, slow, *well) as world:
        found = await world.search(replace(SEARCH, limit=100))
    states = {r.source: r.state for r in found.reports}
    assert states == {"dead": "failed", "slow": "timeout", "w1": "ok", "w2": "ok", "w3": "ok"}
    assert len(found.items) == 30


async def test_f_a_server_error_is_reported_with_what_the_server_said(server: FaultServer, tmp_path: Path) -> None:
    said = status(500, body=b'{"detail": "index is\\u0000 corrupt"}')
    async with outside(tmp_path, source("ill", server.add("ill", said))) as world:
        ill = report(await world.search(SEARCH), "ill")
    assert ill.state == "failed"
    assert ill.error and "answered 500 (index is  corrupt)" in ill.error


async def test_g_two_503_are_overcome(server: FaultServer, tmp_path: Path) -> None:
    behaviour = first(2, status(503), stac("late"))
    async with outside(tmp_path, source("late", server.add("late", behaviour))) as world:
        late = report(await world.search(SEARCH), "late")
    assert (late.state, late.n, late.attempts) == ("ok", 10, 3)


async def test_h_retry_after_is_obeyed(server: FaultServer, tmp_path: Path) -> None:
    behaviour = first(1, status(429, headers={"Retry-After": "1"}), stac("busy"))
    async with outside(tmp_path, source("busy", server.add("busy", behaviour))) as world:
        busy = report(await world.search(SEARCH), "busy")
    assert (busy.state, busy.attempts) == ("ok", 2)
    assert busy.took_ms >= 1000


async def test_h_a_wait_beyond_the_budget_is_not_waited_for(server: FaultServer, tmp_path: Path) -> None:
    url = server.add("busy", status(429, headers={"Retry-After": "60"}))
    async with outside(tmp_path, source("busy", url)) as world:
        busy = report(await world.search(SEARCH), "busy")
    assert (busy.state, busy.attempts) == ("rate_limited", 1)


async def test_i_what_a_server_did_not_filter_is_filtered_here(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, source("liar", server.add("liar", stac("liar", n=40)))) as world:
        found = await world.search(replace(SEARCH, limit=100, filters={"cloud_cover_max": 20}))
    assert {item.get("eo:cloud_cover") <= 20 for item in found.items} == {True}
    assert len(found.items) == 21
    assert report(found, "liar").post_filtered == ("cloud_cover_max",)


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (fixed(b"<html><body>Log in</body></html>", type="text/html"), "web page"),
        (fixed(b'{"type": "FeatureCollection", "features": [{'), "no STAC FeatureCollection"),
        (fixed(b'{"type": "FeatureCollection", "features": []}', length=500), "broke off"),
        (fixed(b"[" * 100_000), "no STAC FeatureCollection"),
        (reset, "broke off"),
        (redirect("http://127.0.0.1:1/elsewhere"), "not a public address"),
        (redirect("http://169.254.169.254/latest/meta-data"), "not a public address"),
        (redirect("http://2130706433/"), "not a public address"),
        (redirect("http://stac.embedded/search"), "private"),
        (redirect("file:///etc/passwd"), "not an http"),
    ],
    ids=["html", "bad json", "truncated", "deep", "reset", "loopback", "metadata", "decimal", "embedded", "file"],
)
async def test_j_nonsense_is_a_failure_with_a_reason(
    server: FaultServer, tmp_path: Path, behaviour: object, words: str
) -> None:
    url = server.add("odd", behaviour)  # type: ignore[arg-type]
    async with outside(tmp_path, source("odd", url), source("well", server.add("well", stac("well")))) as world:
        found = await world.search(SEARCH)
    assert report(found, "odd").state == "failed"
    assert words in (report(found, "odd").error or "")
    assert report(found, "well").state == "ok"


async def test_j_a_body_that_trickles_ends_at_the_deadline(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, source("drip", server.add("drip", trickle), limits=QUICK)) as world:
        assert report(await world.search(SEARCH), "drip").state == "timeout"


async def test_k_endless_503_are_given_up(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, source("down", server.add("down", status(503)))) as world:
        down = report(await world.search(SEARCH), "down")
    assert (down.state, down.attempts, server.asked("down")) == ("failed", 3, 3)


async def test_pages_before_a_failure_are_kept(server: FaultServer, tmp_path: Path) -> None:
    healthy = stac("half", n=30)

    async def one_page(exchange: Exchange) -> None:
        await (status(500)(exchange) if "offset" in exchange.query else healthy(exchange))

    limits = Limits(budget_s=2.0, rate_per_s=1000.0, page_max=10)
    async with outside(tmp_path, source("half", server.add("half", one_page), limits=limits)) as world:
        found = await world.search(replace(SEARCH, limit=30))
    assert (report(found, "half").state, len(found.items)) == ("partial", 10)
    assert not found.complete


async def test_a_server_without_the_thing_is_empty_not_failed(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, source("none", server.add("none", fixed(collection([]))))) as world:
        found = await world.search(SEARCH)
    assert (report(found, "none").state, found.complete) == ("empty", True)


async def test_a_source_that_cannot_hold_the_answer_is_not_asked(server: FaultServer, tmp_path: Path) -> None:
    other = source("radar", server.add("radar", stac("radar")), collections={"sentinel-1-grd": "s1"})
    async with outside(tmp_path, other) as world:
        found = await world.search(SEARCH)
    assert (report(found, "radar").state, server.asked("radar"), found.complete) == ("skipped_capability", 0, True)


async def test_a_fresh_answer_is_not_asked_for_again(server: FaultServer, tmp_path: Path) -> None:
    well, clock = source("well", server.add("well", stac("well"))), Clock()
    async with outside(tmp_path, well, now=clock) as world:
        before = await world.search(SEARCH)
        clock.pass_by(14 * 60)
        assert (await world.search(SEARCH)).items == before.items
        assert server.asked("well") == 1
        clock.pass_by(2 * 60)
        await world.search(SEARCH)
    assert server.asked("well") == 2


async def test_an_old_answer_serves_where_the_source_has_died(server: FaultServer, tmp_path: Path) -> None:
    well, clock = source("well", server.add("well", stac("well"))), Clock()
    async with outside(tmp_path, well, now=clock) as world:
        before = await world.search(SEARCH)
    server.add("well", status(500))
    clock.pass_by(3 * 3600)
    async with outside(tmp_path, well, now=clock) as world:
        found = await world.search(SEARCH)
        clock.pass_by(8 * 86400)
        lost = await world.search(SEARCH)
    assert found.items == before.items
    assert report(found, "well").state == "cached_stale" and "3 h ago" in (report(found, "well").error or "")
    assert not found.complete
    assert report(lost, "well").state == "failed"


async def test_the_same_search_at_the_same_time_travels_once(server: FaultServer, tmp_path: Path) -> None:
    async with outside(tmp_path, source("well", server.add("well", stac("well", delay_s=0.1)))) as world:
        one, two = await asyncio.gather(world.search(SEARCH), world.search(SEARCH))
    assert one.items == two.items and len(one.items) == 10
    assert server.asked("well") == 1


async def test_the_order_does_not_depend_on_who_answers_first(server: FaultServer, tmp_path: Path) -> None:
    async def ids(delays: tuple[float, float]) -> list[str]:
        sources = [source(n, server.add(n, stac(n, delay_s=d))) for n, d in zip(("a", "b"), delays, strict=True)]
        async with outside(tmp_path / str(delays[0]), *sources) as world:
            return [item.id for item in (await world.search(SEARCH)).items]

    (tmp_path / "0.0").mkdir()
    (tmp_path / "0.2").mkdir()
    assert await ids((0.0, 0.2)) == await ids((0.2, 0.0))


async def test_five_copies_of_a_scene_are_one_item_with_five_sources(server: FaultServer, tmp_path: Path) -> None:
    scene = "S2A_MSIL2A_20200601T101031_N0214_R022_T32UPC_20200601T120000"
    same = fixed(collection([feature(scene)], matched=1))
    names = [f"s{i}" for i in range(5)]
    async with outside(tmp_path, *(source(n, server.add(n, same)) for n in names)) as world:
        found = await world.search(SEARCH)
    (item,) = found.items
    assert item.sources == tuple(names)
    assert found.matched == 1


async def test_live_sources_are_skipped_where_there_is_no_network(server: FaultServer, tmp_path: Path) -> None:
    far = source("far", "https://stac.example.com/v1")
    async with outside(tmp_path, far, source("near", server.add("near", stac("near"))), online=False) as world:
        found = await world.search(SEARCH)
    assert (report(found, "far").state, report(found, "near").state) == ("skipped_offline", "ok")
    assert found.complete


async def test_one_source_may_be_named(server: FaultServer, tmp_path: Path) -> None:
    sources = [source(n, server.add(n, stac(n))) for n in ("a", "b")]
    async with outside(tmp_path, *sources) as world:
        found = await world.execute(SEARCH, source="b")
    assert [r.source for r in found.reports] == ["b"]


async def test_a_source_that_is_not_there_is_refused(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        with pytest.raises(Unsupported, match="conductor sources"):
            await world.execute(Process(process_id="x"), source="nowhere")


async def test_i_an_order_that_a_server_ignored_is_made_here_and_said(server: FaultServer, tmp_path: Path) -> None:
    """The server gives its items by rising day and 60 at a time; the latest lie in what was not read."""
    limits = Limits(budget_s=2.0, rate_per_s=1000.0, page_max=30)
    whole, part = (source(n, server.add(n, stac(n, n=c)), limits=limits) for n, c in (("whole", 20), ("part", 200)))
    latest = replace(SEARCH, limit=60, filters={"sort": "-datetime"})
    async with outside(tmp_path, whole, part) as world:
        found = await world.search(latest)
    days = [str(item.get("datetime")) for item in found.items]
    assert days == sorted(days, reverse=True)
    assert {r.source for r in found.reports if r.post_filtered == ("sort",)} == {"whole", "part"}
    assert [c.parameters["sources"] for c in found.caveats if c.code == "sorted_here"] == [["part"]]


async def test_more_time_makes_every_budget_longer(server: FaultServer, tmp_path: Path) -> None:
    slow = source("slow", server.add("slow", stac("slow", delay_s=1.0)), limits=QUICK)
    async with outside(tmp_path, slow) as world:
        assert report(await world.search(SEARCH), "slow").state == "timeout"
        assert report(await world.search(replace(SEARCH, limit=9), deadline_s=60.0), "slow").state == "ok"


async def test_every_report_names_every_source_in_every_scenario(server: FaultServer, tmp_path: Path) -> None:
    behaviours = {
        "well": stac("well"),
        "mute": silent,
        "ill": status(500),
        "odd": fixed(b"{"),
        "drip": trickle,
        "cut": reset,
    }
    sources = [source(name, server.add(name, behaviour), limits=QUICK) for name, behaviour in behaviours.items()]
    async with outside(tmp_path, *sources) as world:
        for number in range(5):
            found = await world.search(replace(SEARCH, limit=number + 1))
            assert {r.source for r in found.reports} >= set(behaviours)
            assert len(found.reports) == len({r.source for r in found.reports})
            assert all(r.error for r in found.reports if r.state not in ("ok", "empty"))
