"""Climate indices at a server that computes them from files: cut there, computed there, joined to an ensemble here.

The server (Finch and its like) fetches each run's own files; only what it makes of them travels. What is cut is a little more
than the place, whose own outline is applied here to what comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from connectors.offers import ProcessOffer
from planners.placement.draft import Draft
from planners.placement.fit import least
from planners.placement.quotes import quoted
from planners.plan import Ref, Step

SUBSET = "subset_bbox"
MARGIN = 3.0  # degrees around a box: more than a cell of the coarsest models
_JOINED = ("experiments", "members", "sources", "member_ids")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an input of an index comes from: the load of its runs' files, and how they would be joined here."""

    load: Step
    merge: Step


def computed_there(draft: Draft, step: Step, offer: ProcessOffer) -> str:
    """Have an index computed at the server, in the draft; says why not where it cannot be."""
    inputs = offer.inputs.get(step.operation, {})
    named = {name: value for name, value in step.arguments.items() if isinstance(value, Ref)}
    sources = {name: found for name, ref in named.items() if (found := _source(draft, ref)) is not None}
    if not named or len(sources) < len(named):
        return "its inputs are not plain files of an archive"
    arguments = _arguments(step, inputs)
    if isinstance(arguments, str):
        return arguments
    if unknown := [name for name in named if name not in inputs]:
        return f"it takes no {', '.join(unknown)}"
    given = {*named, *arguments}
    if lacking := [name for name, entry in inputs.items() if least(entry) > 0 and name not in given]:
        return f"it wants {', '.join(lacking)} too"
    files = {name: cut_there(draft, source.load, offer, before=step.id) for name, source in sources.items()}
    index = Step(id=f"{step.id}-there", kind="process", source=offer.source.id, operation=step.operation,
                 arguments=files | arguments, intent=step.intent, quote=quoted(step.operation, offer))  # fmt: skip
    merge = next(iter(sources.values())).merge
    joined = {name: merge.arguments[name] for name in _JOINED if name in merge.arguments}
    draft.put(replace(
        step, operation="merge_cubes", quote=merge.quote,
        arguments={"data": draft.insert(index, before=step.id), "variable": step.operation} | joined,
    ))  # fmt: skip
    return ""


def cut_there(draft: Draft, load: Step, offer: ProcessOffer, *, before: str) -> Ref:
    """The runs of a load, left where they lie and cut at the server where it can; gives what is to be read."""
    draft.put(replace(load, arguments={**load.arguments, "by_reference": True}))
    corners, known = _corners(load.arguments.get("bbox")), offer.inputs.get(SUBSET, {})
    if not corners or "resource" not in known:
        return Ref(from_step=load.id)
    limits = corners | _days(load.arguments.get("intervals"))
    arguments = {"resource": Ref(from_step=load.id)} | {n: v for n, v in limits.items() if n in known}
    cut = Step(id=f"{load.id}-cut", kind="process", source=offer.source.id, operation=SUBSET, arguments=arguments,
               intent=load.intent, quote=quoted(SUBSET, offer))  # fmt: skip
    return draft.insert(cut, before=before)


def _source(draft: Draft, reference: Ref) -> Source | None:
    """The load behind an input, through a cut to the place and the joining of runs; None where there is more to it."""
    step = draft.step(reference)
    if step is not None and step.operation in ("filter_spatial", "filter_bbox"):
        step = draft.step(step.arguments.get("data"))
    if step is None or step.operation != "merge_cubes":
        return None
    load = draft.step(step.arguments.get("data"))
    return Source(load=load, merge=step) if load is not None and load.kind == "load" else None


def _arguments(step: Step, inputs: Mapping[str, Any]) -> dict[str, Any] | str:
    """The parameters of an index in the server's words; or why it has none for them."""
    arguments: dict[str, Any] = {"freq": "YS"} if "freq" in inputs else {}
    for name, value in step.arguments.items():
        if isinstance(value, Ref) or value is None:
            continue
        own = name
        if name == "months":
            own = "month"
        elif name == "threshold":
            thresholds = [n for n in inputs if n.startswith("thresh")]
            own = thresholds[0] if len(thresholds) == 1 else name
        if own not in inputs:
            return f"it takes no {name}"
        arguments[own] = value
    return arguments


def _corners(bbox: Any) -> dict[str, Any]:
    """A box with its margin as Finch writes it; empty where it is the world's, or comes near 0° or 180°.

    The margin keeps the neighbours by which the size of the cells is told. Finch takes 0° to 360° where no longitudes are given,
    and so halves data of −180° to 180°; across 0° it refuses.
    """
    if not bbox:
        return {}
    west, south, east, north = (float(v) for v in bbox)
    west, east = west - MARGIN, east + MARGIN
    if not (0 < west < east <= 180 or -180 <= west < east < 0):
        return {}
    return {"lon0": west, "lon1": east, "lat0": max(-90.0, south - MARGIN), "lat1": min(90.0, north + MARGIN)}


def _days(intervals: Any) -> dict[str, str]:
    """The first and the last day that are wanted, where both ends are known."""
    ends = [pair for pair in intervals or () if pair[0] and pair[1]]
    if not ends or len(ends) < len(intervals):
        return {}
    return {"start_date": min(pair[0] for pair in ends), "end_date": max(pair[1] for pair in ends)}
