"""What scenarios, quantities, places, periods and units are called in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from connectors.vocabulary import collections, quantities

_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
}  # fmt: skip
_UNITS = {
    "en": {"K days": "°C·days", "days": "days", "mm/day": "mm/day", "m3 s-1": "m³/s", "degC": "°C",
           "K/decade": "K per decade", "K decade-1": "K per decade", "%/decade": "% per decade", "km2": "km²", "year": "", "1": ""},
    "fr": {"K days": "°C·jours", "days": "jours", "mm/day": "mm/jour", "m3 s-1": "m³/s", "degC": "°C",
           "K/decade": "K par décennie", "K decade-1": "K par décennie", "%/decade": "% par décennie", "km2": "km²", "year": "", "1": ""},
}  # fmt: skip
_RELATIONS = {
    "near": ("near", "près de"), "within_distance": ("around", "autour de"), "north_of": ("north of", "au nord de"),
    "south_of": ("south of", "au sud de"), "east_of": ("east of", "à l’est de"), "west_of": ("west of", "à l’ouest de"),
    "coast_of": ("on the coast of", "sur la côte de"), "off_coast_of": ("off the coast of", "au large de"),
    "border_of": ("at the border of", "à la frontière de"), "border_between": ("at the border of", "à la frontière de"),
    "between": ("around", "autour de"), "downstream_of": ("downstream of", "en aval de"),
    "northern_part_of": ("over the north of", "sur le nord de"), "southern_part_of": ("over the south of", "sur le sud de"),
    "eastern_part_of": ("over the east of", "sur l’est de"), "western_part_of": ("over the west of", "sur l’ouest de"),
    "central_part_of": ("over the middle of", "sur le centre de"),
}  # fmt: skip
_PREPOSITIONS = {
    "en": {"all": "over ", "open": "", "day": "on ", "years": "in ", "span": "from "},
    "fr": {"all": "sur ", "open": "", "day": "le ", "years": "en ", "span": "du "},
}  # fmt: skip
_WORLD = {"en": "the world", "fr": "le monde"}
_OBSERVED = {"en": "observations", "fr": "les observations"}
_HISTORICAL = {"en": "historical simulations", "fr": "les simulations historiques"}
_CLASSES = {"cropland": "terres cultivées", "forest": "forêts", "urban": "zones urbaines", "grassland": "prairies", "wetland": "milieux humides",
            "shrubland": "arbustaies", "savanna": "savanes", "snow and ice": "neige et glace", "barren": "sols nus", "water": "eau"}  # fmt: skip
_MEANINGS = (("% for ", "% pour "), ("of pixels", "des pixels"), ("years of record", "années de mesures"),
             ("independent members", "membres indépendants"), ("independent families", "familles indépendantes"), ("families", "familles"),
             ("models", "modèles"), ("model", "modèle"), ("runs", "simulations"), ("series", "séries"), ("records", "séries"), ("range", "étendue"),
             ("threshold", "seuil"), (" to ", " à "), ("of the slope", "de la pente"),
             ("confidence interval", "intervalle de confiance"), ("of the", "des"), (" of ", " de "), (" and ", " et "))  # fmt: skip


def scenario(experiment: str, language: str) -> str:
    """An experiment as people write it: `ssp245` is SSP2-4.5, `rcp45` is RCP4.5."""
    if experiment == "obs":
        return _OBSERVED[language]
    if experiment == "historical":
        return _HISTORICAL[language]
    if ssp := re.fullmatch(r"ssp(\d)(\d)(\d)(.*)", experiment):
        return f"SSP{ssp[1]}-{ssp[2]}.{ssp[3]}{ssp[4]}"
    if rcp := re.fullmatch(r"rcp(\d)(\d)", experiment):
        return f"RCP{rcp[1]}.{rcp[2]}"
    return experiment


def quantity(document: Mapping[str, Any] | None, language: str) -> str:
    """The vocabulary's name of a quantity, else the asker's own word for it."""
    if not document:
        return {"en": "the quantity", "fr": "la grandeur"}[language]
    entry = quantities.by_variable(document["variable_id"]) if document.get("variable_id") else None
    name = (
        entry.name("fr" if language == "fr" else "en")
        if entry
        else str(document.get("name") or document.get("standard_name") or "")
    )
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def land_cover(name: str, language: str) -> str:
    """A land-cover class."""
    return _CLASSES.get(name, name) if language == "fr" else name


def place(document: Mapping[str, Any] | None, language: str) -> str:
    """A place as the asker named it; the globe is the world."""
    if not document or document.get("kind") == "globe":
        return _WORLD[language]
    return str(document.get("name"))


_OVER = (
    "sea",
    "ocean",
    "mountain_range",
    "climate_region",
    "river",
    "lake",
    "continent",
    "hemisphere",
    "bbox",
    "basin",
)
_ARTICLE = ("sea", "ocean", "mountain_range", "river", "hemisphere", "basin")
_PLURAL = ("Alps", "Andes", "Rockies", "Prairies", "Netherlands", "Philippines", "Bahamas", "Maldives", "Sahel", "Mediterranean", "Arctic", "Caribbean",
           "Great Plains", "Midwest", "Pyrenees", "Himalayas", "United States", "United Kingdom", "North Pole", "South Pole", "Amazon", "Maghreb")  # fmt: skip


def where(document: Mapping[str, Any] | None, language: str) -> str:
    """A place with the preposition that an English sentence wants: of the world, in Texas, over the Mediterranean."""
    if not document or document.get("kind") == "globe":
        return f"of {_WORLD[language]}"
    name, kind = str(document.get("name")), str(document.get("kind"))
    definite = kind in _ARTICLE or name.endswith(_PLURAL)
    article = "the " if definite and not name.lower().startswith(("the ", "lake ", "mount ")) else ""
    preposition = "over" if kind in _OVER else "at" if kind == "point" or name.endswith("Pole") else "in"
    return f"{preposition} {article}{name}"


def period(document: Mapping[str, Any] | None, language: str) -> str:
    """Whole years as years, a whole month or a day as such, open ends as `since` and `until`."""
    return _dated(document, language)[1]


def when(document: Mapping[str, Any] | None, language: str) -> str:
    """The period with its preposition."""
    kind, text = _dated(document, language)
    if kind == "span":
        text = text.replace(" – ", {"en": " to ", "fr": " au "}[language])
    return f"{_PREPOSITIONS[language][kind]}{text}"


def _dated(document: Mapping[str, Any] | None, language: str) -> tuple[str, str]:
    """What sort of period it is, and its text."""
    start, end = (str((document or {}).get(k) or "") for k in ("start", "end"))
    if not start and not end:
        return "all", {"en": "the whole record", "fr": "toute la série"}[language]
    if not start or not end:
        word = {"en": ("since", "until"), "fr": ("depuis", "jusqu’en")}[language][0 if start else 1]
        return "open", f"{word} {(start or end)[:4]}"
    if start == end:
        return "day", _day(start, language)
    if start.endswith("-01-01") and end.endswith(("-12-31", "-12-30")):
        return "years", start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[:4]}"
    if start[:7] == end[:7] and start.endswith("-01") and int(end[8:10]) >= 28:
        return "years", f"{_MONTHS[language][int(start[5:7]) - 1]} {start[:4]}"
    return "span", f"{_day(start, language)} – {_day(end, language)}"


def around(document: Mapping[str, Any] | None, language: str) -> str:
    """A place with the relation that it was named in."""
    relation = (document or {}).get("relation")
    name = place(document, language)
    if not relation or relation == "inside":
        return f"{'over' if language == 'en' else 'sur'} {name}"
    english, french = _RELATIONS.get(relation, (relation.replace("_", " "), "autour de"))
    return f"{french if language == 'fr' else english} {name}"


def collection(identifier: str, language: str) -> str:
    """A collection by the vocabulary's name."""
    entry = collections.collection(identifier)
    return entry.name("fr" if language == "fr" else "en") if entry else identifier


def _day(iso: str, language: str) -> str:
    day = "1er" if language == "fr" and iso[8:10] == "01" else int(iso[8:10])
    return f"{day} {_MONTHS[language][int(iso[5:7]) - 1]} {iso[:4]}"


def units(symbol: str, language: str) -> str:
    """Units as readers write them."""
    return _UNITS[language].get(symbol, symbol)


def meaning(text: str | None, language: str) -> str:
    """What a range means, in the language; processes say it in English."""
    text = text or ""
    if language == "fr":
        for english, french in _MEANINGS:
            text = text.replace(english, french)
        text = re.sub(r"(\d)\.(\d)", r"\1,\2", text)
    return text


def months(numbers: list[int] | None, language: str) -> str:
    """Months of the year that a result is limited to; empty for all."""
    return ", ".join(_MONTHS[language][n - 1] for n in numbers or [])
