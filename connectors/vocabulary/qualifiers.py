"""What stands beside a place and tells which one is meant: `Paris, Texas`, `London (Ontario)`, `Georgia the country`, `Puri district`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from connectors.vocabulary import places
from connectors.vocabulary.demonyms import home
from connectors.vocabulary.places import PlaceEntry

if TYPE_CHECKING:
    from connectors.vocabulary.toponyms import PlaceMatch

_UNLIKELY = 0.1  # of the odds of the likeliest container: Virginia is not West Virginia
_SURE = 0.3  # a container that may be no place at all tells nothing
_LAND = r"state|province|region|état|province|région|country"
_BETWEEN = re.compile(
    r"(?:\s(?:port|harbou?r|airport|city|town|village|area|valley|peninsula))?\s{0,3}(?:,|\(|,?\s{1,3}(?:in|en|au|aux|à|dans|de|du|d['’])|-)?\s{0,3}(?:(?:the|la|le|l['’])\s{0,3})?"
    rf"(?:(?:{_LAND})\s{{1,3}}(?:of|de|du|d['’])\s{{0,3}})?",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\s{0,3}['’]s\s{1,3}(?:own\s{1,3})?")
_POSTAL = re.compile(r"\s{0,3},\s{0,3}([A-Z]{2})(?![^\W_])")
_POSTAL_BARE = re.compile(r"\s{1,3}([A-Z]{2})(?=\s{0,3}(?:[,.;?!)]|$|\s))")
_AFTER = {
    "district": "region", "county": "region", "province": "region", "prefecture": "region", "state": "region", "oblast": "region", "governorate": "region",
    "department": "region", "canton": "region", "municipality": "region", "metropolitan area": "city", "metro area": "city", "city": "city",
    "island": "island", "peninsula": "region", "region": "region", "valley": "region", "area": "",
}  # fmt: skip
_AFTER_WORD = re.compile(r"\s{1,3}(" + "|".join(sorted(_AFTER, key=len, reverse=True)) + r")(?![^\W_])", re.IGNORECASE)
_AREA_SAID = re.compile(r"\s(?:district|county|prefecture|municipality)$", re.IGNORECASE)
_PEOPLE = r"u\.?s\.?|us|american|américain|indian|australian"
_KIND_SAID = re.compile(
    rf"\s{{0,3}}[,(]?\s{{0,3}}(?:the|le|la|l['’]|not the|pas le)?\s{{0,3}}(?:(?:{_PEOPLE})\s{{1,3}})?"
    r"(country|state|city|province|island|river|lake|pays|état|etat|ville|île|rivière|fleuve|lac)(?![^\W_])",
    re.IGNORECASE,
)
_KIND_BEFORE = re.compile(
    r"(country|state|city|town|village|province|island|river|lake|region|pays|état|etat|ville|village|île|ile|rivière|riviere|fleuve|lac|région|"
    r"département|departement|basin|bassin|bassin versant|watershed)"
    r"(?:\s{1,3}(?:américain|americain|mexicain|brésilien|bresilien|indien|australien)e?)?\s{1,3}(?:of\s|de\sla\s|de\sl['’]|du\s|de\s|d['’]|des\s|of\sthe\s)$|"
    r"(fleuve|rivière|riviere)\s{1,3}$",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(r"\s{1,3}([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s{1,3}$")
_WATERS = {
    "sea": ("sea", "lake"), "mer": ("sea", "lake"), "ocean": ("ocean", "sea"), "océan": ("ocean", "sea"), "gulf of": ("sea",), "golfe": ("sea",),
    "strait": ("sea",), "détroit": ("sea",), "lac": ("lake", "sea"), "lake ": ("lake",), "fleuve": ("river",), "rivière": ("river",),
}  # fmt: skip
_WATER_NAMED = re.compile(
    r"(?<![^\W_])(?:(?:sea|mer|lac)(?![^\W_])|ocean|océan|gulf of|golfe|strait|détroit|^lake |fleuve|rivière)",
    re.IGNORECASE,
)
_KINDS = {
    "country": ("country",), "pays": ("country",), "state": ("region",), "etat": ("region",), "état": ("region",), "province": ("region",),
    "departement": ("region",), "département": ("region",),
    "region": ("region",), "région": ("region",), "city": ("city",), "ville": ("city",), "town": ("city",), "village": ("city",),
    "island": ("island",), "île": ("island",), "ile": ("island",), "river": ("river",), "rivière": ("river",), "riviere": ("river",),
    "fleuve": ("river",), "lake": ("lake",), "lac": ("lake",), "basin": ("basin", "river"), "bassin": ("basin", "river"),
    "bassin versant": ("basin", "river"), "watershed": ("basin", "river"),
}  # fmt: skip


def narrowed(text: str, matches: Sequence[PlaceMatch]) -> list[PlaceMatch]:
    """The matches with each place's homonyms narrowed by its qualifier, whose own match is gone."""
    kept: list[PlaceMatch] = []
    for match in reversed([_by_kind(text, m) for m in matches]):
        joined = _joined(text, match, kept[-1]) if kept else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(match)
    return [_by_postal_code(text, _by_demonym(text, match)) for match in reversed(kept)]


