"""What scenes must satisfy besides place and time: cloud, orbit, tile, polarisation, mode, number and order (contract, `filters`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from conductor.composer.text.calendar_words import number
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.cover import clear_words, read_cover
from conductor.composer.what.ordering import read_order
from conductor.composer.what.thresholds import Bound

_THINGS = (
    r"(?:images?|scenes?|acquisitions?|granules?|items?|results?|datasets?|products?|files?|passes|shots?|pictures?|"
    r"records?|tiles?|elements?|tuiles?|resultats?|produits?|jeux|fichiers?|passages?|vues?|tuiles?|carreaux|dalles?|cliches?|prises de vues?|ones)"
)
_MANY = (
    r"(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|une?|deux|trois|quatre|cinq|"
    r"sept|huit|neuf|dix|vingt|a dozen|half a dozen|a couple of|une douzaine|une dizaine|une demi-douzaine|une quinzaine|une vingtaine)"
)
FIRST_YEAR, LAST_YEAR = 1900, 2100  # a number between is no number of scenes
_COUNTS = {

    "a dozen": 12, "half a dozen": 6, "a couple of": 2, "une douzaine": 12, "une dizaine": 10, "une demi-douzaine": 6, "une quinzaine": 15,
    "une vingtaine": 20,
}  # fmt: skip
# "at most 10 metres" bounds a size
_NO_UNIT = r"(?! ?(?:m|metres?|meters?|cm|km|%|per ?cent|pour ?cents?|degr\w*|/)\b)(?! ?[%/])"
_RANK = (
    r"(?:first|top|last|latest|best|clearest|cloudiest|newest|oldest|most recent|least cloudy|most cloudy|"
    r"lowest[- ]cloud|cloud[- ]?free?st)"
)
_RANG = (
    r"(?:premiere?s?|dernieres?|derniers?|meilleure?s?|plus recente?s?|plus anciennes?|moins nuageu(?:x|ses?)|"
    r"plus claires?|plus nuageu(?:x|ses?))"
)
_LIMITS = (
    re.compile(
        rf"\b{_RANK} {_MANY}\b{_NO_UNIT}(?! ?°)(?! (?:years?|months?|days?|weeks?|decades?|winters?|summers?|degrees?|weeks|hours?|"
        r"quarters?|seasons?|springs?|autumns?|falls|centur(?:y|ies)))"),
    re.compile(rf"\b{_MANY} {_RANK}\b(?! (?:whole |full |complete |calendar )?(?:years?|months?|days?|weeks?|decades?|winters?|summers?))"),
    re.compile(rf"\b(?:les|aux|des) {_MANY} {_RANG}\b(?! (?:annees?|ans|mois|jours?|semaines?|decennies?|siecles?|hivers?|etes?|saisons?|printemps|automnes?))"),
    re.compile(rf"\b(?:les|aux|des) {_MANY} {_THINGS} (?:\S+ ){{0,4}}?(?:les )?{_RANG}\b"),
    re.compile(rf"(?<![\w/.,])(?!une? ){_MANY} (?:of (?:them|those) |d'entre (?:elles|eux) )?(?:at most|max(?:imum)?|au (?:plus|maximum)|tops)(?![\w ]*(?:%|cloud|nuage))"),
    re.compile(r"(?<=, )max(?:imum)? (one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)(?=\W*$|\s*[,;.])"),
    re.compile(r"(?:^|[,;(] ?|(?<![a-z]) )(?:(?:at |au )?max(?:imum)?|limit(?:e)?|top|at most|no more than|up to|au plus|pas plus de|not more than) ?\.?:? ?(\d{1,4})(?= ?(?:$|[,;.)!?]))(?!\.\d)"),
    re.compile(rf"\b{_MANY} {_THINGS} (?:max(?:imum)?|at most|au (?:plus|maximum))\b"),
    re.compile(
        rf"(?:\b(?:no|not)|n't(?: \w+){{1,3}}|\bpas(?: \w+)?) (?:more than|plus de|plus d') ?{_MANY}(?= ?(?:$|[,;.)!?]|{_THINGS}))"),
    re.compile(rf"\b(?:say|disons|let's say|mettons),? {_MANY}(?= ?(?:$|[,;.)!?]|{_THINGS}))"),
    re.compile(rf"\b(une|one|a)(?: seule| single) (?:\S+ ){{0,2}}?{_THINGS}\b"),
    re.compile(rf"\b({'|'.join(_COUNTS)})(?: of| de| d')? (?:\S+ ){{0,4}}?{_THINGS}\b"),
    re.compile(
        r"\b(?:limit(?:e|ed|ee)?(?: to| a| it to| the results to)?|at most|up to|no more than|maximum(?: of| de)?|"
        rf"max|au plus|pas plus de|only|just|seulement|juste) (?:the )?(?:les )?{_MANY}\b{_NO_UNIT} (?:\S+ ){{0,3}}?{_THINGS}\b"),
    re.compile(
        rf"\b(?:limit(?:e|ed|ee|er|ez)?)(?: the results| les resultats)?(?: to| a|:| =|=)? ?{_MANY}\b(?! ?(?:km|%|"
        r"m\b))"),
    re.compile(
        r"\b(?:show|give|find|get|list|fetch|return|need|want|grab|send|donne|montre|trouve|affiche|liste|besoin de|faut|veux|voudrais|cherche|envoie)(?: me|-moi|z-moi)? (?:only |"
        rf"just |seulement )?(?:the |les )?(?!une? ){_MANY} (?:\S+ ){{0,3}}?{_THINGS}\b"),

    re.compile(r"\b(une?) seule?(?=\W*$|\s*[,;.])|\bthe (single) best one\b"),
)  # fmt: skip
_ONLY_ONE = re.compile(
    r"\b(?:only|just) one(?=\W*$|\s*[,;.])|\b(?:juste|seulement|uniquement|just|only) (?:the|la|le) (?:very )?(?:best|clearest|latest|newest|oldest|meilleure?|plus (?:recente?|claire?|degagee?|ancienne?|vieille)|derniere?|moins nuageuse?)(?: one)?(?=\W*$)"
)
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?<!sentinel )(?<!landsat )(?<!level )(?<!niveau )(?<!collection ){_MANY} (?:\S+ ){{0,2}}?{_THINGS}\b"
)
_SINGLE = re.compile(
    r"\b(?:the |la |le |l')?(?:latest|most recent|newest|last|clearest|cloudiest|best|least cloudy|most cloudy|"
    r"oldest|earliest|(?<=the )(?:very )?first|(?<=la )(?:toute )?premiere|(?<=le )(?:tout )?premier|derniere?|plus (?:recente?|ancienne?|vieille|vieux|claire?|degagee?)|moins nuageuse?|meilleure?) (?:available |possible |"
    r"and \w+ )?(?:\S+[- ]){0,4}?(image|scene|acquisition|granule|picture|photo|shot|pass|passage|vue|overpass|cliche)\b|"
    r"(?:\b(?:l'|la |le )|^\W*)(?:unique |seule )?(image|photo|prise de vue|passage|cliche|scene|acquisition|vue) (?:\S+ ){0,5}?(?:la |le )?(?:plus recente?|"
    r"plus claire|plus degagee?|moins nuageuse|plus ancienne|plus vieille|plus nuageuse)\b|\b(?:the )?(single) (?:best|"
    r"clearest)\b|\bjust (one) (?:image|scene)\b|"
    r"\b(?:the|l'|la) ?(image|scene|acquisition|picture) (?:\S+ ){0,6}?(?:with|avec) (?:the |le )?(?:highest|lowest|least|most|fewest|plus|moins)\b"
)
_ORBIT = re.compile(
    r"\b(ascending|ascendante?s?|montante?s?|asc|descending|descendante?s?|desc)\b(?!\.? (?:order|sort))"
)
_SORTED_BEFORE = re.compile(r"\b(?:orders?|sort\w*|tri\w*|dates?|cloud\w*|by|par|ordre)[ a-z:(]{0,18}$")
_SORTED_AFTER = re.compile(r" (?:order|dates?|time|cloud\w*|sort)\b")
_RELATIVE_ORBIT = re.compile(
    r"\b(?:relative orbit|orbite relative|rel\.? orbit|track|piste|trace(?= \d)|orbit(?:e)?(?: (?:asc|desc)\w*| montante)?(?: number| no\.?| numero| n°)?)(?: number|"
    r" no\.?| numero| n°)? ?#?[:=]? ?r?(\d{1,3})\b|\b(?:track|orbite?|path)? ?\br(?=\d{3}\b)(\d{3})\b(?!r)"
)
_TILE = re.compile(r"\b(?:t(?:ile|uile)?s? ?)?t?(?<!\d)((?P<zone>\d{1,2})[c-hj-np-x][a-hj-np-z][a-hj-np-v])\b")
_PATH_ROW = re.compile(
    r"\b(?:path|chemin)[ /=:]*(\d{1,3})\b(?:\W{0,3}(?:and |et )?(?:row|rangee|ligne)[ /=:]*(\d{1,3})\b)?|"
    r"\b(?:path ?[/-] ?row|wrs-?2?(?: tile)?|p/r)[ :=]*(\d{1,3}) ?[/,-] ?(\d{1,3})\b|\bp(\d{3})r(\d{3})\b"
)
_ROW_PATH = re.compile(
    r"\b(?:row|rangee|ligne)[ /=:]*(\d{1,3})\b\W{0,3}(?:and |et )?(?:path|chemin|trace)[ /=:]*(\d{1,3})\b"
)
_POLARISATION = re.compile(r"\b(vv|vh|hh|hv)\b")
_DUAL = re.compile(
    r"\bdual[- ]pol(?:ari[sz]\w*)?\b|\b(?:double|bi|deux|both)[- ]?polari[sz]ations?\b|\bbipolari[sz]ation\b"
)
_QUAD = re.compile(
    r"\b(?:full(?:y)?|quad|quadruple|quadri)[- ]?pol(?:ari[sz]\w*|arimetric\w*)?\b|\b(?:full|all four|quadruple|toutes les|les quatre) polari[sz]ations?\b|"
    r"\bpolari[sz]ations? (?:complete|totale|quadruple)s?\b|\bentierement polarimetriques?\b"
)
_POLARISATION_WORDS = re.compile(r"\b((?:vertical|horizontal)e?[-/ ]+(?:vertical|horizontal)e?)\b")
_MODE = re.compile(
    r"\b(iw|ew|sm|wv)\b(?=[ ,.;)]|$)|\b(interferometric wide(?: swath)?|interferometrique large|interferometrie large|extra[- ]?(?:wide|large)(?: swath| fauchee)?|stripmap|wave mode)\b"
)
_MODES = {"inte": "IW", "extr": "EW", "stri": "SM", "wave": "WV"}
_DAYTIME = re.compile(
    r"\b(night(?:-?time)?s?|nocturnes?|de nuit|la nuit|at night|daytime|daylight|day[- ]?(?:time)?[- ]only|only day|day (?:scenes?|images?|passes|acquisitions?)|diurnes?|de jour)\b(?! (?:mask|precip\w*|"
    r"max\w*|min\w*))"
)
_NUMBER_M = r"(\d{1,9}(?:[.,]\d{1,9})?) ?-?(m|meters?|metres?|cm|km)"
_BOUND_WORDS = (
    r"(?:of|at|de|d'|is|are|a|size|taille|au|be|better than|finer than|below|under|less than|smaller than|no (?:larger|bigger|coarser|more) than|not (?:larger|bigger|coarser) than|up to|at most|max(?:imum)?|"
    r"at least|au moins|au plus|meilleure que|plus fins? que|inferieure?s? (?:ou egale?s? )?a|plus petits? que|pas plus (?:grande?s? que|de|d')|sous|<=?|superieure a)"
)
_SEEN_BY = r"(?:worldview\S*|pleiades\S*|spot\S*|planet\w*|skysat|naip|sentinel\S*|landsat\S*|optical|optiques?|satellites?|aerial|aeriennes?|radar|sar|commercial|multispectral\w*)"
_RESOLUTION = re.compile(
    r"\b(?:resolution|resolutions|pixels?|pixel size|taille de pixel|gsd|ground sampl(?:e|ing) distance|spatial resolution|resolution spatiale)(?: imagery| images?| data)?"
    rf"(?:[ (]+{_BOUND_WORDS})* ?(?:<=?|=|:)? ?{_NUMBER_M}\b|"
    r"\b(?:images?|imagery|imagerie|scenes?|photos?|donnees|data) (?:at|a|en|with|avec) (\d{1,3}(?:[.,]\d)?) ?-?(cm|m)\b(?! (?:(?:of|from|around|autour|du|de|des) (?!resolution)|d'|(?:the |la |le |l')?(?:coast|cote|altitude|elevation|sea|mer|depth|profondeur|above|below|au-dessus|sous)))|"
    rf"(?:images?|imagery|imagerie|scenes?|photos?|optiques?|optical)(?: [a-z]+){{0,2}} (?:a |at |of |de |with )?(?:moins de|under|below|less than|sous|finer than|<) ?{_NUMBER_M}\b(?! (?:(?:of|from|around|autour|du|de|des) (?!resolution)|d'|(?:the |la |le |l')?(?:coast|cote|altitude|elevation|sea|mer|depth|profondeur)))|"
    rf"\b(?:better than|finer than|sharper than|higher than|plus fine?s? que|meilleure?s? que|plus precise?s? que|mieux qu[e']|sub-?) ?{_NUMBER_M}\b(?: (?:resolution|pixels?|gsd|de resolution))?|"
    rf"\b{_NUMBER_M} (?:or (?:better|finer|less) )?(?:spatial )?(?:(?:{_SEEN_BY} ){{1,2}}(?:imagery|images?|scenes?|data)|resolution|pixels?|gsd|imagery|images?|imagerie|or (?:better|finer)|ou mieux|de resolution)(?: (?:or|ou) (?:better|finer|less|mieux|moins))?"
)
# the size of a pixel told by its order
_ORDER_OF_SIZE = re.compile(
    r"\bresolution (?:sub|infra)?(decametrique|decimetrique|metrique|hectometrique|kilometrique)|\b(?:(metre|meter|kilometre|kilometer))-(?:scale|class) (?:resolution|imagery|images?|data)\b"
)
_SIZES = {"dec": 10.0, "deci": 0.1, "met": 1.0, "hec": 100.0, "kil": 1000.0}
_SUBMETRE = re.compile(r"\b(?:sub|infra)-?met(?:re|er|ric|rique)\w*\b|\bsubmetrique\w*\b")
_METRES = {"c": 0.01, "k": 1000.0, "m": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterReading:
    """Filters with the stretches they were read from; `clear_words` is the cloud ceiling that words alone gave."""

    filters: Mapping[str, Any]
    spans: tuple[tuple[int, int], ...] = ()
    clear_words: int | None = None
    clear_said: str = ""
    clouds: tuple[Bound, ...] = ()


def read_filters(utterance: Utterance, bounds: tuple[Bound, ...], *, radar: bool, imagery: bool) -> FilterReading:
    """Read every filter; `bounds` are the text's thresholds, `radar` lets polarisations and modes count, `imagery` scene words."""
    folded = utterance.folded
    filters: dict[str, Any] = {}
    spans: list[tuple[int, int]] = []
    clouds = read_cover(folded, bounds, filters, spans)
    clear, said = clear_words(folded, filters)
    for read in (_order, _limit, _orbit, _grid, _resolution):
        spans += read(folded, filters)
    if radar:
        spans += _radar(folded, filters)
    if imagery and (match := _DAYTIME.search(folded)):
        filters["daytime"] = ["night" if re.search("n(?:igh|oct|uit)", match[0]) else "day"]
        spans.append(match.span())
    return FilterReading(filters=filters, spans=tuple(spans), clear_words=clear, clear_said=said, clouds=clouds)


