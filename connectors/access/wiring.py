"""Wiring: credentials over the transport, the access to data hosts by address, the certificates by host."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from connectors.access.asking import Line, serves
from connectors.access.base import Reply
from connectors.access.credentials import Credentials
from connectors.access.tokens import Tokens
from connectors.access.vault import Keyring, Vault, system_keyring
from connectors.base import Request
from connectors.errors import ConnectorError
from connectors.offers import Source

BUDGET_S = 15.0
_MOST_BYTES = 1 << 20
_FILE = "credentials.json"  # beside the user's sources file, mode 0600


class Sends(Protocol):
    """The transport, as far as access schemes know it."""

    def send(
        self, request: Request, *, budget_s: float, connect_s: float, max_bytes: int, follow: bool
    ) -> Awaitable[Reply]: ...


def credentials(
    transport: Sends,
    *,
    environ: Mapping[str, str],
    netrc: Path | None,
    config_dir: Path,
    now: Callable[[], float],
    keyring: Callable[[], Keyring | None] = system_keyring,
) -> Credentials:
    """Credentials that may ask for tokens; no I/O."""

    async def send(request: Request) -> Reply:
        return await transport.send(request, budget_s=BUDGET_S, connect_s=5.0, max_bytes=_MOST_BYTES, follow=False)

    return Credentials(
        environ=environ,
        netrc=netrc,
        vault=Vault(file=config_dir / _FILE, keyring=keyring),
        line=Line(send=send, now=now, tokens=Tokens(now=now)),
    )


class DataAccess:
    """What downloads want, by the address of the file: the credentials of the first source that serves its host.

    A source may have its files twice, by its own server (phase `download`) and in a store (phase `store`, by `options.s3`).
    """

    def __init__(self, *, sources: Sequence[Source], credentials: Credentials) -> None:
        self._sources = tuple(source for source in sources if {"download", "store"} & source.auth.keys())
        self._stores = tuple(source.options["s3"] for source in sources if "s3" in source.options)
        self._credentials = credentials

    def address(self, href: str) -> str:
        """The https address of an object in a store; others stay. A bucket that no source describes is an open one of AWS.

        `options.s3.buckets` of a source lists the buckets of its store, as patterns.
        """
        if not href.startswith("s3://"):
            return href
        from connectors.access import s3

        bucket = href.removeprefix("s3://").partition("/")[0]
        store = next((s for s in self._stores if any(fnmatch(bucket, p) for p in s.get("buckets", ()))), None)
        if store is None:
            return s3.web_address(href, endpoint="", region="")
        return s3.web_address(href, region=str(store.get("region", s3.REGION)), endpoint=str(store.get("endpoint", "")))

    async def authorized(self, request: Request) -> Request:
        found = self._source(request)
        if found is None:
            return request
        source, phase = found
        return await self._credentials.authorized(request, source=source, phase=phase)

    async def renewed(self, request: Request, *, status: int, url: str) -> Request | None:
        found = self._source(request)
        if found is None:
            return None
        source, phase = found
        return await self._credentials.renewed(request, source=source, phase=phase, status=status, url=url)

    def _source(self, request: Request) -> tuple[Source, str] | None:
        """Who serves the file, and in which phase."""
        host = urlsplit(request.url).hostname or ""
        for source in self._sources:
            if serves(source, host):
                phase = "store" if "store" in source.auth and _is_store(source, host) else "download"
                if phase in source.auth:
                    return source, phase
        return None


def _is_store(source: Source, host: str) -> bool:
    """Whether a host is the store of a source's buckets: its endpoint, or Amazon's name for one of them."""
    table = source.options.get("s3") or {}
    if endpoint := str(table.get("endpoint", "")):
        return host == urlsplit(endpoint).hostname
    return host.endswith(".amazonaws.com") and any(fnmatch(host.partition(".")[0], p) for p in table.get("buckets", ()))


class Certificates:
    """The TLS context of a host whose source wants a client certificate; None for all others."""

    def __init__(self, *, sources: Sequence[Source]) -> None:
        self._wanting = tuple(
            (source, phase) for source in sources for phase, scheme in source.auth.items() if scheme.startswith("x509")
        )
        self._contexts: dict[tuple[str, str, int], ssl.SSLContext] = {}

    def context(self, host: str, *, credentials: Callable[[], Credentials]) -> ssl.SSLContext | None:
        """Made once for each certificate; raises AuthMissing where it is missing, which whoever sends has been told."""
        for source, phase in self._wanting:
            if serves(source, host):
                return self._context(source, phase, host, credentials=credentials())
        return None

    def _context(self, source: Source, phase: str, host: str, *, credentials: Credentials) -> ssl.SSLContext | None:
        from connectors.access import x509

        asking = credentials.asking(source, phase=phase, url=f"https://{host}/")
        if asking is None:
            return None
        try:
            key = (asking.argument, *x509.stamp(asking))
        except ConnectorError:  # another phase of the same host may be open to all
            return None
        if key not in self._contexts:
            self._contexts[key] = x509.context(asking)
        return self._contexts[key]
