"""Plan: an immutable, checked, acyclic graph of steps; the same for the same question, byte for byte.

A step's arguments are literals or `Ref`s to earlier steps (openEO's `from_node`, CWL's `source`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any, Literal

import msgspec

from planners.errors import InvalidPlan
from planners.intent import Intent
from planners.quote import Quote

StepKind = Literal["search", "load", "process", "infer", "fuse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """The output of another step; `output` picks one of several by name."""

    from_step: str
    output: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One search, load, process, inference or fusion. `operation` is a process id, a model id or the kind's own word."""

    id: str
    kind: StepKind
    source: str
    operation: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    intent: int = 0
    quote: Quote = Quote()

    @property
    def needs(self) -> tuple[str, ...]:
        """Ids of the steps whose outputs this one reads."""
        return tuple(dict.fromkeys(ref.from_step for ref in refs(self.arguments)))


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Steps with references, refused when built if they do not hold together."""

    question: str
    intents: tuple[Intent, ...]
    steps: tuple[Step, ...]
    quote: Quote = Quote()

    def __post_init__(self) -> None:
        ids = [step.id for step in self.steps]
        if len(set(ids)) != len(ids):
            raise InvalidPlan(f"step ids must differ, got {sorted(i for i in set(ids) if ids.count(i) > 1)}")
        for step in self.steps:
            if unknown := set(step.needs) - set(ids):
                raise InvalidPlan(f"step {step.id!r} refers to {sorted(unknown)}, which the plan does not have")
        try:
            self.sorter().prepare()
        except CycleError as error:
            raise InvalidPlan(f"steps depend on each other in a circle: {error.args[1]}") from error

    @cached_property
    def id(self) -> str:
        """SHA-256 of the canonical plan, quotes and ids of the plan left out."""
        canonical = json.dumps(
            _without(self.to_dict(with_id=False), "quote"), sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        return hashlib.sha256(canonical.encode()).hexdigest()

    def sorter(self) -> TopologicalSorter[str]:
        return TopologicalSorter({step.id: step.needs for step in self.steps})

    def to_dict(self, *, with_id: bool = True) -> dict[str, Any]:
        """The plan as the answer contract's JSON; references become `{"from_step": …}`."""
        document = {
            "question": self.question,
            "intents": [_plain(i) for i in self.intents],
            "steps": [_step_dict(step) for step in self.steps],
            "quote": _plain(self.quote),
        }
        return ({"id": self.id} if with_id else {}) | document

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Plan:
        """Read a plan back, edited or not; raises InvalidPlan."""
        try:
            steps = tuple(
                Step(
                    **{k: v for k, v in s.items() if k not in ("arguments", "quote")},
                    arguments=_read_refs(s.get("arguments", {})),
                    quote=msgspec.convert(s.get("quote") or {}, Quote),
                )
                for s in document["steps"]
            )
            intents = tuple(msgspec.convert(i, Intent) for i in document.get("intents", ()))
            quote = msgspec.convert(document.get("quote") or {}, Quote)
        except (KeyError, TypeError, ValueError, msgspec.ValidationError) as error:
            raise InvalidPlan(f"this is not a plan: {error}; see `conductor plan --json` for the shape") from error
        return cls(
            question=document.get("question", ""),
            intents=intents,
            steps=steps,
            quote=quote,
        )


def _plain(value: Intent | Quote) -> dict[str, Any]:
    """As JSON; mappings of whatever kind become dicts."""
    document: dict[str, Any] = msgspec.to_builtins(value, enc_hook=dict)
    return document


def refs(value: Any) -> Iterator[Ref]:
    """All references among arguments."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from refs(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from refs(inner)


def _step_dict(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "kind": step.kind,
        "source": step.source,
        "operation": step.operation,
        "arguments": write_refs(step.arguments),
        "intent": step.intent,
        "quote": _plain(step.quote),
    }


def write_refs(value: Any) -> Any:
    """Arguments as JSON: references become `{"from_step": …}`."""
    match value:
        case Ref():
            return {"from_step": value.from_step} | ({"output": value.output} if value.output else {})
        case Mapping():
            return {str(k): write_refs(v) for k, v in value.items()}
        case list() | tuple():
            return [write_refs(v) for v in value]
        case _:
            return value


def _read_refs(value: Any) -> Any:
    if isinstance(value, Mapping):
        if "from_step" in value:
            return Ref(from_step=str(value["from_step"]), output=value.get("output"))
        return {k: _read_refs(v) for k, v in value.items()}
    return [_read_refs(v) for v in value] if isinstance(value, list | tuple) else value


def _without(value: Any, name: str) -> Any:
    if isinstance(value, Mapping):
        return {k: _without(v, name) for k, v in value.items() if k != name}
    return [_without(v, name) for v in value] if isinstance(value, list) else value
