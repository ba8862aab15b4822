"""Fit: whether a server describes a process as a step uses it, so that the step may run there as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from connectors.offers import ProcessOffer
from planners.plan import Step, refs


def misfit(step: Step, offer: ProcessOffer, *, used: Iterable[str]) -> str:
    """Why a step cannot run at a server that offers its process; empty where it can. `used` are the outputs others read."""
    inputs = offer.inputs.get(step.operation)
    if inputs is None:
        return "its description could not be read"
    if unknown := [name for name in step.arguments if name not in inputs]:
        return f"it takes no {', '.join(unknown)}"
    if lacking := [n for n, entry in inputs.items() if least(entry) > 0 and step.arguments.get(n) is None]:
        return f"it wants {', '.join(lacking)} too"
    if absent := [name for name in used if name not in offer.outputs.get(step.operation, ())]:
        return f"it gives no {', '.join(absent)}"
    return ""


def least(entry: Any) -> int:
    """How often an input must be given, which is once where that is not said and it has no default."""
    if not isinstance(entry, Mapping):
        return 1
    schema = entry.get("schema")
    least = str(entry.get("minOccurs", 0 if isinstance(schema, Mapping) and "default" in schema else 1))
    return int(least) if least.isdigit() else 1


def outputs_used(steps: Iterable[Step], of: str) -> tuple[str, ...]:
    """The outputs of a step that other steps refer to by name."""
    return tuple(dict.fromkeys(r.output for s in steps for r in refs(s.arguments) if r.from_step == of and r.output))
