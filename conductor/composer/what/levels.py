"""Processing levels of missions: the collection that a mission alone stands for, and the one that a level said apart makes of it."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_LEVEL_ONE = Pattern(
    r"\b(?:level|niveau)[- ]?(?:1c?\b|one\b)|\bl1(?:c|tp|gt)?\b|\btoa\b|\btop[- ]of[- ]atmosphere\b|\b(?:sommet|haut) de l'atmosphere\b"
)
_SAID_APART = (
    ("cop-dem-glo-30", "cop-dem-glo-90", Pattern(r"\b90[ -]?(?:m|metres?|meters?)\b")),
    ("landsat-c2-l2", "landsat-c2-l1", _LEVEL_ONE),
    ("sentinel-2-l2a", "sentinel-2-l1c", _LEVEL_ONE),
)
DEFAULTS = frozenset({"sentinel-3-olci", "sentinel-2-l2a", "sentinel-1-grd", "landsat-c2-l2", "modis", "viirs"})
LEVEL = Pattern(r"olci|l1|l2|level|niveau|grd|rtc|slc|c2|surface refl")


def leveled(names: tuple[str, ...], folded: str) -> tuple[str, ...]:
    """A mission's default collection becomes the one whose pixel size or level is said elsewhere in the sentence."""
    meant = {
        name: other
        for name, other, words in _SAID_APART
        if name in names and other not in names and words.search(folded)
    }
    return tuple(meant.get(name, name) for name in names)
