"""Which bearer of a name is known well enough to be meant instead of the first: a quarter, a district abroad, a place by its nickname is not.

| the other bearer | is meant too where |
|---|---|
| by another name than its own (Pando, also Madre de Dios) | never, if the first goes by the name |
| a quarter or suburb of a great city (the Salamanca of Madrid) | it is well known itself |
| a province, against a place of another kind abroad (the Bari of Somalia) | it is a great one |
| a town, against a province abroad (Acre) | it is a city |
| any | it is well known, or nearly as well as the first |
"""

from __future__ import annotations

from functools import cache

from conductor.composer.text.calendar_words import fold
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, cities
from connectors.vocabulary.spelling import normalise
from connectors.vocabulary.toponym_keys import place_key

WELL_KNOWN = 8_000  # weight of a city of 200,000 or of one that has a name in many languages
GREAT_PROVINCE = 10_000
CITY = 100_000  # people
NEARLY = 0.75  # of the first's weight
_PROVINCE = Pattern(r"region:[A-Z]{2}-")
_METROPOLIS = 250_000  # people
_TIMES = 4  # how many times greater than its quarter a city is
_REACH = 0.3  # degrees from the middle of a city to its quarters


def contends(entry: PlaceEntry, first: PlaceEntry, name: str) -> bool:
    """Whether a bearer of a name that lies elsewhere may be meant as well as the first."""
    if goes_by(first, name) and not goes_by(entry, name):
        return False
    if entry.kind == "region" != first.kind and entry.country != first.country and _PROVINCE.match(entry.id):
        return entry.weight >= GREAT_PROVINCE
    if entry.kind == "city" and first.kind in ("region", "country") and entry.country != first.country:
        return entry.weight >= WELL_KNOWN and entry.population >= CITY
    return entry.weight >= WELL_KNOWN or (entry.weight >= NEARLY * first.weight and not is_quarter(entry))


def goes_by(entry: PlaceEntry, name: str) -> bool:
    """Whether a name is a place's own, or the core of it: León for León de los Aldama, not Madre de Dios for Pando."""
    key = _key(name)
    return any(f" {key} " in f" {_key(own)} " for own in (entry.name_en, entry.name_fr))


def is_quarter(entry: PlaceEntry) -> bool:
    """Whether a town is a part of a city beside it that is many times greater."""
    if entry.kind != "city":
        return False
    return any(
        abs(latitude - entry.latitude) < _REACH
        and abs(longitude - entry.longitude) < _REACH
        and people >= _TIMES * entry.population
        for latitude, longitude, people in _metropolises().get(entry.country or "", ())
    )


@cache
def _metropolises() -> dict[str, list[tuple[float, float, int]]]:
    """The great cities of every country, by their middle and their people."""
    found: dict[str, list[tuple[float, float, int]]] = {}
    for country, latitude, longitude, people in cities(_METROPOLIS):
        found.setdefault(country, []).append((latitude, longitude, people))
    return found


def _key(name: str) -> str:
    return place_key(normalise(fold(name)))