def _joined(text: str, one: PlaceMatch, other: PlaceMatch) -> PlaceMatch | None:
    """One match of two that stand side by side, the first lying in the second (or the second in the first's: `China's Jiangxi`)."""
    between = text[one.end : other.start]
    if other.start < one.end or len(between) > 24:
        return None
    if _POSSESSIVE.fullmatch(between):
        inner = [e for e in other.entries if any(places.inside(e, c) for c in one.entries[:3])]
        return _with(text, other, inner, start=one.start) if inner else None
    if (
        other.confidence < _SURE
        or not _BETWEEN.fullmatch(between)
        or (between.strip() == "" and not _may_follow(one, other))
    ):
        return None
    if between.strip() in ("-", "de", "du", "d'", "d’") and other.best.kind not in ("country", "region"):
        return None
    containers = [
        c
        for c in other.entries[:4]
        if c.kind in ("country", "region", "continent", "island") and c.prior > _UNLIKELY * other.best.prior
    ]
    containers = [c for c in containers if c.kind == "country"] or containers
    inner = [e for e in one.entries if any(places.inside(e, c) for c in containers)]
    if not inner:
        return None
    end = other.end + (1 if "(" in between and text[other.end : other.end + 1] == ")" else 0)
    return _with(text, one, inner, end=end, sure=True)


def _may_follow(one: PlaceMatch, other: PlaceMatch) -> bool:
    return (
        one.best.kind == "city"
        and other.best.kind in ("country", "region")
        and other.text[:1].isupper() == one.text[:1].isupper()
    )


def _by_kind(text: str, match: PlaceMatch) -> PlaceMatch:
    """Narrow by a kind said before or after: `state of Georgia`, `Georgia the country`, `Puri district`."""
    before = _KIND_BEFORE.search(text[max(0, match.start - 24) : match.start])
    after = _KIND_SAID.match(text, match.end)
    excluded = after is not None and after.group().lower().lstrip(" ,(").startswith(("not", "pas"))
    for said in (before, after if not excluded else None):
        word = (said.group(1) or said.group(2)).lower() if said else ""
        wanted = _KINDS.get(word, ())
        fitting = [e for e in match.entries if e.kind in wanted] or _rivers(match.text, wanted)
        if said and fitting and tuple(fitting) != match.entries:
            return _with(
                text,
                match,
                fitting,
                end=said.end() if said is after and word in ("country", "pays") else match.end,
            )
    named = _WATER_NAMED.search(match.text)
    if (
        named
        and (fitting := [e for e in match.entries if e.kind in _WATERS[named.group().lower()]])
        and len(fitting) < len(match.entries)
    ):
        return _with(text, match, fitting)
    if match.best.kind == "city" and _AREA_SAID.search(match.text):
        return _with(text, match, [_surroundings(e) for e in match.entries])
    word = _AFTER_WORD.match(text, match.end)
    if word and (kind := _AFTER[word.group(1).lower()]):
        fitting = [e for e in match.entries if e.kind == kind]
        if fitting:
            return _with(text, match, fitting, end=word.end())
        if kind == "region" and match.best.kind == "city":
            return _with(text, match, [_surroundings(e) for e in match.entries], end=word.end())
    return match


def _rivers(name: str, wanted: Sequence[str]) -> list[PlaceEntry]:
    """The rivers that are written with the word in English: `le fleuve Murray` is the Murray River."""
    found = places.lookup(f"{name} River") if wanted == ("river",) else ()
    return [entry for entry in found if entry.kind == "river"]


def _by_demonym(text: str, match: PlaceMatch) -> PlaceMatch:
    """`la Beauce québécoise`, `Canadian Prairies`: the adjective beside a name says where it lies."""
    after = _WORD_AFTER.match(text, match.end)
    before = _WORD_BEFORE.search(text[max(0, match.start - 24) : match.start])
    for said in (after, before):
        target = home(said.group(1)) if said else None
        container = places.place(target) if target else None
        inner = [e for e in match.entries if container and places.inside(e, container)]
        if inner and len(inner) < len(match.entries):
            return _with(text, match, inner)
    return match


def _by_postal_code(text: str, match: PlaceMatch) -> PlaceMatch:
    code = _POSTAL.match(text, match.end) or _POSTAL_BARE.match(text, match.end)
    if not code or match.best.kind not in ("city", "region"):
        return match
    for country in ("US", "CA", "AU"):
        container = places.subdivision(country, code.group(1))
        inner = [e for e in match.entries if container and places.inside(e, container)]
        if inner:
            return _with(text, match, inner, end=code.end(1), sure=True)
    return match


def _with(
    text: str,
    match: PlaceMatch,
    entries: Sequence[PlaceEntry],
    *,
    start: int | None = None,
    end: int | None = None,
    sure: bool = False,
) -> PlaceMatch:
    begin, stop = match.start if start is None else start, match.end if end is None else end
    confidence = max(match.confidence, 0.9) if sure else match.confidence
    return replace(
        match, start=begin, end=stop, text=text[begin:stop], entries=places.ranked(entries), confidence=confidence
    )


def _surroundings(entry: PlaceEntry) -> PlaceEntry:
    """The district around a town: its box grown by 25 km, said to be approximate by its kind."""
    return replace(entry, kind="region", bbox=entry.bbox.buffered(25), geometry_id=None)
