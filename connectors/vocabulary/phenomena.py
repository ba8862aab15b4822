"""What is looked for in imagery or among events: the closed list of the understanding contract with its wordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PhenomenonEntry(Entry):
    """A phenomenon; its id is the contract's word."""


def phenomenon(phenomenon_id: str) -> PhenomenonEntry | None:
    """The phenomenon of an id."""
    return _phenomena().get(phenomenon_id)


def phenomena() -> tuple[PhenomenonEntry, ...]:
    """The closed list, in the contract's order."""
    return tuple(_phenomena().values())


def wordings() -> Iterator[Wording]:
    """Every way to write a phenomenon."""
    for row in tables.rows("phenomena"):
        for text, implies in tables.worded(row[3]):
            yield Wording(text, row[0], "en", implies)
        for text, implies in tables.worded(row[4]):
            yield Wording(text, row[0], "fr", implies)


@cache
def _phenomena() -> dict[str, PhenomenonEntry]:
    return {
        row[0]: PhenomenonEntry(
            id=row[0], name_en=row[1], name_fr=row[2], aliases=tables.texts(row[3], row[4]),
            source=tables.source("phenomena"),
        )
        for row in tables.rows("phenomena")
    }  # fmt: skip
