"""Archives: names that climb out of the folder they are unpacked to, links, and bombs. Nothing is unpacked here."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath, PureWindowsPath

from connectors.errors import BadReply, Refused
from connectors.sandbox.rules.signature import Kind
from connectors.sandbox.rules.sizes import check_array

MOST_MEMBERS = 50_000
_BLOCK = 1 << 20
_LINK = 0o120000


def examine(path: Path, kind: Kind) -> None:
    """Raise Refused for an archive that must not be unpacked, BadReply for a damaged one."""
    try:
        if kind == "zip":
            _zip(path)
        elif kind == "gzip":
            _gzip(path)
        if kind == "tar" or (kind == "gzip" and tarfile.is_tarfile(path)):
            _tar(path)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, zlib.error, OSError) as error:
        raise BadReply(f"{path.name!r} is a damaged archive ({error}); fetch it again", kind="bad_payload") from error


def check_name(file: str, name: str) -> None:
    """Raise Refused for a member whose name leads out of the folder."""
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    if (
        posix.is_absolute()
        or windows.drive
        or windows.root
        or ".." in posix.parts
        or ".." in windows.parts
        or "\x00" in name
    ):
        raise Refused(
            f"{file!r} holds a member {name!r} that would be written outside its folder; do not unpack it",
            kind="attack",
        )


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        _few(path, len(members))
        for member in members:
            check_name(path.name, member.filename)
            if member.external_attr >> 16 & 0o170000 == _LINK:
                raise _link(path, member.filename)
    total = sum(m.file_size for m in members)
    check_array(path.name, "its members", declared=total, stored=path.stat().st_size)


def _tar(path: Path) -> None:
    with tarfile.open(path) as archive:
        for count, member in enumerate(archive):
            _few(path, count)
            check_name(path.name, member.name)
            if member.issym() or member.islnk() or member.isdev():
                raise _link(path, member.name)


def _gzip(path: Path) -> None:
    """Inflate through a window, keeping nothing."""
    packed, total = path.stat().st_size, 0
    with path.open("rb") as file:
        inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while block := file.read(_BLOCK):
            while block:
                total += len(inflater.decompress(block, _BLOCK))
                block = inflater.unconsumed_tail
                check_array(path.name, "its content", declared=total, stored=packed)


def _few(path: Path, count: int) -> None:
    if count > MOST_MEMBERS:
        raise Refused(f"{path.name!r} holds more than {MOST_MEMBERS} members; do not unpack it", kind="bomb")


def _link(path: Path, name: str) -> Refused:
    return Refused(
        f"{path.name!r} holds a link or device {name!r}, which could lead anywhere; do not unpack it", kind="attack"
    )
