"""Self-corrections in mid-sentence: "humidex? no wait, just relative humidity" means the latter."""

from __future__ import annotations

from dataclasses import replace

from conductor.composer.reading import Reading
from conductor.composer.text.cues import Cues
from conductor.composer.text.lengths import words_in
from connectors.vocabulary.patterns import Pattern

_REPAIR = Pattern(
    r"\s{0,3}\.{2,4}\s{0,3}(?:no|non),?\s{1,3}|\s{0,3}(?:[.?!,;:…-]{1,4}|\()\s{0,3}(?:(?:oh |ah |euh |er |um )?(?:no wait|wait,? no|no,? (?:just|rather|make that|sorry|i mean|actually)|no(?= ?:)|non(?= ?:)|non,? (?=(?:en|au|aux|a|dans|sur|pour) )|no,? (?=(?:in|at|over|for|on|near) )|non,? (?:plutot|simplement|juste|pardon|en fait|attends)|"
    r"sorry|oops|well,? (?=(?:the|in|at|for|on|over|rather) )|scratch that|i mean(?! (?:its|his|her|their|by (?:that|this|it))\b)|i(?:'m| am) (?:talking about|referring to)(?! (?:its|his|her|their|it|that|this)\b)|je (?:parle|pense) (?=du\b|des\b|d[e'] ?)(?!d[e'] ?(?:sa|son|ses|leurs?|cela|ca)\b)|or rather|actually make|well,? actually|fine,? just|pardon|enfin|(?<=\. )disons|(?<=… )disons|disons plutot|je veux dire(?! (?:sa|son|ses|leurs?|par la)\b)|ou plutot|euh non|attends))\b[ ,:]*(?:just |simplement |juste )?"
)


def repair(folded: str) -> tuple[int, int] | None:
    """Where a correction begins and ends, where something stands on both sides of it."""
    found = [
        m for m in _REPAIR.finditer(folded) if words_in(folded[: m.start()]) >= 1 and words_in(folded[m.end() :]) >= 2
    ]
    return found[-1].span() if found else None


def corrected(first: Reading, second: Reading) -> Reading:
    """What was said after the correction, completed by what only stood before it."""
    subject = second.quantities or second.phenomena
    when = second.periods or second.months
    return replace(
        second,
        cues=_asked(first.cues, second.cues),
        quantities=second.quantities if subject else first.quantities,
        phenomena=second.phenomena if subject else first.phenomena,
        located=second.located or tuple(replace(item, start=0, end=0, bare=(0, 0)) for item in first.located),
        periods=second.periods if second.periods or (when and not _of_years(first)) else first.periods,
        months=second.months if when else first.months,
        facets={**first.facets, **second.facets},
        collections=second.collections or first.collections,
        filters={**first.filters, **second.filters},
        statistics=second.statistics or first.statistics,
        aggregation=second.aggregation or first.aggregation,
        outputs=second.outputs or first.outputs,
        processes=second.processes or first.processes,
        models=second.models or first.models,
        assumptions=(*first.assumptions, *second.assumptions),
    )


def _of_years(reading: Reading) -> bool:
    """Whether what is corrected spoke of years, which months told later leave standing: "by 2050? I mean October to December"."""
    return not reading.months and any(
        p.start and p.end and int(p.end[:4]) - int(p.start[:4]) >= 1 for p in reading.periods
    )


# what is asked without a verb of asking, which a correction of the subject leaves as it was
_KEPT = ("how_much", "has_changed", "change", "happened", "before_after", "future")
_ACTS = ("find", "show", "compute", "detect", "compare", "trend", "run", "simulate", "train", "train_verb", "question")


def asks_anew(first: Cues, second: Cues) -> bool:
    """Whether what follows the correction asks for something itself; the question mark alone may be that of what was begun before."""
    acts = {name for name in _ACTS if getattr(second, name)}
    return bool(acts - {"question"}) or (bool(acts) and not any(getattr(first, name) for name in _ACTS))


def _asked(first: Cues, second: Cues) -> Cues:
    """The cue words after the correction; where they ask for nothing, what was asked before it still is: "train … no, glaciers"."""
    if asks_anew(first, second):
        return second
    return replace(second, **{name: True for name in (*_ACTS, *_KEPT) if getattr(first, name)})
