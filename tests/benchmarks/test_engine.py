"""The federation's bars, measured on loopback: `pytest tests/benchmarks/test_engine.py --benchmark-only`."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from conductor.settings import from_environment
from connectors.items import Found
from connectors.offers import Limits, Source
from connectors.operations import Search
from connectors.outside import Outside
from tests.benchmarks.bars import fastest, hold, note
from tests.connectors.fault_server import (
    Behaviour,
    Exchange,
    FaultServer,
    collection,
    fault_server,
    feature,
    first,
    silent,
    stac,
    status,
)
from tests.connectors.outside_world import SEARCH, outside, source

RECORDED = from_environment().holdings_dir / "stac-geoparquet/tests/data/sentinel-2-l2a-pc.json"
DELAY_S = 0.3
EVERYTHING = Limits(budget_s=30.0, rate_per_s=1e6, max_connections=100, page_max=1000)


@dataclass
class Bench:
    """An event loop of its own, a fault server in it, and worlds that forget what they knew."""

    runner: asyncio.Runner
    server: FaultServer
    folder: Path
    count: int = 0

    def run(
        self, *sources: Source, search: Search = SEARCH, then: Callable[[Outside], Awaitable[Any]] | None = None
    ) -> Any:
        """One search in a process that remembers nothing."""
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()

        async def go() -> Any:
            async with outside(folder, *sources) as world:
                await world.search(replace(search, collections=("nothing-here",)))  # imports and wiring
                return await (then(world) if then else world.search(search))

        return self.runner.run(go())

    def healthy(self, count: int, *, delay_s: float = DELAY_S) -> list[Source]:
        names = [f"s{i}" for i in range(count)]
        return [
            source(
                n, self.server.add(n, stac(n, delay_s=delay_s)), limits=EVERYTHING, collections={"sentinel-2-l2a": "x"}
            )
            for n in names
        ]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with asyncio.Runner() as runner:
        serving = fault_server()
        server = runner.run(serving.__aenter__())
        yield Bench(runner=runner, server=server, folder=tmp_path)
        runner.run(serving.__aexit__(None, None, None))


def timed(
    bench: Bench, *sources: Source, search: Search = SEARCH, then: Callable[[Outside], Awaitable[Any]] | None = None
) -> tuple[float, Any]:
    """Seconds that the search itself took, without the wiring."""

    async def watch(world: Outside) -> tuple[float, Any]:
        started = time.perf_counter()
        result = await (then(world) if then else world.search(search))
        return time.perf_counter() - started, result

    found: tuple[float, Any] = bench.run(*sources, search=search, then=watch)
    return found


def among_four(bench: Bench, *, budget_s: float) -> list[Source]:
    """Four healthy sources, and one that is silent for as long as its budget lasts."""
    mute = source("mute", bench.server.add("mute", silent), limits=replace(EVERYTHING, budget_s=budget_s))
    return [*bench.healthy(4), mute]


def timed_last(bench: Bench, *sources: Source, before: int) -> tuple[float, Found]:
    """Seconds of a search after so many others, each of its own."""

    async def watch(world: Outside) -> tuple[float, Found]:
        for n in range(before):
            await world.search(replace(SEARCH, limit=n + 1))
        started = time.perf_counter()
        found = await world.search(SEARCH)
        return time.perf_counter() - started, found

    last: tuple[float, Found] = bench.run(*sources, then=watch)
    return last


def test_five_sources_at_300_ms(bench: Bench, benchmark: BenchmarkFixture) -> None:
    sources = bench.healthy(5)
    seconds, found = fastest(benchmark, lambda: timed(bench, *sources), rounds=5)
    assert found.complete
    hold(benchmark, seconds, most=0.40, unit="s", how="5 sources at 300 ms, all of them")


def test_a_silent_source_delays_no_record(bench: Bench, benchmark: BenchmarkFixture) -> None:
    sources = among_four(bench, budget_s=1.0)

    async def watch(world: Outside) -> tuple[float, float]:
        started = time.perf_counter()
        arrivals = [time.perf_counter() - started async for part in world.stream(SEARCH)]
        return arrivals[0], arrivals[-1]

    def measure() -> tuple[float, Any]:
        earliest, last = bench.run(*sources, then=watch)
        return earliest, last

    earliest, last = fastest(benchmark, measure, rounds=3)
    first = note(benchmark, earliest, most=0.45, unit="s", how="one of five sources silent: the first records")
    end = note(benchmark, last, most=1.05, unit="s", how="one of five sources silent: the end, its budget being 1 s")
    assert first.is_met and end.is_met, f"{first}; {end}"


def test_a_silent_source_costs_one_slow_search(bench: Bench, benchmark: BenchmarkFixture) -> None:
    sources = among_four(bench, budget_s=1.0)
    seconds, found = fastest(benchmark, lambda: timed_last(bench, *sources, before=1), rounds=3)
    assert {r.source: r.state for r in found.reports}["mute"] == "timeout"
    hold(
        benchmark, seconds, most=0.45, unit="s", how="the second search with a silent source, its breaker still closed"
    )


def test_a_source_known_to_be_silent_costs_nothing(bench: Bench, benchmark: BenchmarkFixture) -> None:
    sources = among_four(bench, budget_s=0.3)
    seconds, found = fastest(benchmark, lambda: timed_last(bench, *sources, before=3), rounds=3)
    assert {r.source: r.state for r in found.reports}["mute"] == "skipped_breaker"
    hold(benchmark, seconds, most=0.45, unit="s", how="a silent source whose breaker is open")


def test_503_twice(bench: Bench, benchmark: BenchmarkFixture) -> None:
    def measure() -> tuple[float, Any]:
        name = f"late{bench.count}"
        return timed(bench, source(name, bench.server.add(name, first(2, status(503), stac("late")))))

    seconds, found = fastest(benchmark, measure, rounds=5)
    assert found.complete
    hold(benchmark, seconds, most=0.5, unit="s", how="503 twice, then an answer")


def test_a_hedge_beats_a_slow_primary(bench: Bench, benchmark: BenchmarkFixture) -> None:
    mirrors = {"group": "g", "options": {"mirror": True}, "limits": Limits(budget_s=6.0)}
    slow = source("a", bench.server.add("a", stac("x", delay_s=5.0)), **mirrors)
    twin = source("b", bench.server.add("b", stac("x", delay_s=DELAY_S)), **mirrors)
    seconds, found = fastest(benchmark, lambda: timed(bench, slow, twin), rounds=3)
    assert found.complete
    hold(benchmark, seconds, most=0.8, unit="s", how="hedge: a primary of 5 s, its mirror of 300 ms")


def test_one_request_a_source(bench: Bench, benchmark: BenchmarkFixture) -> None:
    names = [f"s{i}" for i in range(5)]

    def measure() -> tuple[float, Any]:
        before = {name: bench.server.asked(name) for name in names}
        bench.run(*bench.healthy(5, delay_s=0.0))
        return max(bench.server.asked(name) - before[name] for name in names), None

    requests, _ = fastest(benchmark, measure, rounds=1)
    hold(benchmark, requests, most=1, unit="request", how="a plain search, of each source")


def test_five_copies_of_a_scene(bench: Bench, benchmark: BenchmarkFixture) -> None:
    name = "S2A_MSIL2A_20200601T100000_N0500_R022_T32UMC_20200601T150000"

    async def scene(exchange: Exchange) -> None:
        one = feature(name)
        href = f"https://{exchange.path.strip('/').partition('/')[0]}.example.com/{name}/B04.tif"
        one["assets"]["B04"]["href"] = href
        await exchange.reply(body=collection([one], matched=1))

    names = [f"c{i}" for i in range(5)]
    sources = [
        source(n, bench.server.add(n, scene), limits=EVERYTHING, collections={"sentinel-2-l2a": "x"}) for n in names
    ]

    def measure() -> tuple[float, Any]:
        found = bench.run(*sources)
        return len(found.items), found

    records, found = fastest(benchmark, measure, rounds=1)
    assert len(found.items[0].assets[0].locations) == len(found.items[0].sources) == 5
    hold(benchmark, records, most=1, unit="record", how="five copies of a scene, its five offers kept")


def recorded_pages(*, count: int, size: int) -> Behaviour:
    """Real items of 16 KB, renamed into `count`, in pages; written once so that the server costs nothing."""
    document = json.loads(RECORDED.read_text("utf-8"))
    real = document if isinstance(document, list) else document["features"]
    pages = []
    for start in range(0, count, size):
        features = []
        for n in range(start, start + size):
            item = real[n % len(real)]
            tile = f"_T{n // 20 % 60 + 1:02d}V{chr(65 + n % 20)}K_"
            features.append(item | {"id": re.sub(r"_T\d\d[A-Z]{3}_", tile, item["id"])})
        following = {"rel": "next", "href": f"?offset={start + size}", "method": "POST", "merge": True, "body": {}}
        pages.append(collection(features, links=[following] if start + size < count else [], matched=count))

    async def answer(exchange: Exchange) -> None:
        await exchange.reply(body=pages[int(exchange.query.get("offset", 0)) // size])

    return answer


def test_a_thousand_recorded_items(bench: Bench, benchmark: BenchmarkFixture) -> None:
    url = bench.server.add("many", recorded_pages(count=1000, size=250))
    many = source("many", url, limits=replace(EVERYTHING, page_max=250))
    search = replace(SEARCH, limit=1000)

    async def watch(world: Outside) -> tuple[float, Found]:
        started = time.process_time()
        found = await world.search(search)
        return time.process_time() - started, found

    def measure() -> tuple[float, Any]:
        result: tuple[float, Found] = bench.run(many, then=watch)
        return result

    seconds, found = fastest(benchmark, measure, rounds=5)
    assert {r.source: r.n for r in found.reports}["many"] == 1000
    hold(benchmark, seconds, most=0.20, unit="s CPU", how="1,000 recorded STAC items, the server's CPU included")


def test_a_thousand_esgf_records_at_300_ms(bench: Bench, benchmark: BenchmarkFixture) -> None:
    async def index(exchange: Exchange) -> None:
        await asyncio.sleep(DELAY_S)
        start, rows = int(exchange.query["offset"]), int(exchange.query["limit"])
        docs = [
            {
                "id": f"CMIP6.CMIP.I.M{n}.historical.r1i1p1f1.Amon.tas.gn.v20200101|node",
                "instance_id": f"CMIP6.CMIP.I.M{n}.historical.r1i1p1f1.Amon.tas.gn.v20200101",
                "project": ["CMIP6"],
                "source_id": [f"M{n}"],
                "data_node": "node",
            }
            for n in range(start, min(start + rows, 1000))
        ]
        await exchange.reply(body=json.dumps({"response": {"numFound": 1000, "start": start, "docs": docs}}).encode())

    own = source("solr", bench.server.add("solr", index), kind="esgf-solr", family="esgf", limits=EVERYTHING)
    search = Search(family="esgf", limit=1000)
    quiet = replace(search, family="eo")  # warm up without asking the index

    def measure() -> tuple[float, Any]:
        async def watch(world: Outside) -> tuple[float, Any]:
            started = time.perf_counter()
            found = await world.search(search, source="solr")
            return time.perf_counter() - started, found

        result: tuple[float, Any] = bench.run(own, search=quiet, then=watch)
        return result

    seconds, found = fastest(benchmark, measure, rounds=3)
    assert len(found.items) == 1000
    hold(benchmark, seconds, most=1.0, unit="s", how="1,000 ESGF records at 300 ms a request")
