"""What is written in a picture, in the language of the answer: axes, legends, units, the line under the axes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from conductor.answer import Finding
from conductor.narrator import names

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WORDS = {
    "en": {
        "trend": "trend", "band": "band: {}", "shaded": "reference {}–{} (sand), asked period (grey)",
        "reference": "reference {}–{}", "scene": "scene footprint", "asked": "asked: {}", "place": "place",
        "found": "{} on the map · longitude and latitude, WGS 84",
        "cells": "cells at their true size · longitude and latitude, WGS 84",
    },
    "fr": {
        "trend": "tendance", "band": "bande : {}", "shaded": "référence {}–{} (sable), période demandée (gris)",
        "reference": "référence {}–{}", "scene": "emprise d’une scène", "asked": "demandé : {}", "place": "lieu",
        "found": "{} sur la carte · longitude et latitude, WGS 84",
        "cells": "mailles à leur vraie taille · longitude et latitude, WGS 84",
    },
}  # fmt: skip
_SIGNS = {"degC": "°C", "1": "", "percent": "%"}
_RATES = {
    "en": (("decade-1", "per decade"), ("year-1", "per year")),
    "fr": (("decade-1", "par décennie"), ("year-1", "par an")),
}
_SIDE = ("experiment_id", "source_id", "place", "period", "source")  # conditions that tell two sides apart


def units(symbol: str | None, language: str) -> str:
    """Units as readers write them; rates in words."""
    text = _SIGNS.get(symbol or "", names.units(symbol or "", language))
    for written, said in _RATES[language]:
        text = text.replace(written, said)
    return text


def amount(value: float, symbol: str | None, language: str, *, form: str = ".3g") -> str:
    """A value with its units, its decimal mark the language's."""
    return f"{_marked(format(value, form), language)} {units(symbol, language)}".rstrip()


def axis(findings: Sequence[Finding], language: str) -> str:
    """The quantity on the axis and its units."""
    finding = next(iter(findings), None)
    if finding is None:
        return ""
    name = names.quantity(finding.quantity, language) if finding.quantity else ""
    of = units(finding.series.units if finding.series else finding.units, language)
    return f"{name} ({of})" if name and of else name or of


def side(finding: Finding, language: str) -> str:
    """What tells a line or a bar from the others: its label, scenario, model or place."""
    if name := finding.details.get("label") or finding.conditions.get("label"):
        return str(name)
    values = [value for key, value in finding.conditions.items() if key in _SIDE]
    flat = [str(one) for value in values for one in (value if isinstance(value, list | tuple) else [value])]
    return (
        ", ".join(names.scenario(one, language) for one in flat)
        or (finding.place or {}).get("name", "")
        or finding.role
    )


def slope(finding: Finding, language: str) -> str:
    """The fitted line's own name: its slope."""
    if finding.value is None:
        return WORDS[language]["trend"]
    return amount(finding.value, finding.units, language, form="+.2g")


def footnote(findings: Sequence[Finding], meaning: str, language: str, *, shaded: bool = True) -> str:
    """What the band means, and the periods: shaded along an axis of time, else the reference alone."""
    words, said = WORDS[language], names.meaning(meaning, language)
    has_band = any(finding.series and finding.series.low for finding in findings)
    parts = [words["band"].format(said) if said and has_band else said]
    reference = next((f.reference for f in findings if f.reference and f.reference.get("start")), None)
    if reference:
        parts.append(words["shaded" if shaded else "reference"].format(reference["start"][:4], reference["end"][:4]))
    return " · ".join(part for part in parts if part)


def ticks(axes: Axes, language: str, *, x: bool = False) -> None:
    """Numbers along the axis of values, with the decimal mark of the language."""
    from matplotlib.ticker import ScalarFormatter

    class Marked(ScalarFormatter):
        def __call__(self, value: float, position: int | None = None) -> str:
            return _marked(super().__call__(value, position), language)

    (axes.xaxis if x else axes.yaxis).set_major_formatter(Marked())


def _marked(text: str, language: str) -> str:
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text) if language == "fr" else text
