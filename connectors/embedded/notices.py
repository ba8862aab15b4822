"""Notices: calls to the addresses that a client names with its request, when its job begins and ends.

OGC 18-062r2, section 7.11.3 (`subscriber`). Addresses that are not public are refused with the request, and the connection
is made to the address that was looked at: nobody can have this server call machines that they cannot reach themselves.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from connectors.base import Request
from connectors.errors import ConnectorError, Refused
from connectors.guard import Guard
from connectors.items import JSON
from connectors.transport import Transport

LOG = logging.getLogger(__name__)
NAMES = ("inProgressUri", "successUri", "failedUri")
BUDGET_S = 10.0
MOST_LENGTH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """Sends notices to the addresses that `guard` lets through."""

    guard: Guard
    _under_way: set[asyncio.Task[None]] = field(default_factory=set, repr=False)

    async def accepted(self, subscriber: JSON) -> dict[str, str]:
        """The addresses that a request names; raises Refused for those that are none or may not be called."""
        if subscriber is None:
            return {}
        if not isinstance(subscriber, Mapping):
            raise Refused("'subscriber' is an object with successUri, inProgressUri and failedUri")
        found = {name: str(subscriber[name]) for name in NAMES if subscriber.get(name)}
        for name, url in found.items():
            if (target := _target(url)) is None:
                raise Refused(f"{name} is {url[:200]!r}, which is no http address")
            await self.guard.addresses(*target)
        return found

    def tell(self, url: str, document: JSON) -> None:
        """Send a notice, without waiting for it; one that does not arrive is only logged."""
        task = asyncio.ensure_future(self._sent(url, document))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _sent(self, url: str, document: JSON) -> None:
        transport = Transport(guard=self.guard)
        try:
            request = Request(method="POST", url=url, json=document, idempotent=False)
            await transport.send(request, budget_s=BUDGET_S, max_bytes=65_536, follow=False)
        except ConnectorError as error:
            LOG.info("a notice to %s did not arrive: %s", url, error)
        finally:
            await transport.aclose()


def _target(url: str) -> tuple[str, int] | None:
    """The host and port of an http address; None for anything else."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > MOST_LENGTH:
        return None
    return parts.hostname, port
