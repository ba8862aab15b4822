"""Direct: a process that answers at its end keeps a step alive; one that nobody waits for is let go."""

from __future__ import annotations

import asyncio
import functools

import pytest

from conductor.events import StepEnded
from conductor.executor import execute
from conductor.results import Failed, Successful
from connectors.compute.direct import Direct
from connectors.compute.ogcapi import OGCProcesses
from connectors.transport import Transport
from planners.plan import Plan, Step
from tests.connectors.compute.job_server import JobServer

WORK_S = 2.0


def _direct(server: JobServer, *, silence_s: float) -> Direct:
    transport = Transport(apps={"processes.embedded": server.app})
    send = functools.partial(transport.send, budget_s=20.0)
    return Direct(server=OGCProcesses(url="http://processes.embedded", send=send), silence_s=silence_s)


async def _ended(direct: Direct, *, step_deadline_s: float) -> object:
    step = Step(id="s1", kind="process", source="local-processes", operation="double", arguments={"n": 21})
    plan = Plan(question="", intents=(), steps=(step,))
    events = [event async for event in execute(plan, direct, deadline_s=20.0, step_deadline_s=step_deadline_s)]
    return next(event.result for event in events if isinstance(event, StepEnded))


async def test_a_step_goes_on_as_long_as_its_process_does() -> None:
    result = await _ended(_direct(JobServer(work_s=WORK_S), silence_s=0.05), step_deadline_s=WORK_S / 2)
    assert isinstance(result, Successful)


async def test_without_signs_of_life_the_step_would_end() -> None:
    result = await _ended(_direct(JobServer(work_s=WORK_S), silence_s=60.0), step_deadline_s=WORK_S / 2)
    assert isinstance(result, Failed)
    assert "did not end within" in result.message


async def test_who_stops_waiting_leaves_no_request_behind() -> None:
    server = JobServer(work_s=30.0)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await _ended(_direct(server, silence_s=0.05), step_deadline_s=20.0)
    left = [task for task in asyncio.all_tasks() if "submit" in repr(task.get_coro())]
    await asyncio.sleep(0)
    assert [task for task in left if not task.done()] == []
