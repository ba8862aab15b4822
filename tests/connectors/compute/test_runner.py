"""The runner against a server of jobs: what is lost on the way, what is resumed, what is dismissed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Progress, Request, listening
from connectors.compute.callbacks import Callbacks
from connectors.compute.following import Pace
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.ogcapi import OGCProcesses
from connectors.compute.runner import Runner
from connectors.engine.memory import Memory
from connectors.errors import Refused, Unavailable, Unsupported
from connectors.items import Cube, Processed
from connectors.operations import Process, Search
from connectors.transport import Reply, Transport
from tests.connectors.compute.job_server import JobServer

DOUBLE = Process(process_id="double", inputs={"n": 21})


class Line:
    """The way to a server in this process; `faults` are asked before and after each request and may raise."""

    def __init__(self, server: JobServer) -> None:
        self._transport = Transport(apps={"jobs.embedded": server.app})
        self.sent: list[Request] = []
        self.before: Callable[[Request], None] = lambda request: None
        self.after: Callable[[Request], None] = lambda request: None

    async def __call__(self, request: Request) -> Reply:
        self.sent.append(request)
        self.before(request)
        reply = await self._transport.send(request, budget_s=10.0)
        self.after(request)
        return reply

    async def aclose(self) -> None:
        await self._transport.aclose()


class Once:
    """A fault that happens so many times to requests of a method."""

    def __init__(self, method: str, *, kind: str = "reset", times: int = 1) -> None:
        self._method, self._kind, self._left = method, kind, times

    def __call__(self, request: Request) -> None:
        if request.method == self._method and self._left:
            self._left -= 1
            raise Unavailable("the line broke", kind=self._kind)


@pytest.fixture
def server() -> JobServer:
    return JobServer(work_s=0.06)


@pytest.fixture
async def line(server: JobServer) -> AsyncIterator[Line]:
    opened = Line(server)
    yield opened
    await opened.aclose()


@pytest.fixture
def runner(line: Line, tmp_path: Path) -> Runner:
    return made(line, tmp_path)


def made(line: Line, folder: Path, **options: Any) -> Runner:
    server = OGCProcesses(url="http://jobs.embedded", send=line)
    settings: dict[str, Any] = {"pace": Pace(first_s=0.01, longest_s=0.03), "settle_s": 0.1} | options
    return Runner(
        server=server,
        table=JobTable(folder / "jobs.sqlite", now=time.time),
        offered=Offered(server=server, address="jobs", memory=Memory(None), now=time.time),
        now=time.time,
        **settings,
    )


async def run(runner: Runner, process: Process = DOUBLE) -> Processed:
    return await runner.execute(process, source="there")


async def test_a_job_is_driven_to_its_end_and_remembered(runner: Runner, server: JobServer) -> None:
    assert (await run(runner)).outputs == {"double": 42}
    assert (await run(runner)).outputs == {"double": 42}
    assert server.executions == {"21": 1}
    (entry,) = runner.table.entries()
    assert (entry.stage, entry.mode, entry.job and entry.job.href) == (
        "successful",
        "async",
        "http://jobs.embedded/jobs/j1",
    )


async def test_an_old_result_does_not_answer(runner: Runner, server: JobServer) -> None:
    await run(runner)
    await run(replace(runner, fresh_s=0.0))
    assert server.executions == {"21": 2}


async def test_a_lost_answer_is_looked_up_and_not_sent_again(runner: Runner, line: Line, server: JobServer) -> None:
    line.after = Once("POST")
    done = await run(runner)
    assert done.outputs == {"double": 42}
    assert (server.posts, server.executions) == (1, {"21": 1})
    assert [caveat.code for caveat in done.caveats] == ["recovered_job"]


async def test_a_request_that_never_arrived_is_sent_again(runner: Runner, line: Line, server: JobServer) -> None:
    line.before = Once("POST")
    done = await run(runner)
    assert (server.posts, server.executions) == (1, {"21": 1})
    assert done.caveats == ()


async def test_a_refused_connection_is_not_looked_up(runner: Runner, line: Line) -> None:
    line.before = Once("POST", kind="connect")
    await run(runner)
    assert not any("processID=" in request.url for request in line.sent)


async def test_a_server_that_stays_away_leaves_the_job_open(runner: Runner, line: Line, server: JobServer) -> None:
    line.before = Once("POST", kind="connect", times=9)
    with pytest.raises(Unavailable, match="the line broke") as raised:
        await run(runner)
    assert raised.value.source == "there"
    assert [entry.stage for entry in runner.table.entries(open_only=True)] == ["stored"]
    line.before = lambda request: None
    (entry,) = runner.table.entries(open_only=True)
    assert (await runner.resume(entry)).outputs == {"double": 42}
    assert server.executions == {"21": 1}


async def test_a_job_is_resumed_by_a_later_process(
    runner: Runner, line: Line, server: JobServer, tmp_path: Path
) -> None:
    line.before = Once("GET", times=5)  # the description, and every look
    with pytest.raises(Unavailable):
        await run(runner)
    later = made(line, tmp_path)
    line.before = lambda request: None
    assert (await run(later)).outputs == {"double": 42}
    assert server.executions == {"21": 1}


async def test_a_job_that_its_server_forgot_is_begun_anew(runner: Runner, line: Line, server: JobServer) -> None:
    line.before = Once("GET", times=5)
    with pytest.raises(Unavailable):
        await run(runner)
    server.forget()
    line.before = lambda request: None
    assert (await run(runner)).outputs == {"double": 42}
    assert server.posts == 2
    assert [entry.stage for entry in runner.table.entries()] == ["successful", "failed"]


async def test_who_leaves_has_the_job_dismissed(line: Line, tmp_path: Path) -> None:
    server = JobServer(work_s=30.0)
    runner = made(Line(server), tmp_path)
    task = asyncio.create_task(run(runner))
    while not server.states:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert server.states == ["dismissed"]
    assert [entry.stage for entry in runner.table.entries()] == ["dismissed"]


async def test_who_leaves_while_it_is_sent_has_it_dismissed_too(tmp_path: Path) -> None:
    server = JobServer(work_s=30.0, delay_s=0.4)
    runner = made(Line(server), tmp_path, mode="async")
    task = asyncio.create_task(run(runner))
    while not server.posts:
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert server.states == ["dismissed"]


async def test_a_job_that_never_ends_is_dismissed(tmp_path: Path) -> None:
    server = JobServer(work_s=30.0)
    with pytest.raises(Unavailable, match="it was dismissed") as raised:
        await run(made(Line(server), tmp_path, patience_s=0.2))
    assert (raised.value.kind, server.states) == ("job_late", ["dismissed"])


async def test_an_open_job_is_cancelled_from_another_process(runner: Runner, line: Line, tmp_path: Path) -> None:
    server = JobServer(work_s=30.0)
    follower = asyncio.create_task(run(made(Line(server), tmp_path, mode="async")))
    while not server.states:
        await asyncio.sleep(0.01)
    other = made(Line(server), tmp_path)
    while (entry := other.table.entries()[0]).job is None:
        await asyncio.sleep(0.01)
    # the line of the follower and this one lead to the same server
    assert (await other.cancel(entry)).stage == "dismissed"
    with pytest.raises(Refused, match="dismissed at the server"):
        await follower


async def test_a_failed_job_says_why_and_is_tried_again_when_asked_again(runner: Runner, server: JobServer) -> None:
    wrong = Process(process_id="double", inputs={"n": "x"})
    for _ in range(2):
        with pytest.raises(Refused, match="n is not a number"):
            await run(runner, wrong)
    assert server.posts == 2


async def test_progress_is_told_and_logged(runner: Runner) -> None:
    heard: list[Progress] = []
    with listening(heard.append):
        await run(runner)
    assert {progress.percent for progress in heard} >= {25.0, 100.0}
    (entry,) = runner.table.entries()
    assert [look.stage for look in runner.table.looks(entry.key)][-1] == "successful"
    assert "at 25 %" in {look.message for look in runner.table.looks(entry.key)}


@pytest.mark.parametrize(
    ("modes", "prefer"),
    [
        (["sync-execute"], None),
        (["async-execute"], "respond-async"),
        (["sync-execute", "async-execute"], "respond-async"),
    ],
)
async def test_the_description_says_how_it_is_run(modes: list[str], prefer: str | None, tmp_path: Path) -> None:
    line = Line(JobServer(modes=modes))
    await run(made(line, tmp_path))
    (post,) = (request for request in line.sent if request.method == "POST")
    assert post.headers.get("Prefer") == prefer


async def test_what_is_usually_short_is_run_at_once(runner: Runner, line: Line) -> None:
    await run(runner)
    await run(runner, Process(process_id="double", inputs={"n": 4}))
    posts = [request.headers.get("Prefer") for request in line.sent if request.method == "POST"]
    assert posts == ["respond-async", None]


async def test_two_of_one_process_are_told_apart_when_both_answers_are_lost(
    runner: Runner, line: Line, server: JobServer
) -> None:
    line.after = Once("POST", times=2)
    done = await asyncio.gather(*(run(runner, Process(process_id="double", inputs={"n": n})) for n in (1, 2)))
    assert [d.outputs for d in done] == [{"double": 2}, {"double": 4}]
    assert server.executions == {"1": 1, "2": 1}


async def test_a_call_of_the_server_ends_the_wait(tmp_path: Path) -> None:
    server, callbacks = JobServer(), Callbacks()
    runner = made(Line(server), tmp_path, pace=Pace(first_s=30.0), callbacks=callbacks, mode="async")
    task = asyncio.create_task(run(runner))
    while not (entries := runner.table.entries()) or entries[0].job is None:
        await asyncio.sleep(0.01)
    inbox = Transport(apps={"us.embedded": callbacks.app})
    called = await inbox.send(Request(method="POST", url=f"http://us.embedded/{entries[0].key}", json={}))
    assert called.status == 204
    assert (await asyncio.wait_for(task, 5.0)).outputs == {"double": 42}
    assert (await inbox.send(Request(method="POST", url="http://us.embedded/nobody", json={}))).status == 404
    await inbox.aclose()


async def test_other_operations_are_unsupported(runner: Runner) -> None:
    with pytest.raises(Unsupported, match="not a search"):
        await runner.execute(Search(family="esgf"), source="there")


async def test_results_that_the_server_holds_no_longer_are_made_again(runner: Runner, server: JobServer) -> None:
    entry = runner.table.begin("there", DOUBLE, mode="async", fresh_s=3600.0)
    lost = Processed(outputs={"cube": Cube(hrefs=("http://jobs.embedded/jobs/gone",))})
    runner.table.ended(entry.key, "successful", results=lost)
    assert (await run(runner)).outputs == {"double": 42}
    assert server.executions == {"21": 1}
