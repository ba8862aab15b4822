"""What a server offers, remembered: asked once a day, and not at all while it is away."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from connectors.base import Request
from connectors.compute.offered import FRESH_S, Offered
from connectors.compute.ogcapi import OGCProcesses
from connectors.engine.memory import Memory
from connectors.errors import Unavailable
from connectors.transport import Reply

MANY = 585  # as many as the largest known server has


@dataclass
class Server:
    """A server of many processes that may be away; how often it was asked is kept."""

    asked: list[str] = field(default_factory=list)
    is_away: bool = False

    async def __call__(self, request: Request) -> Reply:
        self.asked.append(request.url)
        if self.is_away:
            raise Unavailable("away", kind="connect")
        inputs = {
            f"input{n}": {"title": f"Input {n}", "schema": {"type": "number"}, "minOccurs": n % 2} for n in range(12)
        }
        entry = {
            "version": "1",
            "description": "Words. " * 30,
            "jobControlOptions": ["async-execute"],
            "inputs": inputs,
        }
        listed = {"processes": [entry | {"id": f"p{n}", "title": f"Process {n}"} for n in range(MANY)]}
        body = json.dumps(listed if request.url.endswith("/processes") else entry | {"id": "p1"}).encode()
        return Reply(status=200, headers={"content-type": "application/json"}, body=body, url=request.url)


class Clock:
    def __init__(self) -> None:
        self.now = 1e9

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def offered(server: Server, clock: Clock, tmp_path: Path) -> Offered:
    return Offered(
        server=OGCProcesses(url="http://h", send=server), address="h", memory=Memory(tmp_path / "m.sqlite"), now=clock
    )


async def test_a_long_list_is_read_quickly_and_asked_for_once(offered: Offered, server: Server) -> None:
    began = time.perf_counter()
    first = await offered.processes()
    assert time.perf_counter() - began < 3.0  # a hang, not a pace: the benchmark has that
    assert len(first) == MANY
    assert await offered.processes() == first
    assert await offered.describe("p1") == await offered.describe("p1")
    assert len(server.asked) == 2


async def test_another_process_knows_it(offered: Offered, server: Server, clock: Clock, tmp_path: Path) -> None:
    first = await offered.describe("p1")
    offered.memory.close()
    later = Offered(server=offered.server, address="h", memory=Memory(tmp_path / "m.sqlite"), now=clock)
    assert await later.describe("p1") == first
    assert len(server.asked) == 1


async def test_it_is_asked_for_again_after_a_day(offered: Offered, server: Server, clock: Clock) -> None:
    await offered.processes()
    clock.now += FRESH_S + 1
    await offered.processes()
    assert len(server.asked) == 2


async def test_an_old_list_is_better_than_none(offered: Offered, server: Server, clock: Clock) -> None:
    await offered.processes()
    clock.now += FRESH_S + 1
    server.is_away = True
    assert len(await offered.processes()) == MANY
    with pytest.raises(Unavailable):
        await offered.describe("p2")
