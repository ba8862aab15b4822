"""Our OGC API – Processes connector against the real pygeoapi."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from connectors.base import Request
from connectors.compute.direct import Direct
from connectors.compute.ogcapi import OGCProcesses
from connectors.compute.ogcapi_listing import describe, processes
from connectors.errors import Refused, Unavailable
from connectors.guard import Guard
from connectors.items import Processed
from connectors.operations import Process
from connectors.source_files import address
from connectors.transport import Reply, Transport
from tests.servers.registration import Registered, add, world

pytestmark = pytest.mark.servers

HELLO = Process(process_id="hello-world", inputs={"name": "Ada"})


class Line:
    """The transport, with the method and path of every request that went through it."""

    def __init__(self, url: str) -> None:
        self._transport = Transport(guard=Guard(registered=[address(url)]))
        self._url = url
        self.sent: list[str] = []

    async def __call__(self, request: Request) -> Reply:
        self.sent.append(f"{request.method} {request.url.removeprefix(self._url)}")
        return await self._transport.send(request, budget_s=20.0)

    async def aclose(self) -> None:
        await self._transport.aclose()


@pytest.fixture(scope="module")
def registered(pygeoapi_url: str, tmp_path_factory: pytest.TempPathFactory) -> Registered:
    return add(pygeoapi_url, tmp_path_factory.mktemp("config"))


@pytest.fixture
async def line(pygeoapi_url: str) -> AsyncIterator[Line]:
    opened = Line(pygeoapi_url)
    yield opened
    await opened.aclose()


def test_its_protocol_is_found_out(registered: Registered, pygeoapi_url: str) -> None:
    assert registered.said == f"{registered.id} registered: ogcapi-processes (compute) at {pygeoapi_url}"


async def test_its_processes_are_listed(pygeoapi_url: str, line: Line) -> None:
    found = {p.id: p for p in await processes(pygeoapi_url, send=line)}

    assert sorted(found) == ["echo", "hello-world"]
    assert found["hello-world"].title == "Hello World"
    assert set(found["hello-world"].modes) >= {"sync-execute", "async-execute"}


async def test_a_process_is_described(pygeoapi_url: str, line: Line) -> None:
    described = await describe(pygeoapi_url, "hello-world", send=line)

    assert described.required == ("name",)
    assert described.inputs["name"]["schema"] == {"type": "string"}
    assert list(described.outputs) == ["echo"]


async def test_an_unknown_process_is_not_described(pygeoapi_url: str, line: Line) -> None:
    with pytest.raises(Refused, match="Identifier not found"):
        await describe(pygeoapi_url, "nothing", send=line)


async def test_a_registered_server_runs_a_process_at_once(registered: Registered, tmp_path: Path) -> None:
    async with world(registered, folder=tmp_path) as outside:
        done = await outside.execute(HELLO, source=registered.id)

    assert isinstance(done, Processed)
    assert dict(done.outputs) == {"echo": "Hello Ada!"}


async def test_a_missing_input_is_refused_in_the_servers_words(registered: Registered, tmp_path: Path) -> None:
    async with world(registered, folder=tmp_path) as outside:
        with pytest.raises(Refused, match="Cannot process without a name") as refused:
            await outside.execute(Process(process_id="hello-world"), source=registered.id)

    assert (refused.value.source, refused.value.kind) == (registered.id, "http_400")


async def test_an_unknown_process_is_refused(registered: Registered, tmp_path: Path) -> None:
    async with world(registered, folder=tmp_path) as outside:
        with pytest.raises(Refused, match=r"[Ii]dentifier not found"):
            await outside.execute(Process(process_id="nothing"), source=registered.id)


async def test_a_job_is_looked_at_until_it_ends(pygeoapi_url: str, line: Line) -> None:
    server = Direct(server=OGCProcesses(url=pygeoapi_url, send=line), mode="async")

    done = await server.execute(Process(process_id="echo", inputs={"echoInput": "Test", "pause": 1.5}), source="real")

    assert dict(done.outputs) == {"echoOutput": "Test"}
    looks = [sent for sent in line.sent if sent.startswith("GET /jobs/") and not sent.endswith("/results")]
    assert len(looks) >= 3
    assert (line.sent[0], line.sent[-1]) == ("POST /processes/echo/execution", f"{looks[0]}/results")


async def test_a_job_that_fails_says_why(pygeoapi_url: str, line: Line) -> None:
    server = Direct(server=OGCProcesses(url=pygeoapi_url, send=line), mode="async")

    with pytest.raises(Refused, match="Cannot process without a name"):
        await server.execute(Process(process_id="hello-world"), source="real")


async def test_a_job_that_takes_too_long_is_dismissed(pygeoapi_url: str, line: Line) -> None:
    server = Direct(server=OGCProcesses(url=pygeoapi_url, send=line), mode="async", patience_s=0.4)

    with pytest.raises(Unavailable, match="it was dismissed"):
        await server.execute(Process(process_id="echo", inputs={"echoInput": "Test", "pause": 4.5}), source="real")

    await _is_forgotten(line, pygeoapi_url)


async def test_a_job_is_dismissed_when_the_asker_leaves(pygeoapi_url: str, line: Line) -> None:
    server = Direct(server=OGCProcesses(url=pygeoapi_url, send=line), mode="async")
    running = asyncio.create_task(
        server.execute(Process(process_id="echo", inputs={"echoInput": "42", "pause": 4.5}), source="real")
    )
    while not any(sent.startswith("GET /jobs/") for sent in line.sent):
        await asyncio.sleep(0.05)

    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running

    await _is_forgotten(line, pygeoapi_url)


async def _is_forgotten(line: Line, url: str) -> None:
    """The last request dismissed the job, and the server knows it no more."""
    method, path = line.sent[-1].split()
    assert method == "DELETE"
    assert (await line(Request(method="GET", url=url + path, headers={"Accept": "application/json"}))).status == 404
