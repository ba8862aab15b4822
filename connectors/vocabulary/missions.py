"""Missions that have no collection of their own here, with the years in which they looked down; numbers that no mission of a series bears."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry
from connectors.vocabulary.patterns import Pattern

# not a number of a series but a count or a size: "Landsat 12 scenes", "Sentinel 10 m"
_COUNTED = (
    r"(?![ -]?(?:m|km|met\w+|%|percent|pour ?cent|scenes?|images?|tiles?|tuiles?|products?|produits?|files?|fichiers?|"
    r"days?|jours?|bands?|bandes?|years?|months?|mois|clear\w*|cloud\w*|best|latest|newest|oldest|most|least|first|last|ans|or|to|a|ou)\b)"
)
_END = r"(?:[a-ln-z])?\b(?![.,]\d)"  # "10m" is a size
# a series, the shape of its names, and the numbers or letters that exist
_SERIES = (
    ("Sentinel", Pattern(rf"\b(?:sentinel|sentinelle)-?(?P<n>\d{{1,2}}){_END}"), frozenset("123456")),
    ("Sentinel", Pattern(rf"\b(?:sentinel|sentinelle) (?P<n>\d{{1,2}}){_END}{_COUNTED}"), frozenset("123456")),
    ("Sentinel-1", Pattern(r"\b(?:sentinel[- ]?|s)1(?P<n>[e-o])\b"), frozenset[str]()),
    ("Sentinel-2", Pattern(r"\b(?:sentinel[- ]?|s)2(?P<n>[e-k])\b"), frozenset[str]()),
    ("Sentinel-3", Pattern(r"\b(?:sentinel[- ]?|s)3(?P<n>[e-k])\b"), frozenset[str]()),
    ("Landsat", Pattern(r"\blandsat-?(?P<n>\d{1,2})\b(?![.,]\d)(?! ?m\b)"), frozenset("12345789")),
    ("Landsat", Pattern(rf"\blandsat (?P<n>\d{{1,2}})\b(?![.,]\d){_COUNTED}"), frozenset("12345789")),
    ("SPOT", Pattern(r"\bspot-(?P<n>\d{1,2})\b"), frozenset("1234567")),
    ("Jason", Pattern(r"\bjason-(?P<n>\d{1,2})\b"), frozenset("123")),
    ("ICESat", Pattern(r"\bicesat-(?P<n>\d{1,2})\b"), frozenset("12")),
    ("RADARSAT", Pattern(r"\bradarsat-(?P<n>\d{1,2})\b"), frozenset("12")),
    ("ALOS", Pattern(r"\balos-(?P<n>\d{1,2})\b"), frozenset("1234")),
    ("ERA", Pattern(r"\bera-?(?P<n>\d{1,2})(?![\d.])(?!c)\b"), frozenset({"5", "15", "40"})),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionEntry(Entry):
    """A mission; dates are ISO, no `end`: it goes on."""

    start: str
    end: str | None = None


def missions_named(folded: str) -> tuple[MissionEntry, ...]:
    """The missions that a folded text names."""
    return tuple(_missions()[name] for name in dict.fromkeys(_index()[m[0]] for m in _names().finditer(folded)))


def unknown_in_series(folded: str) -> tuple[str, str] | None:
    """A name that goes on a series beyond what exists ("Sentinel-9", "Landsat 12"), with the series; None where there is none."""
    for series, shape, known in _SERIES:
        for match in shape.finditer(folded):
            if match["n"] not in known:
                return match[0], series
    return None


@cache
def _missions() -> dict[str, MissionEntry]:
    source = tables.source("missions")
    return {
        row[0]: MissionEntry(
            id=row[0],
            name_en=row[1],
            name_fr=row[1],
            aliases=tables.listed(row[4]),
            source=source,
            start=row[2],
            end=row[3] or None,
        )
        for row in tables.rows("missions")
    }


@cache
def _index() -> dict[str, str]:
    return {alias: entry.id for entry in _missions().values() for alias in entry.aliases}


@cache
def _names() -> Pattern:
    names = sorted(map(re.escape, _index()), key=len, reverse=True)
    return Pattern(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])")
