"""Transport: the one door to the network, with total budgets, a size cap, guarded redirects and embedded hosts."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import weakref
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from connectors.base import Request
from connectors.deadline import deadline
from connectors.errors import BadReply, ConnectorError, Refused, Unavailable
from connectors.guard import Guard

if TYPE_CHECKING:
    import httpx2

    from connectors.network import ASGIApp

LOG = logging.getLogger(__name__)
MAX_BYTES = 64 * 2**20
MAX_REDIRECTS = 5
_IMPERSONAL = (
    "accept",
    "accept-encoding",
    "connection",
    "content-length",
    "content-type",
    "host",
    "range",
    "user-agent",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A whole HTTP reply of whatever status; header names in lower case, `url` the last one after redirects."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A reply whose body is still arriving."""

    status: int
    headers: Mapping[str, str]
    url: str
    chunks: AsyncIterator[bytes] = field(repr=False)


class Transport:
    """Sends requests, as data, to the network or to the app embedded under a host name.

    `apps` maps a host name to a factory of its ASGI app, called when the host is first asked; `contact` tells the owners
    of servers whom to write to; `tls` gives the TLS context of a host that wants one of its own.
    """

    def __init__(
        self,
        *,
        apps: Mapping[str, Callable[[], ASGIApp]] | None = None,
        guard: Guard | None = None,
        contact: str = "",
        proxy: str | None = None,
        tls: Callable[[str], ssl.SSLContext | None] = lambda host: None,
    ) -> None:
        self._factories = dict(apps or {})
        self._apps: dict[str, ASGIApp] = {}
        self._guard = guard or Guard()
        self._user_agent = cache(lambda: _user_agent(contact))
        self._proxy = proxy
        self._tls = tls
        self._clients: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, httpx2.AsyncClient] = (
            weakref.WeakKeyDictionary()
        )

    def is_embedded(self, url: str) -> bool:
        return (urlsplit(url).hostname or "") in self._factories

    def mount(self, host: str) -> ASGIApp | None:
        """The app embedded under `host`, built if need be; None for a host of the network."""
        if host not in self._factories:
            return None
        if host not in self._apps:
            try:
                self._apps[host] = self._factories[host]()
            except ConnectorError:
                raise
            except Exception as error:
                LOG.exception("the node embedded under %r could not start", host)
                why = f"{type(error).__name__}: {error}"
                raise Unavailable(
                    f"the node embedded under {host!r} could not start ({why})", kind="http_500"
                ) from error
        return self._apps[host]

    async def send(
        self,
        request: Request,
        *,
        budget_s: float = 4.0,
        connect_s: float = 1.0,
        max_bytes: int = MAX_BYTES,
        follow: bool = True,
    ) -> Reply:
        """Send and read to the end within `budget_s`; raises Unavailable, Refused or BadReply."""
        self.prepare()
        try:
            async with deadline(budget_s), self.stream(request, connect_s=connect_s, follow=follow) as incoming:
                body = await _read(incoming, max_bytes=max_bytes)
        except TimeoutError as error:
            raise Unavailable(f"{shown(request.url)} did not answer within {budget_s:g} s", kind="timeout") from error
        return Reply(status=incoming.status, headers=incoming.headers, body=body, url=incoming.url)

    @contextlib.asynccontextmanager
    async def stream(self, request: Request, *, connect_s: float = 1.0, follow: bool = True) -> AsyncIterator[Incoming]:
        """Send and give the reply as it arrives; the caller sets the time limit. Redirects are replies without `follow`."""
        import httpx2

        client = self._client()
        url = _parsed(request.url).copy_merge_params(dict(request.params)) if request.params else _parsed(request.url)
        timeout = httpx2.Timeout(None, connect=connect_s)
        outgoing = client.build_request(
            request.method,
            url,
            json=request.json,
            content=request.content,
            headers=dict(request.headers),
            timeout=timeout,
        )
        try:
            response = await self._follow(client, outgoing, hops=MAX_REDIRECTS if follow else 0)
            try:
                headers = {name.lower(): value for name, value in response.headers.items()}
                yield Incoming(
                    status=response.status_code, headers=headers, url=str(response.url), chunks=response.aiter_bytes()
                )
            finally:
                await response.aclose()
        except ConnectorError:
            raise
        except Exception as error:
            known = _failure(error, url=request.url)
            if known is None:
                raise
            raise known from error

    def prepare(self) -> None:
        """Load what sending takes, so that this time, a second on a busy machine, is not counted against a server."""
        self._client()

    async def aclose(self) -> None:
        """Close this event loop's connections."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.aclose()

    def _client(self) -> httpx2.AsyncClient:
        from connectors import network

        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            self._clients[loop] = network.client(
                guard=self._guard, app=self.mount, user_agent=self._user_agent, proxy=self._proxy, tls=self._tls
            )
        return self._clients[loop]

    async def _follow(self, client: httpx2.AsyncClient, request: httpx2.Request, *, hops: int) -> httpx2.Response:
        first = request.url
        for _ in range(hops + 1):
            self._check_scheme(request.url)
            response = await client.send(request, stream=True)
            if not hops or not response.has_redirect_location:
                return response
            await response.aclose()
            following = response.next_request
            if following is None:
                return response
            self._check_hop(first, following.url)
            if _origin(following.url) != _origin(request.url):
                for name in set(following.headers) - set(_IMPERSONAL):  # credentials, under whichever name
                    following.headers.pop(name, None)
            following.extensions = request.extensions
            request = following
        raise Unavailable(f"{shown(str(first))} redirects more than {MAX_REDIRECTS} times", kind="http_310")

    def _check_scheme(self, url: httpx2.URL) -> None:
        if url.scheme not in ("http", "https") or not url.host:
            raise Refused(f"{shown(str(url))} is not an http or https address", kind="guard")
        if url.host.endswith(".embedded") and url.host not in self._factories:
            raise Refused(f"nothing is embedded under {url.host!r}; see `conductor sources`", kind="guard")

    def _check_hop(self, first: httpx2.URL, target: httpx2.URL) -> None:
        """A redirect may not borrow what the user allowed for another server: a registered or an embedded host."""
        if _origin(first) == _origin(target) or (self.is_embedded(str(first)) and self.is_embedded(str(target))):
            return
        port = target.port or (443 if target.scheme == "https" else 80)
        if self.is_embedded(str(target)) or self._guard.is_registered(target.host, port):
            raise Refused(f"{shown(str(first))} redirects to {shown(str(target))}, which is private", kind="guard")


def shown(url: str) -> str:
    """An address fit for a message: without credentials, query and fragment."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}"


