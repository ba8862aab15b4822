"""Readings that differ in which place of a name is meant, with their probabilities."""

from __future__ import annotations

from dataclasses import replace

from conductor.composer.calibration import calibrated
from conductor.composer.reading import Located, Reading
from conductor.composer.tagger import Tagged
from conductor.composer.where.bearers import as_place
from planners.intent import Intent, Place

LEAST_SHARE = 0.15
MOST = 4


def variants(intent: Intent, reading: Reading, *, certainty: float, said: Tagged | None = None) -> tuple[Intent, ...]:
    """The intent once for each likely homonym of its first uncertain place; probabilities sum to at most 1."""
    sure = calibrated(certainty, reading, action=intent.action, said=said)
    item = next((i for i in reading.located if _shares(i)[1:]), None)
    if item is None or item.place not in intent.places:
        return (replace(intent, probability=round(sure, 3)),)
    readings = []
    for index, share in enumerate(_shares(item)):
        place = item.place if index == 0 else _other(item, index, reading)
        places = tuple(place if p is item.place else p for p in intent.places)
        readings.append(replace(intent, places=places, probability=round(sure * share, 3)))
    return tuple(readings)


AT_HOME = 6.0  # how much more often a place is meant in a country that was just spoken of


def at_home(reading: Reading, countries: frozenset[str]) -> Reading:
    """The reading with each place's homonyms weighed again: those in countries just spoken of are likelier."""
    if not countries or not any(len(item.homonyms) > 1 for item in reading.located):
        return reading
    return replace(reading, located=tuple(_weighed_again(item, countries, reading) for item in reading.located))


def _weighed_again(item: Located, countries: frozenset[str], reading: Reading) -> Located:
    weights = [e.prior * (AT_HOME if e.country in countries else 1.0) for e in item.homonyms]
    if len(weights) < 2 or item.homonyms[0].kind in ("country", "continent", "ocean", "sea"):
        return item
    total = sum(weights) or 1.0
    order = sorted(range(len(weights)), key=lambda index: -weights[index])
    homonyms = tuple(replace(item.homonyms[index], prior=round(weights[index] / total, 4)) for index in order)
    place = item.place if order[0] == 0 else _other(item, order[0], reading)
    return replace(item, place=place, homonyms=homonyms)


def _shares(item: Located) -> list[float]:
    """How likely each homonym is, those worth a reading of their own, the first always among them."""
    priors = [entry.prior for entry in item.homonyms[:MOST]]
    total = sum(priors) or 1.0
    shares = [prior / total for prior in priors] or [1.0]
    return [share for index, share in enumerate(shares) if index == 0 or share >= LEAST_SHARE]


def _other(item: Located, index: int, reading: Reading) -> Place:
    other = as_place(item.homonyms[index], name=item.place.name, utterance=reading.utterance)
    return replace(other, relation=item.place.relation, distance_km=item.place.distance_km, span=item.place.span)
