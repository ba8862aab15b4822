"""What the planners filled in that nobody said, as sentences beside the composer's own assumptions."""

from __future__ import annotations

from collections.abc import Sequence

from conductor.answer import Finding, Understanding
from conductor.narrator import names
from planners.intent import Intent
from planners.plan import Plan

_COMPUTED = frozenset({"compare", "describe", "project", "simulate", "trend"})
_AHEAD = ("compare", "project", "simulate")
_TEMPLATES = {
    "en": {"scenarios": "No scenario was named: {} are shown.", "period": "No period was named: {} is shown.",
           "place": "No place was named: the whole world is shown.", "reference": "No reference was named: changes are against {}.",
           "return_period": "No return period was named: the flood that returns once in {} years is shown."},
    "fr": {"scenarios": "Aucun scénario n’est nommé : {} sont montrés.", "period": "Aucune période n’est nommée : {} est montrée.",
           "place": "Aucun lieu n’est nommé : le monde entier est montré.", "reference": "Aucune référence n’est nommée : les écarts sont par rapport à {}.",
           "return_period": "Aucune période de retour n’est nommée : la crue qui revient une fois en {} ans est montrée."},
}  # fmt: skip


def assumptions_of(
    understanding: Understanding, plan: Plan | None, findings: Sequence[Finding], language: str
) -> tuple[str, ...]:
    """The composer's assumptions, then the planners'."""
    added: list[str] = []
    for index in dict.fromkeys(f.intent for f in findings):
        if plan is not None and plan.intents[index].action in _COMPUTED:
            added += _filled(plan.intents[index], [f for f in findings if f.intent == index], language)
    return tuple(dict.fromkeys((*understanding.assumptions, *added)))


def _filled(intent: Intent, findings: Sequence[Finding], language: str) -> list[str]:
    words, filled = _TEMPLATES[language], []
    climatic = [f for f in findings if "experiment_id" in f.conditions]
    scenarios = dict.fromkeys(names.scenario(str(f.conditions["experiment_id"]), language) for f in climatic)
    if climatic and intent.action in _AHEAD and not intent.facets.get("experiment_id"):
        filled.append(words["scenarios"].format(", ".join(scenarios)))
    if not any(p.start or p.end or p.warming_level for p in intent.targets) and (
        said := next((f.period for f in climatic if f.period), None)
    ):
        filled.append(words["period"].format(names.period(said, language)))
    if climatic and not intent.places:
        filled.append(words["place"])
    reference = next((f.reference for f in climatic if f.reference), None)
    if reference and intent.reference is None and intent.action in _AHEAD:
        filled.append(words["reference"].format(names.period(reference, language)))
    years = next((f.conditions["return_period"] for f in findings if "return_period" in f.conditions), None)
    if years is not None and not any(s.startswith("return_period_") for s in intent.statistics):
        filled.append(words["return_period"].format(f"{years:g}"))
    return filled
