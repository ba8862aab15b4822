"""Where: the gazetteer's places in the text, each with how it is meant and what else of that name it might be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from conductor.composer.reading import Located
from conductor.composer.text.utterance import Utterance
from conductor.composer.where.adjectives import alongside, is_an_adjective, the_one_said, told_by_adjective
from conductor.composer.where.bearers import as_place, at_a_spot, weighed
from conductor.composer.where.company import in_company
from conductor.composer.where.enclosing import moved, unenclosed
from conductor.composer.where.globe import globe, is_a_level, is_meant
from conductor.composer.where.halves import with_other_half
from conductor.composer.where.mistaken import mistaken
from conductor.composer.where.named_parts import named_part
from conductor.composer.where.relations import JOIN, Relation, abbreviated, pair, relation
from connectors.vocabulary.demonyms import is_demonym
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, inside
from connectors.vocabulary.toponyms import PlaceMatch, find_places, rivals

SURE_ENOUGH = 0.5
_SHARED = frozenset(
    {"near", "coast_of", "off_coast_of", "except", "upstream_of", "downstream_of", "within_distance", "inside"}
)
_WATERS = frozenset({"river", "lake", "sea", "ocean", "basin"})
# The banks of a river are the river, and nothing is around the world.
_NEVER_OF = {"river": ("coast_of",), "basin": ("coast_of",), "globe": ("near",), "hemisphere": ("near",)}
_OF_A_MODEL = Pattern(
    r"(?:'s)? (?:earth system |climate |global |met office )?(?:models?|(?:data )?nodes?|data cent(?:er|re)s?)\b| (?:climate |global )?(?<!city )(?<!town )cent(?:er|re)s?\b"
)
_QUALIFIED = Pattern(r"[,(]|\b(?:in|en|dans|au)\b")
# Names that hold a month.
DATED = Pattern(
    r"\b(?:summer days(?= [(]?(?:above|over|hotter|warmer|exceeding|more than))|(?:dern|prem)i\w+ (?:jours? de )?gel(?:ee)?s? (?:de l'|d'|de |du )(?:printemps|automne)\b(?! (?:19|20)\d\d)|chiang[ -]mai|cape may|may pen|(?:25|veinticinco) de mayo|(?:9|nueve) de julio|saint-mars|march air reserve base)\b"
)
_IS_ABOUT = Pattern(
    r"\b(?:this|it|that|the question|my question|the request)(?:'s| is| concerns)(?: really| actually)? about (?:the )?$|\b(?:c'est|il s'agit|la question porte|ma question porte|je parle)(?: bien)? (?:pour|de|sur|a propos de)s? (?:la |le |l'|les )?$"
)
_IT = Pattern(
    r"\b(?:(?:the|this|that|cette|la|ce|le|l')\s?(?:port |capital |coastal |same )?(?:city|town|village|capital|volcano|dam|airport|site|ville|capitale|"
    r"barrage|volcan|aeroport|lieu|localite)(?: portuaire| cotiere)?|it)\b"
)
_NAMES_OF_OTHERS = Pattern(
    r"\b(?:what|why|how|who|where) on earth\b|\bsentinel(?:-\d\w*)?\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?! island)|"
    r"\b(?:paris (?:agreement|accords?|target|goals?)|accords? de paris|kyoto protocol|protocole de kyoto|"
    r"montreal protocol|protocole de montreal|world bank|banque mondiale|copenhagen accord|washington post|"
    r"new york times|"
    r"oxford university|university of \w+|universite d[eu] \w+|geneva convention|shannon diversity|"
    r"nash[- ]sutcliffe|mann[- ]kendall|theil[- ]sen|hodrick[- ]prescott|penman[- ]monteith|nelder[- ]mead|berkeley earth|copernicus|(?:ipcc |giec |wgi |interactive |climate )+atlas|atlas (?:of|du|interactif))\b"
)


def read_places(
    utterance: Utterance,
    *,
    taken: Iterable[tuple[int, int]],
    words: Iterable[tuple[int, int]] = (),
    measured: Sequence[tuple[int, int]] = (),
) -> tuple[Located, ...]:
    """Every place outside the `taken` stretches, in the order of the text, with relations shared along lists.

    `words` are stretches that the vocabulary explains: in lower case they are no place ("wetter", "marine");
    `measured` are those of quantities and phenomena.
    """
    folded = utterance.folded
    closed = [*taken, *(m.span() for m in _NAMES_OF_OTHERS.finditer(folded))]
    spoken = frozenset(words)
    told = told_by_adjective(utterance, measured=measured)
    matches = [
        m
        for m in find_places(utterance.text, utterance.language, taken=tuple(closed))
        if m.confidence >= SURE_ENOUGH
        and m.entries
        and not is_an_adjective(folded, m, told)
        and not mistaken(utterance, m)
        and not ((m.start, m.end) in spoken and utterance.text[m.start : m.end].islower())
        and not _OF_A_MODEL.match(folded, m.end)
    ]
    matches = [m for n, m in enumerate(matches) if not (n and _tells_of(utterance.text, m, matches[n - 1]))]
    located = [_located(utterance, match, matches, index) for index, match in enumerate(matches)]
    located = _paired(folded, _meant_once(located))
    located = _meant(folded, located)
    located = [_first(item) for item in in_company(_shared(folded, moved(folded, located)))]
    located = [_first(item) for item in the_one_said(folded, _around_it(folded, unenclosed(folded, located)))]
    others = [item for item in located if item.place.kind != "globe"]
    if (others or is_a_level(folded)) and not is_meant(folded):
        located = others
    located = with_other_half(folded, located)
    located = alongside(folded, located, told) if located else list(told) or globe(utterance)
    return tuple(_distinct(located))


def _tells_of(text: str, match: PlaceMatch, before: PlaceMatch) -> bool:
    """Whether a name is the adjective of the place right before it: the Argentina of "Patagonie argentine"."""
    return (
        match.text.islower() and text[before.end : match.start] == " " and not text.islower() and is_demonym(match.text)
    )


def _located(utterance: Utterance, match: PlaceMatch, matches: Sequence[PlaceMatch], index: int) -> Located:
    floor = matches[index - 1].end if index else 0
    found = relation(utterance.folded, match.start, match.end, floor=floor)
    if found is None and not utterance.text.isupper():
        found = abbreviated(utterance.text, match.start, match.end, floor=floor)
    homonyms = weighed(utterance, rivals(match), (match.start, match.end), bearers=match.entries)
    if found and found.name == "within_distance":
        homonyms = at_a_spot(homonyms, match.entries)
    entry = homonyms[0]
    if found and found.name in _NEVER_OF.get(entry.kind, ()):
        found = None
    if _QUALIFIED.search(utterance.text[match.start : match.end]):
        homonyms = homonyms[:1]
    part = named_part(entry, found.way) if found and found.way else None
    if found and part:
        return _part(utterance, match, part, found)
    place = as_place(entry, name=_name(entry, utterance.text[match.start : match.end], match), utterance=utterance)
    place = replace(place, span=utterance.span(match.start, match.end, confidence=min(1.0, match.confidence)))
    if found:
        place = replace(place, relation=found.name, distance_km=found.distance_km)
    return Located(
        place=place,
        homonyms=homonyms,
        start=found.start if found else match.start,
        end=found.end if found else match.end,
        bare=(match.start, match.end),
    )


def _part(utterance: Utterance, match: PlaceMatch, part: PlaceEntry, found: Relation) -> Located:
    """A part that has a name of its own, in the place's stead: "the north of Australia"."""
    place = as_place(part, utterance=utterance)
    place = replace(place, span=utterance.span(match.start, match.end, confidence=min(1.0, match.confidence)))
    bare = (match.start, match.end)
    return Located(place=place, homonyms=(part,), start=found.start, end=found.end, bare=bare)


