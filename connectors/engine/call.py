"""Call: one request to one source, with its credentials, limits, retries and breaker, before its deadline."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from connectors.access.credentials import Credentials
from connectors.base import Request
from connectors.deadline import deadline_at, fair_time
from connectors.engine.apart import apart
from connectors.engine.breaker import Breakers, Health
from connectors.engine.limits import Limiter
from connectors.engine.patience import Waits
from connectors.engine.retry import Retries
from connectors.engine.status import failure
from connectors.errors import ConnectorError, Refused, Unavailable
from connectors.offers import Source
from connectors.transport import Reply, Transport

_BLAMELESS = ("rate_limited", "auth", "breaker", "guard", "too_large")
_FAIR_WAIT_S, _FAIR_SHARE = 1.0, 0.7  # on a busy machine a part of the time passes before the request leaves


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
        self._waits = Waits()

    async def call(
        self, request: Request, *, source: Source, until: float, trail: Trail, phase: str = "search"
    ) -> Reply:
        """The usable reply to `request`, had before `until` (fair time); raises ConnectorError."""
        if self._transport.is_embedded(request.url):
            trail.attempts += 1
            return await self._send(request, source=source, until=until, phase="")
        key = breaker_key(source)
        self._breakers.check(key)
        started = fair_time()
        self._waits.begun(key)
        try:
            reply = await self._persist(request, source=source, until=until, trail=trail, phase=phase)
        except ConnectorError as error:
            self._blame(key, error, waited=fair_time() - started, source=source)
            told = self._credentials.redacted(error)
            if told is error:
                raise
            raise told from None
        except asyncio.CancelledError:
            self._breakers.abandoned(key)
            raise
        finally:
            self._waits.ended(key, fair_time())
        self._breakers.succeeded(key, took_ms=round((fair_time() - started) * 1000))
        return reply

    async def borrow(self, ask: Callable[[], bytes], *, source: Source, until: float, trail: Trail) -> bytes:
        """What a library that goes out by itself answers before `until`; its thread is left behind where it does not."""
        key = breaker_key(source)
        self._breakers.check(key)
        started, trail.attempts = fair_time(), trail.attempts + 1
        self._waits.begun(key)
        self._waits.sent(key, started)
        try:
            async with deadline_at(until):
                body = await apart(ask, name=source.id)
        except (ConnectorError, TimeoutError) as error:
            known = (
                error if isinstance(error, ConnectorError) else Unavailable("it did not answer in time", kind="timeout")
            )
            self._blame(key, known, waited=fair_time() - started, source=source)
            raise self._credentials.redacted(known) from None
        except asyncio.CancelledError:
            self._breakers.abandoned(key)
            raise
        finally:
            self._waits.ended(key, fair_time())
        self._breakers.succeeded(key, took_ms=round((fair_time() - started) * 1000))
        return body

    async def relay(self, request: Request, *, source: Source, phase: str = "process") -> Reply:
        """The reply of whatever status: credentials and limits apply; retries, which may start a job twice, do not."""
        budget = source.limits.budget_s
        if self._transport.is_embedded(request.url):
            return await self._transport.send(request, budget_s=budget)
        host, until = urlsplit(request.url).netloc, fair_time() + budget
        outgoing = await self._authorized(request, source=source, until=until, phase=phase)
        async with self._limiter.slot(host, limits=source.limits, until=until):
            return await self._exchange(outgoing, source=source, until=until, phase=phase)

    def blame(self, source: Source, error: ConnectorError) -> None:
        """Count an unusable body, found out when it was decoded, against the source."""
        self._breakers.failed(breaker_key(source), reason=str(error))

    def flush(self) -> None:
        """Write down what was learnt of the sources."""
        self._breakers.flush()

    def prepare(self) -> None:
        """Have all at hand that asking takes, before the time of the sources begins."""
        self._transport.prepare()

    def health(self, source: Source) -> Health:
        return self._breakers.health(breaker_key(source))

    def waiting_since(self, source: Source) -> float:
        """Fair time at which the request went out that this source has not answered; infinite where there is none."""
        return self._waits.since(breaker_key(source))

    def give_up(self, source: Source) -> None:
        """Count it against a source that it has not answered until now, if it has had the time."""
        waited = fair_time() - self.waiting_since(source)
        if waited > 0:
            silent = Unavailable(f"it had not answered after {waited:.1f} s", kind="timeout")
            self._blame(breaker_key(source), silent, waited=waited, source=source)

    def _blame(self, key: str, error: ConnectorError, *, waited: float, source: Source) -> None:
        refused = isinstance(error, Refused) and error.kind.startswith("http_4")
        hasty = error.kind == "timeout" and waited < min(_FAIR_WAIT_S, source.limits.budget_s) * _FAIR_SHARE
        if refused or hasty or error.kind in _BLAMELESS:
            self._breakers.abandoned(key)
        else:
            self._breakers.failed(key, reason=str(error))

    async def _persist(self, request: Request, *, source: Source, until: float, trail: Trail, phase: str) -> Reply:
        host, key = urlsplit(request.url).netloc, breaker_key(source)
        outgoing = await self._authorized(request, source=source, until=until, phase=phase)
        self._retries.sent(host)
        for retry in range(10):
            trail.attempts += 1
            try:
                async with self._limiter.slot(host, limits=source.limits, until=until, turn=partial(self._sent, key)):
                    self._sent(key)
                    return await self._send(outgoing, source=source, until=until, phase=phase)
            except ConnectorError as error:
                left = until - fair_time()
                wait = self._retries.delay(error, host=host, retry=retry, left_s=left) if request.idempotent else None
                if wait is None:
                    raise
                self._waits.sent(key, fair_time() + wait)
                await asyncio.sleep(wait)
                self._waits.held(key)
        raise AssertionError("retries are bounded")

    def _sent(self, key: str) -> None:
        self._waits.sent(key, fair_time())

    async def _authorized(self, request: Request, *, source: Source, until: float, phase: str) -> Request:
        """The request with its credentials, had before `until`; those under way are asked for to the end all the same."""
        with _granted_in_time(source):
            async with deadline_at(until):
                return await self._credentials.authorized(request, source=source, phase=phase)

    async def _exchange(self, request: Request, *, source: Source, until: float, phase: str) -> Reply:
        """Send; where credentials were turned away, once more with others if others are to be had."""
        reply = await self._transmit(request, source=source, until=until)
        with _granted_in_time(source):
            async with deadline_at(until):
                again = await self._credentials.renewed(
                    request, source=source, phase=phase, status=reply.status, url=reply.url
                )
        return reply if again is None else await self._transmit(again, source=source, until=until)

    async def _transmit(self, request: Request, *, source: Source, until: float) -> Reply:
        left = until - fair_time()
        if left <= 0:
            raise Unavailable("its time was up before it could be asked", source=source.id, kind="timeout")
        return await self._transport.send(request, budget_s=left, connect_s=min(left, source.limits.connect_s))

    async def _send(self, request: Request, *, source: Source, until: float, phase: str) -> Reply:
        reply = await self._exchange(request, source=source, until=until, phase=phase)
        error = failure(reply, now=self._now())
        if error is not None:
            raise error
        return reply


@contextlib.contextmanager
def _granted_in_time(source: Source) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise Unavailable("its credentials were not granted in time", source=source.id, kind="timeout") from error


def breaker_key(source: Source) -> str:
    """What a breaker watches: an endpoint, as asked in one protocol; one host may serve a sound one and an ill one."""
    return f"{source.kind} {source.url}"
