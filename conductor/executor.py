"""Runs a plan's ready steps concurrently; a failed step dismisses what needs it and the rest go on.

Yields events as they come. Every step of the plan ends exactly once: Successful, Failed or Dismissed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import asdict
from functools import partial
from graphlib import TopologicalSorter
from typing import Any, assert_never

from conductor.events import StepEnded, StepProgressed, StepStarted
from conductor.results import Dismissed, Failed, StepResult, Successful
from connectors.base import Executor, Progress, listening
from connectors.errors import ConnectorError
from connectors.extents import BBox, Interval
from connectors.items import Cube, Found, Item, Loaded, Outcome, Processed, Series, Table, Value
from connectors.operations import Infer, Load, Operation, Process, Search
from planners.plan import Plan, Ref, Step, refs

AT_ONCE = 8  # steps in flight
STEP_DEADLINE_S = 30.0  # without a sign of life: every look at a remote job that goes on is one
UNLESS = "unless"  # the argument that names results which make a step needless
News = asyncio.Queue[StepProgressed]


async def execute(
    plan: Plan, outside: Executor, *, deadline_s: float, step_deadline_s: float = STEP_DEADLINE_S
) -> AsyncGenerator[StepStarted | StepProgressed | StepEnded]:
    """Run the plan until it ends or the deadline passes; leaving the iterator stops what is under way."""
    clock = asyncio.get_running_loop().time
    stop = clock() + deadline_s
    sorter, steps = plan.sorter(), {s.id: s for s in plan.steps}
    sorter.prepare()
    ended: dict[str, StepResult] = {}
    waiting = list(sorter.get_ready())
    tasks: dict[asyncio.Task[StepResult], str] = {}
    news: News = asyncio.Queue()
    try:
        while (waiting or tasks) and clock() < stop:
            while waiting and len(tasks) < AT_ONCE:
                step = steps[waiting.pop(0)]
                if (result := _settled(step, ended)) is None:
                    yield StepStarted(step=step.id)
                    running = _run(step, ended, outside, deadline_s=step_deadline_s, news=news)
                    tasks[asyncio.create_task(running)] = step.id
                else:
                    waiting += _end(result, ended, sorter)
                    yield StepEnded(result=result)
            for event in await _next(tasks, news, timeout=stop - clock()):
                if isinstance(event, StepEnded):
                    waiting += _end(event.result, ended, sorter)
                yield event
        await _cancel(tasks)
        for identifier in (s.id for s in plan.steps if s.id not in ended):
            yield StepEnded(result=Dismissed(step=identifier, because=f"the deadline of {deadline_s:g} s passed"))
    finally:
        await _cancel(tasks)


def _end(result: StepResult, ended: dict[str, StepResult], sorter: TopologicalSorter[str]) -> tuple[str, ...]:
    """Note how a step ended; give the steps that are ready now."""
    ended[result.step] = result
    sorter.done(result.step)
    return tuple(sorter.get_ready())


async def _next(
    tasks: dict[asyncio.Task[StepResult], str], news: News, *, timeout: float
) -> list[StepProgressed | StepEnded]:
    """Wait for news of a step, for one to end, or the time to pass; endings in the plan's order, after the news."""
    if not tasks:
        return []
    hearing = asyncio.create_task(news.get())
    try:
        done, _ = await asyncio.wait({*tasks, hearing}, timeout=max(0.0, timeout), return_when=asyncio.FIRST_COMPLETED)
    finally:
        if not hearing.done():
            hearing.cancel()
    heard = [hearing.result()] if hearing in done else []
    while not news.empty():
        heard.append(news.get_nowait())
    order = list(tasks.values())
    results = [task.result() for task in list(tasks) if task in done]
    for task in [task for task in tasks if task in done]:
        del tasks[task]
    return [*heard, *(StepEnded(result=r) for r in sorted(results, key=lambda r: order.index(r.step)))]


