"""A land told by its adjective beside what lies, happens or is measured there: "Polish forests", "la côte chilienne", "étés madrilènes"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conductor.composer.reading import Located
from conductor.composer.text.utterance import Utterance
from conductor.composer.where.bearers import as_place
from connectors.vocabulary.demonyms import LONGEST, first_half, home, leads
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, inside, lookup, place
from connectors.vocabulary.toponyms import PlaceMatch
from planners.intent import Place

_THINGS = (
    r"coasts?|coastline|coastal|shores?|seas?|forests?|rainforests?|woodlands?|glaciers?|icefields?|lakes?|rivers?|basins?|mountains?|peaks|slopes|valleys?|volcano(?:es)?|cities|towns|villages|countries|nations|"
    r"provinces?|regions?|states|counties|departments|districts|territory|waters|borders?|(?:wild|bush)?fires?|floods?|flooding|droughts?|heat ?waves?|heat|cold|storms?|farms?|farmland|"
    r"crops?|cropland|fields|vineyards?|vines|orchards?|pastures?|agriculture|countryside|climate|weather|winters?|springs?|summers?|autumns?|falls?|rainfall|rains?|precipitation|temperatures?|"
    r"snow|snowpack|snowfall|winds?|sea ice|ice|soils?|vegetation|dunes?|wetlands?|mangroves?|reefs?|dams|reservoirs?|aquifers?|ports|airports?|islands|highlands?|lowlands?|plateaux?|plains?|"
    r"deserts?|steppes?|savannas?|savannahs?|tundra|permafrost|peatlands?|wheat|maize|rice|cotton|soy(?:beans?)?|harvests?|deforestation|plumes?|landmass|mainland|interior|hinterland|skies|"
    r"shoreline|seaboard|seaside|foothills|suburbs|outskirts|(?:north|south)(?:[ -]?(?:east|west))?|east|west|cent(?:re|er)|heartland|half"
)
_CHOSES = (
    r"cotes?|littora(?:l|ux)|rivages?|mers?|forets?|bois|glaciers?|lacs?|rivieres?|fleuves?|bassins?|montagnes?|sommets|versants?|vallees?|volcans?|villes|villages|pays|nations|provinces?|regions?|departements?|"
    r"territoires?|eaux|frontieres?|feux|incendies?|inondations?|crues?|secheresses?|canicules?|chaleurs?|froids?|tempetes?|fermes|cultures?|champs|vignobles?|vignes|vergers?|paturages|"
    r"prairies|agriculture|campagnes?|climats?|meteo|hivers?|printemps|etes?|automnes?|pluies?|pluviometrie|precipitations?|temperatures?|neiges?|enneigement|manteau neigeux|vents?|banquise|glaces?|"
    r"sols?|vegetation|dunes?|zones humides|mangroves?|recifs?|barrages|reservoirs?|nappes?|aquiferes?|ports|aeroports?|iles|plateaux?|plaines?|deserts?|steppes?|savanes?|toundra|pergelisol|"
    r"tourbieres?|ble|mais|riz|coton|soja|recoltes?|deforestation|panaches?|interieur|arriere-pays|massifs?|capitale|"
    r"hinterland|facade (?:maritime|littorale|atlantique)|contreforts|piemonts?|banlieues?|peripherie|agglomeration|metropole|(?:extreme[- ]|grand[- ])?(?:nord|sud)(?:[ -](?:est|ouest))?|(?<=l')est|ouest|centre|zones? cotieres?"
)
_THING, _CHOSE = Pattern(rf"(?:{_THINGS})\b"), Pattern(rf"\b(?:{_CHOSES})$")
_WORD = Pattern(r"[^\W\d_]+")
_JOINED = Pattern(r"[ -]")
# What may stand between an adjective and its thing: another adjective, or a second land's and "and".
_THEN = Pattern(r" (?:(?:and|or|&) )?(?:[\w-]+ )?")
_SMALL = Pattern(r" ?(?:de|du|des|d'|la|le|les|the|of) ?")
_AND = Pattern(r" (?:and|et|versus|vs\.?|ou|or) (?:d[eu] |des |d'|in |au |aux |en )?(?:the |la |le |les |l')?")
_HALF = Pattern(r"([a-z]+)(?: ?[-/] ?| and (?:the )?| et )$")
_THE_ONE = Pattern(
    r"\b(?:the (?P<en>[a-z]+(?: [a-z]+)?) (?:one|city|town|version|side)|(?:l'|la |le )(?P<fr>[a-z-]+)(?=\W*$|[,;.)]))"
)
_SHORE = r"coasts?|coastline|coastal|shores?|shoreline|seaboard|seaside|cotes?|littora(?:l|ux)|rivages?|facade .*|zones? cotieres?"
_RELATIONS = (
    ("off_coast_of", Pattern(r"\b(?:off|au large) (?:of )?(?:the |de la |des |du )?$"), _SHORE),
    ("coast_of", Pattern(r""), _SHORE),
    ("border_of", Pattern(r""), r"borders?|frontieres?"),
    ("northern_part_of", Pattern(r""), r"(?:extreme.|grand.)?(?:north|nord).*"),
    ("southern_part_of", Pattern(r""), r"(?:extreme.|grand.)?(?:south|sud).*"),
    ("eastern_part_of", Pattern(r""), r"east|est"),
    ("western_part_of", Pattern(r""), r"west|ouest"),
    ("central_part_of", Pattern(r""), r"cent(?:re|er)|heartland|interior|hinterland|interieur|arriere-pays"),
    ("near", Pattern(r""), r"suburbs|outskirts|banlieues?|peripherie"),
)


def told_by_adjective(utterance: Utterance, *, measured: Sequence[tuple[int, int]] = ()) -> tuple[Located, ...]:
    """The lands whose adjective stands beside a thing that lies or happens in them, or beside what is `measured` (stretches of the text)."""
    found: dict[str, Located] = {}
    for start, end, entry in _adjectives(utterance):
        beside = _before if utterance.language == "fr" else _after
        thing = beside(utterance.folded, start, end, measured)
        if thing is None or entry.id in found or _is_piedmont(utterance, entry, thing):
            continue
        land = Place(
            name=entry.name(utterance.language).partition(" (")[0], kind=entry.kind, country=entry.country, bbox=entry.bbox,
            relation=_relation(utterance.folded[: min(start, thing[0])], utterance.folded[slice(*thing)]),
            geometry_id=entry.geometry_id, span=utterance.span(start, end),
        )  # fmt: skip
        one = Located(
            place=land, homonyms=(entry,), start=min(start, thing[0]), end=max(end, thing[1]), bare=(start, end)
        )
        other = _across(utterance, one) if land.relation == "border_of" else None
        if other:
            found[other.homonyms[0].id] = other
            one = replace(one, place=replace(land, relation="border_between"))
        found[entry.id] = one
    lands = tuple(found.values())
    return tuple(land for land in lands if not any(_tells_of(utterance.folded, land, other) for other in lands))


def _tells_of(folded: str, land: Located, other: Located) -> bool:
    """Whether an adjective only says where the land of the one before it lies: the Spanish of "Pays basque espagnol"."""
    gap = folded[other.bare[1] : land.bare[0]]
    return gap == " " and land.homonyms[0].bbox.intersects(other.homonyms[0].bbox)


def _is_piedmont(utterance: Utterance, land: PlaceEntry, thing: tuple[int, int]) -> bool:
    """The region of Italy, not the foothills of something: "le Piémont italien"."""
    return land.country == "IT" and utterance.folded[slice(*thing)] == "piemont"


def _across(utterance: Utterance, land: Located) -> Located | None:
    """The land on the other side of a border told by a double adjective: "Franco-Spanish", "tchado-soudanaise", "French and Spanish"."""
    word = _HALF.search(utterance.folded, 0, land.bare[0])
    home_id = first_half(utterance.text[slice(*word.span(1))]) if word else None
    entry = place(home_id) if home_id else None
    if word is None or entry is None:
        return None
    told = replace(as_place(entry, utterance=utterance), relation="border_between", span=utterance.span(*word.span(1)))
    return Located(place=told, homonyms=(entry,), start=word.start(1), end=land.end, bare=word.span(1))


def is_an_adjective(folded: str, match: PlaceMatch, lands: Sequence[Located]) -> bool:
    """Whether a name of the gazetteer is only a land's adjective where it stands, or a part or a slip of one: the Sierra of "Sierra Leonean"."""
    for land in lands:
        start, end = land.bare
        more = folded[match.start : max(start, match.start)] + folded[min(end, match.end) : match.end]
        overlap = match.start < end and start < match.end
        if not overlap and land.start <= match.start and match.end <= land.end:
            return True  # the thing: the Littoral of "littoral ghanéen"
        if overlap and (not more or (match.score < 1 and _SMALL.fullmatch(more))):
            return match.best.id != land.homonyms[0].id
    return False


