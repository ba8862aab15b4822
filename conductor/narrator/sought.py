"""What was looked for, in words, and which sources were left out: what an empty result is told with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from conductor.answer import Finding
from conductor.narrator import names
from connectors.items import Item, SourceReport
from planners.plan import Plan

_FILTERS: Mapping[str, tuple[str, str]] = {
    "cloud_cover_max": ("cloud up to {} %", "nuages jusqu’à {} %"), "cloud_cover_min": ("cloud from {} %", "nuages dès {} %"),
    "snow_cover_max": ("snow up to {} %", "neige jusqu’à {} %"), "resolution_max": ("pixels of {} m at most", "pixels de {} m au plus"),
    "orbit_state": ("{} orbits", "orbites {}"), "relative_orbit": ("relative orbit {}", "orbite relative {}"),
    "mgrs_tile": ("tile {}", "tuile {}"), "wrs_path": ("WRS path {}", "WRS, trace {}"), "wrs_row": ("WRS row {}", "WRS, ligne {}"),
    "polarizations": ("polarisation {}", "polarisation {}"), "instrument_mode": ("mode {}", "mode {}"), "daytime": ("by {}", "de {}"),
}  # fmt: skip
_ORBITS = {"ascending": "ascendantes", "descending": "descendantes", "day": "jour", "night": "nuit"}
_UNSAID = frozenset({"models", "limit", "sort"})
_NOT_ASKED: Mapping[str, tuple[str, str]] = {
    "en": (
        "only what this machine holds was searched (`conductor holdings list`); {} source of the network was not asked",
        "only what this machine holds was searched (`conductor holdings list`); {} sources of the network were not asked",
    ),
    "fr": (
        "seul ce que garde cette machine a été cherché (`conductor holdings list`) ; {} source du réseau n’a pas été interrogée",
        "seul ce que garde cette machine a été cherché (`conductor holdings list`) ; {} sources du réseau n’ont pas été interrogées",
    ),
}


def sought(finding: Finding, language: str) -> str:
    """What a listing was asked for: quantity, collections, facets, filters, place and period."""
    quantity = (finding.quantity or {}).get("variable_id") or (finding.quantity or {}).get("name")
    parts = [str(quantity)] if quantity else []
    parts += [text for key, value in finding.conditions.items() for text in _condition(key, value, language)]
    parts += [names.place(finding.place, language)] if finding.place else []
    parts += [names.period(finding.period, language)] if finding.period else []
    return ", ".join(dict.fromkeys(parts)) or {"en": "the question", "fr": "la question"}[language]


def missing(plan: Plan | None, language: str) -> str:
    """What was looked for, as the first response step of each part of the plan says it; empty where none says anything."""
    asked: dict[object, str] = {}
    for step in plan.steps if plan else ():
        if step.kind == "fuse":
            asked.setdefault(step.arguments.get("part"), _asked(step.arguments, language))
    told = "; ".join(dict.fromkeys(filter(None, asked.values())))
    return f" ({told})" if told else ""


def _asked(step: Mapping[str, Any], language: str) -> str:
    quantity, place, period = step.get("quantity"), step.get("place"), step.get("period")
    parts = [names.quantity(quantity, language)] if quantity else []
    parts += [names.place(place, language)] if place else []
    parts += [names.period(period, language)] if period else []
    return ", ".join(parts)


def not_asked(reports: Iterable[SourceReport], language: str) -> str:
    """That sources were skipped for want of a network, and how many; empty where all were asked."""
    skipped = sum(report.state == "skipped_offline" for report in reports)
    return _NOT_ASKED[language][skipped > 1].format(skipped) if skipped else ""


def in_english(finding: Finding, language: str) -> str:
    """That catalogues mostly speak English, said of French words for which they were asked in vain, and in no other."""
    is_asked = any(caveat.code == "asked_in_english" for caveat in finding.caveats)
    is_unheard = finding.role == "records" and not finding.n and language == "fr" and not is_asked
    return "les catalogues décrivent surtout en anglais : essayez aussi les mots anglais" if is_unheard else ""


def title_of(item: Item) -> str:
    """What a record calls itself, else its id."""
    return str(item.properties.get("title") or item.id)


def _condition(key: str, value: Any, language: str) -> Iterator[str]:
    values = list(value) if isinstance(value, list | tuple) else [value]
    if key in _UNSAID:
        return
    if key in _FILTERS:
        french = language == "fr"
        told = (_ORBITS.get(str(v), str(v)) if french else f"{v:g}" if isinstance(v, float) else str(v) for v in values)
        yield _FILTERS[key][french].format(", ".join(told))
        return
    if key == "words":
        yield f"« {value} »" if language == "fr" else f"“{value}”"
        return
    for one in values:
        yield names.collection(one, language) if key == "collections" else str(one)
