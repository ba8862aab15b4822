"""Readings that differ in which place of a name is meant, with their probabilities."""

from __future__ import annotations

from dataclasses import replace

from conductor.composer.calibration import calibrated
from conductor.composer.places import as_place
from conductor.composer.reading import Located, Reading
from planners.intent import Intent, Place

LEAST_SHARE = 0.15
MOST = 4


def variants(intent: Intent, reading: Reading, *, certainty: float) -> tuple[Intent, ...]:
    """The intent once for each likely homonym of its first uncertain place; probabilities sum to at most 1."""
    sure = calibrated(certainty, reading, action=intent.action)
    item = next((i for i in reading.located if _shares(i)[1:]), None)
    if item is None or item.place not in intent.places:
        return (replace(intent, probability=round(sure, 3)),)
    readings = []
    for index, share in enumerate(_shares(item)):
        place = item.place if index == 0 else _other(item, index, reading)
        places = tuple(place if p is item.place else p for p in intent.places)
        readings.append(replace(intent, places=places, probability=round(sure * share, 3)))
    return tuple(readings)


def _shares(item: Located) -> list[float]:
    """How likely each homonym is, those worth a reading of their own, the first always among them."""
    priors = [entry.prior for entry in item.homonyms[:MOST]]
    total = sum(priors) or 1.0
    shares = [prior / total for prior in priors] or [1.0]
    return [share for index, share in enumerate(shares) if index == 0 or share >= LEAST_SHARE]


def _other(item: Located, index: int, reading: Reading) -> Place:
    other = as_place(item.homonyms[index], name=item.place.name, utterance=reading.utterance)
    return replace(other, relation=item.place.relation, distance_km=item.place.distance_km, span=item.place.span)
