"""Purpose-made stand-ins for the outside world: one that answers from a table, one that fails, one that is slow."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from connectors.items import Outcome
from connectors.operations import Infer, Load, Operation, Process, Search


def name_of(operation: Operation) -> str:
    """The word a test knows an operation by."""
    match operation:
        case Search():
            return "search"
        case Load():
            return "load"
        case Process():
            return operation.process_id
        case Infer():
            return operation.model


@dataclass
class Scripted:
    """Does each operation as told: an outcome, a function of the operation, or an exception to raise; keeps what it was asked.

    `delay_s` is waited before every answer, or per operation name.
    """

    script: dict[str, Outcome | Exception | Callable[[Operation], Outcome]]
    delay_s: dict[str, float] = field(default_factory=dict)
    asked: list[Operation] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)

    async def execute(self, operation: Operation, *, source: str) -> Outcome:
        name = name_of(operation)
        self.asked.append(operation)
        try:
            await asyncio.sleep(self.delay_s.get(name, 0.0))
        except asyncio.CancelledError:
            self.cancelled.append(name)
            raise
        answer = self.script[name]
        if isinstance(answer, Exception):
            raise answer
        return answer(operation) if callable(answer) else answer
