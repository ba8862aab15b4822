"""A name found in a text, and families of names: scenarios without their forcing, models without their version."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.vocabulary.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name in the text: `implies` holds what its wording carries (max, change, threshold, assumed, generic …)."""

    start: int
    end: int
    text: str
    kind: str
    entry: Entry
    implies: tuple[str, ...] = ()
    language: str = "*"
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyEntry(Entry):
    """A family named without its members' whole ids: scenarios (SSP4, or one that does not exist: no members) or models (HadGEM3)."""

    experiment_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
