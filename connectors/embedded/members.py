"""Members of an archive: unpacked with care, written down in a receipt with their hashes, checked again when asked."""

from __future__ import annotations

import gzip
import hashlib
import json
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO

from connectors.embedded.archives import file_sha256
from connectors.embedded.manifest import Holding
from connectors.errors import BadReply

RECEIPT = ".holding.json"
_CHUNK = 1 << 20
_UNREADABLE = (zipfile.BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One unpacked file: `size` in bytes, `sha256` in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What was unpacked of which archive; `patterns` are those of the manifest at that time."""

    archive: str
    version: str
    sha256: str
    patterns: tuple[str, ...]
    members: Mapping[str, Member]

    @property
    def bytes(self) -> int:
        return sum(member.size for member in self.members.values())

    def fits(self, holding: Holding) -> bool:
        return self.sha256 == holding.sha256 and self.patterns == holding.members


def unpack(archive: Path, holding: Holding, *, into: Path) -> Receipt:
    """Write the members that the holding names below `into`, and the receipt; raises BadReply for an archive that lies."""
    members: dict[str, Member] = {}
    try:
        for name, stream in _entries(archive, holding):
            if name not in members:
                members[name] = _write(stream, _target(into, name, holding))
    except _UNREADABLE as error:
        raise BadReply(f"the archive of holding {holding.id!r} cannot be read: {error}", kind="bad_payload") from error
    for pattern in holding.members:
        if not any(fnmatchcase(name, pattern) for name in members):
            raise BadReply(f"the archive of holding {holding.id!r} has no member {pattern!r}", kind="bad_payload")
    receipt = Receipt(
        archive=holding.archive,
        version=holding.version,
        sha256=holding.sha256,
        patterns=holding.members,
        members=dict(sorted(members.items())),
    )
    into.joinpath(RECEIPT).write_text(_receipt_text(receipt), encoding="utf-8")
    return receipt


def read_receipt(folder: Path) -> Receipt | None:
    """The receipt of an unpacked holding; None where there is none or it cannot be read."""
    try:
        entry = json.loads(folder.joinpath(RECEIPT).read_text(encoding="utf-8"))
        members = {str(n): Member(size=int(m["size"]), sha256=str(m["sha256"])) for n, m in entry["members"].items()}
        return Receipt(
            archive=entry["archive"],
            version=entry["version"],
            sha256=entry["sha256"],
            patterns=tuple(entry["patterns"]),
            members=members,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def problems(folder: Path, receipt: Receipt, *, hashes: bool) -> tuple[str, ...]:
    """What is wrong with the unpacked files: gone, of another size or, where `hashes` are asked for, of other content."""
    found = []
    for name, member in receipt.members.items():
        path = folder / name
        try:
            size = path.stat().st_size
            if size != member.size:
                found.append(f"{name} has {size} bytes instead of {member.size}")
            elif hashes and file_sha256(path) != member.sha256:
                found.append(f"{name} has another content than was unpacked")
        except OSError as error:
            found.append(f"{name} cannot be read: {error.strerror}")
    return tuple(found)


def _entries(archive: Path, holding: Holding) -> Iterator[tuple[str, IO[bytes]]]:
    if zipfile.is_zipfile(archive):
        yield from _zip_entries(archive, holding)
    else:
        yield from _tar_entries(archive, holding)


def _zip_entries(archive: Path, holding: Holding) -> Iterator[tuple[str, IO[bytes]]]:
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            if not entry.is_dir() and holding.wants(entry.filename):
                with packed.open(entry) as stream:
                    yield entry.filename, stream


def _tar_entries(archive: Path, holding: Holding) -> Iterator[tuple[str, IO[bytes]]]:
    with tarfile.open(archive, mode="r:*") as packed:
        for entry in packed:
            name = entry.name.partition("/")[2] if holding.kind == "sdist" else entry.name
            if entry.isdir() or not holding.wants(name):
                continue
            with _opened(packed, entry, holding) as stream:
                yield name, stream


@contextmanager
def _opened(packed: tarfile.TarFile, entry: tarfile.TarInfo, holding: Holding) -> Iterator[IO[bytes]]:
    stream = packed.extractfile(entry) if entry.isfile() else None
    if stream is None:
        raise BadReply(f"member {entry.name!r} of holding {holding.id!r} is a link or a device: refused", kind="guard")
    with stream:
        yield stream


def _target(into: Path, name: str, holding: Holding) -> Path:
    """Where a member goes; refuses every name that would leave the folder or shadow the receipt."""
    parts = PurePosixPath(name).parts
    windows = PureWindowsPath(name)
    if (
        not parts
        or ".." in parts
        or name.startswith("/")
        or "\\" in name
        or "\0" in name
        or windows.drive
        or parts == (RECEIPT,)
    ):
        raise BadReply(
            f"member {name!r} of holding {holding.id!r} would be written outside its folder: refused", kind="guard"
        )
    return into.joinpath(*parts)


def _write(stream: IO[bytes], target: Path) -> Member:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with target.open("xb") as out:
        while chunk := stream.read(_CHUNK):
            out.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return Member(size=size, sha256=digest.hexdigest())


def _receipt_text(receipt: Receipt) -> str:
    document = {
        "archive": receipt.archive,
        "version": receipt.version,
        "sha256": receipt.sha256,
        "patterns": list(receipt.patterns),
        "members": {name: {"size": m.size, "sha256": m.sha256} for name, m in receipt.members.items()},
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"
