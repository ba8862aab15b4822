"""The index of the NetCDF files under a folder, kept on disk so that a cold start reads no NetCDF.

A file whose size and modification time are those of the index is taken from it; any other is read again.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from connectors.embedded.netcdf_facts import Facts, read_facts

_VERSION = 3  # of the layout of Facts: an index of another version is built anew
_SUFFIXES = (".nc", ".nc4")


class _Index(msgspec.Struct):
    version: int
    files: list[Facts]


def facts_under(
    root: Path, *, parts: Iterable[str] = ("",), index: Path | None = None, is_trusted: bool = True
) -> tuple[Facts, ...]:
    """Describe the NetCDF files below `root`, or only in these sub-folders, sorted by path.

    `index` is where the description is kept; a folder that cannot be written to costs time, not the answer. Files that
    are not trusted are read by a confined process.
    """
    known = _read(index) if index else {}
    found = tuple(
        _current(root, path, status, known, is_trusted=is_trusted) for path, status in sorted(_files(root, parts))
    )
    if index and (len(found) != len(known) or any(known.get(f.path) is not f for f in found)):
        _write(index, found)
    return found


def _current(root: Path, path: str, status: os.stat_result, known: Mapping[str, Facts], *, is_trusted: bool) -> Facts:
    facts = known.get(path)
    if facts and (facts.size, facts.mtime_ns) == (status.st_size, status.st_mtime_ns):
        return facts
    return read_facts(root, path, is_trusted=is_trusted)


def _files(root: Path, parts: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    folders = [os.path.join(root, part) if part else str(root) for part in parts]
    base = len(str(root)) + 1
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.endswith(_SUFFIXES) and entry.is_file():
                    yield entry.path[base:].replace(os.sep, "/"), entry.stat()


def _read(index: Path) -> dict[str, Facts]:
    try:
        read = msgspec.json.decode(index.read_bytes(), type=_Index)
    except (OSError, msgspec.DecodeError):
        return {}
    return {f.path: f for f in read.files} if read.version == _VERSION else {}


def _write(index: Path, found: Iterable[Facts]) -> None:
    draft = index.with_name(f"{index.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        index.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(msgspec.json.encode(_Index(version=_VERSION, files=list(found))))
            draft.replace(index)
        finally:
            draft.unlink(missing_ok=True)
