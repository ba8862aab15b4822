"""Following a job: how often it is looked at, what is borne, what is not. More of it through the servers' own tests."""

from __future__ import annotations

import random

import pytest

from connectors.compute.following import DISMISSED, LOST, Follower, Pace
from connectors.compute.ogcapi import OGCProcesses
from connectors.compute.remote import Job
from connectors.errors import Refused, Unavailable
from tests.connectors.compute.test_ogcapi import DONE, RUNNING, Clock, Script, _reply

JOB = Job(href="http://h/jobs/1", id="1")


def _follower(script: Script, clock: Clock, **options: float) -> Follower:
    return Follower(server=OGCProcesses(url="http://h", send=script), sleep=clock.sleep, **options)  # type: ignore[arg-type]


async def test_every_look_is_told() -> None:
    seen: list[Job] = []
    job = await _follower(Script(RUNNING, DONE), Clock()).follow(JOB, seen=seen.append)
    assert job.state == "successful"
    assert [look.progress for look in seen] == [40.0, None]


async def test_a_long_silence_is_broken_by_signs_of_life() -> None:
    later = _reply({"jobID": "1", "status": "running"}, headers={"retry-after": "60"})
    clock, seen = Clock(), list[Job]()
    await _follower(Script(later, DONE), clock).follow(JOB, seen=seen.append)
    assert max(clock.waits) <= 15.0
    assert sum(clock.waits) >= 60.0
    assert len(seen) == 2 + 3


async def test_a_server_may_not_make_us_wait_for_ever() -> None:
    later = _reply({"jobID": "1", "status": "running"}, headers={"retry-after": "999999"})
    clock = Clock()
    await _follower(Script(later, DONE), clock).follow(JOB, seen=lambda job: None)
    assert sum(clock.waits) < 700


async def test_a_job_that_is_gone_is_lost() -> None:
    with pytest.raises(Unavailable) as raised:
        await _follower(Script(*[_reply({}, status=410)] * 3), Clock()).follow(JOB, seen=lambda job: None)
    assert raised.value.kind == LOST


async def test_results_are_asked_for_again_when_the_server_stumbles() -> None:
    script = Script(_reply({}, status=503), _reply({"value": 3}))
    done = await _follower(script, Clock()).results(Job(href="http://h/jobs/1", state="successful"))
    assert done.outputs == {"value": 3}


async def test_a_dismissed_job_has_no_results() -> None:
    with pytest.raises(Refused, match="dismissed at the server") as raised:
        await _follower(Script(), Clock()).results(Job(href="http://h/jobs/1", state="dismissed"))
    assert raised.value.kind == DISMISSED


def test_looks_of_many_are_spread() -> None:
    pace = Pace(rng=random.Random(1))
    spread = {pace.spread(10.0) for _ in range(20)}
    assert len(spread) == 20
    assert 9.0 <= min(spread) <= max(spread) <= 11.0
