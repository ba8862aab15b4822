"""Jobs: submitted, waited for, dismissed; the same request is one job; a fault of ours fails the job alone."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from connectors.compute.fields import Computed
from connectors.compute.jobs import Job, Jobs
from connectors.compute.local import Execution, LocalProcesses
from connectors.errors import Refused
from connectors.items import Value
from tests.connectors.compute.samples import global_tas, processes

GATE_TIMEOUT_S = 10.0


@pytest.fixture
def local() -> Iterator[LocalProcesses]:
    made = processes()
    yield made
    made.close()


def _jobs(local: LocalProcesses, *, most: int = 1000) -> Jobs:
    ticks = itertools.count()
    return Jobs(local, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(ticks)), most=most)


def _merge(local: LocalProcesses, experiment: str = "ssp126") -> Execution:
    return local.read("merge_cubes", {"data": [global_tas(experiment)], "variable": "tas", "experiments": [experiment]})


def _made(local: LocalProcesses, run: Any, *, name: str = "x") -> Execution:
    """An execution of a function made here, under an id of its own."""
    execution = _merge(local)
    return Execution(id=name, description=replace(execution.description, run=run), inputs={})


async def _ended(jobs: Jobs, job: Job) -> Job:
    ended = await jobs.wait(job.id)
    assert ended is not None
    return ended


async def test_a_job_goes_from_accepted_to_successful(local: LocalProcesses) -> None:
    jobs = _jobs(local)
    job = await _ended(jobs, jobs.submit(_merge(local)))
    assert (job.status, job.process_id) == ("successful", "merge_cubes")
    assert job.results is not None
    assert job.created < (job.started or job.created) < (job.finished or job.created)


async def test_the_same_request_is_run_once(local: LocalProcesses) -> None:
    runs: list[int] = []

    def count() -> Computed:
        runs.append(1)
        return Computed(outputs={"value": Value(value=1.0, units="1")})

    jobs = _jobs(local)
    for _ in range(3):
        await _ended(jobs, jobs.submit(_made(local, count)))
    assert len(runs) == 1


async def test_a_job_whose_cube_was_forgotten_runs_again(local: LocalProcesses) -> None:
    jobs = _jobs(local)
    first = await _ended(jobs, jobs.submit(_merge(local)))
    local.store.drop(local.base_url)
    second = await _ended(jobs, jobs.submit(_merge(local)))
    assert second.created > first.created
    assert second.results is not None
    assert local.holds(second.results)


async def test_a_failed_job_has_its_reason_and_may_be_tried_again(local: LocalProcesses) -> None:
    answers = iter([Refused("not today"), None])

    def once() -> Computed:
        if (error := next(answers)) is not None:
            raise error
        return Computed(outputs={})

    jobs = _jobs(local)
    failed = await _ended(jobs, jobs.submit(_made(local, once)))
    assert (failed.status, str(failed.error)) == ("failed", "not today")
    assert (await _ended(jobs, jobs.submit(_made(local, once)))).status == "successful"


async def test_a_fault_of_ours_fails_the_job_and_not_the_server(local: LocalProcesses) -> None:
    def broken() -> Computed:
        raise ZeroDivisionError("oops")

    jobs = _jobs(local)
    failed = await _ended(jobs, jobs.submit(_made(local, broken)))
    assert failed.status == "failed"
    assert "ZeroDivisionError: oops" in str(failed.error)
    assert (await _ended(jobs, jobs.submit(_merge(local)))).status == "successful"


async def test_a_dismissed_job_leaves_no_results(local: LocalProcesses) -> None:
    gate = threading.Event()

    def slow() -> Computed:
        gate.wait(GATE_TIMEOUT_S)
        return Computed(outputs={"value": Value(value=1.0, units="1")})

    jobs = _jobs(local)
    job = jobs.submit(_made(local, slow))
    waiting = asyncio.ensure_future(jobs.wait(job.id))
    await asyncio.sleep(0)
    dismissed = jobs.dismiss(job.id)
    assert dismissed is not None
    assert (await waiting) == dismissed
    gate.set()
    again = await _ended(jobs, jobs.submit(_merge(local)))
    assert again.status == "successful"
    told = jobs.get(job.id)
    assert told is not None
    assert (told.status, told.results) == ("dismissed", None)


async def test_waiting_has_an_end(local: LocalProcesses) -> None:
    gate = threading.Event()

    def slow() -> Computed:
        gate.wait(GATE_TIMEOUT_S)
        return Computed(outputs={})

    jobs = _jobs(local)
    job = await jobs.wait(jobs.submit(_made(local, slow)).id, seconds=0.05)
    gate.set()
    assert job is not None
    assert job.status in ("accepted", "running")


async def test_slow_processes_do_not_hold_up_the_loop(local: LocalProcesses) -> None:
    gate = threading.Event()

    def slow() -> Computed:
        gate.wait(GATE_TIMEOUT_S)
        return Computed(outputs={})

    jobs = _jobs(local)
    job = jobs.submit(_made(local, slow))
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, gate.set)
    assert (await _ended(jobs, job)).status == "successful"


def test_jobs_outlive_the_loop_that_began_them(local: LocalProcesses) -> None:
    jobs = _jobs(local)

    async def begin() -> Job:
        return jobs.submit(_merge(local))

    job = asyncio.run(begin())
    assert asyncio.run(_ended(jobs, job)).status == "successful"


async def test_the_oldest_jobs_are_forgotten(local: LocalProcesses) -> None:
    jobs = _jobs(local, most=2)
    for name in "abc":
        await _ended(jobs, jobs.submit(_made(local, lambda: Computed(outputs={}), name=name)))
    assert [job.id for job in jobs.all()] == ["c", "b"]


def test_a_status_has_the_words_of_the_standard() -> None:
    job = Job(id="1", process_id="trend", status="running", created=datetime(2026, 1, 1, tzinfo=UTC))
    document = job.to_dict(base_url="http://h")
    assert document["created"] == "2026-01-01T00:00:00.000Z"
    assert (document["jobID"], document["processID"], document["type"]) == ("1", "trend", "process")
    assert [link["rel"] for link in document["links"]] == ["self"]
