"""Quantities, places and periods that a model wrote: resolved by the vocabularies, or Unfounded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from conductor.composer.language_model.evidence import Evidence
from conductor.composer.reading import Located
from conductor.composer.text.calendar_words import fold
from conductor.composer.verification.unfounded import Unfounded
from conductor.composer.where.bearers import as_place
from conductor.composer.where.relations import relation
from connectors.vocabulary import quantities
from connectors.vocabulary.places import lookup
from connectors.vocabulary.quantities import QuantityEntry
from planners.intent import Period, Place, Quantity, Threshold

SURE = 0.5  # of a value whose words stand in the text, and whose meaning is the model's


def quantity(told: Mapping[str, Any], evidence: Evidence) -> Quantity:
    """A quantity that a reader found too, or whose name stands in the text and whose id a vocabulary knows."""
    entry = _entry(told)
    read = next((q for q in evidence.reading.quantities if _is(q, entry)), None)
    if read is None:
        name = str(told.get("name") or "")
        where = evidence.where(name)
        if where is None:
            raise Unfounded("neither its name stands in the question nor did the vocabulary find it there")
        if len(name) < 3 or not evidence.is_free(*where):
            raise Unfounded("its name is no word of its own in the question")
        read = Quantity(
            name=name, standard_name=entry.standard_name, variable_id=None if entry.indicator else entry.variable_id,
            indicator=entry.indicator, spectral_index=entry.spectral_index, span=evidence.span(*where, confidence=SURE),
        )  # fmt: skip
    return replace(read, threshold=_threshold(told.get("threshold"), read, evidence))


def _entry(told: Mapping[str, Any]) -> QuantityEntry:
    readers = (
        ("indicator", quantities.by_indicator),
        ("spectral_index", lambda name: quantities.quantity(f"index:{name}")),
        ("variable_id", quantities.by_variable),
        ("standard_name", quantities.by_standard_name),
    )
    for field, find in readers:
        if told.get(field) and (entry := find(str(told[field]))) is not None:
            return entry
    raise Unfounded("no vocabulary knows it")


def _is(read: Quantity, entry: QuantityEntry) -> bool:
    if read.indicator or entry.indicator:
        return read.indicator == entry.indicator
    if read.spectral_index or entry.spectral_index:
        return read.spectral_index == entry.spectral_index
    if entry.variable_id and read.variable_id:
        return read.variable_id == entry.variable_id
    return bool(entry.standard_name) and read.standard_name == entry.standard_name


def _threshold(told: Any, read: Quantity, evidence: Evidence) -> Threshold | None:
    """The bound as the text has it; a bound whose number is not bounded there is left out."""
    if not isinstance(told, Mapping) or not isinstance(told.get("value"), int | float):
        return None
    known = ([read.threshold] if read.threshold else []) + list(evidence.bounds)
    return next((bound for bound in known if abs(bound.value - told["value"]) < 1e-9), None)


def place(told: Mapping[str, Any], evidence: Evidence) -> Place:
    """A place that the gazetteer reader found too, or whose name stands in the text and that the gazetteer knows."""
    name = str(told.get("name") or "")
    where = evidence.where(name)
    located = next((i for i in evidence.reading.located if _same(i, name, where)), None)
    if located is None and told.get("kind") == "globe":
        located = next((i for i in evidence.reading.located if i.place.kind == "globe"), None)
    if located is not None:
        return _settled(located, told, evidence)
    if where is None:
        raise Unfounded("its name does not stand in the question")
    country = str(told.get("country") or "").upper()
    entries = [e for e in lookup(name, evidence.reading.utterance.language) if e.form < 3]
    chosen = next((e for e in entries if country and e.country == country), None) or next(iter(entries), None)
    if chosen is None:
        raise Unfounded("the gazetteer does not know it")
    meant = relation(evidence.reading.utterance.folded, *where, floor=0)
    found = as_place(chosen, name=name, utterance=evidence.reading.utterance)
    return replace(
        found,
        relation=meant.name if meant else None,
        distance_km=meant.distance_km if meant else None,
        span=evidence.span(*where, confidence=SURE),
    )


def _same(item: Located, name: str, where: tuple[int, int] | None) -> bool:
    return fold(item.place.name) == fold(name) or (
        where is not None and item.bare[0] < where[1] and where[0] < item.bare[1]
    )


def _settled(item: Located, told: Mapping[str, Any], evidence: Evidence) -> Place:
    """The place as it was read, or its homonym in the country that the model names."""
    country = str(told.get("country") or "").upper()
    other = next((e for e in item.homonyms if country and e.country == country), None)
    if other is None or country == item.place.country:
        return item.place
    homonym = as_place(other, name=item.place.name, utterance=evidence.reading.utterance)
    return replace(homonym, relation=item.place.relation, distance_km=item.place.distance_km, span=item.place.span)


def period(told: Mapping[str, Any], evidence: Evidence) -> Period:
    """A period as the contract's rules read it from the text, or whose years both stand there."""
    role: Literal["target", "reference"] = "reference" if told.get("role") == "reference" else "target"
    if isinstance(level := told.get("warming_level"), int | float):
        found = next((p for p in evidence.periods if p.warming_level == float(level)), None)
        if found is None:
            raise Unfounded("no such warming level is said")
        return found
    start, end = _date(told.get("start")), _date(told.get("end"))
    if start is None and end is None:
        raise Unfounded("it has neither beginning nor end")
    asked = Period(role=role, start=start, end=end)
    read = [p for p in evidence.periods if p.span and p.warming_level is None and p.interval.intersects(asked.interval)]
    same = [
        p for p in evidence.periods if (p.start or "")[:4] == (start or "")[:4] and (p.end or "")[:4] == (end or "")[:4]
    ]
    years = {float(day[:4]) for day in (start, end) if day}
    if same or (read and not years <= evidence.numbers):
        return replace((same or read)[0], role=role)
    if len(years) == 1 and read:
        return replace(read[0], role=role)
    if not years <= evidence.numbers:
        raise Unfounded("its years do not stand in the question")
    return asked


def _date(value: Any) -> str | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise Unfounded("it is no ISO date") from error
