"""What stands beside a place and tells which one is meant: `Paris, Texas`, `London (Ontario)`, `Georgia the country`, `Puri district`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from connectors.vocabulary import places
from connectors.vocabulary.demonyms import home
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry
from connectors.vocabulary.spelling import normalise
from connectors.vocabulary.toponym_keys import place_key

if TYPE_CHECKING:
    from connectors.vocabulary.toponyms import PlaceMatch

_UNLIKELY = 0.1  # of the odds of the likeliest container: Virginia is not West Virginia
_SURE = 0.3  # a container that may be no place at all tells nothing
_LIKELY = 0.6
_COASTS = frozenset(("region:east-coast-us", "region:west-coast-us"))  # `Greenland, east coast` is not in America
_LAND = r"state|province|r[ée]gion|[ée]tat|d[ée]partement|country"
_BETWEEN = Pattern(
    r"(?:\s(?:port|harbou?r|airport|city|town|village|area|valley|peninsula|region|district|county|plain|plateau))?\s{0,3}(?:,|\(|,?\s{1,3}(?:in|of|en|au|aux|[àa]|dans|de|du|d['’])|-)?\s{0,3}(?:(?:the|la|le|l['’])\s{0,3})?"
    rf"(?:(?:{_LAND})\s{{1,3}}(?:of|de|du|d['’])\s{{0,3}})?",
    re.IGNORECASE,
)
_OF = Pattern(r"\s*(?:-|(?:of(?: the)?|de(?: la)?|du|d['’])(?![^\W_]))\s*", re.IGNORECASE)
_POSSESSIVE = Pattern(r"\s{0,3}['’]s?\s{1,3}(?:own\s{1,3})?")
_POSTAL = Pattern(r"\s{0,3},\s{0,3}([A-Z]{2})(?![^\W_])")
_POSTAL_BARE = Pattern(r"\s{1,3}([A-Z]{2})(?=\s{0,3}(?:[,.;?!)]|$|\s))")
_AFTER = {
    "district": "region", "county": "region", "province": "region", "prefecture": "region", "state": "region", "oblast": "region", "governorate": "region",
    "department": "region", "canton": "region", "municipality": "region", "metropolitan area": "city", "metro area": "city", "city": "city",
    "island": "island", "peninsula": "region", "region": "region", "valley": "region", "area": "",
}  # fmt: skip
_AFTER_WORD = Pattern(r"\s{1,3}(" + "|".join(sorted(_AFTER, key=len, reverse=True)) + r")(?![^\W_])", re.IGNORECASE)
_REGION = frozenset(("region", "région"))
_AREA_SAID = Pattern(r"\s(?:district|county|parish|borough|prefecture|municipality)$", re.IGNORECASE)
_PEOPLE = r"u\.?s\.?|us|american|am[ée]ricain|indian|australian"
# "le comté de Perth" as "Perth County"
_AREA_BEFORE = Pattern(
    r"(?<![^\W_])(?:comté|county|district|canton|préfecture|prefecture|oblast|gouvernorat|municipalité|commune)\s(?:de\sla\s|de\sl['’]|du\s|de\s|d['’]|of\s)$",
    re.IGNORECASE,
)
_AREA_FIRST = Pattern(r"(?:comté|paroisse|county|district)\s(?:de\s|d['’]|of\s)", re.IGNORECASE)
_COUNTY_BEFORE = Pattern(
    r"(?:^|[,;:(]\s?|(?<![^\W_])(?:in|of|for|over|across|around|near|the|from|at|to|and|or|off|through|whole|all|in)\s)(county|co\.)\s$",
    re.IGNORECASE,
)
# what only a town has: "flooded streets in Victoria"
_OF_A_TOWN = Pattern(
    r"(?<![^\W_])(?:(?:streets?|downtown|city cent(?:re|er)|suburbs|neighbou?rhoods?|subway|underground)(?:\s(?:in|of|around|across))?\s|"
    r"(?:rues|quartiers|centre-ville|banlieues?|faubourgs|métro)\s(?:de\s|d['’]|à\s|dans\s))$",
    re.IGNORECASE,
)
_KIND_SAID = Pattern(
    rf"\s{{0,3}}[,(]?\s{{0,3}}(?:the|le|la|l['’]|not the|pas le)?\s{{0,3}}(?:(?:{_PEOPLE})\s{{1,3}})?"
    r"(country|state|city|province|island|river|lake|pays|[ée]tat|ville|[îi]le|rivi[èe]re|fleuve|lac)(?![^\W_])",
    re.IGNORECASE,
)
_KIND_BEFORE = Pattern(
    r"(country|state|city|town|village|province|island|river|lake|region|pays|état|etat|ville|village|île|ile|rivière|riviere|fleuve|lac|région|"
    r"département|departement|basin|bassin|bassin versant|watershed)"
    r"(?:\s{1,3}(?:américain|americain|mexicain|brésilien|bresilien|indien|australien)e?)?\s{1,3}(?:of\s|de\sla\s|de\sl['’]|du\s|de\s|d['’]|des\s|of\sthe\s)$|"
    r"(fleuve|rivière|riviere)\s{1,3}$",
    re.IGNORECASE,
)
_WORD_AFTER = Pattern(r"\s{1,3}([^\W\d_]+)")
_WORD_BEFORE = Pattern(r"([^\W\d_]+)\s{1,3}$")
_WATERS = {
    "sea": ("sea", "lake"), "mer": ("sea", "lake"), "ocean": ("ocean", "sea"), "océan": ("ocean", "sea"), "gulf of": ("sea",), "golfe": ("sea",),
    "strait": ("sea",), "détroit": ("sea",), "detroit": ("sea",), "lac": ("lake", "sea"), "lake ": ("lake",), "fleuve": ("river",), "rivière": ("river",),
    "riviere": ("river",),
}  # fmt: skip
_WATER_NAMED = Pattern(
    r"(?<![^\W_])(?:(?:sea|mer|lac)(?![^\W_])|oc[ée]an|gulf of|golfe|strait|d[ée]troit(?= d)|^lake |fleuve|rivi[èe]re)",
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
    if _OF.fullmatch(between) and (other.best.kind not in ("country", "region") or one.confidence < _SURE):
        return None
    containers = [
        c
        for c in other.entries[:4]
        if c.kind in ("country", "region", "continent", "island")
        and c.prior > _UNLIKELY * other.best.prior
        and c.id not in _COASTS
    ]
    containers = [c for c in containers if c.kind == "country"] or containers
    inner = _lying_in(one, containers)
    if not inner:
        return None
    end = other.end + (1 if "(" in between and text[other.end : other.end + 1] == ")" else 0)
    return _with(text, one, inner, end=end, sure=True)


def _lying_in(match: PlaceMatch, containers: Sequence[PlaceEntry]) -> list[PlaceEntry]:
    """The bearers of a name that lie in a land; also the province that a wider region of its name hides: `le Sahel burkinabè`."""
    inner = [e for e in match.entries if any(places.inside(e, c) for c in containers)]
    if inner or match.best.kind != "region" or not containers:
        return inner
    key = place_key(normalise(match.text))
    hidden = (e for e in places.candidates((key,)).get(key, ()) if e.kind == "region" and not e.form)
    return [e for e in hidden if any(places.inside(e, c) for c in containers)]


def _may_follow(one: PlaceMatch, other: PlaceMatch) -> bool:
    area = _AREA_SAID.search(one.text) or _AREA_FIRST.match(one.text)  # "Polk county Iowa"
    return (
        (one.best.kind == "city" or area is not None)
        and other.best.kind in ("country", "region")
        and other.text[:1].isupper() == any(word[0].isupper() for word in one.text.split())
    )


def _by_kind(text: str, match: PlaceMatch) -> PlaceMatch:
    """Narrow by a kind said before or after: `state of Georgia`, `Georgia the country`, `Puri district`."""
    before = _KIND_BEFORE.search(text[max(0, match.start - 24) : match.start])
    after = _KIND_SAID.match(text, match.end)
    if before and (before.group(1) or "").lower() in _REGION and (around := _region_of(match)):
        return _with(text, match, around)
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
    if (sized := _by_size(text, match)) is not None:
        return sized
    return _by_kind_after(text, match)


def _by_size(text: str, match: PlaceMatch) -> PlaceMatch | None:
    """A town by its streets, a county by the word before it."""
    before = text[max(0, match.start - 24) : match.start]
    if county := _COUNTY_BEFORE.search(before):  # "County Kerry"
        counties = [e for e in places.lookup(f"{match.text} County") if e.kind == "region"]
        begin = match.start - len(county.group(1)) - 1
        return _with(text, match, counties, start=begin, sure=True) if counties else None
    if match.best.kind == "region" and _OF_A_TOWN.search(before):
        towns = [e for e in match.entries if e.kind == "city"]
        return _with(text, match, towns) if towns else match
    if match.best.kind == "city" and _AREA_BEFORE.search(before):
        regions = [e for e in match.entries if e.kind == "region"]
        return _with(text, match, regions or [_surroundings(e) for e in match.entries])
    return None


def _by_kind_after(text: str, match: PlaceMatch) -> PlaceMatch:
    """Narrow by the kind that follows: `Puri district`, `the Moscow region`."""
    word = _AFTER_WORD.match(text, match.end)
    if word and word.group(1).lower() in _REGION and (around := _region_of(match)):
        return _with(text, match, around, end=word.end())
    if word and (kind := _AFTER[word.group(1).lower()]):
        fitting = [e for e in match.entries if e.kind == kind]
        if fitting:
            sure = kind == "region" and match.text[:1].isupper()  # `the Lot department`
            return _with(text, match, fitting, end=word.end(), sure=sure)
        if kind == "region" and match.best.kind == "city":
            return _with(text, match, [_surroundings(e) for e in match.entries], end=word.end())
    return match


def _region_of(match: PlaceMatch) -> list[PlaceEntry]:
    """The region of a city as `the Moscow region` says it: the one that goes by that name, else the city's province, else what lies around it."""
    best = match.best
    if best.kind != "city":
        return []
    named = [e for e in places.lookup(f"{best.name_en} region") if e.kind == "region" and e.country == best.country]
    if named:
        return named
    bearers = {e.id: e for e in (*match.entries, *places.lookup(best.name_en)) if e.kind == "region"}
    around = [e for e in bearers.values() if e.bbox.area_km2 > best.bbox.area_km2 and places.inside(best, e)]
    return around or [_surroundings(entry) for entry in match.entries if entry.kind == "city"]


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
        inner = _lying_in(match, [container]) if container else []
        if inner and {e.id for e in inner} != {e.id for e in match.entries}:
            return _with(text, match, inner)
        if container and match.best.kind != "city" and match.text[:1].isupper():
            match = replace(match, confidence=max(match.confidence, _LIKELY))  # `the Peruvian Amazon`
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
