"""The OGC API – Processes executor against recorded servers and a server that misbehaves on cue."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.direct import Direct
from connectors.compute.ogcapi import OGCProcesses
from connectors.compute.remote import LostAnswer
from connectors.errors import BadReply, Refused, Unavailable, Unsupported
from connectors.items import Cube
from connectors.operations import Process, Search
from connectors.transport import Reply
from tests.connectors.compute.test_ogcapi_documents import PYGEOAPI, WEAVER, needs_shared, recorded


class Script:
    """Replies in order, whatever is asked; what was asked is kept."""

    def __init__(self, *replies: Reply | Exception) -> None:
        self.asked: list[Request] = []
        self._replies = list(replies)

    async def __call__(self, request: Request) -> Reply:
        self.asked.append(request)
        reply = self._replies.pop(0) if self._replies else _reply({"status": "dismissed", "jobID": "1"})
        if isinstance(reply, Exception):
            raise reply
        return reply

    @property
    def methods(self) -> list[str]:
        return [request.method for request in self.asked]


def _reply(document: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    body = json.dumps(document).encode()
    return Reply(
        status=status, headers={"content-type": "application/json", **(headers or {})}, body=body, url="http://h/x"
    )


ACCEPTED = _reply({"jobID": "1", "status": "accepted"}, status=201, headers={"location": "http://h/jobs/1"})
RUNNING = _reply({"jobID": "1", "status": "running", "progress": 40})
DONE = _reply({"jobID": "1", "status": "successful"})
RESULT = _reply({"value": 3})


class Clock:
    """Sleeps without waiting; how long it was asked to is kept."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0)


def _server(send: Script, *, clock: Clock | None = None, url: str = "http://h", **options: Any) -> Direct:
    return Direct(server=OGCProcesses(url=url, send=send), sleep=(clock or Clock()).sleep, **options)


async def _run(server: Direct, **inputs: Any) -> Any:
    return await server.execute(Process(process_id="p", inputs=inputs), source="there")


@needs_shared
@pytest.mark.parametrize(
    ("server", "url", "numbers", "outputs"),
    [
        ("pygeoapi", PYGEOAPI, ["09"], {"echo": "Hello Ana! hi"}),
        ("pygeoapi", PYGEOAPI, ["15", "16", "18", "19", "20"], {"echoOutput": "Test"}),
        ("weaver", WEAVER, ["048", "049", "051", "052", "055"], {"sleep_output": "done sleeping"}),
    ],
)
async def test_recorded_executions_are_followed_to_their_end(
    server: str, url: str, numbers: list[str], outputs: dict[str, Any]
) -> None:
    script = Script(*(recorded(server, number)[1] for number in numbers))
    processed = await _run(_server(script, url=url), name="Ana")
    assert processed.outputs == outputs
    assert script.methods == ["POST"] + ["GET"] * (len(numbers) - 1)


@needs_shared
@pytest.mark.parametrize(
    ("server", "url", "numbers", "words"),
    [
        ("pygeoapi", PYGEOAPI, ["24", "25", "26"], "output_format"),
        ("weaver", WEAVER, ["065", "066", "067"], "failed"),
        ("weaver", WEAVER, ["070", "067"], "failed"),
        ("weaver", WEAVER, ["097"], "cardinality"),
    ],
)
async def test_recorded_failures_give_the_servers_reason(server: str, url: str, numbers: list[str], words: str) -> None:
    script = Script(*(recorded(server, number)[1] for number in numbers))
    with pytest.raises(Refused, match=words) as raised:
        await _run(_server(script, url=url))
    assert raised.value.source == "there"


def test_cubes_go_as_links_to_servers_of_the_standard() -> None:
    cube = Cube(hrefs=("http://h/a.nc", "http://h/b.nc"))
    request = OGCProcesses(url="http://h/", send=Script()).request(
        Process(process_id="p", inputs={"data": cube, "one": [cube], "n": 3}), key="k", mode="sync"
    )
    assert request.url == "http://h/processes/p/execution"
    links = [{"href": href, "type": "application/x-netcdf"} for href in cube.hrefs]
    assert request.json["inputs"] == {"data": links, "one": links, "n": 3}


def test_cubes_go_whole_to_our_own_server() -> None:
    cube = Cube(hrefs=("a.nc",), properties={"source_id": "A"})
    request = OGCProcesses(url="http://h", send=Script(), references=False, repeatable=True).request(
        Process(process_id="p", inputs={"data": [cube], "place": {"name": "x", "bbox": [0, 0, 1, 1]}}),
        key="k",
        mode="sync",
    )
    assert request.json["inputs"]["data"][0]["value"]["properties"] == {"source_id": "A"}
    assert request.json["inputs"]["place"] == {"value": {"name": "x", "bbox": [0, 0, 1, 1]}}
    assert request.idempotent


def test_a_request_that_would_start_another_job_is_not_repeated() -> None:
    request = OGCProcesses(url="http://h", send=Script()).request(Process(process_id="p"), key="k", mode="async")
    assert not request.idempotent
    assert request.headers["Idempotency-Key"] == "k"


@pytest.mark.parametrize(("mode", "prefer"), [("sync", None), ("async", "respond-async")])
def test_how_to_answer_is_asked_for(mode: Any, prefer: str | None) -> None:
    request = OGCProcesses(url="http://h", send=Script()).request(Process(process_id="p"), key="k", mode=mode)
    assert request.headers.get("Prefer") == prefer


async def test_looks_at_a_job_become_rarer() -> None:
    clock = Clock()
    await _run(_server(Script(ACCEPTED, *[RUNNING] * 14, DONE, RESULT), clock=clock))
    assert clock.waits == sorted(clock.waits)
    assert (clock.waits[0], clock.waits[-1]) == (0.2, 10.0)


