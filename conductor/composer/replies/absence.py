"""What does not exist: a place of fiction, scenes outside a collection's coverage, a finer pixel than any mission has."""

from __future__ import annotations

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from conductor.composer.wish.matter import GRIDDED_SENSORS, imagery
from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern

FINEST_M = 0.25
MUCH_FINER = 0.4  # of a mission's own pixel; half of it is a panchromatic band
FIRST_SATELLITE = "1960"
_FROM_SPACE = Pattern(r"\b(?:satellites?|spaceborne|from space|depuis l'espace|spatiales?)\b(?! (?:era|age|record))")
_HOURLY = Pattern(
    r"\b(?:hourly|every (?:hour|\d{1,2} (?:minutes|hours))|half-hourly|toutes les (?:heures|\d{1,2} minutes)|horaires?|heure par heure)\b(?! (?:data|temperature|wind))"
)
_LOW_ORBIT = (
    "landsat",
    "sentinel-1",
    "sentinel-2",
    "naip",
    "planetscope",
    "spot",
    "pleiades",
    "worldview",
    "hls",
    "aster",
)
_CENTIMETRES = Pattern(
    r"\b(\d{1,2}|one|two|three|five|ten|twenty|une?|deux|trois|cinq|dix|vingt)[ -]?(?:cm|centimet(?:re|er)s?)\b(?! (?:of|de|d') ?(?:snow|rain|ice|water|sea|neige|pluie|glace|eau|mer)\b)"
)
_PIXEL = Pattern(
    r"\b(?:at|a|with) (\d(?:[.,]\d)?) ?m(?:et(?:er|re)s?)?\b(?! ?(?:/|above|below|deep|depth|high|tall|height|de profondeur|d'altitude|de haut|au-dessus|sous))"
)
_SPELT = {
    "one": 0.01, "two": 0.02, "three": 0.03, "five": 0.05, "ten": 0.1, "twenty": 0.2, "un": 0.01, "une": 0.01, "deux": 0.02, "trois": 0.03, "cinq": 0.05, "dix": 0.1, "vingt": 0.2,
}  # fmt: skip
# Collections of one country whose box holds land of its neighbours.
_NATIONAL = {"naip": "US", "usda-cdl": "US", "3dep": "US", "mtbs": "US"}
_OF_THAT_COUNTRY = frozenset({"US", "PR", "GU", "VI", "AS", "MP"})
# Places of fables, novels and films that people use to try a system.
_FICTION = Pattern(
    r"\b(?:(?i:atlantis|atlantide|wakanda|narnia|mordor|gondor|westeros|essos|winterfell|hogwarts|poudlard|lilliput|blefuscu|brobdingnag|neverland|"
    r"shangri-la|genovia|ruritania|freedonia|sokovia|genosha|latveria|zamunda|tatooine|coruscant|naboo|krypton|arrakis|asgard|camelot|lemuria|panem|"
    r"hyrule|azeroth|skyrim|tamriel|gotham(?: city)?|syldavi[ae]|borduri[ae]|san theodoros|isengard|rivendell|fondcombe|middle[- ]earth|"
    r"terre du milieu|land of oz|pays d'oz|bikini bottom|king's landing|port-real|zubrowka|elbonia|wonderland|pays des merveilles))\b"
)
_OF = Pattern(r"(?:\b(?:of|in|from|over|near|du|de|de la|des|au|aux|en|a)|\bd')\s*$")


def place_of_fiction(r: Reading, language: Language) -> Declined | None:
    """Asked of a place that is told of only in stories."""
    match = _FICTION.search(r.utterance.folded)
    if match is None or r.located:
        return None
    if r.cues.meaning and not _OF.before(r.utterance.folded, match.start()):
        return None  # what the name is
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


def too_often(r: Reading, language: Language) -> Declined | None:
    """Scenes by the hour of a mission in a low orbit."""
    entries = [entry for name in r.collections if (entry := collection(name))]
    said = _HOURLY.search(r.utterance.folded)
    if not said or not entries or not all(entry.id.startswith(_LOW_ORBIT) for entry in entries):
        return None
    return refuse(
        "no_such_data", "mode", language, said=entries[0].name(language), years=said[0], nearest=("goes-abi", "era5")
    )


def before_satellites(r: Reading, language: Language) -> Declined | None:
    """Satellite images of years in which nothing looked down on the earth."""
    dated = [p for p in r.targets if p.start or p.end]
    if not dated or r.facets or not _FROM_SPACE.search(r.utterance.folded):
        return None
    if not all(p.end and p.end[:4] < FIRST_SATELLITE for p in dated):
        return None
    years = ", ".join(f"{(p.start or '')[:4]}–{(p.end or '')[:4]}" for p in dated)
    return refuse("no_such_data", "unseen", language, said=FIRST_SATELLITE, years=years, nearest=("landsat-c2-l2",))


def too_fine(r: Reading, language: Language) -> Declined | None:
    """Pixels finer than any satellite's, or than those of the one mission named."""
    finest = r.filters.get("resolution_max")
    if finest is None and (r.cues.scenes or r.collections) and (said := _CENTIMETRES.search(r.utterance.folded)):
        finest = _SPELT.get(said[1]) or float(said[1]) / 100
    if finest is None and imagery(r) and (said := _PIXEL.search(r.utterance.folded)):
        finest = float(said[1].replace(",", "."))
    if finest is not None and finest < FINEST_M and (r.cues.scenes or r.collections):
        return refuse(
            "no_such_data", "fine", language, said=f"{FINEST_M * 100:g} cm", nearest=("worldview", "pleiades", "naip")
        )
    entries = [entry for name in r.collections if (entry := collection(name))]
    pictures = len(entries) == 1 and entries[0].sensor not in GRIDDED_SENSORS
    if finest is not None and pictures and finest <= MUCH_FINER * (entries[0].resolution_m or 0):
        return refuse(
            "no_such_data", "mode", language, said=entries[0].name(language), years=f"{finest:g} m",
            nearest=("worldview", "pleiades", "planetscope"),
        )  # fmt: skip
    return None
