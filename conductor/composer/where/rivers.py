"""Rivers told from the departments and cities named after them: by words of flow, and by how the name is led in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, lookup

_FLOW = Pattern(
    r"\b(?:stream ?flows?|(?:river|low|high|peak|base|flood|summer|winter|mean)[- ]?flows?|flow(?:s|ed|ing)?\b(?! cytometry)|discharges?|runoff|hydrograph\w*|hydrolog\w+|watersheds?|catchments?|"
    r"headwaters|gauges?|gauging|run(?:s|ning)? dry|ran dry|dried up|drying up|debits?|crues?|etiages?|hydrogramme\w*|bassins? versants?|hydraulicite|ecoulements?|ruissellements?|a sec|tari\w*|"
    r"navigab\w+|affluents?|tributar\w+|gr4j|gr6j|hmets|hydrotel|hbv\w*|raven|burst its banks|overflow\w*|deborde\w*|upstream|downstream|amont|aval)\b"
)
# In a department or a city, not along a river.
_IN_A_LAND = Pattern(
    r"\b(?:in|at|near|around|a|au|en|dans|pres de|departement (?:de la|du|de l')|autour de|vers) ?(?:la |le |l'|the )?$"
)
_ARTICLE = Pattern(r"\b(?:the|la|le|l') ?$")
_REACH = 40  # letters before a name that are looked at
_RIVER = 0.95
_LIKELY = 0.1


_WITHIN = Pattern(r"\b(?:dans (?:la |le |l')|(?:in|en) )$")
_DEPARTMENT = Pattern(r"region:FR-\d[\dAB]")


def within(folded: str, start: int) -> bool:
    """Whether what is named from `start` is a land that one is in: "pluie dans la Meuse", "rain in Meuse"."""
    return bool(_WITHIN.search(folded, max(0, start - _REACH), start))


def as_department(homonyms: Sequence[PlaceEntry], bearers: Sequence[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    """The French department before the river that it has its name from; unchanged where no river comes first."""
    kept = tuple(dict.fromkeys((*homonyms, *bearers)))
    land = next((entry for entry in kept if _DEPARTMENT.fullmatch(entry.id)), None)
    if land is None or kept[0].kind != "river":
        return tuple(homonyms)
    return (
        replace(land, prior=_RIVER),
        *(replace(e, prior=round(e.prior * (1 - _RIVER), 4)) for e in kept if e is not land),
    )


def flows(folded: str, start: int, end: int) -> bool:
    """Whether what is named from `start` to `end` is a water that flows, by the words around it."""
    flowing = any(first < start or last > end for first, last in _flows(folded))
    return flowing and not _IN_A_LAND.search(folded, max(0, start - _REACH), start)


@lru_cache(maxsize=8)  # asked for every place of a text
def _flows(folded: str) -> tuple[tuple[int, int], ...]:
    """Where words of flow stand."""
    return tuple(match.span() for match in _FLOW.finditer(folded))


def _named_river(entries: Sequence[PlaceEntry]) -> PlaceEntry | None:
    """The river that a land is named after: "streamflow of the Amazon"."""
    land = entries[0]
    found = lookup(f"{land.name_en.split()[0]} River") if land.kind == "region" else ()
    return next((entry for entry in found if entry.kind == "river"), None)


def has_article(folded: str, start: int) -> bool:
    """Whether an article stands before a name, as none does before a city's: "the Vienne", where Vienna is called Vienne too."""
    return bool(_ARTICLE.search(folded, max(0, start - _REACH), start))


def as_river(entries: Sequence[PlaceEntry], *, no_city: bool = False) -> tuple[PlaceEntry, ...]:
    """The river of a name before all others that bear it; unchanged where none does, or a far greater city that may be meant."""
    river = next((entry for entry in entries if entry.kind == "river"), None) or _named_river(entries)
    if river is None or (entries[0].kind == "city" and river.prior < _LIKELY and not no_city):
        return tuple(entries)
    others = [replace(e, prior=round(e.prior * (1 - _RIVER), 4)) for e in entries if e is not river]
    return (replace(river, prior=_RIVER), *others)
