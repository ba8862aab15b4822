"""The nouns of the seam: which inputs must be given, as real servers leave it out or write it."""

from __future__ import annotations

import pytest

from connectors.compute.remote import Job, ProcessDescription, ProcessSummary
from connectors.items import JSON


@pytest.mark.parametrize(
    ("entry", "is_required"),
    [
        ({}, True),
        ({"minOccurs": 0}, False),
        ({"minOccurs": "0"}, False),
        ({"minOccurs": "unbounded"}, True),
        ("odd", True),
    ],
)
def test_inputs_are_required_unless_they_say_otherwise(entry: JSON, is_required: bool) -> None:
    described = ProcessDescription(summary=ProcessSummary(id="p"), inputs={"x": entry})
    assert described.required == (("x",) if is_required else ())


def test_a_job_waits_and_is_certain_until_it_is_told_otherwise() -> None:
    job = Job(href="http://h/jobs/1")
    assert (job.state, job.outcome, job.is_certain) == ("waiting", None, True)
