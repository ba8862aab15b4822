"""Amendments: what is put right in the gazetteer as it is read: boxes, names, divisions, places that it lacks or has twice.

The gazetteer's file is built from sources that cut outlines at 180° and join homonyms; small tables stand beside it, written by hand.
Their names are looked for by `place_keys.tsv`, which `python -m scripts.vocabulary.places.keys` builds from them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from connectors.extents import BBox
from connectors.vocabulary import tables

# Tables of the places that the gazetteer lacks: mixed, then by what they are.
ADDITIONS = ("place_additions", *(f"place_additions_{kind}" for kind in ("waters", "parks", "ice", "reliefs", "lands")))
Row = tuple[
    object, ...
]  # as the gazetteer has a place: number, ref, kind, names, codes, box in thousandths of a degree, …


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendments:
    """`boxes` and `weights` by ref; `more` names by key, `fewer` as (key, ref); `dropped` refs; `divisions` (or countries) told of no settlement."""

    boxes: dict[str, BBox]
    weights: dict[str, float]
    more: dict[str, tuple[str, ...]]
    fewer: frozenset[tuple[str, str]]
    dropped: frozenset[str]
    divisions: frozenset[str]


@cache
def amendments() -> Amendments:
    """The table of changes."""
    changes: dict[str, list[tuple[str, str]]] = {}
    for ref, change, value, _ in tables.rows("place_amendments"):
        changes.setdefault(change, []).append((ref, value))
    keys = _keys()
    return Amendments(
        boxes={ref: box(value) for ref, value in changes.get("box", ())},
        weights={ref: float(value) for ref, value in changes.get("weight", ())},
        more=dict(keys["name"]),
        fewer=frozenset((key, ref) for key, refs in keys["no-name"].items() for ref in refs),
        dropped=frozenset(ref for ref, _ in changes.get("drop", ())),
        divisions=frozenset(ref for ref, _ in changes.get("division", ())),
    )


def added_refs() -> Collection[str]:
    """The ids of the places that the gazetteer lacks."""
    return _added().keys()


@cache
def added(ref: str) -> Row | None:
    """A place that the gazetteer lacks, as its own rows; None for any other."""
    found = _added().get(ref)
    if found is None:
        return None
    table, (_, kind, english, french, country, where, people, weight, _) = found
    edges = (round(1000 * edge) for edge in box(where).to_list())
    source = tables.source(table)
    return (0, ref, kind, english, french, country, None, *edges, int(people), int(weight), None, source)


def named(keys: Collection[str]) -> Iterator[tuple[str, Row]]:
    """The added places that bear one of these names, with the name."""
    bearers = _keys()["added"]
    return ((key, row) for key in keys for ref in bearers.get(key, ()) if (row := added(ref)))


def box(text: str) -> BBox:
    """West, south, east, north, west > east across 180°."""
    west, south, east, north = (float(value) for value in text.split(","))
    return BBox(west=west, south=south, east=east, north=north)


@cache
def _added() -> dict[str, tuple[str, list[str]]]:
    """The table and the cells of each added place."""
    return {cells[0]: (table, cells) for table in ADDITIONS for cells in tables.rows(table)}


@cache
def _keys() -> Mapping[str, dict[str, tuple[str, ...]]]:
    """Key → refs, for names of added places and for names given and taken."""
    found: dict[str, dict[str, tuple[str, ...]]] = {"added": {}, "name": {}, "no-name": {}}
    for key, change, refs in tables.rows("place_keys"):
        found[change][key] = tuple(refs.split("|"))
    return found
