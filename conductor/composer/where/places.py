"""Where: the gazetteer's places in the text, each with how it is meant and what else of that name it might be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from conductor.composer.reading import Located
from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.names import GREAT_CITY
from conductor.composer.where.adjectives import told_by_adjective
from conductor.composer.where.company import in_company
from conductor.composer.where.mistaken import mistaken
from conductor.composer.where.relations import JOIN, pair, relation
from conductor.composer.where.rivers import as_department, as_river, flows, within
from connectors.extents import GLOBE
from connectors.vocabulary.places import PlaceEntry, inside, lookup
from connectors.vocabulary.toponyms import PlaceMatch, find_places, rivals
from planners.intent import Place

SURE_ENOUGH = 0.5
# How much more often a question in a language means the place in a country that speaks it.
_BONUS = {"fr": 3.0, "en": 1.3}
_FRENCH_CANADA = frozenset({"CA-QC", "CA-NB"})
MISSPELT = 0.45
ABROAD = 0.1  # a country's name in the other language, where a place bears it in the question's: the Salvador of English is in Brazil
BYNAME = 0.3  # another name of a place than the one it goes by, where one bears it as its own
SPEAKING = {
    "fr": frozenset(["FR", "CA", "BE", "CH", "LU", "MC", "SN", "CI", "ML", "BF", "NE", "TD", "CM", "GA", "CG", "CD", "CF", "MG", "KM", "DJ", "HT", "TN", "MA", "DZ", "GN", "TG", "BJ", "MR", "RW", "BI", "RE", "GP", "MQ", "GF", "YT", "NC", "PF", "PM", "VU", "SC", "MU"]),
    "en": frozenset(["US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM", "BM"]),
}  # fmt: skip
_SHARED = frozenset(
    {"near", "coast_of", "off_coast_of", "except", "upstream_of", "downstream_of", "within_distance", "inside"}
)
_OF_A_MODEL = re.compile(
    r"(?:'s)? (?:earth system |climate |global |met office )?(?:models?|nodes?|(?:data )?(?:nodes?|cent(?:er|re)s?))\b"
)
_GIVEN = re.compile(
    r"[\s,:(\[]*(?:at|bbox|box|coordinates?|coords?|polygon|located at|coordonnees|point|aux coordonnees)?[\s:(\[]*"
)
_QUALIFIED = re.compile(r"[,(]|\b(?:in|en|dans|au)\b")
_SIDE_BY_SIDE = re.compile(
    r"\b(?:compar\w*|versus|vs|than|(?<!tant )que|differ\w*|both|and also|as well as|ainsi que)\b|\bwithin\b"
)
_WARMED = re.compile(
    r"\b(?:planete|planet|world|monde|earth|terre|planetaire|global|mondial)\b[^.;?]{0,30}\d(?:[.,]\d)? ?(?:°|deg)|\d(?:[.,]\d)? ?(?:°|deg)[^.;?]{0,30}\b(?:planetaire|mondial|global)\b"
)
# Names that hold a month.
DATED = re.compile(
    r"\b(?:summer days(?= (?:above|over|hotter|warmer|exceeding))|chiang[ -]mai|cape may|may pen|(?:25|veinticinco) de mayo|(?:9|nueve) de julio|saint-mars|march air reserve base)\b"
)
_IS_ABOUT = re.compile(
    r"\b(?:this|it|that|the question|my question|the request)(?:'s| is| concerns)(?: really| actually)? about (?:the )?$|\b(?:c'est|il s'agit|la question porte|ma question porte|je parle)(?: bien)? (?:pour|de|sur|a propos de)s? (?:la |le |l'|les )?$"
)
_LIES_IN = re.compile(r",? (?:in|en|au|aux|dans) (?:the |la |le |l')?")
_SIDES = frozenset(
    {"coast_of", "northern_part_of", "southern_part_of", "eastern_part_of", "western_part_of", "central_part_of"}
)
_TELLING = frozenset(
    {"within_distance", "except", "border_between", "between", "off_coast_of", "upstream_of", "downstream_of"}
)
_WITHIN = re.compile(
    r"[\s,(]*(?:(?:in|on|at|of|off|near|within|sur|dans|en|au|a|de|du|des|d'|the|la|le|les|l'|\w+ (?:island|isle|state|province|region|coast|side|part) of|island of|ile d[eu]|province d[eu]|state of|location|point|coordinates?)[\s,(]*)*"
)
_IT = re.compile(
    r"\b(?:(?:the|this|that|cette|la|ce|le|l')\s?(?:port |capital |coastal |same )?(?:city|town|village|capital|volcano|dam|airport|site|ville|capitale|"
    r"barrage|volcan|aeroport|lieu|localite)(?: portuaire| cotiere)?|it)\b"
)
_GLOBE = re.compile(
    r"\b(?:globally|worldwide|world-?wide|global(?:ly)?(?= (?:mean|average|annual|map|maps|surface|temperature|"
    r"sea|land|ocean|warming (?:by|in|under|at the end|since|for|between|trend|rate|from|compared)|trend|scale|"
    r"precipitation|coverage|\w+ (?:mean|average|temperature)))|global maps?|"
    r"(?:the |whole |entire |across the |around the )(?:world|globe|earth|planet)(?! (?:bank|cup|heritage|"
    r"observation|system|engine|wars?)\b)|the earth's (?:surface|mean)|"
    r"(?:le |du |au |dans le |dans le )monde(?! (?:entier )?(?:a |de )[+\d])|monde entier|(?:la |de la )planete|"
    r"(?:a l')?echelle (?:mondiale|globale|planetaire)|mondialement|mondiale?s?(?! (?:banque|guerre|coupe))|"
    r"planetaire|moyenne globale|globale?s?(?= (?:moyen|annuel|de surface)))\b"
)
_NOT_THE_GLOBE = re.compile(
    r"\b(?:of |de |at |a )?(?:\d(?:[.,]\d)?) ?(?:°|deg\w*)? ?[ck]?\b (?:of |de )?(?:global warming|"
    r"rechauffement (?:planetaire|mondial|global))|(?:niveaux?|seuils?) de rechauffement (?:planetaire|mondial|global)|global warming levels?|global(?:ly)? (?:climate models?|"
    r"circulation|elevation|land|forest watch|precipitation measurement|ecosystem)|"
    r"modeles? (?:climatiques? )?globa\w+|global warming mean (?:for|to)"
)
_NAMES_OF_OTHERS = re.compile(
    r"\b(?:what|why|how|who|where) on earth\b|\bsentinel(?:-\d\w*)?\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?! island)|"
    r"\b(?:paris (?:agreement|accords?|target|goals?)|accords? de paris|kyoto protocol|protocole de kyoto|"
    r"montreal protocol|protocole de montreal|world bank|banque mondiale|copenhagen accord|washington post|"
    r"new york times|"
    r"oxford university|university of \w+|universite d[eu] \w+|geneva convention|shannon diversity|"
    r"nash[- ]sutcliffe|mann[- ]kendall|theil[- ]sen|hodrick[- ]prescott|penman[- ]monteith|nelder[- ]mead|berkeley earth|copernicus|(?:ipcc |giec |wgi |interactive |climate )+atlas|atlas (?:of|du|interactif))\b"
)


def read_places(
    utterance: Utterance, *, taken: Iterable[tuple[int, int]], words: Iterable[tuple[int, int]] = ()
) -> tuple[Located, ...]:
    """Every place outside the `taken` stretches, in the order of the text, with relations shared along lists.

    `words` are stretches that the vocabulary explains: in lower case they are no place ("wetter", "marine").
    """
    folded = utterance.folded
    closed = [*taken, *(m.span() for m in _NAMES_OF_OTHERS.finditer(folded))]
    spoken = frozenset(words)
    matches = [
        m
        for m in find_places(utterance.text, utterance.language, taken=tuple(closed))
        if m.confidence >= SURE_ENOUGH
        and m.entries
        and not mistaken(utterance, m)
        and not ((m.start, m.end) in spoken and utterance.text[m.start : m.end].islower())
        and not _OF_A_MODEL.match(folded[m.end :])
    ]
    located = [_located(utterance, match, matches, index) for index, match in enumerate(matches)]
    located = _paired(folded, located)
    located = _meant(folded, located)
    located = _unenclosed(folded, _shared(folded, _moved(folded, located)))
    located = [_first(item) for item in in_company(_around_it(folded, located))]
    others = [item for item in located if item.place.kind != "globe"]
    if (others or _NOT_THE_GLOBE.search(folded)) and (
        _WARMED.search(folded) or not _GLOBE.search(_NOT_THE_GLOBE.sub(" ", folded))
    ):
        located = others
    if not located:
        located += told_by_adjective(utterance) or _globe(utterance)
    return tuple(_distinct(located))


def _located(utterance: Utterance, match: PlaceMatch, matches: Sequence[PlaceMatch], index: int) -> Located:
    floor = matches[index - 1].end if index else 0
    found = relation(utterance.folded, match.start, match.end, floor=floor)
    homonyms = weighed(utterance, rivals(match), (match.start, match.end), bearers=match.entries)
    if found and found.name == "within_distance":
        homonyms = _at_a_spot(homonyms, match.entries)
    entry = homonyms[0]
    if _QUALIFIED.search(utterance.text[match.start : match.end]):
        homonyms = homonyms[:1]
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


def weighed(
    utterance: Utterance, entries: Sequence[PlaceEntry], span: tuple[int, int], *, bearers: Sequence[PlaceEntry] = ()
) -> tuple[PlaceEntry, ...]:
    """The homonyms of the name at a span in the order in which they are meant there; `bearers` are all that have the name."""
    homonyms = _likelier(entries, utterance.language, utterance.text[slice(*span)])
    if flows(utterance.folded, *span):
        return as_river((*homonyms, *(e for e in bearers if e not in homonyms)))
    return as_department((*homonyms, *bearers)) if within(utterance.folded, span[0]) else homonyms


def _likelier(entries: Sequence[PlaceEntry], language: str, written: str) -> tuple[PlaceEntry, ...]:
    """Homonyms reordered: a question more often means the place in a country that speaks its language, and accents that were typed count.

    A country stays before a province elsewhere that bears its name.
    """
    favoured = entries[0].kind != "country"
    name = fold(written)
    own = [entry.form == 0 or name in (fold(entry.name_en), fold(entry.name_fr)) for entry in entries]
    here = [name == fold(entry.name("fr" if language == "fr" else "en")) for entry in entries]
    weighed = [
        entry.prior
        * (_bonus(entry, language) if favoured else 1.0)
        * (1.0 if _spelt(entry, written) else MISSPELT)
        * (BYNAME if any(own) and not own[i] else 1.0)
        * (ABROAD if any(here) and entry.kind == "country" and not here[i] else 1.0)
        for i, entry in enumerate(entries)
    ]
    total = sum(weighed) or 1.0
    order = sorted(range(len(entries)), key=lambda i: -weighed[i])
    return tuple(replace(entries[i], prior=round(weighed[i] / total, 4)) for i in order)


def _bonus(entry: PlaceEntry, language: str) -> float:
    """How much more often a question in a language means this place, by the country or the province that speaks it."""
    if entry.country not in SPEAKING[language]:
        return 1.0
    elsewhere = language == "fr" and entry.country == "CA" and entry.admin1 not in _FRENCH_CANADA
    return _BONUS["en"] if elsewhere else _BONUS[language]


def _at_a_spot(homonyms: tuple[PlaceEntry, ...], bearers: Sequence[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    """So many kilometres are counted from a town, not from the province that bears its name."""
    first, *others = homonyms
    town = next((e for e in bearers if e.kind == "city" and first.kind == "region" and inside(e, first)), None)
    return homonyms if town is None else (replace(town, prior=first.prior), *others)


def _spelt(entry: PlaceEntry, written: str) -> bool:
    """False where accents were typed that the place's name lacks: "San José" is less likely the San Jose of California."""
    return written.isascii() or not (entry.name_en.isascii() and entry.name_fr.isascii())


