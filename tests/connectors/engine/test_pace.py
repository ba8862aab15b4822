"""Pace: a search ends when nobody who is still out is worth waiting for, and the late are asked on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from connectors.items import Found
from connectors.offers import Limits
from connectors.outside import Outside
from tests.connectors.fault_server import Behaviour, Exchange, FaultServer, fault_server, silent, stac
from tests.connectors.outside_world import SEARCH, Clock, outside, report, source

PATIENT = Limits(budget_s=2.0, rate_per_s=1e6, max_connections=20)


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


async def search(world: Outside, number: int) -> tuple[float, Found]:
    started = time.perf_counter()
    found = await world.search(replace(SEARCH, filters={"cloud_cover_max": 70 + number / 100}))
    return time.perf_counter() - started, found


async def test_a_silent_source_costs_one_slow_search_and_not_three(server: FaultServer, tmp_path: Path) -> None:
    mute = source("mute", server.add("mute", silent), limits=PATIENT)
    well = source("well", server.add("well", stac("well")), limits=PATIENT)
    async with outside(tmp_path, mute, well) as world:
        first, _ = await search(world, 0)
        second, found = await search(world, 1)
    assert first >= 2.0 > 1.0 > second
    assert report(found, "mute").state == "timeout"
    assert "still being asked" in (report(found, "mute").error or "")
    assert not found.complete and report(found, "well").n == 10


async def test_one_that_has_always_answered_is_late_after_a_second(server: FaultServer, tmp_path: Path) -> None:
    turncoat = _silent_from(6, "turncoat")
    one = source("one", server.add("one", turncoat), limits=replace(PATIENT, budget_s=6.0))
    well = source("well", server.add("well", stac("well")), limits=PATIENT)
    async with outside(tmp_path, one, well) as world:
        for number in range(5):
            assert (await search(world, number))[1].complete
        seconds, found = await search(world, 5)
    assert 1.0 <= seconds < 3.0
    assert report(found, "one").state == "timeout"


async def test_what_a_late_source_answers_serves_the_next_search(server: FaultServer, tmp_path: Path) -> None:
    one = source("one", server.add("one", _slow_after(1, "one", delay_s=0.6)), limits=replace(PATIENT, budget_s=0.8))
    well = source("well", server.add("well", stac("well")), limits=PATIENT)
    async with outside(tmp_path, one, well) as world:
        await search(world, 0)  # it fails: from now on it is hardly waited for
        _, missed = await search(world, 1)
        await asyncio.sleep(0.6)
        seconds, found = await search(world, 1)
    assert (report(missed, "one").state, report(found, "one").state) == ("timeout", "ok")
    assert report(found, "one").attempts == 0 and seconds < 0.5
    assert server.asked("one") == 2


async def test_a_source_on_its_own_is_waited_for(server: FaultServer, tmp_path: Path) -> None:
    mute = source("mute", server.add("mute", silent), limits=replace(PATIENT, budget_s=0.8))
    async with outside(tmp_path, mute) as world:
        for number in range(2):
            assert (await search(world, number))[0] >= 0.8


async def test_a_process_that_ends_early_remembers_who_was_silent(server: FaultServer, tmp_path: Path) -> None:
    mute = source("mute", server.add("mute", silent), limits=replace(PATIENT, budget_s=0.8))
    well = source("well", server.add("well", stac("well", delay_s=0.7)), limits=PATIENT)
    for number in range(3):
        async with outside(tmp_path, mute, well) as world:
            await search(world, number)
    async with outside(tmp_path, mute, well) as world:
        _, found = await search(world, 3)
    assert report(found, "mute").state == "skipped_breaker"


async def test_what_it_answered_days_ago_stands_in_for_a_late_source(server: FaultServer, tmp_path: Path) -> None:
    clock = Clock()
    one = source("one", server.add("one", _silent_from(2, "one")), limits=replace(PATIENT, budget_s=0.8))
    well = source("well", server.add("well", stac("well")), limits=PATIENT)
    async with outside(tmp_path, one, well, now=clock) as world:
        await search(world, 0)
        await search(world, 1)
        clock.pass_by(3600)
        seconds, found = await search(world, 0)
    assert (report(found, "one").state, report(found, "one").n) == ("cached_stale", 10)
    assert seconds < 0.8


def _silent_from(count: int, name: str) -> Behaviour:
    """A healthy catalogue that falls silent at its `count`-th request."""
    well = stac(name)

    async def answer(exchange: Exchange) -> None:
        await (silent if exchange.count >= count else well)(exchange)

    return answer


def _slow_after(count: int, name: str, *, delay_s: float) -> Behaviour:
    """Silent to the first `count` requests, then slow."""
    slow = stac(name, delay_s=delay_s)

    async def answer(exchange: Exchange) -> None:
        await (silent if exchange.count <= count else slow)(exchange)

    return answer
