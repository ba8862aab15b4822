"""A question back: only where readings would give different results and none is clearly ahead, or a slot without a default is missing.

`composer/lacking` has the table of what an action cannot do without, `composer/namesakes` that of names which several places bear. A name
that stands where a place stands and that nobody knows is asked about too. Places are asked first, then collections, quantities, facets, periods; a bare
place and a training ask nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from conductor.answer import Clarification, Option
from conductor.composer.reading import Reading
from conductor.composer.replies.lacking import dates_missing, place_missing, quantity_missing, source_missing
from conductor.composer.strays import unknown_places
from conductor.composer.text.language import Language
from conductor.composer.where.namesakes import undecided
from conductor.composer.wish.matter import imagery
from connectors.vocabulary.collections import collection
from connectors.vocabulary.places import PlaceEntry, fuzzy
from connectors.vocabulary.quantities import by_variable
from planners.intent import Intent

MOST_OPTIONS = 4
_OF_SCENES = ("sentinel-2-l2a", "landsat-c2-l2", "sentinel-1-grd")
_OF_CLIMATE = ("era5", "era5-land", "merra-2")
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
    """What must be known before anything can be done; places are asked first, then collections, quantities, facets, periods."""
    if not intents or intents[0].action in (None, "train"):
        return None
    if intents[0].action == "explain":
        pointed = intents[0].collections and dates_missing(reading, intents[0])
        asked = _missing_place(reading, intents, language)
        return asked or (_unclear_date(reading, intents, language) if pointed else None)
    for check in (
        _unknown_place,
        _missing_place,
        _homonym,
        _missing_source,
        _missing_quantity,
        _scenario_family,
        _unclear_date,
    ):
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
    if any(intent.places for intent in intents) or not place_missing(r, intents[0]):
        return None
    text = "Sur quel lieu ?" if language == "fr" else "Which place?"
    globe = ("Le monde entier", "moyenne mondiale") if language == "fr" else ("The whole world", "global result")
    return Clarification(
        slot="places", question=text, options=(Option(label=globe[0], intent=0, probability=0.2, effect=globe[1]),)
    )


def _homonym(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    wanted = {place.span for intent in intents for place in intent.places}
    for item in r.located:
        if not undecided(item) or (wanted and item.place.span not in wanted):  # told in an aside
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


def label(entry: PlaceEntry, language: Language) -> str:
    """A place told from its homonyms: name, kind where it is no city, region and country."""
    kind = _KINDS_FR.get(entry.kind, entry.kind) if language == "fr" else entry.kind.replace("_", " ")
    where = ", ".join(filter(None, (entry.admin1, entry.country if not entry.admin1 else None)))
    return f"{entry.name(language)}{f' ({kind})' if entry.kind != 'city' else ''}{f', {where}' if where else ''}"


def _effect(entry: PlaceEntry, language: Language) -> str:
    box = entry.bbox
    words = "résultats pour" if language == "fr" else "results for"
    return f"{words} {box.south:.1f}…{box.north:.1f}° N, {box.west:.1f}…{box.west + box.width:.1f}° E"


def _missing_source(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    if not source_missing(r, intents[0]):
        return None
    text = "Quelle mission ou quelle collection ?" if language == "fr" else "Which mission or collection?"
    offered = _OF_CLIMATE if any(quantity.variable_id for quantity in intents[0].quantities) else _OF_SCENES
    words = "données de" if language == "fr" else "data of"
    names = [entry.name(language) for identifier in offered if (entry := collection(identifier))]
    share = round(1 / len(names), 3)
    options = tuple(Option(label=name, probability=share, effect=f"{words} {name}") for name in names)
    return Clarification(slot="collections", question=text, options=options)


def _missing_quantity(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    if any(i.quantities for i in intents) or not quantity_missing(r, intents[0]):
        return None
    text = "Quel indice ou quelle variable ?" if language == "fr" else "Which index or variable?"
    of_climate = (*(q.name(language) for name in ("tas", "pr") if (q := by_variable(name))), "SPEI")
    names = ("NDVI", "NDWI", "NBR") if imagery(r) else of_climate
    share = round(1 / len(names), 3)
    words = "résultats pour :" if language == "fr" else "results for"
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


def _unclear_date(r: Reading, intents: Sequence[Intent], language: Language) -> Clarification | None:
    """Dates that words only point at, or a day written so that it is two."""
    if len(r.ambiguous_dates) < 2 and not dates_missing(r, intents[0]):
        return None
    text = "Quelle date ?" if language == "fr" else "Which date?"
    words = "données du" if language == "fr" else "data of"
    options = tuple(
        Option(label=day.isoformat(), intent=None, probability=0.5, effect=f"{words} {day.isoformat()}")
        for day in r.ambiguous_dates[:2]
    )
    return Clarification(slot="periods", question=text, options=options)
