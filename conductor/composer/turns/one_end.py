"""One end of a time moved by a turn: "only until 2010" keeps when it began, "from 2000" what a later date is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from connectors.vocabulary.patterns import Pattern
from planners.intent import Period

_YEAR = r"(?: the year| l'annee| the end of| (?:la )?fin(?: de)?)? ?(?:19|20)\d\d(?! ?(?:[-/]|to\b|until|through|and\b|a\b|au\b|et\b|jusqu))"
_ENDS = Pattern(
    rf"\b(?:(?<!from )(?:until|till|up to|up until|through|thru|as far as)|(?:only|just|but|run|runs|going|stop|ending) to|(?:stop|end|finish)(?:s|ping|ing)?(?: it| there)? (?:in|at|with|on)|"
    rf"jusqu'(?:en|a|au)|(?:arrete[rz]?|arretant|fini[rst]*|finissant|termine[rz]?|terminant)(?:-(?:toi|vous|la))? (?:en|a|avec|par)){_YEAR}"
)
_BEGINS = Pattern(
    rf"\b(?:from|start(?:ing|s)?(?: it)?(?: in| at| from| with)|beginning (?:in|from|with)|since|a partir (?:de|du)|a compter de|depuis|des|(?:en )?(?:partant|commencant|debutant) (?:de|en|par)|commence[rz]? (?:en|a|par)){_YEAR}"
)
_BOTH = Pattern(r"\b(?:19|20)\d\d\b.*\b(?:19|20)\d\d\b")
LEAST_YEARS = 2


def one_end(folded: str, old: Period, periods: Sequence[Period], said: Period) -> tuple[Period, ...] | None:
    """The periods with one of their ends moved, None where a turn says more, or something else."""
    if _BOTH.search(folded) or not (old.start and old.end):
        return None
    earlier = next((p for p in periods if p.role == "reference"), None)
    dates = earlier is not None and earlier.end is not None and earlier.end < old.start and _a_year(earlier)
    if _ENDS.search(folded) and said.end:
        if dates and _a_year(old) and earlier and earlier.end and said.end > earlier.end:
            return (_whole_year(said, said.end), earlier)
        open_start = said.start is None or _a_year(said) or not old.start <= said.start <= old.end
        if _lasts(old) and said.end > old.start and open_start:
            return (replace(said, start=old.start), *(p for p in periods if p.role == "reference"))
    if dates and earlier and _a_year(old) and _BEGINS.search(folded) and said.start and said.start < old.start:
        return (old, replace(_whole_year(said, said.start), role="reference"))
    return None


def _a_year(period: Period) -> bool:
    """Whether a time is one calendar year."""
    start, end = period.start or "", period.end or ""
    return start[5:] == "01-01" and end[5:] == "12-31" and start[:4] == end[:4]


def _lasts(period: Period) -> bool:
    return int((period.end or "0")[:4]) - int((period.start or "0")[:4]) >= LEAST_YEARS


def _whole_year(period: Period, day: str) -> Period:
    year = date.fromisoformat(day).year
    return replace(period, start=f"{year}-01-01", end=f"{year}-12-31")
