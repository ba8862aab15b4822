"""`conductor jobs`: runs that were cut off are gone on with or cancelled."""

from __future__ import annotations

import json
import time

from tests.conductor.interfaces.cli.shell import Shell, until
from tests.connectors.compute.job_server import JobServer


def test_a_killed_run_is_gone_on_with(shell: Shell, server: JobServer) -> None:
    server._work_s = 1.5
    victim = shell.begin("processes", "run", "there", "double", "-i", "n=5")
    until(lambda: bool(shell.folder.joinpath("data/jobs.sqlite").exists() and server.states))
    time.sleep(0.3)
    victim.kill()
    victim.communicate()
    assert "successful" in shell("jobs", "resume")
    assert json.loads(shell("jobs", "--open", "--json"))["jobs"] == []
    assert server.executions == {"5": 1}


def test_an_open_job_is_cancelled(shell: Shell, server: JobServer) -> None:
    server._work_s = 60.0
    victim = shell.begin("processes", "run", "there", "double", "-i", "n=6")
    until(lambda: bool(server.states))
    time.sleep(0.5)
    victim.kill()
    victim.communicate()
    (job,) = json.loads(shell("jobs", "--open", "--json"))["jobs"]
    assert shell("jobs", "cancel", job["key"][:8]) == f"{job['key'][:8]} is dismissed\n"
    assert server.states == ["dismissed"]
