"""Geometry ids to polygons: `countries:CAN`, `provinces:CA-QC`, `us-states:TX`, `us-counties:48201`, `ar6:MED`."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connectors.errors import MissingHolding, Refused
from connectors.extents import BBox
from connectors.vocabulary import geometry_index
from connectors.vocabulary.geometry_sources import READERS, holding_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

KINDS = ("ar6", "countries", "provinces", "us-counties", "us-states")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What is known of a polygon without reading it.

    `bbox` holds the whole of it; `mainland` what lies within 500 km of its largest part (France without its overseas
    departments, the conterminous United States), the box to use where a place is meant by its country's name.
    """

    id: str
    name: str
    holding: str
    bbox: BBox
    mainland: BBox

    @property
    def has_remote_parts(self) -> bool:
        """True where the polygon, kept whole, reaches beyond its mainland."""
        return self.bbox != self.mainland


def geometry(geometry_id: str, holdings_dir: Path) -> BaseGeometry:
    """The polygon or multipolygon in degrees (longitude −180…180), valid and whole; cached.

    Raises Refused for an unknown id, naming near ones, and MissingHolding where the data are not there.
    """
    return _geometry(_normalised(geometry_id), holdings_dir)


def outline(geometry_id: str, holdings_dir: Path) -> Outline:
    """Name and boxes of a polygon; raises as `geometry` does."""
    return _outline(_normalised(geometry_id), holdings_dir)


def geometry_ids(holdings_dir: Path) -> tuple[str, ...]:
    """Every id that the holdings on disk can serve, sorted."""
    found: set[str] = set()
    for holding in READERS:
        if (holdings_dir / holding).is_dir():
            with closing(_connect(holding, holdings_dir)) as index:
                found.update(row[0] for row in index.execute("SELECT id FROM shape"))
    return tuple(sorted(found))


@lru_cache(maxsize=512)
def _geometry(geometry_id: str, holdings_dir: Path) -> BaseGeometry:
    import shapely

    wkb: bytes = _one(geometry_id, holdings_dir, "wkb")[0]
    return shapely.from_wkb(wkb)


@lru_cache(maxsize=4096)
def _outline(geometry_id: str, holdings_dir: Path) -> Outline:
    boxes = "west, south, east, north, main_west, main_south, main_east, main_north"
    name, *edges = _one(geometry_id, holdings_dir, f"name, {boxes}")
    whole, main = BBox.of(edges[:4]), BBox.of(edges[4:])
    return Outline(id=geometry_id, name=name, holding=_holding(geometry_id), bbox=whole, mainland=main)


def _one(geometry_id: str, holdings_dir: Path, columns: str) -> tuple[Any, ...]:
    holding = _holding(geometry_id)
    with closing(_connect(holding, holdings_dir)) as index:
        row = index.execute(f"SELECT {columns} FROM shape WHERE id = ?", (_stored(geometry_id),)).fetchone()
        if row is None:
            raise _unknown(geometry_id, index)
        return tuple(row)


def _connect(holding: str, holdings_dir: Path) -> sqlite3.Connection:
    folder = holdings_dir / holding
    try:
        if not folder.is_dir():
            raise MissingHolding(
                f"the polygons of {holding!r} are not here; try: {_remedy(holding)}", source=holding, kind="missing"
            )
        return geometry_index.connect(folder, holding=holding)
    except (OSError, RuntimeError, ValueError, KeyError, sqlite3.DatabaseError, zlib.error) as error:
        message = f"the polygons of {holding!r} cannot be read ({error}); try: {_remedy(holding)}"
        raise MissingHolding(message, source=holding, kind="damaged") from error


def _remedy(holding: str) -> str:
    return f"conductor holdings sync --only {holding}"


def _holding(geometry_id: str) -> str:
    holding = holding_of(geometry_id)
    if holding is None:
        raise Refused(
            f"{geometry_id!r} is not a geometry id; they begin with {', '.join(f'{k}:' for k in KINDS)}",
            kind="unknown_geometry",
        )
    return holding


def _normalised(geometry_id: str) -> str:
    prefix, colon, key = geometry_id.strip().partition(":")
    return f"{prefix.lower()}{colon}{key.upper()}"


def _stored(geometry_id: str) -> str:
    """US states lie under one id only."""
    return geometry_id.replace("provinces:US-", "us-states:")


def _unknown(geometry_id: str, index: sqlite3.Connection) -> Refused:
    prefix, _, key = _stored(geometry_id).partition(":")
    rows = index.execute("SELECT id, name FROM shape WHERE id LIKE ? ORDER BY id", (f"{prefix}:%",)).fetchall()
    by_word = {word.casefold(): (i, name) for i, name in rows for word in (name, i.partition(":")[2])}
    near = dict.fromkeys(by_word[word] for word in get_close_matches(key.casefold(), by_word, n=3, cutoff=0.5))
    hint = ", ".join(f"{i!r} ({name})" for i, name in near) or f"one of {len(rows)} ids such as {rows[0][0]!r}"
    return Refused(f"there is no geometry {geometry_id!r}; try {hint}", kind="unknown_geometry")
