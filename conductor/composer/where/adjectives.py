"""A land told by its adjective beside what lies or happens there: "Polish forests", "la côte chilienne"."""

from __future__ import annotations

import re

from conductor.composer.reading import Located
from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.demonyms import home
from connectors.vocabulary.places import place
from planners.intent import Place

_THINGS = (
    r"coasts?|coastline|shores?|forests?|rainforests?|glaciers?|lakes?|rivers?|mountains?|cities|towns|villages|provinces?|regions?|states|counties|departments|districts|territory|waters|"
    r"borders?|(?:wild|bush)?fires?|floods?|flooding|droughts?|heatwaves?|storms?|farms?|farmland|crops?|fields|vineyards?|agriculture|countryside|climate|weather|winters?|summers?|"
    r"autumns?|rainfall|rain|precipitation|temperatures?|snow|snowpack|snowfall|winds?|sea ice|soils?|wetlands?|dams|reservoirs|ports|islands|highlands?|lowlands?|plains?|deserts?|"
    r"savannas?|tundra|permafrost|peatlands?|wheat|harvests?|deforestation"
)
_CHOSES = (
    r"cotes?|littoral|rivages?|forets?|glaciers?|lacs?|rivieres?|fleuves?|montagnes?|villes|villages|provinces?|regions?|departements?|territoire|eaux|frontieres?|feux|incendies?|"
    r"inondations?|crues?|secheresses?|canicules?|tempetes?|cultures?|champs|vignobles?|vignes|agriculture|campagnes?|climat|meteo|hivers?|etes?|automnes?|pluies?|pluviometrie|"
    r"precipitations?|temperatures?|neiges?|enneigement|vents?|banquise|sols?|zones humides|barrages|reservoirs|ports|iles|plateaux?|plaines?|deserts?|savanes?|toundra|pergelisol|"
    r"tourbieres?|ble|recoltes?|deforestation"
)
_ENGLISH = re.compile(rf"\b(?P<one>[A-Z][a-z]{{3,15}})(?: (?P<two>[A-Z][a-z]{{3,15}}|[a-z-]+))? (?P<thing>{_THINGS})\b")
_FRENCH = re.compile(rf"\b(?P<thing>{_CHOSES}) (?P<one>[a-z-]{{4,18}})(?: (?P<two>[a-z-]{{4,18}}))?\b")
_RELATIONS = (
    ("off_coast_of", re.compile(r"\b(?:off|au large) (?:of )?(?:the |de la |des |du )?$"), r"coasts?|coastline|shores?|cotes?|littoral|rivages?"),
    ("coast_of", re.compile(r""), r"coasts?|coastline|shores?|cotes?|littoral|rivages?"),
    ("border_of", re.compile(r""), r"borders?|frontieres?"),
)  # fmt: skip


def told_by_adjective(utterance: Utterance) -> tuple[Located, ...]:
    """The lands whose adjective stands beside a thing that lies or happens in them."""
    french = utterance.language == "fr"
    text = utterance.folded if french else utterance.text
    found: dict[str, Located] = {}
    for match in (_FRENCH if french else _ENGLISH).finditer(text):
        said = next((group for group in ("one", "two") if match[group] and home(match[group])), "")
        entry = place(home(match[said]) or "") if said else None
        if entry is None or entry.id in found:
            continue
        span = match.span(said)
        land = Place(
            name=entry.name(utterance.language), kind=entry.kind, country=entry.country, bbox=entry.bbox,
            relation=_relation(utterance.folded[: match.start()], match["thing"]), geometry_id=entry.geometry_id, span=utterance.span(*span),
        )  # fmt: skip
        found[entry.id] = Located(place=land, homonyms=(entry,), start=span[0], end=span[1], bare=span)
    return tuple(found.values())


def _relation(before: str, thing: str) -> str | None:
    """How the land is meant: its coast, off it, its border, or all of it."""
    return next((name for name, lead, nouns in _RELATIONS if re.fullmatch(nouns, thing) and lead.search(before)), None)