def _first(item: Located) -> Located:
    """The place as its likeliest homonym."""
    if not item.homonyms or item.homonyms[0].bbox == item.place.bbox:
        return item
    meant = as_place(item.homonyms[0], name=item.place.name)
    place = replace(meant, relation=item.place.relation, distance_km=item.place.distance_km, span=item.place.span)
    return replace(item, place=place)


def _name(entry: PlaceEntry, written: str, match: PlaceMatch) -> str:
    """The bare name: without the qualifier that told it from its homonyms."""
    return (
        written.strip() if entry.kind in ("point", "bbox") else re.split(r"\s*[,(]", written)[0].strip() or match.text
    )


def _meant(folded: str, located: list[Located]) -> list[Located]:
    """ "I live in Malmö but this is about Vancouver Island": what it is about, and what follows."""
    first = next((n for n, item in enumerate(located) if _IS_ABOUT.search(folded[: item.bare[0]])), 0)
    return located[first:]


def _paired(folded: str, located: list[Located]) -> list[Located]:
    paired = list(located)
    for i, (a, b) in enumerate(pairwise(located)):
        name = pair(folded, a.bare, b.bare)
        if name == "between" and (_is_on_it(folded, a, b) or _lies_in(b, a)):
            continue
        if name:
            paired[i] = replace(a, place=replace(a.place, relation=name, distance_km=None))
            paired[i + 1] = replace(b, place=replace(b.place, relation=name, distance_km=None))
    return paired


