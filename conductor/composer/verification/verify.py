"""Verify: one reading that a language model wrote, value by value; what is not borne out is left out and said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from conductor.composer.language_model.evidence import Evidence
from conductor.composer.language_model.intent_schema import COMPARED
from conductor.composer.resolve import RECENT, wants_reference
from conductor.composer.verification import slots, words
from conductor.composer.verification.unfounded import Dropped, Unfounded
from conductor.composer.what.free_words import free_words
from conductor.composer.what.together import together
from planners.intent import ACTIONS, Intent

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A reading as far as it is borne out, and what of the model's words was not."""

    intent: Intent
    dropped: tuple[Dropped, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left that could be acted on."""
        i = self.intent
        return not (
            i.quantities or i.phenomena or i.places or i.periods or i.facets or i.collections or i.processes or i.models
        )


def verify(row: Mapping[str, Any], evidence: Evidence) -> Verified:
    """Check every value of a reading; what is malformed counts as not borne out."""
    dropped: list[Dropped] = []
    report = dropped.append

    def ids(slot: str) -> tuple[str, ...]:
        return words.listed(slot, row.get(slot), evidence, report)

    action = row.get("action") if row.get("action") in ACTIONS else None
    part = row.get("part")
    compared = row.get("compared") if action == "compare" and row.get("compared") in COMPARED else None
    intent = Intent(
        part=part if isinstance(part, int) and 1 <= part <= 9 else 1,
        action=action,
        quantities=_each("quantities", row, evidence, report, slots.quantity),
        phenomena=ids("phenomena"),
        places=_each("places", row, evidence, report, slots.place),
        periods=_each("periods", row, evidence, report, slots.period),
        months=words.months(row.get("months"), evidence, report),
        facets=words.facets(row.get("facets"), evidence, report),
        collections=ids("collections"),
        filters=words.filters(row.get("filters"), evidence, report),
        statistics=ids("statistics"),
        aggregation=words.aggregation(row.get("aggregation"), evidence, report),
        compared=compared,
        outputs=ids("outputs"),
        processes=ids("processes"),
        models=ids("models"),
    )
    reading = evidence.reading
    intent = replace(intent, together=together(reading.utterance, intent), words=free_words(reading, intent))
    return Verified(intent=_referenced(intent, evidence), dropped=tuple(dropped))


def _referenced(intent: Intent, evidence: Evidence) -> Intent:
    """A change without a reference is counted from 1995–2014, as the contract has it for every reading."""
    if intent.reference is not None or not intent.targets or not wants_reference(intent, evidence.reading):
        return intent
    return replace(intent, periods=(*intent.periods, RECENT))


def _each(
    slot: str,
    row: Mapping[str, Any],
    evidence: Evidence,
    report: Callable[[Dropped], None],
    check: Callable[[Mapping[str, Any], Evidence], T],
) -> tuple[T, ...]:
    """The values of a slot that pass their check, each once."""
    told = row.get(slot)
    kept: list[T] = []
    for value in told if isinstance(told, list) else []:
        if not isinstance(value, Mapping):
            report(Dropped(slot=slot, value=str(value), reason="it is no object"))
            continue
        try:
            found = check(value, evidence)
        except Unfounded as reason:
            report(Dropped(slot=slot, value=_shown(value), reason=str(reason)))
            continue
        if found not in kept:
            kept.append(found)
    return tuple(kept)


def _shown(value: Mapping[str, Any]) -> str:
    return ", ".join(f"{key}={text}" for key, text in value.items() if text not in (None, "", [], {}))[:200]
