"""WPS 2.0 on what ZOO-Project answered, and on a loopback that speaks its documents from one state to the next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.remote import Job
from connectors.compute.runner import Runner
from connectors.compute.wps.server2 import WPS2
from connectors.engine.memory import Memory
from connectors.errors import BadReply, Refused
from connectors.items import Cube
from connectors.markup import local_name, read_xml
from connectors.offers import Source
from connectors.operations import Process
from connectors.transport import Reply
from tests.connectors.compute.wps.recorded import FIXTURES, Exchanges, asks, exchange, reply

pytestmark = pytest.mark.skipif(not FIXTURES.exists(), reason="the recorded exchanges are not here")
URL = "http://127.0.0.1:15055/cgi-bin/zoo"
BOX = Process(process_id="BoxPy", inputs={"name": "Ana", "level": "high"})
LONG = Process(process_id="LongPy", inputs={"seconds": 6})


def _source(**options: Any) -> Source:
    return Source(id="zoo", title="ZOO", kind="wps-2", family="compute", url=URL, options=options)


def _zoo(*answers: tuple[Callable[[Request], bool], Reply | Exception], **options: Any) -> tuple[WPS2, Exchanges]:
    def described(name: str) -> Callable[[Request], bool]:
        return lambda request: asks("DescribeProcess")(request) and request.params.get("identifier") == name

    send = Exchanges([*answers, (described("BoxPy"), reply("zoo", "06")), (described("LongPy"), reply("zoo", "05"))])
    return WPS2(url=URL, send=send, source=_source(**options), keep=lambda body, media: "/kept/file"), send


async def test_its_processes_are_listed() -> None:
    server, send = _zoo((asks("GetCapabilities"), reply("zoo", "01")))
    listed = await server.processes()
    assert {"HelloPy", "LongPy", "BoxPy"} <= {process.id for process in listed}
    assert next(p for p in listed if p.id == "LongPy").modes == ("sync-execute", "async-execute", "dismiss")
    assert send.asked[0].params["version"] == "2.0.0"


async def test_a_server_that_answers_in_1_0_is_told_as_such() -> None:
    server, _ = _zoo((asks("GetCapabilities"), reply("finch", "03")))
    with pytest.raises(BadReply, match="its kind is 'wps-1'"):
        await server.processes()


async def test_a_description_tells_choices_defaults_and_formats() -> None:
    server, _ = _zoo()
    told = await server.describe("BoxPy")
    assert told.inputs["level"]["schema"] == {"type": "string", "enum": ["low", "mid", "high"], "default": "low"}
    assert told.outputs["Feature"]["schema"]["mediaTypes"] == ["application/json", "application/geo+json"]
    assert told.outputs["Count"]["schema"]["type"] == "integer"
    assert told.required == ("name",)


async def test_a_sync_run_as_a_document() -> None:
    server, send = _zoo((asks("Execute"), reply("zoo", "14")))
    job = await server.submit(BOX, key="k", mode="sync")
    assert job.outcome is not None and job.outcome.outputs["Count"] == "1"
    sent, recorded = (read_xml(t.encode()) for t in (send.bodies()[0], exchange("zoo", "14")["request"]["body"]))
    assert [(e.get("id"), next(iter(e)).text) for e in sent.iter("{*}Input")] == [
        (e.get("id"), next(iter(e)).text) for e in recorded.iter("{*}Input")
    ]
    assert (sent.get("mode"), sent.get("response"), sent.tag) == ("sync", "document", recorded.tag)


async def test_bare_data_comes_as_it_is() -> None:
    server, _ = _zoo((asks("Execute"), reply("zoo", "13")))
    job = await server.submit(BOX, key="k", mode="sync")
    assert job.outcome is not None and "Feature" in job.outcome.outputs


async def test_outputs_by_reference() -> None:
    server, _ = _zoo((asks("Execute"), reply("zoo", "15")))
    job = await server.submit(BOX, key="k", mode="sync")
    assert job.outcome is not None
    feature = job.outcome.outputs["Feature"]
    assert isinstance(feature, Cube) and feature.type == "application/json" and feature.hrefs[0].endswith(".json")


@pytest.mark.parametrize("way", ["get", "post"])
async def test_a_job_from_its_beginning_to_its_results(way: str) -> None:
    numbers = {"get": ("21", "26"), "post": ("22", "27")}[way]
    server, send = _zoo(
        (asks("Execute"), reply("zoo", "20")), (asks("GetStatus"), reply("zoo", numbers[0])),
        (asks("GetResult"), reply("zoo", numbers[1])), jobs=way,
    )  # fmt: skip
    job = await server.submit(LONG, key="k", mode="async")
    assert (job.state, job.id, job.href) == ("waiting", "0e639a60-e772-11f1-bd15-02fc00000001", URL)
    seen = await server.status(job)
    assert (seen.state, seen.progress, seen.message) == ("waiting", 28.0, "Step 2 of 6")
    assert (await server.results(seen)).outputs == {"Result": "slept 6 s"}
    assert send.asked[-1].method == way.upper()


async def test_raw_results_of_a_job_are_freed_of_the_header_lines_in_them() -> None:
    server, _ = _zoo((asks("GetResult"), reply("zoo", "30")))
    done = await server.results(Job(href=URL, id="1", state="successful"))
    (output,) = done.outputs.values()
    assert "Content-Length" not in str(output) and "Ana" in str(output)


async def test_a_job_that_failed_gives_its_reason_with_its_results() -> None:
    server, _ = _zoo((asks("GetStatus"), reply("zoo", "34")), (asks("GetResult"), reply("zoo", "35")))
    job = await server.status(Job(href=URL, id="1"))
    assert job.state == "failed"
    with pytest.raises(Refused, match="tasmax is not in the file"):
        await server.results(job)


async def test_a_job_is_dismissed_by_post_and_is_gone_then() -> None:
    server, send = _zoo((asks("Dismiss"), reply("zoo", "42")), (asks("GetStatus"), reply("zoo", "39")))
    job = Job(href=URL, id="17e98248")
    await server.dismiss(job)
    assert local_name(read_xml(send.bodies()[0].encode())) == "Dismiss"
    with pytest.raises(Refused) as gone:
        await server.status(job)
    assert gone.value.kind == "http_404"


async def test_dismissing_what_is_gone_is_silent() -> None:
    server, _ = _zoo((asks("Dismiss"), reply("zoo", "46")))
    await server.dismiss(Job(href=URL, id="1"))


@pytest.mark.parametrize(("number", "said"), [("51", "MissingParameterValue"), ("53", "invalid literal"), ("58", ".+")])
async def test_what_the_server_turns_down_is_told_in_its_words(number: str, said: str) -> None:
    server, _ = _zoo((asks("Execute"), reply("zoo", number)))
    with pytest.raises(Refused, match=said):
        await server.submit(BOX, key="k", mode="sync")


class Loopback:
    """A server of one process that speaks ZOO's documents: accepted, twice running, then its end. Knows one job."""

    def __init__(self, *, failing: bool = False) -> None:
        self.begun, self.looks, self.dismissed = 0, 0, 0
        self._end = ("34", "35") if failing else ("25", "26")

    async def __call__(self, request: Request) -> Reply:
        await asyncio.sleep(0)
        answers: tuple[tuple[str, Callable[[], Reply]], ...] = (
            ("DescribeProcess", lambda: reply("zoo", "05")), ("Execute", self._execute), ("GetStatus", self._status),
            ("GetResult", lambda: reply("zoo", self._end[1])), ("Dismiss", self._dismiss),
        )  # fmt: skip
        for name, answer in answers:
            if asks(name)(request):
                return answer()
        return reply("zoo", "65")

    def _execute(self) -> Reply:
        self.begun += 1
        return reply("zoo", "20")

    def _status(self) -> Reply:
        self.looks += 1
        return reply("zoo", "39" if self.dismissed else ("21" if self.looks < 3 else self._end[0]))

    def _dismiss(self) -> Reply:
        self.dismissed += 1
        return reply("zoo", "38")


