from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock

from connectors.compute.locks import KEPT_S, prune

NOW = 1_800_000_000.0


def lock(folder: Path, name: str, *, age_s: float) -> Path:
    path = folder / f"{name}.lock"
    path.touch()
    os.utime(path, (NOW - age_s, NOW - age_s))
    return path


def test_old_locks_of_ended_jobs_go(tmp_path: Path) -> None:
    old, open_, young = (
        lock(tmp_path, n, age_s=a) for n, a in (("old", 2 * KEPT_S), ("open", 2 * KEPT_S), ("young", 1.0))
    )
    assert prune(tmp_path, still={"open"}, now=NOW) == 1
    assert not old.exists() and open_.exists() and young.exists()


def test_a_lock_that_is_held_stays(tmp_path: Path) -> None:
    held = lock(tmp_path, "held", age_s=2 * KEPT_S)
    with FileLock(held):
        os.utime(held, (NOW - 2 * KEPT_S, NOW - 2 * KEPT_S))
        assert prune(tmp_path, still=(), now=NOW) == 0
        assert held.exists()


def test_no_folder_is_no_locks(tmp_path: Path) -> None:
    assert prune(tmp_path / "none", still=(), now=NOW) == 0
