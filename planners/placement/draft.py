"""Draft: the steps of a plan while some of them are moved; ids are given anew at the end, and what nobody needs is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from planners.plan import Ref, Step


class Draft:
    """Steps in order; new ones are put before the step that reads them."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._steps = list(steps)

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps)

    def step(self, reference: Any) -> Step | None:
        """The step that a reference points at; None for anything else."""
        if not isinstance(reference, Ref):
            return None
        return next((s for s in self._steps if s.id == reference.from_step), None)

    def put(self, step: Step) -> None:
        """Put a step in the place of the one that has its id."""
        self._steps = [step if s.id == step.id else s for s in self._steps]

    def insert(self, step: Step, *, before: str) -> Ref:
        """Add a step, once, ahead of another; gives the reference to it."""
        if all(s.id != step.id for s in self._steps):
            at = next(n for n, s in enumerate(self._steps) if s.id == before)
            self._steps.insert(at, step)
        return Ref(from_step=step.id)

    def rests_on(self, step: Step) -> frozenset[str]:
        """Ids of all steps behind one."""
        seen: set[str] = set()
        stack = list(step.needs)
        while stack:
            if (identifier := stack.pop()) not in seen:
                seen.add(identifier)
                stack += next(s for s in self._steps if s.id == identifier).needs
        return frozenset(seen)

    def finished(self) -> tuple[Step, ...]:
        """The steps that a response rests on, as s1, s2, …"""
        needed = {s.id for s in self._steps if s.kind == "fuse"}
        for step in [s for s in self._steps if s.kind == "fuse"]:
            needed |= self.rests_on(step)
        kept = [s for s in self._steps if s.id in needed]
        ids = {step.id: f"s{n}" for n, step in enumerate(kept, start=1)}
        return tuple(replace(s, id=ids[s.id], arguments=renamed(s.arguments, ids)) for s in kept)


def renamed(value: Any, ids: Mapping[str, str]) -> Any:
    """Arguments with the ids of steps given anew; ids that are not in the mapping stay."""
    match value:
        case Ref():
            return replace(value, from_step=ids.get(value.from_step, value.from_step))
        case Mapping():
            return {k: renamed(v, ids) for k, v in value.items()}
        case list() | tuple():
            return [renamed(v, ids) for v in value]
        case _:
            return value
