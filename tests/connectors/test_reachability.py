"""Whether there is a network: found out once, remembered for a while, never needed for this machine's own servers."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from connectors.engine.memory import Memory
from connectors.errors import Unavailable
from connectors.guard import Guard
from connectors.reachability import Reachability
from tests.connectors.fault_server import FaultServer, closed_port, fault_server, server_apart
from tests.connectors.outside_world import Clock, source

FAR = source("far", "https://stac.example.com/v1")


def reachability(
    *addresses: tuple[str, int], online: bool | None = None, now: Clock | None = None, memory: Memory | None = None
) -> Reachability:
    guard = Guard(registered=addresses)
    return Reachability(online=online, addresses=addresses, guard=guard, memory=memory or Memory(), now=now or Clock())


async def test_one_host_that_accepts_is_a_network() -> None:
    async with fault_server() as server:
        known = reachability(("127.0.0.1", closed_port()), ("127.0.0.1", server.port))
        await known.check(FAR)
        assert await known.is_online()


async def test_without_any_the_source_is_skipped_as_offline() -> None:
    with pytest.raises(Unavailable, match="no network") as caught:
        await reachability(("127.0.0.1", closed_port())).check(FAR)
    assert caught.value.kind == "offline"


async def test_silence_is_noticed_within_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(host: str, port: int) -> tuple[str, ...]:
        await asyncio.sleep(3600)
        return ()

    guard = Guard(resolve=never)
    known = Reachability(online=None, addresses=[("far.example", 443)], guard=guard, memory=Memory(), now=Clock())
    async with asyncio.timeout(1.0):
        assert not await known.is_online()


async def test_a_stall_of_ours_is_no_lack_of_a_network() -> None:
    async def slow(host: str, port: int) -> tuple[str, ...]:
        loop.call_soon(time.sleep, 2.0)
        await asyncio.sleep(0.1)
        return ("127.0.0.1",)

    loop = asyncio.get_running_loop()
    with server_apart() as server:
        guard = Guard(registered=[("far.example", server.port)], resolve=slow)
        at = [("far.example", server.port)]
        known = Reachability(online=None, addresses=at, guard=guard, memory=Memory(), now=Clock())
        assert await known.is_online()


@pytest.mark.parametrize("online", [True, False])
async def test_the_users_word_is_taken_without_looking(online: bool) -> None:
    assert await reachability(online=online).is_online() is online


async def test_being_switched_off_is_said_as_such() -> None:
    with pytest.raises(Unavailable, match="switched off"):
        await reachability(online=False).check(FAR)


async def test_a_server_on_this_machine_needs_no_network() -> None:
    await reachability(online=False).check(source("own", "http://127.0.0.1:8000/"))


async def test_being_offline_is_remembered_for_a_minute_and_by_the_next_process(tmp_path: Path) -> None:
    clock, memory = Clock(), Memory(tmp_path / "engine.sqlite")
    assert not await reachability(("127.0.0.1", closed_port()), now=clock, memory=memory).is_online()
    memory.close()

    async with fault_server() as server:
        memory = Memory(tmp_path / "engine.sqlite")
        later = _next_process(server, clock, memory)
        assert not await later.is_online()
        clock.pass_by(61)
        assert await later.is_online()
        memory.close()


def _next_process(server: FaultServer, clock: Clock, memory: Memory) -> Reachability:
    return reachability(("127.0.0.1", server.port), now=clock, memory=memory)
