"""Numbers in sentences: how they are written in each language, and the guard that lets none pass that was not computed.

The guard reads a finished sentence and looks for every number of it among the values and texts of the finding it is about;
it knows nothing of the templates that made the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from conductor.errors import ConductorError
from connectors.items import Item, Series

MINUS = "−"
_NUMBER = {
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
    "fr": re.compile(r"\d{1,3}(?:\u202f\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
}
_DIGITS = {"K": 1, "degC": 1, "%": 1, "km2": 0, "year": 0}
_PER_DECADE = 2
_TELLING = 0.05  # below it a temperature or a share of one decimal would read as nothing
_FEW = 12  # points of a series that a sentence may quote


class UnboundNumber(ConductorError):
    """A sentence holds a number that no computed value stands behind."""


def decimals_of(units: str, value: float) -> int:
    """Decimals to write: two for rates, one for temperatures and shares, enough for three figures otherwise."""
    if "decade" in units or "/year" in units:
        return _PER_DECADE
    size = abs(value)
    if units in _DIGITS:
        return _DIGITS[units] + (1 if _DIGITS[units] and 0 < size < _TELLING else 0)
    return 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 0.1 or size == 0 else 6


def number(value: float, decimals: int, language: str, *, signed: bool = False) -> str:
    """A number in the language's spelling: `1,234.5` or `1 234,5`, a true minus sign."""
    text = f"{abs(value):,.{decimals}f}"
    if language == "fr":
        text = text.replace(",", "\u202f").replace(".", ",")
    is_zero = not re.search(r"[1-9]", text)
    sign = MINUS if value < 0 and not is_zero else "+" if signed and value > 0 and not is_zero else ""
    return sign + text


def check(sentence: str, finding: Any, language: str, *, also: Iterable[Any] = ()) -> None:
    """Raise UnboundNumber where a number of the sentence is neither a rounding of a value of the finding nor in its texts.

    `also` holds names that the sentence may use, such as a scenario's.
    """
    values: list[float] = []
    texts: list[str] = []
    for source in (finding, *also):
        _gather(source, values, texts)
    written = {_plain(n, lang) for text in texts for lang, figures in _NUMBER.items() for n in figures.findall(text)}
    written |= {form for text in texts for digits in re.findall(r"\d+", text) for form in (digits, digits.lstrip("0"))}
    for found in _NUMBER[language].findall(sentence):
        figure = _plain(found, language)
        if figure not in written and not _is_rounding(figure, values):
            raise UnboundNumber(
                f"the number {found!r} in {sentence!r} is bound to no computed value; this is a defect of the narrator"
            )


def _plain(figure: str, language: str) -> str:
    """A number as Python reads it."""
    return figure.replace("\u202f", "").replace(",", ".") if language == "fr" else figure.replace(",", "")


def _is_rounding(figure: str, values: Iterable[float]) -> bool:
    decimals = len(figure.partition(".")[2])
    return any(f"{abs(v):.{decimals}f}" == figure for v in values)


def _gather(value: Any, values: list[float], texts: list[str]) -> None:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        values.append(float(value))
    elif isinstance(value, str):
        texts.append(value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            _gather(str(key), values, texts)
            _gather(inner, values, texts)
    elif isinstance(value, list | tuple):
        for inner in value:
            _gather(inner, values, texts)
    elif isinstance(value, Series):
        texts += [value.units, value.name, *value.x[:1], *value.x[-1:]]
        values += [y for y in value.y if y is not None] if len(value.y) <= _FEW else []
    elif isinstance(value, Item):
        instant = str(value.get("datetime") or "")
        texts += [value.id, value.collection, value.interval.start or "", value.interval.end or "", instant]
    elif is_dataclass(value):
        for field in fields(value):
            _gather(getattr(value, field.name), values, texts)