def _order(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    if found := read_order(folded):
        filters["sort"], span = found
        yield span


def _limit(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for said in (m for pattern in _LIMITS if (m := pattern.search(folded))):
        count = _COUNTS.get(said[1]) or number(said[1])
        if count is not None and FIRST_YEAR <= count <= LAST_YEAR:  # "May 2026 max 20"
            continue
        filters["limit"] = count
        yield said.span()
        return
    counted = _COUNTED.search(folded) if "sort" in filters else None
    many = (_COUNTS.get(counted[1]) or number(counted[1])) if counted else None
    if counted and many and not FIRST_YEAR <= many <= LAST_YEAR:
        filters["limit"] = many
        yield counted.span()
    elif match := _ONLY_ONE.search(folded):
        filters["limit"] = 1
        yield match.span()
    elif match := _SINGLE.search(folded):
        filters["limit"] = 1
        filters.setdefault(
            "sort",
            "+eo:cloud_cover"
            if re.search(r"\b(?:best|meilleure?|moins nuageuse?)\b", match[0])
            else "+datetime"
            if re.search(r"\b(?:oldest|earliest|first|premiere?|plus (?:ancienne?|vieille|vieux))\b", match[0])
            else "-datetime",
        )


def _orbit(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    states = {
        "ascending" if m[0].startswith(("asc", "mont")) else "descending": m.span()
        for m in _ORBIT.finditer(folded)
        if not _SORTED_BEFORE.search(folded[: m.start()]) and not _SORTED_AFTER.match(folded[m.end() :])
    }
    if states:
        filters["orbit_state"] = sorted(states)
        yield from states.values()
    if match := _RELATIVE_ORBIT.search(folded):
        filters["relative_orbit"] = int(match[1] or match[2])
        yield match.span()


def _grid(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    tiles = [m for m in _TILE.finditer(folded) if 1 <= int(m["zone"]) <= 60]
    if tiles:
        filters["mgrs_tile"] = list(dict.fromkeys(m[1].upper() for m in tiles))
        yield from (m.span() for m in tiles)
    if match := _ROW_PATH.search(folded):
        filters["wrs_path"], filters["wrs_row"] = int(match[2]), int(match[1])
        yield match.span()
    elif match := _PATH_ROW.search(folded):
        path, row = ([g for g in match.groups() if g] + [None])[:2]
        filters["wrs_path"] = int(path or 0)
        if row:
            filters["wrs_row"] = int(row)
        yield match.span()


def _resolution(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    if match := _RESOLUTION.search(folded):
        value, unit = (g for g in match.groups() if g)
        filters["resolution_max"] = (
            float(value.replace(",", ".")) * _METRES[unit[0] if unit not in ("m", "meters") else "m"]
        )
        yield match.span()
    elif match := _SUBMETRE.search(folded):
        filters["resolution_max"] = 1.0
        yield match.span()
    elif match := _ORDER_OF_SIZE.search(folded):
        word = match[1] or match[2]
        filters["resolution_max"] = _SIZES["deci" if word.startswith("deci") else word[:3]]
        yield match.span()


def _radar(folded: str, filters: dict[str, Any]) -> Iterator[tuple[int, int]]:
    found = [*_POLARISATION.finditer(folded), *_POLARISATION_WORDS.finditer(folded)]
    if found:
        written = ("".join(word[0] for word in re.split(r"[-/ ]+", m[1])) if len(m[1]) > 2 else m[1] for m in found)
        filters["polarizations"] = list(dict.fromkeys(name.upper() for name in written))
        yield from (m.span() for m in found)
    for polarisations, pattern in ((["HH", "HV", "VH", "VV"], _QUAD), (["VV", "VH"], _DUAL)):
        if not found and "polarizations" not in filters and (said := pattern.search(folded)):
            filters["polarizations"] = polarisations
            yield said.span()
    if match := _MODE.search(folded):
        filters["instrument_mode"] = [match[1].upper() if match[1] else _MODES[match[2][:4]]]
        yield match.span()
