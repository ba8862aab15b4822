"""Sketch: a plan being drawn, where the same step asked for twice is one step."""

from __future__ import annotations

import json
from typing import Any

from planners.plan import Ref, Step, StepKind, write_refs


class Sketch:
    """Steps in the order they were first asked for, with ids s1, s2, … of their own."""

    def __init__(self) -> None:
        self._steps: dict[str, Step] = {}

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps.values())

    def add(self, kind: StepKind, source: str, operation: str, /, **arguments: Any) -> str:
        """Add a step, or find the one that asks exactly the same; give its id."""
        key = json.dumps([kind, source, operation, write_refs(arguments)], sort_keys=True, ensure_ascii=False)
        if key not in self._steps:
            identifier = f"s{len(self._steps) + 1}"
            self._steps[key] = Step(id=identifier, kind=kind, source=source, operation=operation, arguments=arguments)
        return self._steps[key].id

    def process(self, process_id: str, *, output: str = "cube", **inputs: Any) -> Ref:
        """Add a process of the local server and refer to one of its outputs."""
        return Ref(from_step=self.add("process", "local-processes", process_id, **inputs), output=output)
