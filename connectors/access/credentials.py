"""Credentials: who may ask a source in which phase; secrets come from the environment, the vault or netrc.

A scheme is written in the source file, for each phase, as `none`, `bearer:VARIABLE`, `basic:USER_VARIABLE,PASSWORD_VARIABLE`,
`netrc`, `edl`, `oidc`, `s3`, `sas:TOKEN_URL` or `x509`; the module of each says what else it reads.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from connectors.access import basic, bearer, none
from connectors.access.asking import Asking, Late, Line, serves
from connectors.access.base import Reply, Secrets
from connectors.access.redaction import Error, Redaction
from connectors.access.tokens import Tokens
from connectors.access.vault import Vault
from connectors.base import Request
from connectors.errors import AuthMissing, Refused
from connectors.guard import is_loopback
from connectors.offers import Source

SCHEMES: Mapping[str, Callable[[str, Secrets], Mapping[str, str]]] = {
    "basic": basic.headers,
    "bearer": bearer.headers,
    "netrc": basic.netrc_headers,
    "none": none.headers,
}
LATE: Mapping[str, tuple[int, ...]] = {  # scheme → the statuses after which what was granted is asked for anew
    "edl": (401,),
    "oidc": (401,),
    "s3": (401, 403),
    "sas": (401, 403),
    "x509": (),
}


async def _no_line(request: Request) -> Reply:
    raise Refused("this use of credentials has no way to the network", kind="auth")


class Credentials:
    """Finds what a source wants; never sends it to another host, nor in the clear."""

    def __init__(
        self,
        *,
        environ: Mapping[str, str] | None = None,
        netrc: Path | None = None,
        vault: Vault | None = None,
        line: Line | None = None,
    ) -> None:
        self._redaction = Redaction()
        self._secrets = Secrets(environ=environ or {}, netrc=netrc, vault=vault or Vault(), redaction=self._redaction)
        self._line = line or Line(send=_no_line, now=lambda: 0.0, tokens=Tokens(now=lambda: 0.0))

    def headers(self, source: Source, *, phase: str, url: str) -> Mapping[str, str]:
        """The headers for `url` that can be told without asking anybody; raises AuthMissing where something is missing."""
        asking = self.asking(source, phase=phase, url=url)
        if asking is None:
            return {}
        scheme = source.auth[phase].partition(":")[0]
        try:
            if scheme in LATE:
                _late(scheme).check(asking)
                return {}
            headers = SCHEMES[scheme](asking.argument, asking.secrets)
        except AuthMissing as error:
            raise self._told(error, source, phase) from error
        self._redaction.learn(*headers.values())
        return headers

    async def authorized(self, request: Request, *, source: Source, phase: str) -> Request:
        """The request with what the source wants in `phase`; raises AuthMissing."""
        if source.auth.get(phase, "none").partition(":")[0] not in LATE:
            headers = self.headers(source, phase=phase, url=request.url)
            return replace(request, headers={**request.headers, **headers}) if headers else request
        return await self._late(request, source=source, phase=phase)

    async def renewed(
        self, request: Request, *, source: Source, phase: str, status: int, url: str = ""
    ) -> Request | None:
        """What to send in place of a request that was turned away; None where asking anew would not help.

        `url` is where the request ended after redirects: a login page is a way of turning away.
        """
        scheme, _, argument = source.auth.get(phase, "none").partition(":")
        if status not in LATE.get(scheme, ()) and not (scheme == "edl" and _is_login(url, argument)):
            return None
        again = await self._late(request, source=source, phase=phase, refused=request)
        return None if again == request else again

    def redacted(self, error: Error) -> Error:
        """The error without any secret that was used."""
        return self._redaction.error(error)

    def redact(self, text: str) -> str:
        """The text without any secret that was used."""
        return self._redaction.text(text)

    def asking(self, source: Source, *, phase: str, url: str) -> Asking | None:
        """What is needed for `url`; None where nothing may or need be sent, raises Refused where it cannot be safe."""
        scheme, _, argument = source.auth.get(phase, "none").partition(":")
        if scheme == "none":
            return None
        if scheme not in (*SCHEMES, *LATE):
            known = ", ".join(sorted((*SCHEMES, *LATE)))
            raise Refused(f"source {source.id!r} names an unknown access scheme {scheme!r}; known: {known}")
        target = urlsplit(url)
        host = target.hostname or ""
        if not serves(source, host):
            return None
        if target.scheme != "https" and not is_loopback(host):
            raise Refused(f"source {source.id!r} would send credentials in the clear to {host!r}", kind="auth")
        secrets = replace(self._secrets, host=host)
        return Asking(source=source, phase=phase, argument=argument, secrets=secrets, line=self._line)

    async def _late(self, request: Request, *, source: Source, phase: str, refused: Request | None = None) -> Request:
        asking = self.asking(source, phase=phase, url=request.url)
        if asking is None:
            return request
        scheme = source.auth[phase].partition(":")[0]
        try:
            return await _late(scheme).authorized(request, asking, refused=refused)
        except AuthMissing as error:
            raise self._told(error, source, phase) from None

    def _told(self, error: AuthMissing, source: Source, phase: str) -> AuthMissing:
        text = self._redaction.text(str(error))
        aim = "read from its store" if phase == "store" else phase
        return AuthMissing(f"source {source.id!r} needs credentials to {aim}: {text}", source=source.id, kind="auth")


def _is_login(url: str, argument: str) -> bool:
    from connectors.access import edl

    return edl.is_login(url, argument)


def _late(scheme: str) -> Late:
    return cast(Late, importlib.import_module(f"connectors.access.{scheme}"))
