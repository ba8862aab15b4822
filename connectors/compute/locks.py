"""Locks: the files by which one process at a time drives a request; old ones that nobody holds are removed."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from pathlib import Path

KEPT_S = 3600.0  # since it was last taken


def prune(folder: Path, *, still: Collection[str], now: float) -> int:
    """Remove the locks that are old, of none of the requests that are `still` open, and held by nobody; gives how many.

    A file is removed while it is held, so that whoever opened it meanwhile finds it gone and makes a new one.
    """
    from filelock import FileLock, Timeout

    removed = 0
    for path in sorted(folder.glob("*.lock")):
        with contextlib.suppress(Timeout, OSError):
            if path.stem in still or now - path.stat().st_mtime < KEPT_S:
                continue
            with FileLock(path, timeout=0):
                path.unlink()
                removed += 1
    return removed
