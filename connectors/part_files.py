"""Part files: where a download grows until it is whole and is what its catalogue says; half a file is gone on with."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from connectors.errors import AuthMissing, BadReply, ConnectorError, DiskFull, Refused, Unavailable
from connectors.items import Asset
from connectors.transport import Incoming, shown

ALGORITHMS = ("md5", "sha1", "sha256", "sha512")
_BLOCK = 1 << 20
_FOREIGN_S = 30.0  # a part file that moved this lately belongs to a process at work


class PartFiles:
    """The part files of this process; `now` is the time in epoch seconds."""

    def __init__(self, *, now: Callable[[], float]) -> None:
        self._now = now
        self._parts: set[Path] = set()

    def of(self, path: Path) -> Path:
        """Where the file grows: a half file of before is gone on with, one that another process is filling is not."""
        part = path.with_name(f".{path.name}.part")
        if part not in self._parts and part.exists() and self._now() - part.stat().st_mtime < _FOREIGN_S:
            part = path.with_name(f".{path.name}.{os.getpid()}.part")
        self._parts.add(part)
        return part

    def done(self, part: Path) -> None:
        """It has taken its place."""
        self._parts.discard(part)


def is_rest_of(incoming: Incoming, *, part: Path, done: int) -> bool:
    """True where the rest of a half file comes, False where all of it does; raises otherwise."""
    if incoming.status == 206 and done and incoming.headers.get("content-range", "").startswith(f"bytes {done}-"):
        return True
    if incoming.status == 200:
        return False
    if incoming.status in (206, 416):
        part.unlink(missing_ok=True)
        raise Unavailable(f"{shown(incoming.url)} cannot go on where the file broke off", kind="reset")
    if incoming.status == 401:
        raise AuthMissing(f"{shown(incoming.url)} wants credentials: see `conductor doctor`", kind="auth")
    raise Unavailable(f"{shown(incoming.url)} answered {incoming.status}", kind=f"http_{incoming.status}")


def accept(part: Path, path: Path, *, asset: Asset, is_right: bool) -> None:
    """Put a finished part in its place; raises where it is short or not the file that was meant."""
    size = part.stat().st_size
    if asset.size is not None and size < asset.size:
        raise Unavailable(f"{asset.key!r} broke off at {size} of {asset.size} bytes", kind="reset")
    if not is_right:
        part.unlink()
        raise BadReply(f"{asset.key!r} does not have the checksum that its catalogue gives", kind="bad_payload")
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(part, path)


def checksum(asset: Asset) -> tuple[str, str]:
    """Algorithm and digest in lower case; empty where there is none that can be checked."""
    algorithm, _, digest = (asset.checksum or "").lower().partition(":")
    is_hex = bool(digest) and all(c in "0123456789abcdef" for c in digest)
    return (algorithm, digest) if algorithm in ALGORITHMS and is_hex else ("", "")


def is_whole(path: Path, asset: Asset) -> bool:
    """Whether the file lies there, as long as its catalogue says."""
    try:
        size = path.stat().st_size
    except OSError:
        return False
    return size == asset.size if asset.size is not None else size > 0


def feed(digest: hashlib._Hash, part: Path) -> None:
    """Take in what of the file is there."""
    with part.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)


def unwritable(path: Path, error: OSError) -> ConnectorError:
    """What it means, and what to do, when a file cannot be kept."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            f"no room is left to keep {path.name!r}; free some space or set CONDUCTOR_CACHE_DIR to another disk",
            kind="disk_full",
        )
    return Refused(
        f"{path.name!r} cannot be kept in the cache: {error.strerror or error}; check the folder's permissions or set"
        " CONDUCTOR_CACHE_DIR",
        kind="storage",
    )
