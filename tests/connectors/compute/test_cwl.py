from __future__ import annotations

from typing import Any

import pytest

from connectors.compute.cwl import RESULTS, Link, tool, workflow
from connectors.compute.remote import ProcessDescription, ProcessSummary
from connectors.errors import Refused

CUBE = {"schema": {"type": "object", "title": "cube", "properties": {"hrefs": {}}}}
FILES = {"maxOccurs": 1000, "schema": {"type": "string", "contentMediaType": "application/x-netcdf"}}


def process(**inputs: Any) -> ProcessDescription:
    outputs = {"cube": CUBE, "value": {"schema": {"type": "object"}}}
    return ProcessDescription(summary=ProcessSummary(id="a:b", title="A"), inputs=inputs, outputs=outputs)


def test_inputs_are_typed_and_bound_to_the_command() -> None:
    made = tool(
        process(data=CUBE, n={"schema": {"type": "integer"}}, place={"minOccurs": 0, "schema": {"type": "object"}}),
        source="s",
    )
    assert made["id"] == "a_b" and made["baseCommand"][:5] == ["conductor", "processes", "run", "s", "a:b"]
    assert {name: entry["type"] for name, entry in made["inputs"].items()} == {
        "data": "File",
        "n": "long",
        "place": "string?",
    }
    assert made["inputs"]["data"]["inputBinding"] == {"prefix": "--file", "valueFrom": "data=$(self.path)"}
    assert made["inputs"]["n"]["inputBinding"] == {"prefix": "--input", "valueFrom": "n=$(self)"}


def test_several_files_are_an_array_each_with_its_own_option() -> None:
    several = tool(process(tas=FILES), source="s")["inputs"]["tas"]["type"]
    assert (several["type"], several["items"], several["inputBinding"]["prefix"]) == ("array", "File", "--file")


def test_arrays_are_files_and_all_outputs_are_in_one() -> None:
    made = tool(process(data=CUBE), source="s")
    assert set(made["outputs"]) == {"cube", RESULTS} and made["stdout"] == "results.json"


def test_an_image_is_a_requirement() -> None:
    assert tool(process(), source="s", image="i:1")["requirements"] == {"DockerRequirement": {"dockerPull": "i:1"}}
    assert "requirements" not in tool(process(), source="s")


def test_a_workflow_joins_steps_and_asks_for_the_rest() -> None:
    one, two = (
        tool(process(data=CUBE), source="s"),
        tool(process(data=CUBE, n={"schema": {"type": "number"}}), source="s"),
    )
    made = workflow(
        [Link(id="one", tool=one, sources={"data": "file"}), Link(id="two", tool=two, sources={"data": "one/cube"})]
    )
    assert {name: entry["type"] for name, entry in made["inputs"].items()} == {"file": "File", "two_n": "double"}
    assert made["steps"]["two"]["in"] == {"data": "one/cube", "n": "two_n"}
    assert made["outputs"]["cube"]["outputSource"] == "two/cube"


def test_a_step_that_reads_what_nobody_gives_is_refused() -> None:
    one = tool(process(data=CUBE), source="s")
    with pytest.raises(Refused, match="no step before it gives"):
        workflow([Link(id="one", tool=one, sources={"data": "two/cube"})])
