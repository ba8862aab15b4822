"""What the small word before a name says of what it names: `the Loire` is no town, `à Québec` is one, `en Géorgie` is a land."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from connectors.vocabulary import places
from connectors.vocabulary.entries import Language
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry
from connectors.vocabulary.spelling import fold

_THE = Pattern(r"(?:^|[^\w])the\s$", re.IGNORECASE)
# A name before a noun is no name with an article: `the Paris region`.
_ALONE = Pattern(
    r"(?:'s)?\s{0,2}(?:$|[^\w\s'’-]|(?:in|on|at|from|since|by|under|for|during|between|over|and|or|with|without|is|was|were|are|be|been|will|would|to|this|last|near|"
    r"as|using|than|has|had|have|did|does|do|get\w*|around|of|after|before|when|while|until|become\w*|warm|see|but|per|upstream|downstream|above|below|versus|vs|"
    r"via|against|across|within|\d+)\b)",
    re.IGNORECASE,
)
_LE = Pattern(r"(?:^|[^\w])(?:l['’]|(?:la|le|les|du|des|au|aux)\s)$", re.IGNORECASE)
_A = Pattern(r"(?:^|[^\w])[àa]\s$")
_EN = Pattern(r"(?:^|[^\w])en\s$", re.IGNORECASE)
_OWN_ARTICLE = Pattern(r"(?:the|le|la|les|el|los|las) |l['’]", re.IGNORECASE)
_PROVINCE = Pattern(r"region:[A-Z]{2}-")
# Countries and provinces that English gives an article; others of the name of a river (Niger, Senegal, Limpopo) are the river with it.
_WITH_THE = Pattern(
    r"(?:netherlands|gambia|bahamas|philippines|maldives|seychelles|comoros|congo|sudan|ukraine|ivory coast|vatican|yukon|punjab|algarve|alentejo|tyrol|jura|"
    r"basque country|nord|\w+ (?:republic|emirates|kingdom|states|islands|territor\w+|region|district|county|province|department))$"
)
_NATURAL = frozenset(
    ("river", "sea", "lake", "ocean", "mountain_range", "basin", "island", "region", "protected_area", "other")
)
# Countries and states without an article in French, most of them islands: `à Cuba`, `à Singapour`, `à Goa`.
_IN_WITH_A = frozenset(
    f"country:{code}"
    for code in (
        "AG", "AI", "AW", "AX", "BH", "BL", "CU", "CV", "CW", "CY", "DJ", "FM", "GG", "GI", "GU", "HK", "HT", "JE", "KI", "KM",
        "KN", "LC", "LK", "MC", "MF", "MG", "MO", "MS", "MT", "MU", "NR", "NU", "OM", "PM", "PR", "SG", "SH", "SM", "ST", "SX",
        "TC", "TK", "TO", "TT", "TV", "TW", "VC", "WF", "WS", "YT",
    )
) | {"region:IN-GA", "region:US-HI"}  # fmt: skip
_HARDLY, _SELDOM = 0.03, 0.15


def led_in(
    text: str, start: int, end: int, entries: Sequence[PlaceEntry], language: Language | None
) -> tuple[PlaceEntry, ...]:
    """The homonyms of a name with their odds moved by the word before it; nothing is left out."""
    if language == "fr":
        entries = _in_french(entries, text[start:end])
    before, after = text[max(0, start - 8) : start], text[end : end + 16]
    if language != "fr" and _THE.search(before) and _ALONE.match(after):
        return _weighed(entries, {e.id: _after_the(e) for e in entries}, bare=True)
    if language == "en":
        return tuple(entries)
    if _LE.search(before):
        return _weighed(entries, {e.id: _after_le(e, entries) for e in entries}, bare=True)
    if _A.search(before):
        return _weighed(
            entries, {e.id: 1.0 if e.kind in ("city", "island") or e.id in _IN_WITH_A else 0.04 for e in entries}
        )
    if _EN.search(before):
        lands = ("country", "region", "continent", "island")
        return _weighed(entries, {e.id: 1.0 if e.kind in lands else 0.04 for e in entries})
    return tuple(entries)


def _in_french(entries: Sequence[PlaceEntry], said: str) -> Sequence[PlaceEntry]:
    """In French Mexico is the city alone: a country goes by its French name where a city bears the one that is said."""
    name = fold(said)
    if not any(e.kind == "city" and fold(e.name_fr) == name for e in entries):
        return entries
    abroad = [e.id for e in entries if e.kind == "country" and fold(e.name_fr) != name == fold(e.name_en)]
    return places.ranked(replace(e, weight=e.weight * _HARDLY) if e.id in abroad else e for e in entries)


def _after_the(entry: PlaceEntry) -> float:
    name = fold(entry.name_en)
    if _OWN_ARTICLE.match(entry.name_en) or _WITH_THE.search(name):
        return 1.0
    if entry.kind == "city":
        return _HARDLY
    return _SELDOM if entry.kind == "country" or _PROVINCE.match(entry.id) else 1.0


def _after_le(entry: PlaceEntry, entries: Sequence[PlaceEntry]) -> float:
    own = _OWN_ARTICLE.match(entry.name_fr) or _OWN_ARTICLE.match(entry.name_en)
    return _HARDLY if not own and (entry.kind == "city" or _of_its_city(entry, entries)) else 1.0


def _of_its_city(entry: PlaceEntry, entries: Sequence[PlaceEntry]) -> bool:
    """A province that has its name from its city takes no article, unless it is a department of a river's name: `la Vienne` is not in Austria."""
    if not _PROVINCE.match(entry.id) or entry.country == "FR":
        return False
    towns = (e for e in entries if e.kind == "city" and e.weight > entry.weight)
    return any(entry.bbox.contains(town.longitude, town.latitude) for town in towns)


def _weighed(entries: Sequence[PlaceEntry], odds: dict[str, float], *, bare: bool = False) -> tuple[PlaceEntry, ...]:
    """Homonyms ranked anew where the word tells some from others; with an article the core of a natural name is as good as the whole (`the Purus`)."""
    if max(odds.values(), default=1.0) < 1.0:
        return tuple(entries)
    whole = [replace(e, form=0) if bare and e.form == 1 and e.kind in _NATURAL else e for e in entries]
    return places.ranked(replace(e, weight=e.weight * odds[e.id]) for e in whole)