async def _runs(server: Loopback, folder: Path, sleep: Any) -> Any:
    memory, table = Memory(folder / "engine.sqlite"), JobTable(folder / "jobs.sqlite", now=lambda: 1000.0)
    spoken = WPS2(url=URL, send=server)
    offered = Offered(server=spoken, address=URL, memory=memory, now=lambda: 1000.0)
    runner = Runner(server=spoken, table=table, offered=offered, now=lambda: 1000.0, sleep=sleep, mode="async")
    try:
        return await runner.execute(LONG, source="zoo")
    finally:
        table.close()
        memory.close()


async def _no_sleep(seconds: float) -> None:
    return None


async def test_the_runner_follows_a_job_to_its_results(tmp_path: Path) -> None:
    server = Loopback()
    done = await _runs(server, tmp_path, _no_sleep)
    assert done.outputs == {"Result": "slept 6 s"}
    assert (server.begun, server.looks, server.dismissed) == (1, 3, 0)


async def test_the_runner_tells_why_a_job_failed(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="tasmax is not in the file"):
        await _runs(Loopback(failing=True), tmp_path, _no_sleep)


async def test_who_stops_waiting_has_the_job_dismissed(tmp_path: Path) -> None:
    server = Loopback()

    async def for_ever(seconds: float) -> None:
        await asyncio.Event().wait()

    task = asyncio.ensure_future(_runs(server, tmp_path, for_ever))
    while not server.begun:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert server.dismissed == 1
