"""Place: a plan whose steps run here is given to the servers that are wished for, as far as they describe the same.

Every wish is told of in the answers: what ran where, or why it ran here all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from connectors.offers import ProcessOffer
from planners.placement.draft import Draft
from planners.placement.fit import misfit, outputs_used
from planners.placement.indices import SUBSET, computed_there, cut_there
from planners.placement.quotes import quoted
from planners.placement.wishes import Preference, Wish
from planners.plan import Plan, Ref, Step
from planners.quote import total

HERE = "local-processes"
_SUBSETS = (SUBSET, "subset")


@dataclass(slots=True, kw_only=True)
class _Tried:
    """What came of one wish at one server."""

    moved: list[str] = field(default_factory=list)  # ids of steps as they stand in the draft
    processes: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)


def place(
    plan: Plan, asked: Mapping[int, Sequence[Wish]], offers: Mapping[str, ProcessOffer], *, prefer: Preference
) -> Plan:
    """The plan with steps moved to the servers that were asked for by each of its readings, and caveats that say so."""
    draft = Draft(plan.steps)
    for intent, wishes in asked.items():
        for wish in wishes:
            _granted(draft, intent, wish, offers, prefer=prefer)
    steps = draft.finished()
    return replace(plan, steps=steps, quote=total(s.quote for s in steps))


def _granted(draft: Draft, intent: int, wish: Wish, offers: Mapping[str, ProcessOffer], *, prefer: Preference) -> None:
    known = [offers[name] for name in wish.candidates if name in offers]
    there = [offer for offer in known if not offer.away]
    if prefer == "local":
        _tell(draft, intent, "kept_here", server=wish.said)
    elif not known:
        _tell(draft, intent, "server_unknown", server=wish.said)
    elif not there:
        _tell(draft, intent, "server_away", server=known[0].source.title, reason=known[0].away)
    else:
        _at_the_first(draft, intent, wish, there)


def _at_the_first(draft: Draft, intent: int, wish: Wish, there: Sequence[ProcessOffer]) -> None:
    """Move what can be moved to the first server that can do anything of it."""
    reasons: dict[str, str] = {}
    for offer in there:
        tried = _moved(draft, intent, wish, offer)
        if tried.moved:
            told = {
                "server": offer.source.title,
                "source": offer.source.id,
                "processes": list(dict.fromkeys(tried.processes)),
            }
            _tell(draft, intent, "ran_at", behind=frozenset(tried.moved), **told)
            return
        reasons = reasons or tried.reasons
    if not wish.is_named:
        return
    title = there[0].source.title
    if reasons:
        process, reason = next(iter(reasons.items()))
        _tell(draft, intent, "server_differs", server=title, process=process, reason=reason)
    else:
        _tell(draft, intent, "server_lacks", server=title, processes=[wish.process] if wish.process else [])


def _moved(draft: Draft, intent: int, wish: Wish, offer: ProcessOffer) -> _Tried:
    tried = _Tried()
    for step in [s for s in draft.steps if s.kind == "process" and s.source == HERE and s.intent == intent]:
        if step.operation not in offer.processes or (wish.process and step.operation != wish.process):
            continue
        reason = misfit(step, offer, used=outputs_used(draft.steps, step.id))
        if not reason:
            draft.put(replace(step, source=offer.source.id, quote=quoted(step.operation, offer)))
        elif computed_there(draft, step, offer):
            tried.reasons.setdefault(step.operation, reason)
            continue
        else:
            tried.processes += [SUBSET] if _is_cut(draft, step.id) else []
        tried.moved.append(step.id)
        tried.processes.append(step.operation)
    if wish.process in _SUBSETS and SUBSET in offer.processes:
        _cut(draft, intent, offer, tried)
    if not tried.moved and wish.process in offer.processes and not tried.reasons:
        wanted = ", ".join(offer.inputs.get(wish.process, {})) or "inputs of its own"
        tried.reasons[wish.process] = f"it takes {wanted}, which no step of this answer has"
    return tried


def _is_cut(draft: Draft, moved: str) -> bool:
    """Whether what a step reads is cut at the server first."""
    behind = draft.rests_on(next(s for s in draft.steps if s.id == moved))
    return any(s.operation == SUBSET and s.id in behind for s in draft.steps)


def _cut(draft: Draft, intent: int, offer: ProcessOffer, tried: _Tried) -> None:
    """Have the runs that are joined here cut there first."""
    for merge in [s for s in draft.steps if s.operation == "merge_cubes" and s.intent == intent]:
        load = draft.step(merge.arguments.get("data"))
        if load is None or load.kind != "load":
            continue
        cut = cut_there(draft, load, offer, before=merge.id)
        if cut != Ref(from_step=load.id):
            draft.put(replace(merge, arguments={**merge.arguments, "data": cut}))
            tried.moved.append(merge.id)
            tried.processes.append(SUBSET)
        elif SUBSET in offer.inputs:
            tried.reasons.setdefault(SUBSET, "it cannot cut the whole world, nor a box near 0° or 180°")


def _tell(draft: Draft, intent: int, code: str, *, behind: frozenset[str] | None = None, **parameters: Any) -> None:
    """Put a caveat on the responses of a reading; where `behind` is given, on those that rest on one of these steps."""
    caveat = {"code": code, "parameters": parameters}
    for step in [s for s in draft.steps if s.kind == "fuse" and s.intent == intent]:
        if behind is None or behind & draft.rests_on(step):
            said = [*(step.arguments.get("caveats") or []), caveat]
            draft.put(_with_caveats(step, said))


def _with_caveats(step: Step, caveats: list[dict[str, Any]]) -> Step:
    return replace(step, arguments={**step.arguments, "caveats": caveats})
