"""Credentials with a real transport to loopback, a caller over them, and a vault in a folder of the test."""

from __future__ import annotations

import contextlib
import random
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from connectors.access.asking import Asking
from connectors.access.credentials import Credentials
from connectors.access.wiring import Certificates, credentials
from connectors.base import Request
from connectors.deadline import fair_time
from connectors.engine.breaker import Breakers
from connectors.engine.call import Caller, Trail
from connectors.engine.limits import Limiter
from connectors.engine.memory import Memory
from connectors.engine.retry import Retries
from connectors.guard import Guard
from connectors.offers import Source
from connectors.source_files import address
from connectors.transport import Reply, Transport
from tests.connectors.outside_world import Clock


@dataclass
class Lined:
    """The credentials and what they work with."""

    credentials: Credentials
    transport: Transport
    caller: Caller
    folder: Path

    async def call(self, source: Source, *, path: str = "", phase: str = "download") -> Reply:
        """Ask the source as the engine does."""
        until = fair_time() + 10.0
        request = Request(method="GET", url=source.url + path)
        return await self.caller.call(request, source=source, until=until, trail=Trail(), phase=phase)

    def asking(self, source: Source, *, phase: str = "download") -> Asking:
        found = self.credentials.asking(source, phase=phase, url=source.url)
        assert found is not None
        return found


@contextlib.asynccontextmanager
async def lined(
    folder: Path,
    *urls: str,
    environ: Mapping[str, str] | None = None,
    netrc: Path | None = None,
    now: Callable[[], float] | None = None,
    sources: tuple[Source, ...] = (),
) -> AsyncIterator[Lined]:
    """Everything wired to these addresses, which may be private; `now` is a clock that stands still where not given."""
    clock, memory, shown = now or Clock(), Memory(), Certificates(sources=sources)
    transport = Transport(
        guard=Guard(registered=[address(url) for url in urls]),
        tls=lambda host: shown.context(host, credentials=lambda: made),
    )
    made = credentials(
        transport, environ=environ or {}, netrc=netrc, config_dir=folder, now=clock, keyring=lambda: None
    )
    caller = Caller(
        transport=transport,
        breakers=Breakers(memory=memory, now=clock),
        limiter=Limiter(),
        retries=Retries(random.Random(1)),
        credentials=made,
        now=clock,
    )
    try:
        yield Lined(credentials=made, transport=transport, caller=caller, folder=folder)
    finally:
        await transport.aclose()
        memory.close()
