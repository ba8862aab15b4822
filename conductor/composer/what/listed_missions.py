"""Missions whose name is a word as well, known by the mission beside them: "Spot or Pléiades", "Landsat et Planet"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match

_WORDS = {"spot": "spot", "grace": "grace", "goes": "goes-abi", "planet": "planetscope"}
_SHY = Pattern(rf"\b(?:{'|'.join(_WORDS)})\b")
_BESIDE = Pattern(r"(?: ?-?\d)?\s*(?:,|/|\+|&|\b(?:or|and|ou|et|vs\.?|versus)\b)+\s*(?:the |les |la |le )?")


def listed_missions(text: str, folded: str, names: Sequence[Match]) -> Iterator[Match]:
    """A word of the table beside a mission that is named outright; in a text with capitals it has one too."""
    missions = [m for m in names if m.kind in ("collection", "platform")]
    if not missions:
        return
    for said in _SHY.finditer(folded):
        inside = any(m.start < said.end() and said.start() < m.end for m in names)
        lower = text[said.start()].islower() and any(text[m.start].isupper() for m in missions)
        entry = None if inside or lower else collection(_WORDS[said[0]])
        if entry and any(_listed(folded, said.span(), (m.start, m.end)) for m in missions):
            yield Match(start=said.start(), end=said.end(), text=said[0], kind="collection", entry=entry)


def _listed(folded: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, second = sorted((one, other))
    return first[1] < second[0] and bool(_BESIDE.fullmatch(folded, first[1], second[0]))
