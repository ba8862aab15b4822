"""What scenes must satisfy besides place and time: cloud, orbit, tile, polarisation, mode, number and order (contract, `filters`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from conductor.composer.calendar_words import number
from conductor.composer.ordering import read_order
from conductor.composer.thresholds import Bound
from conductor.composer.utterance import Utterance

_CLOUD = (
    r"(?:clouds?|cloud[- ]?cover(?:age)?|cloudiness|cloudy|nuages?|nuageuses?|nuageux|nebulosite|couverture nuageuse|"
    r"couvert nuageux|ennuagement|cc)"
)
_SNOW = r"(?:snow(?: cover(?:age)?)?|neige|enneigement|couverture (?:neigeuse|de neige))"
_CLEAR = re.compile(
        r"\b(?:cloud[- ]?(?:free|less)|clear[- ]sky|no clouds?(?! (?:constraint|filter|limit|restriction|condition|preference|requirement|issue|bound|criteri))|without (?:any )?clouds?|zero clouds?|"
        r"clear (?:\w+[- ]?\d?\w* ){0,3}(?:images?|imagery|scenes?|shots?|pictures?|views?|skies|sky|day|"
        r"acquisitions?|passes)|"
        r"(?:images?|scenes?|shots?|imagery) (?:that (?:are|is) )?(?:clear)\b|clear (?:one|ones)|"
        r"sans (?:aucun )?nuages?|zero nuages?|ciel (?:clair|degage)|(?<!plus )degagee?s?|claires? (?:images?|scenes?)|"
        r"(?:images?|scenes?|photos?|vues?) (?:(?!plus\b)\S+ ){0,2}(?<!plus )claires?)\b"
)  # fmt: skip
_FEW = re.compile(
    r"\b(?:few clouds|low cloud(?: cover(?:age)?)?|little cloud|mostly clear|not too cloudy|barely any clouds?|"
    r"peu (?:de nuages|nuageu(?:x|ses?))|faible (?:couverture nuageuse|nebulosite|ennuagement)|"
    r"minimal clouds?(?: cover)?)\b"
)
_BARE = re.compile(
    rf"\b(?:max(?:imum)? )?{_CLOUD}(?: (?:max(?:imum)?|limit|=|:|de|of|threshold))* ?:? ?(\d{{1,9}}(?:[.,]\d{{1,9}})?) ?(%|"
    r"percent|per cent|pour ?cents?)(?! ?(?:or more|ou plus|-))"
)
_MAX_BARE = re.compile(
    rf"(?:<=?|under|below|max) ?(\d{{1,3}}) ?%?cc\b|\bmax(?:imum)? {_CLOUD} ?(?:of|:|=)? ?(\d{{1,3}})\b(?! ?%)|(?<!- )(?<!\d )(?<![\d.,<>=])\b(\d{{1,9}}(?:[.,]\d{{1,9}})?) ?(?:%|percent|per cent|pour ?cents?) (?:of |de |d')?{_CLOUD}"
)
_PERCENT_RANGE = re.compile(
    rf"(?:between|entre) (\d+) ?%? (?:and|et|a) (\d+) ?(?:%|percent|pour ?cent)(?: de| of)? {_CLOUD}|"
    rf"{_CLOUD}(?: cover)? (?:between|entre|from|de) (\d+) ?%? (?:and|et|to|a|-) (\d+)(?: ?(?:%|percent|pour ?cent))?(?!\d| ?(?:km|m\b))|"
    rf"(?<![\d.])(\d+) ?%? ?(?:-|to|a) ?(\d+) ?(?:%|percent|pour ?cent)(?: de| of| d')? ?{_CLOUD}"
)
_THINGS = (
    r"(?:images?|scenes?|acquisitions?|granules?|items?|results?|datasets?|products?|files?|passes|shots?|pictures?|"
    r"records?|tiles?|resultats?|produits?|jeux|fichiers?|passages?|vues?|ones)"
)
_MANY = (
    r"(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|une?|deux|trois|quatre|cinq|"
    r"sept|huit|neuf|dix|vingt|a dozen|half a dozen|a couple of|une douzaine|une dizaine|une demi-douzaine)"
)
FIRST_YEAR, LAST_YEAR = 1900, 2100  # a number between is no number of scenes
_COUNTS = {
    "a dozen": 12,
    "half a dozen": 6,
    "a couple of": 2,
    "une douzaine": 12,
    "une dizaine": 10,
    "une demi-douzaine": 6,
}
_RANK = (
    r"(?:first|top|last|latest|best|clearest|cloudiest|newest|oldest|most recent|least cloudy|most cloudy|"
    r"lowest[- ]cloud)"
)
_RANG = (
    r"(?:premiere?s?|dernieres?|derniers?|meilleure?s?|plus recente?s?|plus anciennes?|moins nuageu(?:x|ses?)|"
    r"plus claires?|plus nuageu(?:x|ses?))"
)
_LIMITS = (
    re.compile(
        rf"\b{_RANK} {_MANY}\b(?! (?:years?|months?|days?|weeks?|decades?|winters?|summers?|degrees?|weeks|hours?|"
        r"quarters?))"),
    re.compile(rf"\b{_MANY} {_RANK}\b(?! (?:years?|months?|days?|weeks?|decades?|winters?|summers?))"),
    re.compile(rf"\b(?:les|aux|des) {_MANY} {_RANG}\b(?! (?:annees?|ans|mois|jours?|semaines?|decennies?|hivers?|etes?))"),
    re.compile(rf"\b(?:les|aux|des) {_MANY} {_THINGS} (?:\S+ ){{0,4}}?(?:les )?{_RANG}\b"),
    re.compile(rf"\b{_MANY} (?:of (?:them|those) |d'entre (?:elles|eux) )?(?:at most|max(?:imum)?|au (?:plus|maximum)|tops)(?![\w ]*(?:%|cloud|nuage))"),
    re.compile(r"(?:^|[,;(] ?|(?<![a-z]) )(?:(?:at |au )?max(?:imum)?|limit(?:e)?|top|at most|no more than|up to|au plus|pas plus de|not more than) ?\.?:? ?(\d{1,4})(?= ?(?:$|[,;.)!?]))"),
    re.compile(rf"\b{_MANY} {_THINGS} (?:max(?:imum)?|at most|au (?:plus|maximum))\b"),
    re.compile(
        rf"(?:\b(?:no|not)|n't(?: \w+){{1,3}}|\bpas(?: \w+)?) (?:more than|plus de|plus d') ?{_MANY}(?= ?(?:$|[,;.)!?]|{_THINGS}))"),
    re.compile(rf"\b(?:say|disons|let's say|mettons),? {_MANY}(?= ?(?:$|[,;.)!?]|{_THINGS}))"),
    re.compile(rf"\b(une|one|a)(?: seule| single) (?:\S+ ){{0,2}}?{_THINGS}\b"),
    re.compile(
        r"\b(?:limit(?:e|ed|ee)?(?: to| a| it to| the results to)?|at most|up to|no more than|maximum(?: of| de)?|"
        rf"max|au plus|pas plus de|only|just|seulement|juste) (?:the )?(?:les )?{_MANY} (?:\S+ ){{0,3}}?{_THINGS}\b"),
    re.compile(
        rf"\b(?:limit(?:e|ed|ee|er|ez)?)(?: the results| les resultats)?(?: to| a|:| =|=)? ?{_MANY}\b(?! ?(?:km|%|"
        r"m\b))"),
    re.compile(
        r"\b(?:show|give|find|get|list|fetch|return|need|want|grab|send|donne|montre|trouve|affiche|liste|besoin de|faut|veux|voudrais|cherche|envoie)(?: me|-moi|z-moi)? (?:only |"
        rf"just |seulement )?(?:the |les )?{_MANY} (?:\S+ ){{0,3}}?{_THINGS}\b"),
)  # fmt: skip
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?<!sentinel )(?<!landsat )(?<!level )(?<!niveau )(?<!collection ){_MANY} (?:\S+ ){{0,2}}?{_THINGS}\b"
)
_SINGLE = re.compile(
    r"\b(?:the |la |le |l')?(?:latest|most recent|newest|last|clearest|cloudiest|best|least cloudy|most cloudy|"
    r"oldest|earliest|derniere?|plus (?:recente?|ancienne?|claire?)|moins nuageuse?|meilleure?) (?:available |possible |"
    r"and \w+ )?(?:\S+[- ]){0,4}?(image|scene|acquisition|granule|picture|photo|shot|pass|passage|vue|overpass|cliche)\b|"
    r"(?:\b(?:l'|la |le )|^\W*)(image|photo|prise de vue|passage|cliche|scene|acquisition|vue) (?:\S+ ){0,5}?(?:la |le )?(?:plus recente?|"
    r"plus claire|moins nuageuse|plus ancienne|plus nuageuse)\b|\b(?:the )?(single) (?:best|"
    r"clearest)\b|\bjust (one) (?:image|scene)\b|"
    r"\b(?:the|l'|la) ?(image|scene|acquisition|picture) (?:\S+ ){0,6}?(?:with|avec) (?:the |le )?(?:highest|lowest|least|most|fewest|plus|moins)\b"
)
_ORBIT = re.compile(
    r"\b(ascending|ascendante?s?|montante?s?|asc|descending|descendante?s?|desc)\b(?!\.? (?:order|sort))"
)
_SORTED_BEFORE = re.compile(r"\b(?:orders?|sort\w*|tri\w*|dates?|cloud\w*|by|par|ordre)[ a-z:(]{0,18}$")
_SORTED_AFTER = re.compile(r" (?:order|dates?|time|cloud\w*|sort)\b")
_RELATIVE_ORBIT = re.compile(
    r"\b(?:relative orbit|orbite relative|rel\.? orbit|track|orbit(?:e)?(?: (?:asc|desc)\w*| montante)?(?: number| no\.?| numero| n°)?)(?: number|"
    r" no\.?| numero| n°)? ?#?:? ?(\d{1,3})\b"
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
    r"\b(iw|ew|sm|wv)\b(?=[ ,.;)]|$)|\b(interferometric wide(?: swath)?|extra wide(?: swath)?|stripmap|wave mode)\b"
)
_MODES = {"inte": "IW", "extr": "EW", "stri": "SM", "wave": "WV"}
_DAYTIME = re.compile(
    r"\b(night(?:-?time)?s?|nocturnes?|de nuit|la nuit|at night|daytime|daylight|day(?:time)?[- ]only|only day|day (?:scenes?|images?|passes|acquisitions?)|diurnes?|de jour)\b(?! (?:mask|precip\w*|"
    r"max\w*|min\w*))"
)
_NUMBER_M = r"(\d{1,9}(?:[.,]\d{1,9})?) ?-?(m|meters?|metres?|cm|km)"
_BOUND_WORDS = (
    r"(?:of|at|de|d'|is|are|a|size|taille|au|be|better than|finer than|below|under|less than|smaller than|no (?:larger|bigger|coarser|more) than|not (?:larger|bigger|coarser) than|up to|at most|max(?:imum)?|"
    r"at least|au moins|au plus|meilleure que|plus fins? que|inferieure?s? (?:ou egale?s? )?a|plus petits? que|pas plus (?:grande?s? que|de|d')|sous|<=?|superieure a)"
)
_SEEN_BY = r"(?:worldview\S*|pleiades\S*|spot\S*|planet\w*|skysat|naip|sentinel\S*|landsat\S*|optical|optiques?|satellites?|aerial|aeriennes?|radar|sar|commercial|multispectral\w*)"
_RESOLUTION = re.compile(
    r"\b(?:resolution|resolutions|pixels?|pixel size|taille de pixel|gsd|ground sampling distance|spatial resolution|resolution spatiale)(?: imagery| images?| data)?"
    rf"(?:[ (]+{_BOUND_WORDS})* ?(?:<=?|=|:)? ?{_NUMBER_M}\b|"
    rf"(?:images?|imagery|imagerie|scenes?|photos?|optiques?|optical)(?: [a-z]+){{0,2}} (?:a |at |of |de |with )?(?:moins de|under|below|less than|sous|finer than|<) ?{_NUMBER_M}\b(?! (?:(?:of|from|around|autour|du|de|des) (?!resolution)|d'|(?:the |la |le |l')?(?:coast|cote|altitude|elevation|sea|mer|depth|profondeur)))|"
    rf"\b(?:better than|finer than|sharper than|higher than|plus fine? que|meilleure? que|mieux qu[e']|sub-?) ?{_NUMBER_M}\b(?: (?:resolution|pixels?|gsd|de resolution))?|"
    rf"\b{_NUMBER_M} (?:or (?:better|finer|less) )?(?:spatial )?(?:(?:{_SEEN_BY} ){{1,2}}(?:imagery|images?|scenes?|data)|resolution|pixels?|gsd|imagery|images?|imagerie|or (?:better|finer)|ou mieux|de resolution)(?: (?:or|ou) (?:better|finer|less|mieux|moins))?"
)
_SUBMETRE = re.compile(r"\b(?:sub|infra)-?met(?:re|er|ric|rique)\w*\b|\bsubmetrique\w*\b")
_JOINED = re.compile(r"\s*(?:,|and|et|but|mais|or|ou|while|also|yet)+\s*(?:also |yet |a la fois )?")
_ENDED = re.compile(r"\s*(?:$|[^\w\s]|(?:at|en|in|a|both|and|et|for|over|from|pour|sur|only|please|simultane\w*)\b)")
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
    clouds = _cover(folded, bounds, _CLOUD, "cloud_cover", filters, spans)
    _cover(folded, bounds, _SNOW, "snow_cover", filters, spans)
    filters.pop("snow_cover_min", None)
    clear, said = _clear_words(folded, filters)
    for read in (_order, _limit, _orbit, _grid, _resolution):
        spans += read(folded, filters)
    if radar:
        spans += _radar(folded, filters)
    if imagery and (match := _DAYTIME.search(folded)):
        filters["daytime"] = ["night" if re.search("n(?:igh|oct|uit)", match[0]) else "day"]
        spans.append(match.span())
    return FilterReading(filters=filters, spans=tuple(spans), clear_words=clear, clear_said=said, clouds=clouds)


def _cover(
    folded: str, bounds: tuple[Bound, ...], noun: str, key: str, filters: dict[str, Any], spans: list[tuple[int, int]]
) -> tuple[Bound, ...]:
    """Bounds in per cent that stand beside the noun become `<key>_max` or `<key>_min`."""
    used: list[Bound] = []
    for bound in bounds:
        before, after = folded[max(0, bound.start - 34) : bound.start], folded[bound.end : bound.end + 26]
        nearest = re.search(rf"\b{noun}\b[^.;!?%\d]*$", before)
        other = _SNOW if noun == _CLOUD else _CLOUD
        beside = (
            nearest is not None
            and not re.match(rf"^ ?(?:of |de |d')?{other}\b", after)
            and not re.search(rf"\b{other}\b", nearest[0])
        ) or bool(
            re.match(
                rf"^ ?(?:[,-] ?)?(?:of |de |d'|in |total |max(?:imum)? |ou moins |or less |de couverture )*{noun}\b",
                after,
            )
        )
        joined = (
            bool(used) and bool(_JOINED.fullmatch(folded[used[-1].end : bound.start])) and bool(_ENDED.match(after))
        )
        beside = beside or joined
        if (
            bound.threshold.units not in ("%", "")
            or not beside
            or (
                bound.threshold.units == ""
                and not re.search(rf"\b{noun}\b\W*(?:cover\w* )?(?:\w+ )?$", before)
                and not re.match(rf"^ ?(?:of |de |d')?{noun}\b", after)
            )
        ):
            continue
        filters[f"{key}_max" if "<" in bound.threshold.op else f"{key}_min"] = bound.threshold.value
        spans.append((bound.start, bound.end))
        used.append(bound)
    if key == "cloud_cover" and not used:
        _bare_cover(folded, filters, spans)
    return tuple(used)


def _bare_cover(folded: str, filters: dict[str, Any], spans: list[tuple[int, int]]) -> None:
    if match := _PERCENT_RANGE.search(folded):
        low, high = (float(g) for g in match.groups() if g)
        filters["cloud_cover_min"], filters["cloud_cover_max"] = low, high
    elif match := _BARE.search(folded):
        filters["cloud_cover_max"] = float(match[1].replace(",", "."))
    elif match := _MAX_BARE.search(folded):
        filters["cloud_cover_max"] = float(next(g for g in match.groups() if g).replace(",", "."))
    if match:
        spans.append(match.span())


def _clear_words(folded: str, filters: dict[str, Any]) -> tuple[int | None, str]:
    """The ceiling that words alone give, and the words."""
    if "cloud_cover_max" in filters or "cloud_cover_min" in filters:
        return None, ""
    for pattern, ceiling in ((_CLEAR, 10), (_FEW, 20)):
        if match := pattern.search(folded):
            filters["cloud_cover_max"] = ceiling
            return ceiling, match[0]
    return None, ""


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
    if "sort" in filters and (match := _COUNTED.search(folded)):
        filters["limit"] = _COUNTS.get(match[1]) or number(match[1])
        yield match.span()
    elif match := _SINGLE.search(folded):
        filters["limit"] = 1
        filters.setdefault(
            "sort",
            "+eo:cloud_cover"
            if re.search(r"\b(?:best|meilleure?|moins nuageuse?)\b", match[0])
            else "+datetime"
            if re.search(r"\b(?:oldest|earliest|plus ancienne?)\b", match[0])
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
        filters["relative_orbit"] = int(match[1])
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
