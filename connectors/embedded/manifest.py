"""The manifest: which archives of the package index hold which real data, under which licence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from connectors.errors import Refused
from connectors.items import JSON

Kind = Literal["wheel", "sdist"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One archive: `bytes` and `sha256` are the archive's, `members` glob patterns on the paths in it.

    `default` is false for what is fetched only when it is named.
    """

    id: str
    title: str
    archive: str
    version: str
    kind: Kind
    bytes: int
    sha256: str
    members: tuple[str, ...]
    licence: str
    citation: str
    default: bool = True

    @property
    def requirement(self) -> str:
        """The one line of a pip requirements file that pins this archive."""
        return f"{self.archive}=={self.version} --hash=sha256:{self.sha256}"

    def wants(self, member: str) -> bool:
        return any(fnmatchcase(member, pattern) for pattern in self.members)


def parse_manifest(text: str) -> tuple[Holding, ...]:
    """Read a manifest in TOML, in its own order; raises ValueError naming the holding whose entry is wrong."""
    return tuple(_holding(holding_id, entry) for holding_id, entry in tomllib.loads(text).items())


@cache
def holdings() -> tuple[Holding, ...]:
    """The manifest that ships."""
    return parse_manifest(files("connectors.embedded").joinpath("holdings.toml").read_text(encoding="utf-8"))


def select(manifest: Iterable[Holding], *, only: Iterable[str] = ()) -> tuple[Holding, ...]:
    """The holdings named in `only`, or those fetched by default; raises Refused for a name that is not there."""
    known = {holding.id: holding for holding in manifest}
    wanted = tuple(dict.fromkeys(only)) or tuple(h.id for h in known.values() if h.default)
    for holding_id in wanted:
        if holding_id not in known:
            near = get_close_matches(holding_id, known, n=3) or sorted(known)
            raise Refused(f"{holding_id!r} is not a holding; try {', '.join(near)}", kind="unknown_holding")
    return tuple(known[holding_id] for holding_id in wanted)


def _holding(holding_id: str, entry: Mapping[str, JSON]) -> Holding:
    try:
        return Holding(
            id=holding_id,
            title=str(entry["title"]),
            archive=str(entry["archive"]),
            version=str(entry["version"]),
            kind=_kind(entry["kind"]),
            bytes=int(entry["bytes"]),
            sha256=str(entry["sha256"]),
            members=tuple(str(pattern) for pattern in entry["members"]),
            licence=str(entry["licence"]),
            citation=str(entry["citation"]),
            default=bool(entry.get("default", True)),
        )
    except KeyError as missing:
        raise ValueError(f"the manifest's entry {holding_id!r} lacks {missing}") from missing


def _kind(value: JSON) -> Kind:
    if value not in ("wheel", "sdist"):
        raise ValueError(f"an archive is a wheel or an sdist, got {value!r}")
    return cast(Kind, value)
