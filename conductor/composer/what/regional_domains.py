"""CORDEX domains told by their region and their grid: "CORDEX Africa at 0.44°" is AFR-44, "EURO-CORDEX à 12 km" EUR-11."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from connectors.vocabulary.models import FacetEntry, facet
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match

# The regions of the CORDEX archive specification, English and French; a narrower one stands before the wider that its words hold.
_REGIONS: tuple[tuple[str, Pattern], ...] = tuple(
    (name, Pattern(rf"\b(?:{words})\b"))
    for name, words in (
        ("MNA", r"mna|mena|middle east(?: (?:and|&) north africa)?|(?:moyen|proche)[- ]orient(?: et (?:l\')?afrique du nord)?"),
        ("MED", r"med-cordex|med|mediterran\w*"),
        ("SEA", r"sea|(?:south[- ]?east|se)(?:ern)?[- ]asian?|asie du sud[- ]est"),
        ("EAS", r"eas|east(?:ern)?[- ]asian?|asie (?:de l'est|orientale)|extreme[- ]orient"),
        ("CAS", r"cas|central[- ]asian?|asie centrale"),
        ("WAS", r"was(?=[- ]cordex)|(?<=cordex[- ])was|(?:south|west)(?:ern)?[- ]asian?|asie (?:du sud|de l'ouest|meridionale|occidentale)"),
        ("CAM", r"cam|central[- ]americ\w*|amerique centrale|caribbean|caraibes?"),
        ("NAM", r"nam|na-cordex|north[- ]americ\w*|amerique du nord|nord-americain\w*"),
        ("SAM", r"sam|south[- ]americ\w*|amerique du sud|sud-americain\w*"),
        ("AUS", r"aus|austral(?:as)?ian?|austral(?:as)?ie|australien\w*"),
        ("ANT", r"ant|antarcti\w+"),
        ("ARC", r"arc|arcti\w+"),
        ("AFR", r"afr|africa[ni]?\w*|afrique"),
        ("EUR", r"euro?|europe(?:an|en|enne)?s?"),
    )
)  # fmt: skip
# 0.44° of the rotated grid are 50 km; CORDEX-CMIP6 writes kilometres into its names.
_CELLS = Pattern(
    r"(?<![\w.,])(?:0?[.,](?P<degrees>11|22|44)(?!\d)(?: ?°| ?deg(?:ree|re)?s?\b)?|(?P<km>12(?:[.,]5)?|25|50)[ -]?(?:km|kilomet(?:re|er)s?)\b"
    r"(?! (?:of|from|around|autour|inland|off|offshore|radius|upstream|away|du|des|(?:north|south|east|west)\b|de (?!resol|maill|cote|pas))|\s?d'))"
)
_OF_CORDEX = Pattern(r"\bcordex[ -]$|\bcordex (?:domain |domaine )?(?:over |for |sur |pour )?(?:l')?$")
_CORDEX = Pattern(r"[ -]cordex\b")
_BY_KM = {"12": "11", "25": "22", "50": "44"}


def regional_domains(folded: str, names: Sequence[Match]) -> Iterator[Match]:
    """The domain that the size of a grid cell completes, where the size stands."""
    if "cordex" not in folded or not (cell := _CELLS.search(folded)):
        return
    entry = _entry(folded, cell) or next(
        (m.entry for m in names if isinstance(m.entry, FacetEntry) and m.entry.facet == "domain_id"), None
    )
    if entry is None or any(m.start < cell.end() and cell.start() < m.end for m in names if _another(m)):
        return
    yield Match(start=cell.start(), end=cell.end(), text=cell[0], kind="facet", entry=entry)
    named = next((m for _, words in _REGIONS if (m := words.search(folded))), None)
    if named and (_OF_CORDEX.before(folded, named.start()) or _CORDEX.match(folded, named.end())):  # no place beside it
        yield Match(start=named.start(), end=named.end(), text=named[0], kind="facet", entry=entry)


def _another(match: Match) -> bool:
    """An identifier that the figure is part of; a nominal resolution may stand beside the domain."""
    told = match.kind in ("facet", "experiment")
    return told and not (isinstance(match.entry, FacetEntry) and match.entry.facet == "nominal_resolution")


def _entry(folded: str, cell: re.Match[str]) -> FacetEntry | None:
    region = next((name for name, words in _REGIONS if words.search(folded)), None)
    if region is None:
        return None
    size = cell["degrees"]
    if size is None:
        size = cell["km"][:2] if "cordex-cmip6" in folded or "cmip6" in folded else _BY_KM[cell["km"][:2]]
    return facet("domain_id", f"{region}-{size}")
