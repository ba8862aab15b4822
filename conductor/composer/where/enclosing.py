"""Places that hold one another: "Paris in Michigan" is the Paris there, "Etna on Sicily" is one place, not two."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from conductor.composer.reading import Located
from conductor.composer.what.names import GREAT_CITY
from conductor.composer.where.bearers import as_place
from conductor.composer.where.relations import AT_OR_NEAR, JOIN
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, inside, lookup

_GIVEN = Pattern(
    r"[\s,:(\[]*(?:station|base|site|buoy|bouee)?[\s,:(\[]*(?:at|bbox|box|coordinates?|coords?|polygon|located at|coordonnees|point|aux coordonnees|a la)?[\s:(\[]*"
)
_SIDE_BY_SIDE = Pattern(
    r"\b(?:compar\w*|versus|vs|than|(?:plus|moins|aussi|autant|meme|mieux|pire|pareil|different\w*|autre\w*)\b[^.;?!]{0,40}\bque|differ\w*|both|and also|as well as|ainsi que)\b|\bwithin\b"
)
_LIES_IN = Pattern(r",? (?:in|en|au|aux|dans) (?:the |la |le |l')?")
# what happened there, between a place and the land that tells where it lies: "evros fire greece", "Valencia floods, Spain"
_HAPPENED = Pattern(
    r",? (?:(?!and|et|or|ou|vs|than|que|with|avec|from|to|by|plus)[a-z-]{3,} ?){1,2},? ?(?:in |en |au |aux )?(?:the |la |le |l')?"
)
_LYING = Pattern(r"\b(?:in|en|au|aux|dans)\b")  # "how do wheat-belt dry spells in Western Australia differ"
_SOON = 12  # names after a larger place among which the smaller is looked for
_SIDES = frozenset(
    {"coast_of", "northern_part_of", "southern_part_of", "eastern_part_of", "western_part_of", "central_part_of"}
)
_HOLDING = _SIDES | {None}
_TELLING = frozenset(
    {"within_distance", "except", "border_between", "between", "off_coast_of", "upstream_of", "downstream_of"}
)
_WITHIN = Pattern(
    r"[\s,(]*(?:(?:the one|which is|that is|qui est|qui se trouve|that|ceux|celles|in|on|at|of|off|near|within|sur|dans|en|pres|au|a|de|du|des|d'|the|la|le|les|l'|[a-z]{3,}(?:ian|ean|ese|ish|can|ench|utch)(?= )|ile [a-z]{3,}(?:enne|aise|oise|aine|ine|que|nde) d[eu]|(?:plains?|lowlands?|highlands?|uplands?|hills|deserts?|forests?|valleys?|region|area) of|\w+ (?:island|isle|state|province|region|coast|side|part) of|island of|ile d[eu]|province d[eu]|state of|location|point|coordinates?|the one|celle|celui)[\s,(]*)*"
)


def moved(folded: str, located: list[Located]) -> list[Located]:
    """ "Paris in Michigan": the homonym that lies in the place named after it."""
    moved, lost = list(located), set[int]()
    for i, (a, b) in enumerate(pairwise(located)):
        if (
            not b.homonyms
            or not _WITHIN.fullmatch(folded[a.bare[1] : b.bare[0]])
            or a.place.kind in ("point", "bbox", "globe")
        ):
            continue
        container = _holder(a, b)
        if container is not b.homonyms[0]:
            land = replace(as_place(container, name=b.place.name), relation=b.place.relation, span=b.place.span)
            moved[i + 1] = replace(b, place=land, homonyms=(container,))
        if any(inside(entry, container) for entry in a.homonyms[:1]):
            moved[i] = replace(a, homonyms=a.homonyms[:1])
            continue
        better = next((entry for entry in (*a.homonyms, *lookup(a.place.name)) if inside(entry, container)), None)
        if better is None and _unknown_there(a, container, folded[a.bare[1] : b.bare[0]]):
            lost.add(i)
        if better:
            place = replace(
                as_place(better, name=a.place.name),
                relation=a.place.relation,
                distance_km=a.place.distance_km,
                span=a.place.span,
            )
            moved[i] = replace(a, place=place, homonyms=(better,))
    return [item for i, item in enumerate(moved) if i not in lost]


def _holder(item: Located, land: Located) -> PlaceEntry:
    """Of lands that bear one name the likeliest in which the place lies: "Atlanta in Georgia"."""
    lands = [entry for entry in land.homonyms[:3] if entry.kind in ("country", "region")]
    return next((one for one in lands if any(inside(entry, one) for entry in item.homonyms)), land.homonyms[0])


def _unknown_there(item: Located, container: PlaceEntry, gap: str) -> bool:
    """A town that nobody knows in the land said after it is none of its namesakes elsewhere: the Paris of Michigan."""
    best = item.homonyms[0] if item.homonyms else None
    if best is None or best.kind != "city" or container.kind not in ("country", "region"):
        return False
    return bool(_LIES_IN.fullmatch(gap)) or (gap.strip() == "," and best.weight < GREAT_CITY)


def unenclosed(folded: str, located: list[Located]) -> list[Located]:
    """A place that only says where the one beside it lies is no place of its own: "Etna on Sicily", "the Atlantic at 45 N 30 W"."""
    dropped: set[int] = set()
    for i, (a, b) in enumerate(pairwise(located)):
        gap = folded[a.bare[1] : b.bare[0]]
        if b.place.kind in ("point", "bbox") and ("(" in gap or _beside(a, b)) and _GIVEN.fullmatch(gap):
            dropped.add(i)
            continue
        if not _WITHIN.fullmatch(gap) or {a.place.relation, b.place.relation} & _TELLING:
            continue
        if _encloses(b, a):
            dropped.add(i + 1)
        elif _encloses(a, b) and b.place.kind in ("point", "bbox"):
            dropped.add(i)
    dropped |= _held(folded, located) | _told_after(folded, located)
    return [item for i, item in enumerate(located) if i not in dropped]


def _held(folded: str, located: list[Located]) -> set[int]:
    """ "Vines in England: growing degree days in Kent": the larger place only leads to the smaller, unless they are set side by side."""
    if _SIDE_BY_SIDE.search(folded):
        return set()
    outer: set[int] = set()
    for i, a in enumerate(located):
        if not a.homonyms or a.place.relation not in _HOLDING:
            continue
        for b in located[i + 1 : i + 1 + _SOON]:
            if b.place.relation in AT_OR_NEAR and b.homonyms and inside(b.homonyms[0], a.homonyms[0]):
                gap = folded[a.bare[1] : b.bare[0]]
                if not JOIN.match(gap) or gap.strip() == "a":  # "en Éthiopie à Addis-Abeba"
                    outer.add(i)
    return outer


def _told_after(folded: str, located: list[Located]) -> set[int]:
    """ "Evros fire Greece": the land behind a place and what happened there only tells where that lies."""
    beside = bool(_SIDE_BY_SIDE.search(folded))
    return {
        i + 1
        for i, (a, b) in enumerate(pairwise(located))
        if a.homonyms
        and b.homonyms
        and b.place.kind in ("country", "region")
        and b.place.relation is None
        and a.place.relation in AT_OR_NEAR
        and inside(a.homonyms[0], b.homonyms[0])
        and _HAPPENED.fullmatch(gap := folded[a.bare[1] : b.bare[0]])
        and not (beside and not (_LYING.search(gap) and not _SIDE_BY_SIDE.search(gap)))
    }


def _beside(named: Located, typed: Located) -> bool:
    """Coordinates that follow a name say exactly what is meant by it."""
    a, b = named.place.bbox, typed.place.bbox
    return a is not None and b is not None and a.buffered(150).intersects(b)


def _encloses(outer: Located, inner: Located) -> bool:
    a, b = outer.place.bbox, inner.place.bbox
    if a is None or b is None or outer.place.kind == "globe" or a.width < 2 * b.width:
        return False
    return a.contains(*b.center)
