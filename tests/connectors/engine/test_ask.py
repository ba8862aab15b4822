"""One source, one search: a report whatever happens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from connectors.base import SearchPlan
from connectors.engine.ask import Asker, Endpoint, Landed, state_of, unasked
from connectors.engine.results import Results
from connectors.eo.stac import StacConnector
from connectors.errors import BadReply, Refused, Unavailable, Unsupported
from connectors.items import Item
from connectors.operations import Search
from tests.connectors.engine.wired import Wired, wired
from tests.connectors.fault_server import stac
from tests.connectors.outside_world import SEARCH, source


@pytest.fixture
async def w() -> AsyncIterator[Wired]:
    async with wired() as made:
        yield made


async def ask(w: Wired, kind: type[StacConnector] = StacConnector) -> Landed:
    one = source("one", w.server.add("one", stac("one")))
    asker = Asker(caller=w.caller, results=Results(memory=w.memory, now=w.clock))
    return await asker.ask(SEARCH, Endpoint(source=one, connector=kind(source=one)), budget_s=2.0)


class _Cannot(StacConnector):
    def plan(self, search: Search) -> SearchPlan | None:
        raise Unsupported("no spatial search here")


class _Refuses(StacConnector):
    def plan(self, search: Search) -> SearchPlan | None:
        raise Refused("collection ids have no spaces")


class _Stumbles(StacConnector):
    def check(self, item: Item, search: Search) -> tuple[str, ...]:
        raise TypeError("'<' not supported")


class _Nothing(StacConnector):
    def plan(self, search: Search) -> SearchPlan | None:
        return None


@pytest.mark.parametrize(
    ("kind", "state", "words"),
    [
        (_Cannot, "skipped_capability", "no spatial search"),
        (_Refuses, "failed", "no spaces"),
        (_Stumbles, "failed", "could not be checked"),
        (_Nothing, "skipped_capability", ""),
    ],
)
async def test_a_connector_that_cannot_is_a_report(w: Wired, kind: type[StacConnector], state: str, words: str) -> None:
    landed = await ask(w, kind)
    assert (landed.report.state, landed.items) == (state, ())
    assert words in (landed.report.error or "")


async def test_a_mirror_that_cannot_be_asked_is_a_report_too_when_the_other_is_late(w: Wired) -> None:
    one = source("one", w.server.add("one", stac("one")))
    asker = Asker(caller=w.caller, results=Results(memory=w.memory, now=w.clock))
    landed = asker.late(SEARCH, Endpoint(source=one, connector=_Cannot(source=one)), waited_s=1.0)
    assert landed.report.state == "skipped_capability"


async def test_an_answer_and_its_repeat_from_memory(w: Wired) -> None:
    one, two = await ask(w), await ask(w)
    assert one.items == two.items and len(one.items) == 10
    assert (one.report.attempts, two.report.attempts) == (1, 0)
    assert two.report.matched == 10 and not two.more


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (Unavailable("x", kind="timeout"), "timeout"),
        (Unavailable("x", kind="rate_limited"), "rate_limited"),
        (Refused("x", kind="auth"), "auth"),
        (Unavailable("x", kind="breaker"), "skipped_breaker"),
        (Unavailable("x", kind="offline"), "skipped_offline"),
        (BadReply("x", kind="bad_payload"), "failed"),
    ],
)
def test_each_failure_has_the_contracts_word(error: Any, state: str) -> None:
    assert state_of(error) == state
    assert unasked(source("s", "https://s.example"), error).report.state == state


def test_without_a_key_of_its_own_an_item_is_known_by_collection_and_id() -> None:
    class Plain:
        def plan(self, search: Search) -> SearchPlan | None: ...
        def decode(self, body: bytes, request: Any) -> Any: ...

    endpoint = Endpoint(source=source("s", "https://s.example"), connector=Plain())
    assert endpoint.key(Item(id="i", collection="c")) == "c/i"
