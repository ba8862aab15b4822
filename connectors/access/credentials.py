"""Credentials: who may ask a source in which phase; secrets come from the environment or netrc and nowhere else.

A scheme is written in the registry as `none`, `bearer:VARIABLE`, `basic:USER_VARIABLE,PASSWORD_VARIABLE` or `netrc`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from connectors.access import basic, bearer, none
from connectors.access.base import Secrets
from connectors.errors import AuthMissing, Refused
from connectors.guard import is_loopback
from connectors.offers import Source

SCHEMES: Mapping[str, Callable[[str, Secrets], Mapping[str, str]]] = {
    "basic": basic.headers,
    "bearer": bearer.headers,
    "netrc": basic.netrc_headers,
    "none": none.headers,
}


class Credentials:
    """Finds the headers that a source wants; never sends them to another host, nor in the clear."""

    def __init__(self, *, environ: Mapping[str, str] | None = None, netrc: Path | None = None) -> None:
        self._environ = environ or {}
        self._netrc = netrc

    def headers(self, source: Source, *, phase: str, url: str) -> Mapping[str, str]:
        """The headers for a request to `url` in `phase` (search, download, process); raises AuthMissing."""
        scheme, _, argument = source.auth.get(phase, "none").partition(":")
        if scheme == "none":
            return {}
        if scheme not in SCHEMES:
            raise Refused(
                f"source {source.id!r} names an unknown access scheme {scheme!r}; known: {', '.join(SCHEMES)}"
            )
        target, home = urlsplit(url), urlsplit(source.url)
        hosts = {home.hostname, *source.options.get("auth_hosts", ())}
        if target.hostname not in hosts:
            return {}
        if target.scheme != "https" and not is_loopback(target.hostname or ""):
            raise Refused(
                f"source {source.id!r} would send credentials in the clear to {target.hostname!r}", kind="auth"
            )
        secrets = Secrets(environ=self._environ, netrc=self._netrc, host=target.hostname or "")
        try:
            return SCHEMES[scheme](argument, secrets)
        except AuthMissing as error:
            raise AuthMissing(
                f"source {source.id!r} needs credentials to {phase}: {error}", source=source.id, kind="auth"
            ) from error
