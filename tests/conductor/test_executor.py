from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from conductor.events import StepEnded, StepStarted
from conductor.executor import execute
from conductor.results import Dismissed, Failed, StepResult, Successful
from connectors.errors import Unavailable
from connectors.extents import BBox, Interval
from connectors.items import Cube, Found, Item, Loaded, Processed, Value
from connectors.operations import Load, Process, Search
from planners.plan import Plan, Ref, Step
from tests.doubles import Scripted

ITEM = Item(id="i", collection="c")
CUBE = Cube(hrefs=("http://data/x.nc",), id="x", properties={"source_id": "M"}, derived_from=("i",))
FOUND = Found(items=(ITEM,), reports=())
LOADED = Loaded(cubes=(CUBE,), items=(ITEM,))
MEAN = Processed(outputs={"value": Value(value=1.0, units="K"), "cube": CUBE})


def search(**more: Any) -> Step:
    return Step(id="s1", kind="search", source="esgf", operation="search", arguments={"family": "esgf"} | more)


def load(**more: Any) -> Step:
    return Step(id="s2", kind="load", source="files", operation="load", arguments={"items": Ref(from_step="s1")} | more)


def mean(identifier: str = "s3", operation: str = "mean", needs: str = "s2", output: str | None = None) -> Step:
    arguments = {"data": Ref(from_step=needs, output=output)}
    return Step(id=identifier, kind="process", source="local", operation=operation, arguments=arguments)


def respond(needs: str = "s3", **more: Any) -> Step:
    arguments = {"part": 1, "kind": "value", "value": Ref(from_step=needs, output="value")} | more
    return Step(id="s9", kind="fuse", source="conductor", operation="respond", arguments=arguments)


async def run(
    plan: Plan, outside: Scripted, *, deadline_s: float = 5.0, step_deadline_s: float = 5.0
) -> dict[str, StepResult]:
    events = execute(plan, outside, deadline_s=deadline_s, step_deadline_s=step_deadline_s)
    return {e.result.step: e.result async for e in events if isinstance(e, StepEnded)}


def plan_of(*steps: Step) -> Plan:
    return Plan(question="q", intents=(), steps=steps)


async def test_a_chain_runs_to_its_response() -> None:
    ended = await run(
        plan_of(search(), load(), mean(), respond()), Scripted({"search": FOUND, "load": LOADED, "mean": MEAN})
    )
    assert [type(r) for r in ended.values()] == [Successful] * 4


async def test_references_become_items_cubes_and_json() -> None:
    outside = Scripted({"search": FOUND, "load": LOADED, "mean": MEAN, "again": MEAN})
    box, span = [-10.0, 0.0, 10.0, 20.0], ["2000-01-01", None]
    steps = (
        search(bbox=box, interval=span, facets={"variable_id": ["tas"]}),
        load(bbox=box, intervals=[span], choice=1),
        mean(),
        mean("s4", "again", "s3", "cube"),
    )
    await run(plan_of(*steps), outside)
    bbox, interval = BBox(west=-10.0, south=0.0, east=10.0, north=20.0), Interval(start="2000-01-01")
    cube = {
        "kind": "cube",
        "hrefs": ["http://data/x.nc"],
        "id": "x",
        "type": "application/x-netcdf",
        "properties": {"source_id": "M"},
        "derived_from": ["i"],
    }
    assert outside.asked == [
        Search(family="esgf", bbox=bbox, interval=interval, facets={"variable_id": ("tas",)}),
        Load(items=(ITEM,), bbox=bbox, intervals=(interval,), choice=1),
        Process(process_id="mean", inputs={"data": [cube]}),
        Process(process_id="again", inputs={"data": cube}),
    ]


async def test_a_failed_step_dismisses_what_needs_it_and_the_rest_go_on() -> None:
    outside = Scripted(
        {"search": FOUND, "load": LOADED, "mean": Unavailable("it is down", source="there"), "other": MEAN}
    )
    ended = await run(
        plan_of(search(), load(), mean(), mean("s4", "after", "s3"), mean("s5", "other"), respond()), outside
    )
    assert isinstance(ended["s3"], Failed) and (ended["s3"].error, ended["s3"].source) == ("Unavailable", "there")
    assert {k: type(ended[k]) for k in ("s4", "s5", "s9")} == {"s4": Dismissed, "s5": Successful, "s9": Dismissed}


async def test_a_defect_in_a_part_is_a_failed_step() -> None:
    ended = await run(plan_of(search()), Scripted({"search": ZeroDivisionError("oops")}))
    assert isinstance(ended["s1"], Failed) and ended["s1"].error == "ZeroDivisionError"


async def test_an_empty_search_ends_what_follows_quietly() -> None:
    outside = Scripted({"search": Found(items=(), reports=())})
    ended = await run(plan_of(search(), load(), mean(), respond()), outside)
    assert [r.outcome for r in ended.values() if isinstance(r, Successful)] == [
        Found(items=(), reports=()),
        None,
        None,
        None,
    ]
    assert len(outside.asked) == 1


