"""What missions record: bands of the spectrum, radar, light at night, gases, by name and by the indices computed of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.collections import collection
from connectors.vocabulary.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class BandEntry(Entry):
    """A band: the collections that have it, and the spectral indices that cannot be computed without it."""

    indices: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()


@cache
def bands() -> tuple[BandEntry, ...]:
    """Every band; `aliases` are its wordings in both languages."""
    return tuple(
        BandEntry(
            id=row[0], name_en=row[1], name_fr=row[2], aliases=tables.texts(row[3], row[4]), source=tables.source("bands"),
            indices=tables.listed(row[5]), collections=tables.listed(row[6]),
        )
        for row in tables.rows("bands")
    )  # fmt: skip


def recorded(collection_id: str) -> frozenset[str] | None:
    """The bands that a collection has; None of one whose bands the table does not tell: maps, reanalyses, elevation."""
    entry = collection(collection_id)
    names = {collection_id, entry.mission if entry else collection_id}
    found = frozenset(band.id for band in bands() if names & set(band.collections))
    return found or None
