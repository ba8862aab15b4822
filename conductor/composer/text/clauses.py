"""The clauses of a text that ask, told from those that only tell; on folded text."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_CLAUSE = Pattern(r"(?<=[.:;!?])\s")


def asking(folded: str) -> str:
    """The clauses that ask, where any does: what somebody sees "more and more" at home is told before them."""
    return " ".join(part for part in _CLAUSE.split(folded) if "?" in part) or folded