async def test_a_response_does_without_its_picture() -> None:
    outside = Scripted({"search": FOUND, "load": LOADED, "mean": MEAN, "draw": Unavailable("no")})
    steps = (search(), load(), mean(), mean("s4", "draw"), respond(series=Ref(from_step="s4", output="series")))
    assert isinstance((await run(plan_of(*steps), outside))["s9"], Successful)


async def test_independent_steps_run_at_the_same_time() -> None:
    outside = Scripted({"search": FOUND, "load": LOADED, "slow": MEAN}, delay_s={"slow": 0.2})
    clock = asyncio.get_running_loop().time
    began = clock()
    await run(plan_of(search(), load(), *(mean(f"s{n}", "slow") for n in range(3, 9))), outside)
    assert clock() - began < 0.8


async def test_a_slow_step_fails_at_its_own_deadline() -> None:
    outside = Scripted({"search": FOUND}, delay_s={"search": 10.0})
    ended = await run(plan_of(search()), outside, step_deadline_s=0.05)
    assert isinstance(ended["s1"], Failed) and "0.05 s" in ended["s1"].message


async def test_the_deadline_of_the_run_dismisses_what_is_left_and_keeps_what_there_is() -> None:
    outside = Scripted({"search": FOUND, "load": LOADED, "mean": MEAN}, delay_s={"mean": 10.0})
    ended = await run(plan_of(search(), load(), mean(), respond()), outside, deadline_s=0.2)
    assert [type(r) for r in ended.values()] == [Successful, Successful, Dismissed, Dismissed]
    assert outside.cancelled == ["mean"]


async def test_leaving_stops_what_is_under_way() -> None:
    outside = Scripted({"search": FOUND}, delay_s={"search": 10.0})

    async def watch() -> None:
        async for _ in execute(plan_of(search()), outside, deadline_s=60.0):
            pass

    task = asyncio.create_task(watch())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert outside.cancelled == ["search"]


async def test_a_step_is_said_to_start_before_it_ends() -> None:
    events = [e async for e in execute(plan_of(search()), Scripted({"search": FOUND}), deadline_s=5.0)]
    assert events[0] == StepStarted(step="s1") and isinstance(events[1], StepEnded)


@given(st.data())
async def test_every_step_of_any_graph_is_accounted_for_once(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 9))
    steps = [search()]
    script: dict[str, Any] = {"search": FOUND}
    for n in range(2, size + 1):
        needs = data.draw(st.sets(st.integers(1, n - 1)))
        arguments = {f"a{i}": Ref(from_step=f"s{i}", output="value" if i > 1 else None) for i in needs}
        steps.append(Step(id=f"s{n}", kind="process", source="x", operation=f"p{n}", arguments=arguments))
        script[f"p{n}"] = data.draw(st.sampled_from([MEAN, Unavailable("no"), Processed(outputs={})]))
    order = data.draw(st.permutations(steps))
    ended = [
        e.result.step
        async for e in execute(plan_of(*order), Scripted(script), deadline_s=5.0)
        if isinstance(e, StepEnded)
    ]
    assert sorted(ended) == sorted(s.id for s in steps)


async def test_what_is_only_wanted_otherwise_is_passed_over_where_there_is_a_result() -> None:
    waiting = Step(id="s5", kind="load", source="files", operation="load",
                   arguments={"items": Ref(from_step="s1"), "unless": [[Ref(from_step="s3", output="value")]]})  # fmt: skip
    after = mean("s6", "second", needs="s5")
    plan = plan_of(search(), load(), mean(), waiting, after, respond())
    outside = Scripted({"search": FOUND, "load": LOADED, "mean": MEAN, "second": MEAN})
    ended = await run(plan, outside)
    assert [type(r) for r in ended.values()] == [Successful] * 6
    assert [ended[s].outcome for s in ("s5", "s6")] == [None, None]  # type: ignore[union-attr]
    assert sum(isinstance(o, Load) for o in outside.asked) == 1


async def test_what_is_only_wanted_otherwise_is_done_where_the_other_failed() -> None:
    waiting = Step(id="s5", kind="load", source="files", operation="load",
                   arguments={"items": Ref(from_step="s1"), "unless": [[Ref(from_step="s3", output="value")]]})  # fmt: skip
    after = mean("s6", "second", needs="s5")
    outside = Scripted({"search": FOUND, "load": LOADED, "mean": Unavailable("gone"), "second": MEAN})
    ended = await run(plan_of(search(), load(), mean(), waiting, after), outside)
    assert isinstance(ended["s3"], Failed) and isinstance(ended["s6"], Successful)
    assert ended["s6"].outcome == MEAN
    assert all("unless" not in getattr(o, "inputs", {}) for o in outside.asked)
