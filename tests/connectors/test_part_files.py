"""Part files: half a file is gone on with if it is ours, and takes its place only when it is whole and right."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from connectors.errors import AuthMissing, BadReply, DiskFull, Refused, Unavailable
from connectors.items import Asset
from connectors.part_files import PartFiles, accept, checksum, feed, is_rest_of, is_whole, unwritable
from connectors.transport import Incoming
from tests.connectors.outside_world import Clock


def asset(**fields: object) -> Asset:
    return Asset(key="tas.nc", locations=(), **fields)  # type: ignore[arg-type]


def incoming(status: int, **headers: str) -> Incoming:
    async def nothing() -> AsyncIterator[bytes]:
        return
        yield b""

    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Incoming(status=status, headers=named, url="https://data.example/tas.nc", chunks=nothing())


def test_our_own_half_file_is_gone_on_with(tmp_path: Path) -> None:
    parts, path = PartFiles(now=Clock(0.0)), tmp_path / "tas.nc"
    part = parts.of(path)
    part.write_bytes(b"half")
    assert parts.of(path) == part == tmp_path / ".tas.nc.part"


def test_what_another_process_is_filling_is_left_to_it_until_it_stands_still(tmp_path: Path) -> None:
    theirs, path = tmp_path / ".tas.nc.part", tmp_path / "tas.nc"
    theirs.write_bytes(b"half")
    moved = theirs.stat().st_mtime
    assert PartFiles(now=Clock(moved + 1)).of(path) == tmp_path / f".tas.nc.{os.getpid()}.part"
    assert PartFiles(now=Clock(moved + 31)).of(path) == theirs


def test_a_part_that_took_its_place_is_ours_no_longer(tmp_path: Path) -> None:
    clock, path = Clock(0.0), tmp_path / "tas.nc"
    parts = PartFiles(now=clock)
    part = parts.of(path)
    part.write_bytes(b"half")
    clock.at = part.stat().st_mtime
    parts.done(part)
    assert parts.of(path) != part


def test_the_rest_of_a_file_is_told_from_the_whole(tmp_path: Path) -> None:
    part = tmp_path / "part"
    assert is_rest_of(incoming(206, content_range="bytes 70-99/100"), part=part, done=70)
    assert not is_rest_of(incoming(200), part=part, done=70)


@pytest.mark.parametrize(("status", "kind"), [(206, "reset"), (416, "reset"), (401, "auth"), (404, "http_404")])
def test_other_replies_are_failures(tmp_path: Path, status: int, kind: str) -> None:
    part = tmp_path / "part"
    part.write_bytes(b"half")
    with pytest.raises((Unavailable, AuthMissing)) as caught:
        is_rest_of(incoming(status, content_range="bytes 5-9/10"), part=part, done=4)
    assert caught.value.kind == kind
    assert part.exists() is (status not in (206, 416))  # a half file that cannot be gone on with is no use


def test_a_whole_file_takes_its_place(tmp_path: Path) -> None:
    part, path = tmp_path / "part", tmp_path / "tas.nc"
    part.write_bytes(b"all of it")
    accept(part, path, asset=asset(size=9), is_right=True)
    assert path.read_bytes() == b"all of it" and not part.exists()
    assert is_whole(path, asset(size=9)) and is_whole(path, asset())
    assert not is_whole(path, asset(size=8)) and not is_whole(part, asset())


def test_a_short_one_stays_to_be_gone_on_with_and_a_wrong_one_goes(tmp_path: Path) -> None:
    part, path = tmp_path / "part", tmp_path / "tas.nc"
    part.write_bytes(b"half")
    with pytest.raises(Unavailable, match="broke off at 4 of 9 bytes"):
        accept(part, path, asset=asset(size=9), is_right=True)
    assert part.exists()
    with pytest.raises(BadReply, match="checksum"):
        accept(part, path, asset=asset(size=4), is_right=False)
    assert not part.exists() and not path.exists()


@pytest.mark.parametrize(
    ("said", "read"),
    [("SHA256:AB12", ("sha256", "ab12")), ("crc32:ab12", ("", "")), ("md5:no hex", ("", "")), (None, ("", ""))],
)
def test_only_a_checksum_that_can_be_checked_counts(said: str | None, read: tuple[str, str]) -> None:
    assert checksum(asset(checksum=said)) == read


def test_what_is_there_is_taken_into_the_digest(tmp_path: Path) -> None:
    part, digest = tmp_path / "part", hashlib.sha256()
    part.write_bytes(b"x" * 3_000_000)
    feed(digest, part)
    assert digest.digest() == hashlib.sha256(b"x" * 3_000_000).digest()


def test_a_full_disk_is_told_from_a_locked_one(tmp_path: Path) -> None:
    path = tmp_path / "tas.nc"
    assert isinstance(unwritable(path, OSError(errno.ENOSPC, "No space left on device")), DiskFull)
    locked = unwritable(path, OSError(errno.EACCES, "Permission denied"))
    assert isinstance(locked, Refused) and "Permission denied" in str(locked)
