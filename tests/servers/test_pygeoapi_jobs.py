"""Jobs at the real pygeoapi, which knows no keys: lost answers, kills at random points, callbacks."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from connectors.base import Request
from connectors.compute.runner import Runner
from connectors.errors import Unavailable
from connectors.guard import Guard
from connectors.operations import Process
from connectors.source_files import address
from connectors.transport import Reply, Transport
from tests.connectors.compute.asker import runner as asking
from tests.connectors.compute.test_killed import SEED, Ground, kill_and_ask_again

pytestmark = pytest.mark.servers


class Jobs:
    """How many jobs of echo the server has more than when it was asked last."""

    def __init__(self, url: str) -> None:
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
