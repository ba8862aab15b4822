"""A Weaver on a port of its own that says what a real one said."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Iterator

import pytest

from connectors.compute.weaver.server import Weaver
from connectors.guard import Guard
from connectors.source_files import address
from connectors.transport import Transport
from tests.connectors.compute.weaver.replay import RECORDED, Replay
from tests.connectors.embedded.serving import free_port, serving


@pytest.fixture
def replay() -> Replay:
    if not RECORDED.exists():
        pytest.skip("the shared folder is not here")
    return Replay()


@pytest.fixture
def url(replay: Replay) -> Iterator[str]:
    port = free_port()
    with serving(replay.app(f"http://127.0.0.1:{port}"), port=port) as served:
        yield served


@pytest.fixture
async def weaver(url: str) -> AsyncIterator[Weaver]:
    transport = Transport(guard=Guard(registered=[address(url)]))
    yield Weaver(url=url, send=functools.partial(transport.send, budget_s=10.0))
    await transport.aclose()
