"""Secrets: where an access scheme may look for what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from connectors.errors import AuthMissing


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """The environment that was handed in, the netrc file if there is one, and the host that will be asked."""

    environ: Mapping[str, str] = field(repr=False)
    netrc: Path | None = None
    host: str = ""

    def variable(self, name: str) -> str:
        """The value of an environment variable; raises AuthMissing with the command that sets it."""
        value = self.environ.get(name, "").strip()
        if not value:
            raise AuthMissing(f"run `export {name}=…` and ask again", kind="auth")
        return value