def as_place(entry: PlaceEntry, *, name: str | None = None, utterance: Utterance | None = None) -> Place:
    """A gazetteer entry as a slot value, named in the language of the question."""
    language = utterance.language if utterance else "en"
    return Place(
        name=name or entry.name(language),
        kind=entry.kind,
        country=entry.country,
        bbox=entry.bbox,
        geometry_id=entry.geometry_id,
    )


def _first(item: Located) -> Located:
    """The place as its likeliest homonym."""
    if not item.homonyms or item.homonyms[0].bbox == item.place.bbox:
        return item
    meant = as_place(item.homonyms[0], name=item.place.name)
    place = replace(meant, relation=item.place.relation, distance_km=item.place.distance_km, span=item.place.span)
    return replace(item, place=place)


def _name(entry: PlaceEntry, written: str, match: PlaceMatch) -> str:
    """The bare name: without the qualifier that told it from its homonyms."""
    return written if entry.kind in ("point", "bbox") else re.split(r"\s*[,(]", written)[0].strip() or match.text


def _meant(folded: str, located: list[Located]) -> list[Located]:
    """ "I live in Malmö but this is about Vancouver Island": what it is about, and what follows."""
    first = next((n for n, item in enumerate(located) if _IS_ABOUT.search(folded[: item.bare[0]])), 0)
    return located[first:]


