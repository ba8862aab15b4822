"""Two times set against each other where their order does not tell the baseline: past and future, now and later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from conductor.composer.text.calendar_words import last_day
from conductor.composer.when.ranges import Stretch
from connectors.vocabulary.patterns import Pattern
from planners.intent import Period

RECENT_REFERENCE = (date(1995, 1, 1), date(2014, 12, 31))
_OVER = Pattern(r"\s*/\s*")
_SET_AGAINST = Pattern(r"\b(?:and|et|vs|versus|or|ou|to|than|puis|against|compar\w*|contre|with|avec)\b|[/,&]")
LONGEST_GAP = 60
LATELY = 10  # whole years that "now" stands for beside a past


def earlier_first(folded: str, stretches: list[Stretch], now: date) -> list[Stretch]:
    """ "1981-2010 vs 2041-2070", "2071-2100 / 1971-2000": the past is the baseline of the future, whichever was said first."""
    dated = [s for s in stretches if s.start or s.end]  # months of every year stand beside them
    if len(dated) != 2:
        return stretches
    past, future = sorted(dated, key=lambda s: s.start or date.min)
    if not (past.start and past.end and future.start and future.end) or future.start <= now or past.end >= future.start:
        return stretches
    over = bool(_OVER.fullmatch(folded[dated[0].finish : dated[1].begin]))
    if future.role != "reference" and not (over and past.role == "target"):
        return stretches
    roles = {id(past): "reference", id(future): "target"}
    return [replace(s, role=roles.get(id(s), s.role)) for s in stretches]


# what may stand between "last winter" and "(December to February 2026)", "since the 80s" and "i.e. 1980"
_RESTATED = Pattern(
    r"\s*[,(:]?\s*(?:i\.?e\.?,?|that is(?: to say)?,?|that's|namely|meaning|say|so|disons|mettons|soit|c'est-a-dire|cad|c\.-?a\.-?d\.?)?\s*(?:(?:in|from|since|over|the|de|depuis|en|sur|du)\b\s*)?"
)


def restated(folded: str, stretches: Sequence[Stretch], now: date) -> list[Stretch]:
    """A time and, right behind it, the same in figures: the figures count, or the longer of two that begin alike."""
    kept: list[Stretch] = []
    for stretch in stretches:
        before = kept[-1] if kept else None
        gap = folded[before.finish : stretch.begin] if before else ""
        if before and _within_age(before, stretch):
            kept[-1] = stretch
        elif (
            before
            and gap.strip()
            and _RESTATED.fullmatch(gap)
            and _alike(before, stretch, roughly=bool(_SAY.search(gap)))
        ):
            longer = before if before.end == now and before.start == stretch.start else stretch
            kept[-1] = replace(longer, begin=before.begin, finish=stretch.finish)
        else:
            kept.append(stretch)
    return kept


def _within_age(first: Stretch, second: Stretch) -> bool:
    """ "Nineteenth-century temperature of the Alps, 1850-1899": the years are those of the century."""
    if first.precision != "era" or second.precision != "range" or first.role != second.role:
        return False
    if not (first.start and first.end and second.start and second.end) or first.end.year - first.start.year < 49:
        return False
    return first.start <= second.start and second.end <= first.end


# "in thirty years, say 2046-2065": the years around the one that was counted
_SAY = Pattern(r"\b(?:say|disons|mettons)\b")


def _alike(first: Stretch, second: Stretch, *, roughly: bool) -> bool:
    """Whether both name one time, the first in words: an age, a season, a last or a coming year; `roughly` lets it lie within."""
    if not (first.start and first.end and second.start and second.end) or first.role != second.role:
        return False
    if first.precision in ("day", "month", "year") or second.start >= first.end or first.start >= second.end:
        return False
    if roughly and second.start <= first.start and first.end <= second.end:
        return True
    shared = (min(first.end, second.end) - max(first.start, second.start)).days
    return shared >= 0.75 * (second.end - second.start).days


def earlier_as_reference(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """Between two dates something changed: the earlier one is what it is counted from, however they were said."""
    if len(periods) != 2:
        return periods
    first, last = sorted(periods, key=lambda p: p.start or p.end or "")
    if not first.end or not last.start or first.end >= last.start:
        return periods
    return (replace(first, role="reference"), replace(last, role="target"))


_THAN = Pattern(
    r"\b(?:than|now(?:adays)?|today|currently|these days|que|maintenant|aujourd'hui|actuellement|de nos jours|desormais)\b|\bqu'|\bas (?:\w+ ){1,3}as\b"
)
_COMING = Pattern(
    r"\b(?:ssp\w*|rcp\w*|will|would(?! it be (?:\w+ ){0,2}?(?:exaggerat\w*|fair|right|correct|true|wrong|accurate|safe|reasonable)\b)|future|projec\w*|scenarios?|futur\w*|avenir|(?:va|vont)-t?-?(?:ils?|elles?|on)|sera|seront|\w+era|\w+eront)\b"
)


_NORMAL = Pattern(r"\b(?:normale?s?|averages?|means?|usual|moyennes?|habitude)\b")


def lately(folded: str, stretches: Sequence[Stretch], now: date) -> list[Stretch]:
    """ "Is it warmer than in the 1960s?": of a past alone, what is held against it is the last ten whole years."""
    dated = [s for s in stretches if (s.start or s.end) and not s.start == s.end == now]
    if len(dated) != 1 or dated[0].role != "reference" or not dated[0].end or dated[0].end.year >= now.year - LATELY:
        return []
    if dated[0].assumption == "now_is_recent" or not _THAN.search(folded) or _COMING.search(folded):
        return []
    if len(stretches) > 1 and _NORMAL.search(folded):  # of today's own weather
        return []
    start, end = date(now.year - LATELY, 1, 1), date(now.year - 1, 12, 31)
    return [
        replace(dated[0], start=start, end=end, role="target", months=(), precision="range", assumption="now_is_lately")
    ]


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


_NOUN = (
    r"(?:ones?|year|month|season|winter|summer|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"an(?:nee)?|mois|saison|hiver|ete|printemps|automne|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
)
# "than the one before", "que le précédent", "compared with the year before", "qu'il y a un an"
_ONE_BEFORE = Pattern(
    rf"\b(?:than|vs\.?|versus|against|compar\w+ (?:to|with|a|au|avec)|next to|and|contre|que?|par rapport (?:a|au))(?:\b|')[ ']?(?:(?:in|of|on|the|that of|le|la|les|l'|celui|celle|a|au|en|de|du) ?)*"
    rf"(?P<unit>(?:immediately )?(?:previous|preceding|prior|precedente?)(?: {_NOUN})?|{_NOUN} (?:right |just |immediately )?(?:before|earlier|prior|precedente?|d'avant)|d'avant|(?:one|a) year (?:ago|earlier|before)|un an (?:avant|plus tot|auparavant)|il y a un an)\b"
)
LONGEST_ONE = 400  # days of a time that another "before" can be held against


def one_before(folded: str, stretches: list[Stretch], now: date) -> list[Stretch]:
    """ "Was last winter milder than the one before?": as long a time, a year or a month earlier, is the reference."""
    match = _ONE_BEFORE.search(folded)
    if match is None:
        return stretches
    kept = [s for s in stretches if s.finish <= match.start() or match.end() <= s.begin]
    dated = [s for s in kept if s.start and s.end]
    if len(dated) != 1 or not dated[0].start or not dated[0].end or (dated[0].end - dated[0].start).days > LONGEST_ONE:
        return stretches
    monthly = re.search(r"\b(?:month|mois)\b", match["unit"]) is not None
    start, end = dated[0].start, dated[0].end
    if end >= now and start.month == start.day == 1:  # a year under way beside a whole one
        end = date(start.year, 12, 31)
    before = replace(
        dated[0], start=_earlier(start, monthly=monthly), end=_earlier(end, monthly=monthly), role="reference",
        begin=match.start("unit"), finish=match.end("unit"), assumption=None,
    )  # fmt: skip
    return [replace(s, role="target") if s is dated[0] else s for s in kept] + [before]


def _earlier(day: date, *, monthly: bool) -> date:
    """The same day a year or a month earlier; the end of a month stays one."""
    year, month = (day.year - (day.month == 1), (day.month - 2) % 12 + 1) if monthly else (day.year - 1, day.month)
    last = last_day(year, month)
    return last if day == last_day(day.year, day.month) else date(year, month, min(day.day, last.day))