def _is_on_it(folded: str, water: Located, town: Located) -> bool:
    """ "Le débit de la Meuse à Liège" is at Liège; only `entre` and `between` part a water from a town."""
    gap = folded[water.bare[1] : town.bare[0]].strip()
    return gap in ("a", "au", "aux") and water.place.kind in _WATERS and town.place.kind not in _WATERS


def _lies_in(item: Located, land: Located) -> bool:
    """ "La température du Maroc à Agadir" is not that between the two."""
    return bool(item.homonyms and land.homonyms) and any(inside(e, land.homonyms[0]) for e in item.homonyms)


def _meant_once(located: list[Located]) -> list[Located]:
    """ "Africa aside from Egypt": words between two places tell of the one behind them."""
    told = [
        a.end > a.bare[1] and a.end > b.start and b.place.relation == a.place.relation for a, b in pairwise(located)
    ]
    return [
        replace(item, place=replace(item.place, relation=None, distance_km=None), end=item.bare[1]) if twice else item
        for item, twice in zip(located, [*told, False], strict=False)
    ]


def _shared(folded: str, located: list[Located]) -> list[Located]:
    """ "off the coast of A and B": the relation holds for both."""
    shared: list[Located] = []
    for item in located:
        last = shared[-1] if shared else None
        if (
            last
            and not item.place.relation
            and last.place.relation in _SHARED
            and (item.place.kind == last.place.kind or item.place.kind not in ("point", "bbox"))
            and JOIN.match(folded[last.end : item.start])
        ):
            item = replace(
                item, place=replace(item.place, relation=last.place.relation, distance_km=last.place.distance_km)
            )
        shared.append(item)
    return shared


def _around_it(folded: str, located: list[Located]) -> list[Located]:
    """ "In Busan … within 60 km of the port city": the relation said of "the city" holds for the only place."""
    if len(located) != 1 or located[0].place.relation or located[0].place.kind in ("globe", "bbox"):
        return located
    item = located[0]
    for match in _IT.finditer(folded, item.end):
        if folded[: match.start()].endswith("next to "):
            continue
        found = relation(folded, match.start(), match.end(), floor=item.end)
        if found and found.name in ("within_distance", "near", "upstream_of", "downstream_of"):
            return [replace(item, place=replace(item.place, relation=found.name, distance_km=found.distance_km))]
    return located


def _distinct(located: Iterable[Located]) -> list[Located]:
    seen: set[tuple[object, ...]] = set()
    kept = []
    for item in located:
        key = (item.place.bbox, item.place.relation, item.place.kind)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept
