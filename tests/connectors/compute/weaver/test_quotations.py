"""Quotations: refused ones and failed ones as a real Weaver gave them; a priced one by its schema, which none was recorded of."""

from __future__ import annotations

import functools
import json
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.weaver import quotations
from connectors.compute.weaver.server import Weaver
from connectors.errors import BadReply, Refused
from connectors.guard import Guard
from connectors.operations import Process
from connectors.source_files import address
from connectors.transport import Reply, Transport
from tests.connectors.compute.weaver.replay import Replay
from tests.connectors.embedded.serving import free_port, serving

HELLO = Process(process_id="hello-remote", inputs={"name": "Ana"})
PRICED = {
    "quoteID": "q1", "processID": "hello-remote", "status": "completed", "price": {"amount": 1.25, "currency": "CAD"},
    "estimatedSeconds": 90, "expire": "2026-11-24T19:22:08Z", "paid": False,
}  # fmt: skip


def says(document: Any, *, status: int = 200) -> tuple[Weaver, list[Request]]:
    """A Weaver that gives one answer, and what it was asked."""
    asked: list[Request] = []

    async def send(request: Request) -> Reply:
        asked.append(request)
        headers = {"content-type": "application/json"}
        return Reply(status=status, headers=headers, body=json.dumps(document).encode(), url=request.url)

    return Weaver(url="http://w", send=send), asked


async def test_a_failed_quotation_has_no_price(weaver: Weaver) -> None:
    quoted = await quotations.quotation(weaver, "1a4dc9eb-7809-4ebc-8e6b-181e87341387")
    assert (quoted.state, quoted.amount, quoted.seconds) == ("failed", None, None)
    assert quoted.reason.startswith("Quote estimating failed. Unable to retrieve quote estimator Docker image")


async def test_a_process_without_an_estimator_is_not_quoted() -> None:
    replay = Replay(["169"])
    port = free_port()
    with serving(replay.app(f"http://127.0.0.1:{port}"), port=port) as url:
        transport = Transport(guard=Guard(registered=[address(url)]))
        with pytest.raises(Refused, match="does not provide an estimator") as raised:
            await quotations.quote(Weaver(url=url, send=functools.partial(transport.send, budget_s=5)), HELLO)
        assert raised.value.kind == "http_422"
        await transport.aclose()


async def test_a_failed_quotation_cannot_be_executed(weaver: Weaver) -> None:
    failed = await quotations.quotation(weaver, "1a4dc9eb-7809-4ebc-8e6b-181e87341387")
    with pytest.raises(Refused, match="missing payment") as raised:
        await quotations.accept(weaver, failed)
    assert raised.value.kind == "http_402"


async def test_quotations_and_bills_are_listed(weaver: Weaver) -> None:
    assert len(await quotations.quotations(weaver)) == 2
    assert len(await quotations.quotations(weaver, "hello-remote")) == 2
    assert await quotations.bills(weaver) == ()
    with pytest.raises(Refused, match="Could not find bill"):
        await quotations.bill(weaver, "00000000-0000-0000-0000-000000000000")


async def test_an_estimator_is_set_and_read_and_dropped(weaver: Weaver) -> None:
    config = {"flat_rate": 1.0, "duration_rate": 0.01, "duration_estimator": 10}
    with pytest.raises(Refused):  # before one was set
        await quotations.estimator(weaver, "hello-remote")
    await quotations.set_estimator(weaver, "hello-remote", config)
    assert await quotations.estimator(weaver, "hello-remote") == config
    await quotations.drop_estimator(weaver, "hello-remote")


async def test_a_priced_quotation_is_read_by_the_schema_and_executed() -> None:
    weaver, asked = says(PRICED, status=201)
    quoted = await quotations.quote(weaver, HELLO)
    assert (quoted.state, quoted.amount, quoted.currency, quoted.seconds) == ("priced", 1.25, "CAD", 90.0)
    assert asked[0].json == {"inputs": {"name": "Ana"}}
    weaver, asked = says({"jobID": "j", "status": "accepted", "bill": "b"}, status=201)
    assert (await quotations.accept(weaver, quoted)).href == "http://w/jobs/j"
    assert asked[0].url == "http://w/quotations/q1"


async def test_a_quotation_under_way_has_no_price_yet(weaver: Weaver) -> None:
    quoted = await quotations.quote(says({"status": "submitted", "quoteID": "q"}, status=202)[0], HELLO, wait=False)
    assert (quoted.state, quoted.amount) == ("pending", None)


async def test_a_bill_names_its_job() -> None:
    weaver, _ = says({"id": "b1", "quote": "q1", "job": "j1", "price": 2, "currency": "EUR"})
    told = await quotations.bill(weaver, "b1")
    assert (told.quotation, told.job, told.amount, told.currency) == ("q1", "j1", 2.0, "EUR")


async def test_a_status_that_is_not_known_is_not_a_free_quote() -> None:
    with pytest.raises(BadReply, match="known status"):
        await quotations.quote(says({"quoteID": "q", "status": "odd", "price": {"amount": 0}})[0], HELLO)
