"""Otherwise: what would have been done here is done after all where the servers give nothing; until then it waits.

A step with `unless` is passed over where any of the results that it names is there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from planners.placement.draft import Draft, renamed
from planners.plan import Plan, Ref, Step, write_refs
from planners.quote import Quote, total

NEEDS_DAILY = "needs_daily"


def otherwise(placed: Plan, plain: Plan, *, titles: Mapping[str, str]) -> Plan:
    """The placed plan with the plain one behind it, for each reading of which a step runs elsewhere.

    `titles` are what servers are called, by id.
    """
    moved = {s.intent for s in placed.steps if s.quote.at}
    steps = [s for s in placed.steps if not (s.intent in moved and s.arguments.get("role") == NEEDS_DAILY)]
    known = {_key(s): s.id for s in steps}
    shown = {n: _shown(steps, n) for n in moved}
    servers = {
        n: list(dict.fromkeys(titles.get(a, a) for s in steps if s.intent == n for a in s.quote.at)) for n in moved
    }
    ids: dict[str, str] = {}
    for step in (s for s in plain.steps if s.intent in moved):
        own = replace(step, id=f"o-{step.id}", arguments=renamed(step.arguments, ids))
        if (same := known.get(_key(own))) is not None:
            ids[step.id] = same
            continue
        ids[step.id] = own.id
        steps.append(_waiting(own, shown[step.intent], servers[step.intent]))
    finished = Draft(steps).finished()
    return replace(placed, steps=finished, quote=total(s.quote for s in finished))


def _waiting(step: Step, shown: list[Ref], servers: list[str]) -> Step:
    """A step of the plain plan that waits for the others to have failed; searches do not."""
    if step.kind == "search":
        return step
    free = replace(step, quote=Quote(basis="measured"))
    if step.kind not in ("load", "fuse") and any(need.startswith("o-") for need in step.needs):
        return free  # what it reads waits
    groups = step.arguments.get("unless") or [[]]
    said: dict[str, Any] = {"unless": [[*group, *shown] for group in groups]}
    if step.kind == "fuse":
        caveat = {"code": "ran_here", "parameters": {"servers": servers}}
        said["caveats"] = [*(step.arguments.get("caveats") or []), caveat]
    return replace(free, arguments={**step.arguments, **said})


def _shown(steps: list[Step], intent: int) -> list[Ref]:
    """What the responses of a reading show that rest on a step elsewhere."""
    draft, elsewhere = Draft(steps), {s.id for s in steps if s.quote.at}
    responses = (s for s in steps if s.kind == "fuse" and s.intent == intent and elsewhere & draft.rests_on(s))
    told = (s.arguments.get(s.arguments["kind"]) for s in responses)
    return list(dict.fromkeys(r for r in told if isinstance(r, Ref)))


def _key(step: Step) -> str:
    return json.dumps([step.kind, step.source, step.operation, write_refs(step.arguments)], sort_keys=True)
