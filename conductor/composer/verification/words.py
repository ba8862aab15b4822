"""Ids, facets, filters and months that a model wrote: kept where a reader or a vocabulary finds them in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from conductor.composer.language_model.evidence import Evidence
from conductor.composer.language_model.intent_schema import FACETS, NUMBERS
from conductor.composer.text.calendar_words import MONTHS
from conductor.composer.verification.unfounded import Dropped
from connectors.vocabulary import collections, models, phenomena, processes, quantities, scenarios, statistics
from connectors.vocabulary.entries import Entry

Report = Callable[[Dropped], None]
NOT_SAID = "the question does not name it"

_KNOWN: Mapping[str, Callable[[str], Entry | None]] = {
    "phenomena": phenomena.phenomenon,
    "collections": collections.collection,
    "statistics": partial(statistics.term, "statistics"),
    "outputs": partial(statistics.term, "outputs"),
    "aggregation": partial(statistics.term, "aggregation"),
    "processes": processes.process,
    "models": processes.model,
}


def listed(slot: str, told: Any, evidence: Evidence, report: Report) -> tuple[str, ...]:
    """The ids of one slot that were read from the text too, or that the vocabulary knows and the text names."""
    read: tuple[str, ...] = getattr(evidence.reading, slot)
    kept = []
    for value in _texts(told):
        entry = _KNOWN[slot](value)
        if value in read:
            kept.append(value)
        elif entry is not None and evidence.names(entry):
            kept.append(entry.id)
        else:
            report(Dropped(slot=slot, value=value, reason=NOT_SAID if entry else "no vocabulary knows it"))
    return tuple(dict.fromkeys(kept))


def aggregation(told: Any, evidence: Evidence, report: Report) -> str | None:
    """The time step, where it is said."""
    for value in _texts(told):
        entry = _KNOWN["aggregation"](value)
        if value == evidence.reading.aggregation or (entry is not None and evidence.names(entry)):
            return value
        report(Dropped(slot="aggregation", value=value, reason=NOT_SAID))
    return None


def facets(told: Any, evidence: Evidence, report: Report) -> dict[str, tuple[str, ...]]:
    """Facet values in the vocabulary's spelling."""
    kept: dict[str, tuple[str, ...]] = {}
    for key, values in told.items() if isinstance(told, Mapping) else ():
        for value in _texts(values):
            found = _facet(str(key), value, evidence)
            if found is None:
                report(Dropped(slot=f"facets.{key}", value=value, reason=NOT_SAID))
            elif found not in kept.get(str(key), ()):
                kept[str(key)] = (*kept.get(str(key), ()), found)
    return kept


def _facet(key: str, value: str, evidence: Evidence) -> str | None:
    """The value as a reader spelt it, or as the vocabulary does where the text names it; None for anything else."""
    read = next((v for v in evidence.reading.facets.get(key, ()) if v.lower() == value.lower()), None)
    if read is not None or key not in FACETS:
        return read
    entry: Entry | None
    if key == "experiment_id":
        entry = scenarios.experiment(value)
    elif key == "variable_id":
        entry = quantities.by_variable(value)
        return entry.variable_id if entry and evidence.where(value) else None
    else:
        entry = models.facet(key, value)
    return entry.id if entry is not None and evidence.names(entry) else None


def filters(told: Any, evidence: Evidence, report: Report) -> dict[str, Any]:
    """Filters that were read from the text too, or numbers of filters that stand there."""
    kept: dict[str, Any] = {}
    for key, value in told.items() if isinstance(told, Mapping) else ():
        read = evidence.reading.filters.get(key)
        if read is not None and _set(read) == _set(value):
            kept[str(key)] = read
        elif key in NUMBERS and isinstance(value, int | float) and float(value) in evidence.numbers:
            kept[str(key)] = value
        elif value not in (None, "", []):
            report(Dropped(slot=f"filters.{key}", value=str(value), reason=NOT_SAID))
    return kept


def months(told: Any, evidence: Evidence, report: Report) -> tuple[int, ...]:
    """Recurring months: those of the season that was read, or such as stand in the text by name."""
    asked = [m for m in told if isinstance(m, int) and 1 <= m <= 12] if isinstance(told, list) else []
    if not asked or set(asked) == set(evidence.reading.months):
        return evidence.reading.months if asked else ()
    named = {number for name, number in MONTHS.items() if evidence.where(name)}
    if set(asked) <= named:
        return tuple(dict.fromkeys(asked))
    report(Dropped(slot="months", value=str(asked), reason=NOT_SAID))
    return ()


def _texts(told: Any) -> Iterator[str]:
    values = told if isinstance(told, list | tuple) else [told]
    yield from (value.strip() for value in values if isinstance(value, str) and value.strip())


def _set(value: Any) -> set[str]:
    values = value if isinstance(value, list | tuple) else [value]
    return {f"{float(v):g}" if isinstance(v, int | float) else str(v).lower() for v in values}
