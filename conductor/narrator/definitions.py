"""The fields of explanations: what a vocabulary says of a thing, what can be asked, what cannot be answered yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

_ACTIONS = {
    "change": ("map a change between two images", "cartographier un changement entre deux images"), "compare": ("compare", "comparer"),
    "describe": ("describe", "décrire"), "detect": ("detect", "détecter"), "explain": ("explain", "expliquer"), "find": ("find", "trouver"),
    "project": ("project", "projeter"), "simulate": ("simulate a river", "simuler une rivière"), "trend": ("measure a trend", "mesurer une tendance"),
}  # fmt: skip

_FAMILIES = {"compute": ("processing services", "services de calcul"), "eo": ("catalogues of Earth observation", "catalogues d’observation de la Terre"),
             "esgf": ("climate archives", "archives climatiques"), "ml": ("sources of models", "sources de modèles")}  # fmt: skip
_EXAMPLES = {
    "en": ("“How much will the world warm by the end of the century?”", "“Find Sentinel-2 scenes near Berlin with little cloud”",
           "“What is tasmax?”"),
    "fr": ("« De combien le monde se réchauffera-t-il d’ici la fin du siècle ? »", "« Trouve des scènes Sentinel-2 peu nuageuses près de Berlin »",
           "« Qu’est-ce que tasmax ? »"),
}  # fmt: skip


def explained(facts: Mapping[str, Any], language: str) -> dict[str, str]:
    """The fields of definitions, capabilities and refusals."""
    french = language == "fr"
    name, details, nearest = facts.get("name") or {}, facts.get("details") or {}, list(facts.get("nearest") or ())
    sources = facts.get("sources") or {}
    return {
        "id": str(facts.get("id", "")), "name": str(name.get(language) or name.get("en") or ""), "source": str(facts.get("source", "")),
        "kind": _kind(str(facts.get("kind", "")), details, french=french), "details": _details(details, french=french),
        "message": str(facts.get("message", "")), "actions": _actions(facts.get("actions") or (), french=french),
        "nearest": WORDS[language]["nearest"].format(", ".join(nearest)) if nearest else "",
        "sources": _sources(sources, french=french), "examples_asked": ", ".join(_EXAMPLES["fr" if french else "en"]),
    }  # fmt: skip


def _actions(actions: Sequence[str], *, french: bool) -> str:
    return _joined([_ACTIONS[a][french] if a in _ACTIONS else a for a in actions], "ou" if french else "or")


def _sources(counts: Mapping[str, int], *, french: bool) -> str:
    """How many sources of each family are known."""
    told = [f"{n} {_FAMILIES.get(family, (family, family))[french]}" for family, n in counts.items()]
    return _joined(told, "et" if french else "and")


def _joined(told: Sequence[str], word: str) -> str:
    """Things in a row, the last one after its word."""
    return f"{', '.join(told[:-1])} {word} {told[-1]}" if len(told) > 1 else "".join(told)


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
