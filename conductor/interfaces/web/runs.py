"""The runs of a server: each a task that fills a list of events; listeners come, go and come back without loss."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from conductor.answer import Answer
from conductor.ask import Conductor
from conductor.errors import ConductorError
from conductor.events import Answered, Event
from conductor.question import Question
from connectors.errors import ConnectorError
from planners.errors import PlannerError
from planners.plan import Plan

KEPT = 200


@dataclass(slots=True)
class Run:
    """One question being answered: the only mutable thing here, written by its own task alone."""

    id: str
    question: Question
    events: list[Event] = field(default_factory=list)
    error: str | None = None
    ended: bool = False
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    task: asyncio.Task[None] | None = None

    @property
    def answer(self) -> Answer | None:
        return next((e.answer for e in reversed(self.events) if isinstance(e, Answered)), None)

    @property
    def plan(self) -> Plan | None:
        from conductor.events import Planned

        return next((e.plan for e in self.events if isinstance(e, Planned)), None)


class Runs:
    """Starts, keeps and dismisses runs; the oldest ended ones are forgotten beyond a few hundred."""

    def __init__(self, conductor: Conductor) -> None:
        self._conductor = conductor
        self._runs: OrderedDict[str, Run] = OrderedDict()

    def get(self, run_id: str) -> Run | None:
        return self._runs.get(run_id)

    def start(self, question: Question) -> Run:
        """Begin to answer; returns at once."""
        run = Run(id=self._conductor.run_id(question), question=question)
        run.task = asyncio.create_task(self._fill(run))
        self._runs[run.id] = run
        for old in [i for i, r in self._runs.items() if r.ended][: max(0, len(self._runs) - KEPT)]:
            del self._runs[old]
        return run

    async def dismiss(self, run: Run) -> None:
        """Stop a run (OGC `dismiss`); its listeners are told."""
        if run.task and not run.ended:
            run.task.cancel()
            await asyncio.wait([run.task])

    async def follow(self, run: Run, *, after: int = 0) -> AsyncIterator[tuple[int, Event]]:
        """Every event from number `after` on, as it comes, to the end of the run."""
        number = after
        while True:
            while number < len(run.events):
                yield number, run.events[number]
                number += 1
            if run.ended:
                return
            async with run.changed:
                while not run.ended and number >= len(run.events):
                    await run.changed.wait()

    async def _fill(self, run: Run) -> None:
        try:
            async for event in self._conductor.stream(run.question, run=run.id):
                run.events.append(event)
                await self._tell(run)
        except (ConductorError, ConnectorError, PlannerError) as error:
            run.error = str(error)
        except asyncio.CancelledError:
            run.error = "the run was dismissed"
        finally:
            run.ended = True
            await asyncio.shield(self._tell(run))

    async def _tell(self, run: Run) -> None:
        async with run.changed:
            run.changed.notify_all()