def alongside(folded: str, located: Sequence[Located], lands: Sequence[Located]) -> list[Located]:
    """The places with the lands that stand in one list with them: "the Hungarian plain and Lake Balaton"."""
    listed = [
        land
        for land in lands
        if not any(item.bare[0] < land.bare[1] and land.bare[0] < item.bare[1] for item in located)
        and any(
            _AND.fullmatch(folded[item.end : land.start]) or _AND.fullmatch(folded[land.end : item.start])
            for item in located
        )
    ]
    return sorted((*located, *listed), key=lambda item: item.bare)


def the_one_said(folded: str, located: Sequence[Located]) -> list[Located]:
    """ "Cordoba … the Argentine one": the homonym in the land whose adjective tells which one is meant."""
    lands: list[PlaceEntry] = []
    kept = list(located)
    for match in _THE_ONE.finditer(folded):
        named = [item for item in kept if item.bare[1] <= match.start()]
        of = home(match["en"] or match["fr"])
        land = place(of) if of else None
        if land and any(_in(item, land) for item in named):
            lands.append(land)
            kept = [item for item in kept if not match.start() <= item.bare[0] < match.end()]
    return [next((meant for land in lands if (meant := _in(item, land))), item) for item in kept]


def _in(item: Located, land: PlaceEntry) -> Located | None:
    """The place as its namesake in a land; None where none lies there."""
    bearers = (*item.homonyms, *lookup(item.place.name)) if item.homonyms else ()
    meant = next((entry for entry in bearers if inside(entry, land)), None)
    return replace(item, homonyms=(meant,)) if meant else None


