"""What a step of a plan is called before people."""

from __future__ import annotations

from planners.plan import Step

_SEARCHED = {"esgf": "ESGF catalogues", "eo": "Earth observation catalogues", "ml": "model catalogues"}


def label_of(step: Step) -> str:
    """A few words for a progress line."""
    match step.kind:
        case "search":
            return f"searching {_SEARCHED.get(step.source, step.source)}"
        case "load":
            return "fetching the files that serve"
        case "process":
            return f"{step.operation.replace('_', ' ')} at {step.source}"
        case "infer":
            return f"running the model {step.operation}"
        case _:
            return "weighing the evidence"
