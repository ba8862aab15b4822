"""From a reading and what is wanted to the contract's intent: defaults filled in, each with its assumption."""

from __future__ import annotations

import re
from dataclasses import replace

from conductor.composer.actions import Decision
from conductor.composer.matter import future, imagery
from conductor.composer.reading import Assumption, Reading
from conductor.composer.statistics import read_aggregation
from planners.intent import Intent, Period

RECENT = Period(role="reference", start="1995-01-01", end="2014-12-31")
FREQUENCIES = {"monthly": "mon", "daily": "day", "annual": "yr"}
_DAY_TABLE = re.compile(r"(?<!per )(?<!a )(?<!one )(?<!each )(?<!the )(?<!\d )\bday\b(?! (?:before|after|of))")
_FUTURE_CHANGE = re.compile(
    r"\b(?:chang\w*|increas\w*|decreas\w*|warm(?:er|ing|s)?\b|go(?:es)? (?:up|down)|gone up|cool(?:er|ing)\b|hotter|colder|wetter|drier|rise|"
    r"rises|risen|fall in|declin\w*|loss|lose|gain|shift\w*|evol\w+|more|less|fewer|anomal\w+|augment\w*|"
    r"diminu\w*|hausse|baisse|rechauff\w*|plus (?:de|chaud\w*|sec\w*|humide\w*|froid\w*)|moins|en plus|en moins|"
    r"anomalie|delta|impact of)\b"
)


def resolve(reading: Reading, decision: Decision) -> tuple[Intent, tuple[Assumption, ...]]:
    """Write the intent; says what was assumed beyond the reading's own assumptions."""
    intent = Intent(
        action=decision.action,
        quantities=reading.quantities,
        phenomena=reading.phenomena,
        places=reading.real_places,
        periods=reading.periods,
        months=reading.months,
        facets=reading.facets,
        collections=reading.collections,
        filters=reading.filters,
        statistics=reading.statistics,
        aggregation=reading.aggregation,
        compared=decision.compared,
        outputs=reading.outputs,
        processes=reading.processes,
        models=reading.models,
    )
    intent = _steps(intent, reading.utterance.folded)
    if intent.action == "explain":
        intent = replace(intent, topics=topics(intent), places=tuple(p for p in intent.places if p.kind != "globe"))
    return _referenced(intent, reading)


def topics(intent: Intent) -> tuple[str, ...]:
    """What an explanation is about, as `facet:value`, in the order of the slots."""
    named = [f"{key}:{value}" for key, values in intent.facets.items() for value in values]
    for quantity in intent.quantities:
        pairs = (
            ("indicator", quantity.indicator), ("spectral_index", quantity.spectral_index), ("variable_id", quantity.variable_id),
            ("standard_name", quantity.standard_name),
        )  # fmt: skip
        named += [f"{key}:{value}" for key, value in pairs if value][:1]
    named += [f"collection:{name}" for name in intent.collections]
    named += [f"process:{name.split('@')[0]}" for name in intent.processes]
    named += [f"model:{name}" for name in intent.models] + [f"phenomenon:{name}" for name in intent.phenomena]
    return tuple(dict.fromkeys(named))


def _steps(intent: Intent, folded: str) -> Intent:
    """A time step is a facet of what is searched, and the step of the result of what is computed."""
    of_data = read_aggregation(folded, of_data=True)
    frequency = intent.facets.get("frequency", ())
    if intent.action == "find":
        if of_data in FREQUENCIES and not intent.collections and not intent.phenomena and not frequency:
            intent = replace(intent, facets={**intent.facets, "frequency": (FREQUENCIES[of_data],)})
        if _DAY_TABLE.search(folded) and len(intent.facets) > 1 and not intent.places and not frequency and not of_data:
            intent = replace(intent, facets={**intent.facets, "frequency": ("day",)})
        return replace(intent, aggregation=None) if not intent.collections else intent
    if intent.action not in ("explain", None) and frequency:
        kept = {key: values for key, values in intent.facets.items() if key != "frequency"}
        return replace(intent, facets=kept)
    return intent


def _referenced(intent: Intent, reading: Reading) -> tuple[Intent, tuple[Assumption, ...]]:
    """A future change without a reference is counted from 1995–2014; never for imagery or a trend."""
    if not wants_reference(intent, reading):
        return intent, ()
    return replace(intent, periods=(*intent.periods, RECENT)), (Assumption(code="recent_reference"),)


def wants_reference(intent: Intent, reading: Reading) -> bool:
    """Whether a change is asked whose baseline was not said."""
    if intent.action not in ("project", "compare") or reading.references or imagery(reading) or not future(reading):
        return False
    if not any(p.start or p.end for p in reading.targets):
        return False
    words = re.sub(
        r"\b(?:more|less|plus|fewer|moins) (?:than|de|d'|que) (?=\d)|\bor more\b|\bou plus\b|\b(?:le|la|les|l'annee|l'ete|l'hiver) plus \w+|(?:cooling|heating|growing)[- ]degree|climat\w* chang\w*|"
        r"chang\w* climat\w*|global warming level|at least",
        " ",
        reading.utterance.folded,
    )
    return bool(_FUTURE_CHANGE.search(words)) or "change" in reading.named.implied
