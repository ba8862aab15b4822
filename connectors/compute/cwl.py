"""CWL: a process of any server as a command line tool of `conductor processes run`, and several of them as a workflow.

https://www.commonwl.org/v1.2/CommandLineTool.html; parameter references alone are used, so that no JavaScript is needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from connectors.compute.handing import takes_cubes
from connectors.compute.remote import ProcessDescription
from connectors.errors import Refused
from connectors.items import JSON

VERSION = "v1.2"
RESULTS = "results"  # the output that holds all outputs as JSON
_TYPES = {"integer": "long", "number": "double", "boolean": "boolean"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of a workflow: its tool, and where its inputs come from (`step/output`, or an input of the workflow)."""

    id: str
    tool: Mapping[str, JSON]
    sources: Mapping[str, str] = field(default_factory=dict)


def tool(description: ProcessDescription, *, source: str, image: str = "") -> dict[str, JSON]:
    """A CommandLineTool that runs a process at a source; `image` is a Docker image that holds `conductor`."""
    summary = description.summary
    document: dict[str, JSON] = {
        "cwlVersion": VERSION,
        "class": "CommandLineTool",
        "id": _name(summary.id),
        "label": summary.title or summary.id,
        "doc": summary.description,
        "baseCommand": ["conductor", "processes", "run", source, summary.id, "--json", "--save", "."],
        "inputs": {
            name: _input(name, entry, needed=name in description.required) for name, entry in description.inputs.items()
        },
        "outputs": {name: _file(name) for name, entry in description.outputs.items() if _is_file(entry)}
        | {RESULTS: {"type": "File", "outputBinding": {"glob": "results.json"}}},
        "stdout": "results.json",
    }
    return document | ({"requirements": {"DockerRequirement": {"dockerPull": image}}} if image else {})


def workflow(links: Sequence[Link], *, label: str = "") -> dict[str, JSON]:
    """A Workflow of tools: what no other step gives is an input of the workflow; the last step's outputs are its own.

    Raises Refused where a step reads what no step before it gives.
    """
    inputs: dict[str, JSON] = {}
    steps: dict[str, JSON] = {}
    for link in links:
        taken: dict[str, JSON] = {}
        for name, entry in link.tool["inputs"].items():
            at = link.sources.get(name, f"{link.id}_{name}")
            before, slash, output = at.partition("/")
            if slash and output not in steps.get(before, {}).get("out", ()):
                raise Refused(f"step {link.id!r} reads {at!r}, which no step before it gives")
            if not slash:
                inputs[at] = {"type": entry["type"], "doc": entry.get("doc", "")}
            taken[name] = at
        steps[link.id] = {"run": dict(link.tool), "in": taken, "out": list(link.tool["outputs"])}
    last = links[-1]
    outputs = {
        name: {"type": entry["type"], "outputSource": f"{last.id}/{name}"}
        for name, entry in last.tool["outputs"].items()
    }
    return {
        "cwlVersion": VERSION,
        "class": "Workflow",
        "label": label,
        "inputs": inputs,
        "outputs": outputs,
        "steps": steps,
    }


def _input(name: str, entry: JSON, *, needed: bool) -> dict[str, JSON]:
    told: Mapping[str, JSON] = entry if isinstance(entry, Mapping) else {}
    said = told.get("schema")
    schema: Mapping[str, JSON] = said if isinstance(said, Mapping) else {}
    doc = {"doc": str(told.get("title") or told.get("description") or "")}
    if _is_file(told):
        one: dict[str, JSON] = {"prefix": "--file", "valueFrom": f"{name}=$(self.path)"}
        if _are_several(told, schema):
            several = {"type": "array", "items": "File", "inputBinding": one}
            return {"type": several if needed else ["null", several]} | doc
        return {"type": "File" if needed else "File?", "inputBinding": one} | doc
    kind = _TYPES.get(str(schema.get("type")), "string")
    bound = {"prefix": "--input", "valueFrom": f"{name}=$(self)"}
    return {"type": kind if needed else f"{kind}?", "inputBinding": bound} | doc


def _is_file(entry: JSON) -> bool:
    """Whether an input or output is a file: cubes as we describe them, or what has a media type other than JSON."""
    schema = entry.get("schema") if isinstance(entry, Mapping) else None
    media = str(schema.get("contentMediaType") or "") if isinstance(schema, Mapping) else ""
    return takes_cubes(entry) or bool(media and "json" not in media) or _is_cube(schema)


def _is_cube(schema: JSON) -> bool:
    return isinstance(schema, Mapping) and schema.get("title") == "cube"


def _are_several(entry: Mapping[str, JSON], schema: Mapping[str, JSON]) -> bool:
    most = str(entry.get("maxOccurs", 1))
    return schema.get("type") == "array" or most == "unbounded" or (most.isdigit() and int(most) > 1)


def _file(name: str) -> dict[str, JSON]:
    return {"type": "File?", "outputBinding": {"glob": f"{name}.nc"}}


def _name(process_id: str) -> str:
    return "".join(c if c.isalnum() or c in "_-." else "_" for c in process_id)
