"""Vault: secrets that outlive a run, in the system's keyring where one is installed, else in a file only its owner reads."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from connectors.errors import AuthMissing

SERVICE = "earth-conductor"
T = TypeVar("T")


class Keyring(Protocol):
    """What is used of a backend of the `keyring` package."""

    def get_password(self, service: str, username: str, /) -> str | None: ...

    def set_password(self, service: str, username: str, password: str, /) -> None: ...

    def delete_password(self, service: str, username: str, /) -> None: ...


class Vault:
    """Named secrets; the keyring is looked for when the first secret is, and its failures count as absence."""

    def __init__(self, *, file: Path | None = None, keyring: Callable[[], Keyring | None] = lambda: None) -> None:
        self._file = file
        self._open = keyring
        self._keyring: Keyring | None = None
        self._is_open = False

    def find(self, name: str) -> str:
        """The secret of that name, empty if there is none; raises AuthMissing where the file is open to others."""
        ring = self._ring()
        value = _quietly(lambda: ring.get_password(SERVICE, name)) if ring else None
        return value or self._read().get(name, "")

    def keep(self, name: str, secret: str) -> str:
        """Store a secret; says where. Raises AuthMissing where there is no place that is safe."""
        ring = self._ring()
        if ring and _quietly(lambda: _put(ring, name, secret)):
            return "the keyring"
        self._write({**self._read(), name: secret})
        return str(self._file)

    def forget(self, name: str) -> None:
        """Remove a secret wherever it lies."""
        ring = self._ring()
        if ring:
            _quietly(lambda: ring.delete_password(SERVICE, name))
        kept = self._read()
        if name in kept:
            self._write({key: value for key, value in kept.items() if key != name})

    def _ring(self) -> Keyring | None:
        if not self._is_open:
            self._keyring, self._is_open = self._open(), True
        return self._keyring

    def _read(self) -> Mapping[str, str]:
        if self._file is None or not self._file.exists():
            return {}
        if os.name == "posix" and self._file.stat().st_mode & 0o077:
            command = f"chmod 600 {shlex.quote(str(self._file))}"
            raise AuthMissing(f"{str(self._file)!r} can be read by others; run `{command}`", kind="auth")
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (ValueError, OSError) as error:
            why = type(error).__name__  # the text of a JSON error may quote the file
            raise AuthMissing(f"{str(self._file)!r} cannot be read ({why}); mend or remove it", kind="auth") from None
        return {str(key): str(value) for key, value in kept.items()} if isinstance(kept, dict) else {}

    def _write(self, kept: Mapping[str, str]) -> None:
        if self._file is None:
            raise AuthMissing("there is no keyring and no folder for settings to keep a login in", kind="auth")
        self._file.parent.mkdir(parents=True, exist_ok=True)
        draft = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(dict(kept), file, indent=1, sort_keys=True)
        draft.replace(self._file)


def system_keyring() -> Keyring | None:
    """The keyring of this system; None where the package is not installed or no backend works."""
    try:
        import keyring
        from keyring.backends.fail import Keyring as NoKeyring
    except ImportError:
        return None
    backend: Keyring | None = _quietly(keyring.get_keyring)
    return None if isinstance(backend, NoKeyring) else backend


def _put(ring: Keyring, name: str, secret: str) -> bool:
    ring.set_password(SERVICE, name, secret)
    return True


def _quietly(ask: Callable[[], T]) -> T | None:
    """The keyring's reply; None for whatever it raises, since its backends raise what they like (locked, no bus)."""
    try:
        return ask()
    except Exception:
        return None
