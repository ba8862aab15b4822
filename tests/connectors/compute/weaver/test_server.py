"""Weaver's processes and jobs, as a real Weaver answered: workflows, providers, failures and their reasons."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from connectors.compute.following import Pace
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.remote import Job, LostAnswer
from connectors.compute.runner import Runner
from connectors.compute.weaver.server import Weaver
from connectors.engine.memory import Memory
from connectors.errors import Refused
from connectors.items import Cube, Processed
from connectors.operations import Process
from connectors.transport import Reply
from tests.connectors.compute.weaver.replay import Replay

SUBSET = {"href": "http://127.0.0.1:15001/synth_day.nc", "type": "application/x-netcdf"}


@pytest.fixture
def runner(weaver: Weaver, tmp_path: Path) -> Runner:
    return Runner(
        server=weaver,
        table=JobTable(tmp_path / "jobs.sqlite", now=time.time),
        offered=Offered(server=weaver, address="weaver", memory=Memory(None), now=time.time),
        now=time.time,
        mode="async",
        pace=Pace(first_s=0.01, longest_s=0.01),
    )


async def run(runner: Runner, process: str, **inputs: Any) -> Processed:
    return await runner.execute(Process(process_id=process, inputs=inputs), source="weaver")


async def test_its_own_processes_and_those_of_its_providers_are_listed(weaver: Weaver) -> None:
    found = {process.id: process for process in await weaver.processes()}
    assert {"file2string_array", "finch/humidex"} <= set(found)
    assert "sync-execute" in found["finch/humidex"].modes


async def test_a_process_behind_a_provider_is_described(weaver: Weaver) -> None:
    described = await weaver.describe("finch/tg_mean")
    assert described.required == ("tas",)
    assert described.summary.title == "Mean temperature"


async def test_the_description_of_a_workflow_names_its_inputs(weaver: Weaver) -> None:
    assert set((await weaver.describe("wf-subset-mean")).inputs) == {"resource", "lon0", "lon1", "lat0", "lat1"}


async def test_a_workflow_runs_to_its_file(runner: Runner) -> None:
    done = await run(runner, "wf-subset-mean", resource=SUBSET, lon0=-75, lon1=-65, lat0=44, lat1=48)
    output = done.outputs["output"]
    assert isinstance(output, Cube)
    assert output.hrefs[0].endswith("/output/out.nc")
    (entry,) = runner.table.entries()
    assert entry.job is not None
    assert entry.job.href.endswith("/processes/wf-subset-mean/jobs/3fd714f8-3247-42c4-9c97-c38673344434")


async def test_a_provider_job_whose_status_is_a_fault_of_weaver_ends_by_its_results(runner: Runner) -> None:
    done = await run(runner, "finch/tg_mean", tas=SUBSET, freq="YS")
    assert {"output", "output_log", "ref"} <= set(done.outputs)


async def test_a_failed_job_gives_the_reason_that_weaver_keeps_apart(runner: Runner) -> None:
    with pytest.raises(Refused, match="Process failed, please check server error log"):
        await run(runner, "error-remote", message="The variable tasmax is not in the file", nice=False)


async def test_a_missing_input_is_refused_at_once(runner: Runner) -> None:
    with pytest.raises(Refused, match="cardinality"):
        await run(runner, "hello-remote")


async def test_the_key_goes_as_a_tag_and_is_looked_for_by_it() -> None:
    asked: list[Any] = []
    listed = {"jobs": [{"jobID": "7", "processID": "p", "status": "running"}]}

    async def send(request: Any) -> Reply:
        asked.append(request)
        headers = {"content-type": "application/json"}
        return Reply(status=200, headers=headers, body=json.dumps(listed).encode(), url=request.url)

    weaver = Weaver(url="http://w", send=send)
    process = Process(process_id="p", inputs={"n": 1})
    assert weaver.request(process, key="k1", mode="async").params == {"tags": "k1"}
    job = await weaver.find(process, LostAnswer(key="k1", since=0.0, now=9.0))
    assert job is not None
    assert (job.id, job.href, job.is_certain) == ("7", "http://w/jobs/7", True)
    assert asked[0].params["tags"] == "k1"


async def test_callbacks_are_asked_for_in_weavers_words(weaver: Weaver) -> None:
    told = Weaver(url="http://w", send=weaver.send, subscriber="http://us/cb")
    request = told.request(Process(process_id="p"), key="k", mode="async")
    assert set(request.json["subscribers"]) == {"successUri", "failedUri", "inProgressUri"}


async def test_dismissing_is_heard_once_and_silent_after(weaver: Weaver, replay: Replay) -> None:
    started = await weaver.submit(Process(process_id="sleep-remote", inputs={"delay": 30.0}), key="k", mode="async")
    await weaver.dismiss(started)
    assert replay.asked[-1].method == "DELETE"
    await weaver.dismiss(Job(href=started.href))  # 410


async def test_conformance_tells_the_parts(weaver: Weaver) -> None:
    declared = await weaver.conformance()
    assert declared.has("core")
    assert declared.has("cwl", part=2)
    assert declared.versions[0] >= "1.0"
