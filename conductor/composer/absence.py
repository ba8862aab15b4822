"""What does not exist: a place of fiction, scenes outside a collection's coverage, a finer pixel or a band that no mission has."""

from __future__ import annotations

import re

from conductor.answer import Declined
from conductor.composer.language import Language
from conductor.composer.reading import Reading
from conductor.composer.refusals import refuse
from connectors.vocabulary.collections import collection

_THERMAL = re.compile(r"\b(?:thermal|thermique)s?\b|\bland surface temperatures?\b|\blst\b")
_REFLECTIVE = ("sentinel-2", "naip", "planetscope", "spot", "pleiades", "worldview")
FINEST_M = 0.25
# Collections of one country whose box holds land of its neighbours.
_NATIONAL = {"naip": "US", "usda-cdl": "US", "3dep": "US", "mtbs": "US"}
_OF_THAT_COUNTRY = frozenset({"US", "PR", "GU", "VI", "AS", "MP"})
# Places of fables, novels and films that people use to try a system.
_FICTION = re.compile(
    r"\b(?:(?i:atlantis|atlantide|wakanda|narnia|mordor|gondor|westeros|essos|winterfell|hogwarts|poudlard|lilliput|blefuscu|brobdingnag|neverland|"
    r"shangri-la|genovia|ruritania|freedonia|sokovia|genosha|latveria|zamunda|tatooine|coruscant|naboo|krypton|arrakis|asgard|camelot|lemuria|panem|"
    r"hyrule|azeroth|skyrim|tamriel|gotham(?: city)?|syldavi[ae]|borduri[ae]|san theodoros|isengard|rivendell|fondcombe|middle[- ]earth|"
    r"terre du milieu|land of oz|pays d'oz|bikini bottom|king's landing|port-real|zubrowka|elbonia|wonderland|pays des merveilles))\b"
)


def place_of_fiction(r: Reading, language: Language) -> Declined | None:
    """Asked of a place that is told of only in stories."""
    match = _FICTION.search(r.utterance.folded)
    if match is None or r.located or r.cues.meaning:
        return None
    return refuse("no_such_data", "place", language, said=r.utterance.text[match.start() : match.end()])


def outside_coverage(r: Reading, language: Language) -> Declined | None:
    """Imagery or maps of one country asked of another: NAIP over Bordeaux."""
    boxes = [
        (item.place.bbox, item.place.country) for item in r.located if item.place.bbox and item.place.kind != "globe"
    ]
    entries = [entry for name in r.collections if (entry := collection(name))]
    if not boxes or len(entries) != 1 or (region := entries[0].region) is None:
        return None
    abroad = entries[0].id in _NATIONAL and all(country and country not in _OF_THAT_COUNTRY for _, country in boxes)
    if not abroad and any(box.intersects(region) for box, _ in boxes):
        return None
    where = ", ".join(item.place.name for item in r.located)
    return refuse(
        "no_such_data",
        "coverage",
        language,
        said=entries[0].name(language),
        years=where,
        nearest=("sentinel-2-l2a", "landsat-c2-l2", "esa-worldcover"),
    )


def no_thermal(r: Reading, language: Language) -> Declined | None:
    """Surface temperature of a mission without a thermal band."""
    entries = [entry for name in r.collections if (entry := collection(name))]
    thermal = _THERMAL.search(r.utterance.folded)
    if not thermal or not entries or not all(entry.id.startswith(_REFLECTIVE) for entry in entries):
        return None
    return refuse(
        "no_such_data",
        "mode",
        language,
        said=entries[0].name(language),
        years=thermal[0],
        nearest=("landsat-c2-l2", "modis", "sentinel-3-slstr"),
    )


def too_fine(r: Reading, language: Language) -> Declined | None:
    """Pixels finer than any satellite's."""
    finest = r.filters.get("resolution_max")
    if finest is not None and finest < FINEST_M and (r.cues.scenes or r.collections):
        return refuse(
            "no_such_data", "fine", language, said=f"{FINEST_M * 100:g} cm", nearest=("worldview", "pleiades", "naip")
        )
    return None
