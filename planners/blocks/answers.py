"""Responding: the pure last step of a chain, which says what its results are an answer to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planners.blocks.evidence import (
    EVERYTHING,
    Subject,
    against_baseline,
    gridded,
    over,
    quantity_document,
    spread,
    yearly,
)
from planners.blocks.indices import index_of
from planners.blocks.sketch import Sketch
from planners.blocks.when import pair, period_document
from planners.blocks.where import place_caveats, place_document
from planners.intent import Intent, Period, Quantity
from planners.plan import Ref


def respond(sketch: Sketch, intent: Intent, *, kind: str, role: str, **arguments: Any) -> str:
    """Add a response of the given kind (what it shows) and role (what it says); empty arguments are left out."""
    said = {k: v for k, v in arguments.items() if v is not None and v != []}
    return sketch.add("fuse", "conductor", "respond", part=intent.part, kind=kind, role=role, **said)


def about(subject: Subject, **more: Any) -> dict[str, Any]:
    """The arguments of a response that say what it is about; caveats given join the place's own."""
    caveats = place_caveats(subject.place) + more.pop("caveats", [])
    conditions = subject.conditions | more.pop("conditions", {})
    return {"quantity": quantity_document(subject.quantity), "place": place_document(subject.place),
            "conditions": conditions, "caveats": caveats} | more  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a response was made of, for a contrast to be made of it too: the cube of period means, the value, the items."""

    means: Ref
    value: Ref
    items: Ref


def respond_level(
    sketch: Sketch,
    intent: Intent,
    subject: Subject,
    *,
    target: Period,
    role: str = "level",
    within: tuple[Period, ...] = (),
) -> Told:
    """The value itself over the target period, with the yearly series; the evidence must also hold the periods `within`."""
    chain = yearly(sketch, subject, within or (target,))
    means = over(sketch, chain.cube, target)
    value, course = spread(sketch, subject, means, "level"), spread(sketch, subject, chain.cube, "level")
    respond(sketch, intent, kind="value", role=role, value=Ref(from_step=value, output="value"),
            table=Ref(from_step=value, output="table"), series=Ref(from_step=course, output="series"),
            items=chain.items, period=period_document(target),
            **about(subject))  # fmt: skip
    return Told(means=means, value=Ref(from_step=value, output="value"), items=chain.items)


def respond_change(
    sketch: Sketch, intent: Intent, subject: Subject, *, target: Period, reference: Period,
    role: str = "change", conditions: dict[str, Any] | None = None,
) -> Told:  # fmt: skip
    """The change from the reference to the target period, with its course."""
    chain = yearly(sketch, subject, (target, reference))
    course = against_baseline(sketch, subject, chain.cube, reference)
    means = over(sketch, course, target)
    value, fan = spread(sketch, subject, means, "change"), spread(sketch, subject, course, "change")
    respond(sketch, intent, kind="value", role=role, value=Ref(from_step=value, output="value"),
            table=Ref(from_step=value, output="table"), series=Ref(from_step=fan, output="series"),
            items=chain.items, period=period_document(target),
            reference=period_document(reference), **about(subject, conditions=conditions or {}))  # fmt: skip
    return Told(means=means, value=Ref(from_step=value, output="value"), items=chain.items)


def respond_map(sketch: Sketch, intent: Intent, subject: Subject, *, target: Period, reference: Period | None) -> None:
    """The field over the target period, or its change, as the median over runs."""
    chain = gridded(sketch, subject, (target, reference))
    drawn = sketch.process("map_field", data=chain.cube, interval=pair(target), reference=pair(reference),
                           place=place_document(subject.place))  # fmt: skip
    respond(sketch, intent, kind="map", role="map", map=drawn,
            grid=Ref(from_step=drawn.from_step, output="grid"),
            items=chain.items, period=period_document(target),
            reference=period_document(reference), **about(subject))  # fmt: skip


def respond_coarser(sketch: Sketch, intent: Intent) -> None:
    """For each index, what is held at coarser steps, told only where daily values of an input were not found."""
    for quantity in (q for q in intent.quantities if q.indicator):
        index = index_of(quantity)
        told = [s for s in sketch.steps if s.kind == "fuse" and _is_about(s.arguments.get("quantity"), quantity)]
        loads = [_loads(sketch, variable) for variable in index.searched]
        variables = list(dict.fromkeys((*index.searched, "tas")))
        facets = {"variable_id": variables, "frequency": ["mon", "yr"]}
        found = sketch.add("search", "esgf", "search", family="esgf", facets=facets, limit=EVERYTHING)
        for said in told[:1]:
            respond(sketch, intent, kind="items", role="needs_daily", items=Ref(from_step=found), unless=loads,
                    quantity=quantity_document(quantity), place=said.arguments.get("place"),
                    period=said.arguments.get("period"), conditions=said.arguments.get("conditions"),
                    facts={"inputs": list(index.searched), "indicator": index.indicator})  # fmt: skip


def _loads(sketch: Sketch, variable: str) -> list[Ref]:
    """The loads of a variable's daily values."""
    daily = {
        s.id
        for s in sketch.steps
        if s.kind == "search"
        and (s.arguments.get("facets") or {}).get("variable_id") == [variable]
        and (s.arguments.get("facets") or {}).get("frequency") == ["day"]
    }
    loads = (s for s in sketch.steps if s.kind == "load" and isinstance(s.arguments.get("items"), Ref))
    return [Ref(from_step=s.id) for s in loads if s.arguments["items"].from_step in daily]


def _is_about(document: Any, quantity: Quantity) -> bool:
    return isinstance(document, dict) and document == quantity_document(quantity)
