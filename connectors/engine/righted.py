"""Righted: that facts of the records found were wrong, and were put right from what identifies the records."""

from __future__ import annotations

from collections.abc import Iterable

from connectors.items import Caveat, Item


def righted(items: Iterable[Item]) -> tuple[Caveat, ...]:
    """One caveat with the names of the facts and the number of records; none where nothing was wrong."""
    named = [tuple(map(str, facts)) for item in items if (facts := item.get("corrected"))]
    if not named:
        return ()
    facts = sorted({fact for facts in named for fact in facts})
    return (Caveat(code="corrected", parameters={"facts": facts, "n": len(named)}),)
