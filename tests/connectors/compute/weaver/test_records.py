"""Logs, statistics, inputs and provenance of real Weaver jobs."""

from __future__ import annotations

import json

import pytest

from connectors.compute.remote import Job
from connectors.compute.weaver import records
from connectors.compute.weaver.server import Weaver


@pytest.fixture
def workflow(url: str) -> Job:
    return Job(href=f"{url}/processes/wf-subset-mean/jobs/3fd714f8-3247-42c4-9c97-c38673344434")


@pytest.fixture
def failed(url: str) -> Job:
    return Job(href=f"{url}/processes/error-remote/jobs/f5092d6a-7eca-4caf-a921-b2dc22d19229")


async def test_logs_have_their_moments_and_progress(weaver: Weaver, workflow: Job) -> None:
    lines = await records.logs(weaver, workflow)
    assert (lines[0].at, lines[0].level, lines[0].state) == ("2026-11-23 19:20:28", "INFO", "accepted")
    assert lines[0].text == "Job task submitted for execution."
    assert {line.percent for line in lines} >= {0.0}


async def test_statistics_are_bytes(weaver: Weaver, workflow: Job) -> None:
    used = await records.statistics(weaver, workflow)
    assert (used.memory_bytes, used.total_bytes, dict(used.outputs)) == (1744896, 20816, {"output": 20816})


async def test_inputs_come_back_as_they_were_given(weaver: Weaver, workflow: Job) -> None:
    assert (await records.inputs(weaver, workflow))["lon0"] == -75


async def test_exceptions_are_words(weaver: Weaver, failed: Job) -> None:
    assert await records.exceptions(weaver, failed) == ("Process failed, please check server error log",)


async def test_provenance_is_prov_json(weaver: Weaver, workflow: Job) -> None:
    document = json.loads(await records.provenance(weaver, workflow))
    assert "wfprov" in document["prefix"]


@pytest.mark.parametrize(
    ("form", "mark"), [("turtle", "@prefix"), ("provn", "document"), ("xml", "<?xml"), ("jsonld", "{")]
)
async def test_provenance_in_other_forms(weaver: Weaver, workflow: Job, form: records.ProvFormat, mark: str) -> None:
    assert mark in (await records.provenance(weaver, workflow, form=form))[:400]