async def _read(incoming: Incoming, *, max_bytes: int) -> bytes:
    declared = incoming.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > max_bytes:
        raise BadReply(
            f"{shown(incoming.url)} announces {declared} bytes, more than the {max_bytes} allowed", kind="too_large"
        )
    parts: list[bytes] = []
    size = 0
    async for part in incoming.chunks:
        size += len(part)
        if size > max_bytes:
            raise BadReply(f"{shown(incoming.url)} sends more than the {max_bytes} bytes allowed", kind="too_large")
        parts.append(part)
    return b"".join(parts)


def _parsed(url: str) -> httpx2.URL:
    import httpx2

    try:
        return httpx2.URL(url)
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise Refused(f"{url.partition('?')[0]!r} is not an address ({error})", kind="guard") from error


def _user_agent(contact: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("earth-conductor")
    except PackageNotFoundError:
        number = "0"
    return f"earth-conductor/{number}" + (f" ({contact})" if contact and contact.isprintable() else "")


def _origin(url: httpx2.URL) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or (443 if url.scheme == "https" else 80)


def _failure(error: Exception, *, url: str) -> ConnectorError | None:
    """What a failure of the HTTP library means to us; None for one that is not its."""
    import httpcore2
    import httpx2

    where = shown(url)
    match error:
        case httpcore2.ConnectTimeout():
            return Unavailable(f"{where} did not accept a connection in time", kind="connect")
        case httpcore2.ConnectError() if _is_tls(error):
            return Unavailable(f"{where} has a certificate that cannot be trusted ({error})", kind="tls")
        case httpcore2.ConnectError():
            return Unavailable(f"{where} refused the connection ({error})", kind="connect")
        case httpcore2.TimeoutException():
            return Unavailable(f"{where} stopped answering", kind="timeout")
        case httpcore2.NetworkError() | httpcore2.RemoteProtocolError() | httpcore2.ProxyError():
            return Unavailable(f"{where} broke off the connection ({error})", kind="reset")
        case httpx2.DecodingError() | httpx2.StreamError():
            return BadReply(f"{where} sent a body that cannot be unpacked ({error})", kind="bad_payload")
        case (
            httpcore2.UnsupportedProtocol() | httpcore2.LocalProtocolError() | httpx2.InvalidURL() | httpx2.HTTPError()
        ):
            return Refused(f"{where} cannot be asked ({error})", kind="guard")
    return None


def _is_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
