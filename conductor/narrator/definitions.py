"""The fields of explanations: what a vocabulary says of a thing, what can be asked, what cannot be answered yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conductor.narrator.sentences import WORDS

_KINDS = {  # the facts' kind → what it is called
    "experiment_id": ("an experiment", "une expérience"), "source_id": ("a model", "un modèle"), "variable_id": ("a variable", "une variable"),
    "standard_name": ("a CF standard name", "un nom standard CF"), "indicator": ("a climate indicator of xclim", "un indicateur climatique de xclim"),
    "spectral_index": ("a spectral index", "un indice spectral"), "collection": ("a data collection", "une collection de données"),
    "process": ("a process", "un traitement"), "institution_id": ("an institution", "une institution"), "activity_id": ("an activity", "une activité"),
    "table_id": ("a table", "une table"), "mip_era": ("a generation of model intercomparison", "une génération de comparaison de modèles"),
}  # fmt: skip
_LABELS = {  # details told, in this order
    "activity_ids": ("activity", "activité"), "parents": ("begins from", "part de"), "institution_ids": ("by", "par"), "units": ("units", "unités"),
    "standard_name": ("CF name", "nom CF"), "realms": ("realms", "domaines"), "sensor": ("sensor", "capteur"), "platforms": ("platforms", "plateformes"),
    "level": ("level", "niveau"), "resolution_m": ("metres a pixel", "mètres par pixel"), "family": ("family", "famille"), "inputs": ("from", "à partir de"),
}  # fmt: skip

_ACTIONS = {"compare": "comparer", "describe": "décrire", "detect": "détecter", "explain": "expliquer", "find": "trouver", "project": "projeter",
            "trend": "mesurer une tendance"}  # fmt: skip


def explained(facts: Mapping[str, Any], language: str) -> dict[str, str]:
    """The fields of definitions, capabilities and refusals."""
    french = language == "fr"
    name, details, nearest = facts.get("name") or {}, facts.get("details") or {}, list(facts.get("nearest") or ())
    sources = facts.get("sources") or {}
    return {
        "id": str(facts.get("id", "")), "name": str(name.get(language) or name.get("en") or ""), "source": str(facts.get("source", "")),
        "kind": _kind(str(facts.get("kind", "")), details, french=french), "details": _details(details, french=french),
        "message": str(facts.get("message", "")), "actions": ", ".join(_ACTIONS.get(a, a) if french else a for a in facts.get("actions") or ()),
        "nearest": WORDS[language]["nearest"].format(", ".join(nearest)) if nearest else "",
        "sources": "; ".join(f"{family}: {', '.join(titles)}" for family, titles in sources.items()) if isinstance(sources, Mapping) else "",
    }  # fmt: skip


def _kind(kind: str, details: Mapping[str, Any], *, french: bool) -> str:
    word = _KINDS.get(kind, ("an entry of the vocabulary", "une entrée du vocabulaire"))[french]
    projects = [str(p) for p in ([details["project"]] if details.get("project") else details.get("projects") or ())]
    return f"{word} {'de' if french else 'of'} {', '.join(projects)}" if projects else word


def _details(details: Mapping[str, Any], *, french: bool) -> str:
    told = [f"{label[french]} {_text(details[key])}" for key, label in _LABELS.items() if details.get(key)]
    if details.get("start") or details.get("end"):
        told.insert(0, f"{details.get('start') or '…'}–{details.get('end') or '…'}")
    return f" ({'; '.join(told)})" if told else ""


def _text(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
