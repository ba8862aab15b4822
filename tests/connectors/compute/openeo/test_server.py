"""An openEO back end driven by the runner: at once, in batch, lost on the way, failed, cancelled."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.following import Pace
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.openeo.server import OpenEO
from connectors.compute.runner import Runner
from connectors.engine.memory import Memory
from connectors.errors import AuthMissing, Refused, Unavailable
from connectors.items import Cube, Processed
from connectors.operations import Process
from connectors.transport import Reply, Transport
from tests.connectors.compute.openeo.back_end import TOKEN, BackEnd

GRAPH = {"add1": {"process_id": "add", "arguments": {"x": 1}, "result": True}}
WHOLE = Process(process_id="process_graph", inputs={"process_graph": GRAPH})


class Line:
    """The way to a back end in this process, with the token; an answer may be lost."""

    def __init__(self, back_end: BackEnd, *, token: str = TOKEN) -> None:
        self._transport = Transport(apps={"openeo.embedded": back_end.app})
        self._token = token
        self.loses: str = ""
        self.sent: list[Request] = []

    async def __call__(self, request: Request) -> Reply:
        self.sent.append(request)
        headers = {**request.headers, "Authorization": f"Bearer {self._token}"}
        reply = await self._transport.send(replace(request, headers=headers), budget_s=5.0)
        if self.loses and request.method == "POST" and request.url.endswith(self.loses):
            self.loses = ""
            raise Unavailable("the line broke", kind="reset")
        return reply

    async def aclose(self) -> None:
        await self._transport.aclose()


@pytest.fixture
def back_end() -> BackEnd:
    return BackEnd()


@pytest.fixture
async def line(back_end: BackEnd) -> AsyncIterator[Line]:
    opened = Line(back_end)
    yield opened
    await opened.aclose()


@pytest.fixture
def runner(line: Line, tmp_path: Path) -> Runner:
    return made(line, tmp_path)


def made(line: Line, folder: Path, **options: Any) -> Runner:
    server = OpenEO(url="http://openeo.embedded", send=line, keep=lambda body, media: f"{media}:{len(body)}")
    settings: dict[str, Any] = {"pace": Pace(first_s=0.01, longest_s=0.02), "settle_s": 0.1} | options
    return Runner(
        server=server,
        table=JobTable(folder / "jobs.sqlite", now=time.time),
        offered=Offered(server=server, address="openeo", memory=Memory(None), now=time.time),
        now=time.time,
        **settings,
    )


async def run(runner: Runner, process: Process = WHOLE) -> Processed:
    return await runner.execute(process, source="back-end")


async def test_the_newest_production_version_is_spoken(runner: Runner) -> None:
    assert isinstance(runner.server, OpenEO)
    assert await runner.server.base() == "http://openeo.embedded/openeo/1.2"
    assert (await runner.server.capabilities()).modes == ("sync-execute", "async-execute", "dismiss")


async def test_processes_and_collections_are_listed(runner: Runner) -> None:
    assert isinstance(runner.server, OpenEO)
    assert [p.id for p in await runner.server.processes()] == ["process_graph", "add", "fail", "ndvi"]
    described = await runner.server.describe("add")
    assert described.required == ("x",)
    (collection,) = await runner.server.collections()
    assert (collection.id, collection.bands, collection.interval.start) == ("S2", ("B04", "B08"), "2015-07-04")
    with pytest.raises(Refused, match="no process 'nothing'"):
        await runner.server.describe("nothing")


async def test_a_batch_job_is_made_started_and_read(runner: Runner, back_end: BackEnd) -> None:
    done = await run(runner)
    assert list(done.outputs) == ["openEO.nc"]
    output = done.outputs["openEO.nc"]
    assert isinstance(output, Cube)
    assert (output.hrefs[0], output.type) == (
        "http://openeo.embedded/openeo/1.2/jobs/b-1/files/openEO.nc",
        "application/netcdf",
    )
    (job,) = back_end.jobs.values()
    assert job["description"] == f"key {runner.table.entries()[0].key}"


async def test_a_number_comes_back_at_once(line: Line, tmp_path: Path) -> None:
    done = await run(made(line, tmp_path, mode="sync"), Process(process_id="add", inputs={"x": 1, "y": 2}))
    assert done.outputs == {"output": 3}


async def test_bytes_that_come_back_at_once_are_put_away(line: Line, tmp_path: Path) -> None:
    done = await run(made(line, tmp_path, mode="sync"), Process(process_id="ndvi"))
    assert done.outputs == {"output": Cube(hrefs=("application/x-netcdf:9",), type="application/x-netcdf")}


@pytest.mark.parametrize("lost", ["/jobs", "/results"])
async def test_a_lost_answer_leads_to_no_second_job(lost: str, runner: Runner, line: Line, back_end: BackEnd) -> None:
    line.loses = lost
    done = await run(runner)
    assert (len(back_end.jobs), dict(back_end.executions)) == (1, {"1": 1})
    assert done.caveats == ()


async def test_a_job_that_was_made_and_not_started_is_found_on_a_later_page(line: Line, tmp_path: Path) -> None:
    back_end = BackEnd(page=1)
    line = Line(back_end)
    for n in (1, 2):
        await run(made(line, tmp_path, mode="async"), Process(process_id="add", inputs={"x": 10 + n}))
    line.loses = "/jobs"
    await run(made(line, tmp_path, mode="async"))
    assert back_end.executions["1"] == 1
    assert len(back_end.jobs) == 3


async def test_a_failed_job_says_why(runner: Runner) -> None:
    with pytest.raises(Refused, match="'fail' cannot be run here") as raised:
        await run(runner, Process(process_id="fail"))
    assert raised.value.kind == "http_424"


async def test_who_leaves_has_the_job_deleted(tmp_path: Path) -> None:
    back_end = BackEnd(work_s=30.0)
    task = asyncio.create_task(run(made(Line(back_end), tmp_path)))
    while not back_end.executions:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert back_end.jobs == {}


async def test_without_a_token_it_is_said(back_end: BackEnd, tmp_path: Path) -> None:
    with pytest.raises(AuthMissing, match="AuthenticationRequired"):
        await run(made(Line(back_end, token="wrong"), tmp_path))


async def test_a_whole_graph_is_looked_at_before_it_is_sent(runner: Runner, line: Line) -> None:
    broken = {"a": {"process_id": "add", "arguments": {"x": {"from_node": "b"}}, "result": True}}
    with pytest.raises(Refused, match="'b', which is not in it"):
        await run(runner, Process(process_id="process_graph", inputs={"process_graph": broken}))
    assert not [request for request in line.sent if request.method == "POST"]
