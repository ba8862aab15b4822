"""RECIPES, the table of kinds of questions, and `plan_for`, which joins the steps of every reading into one plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any, cast

from connectors.offers import Source
from planners.base import Recipe
from planners.errors import NoPlan
from planners.intent import Intent
from planners.plan import Plan, Ref, Step, write_refs
from planners.quote import SECONDS, Quote, total

RECIPES: Mapping[str, str] = {  # action → module, alphabetical
    "change": "planners.recipes.change",
    "compare": "planners.recipes.compare",
    "describe": "planners.recipes.describe",
    "detect": "planners.recipes.detect",
    "explain": "planners.recipes.explain",
    "find": "planners.recipes.find",
    "project": "planners.recipes.project",
    "simulate": "planners.recipes.simulate",
    "trend": "planners.recipes.trend",
}

NOT_YET: Mapping[str, tuple[str, tuple[str, ...]]] = {  # action → what is missing, what is near
    "train": (
        "no model is trained or retrained here, and nothing was started or stored: neither labels and corrections that come"
        " with a question, nor a job. It would take labelled samples with their licence, a process that trains (none is registered)"
        " and, for networks, an accelerator. Until then models can be run as they were published, and scenes to label be found",
        (
            "find Sentinel-2 scenes near Berlin",
            "how cloudy was the Sentinel-2 scene west of Berlin on 16 February 2017",
        ),
    ),
}

READINGS = 3  # readings of one part that run side by side
FLOOR = 0.1  # probability under which a reading is run only if it is its part's first

_FAMILY = {"process": "compute", "infer": "ml"}
_TYPICAL = {  # seconds at the median and the 90th percentile, bytes, requests; measured on the embedded federation, 2 cores
    "search": Quote(seconds_p50=0.1, seconds_p90=0.5, bytes=50_000, requests=2),
    "load": Quote(seconds_p50=0.2, seconds_p90=2.0, bytes=5_000_000, requests=5),
    "process": Quote(seconds_p50=0.02, seconds_p90=0.2, bytes=10_000, requests=1),
    "infer": Quote(seconds_p50=4.0, seconds_p90=10.0, bytes=0, requests=1),
    "fuse": Quote(basis="measured"),
}


def recipe_for(intent: Intent) -> Recipe:
    """The recipe of an intent's action; a bare place or keyword is searched for. Raises NoPlan."""
    action = intent.action or "find"
    path = RECIPES.get(action)
    if path is None:
        message, nearest = NOT_YET.get(action, (f"nothing knows how to {action}", ()))
        raise NoPlan(message, missing=action, nearest=nearest)
    return cast(Recipe, import_module(path))


def plan_for(
    question: str,
    intents: tuple[Intent, ...],
    sources: tuple[Source, ...],
    *,
    timings: Mapping[str, Quote] | None = None,
) -> Plan:
    """Plan every reading worth running; a part that cannot be planned says so in its place. Raises NoPlan where none can.

    `timings` are quotes by `kind:operation`, measured on past runs.
    """
    drawn: list[tuple[int, tuple[Step, ...]]] = []
    refused: list[tuple[int, NoPlan]] = []
    for index in _worth_running(intents):
        try:
            drawn.append((index, _checked(recipe_for(intents[index]).steps(intents[index], sources), sources)))
        except NoPlan as reason:
            refused.append((index, reason))
    if not drawn:
        raise refused[0][1] if refused else NoPlan("the question has no reading to plan", missing="action")
    answered = {intents[index].part for index, _ in drawn}
    drawn += [(i, (_unsupported(intents[i], reason),)) for i, reason in refused if intents[i].part not in answered]
    steps = tuple(replace(s, quote=_quote(s, timings or {})) for s in _join(sorted(drawn, key=lambda d: d[0])))
    return Plan(question=question, intents=intents, steps=steps, quote=total(s.quote for s in steps))


def _worth_running(intents: tuple[Intent, ...]) -> list[int]:
    chosen: list[int] = []
    for part in sorted({i.part for i in intents}):
        readings = sorted(
            (n for n, i in enumerate(intents) if i.part == part), key=lambda n: (-intents[n].probability, n)
        )
        chosen += [n for rank, n in enumerate(readings[:READINGS]) if rank == 0 or intents[n].probability >= FLOOR]
    return chosen


def _checked(steps: tuple[Step, ...], sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """The steps, refused where a family they need has no source."""
    there = {s.family for s in sources if s.enabled}
    for step in steps:
        family = step.arguments.get("family") if step.kind == "search" else _FAMILY.get(step.kind)
        if family and family not in there:
            raise NoPlan(f"no source of the family {family!r} is enabled; see `conductor sources`", missing=str(family))
    return steps


def _unsupported(intent: Intent, reason: NoPlan) -> Step:
    facts = {"message": str(reason), "missing": reason.missing, "nearest": list(reason.nearest)}
    arguments = {"part": intent.part, "kind": "explanation", "role": "unsupported", "facts": facts}
    return Step(id="s1", kind="fuse", source="conductor", operation="respond", arguments=arguments)


def _join(drawn: list[tuple[int, tuple[Step, ...]]]) -> tuple[Step, ...]:
    """All steps under ids s1, s2, …; a step that two readings share runs once, under the first."""
    joined: dict[str, Step] = {}
    for intent, steps in drawn:
        ids: dict[str, str] = {}
        for step in steps:
            arguments = _renamed(step.arguments, ids)
            key = repr(
                [intent if step.kind == "fuse" else None, step.kind, step.source, step.operation, write_refs(arguments)]
            )
            if key not in joined or step.kind == "fuse":
                key = key if key not in joined else f"{key}#{len(joined)}"
                joined[key] = replace(step, id=f"s{len(joined) + 1}", arguments=arguments, intent=intent)
            ids[step.id] = joined[key].id
    return tuple(joined.values())


def _renamed(value: Any, ids: Mapping[str, str]) -> Any:
    match value:
        case Ref():
            return replace(value, from_step=ids[value.from_step])
        case Mapping():
            return {k: _renamed(v, ids) for k, v in value.items()}
        case list() | tuple():
            return [_renamed(v, ids) for v in value]
        case _:
            return value


def _quote(step: Step, timings: Mapping[str, Quote]) -> Quote:
    """As past runs went, else as the operation was measured here, else as steps of its kind are."""
    name = f"{step.kind}:{step.operation}"
    if (known := timings.get(name)) is not None:
        return known
    usual = _TYPICAL[step.kind]
    if (measured := SECONDS.get(name)) is None:
        return usual
    return replace(usual, seconds_p50=measured[0], seconds_p90=measured[1], basis="measured")
