"""Asking: one request's need for access, with all that a scheme may use to meet it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from connectors.access.base import Reply, Secrets, Send
from connectors.access.tokens import Tokens
from connectors.base import Request
from connectors.errors import Refused
from connectors.guard import is_loopback
from connectors.items import JSON
from connectors.offers import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The way to the network and the time, epoch seconds, with what was learnt there and holds for this process."""

    send: Send
    now: Callable[[], float]
    tokens: Tokens
    documents: MutableMapping[str, JSON] = field(default_factory=dict)  # discovery documents by address


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who wants in where: the source, the phase (search, download, process), the scheme's argument, the secrets."""

    source: Source
    phase: str
    argument: str
    secrets: Secrets
    line: Line

    @property
    def now(self) -> float:
        return self.line.now()

    async def ask(self, request: Request) -> Reply:
        """Send a request that may carry a secret; raises Refused where the address is not safe for one."""
        parts = urlsplit(request.url)
        if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
            raise Refused(
                f"source {self.source.id!r} would send credentials in the clear to {parts.hostname!r}", kind="auth"
            )
        return await self.line.send(request)


class Late(Protocol):
    """A scheme that may have to ask somebody first: the module of that name."""

    def check(self, asking: Asking) -> None:
        """Raise AuthMissing where what it needs is not there; asks nobody."""

    async def authorized(self, request: Request, asking: Asking, *, refused: Request | None = None) -> Request:
        """The request with its access; `refused` is what was sent before and turned away."""


def serves(source: Source, host: str) -> bool:
    """Whether `host` may see the credentials of the source: its own, or one of its `auth_hosts` (`*.name` for all below)."""
    allowed = (urlsplit(source.url).hostname or "", *source.options.get("auth_hosts", ()))
    return any(host == name or (name.startswith("*.") and host.endswith(name[1:])) for name in allowed)
