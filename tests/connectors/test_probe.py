"""Probes: what each source says, and what a person may do about it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from connectors.offers import Limits
from tests.connectors.fault_server import (
    Behaviour,
    FaultServer,
    closed_port,
    fault_server,
    fixed,
    redirect,
    status,
)
from tests.connectors.outside_world import Clock, outside, source


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
