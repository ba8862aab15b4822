"""Secrets: where an access scheme may look for what it needs, and the seam through which it asks for tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from connectors.access.redaction import Redaction
from connectors.access.vault import Vault
from connectors.base import Request
from connectors.errors import AuthMissing


class Reply(Protocol):
    """A whole HTTP reply of whatever status; header names in lower case."""

    @property
    def status(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    @property
    def body(self) -> bytes: ...


class Send(Protocol):
    """Sends one request of an access scheme, without following redirects; raises ConnectorError."""

    async def __call__(self, request: Request) -> Reply: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """The environment that was handed in, the keyring or file, netrc if there is one, and the host that will be asked."""

    environ: Mapping[str, str] = field(repr=False)
    netrc: Path | None = None
    host: str = ""
    vault: Vault = field(default_factory=Vault, repr=False)
    redaction: Redaction = field(default_factory=Redaction, repr=False)

    def find(self, name: str) -> str:
        """The secret of that name: the environment before the vault; empty if nowhere."""
        value = self.environ.get(name, "").strip() or self.vault.find(name)
        self.redaction.learn(value)
        return value

    def variable(self, name: str) -> str:
        """The secret of that name; raises AuthMissing with the command that sets it."""
        value = self.find(name)
        if not value:
            raise AuthMissing(f"run `export {name}=…` and ask again", kind="auth")
        return value
