"""Amendments: what is put right in the gazetteer as it is read: boxes, names, divisions, places that it lacks or has twice.

The gazetteer's file is built from sources that cut outlines at 180° and join homonyms; two small tables stand beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from connectors.extents import BBox
from connectors.vocabulary import tables
from connectors.vocabulary.toponym_keys import place_keys

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
    rows = [(ref, change, value) for ref, change, value, _ in tables.rows("place_amendments")]
    more: dict[str, tuple[str, ...]] = {}
    for ref, change, value in rows:
        for key in place_keys(value) if change == "name" else ():
            more[key] = (*more.get(key, ()), ref)
    return Amendments(
        boxes={ref: box(value) for ref, change, value in rows if change == "box"},
        weights={ref: float(value) for ref, change, value in rows if change == "weight"},
        more=more,
        fewer=frozenset((key, ref) for ref, change, value in rows if change == "no-name" for key in place_keys(value)),
        dropped=frozenset(ref for ref, change, _ in rows if change == "drop"),
        divisions=frozenset(ref for ref, change, _ in rows if change == "division"),
    )


@cache
def added() -> dict[str, Row]:
    """The places that the gazetteer lacks, by ref, as its own rows."""
    return {str(row[1]): row for row, _ in _additions()}


def named(keys: Collection[str]) -> Iterator[tuple[str, Row]]:
    """The added places that bear one of these names, with the name."""
    bearers = _bearers()
    return ((key, row) for key in keys for row in bearers.get(key, ()))


def box(text: str) -> BBox:
    """West, south, east, north, west > east across 180°."""
    west, south, east, north = (float(value) for value in text.split(","))
    return BBox(west=west, south=south, east=east, north=north)


@cache
def _bearers() -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row, names in _additions():
        for key in dict.fromkeys(key for name in names for key in place_keys(name)):
            found[key] = (*found.get(key, ()), row)
    return found


def _additions() -> Iterator[tuple[Row, tuple[str, ...]]]:
    source = tables.source("place_additions")
    for ref, kind, english, french, country, where, people, weight, aliases in tables.rows("place_additions"):
        edges = (round(1000 * edge) for edge in box(where).to_list())
        row = (0, ref, kind, english, french, country, None, *edges, int(people), int(weight), None, source)
        yield row, (english, french, *tables.listed(aliases))
