"""Explanations: what a vocabulary says of an experiment, variable, model, collection or process; what there is to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from connectors.extents import BBox
from connectors.offers import Source
from connectors.vocabulary import collections, models, processes, quantities, scenarios
from connectors.vocabulary.entries import Entry
from planners.blocks.answers import respond
from planners.blocks.sketch import Sketch
from planners.errors import NoPlan
from planners.intent import Intent
from planners.plan import Step

action = "explain"
_HIDDEN = frozenset({"id", "name_en", "name_fr", "aliases", "source"})
ACTIONS = ("find", "describe", "compare", "trend", "project", "detect", "change", "simulate", "explain")


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Look every topic up in the vocabularies; with none, say what can be asked. Nothing is searched."""
    sketch = Sketch()
    topics = tuple(dict.fromkeys(intent.topics or _topics(intent)))
    for topic in topics:
        if facts := facts_of(topic):
            respond(sketch, intent, kind="explanation", role="definition", facts=facts, conditions={"topic": topic})
    if topics and not sketch.steps:
        raise NoPlan(f"the vocabularies do not know {topics[0].partition(':')[2] or topics[0]!r}", missing="topics",
                     nearest=("an experiment, a variable, a model, a collection or a process by its id",))  # fmt: skip
    if not topics:
        respond(sketch, intent, kind="explanation", role="capabilities", facts=_capabilities(sources))
    return sketch.steps


def facts_of(topic: str) -> dict[str, Any] | None:
    """The vocabulary's entry for `kind:id` as JSON; None where it has none."""
    kind, _, identifier = topic.partition(":")
    entry = _entry(kind, identifier or kind)
    if entry is None:
        return None
    details = {f.name: _plain(getattr(entry, f.name)) for f in fields(entry) if f.name not in _HIDDEN}
    return {"kind": kind, "id": entry.id.rpartition(":")[2], "name": {"en": entry.name_en, "fr": entry.name_fr},
            "details": {k: v for k, v in details.items() if v not in (None, [], "")}, "source": entry.source}  # fmt: skip


def _entry(kind: str, identifier: str) -> Entry | None:
    match kind:
        case "experiment" | "experiment_id" | "scenario":
            return scenarios.experiment(identifier)
        case "variable" | "variables" | "variable_id":
            return quantities.by_variable(identifier)
        case "standard_name":
            return quantities.by_standard_name(identifier)
        case "indicator":
            return quantities.by_indicator(identifier)
        case "spectral_index":
            return quantities.quantity(f"index:{identifier}")
        case "quantity":
            return quantities.quantity(identifier)
        case "collection" | "collections":
            return collections.collection(identifier)
        case "process" | "processes":
            return processes.process(identifier)
        case _:
            return models.facet(kind, identifier)


def _topics(intent: Intent) -> Iterable[str]:
    """Topics that the slots name, for a reading that has no topics of its own."""
    yield from (f"{facet}:{value}" for facet, values in intent.facets.items() for value in values)
    yield from (f"collection:{c}" for c in intent.collections)
    yield from (f"process:{p}" for p in intent.processes)
    for quantity in intent.quantities:
        if quantity.variable_id:
            yield f"variable_id:{quantity.variable_id}"
        elif quantity.indicator:
            yield f"indicator:{quantity.indicator}"
        elif quantity.spectral_index:
            yield f"spectral_index:{quantity.spectral_index}"
        elif quantity.standard_name:
            yield f"standard_name:{quantity.standard_name}"


def _capabilities(sources: tuple[Source, ...]) -> dict[str, Any]:
    """What there is to do, and how many sources of each family there are to do it with."""
    families = Counter(source.family for source in sources if source.enabled)
    return {"kind": "capabilities", "actions": list(ACTIONS), "sources": dict(sorted(families.items()))}


def _plain(value: Any) -> Any:
    if isinstance(value, BBox):
        return value.to_list()
    return list(value) if isinstance(value, tuple | frozenset) else value