async def test_the_server_may_say_when_to_look_again() -> None:
    later = _reply({"jobID": "1", "status": "running"}, headers={"retry-after": "30"})
    clock = Clock()
    await _run(_server(Script(ACCEPTED, later, DONE, RESULT), clock=clock))
    assert sum(clock.waits[1:]) == 30.0


async def test_a_server_that_stumbles_is_asked_again() -> None:
    script = Script(
        ACCEPTED, _reply({}, status=404), Unavailable("reset"), RUNNING, _reply({}, status=502), DONE, RESULT
    )
    assert (await _run(_server(script))).outputs == {"value": 3}


async def test_a_job_that_stays_lost_is_given_up() -> None:
    script = Script(ACCEPTED, *[_reply({"detail": "no such job"}, status=404)] * 3)
    with pytest.raises(Unavailable, match=r"jobs/1 is lost: no such job"):
        await _run(_server(script))


async def test_a_job_that_never_ends_is_dismissed() -> None:
    script = Script(ACCEPTED, *[RUNNING] * 50)
    with pytest.raises(Unavailable, match="has not ended after"):
        await _run(_server(script, patience_s=20.0))
    assert (script.asked[-1].method, script.asked[-1].url) == ("DELETE", "http://h/jobs/1")


async def test_a_job_is_dismissed_when_the_asker_leaves() -> None:
    script = Script(ACCEPTED, *[RUNNING] * 1000)
    task = asyncio.create_task(_run(_server(script)))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert script.methods[-1] == "DELETE"


async def test_a_job_dismissed_at_the_server_is_refused() -> None:
    with pytest.raises(Refused, match="dismissed at the server"):
        await _run(_server(Script(ACCEPTED, _reply({"jobID": "1", "status": "dismissed"}))))


async def test_results_that_make_no_sense_are_a_bad_reply() -> None:
    broken = Reply(status=200, headers={"content-type": "application/json"}, body=b'{"value": 1', url="http://h/x")
    with pytest.raises(BadReply):
        await _run(_server(Script(broken)))


async def test_other_operations_are_unsupported() -> None:
    with pytest.raises(Unsupported, match="not a search"):
        await _server(Script()).execute(Search(family="esgf"), source="there")


def _listed(*jobs: Mapping[str, Any], date: str = "Wed, 25 Nov 2026 12:00:00 GMT") -> Reply:
    return _reply({"jobs": list(jobs), "links": []}, headers={"date": date})


NOON = 1795608000.0  # 2026-11-25T12:00:00Z
OURS = {"jobID": "1", "processID": "p", "status": "running", "created": "2026-11-25T11:59:58Z"}


async def _found(*jobs: Mapping[str, Any], now: float = NOON, others: frozenset[str] = frozenset()) -> Any:
    """What is found for a request that was sent five seconds ago."""
    server = OGCProcesses(url="http://h", send=Script(_listed(*jobs)))
    process = Process(process_id="p", inputs={"n": 3})
    return await server.find(process, LostAnswer(key="k", since=now - 5, now=now, others=others))


async def test_a_lost_job_is_the_new_one_of_its_process() -> None:
    older = OURS | {"jobID": "2", "created": "2026-11-25T11:50:00Z"}
    other = OURS | {"jobID": "3", "processID": "q"}
    job = await _found(OURS, older, other)
    assert (job.id, job.href, job.is_certain) == ("1", "http://h/jobs/1", False)


async def test_clocks_that_differ_do_not_hide_a_job() -> None:
    assert (await _found(OURS, now=NOON + 3600)).id == "1"
    assert await _found(OURS | {"created": "2026-11-25T11:00:00Z"}, now=NOON + 3600) is None


async def test_a_job_of_another_key_is_not_taken() -> None:
    assert await _found(OURS, others=frozenset({"1"})) is None


async def test_two_that_could_be_it_are_not_guessed_between() -> None:
    with pytest.raises(Unavailable, match="2 new jobs at http://h could be it") as raised:
        await _found(OURS, OURS | {"jobID": "2"})
    assert raised.value.kind == "lost_answer"


@pytest.mark.parametrize(
    "echo", [{"inputs": {"n": 3}}, {"parameters": {"n": 3}}, {"metadata": {"request": {"ids": {"n": 3}}}}]
)
async def test_a_job_whose_inputs_are_told_is_certain(echo: dict[str, Any]) -> None:
    job = await _found(OURS | {"jobID": "2", "inputs": {"n": 4}}, OURS | echo)
    assert (job.id, job.is_certain) == ("1", True)
    assert await _found(OURS | {"jobID": "2", "inputs": {"n": 4}}) is None


@needs_shared
async def test_pygeoapis_list_of_jobs_is_read() -> None:
    reply = recorded("pygeoapi", "34")[1]
    script = Script(reply)
    process = Process(process_id="hello-world", inputs={"name": "Ana"})
    lost = LostAnswer(key="k", since=1795461962.0, now=1795461962.0)  # 2026-11-23T19:26:02Z
    job = await OGCProcesses(url=PYGEOAPI, send=script).find(process, lost)
    assert job is not None
    assert job.href == f"{PYGEOAPI}/jobs/b8938daa-e773-11f1-8a0d-02fc00000001"


def test_a_subscriber_is_told_under_the_key() -> None:
    server = OGCProcesses(url="http://h", send=Script(), subscriber="http://us/callbacks/")
    request = server.request(Process(process_id="p"), key="k", mode="async")
    assert set(request.json["subscriber"].values()) == {"http://us/callbacks/k"}
