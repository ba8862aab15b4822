"""Call: one request to one source, with its credentials, limits, retries and breaker, before its deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from connectors.access.credentials import Credentials
from connectors.base import Request
from connectors.engine.breaker import Breakers
from connectors.engine.limits import Limiter
from connectors.engine.retry import Retries
from connectors.engine.status import failure
from connectors.errors import ConnectorError, Refused, Unavailable
from connectors.offers import Source
from connectors.transport import Reply, Transport

_BLAMELESS = ("rate_limited", "auth", "breaker", "guard", "too_large")
_FAIR_WAIT_S = 1.0


@dataclass(slots=True)
class Trail:
    """What asking a source has taken so far."""

    attempts: int = 0


class Caller:
    """Sends requests on behalf of sources; every rule of politeness and patience is applied here."""

    def __init__(
        self,
        *,
        transport: Transport,
        breakers: Breakers,
        limiter: Limiter,
        retries: Retries,
        credentials: Credentials,
        now: Callable[[], float],
    ) -> None:
        self._transport = transport
        self._breakers = breakers
        self._limiter = limiter
        self._retries = retries
        self._credentials = credentials
        self._now = now

    async def call(
        self, request: Request, *, source: Source, until: float, trail: Trail, phase: str = "search"
    ) -> Reply:
        """The usable reply to `request`, had before `until` (loop time); raises ConnectorError."""
        if self._transport.is_embedded(request.url):
            trail.attempts += 1
            return await self._send(request, source=source, until=until)
        key = breaker_key(source)
        self._breakers.check(key)
        loop = asyncio.get_running_loop()
        started = loop.time()
        try:
            reply = await self._persist(request, source=source, until=until, trail=trail, phase=phase)
        except ConnectorError as error:
            self._blame(key, error, waited=loop.time() - started, source=source)
            raise
        except asyncio.CancelledError:
            self._breakers.abandoned(key)
            raise
        self._breakers.succeeded(key, took_ms=round((loop.time() - started) * 1000))
        return reply

    async def relay(self, request: Request, *, source: Source, phase: str = "process") -> Reply:
        """The reply of whatever status: credentials and limits apply; retries, which may start a job twice, do not."""
        budget = source.limits.budget_s
        headers = self._credentials.headers(source, phase=phase, url=request.url)
        outgoing = replace(request, headers={**request.headers, **headers}) if headers else request
        if self._transport.is_embedded(request.url):
            return await self._transport.send(outgoing, budget_s=budget)
        host, until = urlsplit(request.url).netloc, asyncio.get_running_loop().time() + budget
        async with self._limiter.slot(host, limits=source.limits, until=until):
            return await self._transport.send(outgoing, budget_s=budget, connect_s=source.limits.connect_s)

    def blame(self, source: Source, error: ConnectorError) -> None:
        """Count an unusable body, found out when it was decoded, against the source."""
        self._breakers.failed(breaker_key(source), reason=str(error))

    def flush(self) -> None:
        """Write down what was learnt of the sources."""
        self._breakers.flush()

    def p95_ms(self, source: Source) -> int:
        return self._breakers.health(breaker_key(source)).p95_ms

    def _blame(self, key: str, error: ConnectorError, *, waited: float, source: Source) -> None:
        refused = isinstance(error, Refused) and error.kind.startswith("http_4")
        hasty = error.kind == "timeout" and waited < min(_FAIR_WAIT_S, source.limits.budget_s) * 0.9
        if refused or hasty or error.kind in _BLAMELESS:
            self._breakers.abandoned(key)
        else:
            self._breakers.failed(key, reason=str(error))

    async def _persist(self, request: Request, *, source: Source, until: float, trail: Trail, phase: str) -> Reply:
        host = urlsplit(request.url).netloc
        loop = asyncio.get_running_loop()
        headers = self._credentials.headers(source, phase=phase, url=request.url)
        outgoing = replace(request, headers={**request.headers, **headers}) if headers else request
        self._retries.sent(host)
        for retry in range(10):
            trail.attempts += 1
            try:
                async with self._limiter.slot(host, limits=source.limits, until=until):
                    return await self._send(outgoing, source=source, until=until)
            except ConnectorError as error:
                left = until - loop.time()
                wait = self._retries.delay(error, host=host, retry=retry, left_s=left) if request.idempotent else None
                if wait is None:
                    raise
                await asyncio.sleep(wait)
        raise AssertionError("retries are bounded")

    async def _send(self, request: Request, *, source: Source, until: float) -> Reply:
        left = until - asyncio.get_running_loop().time()
        if left <= 0:
            raise Unavailable("its time was up before it could be asked", source=source.id, kind="timeout")
        reply = await self._transport.send(request, budget_s=left, connect_s=min(left, source.limits.connect_s))
        error = failure(reply, now=self._now())
        if error is not None:
            raise error
        return reply


def breaker_key(source: Source) -> str:
    """What a breaker watches: an endpoint, as asked in one protocol; one host may serve a sound one and an ill one."""
    return f"{source.kind} {source.url}"
