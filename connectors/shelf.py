"""Shelf: the folder of fetched files, kept below a size; what was not used for longest goes first."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 20 * 2**30
IN_USE_S = 3600.0  # a file used this lately may be open, here or in another process
_CHECKED_EVERY = 32  # files


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    path: Path
    size: int
    used_at: float


class Shelf:
    """Notes the use of files and makes room; a folder that cannot be read or written is left as it is."""

    def __init__(self, folder: Path, *, max_bytes: int = MAX_BYTES) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._kept = 0
        self._own: set[Path] = set()

    def used(self, path: Path, *, now: float) -> None:
        """Note that a file is wanted now; it stays as long as this process does."""
        self._own.add(path)
        with contextlib.suppress(OSError):
            os.utime(path, (now, path.stat().st_mtime))

    def kept(self, path: Path, *, now: float) -> None:
        """Note a new file; from time to time, make room."""
        self.used(path, now=now)
        if self._kept % _CHECKED_EVERY == 0:
            self.make_room(now=now)
        self._kept += 1

    def make_room(self, *, now: float) -> int:
        """Remove what was used longest ago until the rest is below the size; the bytes that were freed."""
        held = sorted(self._held(), key=lambda h: (h.used_at, str(h.path)))
        excess = sum(h.size for h in held) - self._max_bytes
        freed = 0
        for one in held:
            if freed >= excess:
                break
            if one.path in self._own or now - one.used_at < IN_USE_S:
                continue
            with contextlib.suppress(OSError):
                one.path.unlink()
                freed += one.size
                one.path.parent.rmdir()
        return freed

    def _held(self) -> Iterator[_Held]:
        for parent, _, names in os.walk(self._folder):
            for name in names:
                path = Path(parent, name)
                with contextlib.suppress(OSError):
                    found = path.stat()
                    yield _Held(path=path, size=found.st_size, used_at=max(found.st_atime, found.st_mtime))
