"""When: every date of a question joined into periods with roles, recurring months and a warming level (contract, table of periods)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from conductor.composer.text.calendar_words import fold, mend_months
from conductor.composer.when.ages import find_ages
from conductor.composer.when.asides import asked
from conductor.composer.when.dates import Dated, find_dates
from conductor.composer.when.month_years import lent, same_months, with_months, with_years
from conductor.composer.when.opposed import beside_now, earlier_first, lately, one_before, restated
from conductor.composer.when.ranges import Stretch, join_ranges
from conductor.composer.when.relative import find_relative
from conductor.composer.when.roles import BOTH_SIDES, REFERENCE_AFTER, placed
from conductor.composer.when.short_years import find_short_years
from conductor.composer.when.shy_words import believed
from conductor.composer.when.warming_level import warming_levels
from conductor.composer.when.year_parts import find_parts
from connectors.vocabulary.patterns import Pattern
from planners.intent import Period, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodReading:
    """Periods in the order of the text, months recurring over several years, the stretches of text that were read.

    `ambiguous` holds the two readings of a date such as 03/04/2024; `assumptions` are codes with their words in `composer/assumptions`.
    """

    periods: tuple[Period, ...] = ()
    months: tuple[int, ...] = ()
    ambiguous: tuple[date, ...] = ()
    assumptions: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def read_periods(
    text: str,
    *,
    now: date,
    language: str,
    hemisphere: str | None = None,
    anchor: tuple[date, date] | None = None,
    pairs: bool = False,
) -> PeriodReading:
    """Read every time in `text`; `hemisphere` is the place's, `anchor` the period of the turn before.

    `pairs` reads "from A to B" as two dates between which something changed, the earlier one the reference.
    """
    folded = with_years(mend_months(fold(text)), now)
    levels = warming_levels(folded)
    hidden = _hide(folded, *(span for _, span in levels))
    dates = asked(hidden, _settled(text, hidden, now, language, hemisphere, anchor))
    joined = lent(hidden, join_ranges(hidden, believed(text, hidden, dates), now, pairs=pairs))
    stretches = [s for s in (placed(hidden, joined, i, now) for i in range(len(joined))) if s is not None]
    stretches = restated(hidden, stretches, now)
    stretches = earlier_first(hidden, _both_sides(hidden, stretches), now)
    stretches += beside_now(hidden, joined, stretches, now)
    stretches = _lone_normal(hidden, stretches)
    stretches = one_before(hidden, stretches, now) if anchor is None else stretches
    if anchor is None and not levels:
        recent = lately(hidden, stretches, now)
        stretches = [*recent, *(s for s in stretches if not (recent and s.start == s.end == now))]
    stretches, months = with_months(_closed(stretches))
    months = months or same_months(hidden, stretches)
    periods = [_period(s) for s in stretches if s.start or s.end]
    reached = [Period(warming_level=level, span=Span(start=span[0], end=span[1])) for level, span in levels]
    periods = [*reached, *periods]
    spans = tuple(Span(start=s.begin, end=s.finish) for s in stretches) + tuple(p.span for p in reached if p.span)
    return PeriodReading(
        periods=_once(periods),
        months=months,
        ambiguous=_both_ways(dates),
        assumptions=tuple(dict.fromkeys(s.assumption for s in stretches if s.assumption)),
        spans=spans,
    )


def _once(periods: Sequence[Period]) -> tuple[Period, ...]:
    """Each time once, however often it is said: "since the seventies, that is since 1970"."""
    said: dict[tuple[object, ...], Period] = {}
    for period in periods:
        said.setdefault((period.role, period.start, period.end, period.warming_level), period)
    return tuple(said.values())


def _both_ways(dates: Sequence[Dated]) -> tuple[date, ...]:
    """The two readings of each date that can be read day first or month first."""
    return tuple(
        d
        for s in dates
        if s.ambiguous and s.start
        for d in (s.start, s.start.replace(month=s.start.day, day=s.start.month))
    )


_BEFORE_AND_AFTER = Pattern(
    r"\b(?:before(?:[ -/&]| and )after|avant(?:[ -/]| et | / )(?:d'|l')?apres)\b|\b(?:before|avant|pre) ?[=:].{3,60}\b(?:after|apres|post) ?[=:]"
)


def _both_sides(folded: str, stretches: list[Stretch]) -> list[Stretch]:
    """ "Before and after 6 February 2023": what lies before it is the reference of what lies after; of two dates the earlier is."""
    if (
        len(stretches) == 2
        and _BEFORE_AND_AFTER.search(folded)
        and all(s.precision in ("day", "month") and s.start and s.end and s.role == "target" for s in stretches)
    ):
        earlier = min(stretches, key=lambda s: s.start or date.max)
        return [replace(s, role="reference") if s is earlier else s for s in stretches]
    widened = []
    for stretch in stretches:
        if stretch.start and stretch.precision in ("day", "month", "year") and BOTH_SIDES.before(folded, stretch.begin):
            last = stretch.end or stretch.start - timedelta(days=1)
            first = stretch.start - timedelta(days=1) if stretch.end is None else stretch.start
            widened.append(replace(stretch, start=None, end=first - timedelta(days=1), role="reference"))
            stretch = replace(stretch, start=last + timedelta(days=1), end=None, role="target")
        widened.append(stretch)
    return widened


_LONE_NORMAL = Pattern(
    r"\b(?:normales?|normals?|climatolog\w*|means?|averages?|moyennes?)\b[\s,(:]*(?:(?:of|for|over|from|de|du|des|sur|pour|the|la|les)\s*)*$"
)
_HELD_AGAINST = Pattern(
    r"\b(?:compar\w*|relative(?! humidity)|rel\b|respect|rapport|than|vs|versus|against|contre|anomal\w*|departures?|deviat\w*|ecarts?|above|below|au[- ]dess(?:us|ous)|en[- ]dessous|exceed\w*|depass\w*|far|loin|distance|baseline|reference|w\.?r\.?t|ssp\w*|rcp\w*|chang\w*|warm\w*)\b|\bqu'"
)


def _lone_normal(folded: str, stretches: list[Stretch]) -> list[Stretch]:
    """ "Normal 1991–2020" and no other time: the normal itself is wanted."""
    alone = len(stretches) == 1 and stretches[0].role == "reference" and not _HELD_AGAINST.search(folded)
    if not alone or not (
        _LONE_NORMAL.search(folded[: stretches[0].begin]) or REFERENCE_AFTER.match(folded[stretches[0].finish :])
    ):
        return stretches
    return [replace(stretches[0], role="target")]


def _hide(folded: str, *spans: tuple[int, int]) -> str:
    for start, end in spans:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return folded


def _settled(
    text: str, folded: str, now: date, language: str, hemisphere: str | None, anchor: tuple[date, date] | None
) -> list[Dated]:
    """All dates in order; one numeric date that can be read one way only settles the others, and French writes the day first."""
    day_first: bool | None = True if language == "fr" else None
    for a, b in re.findall(r"(?<![\d/.-])(\d\d?)[/.](\d\d?)[/.]\d{4}(?!\d)", folded):
        if (int(a) > 12) != (int(b) > 12):
            day_first = int(a) > 12
    relative = list(find_relative(folded, today=now, hemisphere=hemisphere, anchor=anchor))
    short = find_short_years(text, folded, now=now, language=language, hemisphere=hemisphere)
    named = [*find_parts(folded), *relative, *find_ages(folded), *short]
    named = [d for i, d in enumerate(named) if not any(d.begin < o.finish and o.begin < d.finish for o in named[:i])]
    blanked = folded
    for dated in named:
        blanked = _hide(blanked, (dated.begin, dated.finish))
    return sorted([*named, *find_dates(blanked, hemisphere=hemisphere, day_first=day_first)], key=lambda d: d.begin)


def _closed(stretches: list[Stretch]) -> list[Stretch]:
    """Join "after A but before B" into one period."""
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        if last and last.start and not last.end and stretch.end and not stretch.start and last.start <= stretch.end:
            joined[-1] = replace(last, end=stretch.end, finish=stretch.finish, precision="range")
        else:
            joined.append(stretch)
    return joined


def _period(stretch: Stretch) -> Period:
    return Period(
        role="reference" if stretch.role == "reference" else "target",
        start=stretch.start.isoformat() if stretch.start else None,
        end=stretch.end.isoformat() if stretch.end else None,
        span=Span(start=stretch.begin, end=stretch.finish),
    )
