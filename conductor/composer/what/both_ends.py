"""Both ends of the temperature said in one breath: "min and max temperature", "minimale, moyenne et maximale"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.what.quantities import as_quantity
from conductor.composer.what.said_once import merged
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_variable
from planners.intent import Quantity

_END = r"(?:min(?:im(?:um|ales?|a|al|aux))?|max(?:im(?:um|ales?|a|al|aux))?)"
_MEAN = r"(?:means?|averages?|moyennes?)"
_JOINED = r"(?: temperatures?)?,? ?(?:,|and|et|&|/|\+) ?(?:the |les? |la )?"
_PAIR = Pattern(rf"\b{_END}{_JOINED}{_END}\b")
_TRIPLE = Pattern(rf"\b(?:{_MEAN}|{_END}){_JOINED}(?:{_MEAN}|{_END}){_JOINED}(?:{_MEAN}|{_END})\b")
_MEAN_AND_MOST = Pattern(
    r"\b(?:means?|averages?|moyen(?:ne)?s?),? (?:and|et|&) (?:the )?max\w*|\bmax\w*,? (?:and|et|&) (?:the )?(?:means?|averages?|moyen\w*)"
)
_ENDS = ("tasmin", "tasmax")


def both_ends(
    quantities: Sequence[Quantity], statistics: Sequence[str], folded: str
) -> tuple[tuple[Quantity, ...], tuple[str, ...]]:
    """Two ends are two variables; with the mean between them they are three statistics of one."""
    if _MEAN_AND_MOST.search(folded):  # "mean and maximum wind" are two statistics of one
        quantities = merged(
            [replace(q, variable_id="sfcWind") if q.variable_id == "sfcWindmax" else q for q in quantities]
        )
    end = next((q for q in quantities if q.variable_id in _ENDS and not q.indicator), None)
    triple = _TRIPLE.search(folded)
    if end is None or not (triple or _PAIR.search(folded)):
        return tuple(quantities), tuple(statistics)
    if triple and re.search(_MEAN, triple[0]):
        kept = [q for q in quantities if q is end or q.variable_id not in (*_ENDS, "tas")]
        return _with(kept, end, ("tas",)), tuple(dict.fromkeys((*statistics, "min", "mean", "max")))
    kept = [q for q in quantities if q is end or q.variable_id not in _ENDS]
    return _with(kept, end, _ENDS), tuple(statistics)


def _with(quantities: Sequence[Quantity], end: Quantity, variables: Sequence[str]) -> tuple[Quantity, ...]:
    """The quantities with one of them written as these variables."""
    entries = [entry for name in variables if (entry := by_variable(name))]
    made = [replace(as_quantity(entry, end.name), threshold=end.threshold, span=end.span) for entry in entries]
    return tuple(new for q in quantities for new in (made if q is end else [q]))
