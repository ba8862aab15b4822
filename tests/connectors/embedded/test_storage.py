"""Whole files or none, and what a failed write tells the user."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from connectors.embedded.storage import storage_error, write_whole
from connectors.errors import DiskFull, Refused


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    write_whole(tmp_path / "deep/file.json", b"old")
    write_whole(tmp_path / "deep/file.json", b"new")
    assert (tmp_path / "deep/file.json").read_bytes() == b"new"
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["file.json"]


def test_a_write_that_fails_keeps_the_old_and_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken/child").write_text("kept")
    with pytest.raises(Refused, match="check its permissions or set CONDUCTOR_DATA_DIR"):
        write_whole(tmp_path / "taken", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]
    assert (tmp_path / "taken/child").read_text() == "kept"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_told_as_such(tmp_path: Path, number: int) -> None:
    error = storage_error(OSError(number, "no"), tmp_path)
    assert isinstance(error, DiskFull)
    assert "free some space" in str(error)
