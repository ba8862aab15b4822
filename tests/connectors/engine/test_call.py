"""One request to one source: credentials, retries, breaker, deadline."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from connectors.base import Request
from connectors.engine.call import Trail, breaker_key
from connectors.errors import AuthMissing, ConnectorError, Unavailable
from connectors.offers import Limits, Source
from tests.connectors.engine.wired import Wired, wired
from tests.connectors.fault_server import Behaviour, first, fixed, silent, status
from tests.connectors.outside_world import source

TOKEN = {"search": "bearer:THE_TOKEN"}


@pytest.fixture
async def w() -> AsyncIterator[Wired]:
    async with wired() as made:
        yield made


def get(one: Source, *, idempotent: bool = True) -> Request:
    return Request(method="GET", url=one.url, idempotent=idempotent)


async def test_credentials_go_to_their_own_host() -> None:
    async with wired(environ={"THE_TOKEN": "s3cret"}) as w:
        one = source("one", w.server.add("one", fixed(b"{}")), auth=TOKEN)
        other = Request(method="GET", url=one.url.replace("127.0.0.1", "localhost"))
        await w.caller.call(get(one), source=one, until=w.until(), trail=Trail())
        with pytest.raises(ConnectorError):
            await w.caller.call(other, source=one, until=w.until(), trail=Trail())
        assert w.server.last("one").headers["authorization"] == "Bearer s3cret"


async def test_missing_credentials_are_told_before_anything_is_sent(w: Wired) -> None:
    one = source("one", w.server.add("one", fixed(b"{}")), auth=TOKEN)
    with pytest.raises(AuthMissing, match="export THE_TOKEN="):
        await w.caller.call(get(one), source=one, until=w.until(), trail=Trail())
    assert w.server.asked("one") == 0


async def test_what_may_not_be_sent_twice_is_sent_once(w: Wired) -> None:
    one = source("one", w.server.add("one", status(503)))
    with pytest.raises(Unavailable):
        await w.caller.call(get(one, idempotent=False), source=one, until=w.until(), trail=Trail())
    assert w.server.asked("one") == 1


@pytest.mark.parametrize(
    ("behaviour", "failures"), [(status(404), 0), (status(401), 0), (status(429), 0), (status(500), 1), (silent, 1)]
)
async def test_only_ill_health_counts_against_a_source(w: Wired, behaviour: Behaviour, failures: int) -> None:
    one = source("one", w.server.add("one", behaviour), limits=Limits(budget_s=0.3, rate_per_s=1000.0))
    with pytest.raises(ConnectorError):
        await w.caller.call(get(one), source=one, until=w.until(0.3), trail=Trail())
    assert w.breakers.health(breaker_key(one)).failures == failures


async def test_a_source_that_was_not_given_its_time_is_not_blamed(w: Wired) -> None:
    one = source("one", w.server.add("one", silent))
    with pytest.raises(Unavailable):
        await w.caller.call(get(one), source=one, until=w.until(0.1), trail=Trail())
    assert w.breakers.health(breaker_key(one)).failures == 0


async def test_a_call_that_is_given_up_frees_the_trial(w: Wired) -> None:
    one = source("one", w.server.add("one", silent))
    for _ in range(3):
        w.breakers.failed(breaker_key(one), reason="x")
    w.clock.pass_by(31)
    call = asyncio.create_task(w.caller.call(get(one), source=one, until=w.until(), trail=Trail()))
    await asyncio.sleep(0.05)
    call.cancel()
    await asyncio.gather(call, return_exceptions=True)
    w.breakers.check(breaker_key(one))


async def test_attempts_and_latency_are_counted(w: Wired) -> None:
    one, trail = source("one", w.server.add("one", first(1, status(503), fixed(b"{}")))), Trail()
    assert (await w.caller.call(get(one), source=one, until=w.until(), trail=trail)).status == 200
    assert trail.attempts == 2
    assert len(w.breakers.health(breaker_key(one)).latencies_ms) == 1


async def test_no_time_left_means_no_request(w: Wired) -> None:
    one = source("one", w.server.add("one", fixed(b"{}")))
    with pytest.raises(Unavailable) as caught:
        await w.caller.call(get(one), source=one, until=w.until(-1), trail=Trail())
    assert (caught.value.kind, w.server.asked("one")) == ("timeout", 0)