async def _cancel(tasks: dict[asyncio.Task[StepResult], str]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    tasks.clear()


def _settled(step: Step, ended: Mapping[str, StepResult]) -> StepResult | None:
    """How a step ends without being run: dismissed with what it needs, empty with its inputs, or a response."""
    required = _required(step)
    for need in required:
        if not isinstance(ended[need.from_step], Successful):
            return Dismissed(step=step.id, because=f"step {need.from_step!r}, which it needs, did not succeed")
    if step.kind == "fuse" or _is_spared(step, ended) or any(_is_empty(picked(need, ended)) for need in required):
        return Successful(step=step.id, outcome=None)
    return None


def _required(step: Step) -> tuple[Ref, ...]:
    """References a step cannot do without: all of them, but for a response only what it shows."""
    if step.kind == "fuse":
        shown = step.arguments.get(step.arguments.get("kind", ""))
        return (shown,) if isinstance(shown, Ref) else ()
    return tuple(refs({name: value for name, value in step.arguments.items() if name != UNLESS}))


def _is_spared(step: Step, ended: Mapping[str, StepResult]) -> bool:
    """Whether a step is only wanted where others give nothing, and one of them gave something."""
    return any(not _is_empty(picked(other, ended)) for other in refs(step.arguments.get(UNLESS)))


def _is_empty(value: Any) -> bool:
    return value is None or value == ()


def picked(ref: Ref, ended: Mapping[str, StepResult]) -> Any:
    """What a reference points at: a search's items, a load's cubes, a process's output; None where there is none."""
    result = ended.get(ref.from_step)
    outcome = result.outcome if isinstance(result, Successful) else None
    match outcome:
        case None:
            return None
        case Found():
            return outcome.items
        case Loaded():
            return outcome.items if ref.output == "items" else outcome.cubes
        case Processed():
            return outcome.outputs.get(ref.output) if ref.output else outcome.outputs
        case _:
            assert_never(outcome)


def _listener(step: str, news: News, alive: Callable[[], None]) -> Callable[[Progress], None]:
    """Takes down what is new of a step, and that it is alive."""
    last: list[StepProgressed] = []

    def heard(progress: Progress) -> None:
        alive()
        event = StepProgressed(step=step, source=progress.source, percent=progress.percent, message=progress.message)
        if last != [event]:
            last[:] = [event]
            news.put_nowait(event)

    return heard


def _extend(deadline: asyncio.Timeout, *, by_s: float) -> None:
    if not deadline.expired():
        deadline.reschedule(asyncio.get_running_loop().time() + by_s)


async def _run(
    step: Step, ended: Mapping[str, StepResult], outside: Executor, *, deadline_s: float, news: News
) -> StepResult:
    clock = asyncio.get_running_loop().time
    start = clock()
    try:
        async with asyncio.timeout(deadline_s) as deadline:
            with listening(_listener(step.id, news, partial(_extend, deadline, by_s=deadline_s))):
                outcome: Outcome = await outside.execute(operation_of(step, ended), source=step.source)
    except ConnectorError as error:
        return _failed(step, error, source=error.source or step.source, seconds=clock() - start)
    except TimeoutError:
        late = TimeoutError(
            f"{step.operation!r} at {step.source!r} did not end within {deadline_s:g} s; try a longer deadline"
        )
        return _failed(step, late, source=step.source, seconds=clock() - start)
    except Exception as error:  # a defect in one part must not take the other answers with it
        return _failed(step, error, source=step.source, seconds=clock() - start)
    return Successful(step=step.id, outcome=outcome, seconds=round(clock() - start, 4))


def _failed(step: Step, error: Exception, *, source: str, seconds: float) -> Failed:
    message = str(error) or f"{type(error).__name__} in {step.operation!r}"
    return Failed(step=step.id, error=type(error).__name__, message=message, source=source, seconds=round(seconds, 4))


def operation_of(step: Step, ended: Mapping[str, StepResult]) -> Operation:
    """The operation that a step asks for, its references resolved; raises ValueError for a kind that is not run."""
    arguments = {name: _resolved(value, ended) for name, value in step.arguments.items() if name != UNLESS}
    match step.kind:
        case "search":
            return _search(arguments)
        case "load":
            return _load(arguments)
        case "process":
            return Process(process_id=step.operation, inputs={k: plain(v) for k, v in arguments.items()})
        case "infer":
            return Infer(model=step.operation, inputs={k: plain(v) for k, v in arguments.items()})
        case _:
            raise ValueError(f"a step of kind {step.kind!r} asks nothing of the outside world")


def _resolved(value: Any, ended: Mapping[str, StepResult]) -> Any:
    match value:
        case Ref():
            return picked(value, ended)
        case Mapping():
            return {k: _resolved(v, ended) for k, v in value.items()}
        case list() | tuple():
            return [_resolved(v, ended) for v in value]
        case _:
            return value


def _search(arguments: Mapping[str, Any]) -> Search:
    return Search(
        family=arguments["family"],
        collections=tuple(arguments.get("collections") or ()),
        facets={k: tuple(v) for k, v in (arguments.get("facets") or {}).items()},
        bbox=_box(arguments.get("bbox")),
        interval=_interval(arguments.get("interval")),
        filters=arguments.get("filters") or {},
        count=tuple(arguments.get("count") or ()),
        limit=int(arguments.get("limit", 100)),
        every=tuple(arguments.get("every") or ()),
    )


def _load(arguments: Mapping[str, Any]) -> Load:
    return Load(
        items=tuple(arguments["items"] or ()),
        bbox=_box(arguments.get("bbox")),
        intervals=tuple(i for i in map(_interval, arguments.get("intervals") or ()) if i is not None),
        assets=tuple(arguments.get("assets") or ()),
        choice=int(arguments.get("choice", 0)),
        by_reference=bool(arguments.get("by_reference")),
    )


def _box(values: Any) -> BBox | None:
    return BBox.of(values) if values else None


def _interval(values: Any) -> Interval | None:
    return Interval(start=values[0], end=values[1]) if values else None


def plain(value: Any) -> Any:
    """A result as the JSON that processes take: cubes by reference, values with their `kind`."""
    match value:
        case Cube() | Value() | Series() | Table():
            return plain(asdict(value)) | {"kind": type(value).__name__.lower()}
        case Item():
            return value.to_dict()
        case Mapping():
            return {str(k): plain(v) for k, v in value.items()}
        case list() | tuple():
            return [plain(v) for v in value]
        case _:
            return value
