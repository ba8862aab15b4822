"""What scenes must satisfy besides place and time: cloud, orbit, tile, polarisation, mode, number and order (contract, `filters`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conductor.composer.text.utterance import Utterance
from conductor.composer.what.cover import clear_words, read_cover
from conductor.composer.what.limits import read_limit
from conductor.composer.what.ordering import read_order
from conductor.composer.what.resolution import read_resolution
from conductor.composer.what.thresholds import Bound
from connectors.vocabulary.patterns import Pattern

_ORBIT = Pattern(r"\b(ascending|ascendante?s?|montante?s?|asc|descending|descendante?s?|desc)\b(?!\.? (?:order|sort))")
_SORTED_BEFORE = Pattern(r"\b(?:orders?|sort\w*|tri\w*|dates?|cloud\w*|by|par|ordre)[ a-z:(]{0,18}$")
# radiation, air and currents rise and descend too
_FLUX_BEFORE = Pattern(
    r"\b(?:rayonnements?|infrarouges?|radiations?|flux(?:es)?|air|courants?|longues?|courtes?|onde|longwave|shortwave|mouvements?|motion|velocity|solaire)\s$"
)
_SORTED_AFTER = Pattern(r" (?:order|dates?|time|cloud\w*|sort)\b")
_NUMBERED = r"(?: ?(?:number|no\.?|nr\.?|num\.?|numero|n°|#|of|is|equals?|de|est|[:=]))*"
_RELATIVE_ORBIT = Pattern(
    rf"\b(?:(?:relative|rel\.?) orb(?:its?)?|orb(?:ite?s?)?\.? (?:relatives?|rel\.?)|relorb|ron|orbit track|track|piste|(?<!\ba )(?<!\bai )(?<!\bas )(?<!ont )(?<!avons )(?<!avez )(?<!avait )(?<!avaient )(?<!ayant )(?<!ete )trace(?= \d)|orbite?(?: (?:asc|desc)\w*| montante)?){_NUMBERED} ?r?(\d{{1,3}})\b(?![ .,]\d{{3}}\b)(?! ?(?:%|km|m|days?|jours?|images?|scenes?)\b)|"
    r"\b(?:track|orbite?|path)? ?\br(?=\d{3}\b)(\d{3})\b(?!r)"
)
_TILE = Pattern(r"\b(?:t(?:ile|uile)?s? ?)?t?(?<!\d)(?!3dep\b)((?P<zone>\d{1,2})[c-hj-np-x][a-hj-np-z][a-hj-np-v])\b")
_PATH = r"(?:path|chemin|trace|trajectoire|colonne|track|orbite)"
_ROW = r"(?:row|rangee|ligne|rang)"
_IS = r"[ /=:]*(?:(?:is|est|equals?|number|numero|no\.?|n°)[ =:]*)?"
_PATH_ROW = Pattern(
    rf"\b{_PATH}{_IS}(\d{{1,3}})\b\W{{0,3}}(?:and |et )?(?:the |le |la |whose )?{_ROW}{_IS}(\d{{1,3}})\b|\b(?:path|chemin)[ /=:]*(\d{{1,3}})\b|"
    r"\b(?:path ?[/-] ?row|wrs-?2?(?: tile)?|p/r)[ :=]*(\d{1,3}) ?[/,-] ?(\d{1,3})\b|\bp(\d{2,3})[ /,_-]{0,2}r(\d{2,3})\b"
)
_ROW_PATH = Pattern(
    rf"\b{_ROW}{_IS}(\d{{1,3}})\b\W{{0,3}}(?:and |et |of |du |de la |on )?(?:the |le |la )?{_PATH}{_IS}(\d{{1,3}})\b"
)
_POLARISATION = Pattern(r"\b(vv|vh|hh|hv)\b")
_DUAL = Pattern(
    r"\bdual[- ]pol(?:ari[sz]\w*)?\b|\b(?:double|bi|deux|both)[- ]?polari[sz]ations?\b|\bbipolari[sz]ation\b"
)
_QUAD = Pattern(
    r"\b(?:full(?:y)?|quad|quadruple|quadri)[- ]?pol(?:ari[sz]\w*|arimetric\w*)?\b|\b(?:full|all four|quadruple|toutes les|les quatre) polari[sz]ations?\b|"
    r"\bpolari[sz]ations? (?:complete|totale|quadruple)s?\b|\bentierement polarimetriques?\b"
)
_POLARISATION_WORDS = Pattern(r"\b((?:vertical|horizontal)e?[-/ ]+(?:vertical|horizontal)e?)\b")
_MODE = Pattern(
    r"\b(iw|ew|sm|wv)\b(?=[ ,.;)]|$)|\b(interferometric wide(?: swath)?|(?:fauchee |bande )?large interferometrique|interferometrique large|interferometrie large|extra[- ]?(?:wide|large)(?: swath| fauchee)?|strip[- ]?map|wave mode|mode (?:wave|vague))\b"
)
_MODES = {
    "inte": "IW",
    "larg": "IW",
    "fauc": "IW",
    "band": "IW",
    "extr": "EW",
    "stri": "SM",
    "wave": "WV",
    "mode": "WV",
}
_DAYTIME = Pattern(
    r"\b((?<!tropical )(?<!hot )(?<!warm )(?<!cold )(?<!polar )night(?:-?time)?s?|after dark|overnight(?= (?:passes|overpasses|images?|scenes?|acquisitions?))|nocturn(?:es?|al)|de nuit|la nuit|daytime|daylight|day[- ]?(?:time)?[- ]only|only day|day[- ]?time|(?<=, )le jour(?=\W*$|\s*[,;])|en plein jour|day (?:scenes?|images?|(?:over)?passes|acquisitions?)|during (?:the )?day|"
    r"(?<=[,;(] )by day(?=\W*$)|(?<=taken )by day|(?<=acquired )by day|(?<=captured )by day|(?<=shot )by day|(?<=prises )le jour|(?<=acquises )le jour|^\W*(?:only )?by day(?=\W*$)|diurnes?|de jour|(?:pendant|durant) (?:la journee|le jour)|en journee)\b(?! (?:mask|precip\w*|max\w*|min\w*|(?:a|en) jour))"
)
# the names of missions, whose numbers count no scenes
_MISSION = Pattern(r"\b(?:sentinel|landsat|noaa|goes|terra|spot|collection|level|niveau|[sl])[- ]?\d{1,2}[a-d]?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterReading:
    """Filters with the stretches they were read from; `clear_words` is the cloud ceiling that words alone gave, `left` bounds something else."""

    filters: Mapping[str, Any]
    spans: tuple[tuple[int, int], ...] = ()
    clear_words: int | None = None
    clear_said: str = ""
    clouds: tuple[Bound, ...] = ()
    left: tuple[Bound, ...] = ()


def read_filters(
    utterance: Utterance, bounds: tuple[Bound, ...], *, radar: bool, imagery: bool, scenes: bool = True
) -> FilterReading:
    """Read every filter of the text, whose thresholds are `bounds`.

    `radar` lets polarisations and modes count, `imagery` words for day and night, `scenes` clouds and snow, which otherwise are measured.
    """
    folded = utterance.folded
    filters: dict[str, Any] = {}
    spans: list[tuple[int, int]] = []
    clouds: tuple[Bound, ...] = ()
    clear, said = None, ""
    missions = [m.span() for m in _MISSION.finditer(folded)]
    if scenes:
        clouds = read_cover(_blanked(folded, missions), bounds, filters, spans)
    free = _blanked(folded, spans)
    order = list(_order(free, filters, scenes=scenes))
    if scenes:
        clear, said = clear_words(_blanked(folded, order), filters)
        spans += [(at, at + len(said)) for at in [folded.find(said)] if said and at >= 0]
    spans += order
    grid = list(_grid(folded, filters))
    spans += read_limit(_blanked(free, [*missions, *grid]), filters)  # "row 62 scenes" are not 62 scenes
    spans += grid
    spans += read_resolution(folded, filters)
    spans += _orbit(folded, filters, order)
    if radar:
        spans += _radar(folded, filters)
    if imagery and (match := _DAYTIME.search(folded)):
        filters["daytime"] = ["night" if re.search("n(?:igh|oct|uit)|dark", match[0]) else "day"]
        spans.append(match.span())
    return FilterReading(filters=filters, spans=tuple(spans), clear_words=clear, clear_said=said, clouds=clouds)


def scene_terms(folded: str) -> list[tuple[int, int]]:
    """Where orders, pixel sizes and orbits are told, whose words are no places: "en tête", "2 ft resolution", "orb. rel. 88"."""
    found, orbit = read_order(folded), _RELATIVE_ORBIT.search(folded)
    return [*([found[1]] if found else []), *([orbit.span()] if orbit else []), *read_resolution(folded, {})]


def _blanked(folded: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with some stretches made one word that says nothing."""
    for start, end in spans:
        folded = folded[:start] + "¤" * (end - start) + folded[end:]
    return folded


def _order(folded: str, filters: dict[str, Any], *, scenes: bool) -> Iterator[tuple[int, int]]:
    found = read_order(folded)
    if found and (scenes or "cloud" not in found[0]):
        filters["sort"], span = found
        yield span


def _orbit(folded: str, filters: dict[str, Any], order: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    states = {
        "ascending" if m[0].startswith(("asc", "mont")) else "descending": m.span()
        for m in _ORBIT.finditer(folded)
        if not _SORTED_BEFORE.before(folded, m.start())
        and not _FLUX_BEFORE.before(folded, m.start())
        and not _SORTED_AFTER.match(folded[m.end() :])
        and not any(start <= m.start() < end for start, end in order)
    }
    if states:
        filters["orbit_state"] = sorted(states)
        yield from states.values()
    if "wrs_row" not in filters and (match := _RELATIVE_ORBIT.search(folded)):
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
