"""A place told by its part or by what holds it, without its name: "only the south", "and the coast?", "for the whole country"."""

from __future__ import annotations

import re
from dataclasses import replace

from conductor.composer.where.bearers import as_place
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, lookup, place
from planners.intent import Place

_WAY = {
    "north": "northern", "nord": "northern", "septentrional": "northern", "south": "southern", "sud": "southern", "meridional": "southern",
    "east": "eastern", "est": "eastern", "oriental": "eastern", "west": "western", "ouest": "western", "occidental": "western",
}  # fmt: skip
_COMPASS = r"(?P<way>north|south|east|west|nord|sud|est|ouest|septentrional|meridional|oriental|occidental)(?:e?(?:rn)?(?:most)?|e)(?:-?(?:east|west|est|ouest)(?:ern)?)?"
_LEAD = (
    r"^\W*(?:(?:ok|okay|no|non|and|et|but|mais|now|then|maintenant|only|just|seulement|uniquement|juste|what about|how about|same|the same|pareil|idem|zoom(?:e[rz]?)?(?: in)?|focus(?:ing)?|"
    r"restrict|limit|narrow|keep|limite[rz]?|restrein\w*|concentre\w*|garde[rz]?|show(?: me)?|montre[rz]?(?:-moi)?|give me|donne[rz]?(?:-moi)?|make it|it|that|this|down|plutot|"
    r"for|in|on|to|over|at|along|pour|dans|sur|a|au|en|le long de|du|de|i meant|je voulais dire|toi|-toi)\s+)*(?:the |its |their |le |la |les |l'|sa |son |ses |d'|de )*"
)
_TAIL = r"(?: (?:of it|of the (?:country|island|area|region|state|province|basin|city)|of that|there|only|alone|please|instead|rather|then|now|too|du pays|de l'ile|de la (?:region|province|ville)|seulement|uniquement|stp|plutot|svp|alors|aussi|s'il (?:te|vous) plait))*\W*$"
_PARTS: tuple[tuple[str, Pattern], ...] = tuple(
    (relation, Pattern(_LEAD + pattern + _TAIL))
    for relation, pattern in (
        ("{way}_part_of", rf"(?:(?:part(?:ie)?|moitie|half|zone|region|side|pointe|tiers|bout|cote) )?{_COMPASS}(?: (?:part|half|third|side|bit|end|portion|section|regions?|areas?|tip|one))?"),
        ("central_part_of", r"(?:cent(?:er|re)|middle|central (?:part|region|area|zone)|interior|partie centrale|milieu|heart|coeur)"),
        ("off_coast_of", r"(?:offshore|waters? off(?:shore)?|large|au large|eaux au large)(?: part)?"),
        ("coast_of", r"(?:coasts?|coastline|coastal (?:part|strip|zone|area)s?|shore(?:line)?|seaboard|cotes?|littoral|bande cotiere|rivages?|zones? cotieres?)"),
        ("border_of", r"(?:borders?|frontieres?|boundary)(?: (?:zone|area|region))?"),
        ("upstream_of", r"(?:upstream|upriver|amont|upper (?:part|reach(?:es)?|basin)|partie amont)(?: part)?"),
        ("downstream_of", r"(?:downstream|downriver|aval|partie aval)(?: part)?"),
        ("near", r"(?:surroundings|surrounding (?:area|region)s?|vicinity|outskirts|around|environs|alentours|nearby)"),
    )
)  # fmt: skip
_WHOLE = Pattern(
    r"\b(?:(?:whole|entire|all of the|full|complete|rest of the|wider|rest du|tout(?:e)? (?:le |la |l'|ce |cette )|ensemble d(?:u |e la |e l')|l'ensemble d(?:u |e la |e l')) ?(?:the )?"
    r"(?P<kind>country|nation|pays|province|state|region|territory|territoire|county|department|departement|etat|area|island|ile|basin|bassin|thing|lot)|"
    r"(?P<national>nation[- ]?wide|country[- ]?wide|nationally|national (?:level|scale|average|mean)|(?:niveau|echelle|moyenne) nationale?|(?:country|pays) as a whole|(?:pays|country) entier|pays tout entier)|"
    r"(?P<regional>province[- ]wide|state[- ]?wide|region[- ]wide|(?:niveau|echelle) (?:regionale?|provinciale?|departementale?)|(?:province|region|ile) entiere))\b"
)
_COUNTRY = frozenset({"country", "nation", "pays"})
_REGION = frozenset(
    {"province", "state", "region", "territory", "territoire", "county", "department", "departement", "etat"}
)


def narrowed(folded: str, places: tuple[Place, ...], *, language: str) -> tuple[Place, ...] | None:
    """The places with a part of each meant, or with what holds them in their stead; None where the turn says nothing of the kind."""
    if not places or any(p.kind == "globe" for p in places):
        return None
    if whole := _WHOLE.search(folded):
        return _held(whole, places, language=language)
    for relation, pattern in _PARTS:
        if match := pattern.match(folded):
            name = relation.format(way=_WAY[match["way"]]) if "{way}" in relation else relation
            return tuple(replace(p, relation=name, distance_km=None) for p in places)
    return None


def _held(match: re.Match[str], places: tuple[Place, ...], *, language: str) -> tuple[Place, ...]:
    """The country or the province around each place; the place without its relation where it is one itself."""
    kind = match["kind"] or ("country" if match["national"] else "region")
    held: list[Place] = []
    for one in places:
        around = _around(one, kind)
        whole = replace(one, relation=None, distance_km=None) if around is None else as_place(around)
        if around is not None:
            whole = replace(whole, name=around.name("fr" if language == "fr" else "en"))
        if not any(whole.name == other.name for other in held):
            held.append(whole)
    return tuple(held)


def _around(one: Place, kind: str) -> PlaceEntry | None:
    if kind in _COUNTRY and one.kind != "country" and one.country:
        return place(f"country:{one.country}")
    if kind in _REGION and one.kind not in ("country", "region"):
        entry = next((e for e in lookup(one.name) if e.country == one.country and e.admin1), None)
        return place(f"region:{entry.admin1}") if entry else None
    return None
