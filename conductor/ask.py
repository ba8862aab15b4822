"""Conductor: the whole story, question to answer: understand → plan → quote → run → fuse → narrate."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from conductor.answer import Actual, Answer, Understanding
from conductor.composer.composer import Understand, composer
from conductor.errors import OverBudget
from conductor.events import Answered, Event, Planned, StepEnded, Understood
from conductor.executor import execute
from conductor.fusion.respond import fuse
from conductor.narrator import narrate
from conductor.narrator.refusals import refusal
from conductor.narrator.reports import bytes_of, requests_of
from conductor.placing import placed
from conductor.provenance import provenance
from conductor.question import Question
from conductor.results import StepResult
from conductor.runs import RunLog
from conductor.settings import Settings
from connectors.base import Executor
from connectors.offers import Source
from planners.errors import NoPlan
from planners.plan import Plan
from planners.quote import Quote
from planners.registry import plan_for

if TYPE_CHECKING:
    from connectors.compute.calls import Calls

T = TypeVar("T")
REMEMBERED = 200  # runs whose provenance is kept at hand


class Conductor:
    """Answers questions; built of its parts here, from settings by `from_settings`, used as an async context manager."""

    def __init__(
        self, *, understand: Understand, sources: tuple[Source, ...], outside: Executor, log: RunLog, settings: Settings
    ) -> None:
        self.understand, self.sources, self.settings, self.outside = understand, sources, settings, outside
        self._log = log
        self._provenance: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._runner: _Runner | None = None

    def run_id(self, question: Question) -> str:
        """The id that the next run of this question will carry."""
        return self._log.new_id(question)

    def plan(self, understanding: Understanding) -> Plan:
        """What would be done, and its quote; nothing runs. Raises NoPlan."""
        return plan_for(understanding.question, understanding.intents, self.sources)

    async def drawn(self, understanding: Understanding) -> Plan:
        """As `plan`, with steps given to the servers that the question names, which are asked for what they offer."""
        return await placed(understanding, self.sources, self.outside, prefer=self.settings.place)

    async def ask(self, question: Question) -> Answer:
        """Answer a question; raises BadQuestion and OverBudget."""
        async with aclosing(self.stream(question)) as events:
            async for event in events:
                if isinstance(event, Answered):
                    return event.answer
        raise RuntimeError("a run always ends with Answered")

    async def stream(self, question: Question, *, run: str | None = None) -> AsyncGenerator[Event]:
        """Everything that happens on the way to the answer, logged before it is shown; the last event is Answered."""
        run = run or self.run_id(question)
        async with aclosing(self._events(question, run)) as events:
            async for event in events:
                self._log.append(run, event)
                yield event

    async def _events(self, question: Question, run: str) -> AsyncGenerator[Event]:
        clock = asyncio.get_running_loop().time
        began = clock()
        understanding = await self._understood(question)
        yield Understood(understanding=understanding)
        plan, understanding = await self._planned(understanding)
        results: list[StepResult] = []
        if plan is not None:
            yield Planned(plan=plan)
            self._afford(plan)
            async with aclosing(execute(plan, self.outside, deadline_s=self.settings.deadline_s)) as events:
                async for event in events:
                    yield event
                    if isinstance(event, StepEnded):
                        results.append(event.result)
        findings = fuse(plan, results) if plan else ()
        actual = Actual(seconds=round(clock() - began, 3), bytes=bytes_of(results), requests=requests_of(results))
        quote = plan.quote if plan else Quote()
        answer = narrate(question, understanding, plan, results, findings, run=run, quote=quote, actual=actual)
        if plan is not None:
            self._remember(run, provenance(question, plan, results, answer))
        yield Answered(answer=answer)

    async def _understood(self, question: Question) -> Understanding:
        """Read the question, on a thread of its own where a language model takes seconds over it."""
        if self.settings.language_model is None:
            return self.understand(question)
        return await asyncio.to_thread(self.understand, question)

    async def _planned(self, understanding: Understanding) -> tuple[Plan | None, Understanding]:
        """The plan, or none where the question is asked back or declined, also for want of anything that could answer."""
        if understanding.clarification or understanding.declined or not understanding.intents:
            return None, understanding
        try:
            return await self.drawn(understanding), understanding
        except NoPlan as reason:
            return None, replace(understanding, declined=refusal(reason, understanding.language))

    def _afford(self, plan: Plan) -> None:
        """Refuse a plan quoted above the ceiling."""
        seconds, size = self.settings.max_seconds, self.settings.max_bytes
        if seconds is not None and plan.quote.seconds_p90 > seconds:
            raise OverBudget(
                f"the plan is quoted at {plan.quote.seconds_p90:g} s, above {seconds:g} s; raise the ceiling or ask for less"
            )
        if size is not None and plan.quote.bytes > size:
            raise OverBudget(
                f"the plan is quoted at {plan.quote.bytes} bytes, above {size}; raise the ceiling or ask for less"
            )

    def _remember(self, run: str, document: dict[str, Any]) -> None:
        self._provenance[run] = document
        while len(self._provenance) > REMEMBERED:
            self._provenance.popitem(last=False)

    @classmethod
    def from_settings(cls, settings: Settings, *, calls: Calls | None = None) -> Self:
        """The real parts: grammar, registered sources, the log of runs in the data folder; `calls` is where servers may call."""
        from connectors.registry import connect

        outside = connect(
            holdings_dir=settings.holdings_dir, data_dir=settings.data_dir, cache_dir=settings.cache_dir, sources_file=settings.sources_file,
            online=settings.online, now=time.time, cluster=settings.cluster, max_cache_bytes=settings.max_cache_bytes,
            environ=settings.environ, netrc=settings.netrc, calls=calls,
        )  # fmt: skip
        return cls(
            understand=composer(settings.language_model),
            sources=outside.sources,
            outside=outside,
            log=RunLog(settings.data_dir / "runs.sqlite"),
            settings=settings,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        close = getattr(self.outside, "aclose", None)
        if close is not None:
            await close()
        self._log.close()

    def answer(self, question: Question) -> Answer:
        """`ask` for code that is not asynchronous, notebooks included: it runs on a loop and thread of its own, until `close`."""
        if self._runner is None:
            self._runner = _Runner()
        return self._runner.run(self.ask(question))

    def close(self) -> None:
        """End what `answer` began, and the log."""
        if self._runner is not None:
            self._runner.run(self.__aexit__())
            self._runner.close()
            self._runner = None

    def provenance(self, run: str) -> dict[str, Any]:
        """The PROV-JSON of a run of this session; raises KeyError for another."""
        return self._provenance[run]


class _Runner:
    """An event loop in a thread, for callers that have none or are in one already."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True, name="conductor")
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
