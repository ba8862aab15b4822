"""The folder of fetched files: its size, what stays, what goes first."""

from __future__ import annotations

import os
from pathlib import Path

from connectors.shelf import IN_USE_S, Shelf

NOW = 4e9


def put(folder: Path, name: str, *, size: int, hours_ago: float) -> Path:
    path = folder / name / "file.nc"
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes(size))
    os.utime(path, (NOW - hours_ago * 3600, NOW - hours_ago * 3600))
    return path


def test_the_longest_unused_goes_first_until_the_rest_fits(tmp_path: Path) -> None:
    paths = [put(tmp_path, name, size=100, hours_ago=hours) for name, hours in (("a", 30), ("b", 20), ("c", 10))]
    assert Shelf(tmp_path, max_bytes=150).make_room(now=NOW) == 200
    assert [path.exists() for path in paths] == [False, False, True]
    assert not paths[0].parent.exists()


def test_what_is_used_by_this_process_or_was_lately_by_any_stays(tmp_path: Path) -> None:
    own, lately = (
        put(tmp_path, "own", size=100, hours_ago=30),
        put(tmp_path, "late", size=100, hours_ago=IN_USE_S / 7200),
    )
    shelf = Shelf(tmp_path, max_bytes=1)
    shelf.used(own, now=NOW - 20 * 3600)
    assert shelf.make_room(now=NOW) == 0 and own.exists() and lately.exists()


def test_a_use_is_seen_by_the_next_process(tmp_path: Path) -> None:
    old, older = put(tmp_path, "old", size=100, hours_ago=20), put(tmp_path, "older", size=100, hours_ago=30)
    Shelf(tmp_path).used(older, now=NOW - 2 * 3600)
    Shelf(tmp_path, max_bytes=150).make_room(now=NOW)
    assert (old.exists(), older.exists()) == (False, True)


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    assert Shelf(tmp_path / "none", max_bytes=1).make_room(now=NOW) == 0
