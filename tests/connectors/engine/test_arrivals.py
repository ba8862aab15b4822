"""Arrivals: parts as they come, who is still out, and a thousand that do not get in each other's way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence

import pytest

from connectors.engine.arrivals import Arrivals
from connectors.engine.ask import Endpoint, Landed
from connectors.eo.stac import StacConnector
from connectors.items import SourceReport
from tests.connectors.outside_world import source


def group(name: str) -> tuple[Endpoint, ...]:
    one = source(name, f"https://{name}.example")
    return (Endpoint(source=one, connector=StacConnector(source=one)),)


async def after_its_name(asked: Sequence[Endpoint]) -> AsyncGenerator[Landed, None]:
    """A source named `s0.05` answers after 50 ms."""
    name = asked[0].source.id
    await asyncio.sleep(float(name.removeprefix("s")))
    yield Landed(report=SourceReport(source=name, state="ok"))


async def test_the_quickest_comes_first_and_all_come() -> None:
    arrivals = Arrivals([group("s0.1"), group("s0.01")], ask=after_its_name)
    names = []
    while (part := await arrivals.next()) is not None:
        names.append(part.report.source)
    assert names == ["s0.01", "s0.1"]
    assert not arrivals.is_open


async def test_who_is_still_out_can_be_left() -> None:
    arrivals = Arrivals([group("s5"), group("s0.01")], ask=after_its_name)
    assert await arrivals.next(within_s=1.0)
    assert await arrivals.next(within_s=0.05) is None
    assert [e.source.id for (e,) in arrivals.out] == ["s5"]
    await arrivals.aclose()


async def test_those_that_are_left_end_in_their_own_time() -> None:
    arrivals = Arrivals([group("s0.05")], ask=after_its_name)
    await arrivals.rest()
    assert arrivals.out == ()


async def test_a_mistake_of_ours_is_raised_when_all_have_ended() -> None:
    async def wrong(asked: Sequence[Endpoint]) -> AsyncGenerator[Landed, None]:
        if asked[0].source.id == "s9":
            raise ZeroDivisionError
        async for part in after_its_name(asked):
            yield part

    arrivals = Arrivals([group("s9"), group("s0.01")], ask=wrong)
    assert await arrivals.next()
    with pytest.raises(ZeroDivisionError):
        await arrivals.next()


async def test_nobody_asked_is_an_end_at_once() -> None:
    assert await Arrivals([], ask=after_its_name).next() is None
