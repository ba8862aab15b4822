"""Network: the httpx2 client behind the transport; sockets go where the guard looked, embedded hosts to ASGI apps."""

from __future__ import annotations

import asyncio
import http.cookiejar
import logging
import ssl
import typing
from collections import OrderedDict
from collections.abc import Callable, Iterable, MutableMapping
from functools import cache
from itertools import islice
from typing import Any

import httpcore2
import httpx2

from connectors.deadline import deadline
from connectors.errors import Unavailable
from connectors.guard import Guard, is_loopback
from connectors.wire import connect

Message = MutableMapping[str, Any]
ASGIApp = Callable[
    [Message, Callable[[], typing.Awaitable[Message]], Callable[[Message], typing.Awaitable[None]]],
    typing.Awaitable[None],
]

LOG = logging.getLogger(__name__)
MAX_AT_ONCE = 200  # requests under way, whatever the host
CONNECTING_AT_ONCE = 128  # connections being made: a thousand at once would time each other out
MAX_ORIGINS = 100  # whose connections are kept open
LOOKED_AT = 10  # of them, those unused for longest, when another is to be opened


def client(
    *,
    guard: Guard,
    app: Callable[[str], ASGIApp | None],
    user_agent: Callable[[], str],
    proxy: str | None,
    tls: Callable[[str], ssl.SSLContext | None] = lambda host: None,
) -> httpx2.AsyncClient:
    """A client for one event loop: no environment, no cookies kept, redirects left to the transport."""
    jar = http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(allowed_domains=()))
    door = _Door(guard=guard, app=app, user_agent=user_agent, proxy=proxy, tls=tls)
    return httpx2.AsyncClient(
        transport=door,
        trust_env=False,
        follow_redirects=False,
        cookies=jar,
        headers={"Accept": "application/json, */*;q=0.5"},
    )


@cache
def tls_context() -> ssl.SSLContext:
    """The one TLS context of the process: it costs 20 ms of CPU to make."""
    return httpx2.create_ssl_context(trust_env=False)


class _Door(httpx2.AsyncBaseTransport):
    """Hands a request to the app of its host, or to the network."""

    def __init__(
        self,
        *,
        guard: Guard,
        app: Callable[[str], ASGIApp | None],
        user_agent: Callable[[], str],
        proxy: str | None,
        tls: Callable[[str], ssl.SSLContext | None],
    ) -> None:
        self._guard = guard
        self._user_agent = user_agent
        self._app = app
        self._proxy = proxy
        self._tls = tls
        self._pools: OrderedDict[str, httpcore2.AsyncConnectionPool] = OrderedDict()
        self._slots = asyncio.Semaphore(MAX_AT_ONCE)
        self._turns = asyncio.Semaphore(CONNECTING_AT_ONCE)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        app = self._app(request.url.host)
        if app is not None:
            return await _embedded(app, request)
        by_proxy = bool(self._proxy) and not is_loopback(request.url.host)
        if by_proxy:
            self._guard.check_literal(request.url.host, _port(request.url))
        request.headers["User-Agent"] = self._user_agent()
        await self._slots.acquire()
        try:
            own = self._tls(request.url.host) if request.url.scheme == "https" else None
            pool = await self._pool(request.url, by_proxy=by_proxy, own=own)
            incoming = await pool.handle_async_request(_outgoing(request))
        except BaseException:
            self._slots.release()
            raise
        body = _Body(incoming, ended=self._slots.release)
        return httpx2.Response(incoming.status, headers=incoming.headers, stream=body, extensions=incoming.extensions)

    async def aclose(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()

    async def _pool(
        self, url: httpx2.URL, *, by_proxy: bool, own: ssl.SSLContext | None
    ) -> httpcore2.AsyncConnectionPool:
        """The connections to one origin: a pool looks through all that it holds at every request."""
        origin = "proxy" if by_proxy else f"{url.scheme}://{url.netloc!r}"
        origin += f" {url.host} {id(own)}" if own else ""  # a certificate is shown to its own host only
        if origin not in self._pools:
            await self._make_room()
            proxy = self._proxy if by_proxy else None
            backend = _GuardedBackend(guard=self._guard, trusted=proxy, turns=self._turns)
            context = own or (tls_context() if by_proxy or url.scheme == "https" else None)
            options: dict[str, Any] = {"ssl_context": context, "max_connections": MAX_AT_ONCE}
            options |= {"keepalive_expiry": 30.0, "network_backend": backend}
            self._pools[origin] = (
                httpcore2.AsyncHTTPProxy(proxy, **options) if proxy else httpcore2.AsyncConnectionPool(**options)
            )
        self._pools.move_to_end(origin)
        return self._pools[origin]

    async def _make_room(self) -> None:
        """Close the origin that has been idle longest, where there are many."""
        if len(self._pools) < MAX_ORIGINS:
            return
        for origin, pool in islice(self._pools.items(), LOOKED_AT):
            if all(connection.is_idle() for connection in pool.connections):
                del self._pools[origin]
                await pool.aclose()
                return


def _outgoing(request: httpx2.Request) -> httpcore2.Request:
    url = request.url
    return httpcore2.Request(
        method=request.method,
        url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


async def _embedded(app: ASGIApp, request: httpx2.Request) -> httpx2.Response:
    """Ask an app of ours; one that breaks is a server error, as it would be over a wire."""
    try:
        return await httpx2.ASGITransport(app=app).handle_async_request(request)
    except Exception:
        LOG.exception("the node embedded under %r failed on %s %s", request.url.host, request.method, request.url.path)
        return httpx2.Response(500, json={"title": "the embedded node failed", "status": 500})


class _Body(httpx2.AsyncByteStream):
    """The body of a reply, closed with its connection."""

    def __init__(self, response: httpcore2.Response, *, ended: Callable[[], None]) -> None:
        self._response = response
        self._ended = ended
        self._is_open = True

    async def __aiter__(self) -> typing.AsyncIterator[bytes]:
        async for part in self._response.aiter_stream():
            yield part

    async def aclose(self) -> None:
        if self._is_open:
            self._is_open = False
            self._ended()
            await self._response.aclose()


class _GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Resolves a name itself, has every address looked at, and connects to one that passed."""

    def __init__(self, *, guard: Guard, trusted: str | None, turns: asyncio.Semaphore) -> None:
        self._guard = guard
        self._trusted = httpx2.URL(trusted).host if trusted else None
        self._turns = turns

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        try:
            async with self._turns, deadline(timeout):  # the time for a connection begins when it is made
                if host == self._trusted:
                    return await connect(host, port, timeout=None, local=local_address, options=socket_options)
                addresses = await self._guard.addresses(host, port)
                return await self._first(addresses, port, timeout, local_address, socket_options)
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout(f"no connection within {timeout} s") from error

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _first(
        self,
        addresses: tuple[str, ...],
        port: int,
        timeout: float | None,
        local: str | None,
        options: Iterable[Any] | None,
    ) -> httpcore2.AsyncNetworkStream:
        share = None if timeout is None or len(addresses) < 2 else timeout / min(len(addresses), 3)
        failure: Exception = Unavailable("the name has no address", kind="dns")
        for address in addresses:
            try:
                return await connect(address, port, timeout=share, local=local, options=options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure


def _port(url: httpx2.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)
