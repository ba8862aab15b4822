"""A question back: only where readings would give different results and none is clearly ahead, or a slot without a default is missing.

When is a place asked for?

* Words that point ("this area", "my field", "chez nous", "where I farm") ask in every action, an explanation of the place itself included.
* Imagery asks: a mission, a spectral index, scenes, or what only imagery shows, found, described, detected, compared or followed in time
  without a place, a tile or an orbit. A search for models, collections or sources does not.
* Climate does not: a quantity on a grid or a scenario without a place is meant for the whole world, which is assumed and said.
* Training, simulating and explaining do not; a bare place asks nothing.
* A name that stands where a place stands and that nobody knows is asked about.

When is it asked which place of a name is meant? A homonym's odds are its fame (people, and in how many languages it has a name), raised
for places in a country that speaks the question's language (`places`), in the country of all other places named (`company`), and by the
accents and the article typed (`connectors/vocabulary/articles`). The likeliest is taken, and the rest kept as readings of their own, where

* it has the greater part of the odds (`LIKELY`) and is `AHEAD` times as likely as the next that lies elsewhere (`AHEAD_ABROAD` times in a
  country that does not speak the language; `AHEAD_OF_LANDS` times where both are provinces, islands or ranges of different countries);
* not where two countries bear the name: Congo, Korea.

Everything else is asked back, places first, then quantities, facets, periods.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from conductor.answer import Clarification, Option
from conductor.composer.language import Language
from conductor.composer.matter import elevation_data, imagery
from conductor.composer.model_search import seeks_model
from conductor.composer.places import SPEAKING
from conductor.composer.reading import Located, Reading
from conductor.composer.strays import unknown_places
from connectors.vocabulary.places import PlaceEntry, fuzzy
from planners.intent import Intent

AHEAD = 2.0
AHEAD_ABROAD = 2.5
AHEAD_OF_LANDS = 4.0
LIKELY = 0.45
MOST_OPTIONS = 4
_AREAS = frozenset({"region", "country", "island", "mountain_range"})
_NEEDS_PLACE = frozenset({"find", "describe", "detect", "change", "trend", "compare"})
_OWN_VARIABLES = re.compile(
    r"\b(?:my|our|these|those|the requested|mes|nos|ces)(?: input| required)? (?:variables?|indices|indicators?|indicateurs?)\b"
)
_GIVEN_VARIABLES = re.compile(
    r"\b(?:variables?|indices|indicators?|indicateurs?)\b.{0,12}\b(?:i|we|you|je|j'ai|j'avais|nous)\b.{0,8}\b(?:listed|gave|mentioned|asked|sent|named|chose|selected|need|want|"
    r"enumere\w*|cite\w*|donne\w*|mentionne\w*|liste\w*|choisi\w*|indique\w*|demande\w*|envoye\w*)\b"
)
_A_MODEL = re.compile(
    r"\b(?:find|search|list|which|any|trouve[rz]?|cherche[rz]?|recherche[rz]?|liste[rz]?|quels?|moi) (?:\S+ ){0,5}?"
    r"(?:models?|modeles?|classifiers?|classifieurs?|networks?|detectors?|detecteurs?)\b(?! (?:output|data|runs?|sorties))"
)
_KINDS_FR = {
    "city": "ville",
    "region": "région",
    "country": "pays",
    "river": "rivière",
    "lake": "lac",
    "island": "île",
    "sea": "mer",
    "basin": "bassin",
    "continent": "continent",
    "mountain_range": "massif",
    "protected_area": "aire protégée",
    "ocean": "océan",
    "climate_region": "région climatique",
    "hemisphere": "hémisphère",
}


def ask_back(reading: Reading, intents: Sequence[Intent], *, language: Language) -> Clarification | None:
    """What must be known before anything can be done; places are asked first, then quantities, facets, periods."""
    if not intents or intents[0].action in (None, "train"):
        return None
    if intents[0].action == "explain":
        return _missing_place(reading, intents, language) if _about_here(reading) else None
    for check in (_unknown_place, _missing_place, _homonym, _missing_quantity, _scenario_family, _ambiguous_date):
        if asked := check(reading, intents, language):
            return asked
    return None


def _unknown_place(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    """A name that stands where a place stands and that the gazetteer lacks: which one is meant, the nearest by spelling among the options."""
    if r.located or r.cues.meaning or intents[0].places:
        return None
    explained = [*r.named.spans, *((s.start, s.end) for s in (p.span for p in r.periods) if s)]
    for name in unknown_places(r.utterance, explained=explained):
        near = [entry for entry, _ in fuzzy(name, limit=3)]
        text = (
            f"Je ne connais pas de lieu nommé {name} : lequel ?"
            if language == "fr"
            else f"I know no place named {name}: which one?"
        )
        share = round(1 / (len(near) + 1), 3)
        options = tuple(
            Option(label=label(entry, language), probability=share, effect=_effect(entry, language)) for entry in near
        )
        return Clarification(slot="places", question=text, options=options)
    return None


def _missing_place(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    if any(intent.places for intent in intents) or (set(r.filters) | set(intents[0].filters)) & {
        "mgrs_tile",
        "wrs_path",
        "relative_orbit",
    }:
        return None
    if not r.cues.here and not (
        intents[0].action in _NEEDS_PLACE and (imagery(r) or elevation_data(r)) and not _listing(r)
    ):
        return None
    gridded = (
        r.quantities and not (r.collections or elevation_data(r)) and not any(q.spectral_index for q in r.quantities)
    )
    if gridded and not r.cues.here and intents[0].action == "find":
        return None
    text = "Sur quel lieu ?" if language == "fr" else "Which place?"
    globe = ("Le monde entier", "moyenne mondiale") if language == "fr" else ("The whole world", "global result")
    return Clarification(
        slot="places", question=text, options=(Option(label=globe[0], intent=0, probability=0.2, effect=globe[1]),)
    )


def _about_here(r: Reading) -> bool:
    """ "Tell me about this area": no explanation without knowing where."""
    return r.cues.here and not (r.quantities or r.phenomena or r.collections or r.facets or r.processes)


def _listing(r: Reading) -> bool:
    """Collections, models or sources are listed, which needs no place."""
    if seeks_model(r) or (_A_MODEL.search(r.utterance.folded) and not r.collections):
        return True
    return r.cues.which_data and not r.cues.scenes and not r.quantities


def _homonym(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    for item in r.located:
        if not undecided(item, language=language):
            continue
        name = item.place.name
        text = f"Quel lieu nommé {name} ?" if language == "fr" else f"Which {name}?"
        total = sum(entry.prior for entry in item.homonyms[:MOST_OPTIONS]) or 1.0
        options = tuple(
            Option(
                label=label(entry, language),
                intent=index if index < len(intents) else None,
                probability=round(entry.prior / total, 3),
                effect=_effect(entry, language),
            )
            for index, entry in enumerate(item.homonyms[:MOST_OPTIONS])
        )
        return Clarification(slot="places", question=text, options=options)
    return None


def undecided(item: Located, *, language: Language = "en") -> bool:
    """Whether another place of the name is about as likely as the first."""
    if len(item.homonyms) < 2:
        return False
    first, *others = item.homonyms
    second = next((entry for entry in others if _elsewhere(entry, first)), None)
    if second is None:
        return False
    return first.prior < LIKELY or first.prior < _ahead(first, second, language) * second.prior


def _ahead(first: PlaceEntry, second: PlaceEntry, language: Language) -> float:
    """How many times as likely as the second the first must be."""
    if first.kind == second.kind == "country":
        return inf
    if first.kind == second.kind and first.kind in _AREAS and first.country != second.country:
        return AHEAD_OF_LANDS
    return AHEAD if first.country in SPEAKING[language] else AHEAD_ABROAD


def _elsewhere(entry: PlaceEntry, first: PlaceEntry) -> bool:
    """Two lands of one name on the two sides of a border touch and are two places."""
    neighbours = entry.kind == first.kind and entry.kind in _AREAS and entry.country != first.country
    return neighbours or not entry.bbox.intersects(first.bbox)


def label(entry: PlaceEntry, language: Language) -> str:
    """A place told from its homonyms: name, kind where it is no city, region and country."""
    kind = _KINDS_FR.get(entry.kind, entry.kind) if language == "fr" else entry.kind.replace("_", " ")
    where = ", ".join(filter(None, (entry.admin1, entry.country if not entry.admin1 else None)))
    return f"{entry.name(language)}{f' ({kind})' if entry.kind != 'city' else ''}{f', {where}' if where else ''}"


def _effect(entry: PlaceEntry, language: Language) -> str:
    west, south, east, north = entry.bbox.to_list()
    words = "résultats pour" if language == "fr" else "results for"
    return f"{words} {south:.1f}…{north:.1f}° N, {west:.1f}…{east:.1f}° E"


def _missing_quantity(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    given = bool(_GIVEN_VARIABLES.search(r.utterance.folded))
    if not (r.cues.index_word or given) or any(i.quantities or i.phenomena for i in intents):
        return None
    if intents[0].action == "find" and not given and not _OWN_VARIABLES.search(r.utterance.folded):
        return None
    text = "Quel indice ou quelle variable ?" if language == "fr" else "Which index or variable?"
    names = ("NDVI", "NDWI", "NBR") if imagery(r) else ("SPEI", "tas", "pr")
    share = round(1 / len(names), 3)
    words = "calcul de" if language == "fr" else "computes"
    return Clarification(
        slot="quantities",
        question=text,
        options=tuple(Option(label=name, probability=share, effect=f"{words} {name}") for name in names),
    )


def _scenario_family(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    """ "SSP4" alone names several scenarios that give different results."""
    if not r.named.scenario_families or len(r.experiments) < 2:
        return None
    family = r.named.scenario_families[0]
    text = f"Quel scénario {family} ?" if language == "fr" else f"Which {family} scenario?"
    words = "projections selon" if language == "fr" else "projections under"
    share = round(1 / len(r.experiments), 3)
    options = tuple(Option(label=name, probability=share, effect=f"{words} {name}") for name in r.experiments)
    return Clarification(slot="facets", question=text, options=options)


def _ambiguous_date(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    if len(r.ambiguous_dates) < 2:
        return None
    text = "Quelle date ?" if language == "fr" else "Which date?"
    words = "données du" if language == "fr" else "data of"
    options = tuple(
        Option(label=day.isoformat(), intent=None, probability=0.5, effect=f"{words} {day.isoformat()}")
        for day in r.ambiguous_dates[:2]
    )
    return Clarification(slot="periods", question=text, options=options)
