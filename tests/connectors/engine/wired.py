"""A caller over loopback, with every part real."""

from __future__ import annotations

import contextlib
import random
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from connectors.access.credentials import Credentials
from connectors.deadline import fair_time
from connectors.engine.breaker import Breakers
from connectors.engine.call import Caller
from connectors.engine.limits import Limiter
from connectors.engine.memory import Memory
from connectors.engine.retry import Retries
from connectors.guard import Guard
from connectors.transport import Transport
from tests.connectors.fault_server import FaultServer, fault_server
from tests.connectors.outside_world import Clock


@dataclass
class Wired:
    """The caller and what it works with."""

    server: FaultServer
    caller: Caller
    breakers: Breakers
    memory: Memory
    clock: Clock

    def until(self, seconds: float = 2.0) -> float:
        return fair_time() + seconds


@contextlib.asynccontextmanager
async def wired(environ: Mapping[str, str] | None = None) -> AsyncIterator[Wired]:
    async with fault_server() as server:
        clock, memory = Clock(), Memory()
        transport = Transport(guard=Guard(registered=[("127.0.0.1", server.port)]))
        breakers = Breakers(memory=memory, now=clock)
        caller = Caller(
            transport=transport,
            breakers=breakers,
            limiter=Limiter(),
            retries=Retries(random.Random(1)),
            credentials=Credentials(environ=environ),
            now=clock,
        )
        yield Wired(server=server, caller=caller, breakers=breakers, memory=memory, clock=clock)
        await transport.aclose()
        memory.close()
