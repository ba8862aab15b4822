"""A loopback server that misbehaves on demand, for every test of access."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.connectors.fault_server import FaultServer, fault_server


@pytest.fixture
async def server() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        yield running
