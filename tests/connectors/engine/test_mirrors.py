"""Mirrors: who is asked, when, and what is said of those who were not."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from connectors.engine.ask import Endpoint, Landed
from connectors.engine.mirrors import grouped, hedged
from connectors.eo.stac import StacConnector
from connectors.items import SourceReport
from tests.connectors.outside_world import source


def mirror(name: str, **options: object) -> Endpoint:
    one = source(name, f"https://{name}.example", group="g", options={"mirror": True} | options)
    return Endpoint(source=one, connector=StacConnector(source=one))


async def run(group: Sequence[Endpoint], script: dict[str, tuple[float, str]]) -> dict[str, SourceReport]:
    """Each member answers after its delay with its state."""

    async def ask(endpoint: Endpoint) -> Landed:
        delay, state = script[endpoint.source.id]
        await asyncio.sleep(delay)
        return Landed(report=SourceReport(source=endpoint.source.id, state=state))

    return {part.report.source: part.report async for part in hedged(group, ask=ask, wait_s=lambda e: 0.05)}


def test_only_members_that_declare_themselves_mirrors_share_a_group() -> None:
    alone = source("alone", "https://alone.example", group="g")
    groups = grouped((mirror("a"), Endpoint(source=alone, connector=StacConnector(source=alone)), mirror("b")))
    assert [[e.source.id for e in group] for group in groups] == [["a", "b"], ["alone"]]


def test_the_preferred_member_comes_first() -> None:
    (group,) = grouped((mirror("a"), mirror("b", preference=1)))
    assert [e.source.id for e in group] == ["b", "a"]


async def test_a_failure_hands_over_at_once_and_counts_as_answered_by_the_mirror() -> None:
    reports = await run((mirror("a"), mirror("b")), {"a": (0, "failed"), "b": (0, "ok")})
    assert (reports["a"].state, reports["a"].via) == ("failed", "b")
    assert (reports["b"].state, reports["b"].hedged) == ("ok", True)


async def test_no_more_than_two_are_asked_at_a_time() -> None:
    script = {"a": (0.3, "ok"), "b": (0.3, "ok"), "c": (0.0, "ok")}
    reports = await run((mirror("a"), mirror("b"), mirror("c")), script)
    assert (reports["a"].state, reports["c"].state, reports["c"].via) == ("ok", "skipped_capability", "a")


async def test_when_all_fail_each_failure_is_told() -> None:
    reports = await run((mirror("a"), mirror("b")), {"a": (0, "failed"), "b": (0, "timeout")})
    assert {name: (r.state, r.via) for name, r in reports.items()} == {"a": ("failed", None), "b": ("timeout", None)}


async def test_a_mirror_that_cannot_hold_the_answer_hands_over_to_one_that_can() -> None:
    reports = await run((mirror("a"), mirror("b")), {"a": (0, "skipped_capability"), "b": (0, "ok")})
    assert (reports["a"].via, reports["b"].state, reports["b"].hedged) == ("b", "ok", False)


async def test_the_loser_is_stopped() -> None:
    stopped = asyncio.Event()

    async def ask(endpoint: Endpoint) -> Landed:
        try:
            await asyncio.sleep(10 if endpoint.source.id == "a" else 0)
        except asyncio.CancelledError:
            stopped.set()
            raise
        return Landed(report=SourceReport(source=endpoint.source.id, state="ok"))

    _ = [part async for part in hedged((mirror("a"), mirror("b")), ask=ask, wait_s=lambda e: 0.01)]
    assert stopped.is_set()
