"""Two times set against each other where their order does not tell the baseline: past and future, now and later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from conductor.composer.ranges import Stretch

RECENT_REFERENCE = (date(1995, 1, 1), date(2014, 12, 31))
_OVER = re.compile(r"\s*/\s*")
_SET_AGAINST = re.compile(r"\b(?:and|et|vs|versus|or|ou|to|than|puis|against|compar\w*|contre)\b|[/,&]")
LONGEST_GAP = 60


def earlier_first(folded: str, stretches: list[Stretch], now: date) -> list[Stretch]:
    """ "1981-2010 vs 2041-2070", "2071-2100 / 1971-2000": the past is the baseline of the future, whichever was said first."""
    if len(stretches) != 2:
        return stretches
    past, future = sorted(stretches, key=lambda s: s.start or date.min)
    if not (past.start and past.end and future.start and future.end) or future.start <= now or past.end >= future.start:
        return stretches
    over = bool(_OVER.fullmatch(folded[stretches[0].finish : stretches[1].begin]))
    if future.role != "reference" and not (over and past.role == "target"):
        return stretches
    return [replace(s, role="target" if s is future else "reference") for s in stretches]


def beside_now(folded: str, joined: Sequence[Stretch], stretches: Sequence[Stretch], now: date) -> list[Stretch]:
    """ "Now and by 2050": the recent climate is the reference of the future said beside it."""
    present = next((s for s in joined if s.precision == "now"), None)
    coming = next((s for s in stretches if s.start and s.start > now and s.role == "target"), None)
    if present is None or coming is None or any(s.role == "reference" for s in stretches):
        return []
    gap = folded[min(present.finish, coming.finish) : max(present.begin, coming.begin)]
    if len(gap) > LONGEST_GAP or not _SET_AGAINST.search(gap):
        return []
    start, end = RECENT_REFERENCE
    return [replace(present, start=start, end=end, role="reference", assumption="now_is_recent")]
