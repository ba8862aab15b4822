"""Jobs at the real pygeoapi, which knows no keys: lost answers, kills at random points, callbacks."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import uvicorn
from starlette.applications import Starlette

from conductor import Conductor
from conductor.interfaces.web.server import create_app
from conductor.settings import from_environment
from connectors.base import Request
from connectors.compute.callbacks import Callbacks
from connectors.compute.calls import Calls
from connectors.compute.following import Pace
from connectors.compute.ogcapi import CLOCKS_S
from connectors.compute.runner import Runner
from connectors.errors import Unavailable
from connectors.guard import Guard
from connectors.offers import Source
from connectors.operations import Process
from connectors.registry import connect
from connectors.source_files import address
from connectors.transport import Reply, Transport
from tests.connectors.compute.asker import runner as asking
from tests.connectors.compute.test_killed import SEED, Ground, kill_and_ask_again
from tests.connectors.embedded.serving import free_port
from tests.servers.registration import add

pytestmark = pytest.mark.servers


class Jobs:
    """How many jobs of echo the server has more than when it was asked last."""

    def __init__(self, url: str) -> None:
        """Wait until jobs of the tests before are too old to be taken for one whose answer is lost now."""
        time.sleep(CLOCKS_S + 1.0)  # pygeoapi tells whole seconds
        self._url, self._before = url, 0
        self()

    def __call__(self, n: int = 0) -> int:
        listed = _all(self._url)
        new, self._before = len(listed) - self._before, len(listed)
        return new


def _all(url: str) -> list[Any]:
    found: list[Any] = []
    while True:
        with urlopen(f"{url}/jobs?f=json&limit=100&offset={len(found)}", timeout=30) as reply:
            page = json.load(reply)["jobs"]
        found += page
        if len(page) < 100:
            return found


class Losing:
    """The transport, which loses the answers to so many requests that begin a job."""

    def __init__(self, transport: Transport, *, times: int = 1) -> None:
        self._transport, self._left = transport, times

    async def __call__(self, request: Request) -> Reply:
        reply = await self._transport.send(request, budget_s=20.0)
        if request.method == "POST" and self._left:
            self._left -= 1
            raise Unavailable("the line broke", kind="reset")
        return reply


@pytest.fixture
async def transport(pygeoapi_url: str) -> AsyncIterator[Transport]:
    opened = Transport(guard=Guard(registered=[address(pygeoapi_url)]))
    yield opened
    await opened.aclose()


async def test_a_lost_answer_is_found_in_its_list_of_jobs(
    pygeoapi_url: str, transport: Transport, tmp_path: Path
) -> None:
    jobs, plain = Jobs(pygeoapi_url), asking(pygeoapi_url, tmp_path / "jobs.sqlite", transport)
    server: Any = replace(plain.server, send=Losing(transport))  # type: ignore[type-var]
    runner: Runner = replace(plain, server=server)
    done = await runner.execute(
        Process(process_id="echo", inputs={"echoInput": "lost", "pause": 0.5}), source="pygeoapi"
    )
    assert dict(done.outputs) == {"echoOutput": "lost"}
    assert [caveat.code for caveat in done.caveats] == ["recovered_job"]
    assert jobs() == 1


def _ground(url: str) -> Ground:
    return Ground(
        url=url,
        process="echo",
        inputs=lambda n: {"echoInput": f"{time.monotonic_ns()}-{n}", "pause": 0.5},
        executions=Jobs(url),
    )


def test_killed_at_a_few_points(pygeoapi_url: str, tmp_path: Path) -> None:
    kill_and_ask_again(_ground(pygeoapi_url), tmp_path, points=3, seed=SEED)


@pytest.mark.long
def test_killed_at_fifty_random_points(pygeoapi_url: str, tmp_path: Path) -> None:
    kill_and_ask_again(_ground(pygeoapi_url), tmp_path, points=50, seed=SEED + 2)


@contextlib.asynccontextmanager
async def heard_at(page: Starlette) -> AsyncIterator[str]:
    """An application on a port of this loop, as `conductor serve` has it."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(page, host="127.0.0.1", port=port, log_level="error", lifespan="off"))
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    await task


async def called_back(url: str, folder: Path, process: Process) -> Any:
    """The outcome of a job that is looked at only where pygeoapi calls; its page is the one of `conductor serve`."""
    registered, callbacks = add(url, folder / "config"), Callbacks()
    page = create_app(Conductor.from_settings(from_environment({})), callbacks=callbacks.app())
    async with heard_at(page) as place, asyncio.timeout(20):
        outside = connect(
            holdings_dir=folder, data_dir=folder / "data", cache_dir=folder / "cache", sources_file=registered.sources_file,
            online=False, now=time.time, calls=Calls(url=f"{place}/callbacks", callbacks=callbacks),
        )  # fmt: skip
        try:
            runner = outside.processing(registered.id)
            assert isinstance(runner, Runner) and runner.callbacks is callbacks
            patient = replace(runner, pace=Pace(first_s=60.0, longest_s=60.0), mode="async")
            return await patient.execute(process, source=registered.id)
        finally:
            await outside.aclose()


async def test_it_calls_the_page_that_is_served_and_the_wait_ends(pygeoapi_url: str, tmp_path: Path) -> None:
    echo = Process(process_id="echo", inputs={"echoInput": "called", "pause": 1.0})
    began = time.monotonic()
    done = await called_back(pygeoapi_url, tmp_path, echo)
    assert dict(done.outputs) == {"echoOutput": "called"}
    assert time.monotonic() - began < 20


async def test_a_server_elsewhere_is_not_told_of_an_address_of_this_machine(pygeoapi_url: str) -> None:
    calls = Calls(url="http://127.0.0.1:8000/callbacks", callbacks=Callbacks())
    there = Source(id="there", title="", kind="ogcapi-processes", family="compute", url="https://there.org/api")
    assert not calls.may_come_from(there)
    assert calls.may_come_from(replace(there, url=pygeoapi_url))
    assert not calls.may_come_from(replace(there, url=pygeoapi_url, kind="wps-1"))
    assert replace(calls, url="https://us.org/callbacks").may_come_from(there)