def _paired(folded: str, located: list[Located]) -> list[Located]:
    paired = list(located)
    for i, (a, b) in enumerate(pairwise(located)):
        name = pair(folded, a.bare, b.bare)
        if name:
            paired[i] = replace(a, place=replace(a.place, relation=name, distance_km=None))
            paired[i + 1] = replace(b, place=replace(b.place, relation=name, distance_km=None))
    return paired


def _shared(folded: str, located: list[Located]) -> list[Located]:
    """ "off the coast of A and B": the relation holds for both."""
    shared: list[Located] = []
    for item in located:
        last = shared[-1] if shared else None
        if (
            last
            and not item.place.relation
            and last.place.relation in _SHARED
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


def _moved(folded: str, located: list[Located]) -> list[Located]:
    """ "Paris in Michigan": the homonym that lies in the place named after it."""
    moved, lost = list(located), set[int]()
    for i, (a, b) in enumerate(pairwise(located)):
        if (
            not b.homonyms
            or not _WITHIN.fullmatch(folded[a.bare[1] : b.bare[0]])
            or a.place.kind in ("point", "bbox", "globe")
        ):
            continue
        container = b.homonyms[0]
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


def _unknown_there(item: Located, container: PlaceEntry, gap: str) -> bool:
    """A town that nobody knows in the land said after it is none of its namesakes elsewhere: the Paris of Michigan."""
    best = item.homonyms[0] if item.homonyms else None
    if best is None or best.kind != "city" or container.kind not in ("country", "region"):
        return False
    return bool(_LIES_IN.fullmatch(gap)) or (gap.strip() == "," and best.weight < GREAT_CITY)


def _unenclosed(folded: str, located: list[Located]) -> list[Located]:
    """A place that only says where the one beside it lies is no place of its own: "Etna on Sicily", "the Atlantic at 45 N 30 W"."""
    dropped: set[int] = set()
    for i, (a, b) in enumerate(pairwise(located)):
        if b.place.kind in ("point", "bbox") and _beside(a, b) and _GIVEN.fullmatch(folded[a.bare[1] : b.bare[0]]):
            dropped.add(i)
            continue
        if not _WITHIN.fullmatch(folded[a.bare[1] : b.bare[0]]) or {a.place.relation, b.place.relation} & _TELLING:
            continue
        if _encloses(b, a):
            dropped.add(i + 1)
        elif _encloses(a, b) and b.place.kind in ("point", "bbox"):
            dropped.add(i)
    dropped |= _held(folded, located)
    return [item for i, item in enumerate(located) if i not in dropped]


def _held(folded: str, located: list[Located]) -> set[int]:
    """ "Vines in England: growing degree days in Kent": the larger place only leads to the smaller, unless they are set side by side."""
    if _SIDE_BY_SIDE.search(folded):
        return set()
    outer: set[int] = set()
    for i, a in enumerate(located):
        for b in located[i + 1 :]:
            gap = folded[a.bare[1] : b.bare[0]]
            plain = (a.place.relation is None or a.place.relation in _SIDES) and b.place.relation in (
                None,
                "near",
                "inside",
                "within_distance",
            )
            listed = JOIN.match(gap) and gap.strip() != "a"  # "en Éthiopie à Addis-Abeba"
            if plain and a.homonyms and b.homonyms and inside(b.homonyms[0], a.homonyms[0]) and not listed:
                outer.add(i)
    return outer


def _beside(named: Located, typed: Located) -> bool:
    """Coordinates that follow a name say exactly what is meant by it."""
    a, b = named.place.bbox, typed.place.bbox
    return a is not None and b is not None and a.buffered(150).intersects(b)


def _encloses(outer: Located, inner: Located) -> bool:
    a, b = outer.place.bbox, inner.place.bbox
    if a is None or b is None or outer.place.kind == "globe" or a.width < 2 * b.width:
        return False
    return a.contains(*b.center)


def _globe(utterance: Utterance) -> list[Located]:
    folded = _NOT_THE_GLOBE.sub(lambda m: " " * len(m[0]), utterance.folded)
    match = _GLOBE.search(folded)
    if not match:
        return []
    name = "monde" if utterance.language == "fr" else "global"
    place = Place(name=name, kind="globe", bbox=GLOBE, span=utterance.span(*match.span()))
    return [Located(place=place, homonyms=(), start=match.start(), end=match.end(), bare=match.span())]


def _distinct(located: Iterable[Located]) -> list[Located]:
    seen: set[tuple[object, ...]] = set()
    kept = []
    for item in located:
        key = (item.place.bbox, item.place.relation, item.place.kind)
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept
