"""The fields of sentences about climate indices: thresholds, the variables they are computed from, what is held instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conductor.answer import Finding
from conductor.narrator.numbers import number

_COARSER = {
    "en": "; monthly or annual values are: {} of {}",
    "fr": " ; des valeurs mensuelles ou annuelles le sont : {} de {}",
}
_UNITS = {"degC": "°C", "K": "K", "mm/day": "mm"}
_DATASETS = {"en": ("dataset", "datasets"), "fr": ("jeu de données", "jeux de données")}


def index_fields(finding: Finding, language: str) -> dict[str, str]:
    """What the template of `needs_daily` uses beside the fields of all findings."""
    count = finding.n or 0
    held = sorted({str(v) for item in finding.items for v in _listed(item.get("variable_id"))})
    counted = f"{number(count, 0, language)} {_DATASETS[language][count > 1]}"
    coarser = _COARSER[language].format(counted, ", ".join(held)) if count and held else ""
    return {"inputs": ", ".join(str(name) for name in finding.details.get("inputs") or ()), "coarser": coarser}


def threshold(document: Mapping[str, Any], language: str) -> str:
    """The bound of a quantity, ` (> 30 °C)`; nothing where it has none."""
    bound = document.get("threshold")
    if not isinstance(bound, Mapping):
        return ""
    value = float(bound["value"])
    figure = number(value, 0 if value == int(value) else 1, language)
    units = _UNITS.get(str(bound["units"]), str(bound["units"]))
    return f" ({bound['op']} {figure} {units})"


def _listed(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else () if value is None else (value,)
