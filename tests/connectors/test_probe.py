"""Probes: what each source says, and what a person may do about it."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from connectors.access.credentials import Credentials
from connectors.access.wiring import credentials as wired
from connectors.engine.memory import Memory
from connectors.guard import Guard
from connectors.offers import Limits
from connectors.probe import probe
from connectors.reachability import Reachability
from connectors.transport import Transport
from tests.connectors.fault_server import (
    Behaviour,
    Exchange,
    FaultServer,
    closed_port,
    fault_server,
    fixed,
    full_house,
    redirect,
    server_apart,
    silent,
    stac,
    status,
    trickle,
)
from tests.connectors.outside_world import Clock, outside, source

_REALM = {"client_id": "us", "grant": "password", "user": "NEAR_USER", "password": "NEAR_PASSWORD"}


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running


@pytest.mark.parametrize(
    ("behaviour", "state", "advice"),
    [
        (fixed(b"{}"), "ok", ""),
        (status(500), "failed", "it is ill"),
        (status(404), "failed", "look for its successor"),
        (status(401), "auth", "wants credentials"),
        (status(429), "failed", "asked too often"),
        (fixed(b"<html>", type="text/html"), "failed", "web page"),
        (redirect("http://10.0.0.1/"), "failed", "conductor sources add"),
    ],
    ids=["ok", "500", "404", "401", "429", "html", "private"],
)
async def test_each_trouble_has_its_advice(
    server: FaultServer, tmp_path: Path, behaviour: Behaviour, state: str, advice: str
) -> None:
    async with outside(tmp_path, source("one", server.add("one", behaviour))) as world:
        (probe,) = await world.probe(only=["one"])
    assert probe.state == state
    assert advice in probe.advice and bool(probe.advice) == bool(advice)


async def test_a_dead_source_is_said_to_be_dead(tmp_path: Path) -> None:
    async with outside(tmp_path, source("dead", f"http://127.0.0.1:{closed_port()}/")) as world:
        (probe,) = await world.probe(only=["dead"])
    assert (probe.state, "does not accept connections" in probe.advice) == ("failed", True)


async def test_every_source_is_probed_disabled_and_offline_ones_included(tmp_path: Path) -> None:
    async with outside(tmp_path, source("far", "https://stac.example.com/v1")) as world:
        probes = {probe.source.id: probe.state for probe in await world.probe()}
        assert set(probes) == {s.id for s in world.sources}
    assert (probes["far"], probes["cmr"]) == ("offline", "disabled")


async def test_dead_and_silent_sources_are_all_told_within_three_seconds(server: FaultServer, tmp_path: Path) -> None:
    sources = [source(f"mute{n:02d}", server.add(f"mute{n:02d}", silent)) for n in range(15)]
    sources += [source(f"drip{n:02d}", server.add(f"drip{n:02d}", trickle)) for n in range(5)]
    sources += [source(f"dead{n:02d}", f"http://127.0.0.1:{closed_port()}/") for n in range(5)]
    sources += [source(f"well{n:02d}", server.add(f"well{n:02d}", fixed(b"{}"))) for n in range(5)]
    with full_house() as port:
        sources.append(source("full", f"http://127.0.0.1:{port}/"))
        async with outside(tmp_path, *sources) as world:
            started = time.perf_counter()
            probes = await world.probe(only=[s.id for s in sources])
            taken = time.perf_counter() - started
    states = Counter((probe.source.id[:4], probe.state) for probe in probes)
    assert states == {
        ("mute", "failed"): 15,
        ("drip", "failed"): 5,
        ("dead", "failed"): 5,
        ("well", "ok"): 5,
        ("full", "failed"): 1,
    }
    assert all(probe.advice for probe in probes if probe.state == "failed")
    assert taken < 3.0


async def test_a_stall_of_ours_is_no_silence_of_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connectors.probe.BUDGET_S", 0.4)
    with server_apart() as server:
        loop, answer = asyncio.get_running_loop(), stac("one", delay_s=0.1)

        async def stalling(exchange: Exchange) -> None:
            loop.call_soon_threadsafe(time.sleep, 1.5)
            await answer(exchange)

        async with outside(tmp_path, source("one", server.add("one", stalling))) as world:
            (probed,) = await world.probe(only=["one"])
    assert probed.state == "ok"


async def test_without_a_network_nobody_is_waited_for(tmp_path: Path) -> None:
    far = [source(f"far{n}", f"https://stac{n}.example.com/v1") for n in range(40)]
    with full_house() as port:
        firewalled = Reachability(
            online=None,
            addresses=[("127.0.0.1", port)],
            guard=Guard(registered=[("127.0.0.1", port)]),
            memory=Memory(),
            now=Clock(),
        )
        transport, started = Transport(), time.perf_counter()
        probes = await probe(far, transport=transport, credentials=Credentials(), reachability=firewalled)
        taken = time.perf_counter() - started
        await transport.aclose()
    assert {found.state for found in probes} == {"offline"}
    assert taken < 1.0


async def test_a_realm_that_grants_nothing_is_not_waited_for(server: FaultServer, tmp_path: Path) -> None:
    near = source(
        "near",
        server.add("near", fixed(b"{}")),
        auth={"search": "oidc"},
        options={"oidc": _REALM | {"issuer": server.add("realm", silent)}},
    )
    transport, clock = Transport(guard=Guard(registered=[("127.0.0.1", server.port)])), Clock()
    environ = {"NEAR_USER": "u", "NEAR_PASSWORD": "p"}
    credentials = wired(transport, environ=environ, netrc=None, config_dir=tmp_path, now=clock)
    here = Reachability(online=True, addresses=[], guard=Guard(), memory=Memory(), now=clock)
    started = time.perf_counter()
    (found,) = await probe([near], transport=transport, credentials=credentials, reachability=here)
    await transport.aclose()
    assert (found.state, "did not answer in time" in found.detail) == ("failed", True)
    assert time.perf_counter() - started < 3.0 and server.asked("realm") == 1


async def test_a_source_that_was_reached_carries_the_date(server: FaultServer, tmp_path: Path) -> None:
    near = source("near", server.add("near", fixed(b"{}")))
    async with outside(tmp_path, near, now=Clock(1_790_000_000)) as world:
        await world.probe(only=["near"])
        (verified,) = [s.verified for s in world.listing() if s.id == "near"]
    assert verified == "2026-09-21"


async def test_missing_credentials_for_downloads_are_told_with_the_command(server: FaultServer, tmp_path: Path) -> None:
    near = source("near", server.add("near", fixed(b"{}")), auth={"download": "bearer:NEAR_TOKEN"})
    async with outside(tmp_path, near) as world:
        (without,) = await world.probe(only=["near"])
    async with outside(tmp_path, near, environ={"NEAR_TOKEN": "t"}) as world:
        (given,) = await world.probe(only=["near"])
    assert "export NEAR_TOKEN=" in without.advice
    assert given.advice == ""


async def test_the_index_is_asked_for_a_count_alone(server: FaultServer, tmp_path: Path) -> None:
    limits = Limits(budget_s=2.0)
    index = source("index", server.add("index", fixed(b"{}")), kind="esgf-solr", family="esgf", limits=limits)
    async with outside(tmp_path, index) as world:
        await world.probe(only=["index"])
    assert server.last("index").query["limit"] == "0"