def _adjectives(utterance: Utterance) -> Iterator[tuple[int, int, PlaceEntry]]:
    """Every adjective of a land with where it stands, the longest first; in English it has a capital where others have."""
    words = list(_WORD.finditer(utterance.text))
    flat = utterance.language == "fr" or utterance.text.islower()
    past = 0
    for n, word in enumerate(words):
        if word.start() < past or not leads(word[0]):
            continue
        for last in range(min(n + LONGEST, len(words)) - 1, n - 1, -1):
            start, end = word.start(), words[last].end()
            gaps = (utterance.text[words[i].end() : words[i + 1].start()] for i in range(n, last))
            joined = all(_JOINED.fullmatch(gap) for gap in gaps) and (flat or not utterance.text[start:end].islower())
            name = home(utterance.text[start:end]) if joined else None
            if name and (entry := place(name)):
                yield start, end, entry
                past = end
                break


def _after(folded: str, start: int, end: int, measured: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the thing begins that the adjective before it places."""
    for stop in (end + 1, (gap.end() if (gap := _THEN.match(folded, end)) else end)):
        if folded[end : end + 1] == " " and (thing := _THING.match(folded, stop)):
            return thing.span()
        if any(begin == stop > end for begin, _ in measured):
            return stop, stop
    return None


def _before(folded: str, start: int, end: int, measured: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the thing stands that the adjective behind it places: right before it, or one word or one more land away."""
    words = folded[:start].rstrip(" -").split(" ")
    for left_out in range(3):
        kept = " ".join(words[: len(words) - left_out])
        if left_out == 2 and words[-1] not in ("et", "ou"):
            break
        if thing := _CHOSE.search(kept):
            return thing.span()
        if kept and any(stop == len(kept) for _, stop in measured):
            return len(kept), len(kept)
    return None


def _relation(before: str, thing: str) -> str | None:
    """How the land is meant: its coast, off it, its border, or all of it."""
    return next((name for name, lead, nouns in _RELATIONS if re.fullmatch(nouns, thing) and lead.search(before)), None)
