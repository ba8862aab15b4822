"""When: every date of a question joined into periods with roles, recurring months and a warming level (contract, table of periods)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from conductor.composer.text.calendar_words import SHY_MONTHS, fold, mend_months
from conductor.composer.when.asides import asked
from conductor.composer.when.dates import Dated, find_dates
from conductor.composer.when.month_years import lent, same_months, with_months, with_years
from conductor.composer.when.opposed import RECENT_REFERENCE, beside_now, earlier_first, lately, one_before
from conductor.composer.when.ranges import Stretch, join_ranges
from conductor.composer.when.relative import find_relative
from conductor.composer.when.warming_level import warming_levels
from conductor.composer.when.year_parts import find_parts
from planners.intent import Period, Span

PREINDUSTRIAL = (date(1850, 1, 1), date(1900, 12, 31))


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


_FILLER = (
    r"(?:[ ,(:'\"-]|\b(?:the|its|their|his|a|an|in|during|for|over|from|of|at|to|on|that|those|same|period|periods|average|mean|climate|conditions?|months?|years?|seasons?|long|term|"
    r"normals?|climatology|baseline|reference|levels?|what|it|was|were|is|values?|year|image|scene|one|winter|summer|spring|autumn|fall|region|"
    r"le|la|les|l|en|dans|de|du|des|d|au|aux|a|sur|pendant|durant|meme|memes|mois|annees?|periode|moyenne|climatologie|normale|reference|niveaux?|valeurs?|"
    r"celui|celle|ceux|ere|epoque|times|era|celles|image|scene|ce|qu|il|elle|etait|y|cette|cet|date|hiver|ete)\b)*$"
)
_REFERENCE = re.compile(
    r"(?:\b(?:compar\w+(?:-t-(?:il|elle)|-(?:ils|elles|t-on))?|relative|rel\.?|respect|contrast\w*|oppos\w+|rapporte(?:e?s?)|ramene(?:e?s?)|par rapport|vis-a-vis|relativement|comparison|comparaison) (?:to|with|against|a|au|aux|avec|de|du|des)\b|"
    r"\b(?:versus|vs|against|than|contre|w\.?r\.?t|departures? from|deviations? from|ecarts? a|baseline|reference|ref|base|normales?|normals?|compared|anomal\w+ (?:from|to)|par rapport au?x?)\b\.?|\bqu[e']|"
    r"\bthat (?:was|were) (?:\w+ )?(?:on|in)\b|\bqui (?:etait|etaient) (?:\w+ ){0,2}(?:le|en)\b|\b(?:minus|moins) (?=(?:the |la |le |les |(?:celui|celle|ceux|celles) (?:de |du |d'|des )|that of |those of )?$)|\bface a(?:ux|u)?\b|\b(?:next to|beside|alongside|a cote de) (?=(?:the |la |le |les )?(?:\w+ )?(?:moyenne|normale|average|mean|normal|climatolog))|\b(?:weren't|wasn't|were not|was not|didn't exist)(?: there| present| visible)?\b|\bn'(?:y )?et(?:ait|aient|aient) pas(?: la)?\b)"
    + _FILLER
)
# With another date to be the target, "compared to <any few words> 2003-2014" is a reference as well.
_LOOSE_REFERENCE = re.compile(
    r"\b(?:compared|relative|comparison|comparaison|respect|comparee?s?|par rapport) (?:to|with|a|au|aux|avec)\b[^.;?!,]{0,60}$"
)
_SINCE_PRE = re.compile(
    r"\b(?:since|depuis|above|over|from|than|to|with|au-dessus|(?:rapport|relativement|compare\w*|anterieur\w*|superieur\w*) a(?:ux?)?|que|de)\b"
    + _FILLER
)
_REFERENCE_AFTER = re.compile(
    r"^\s*\)?,?\s*(?:as (?:a |the )?|comme |\()?(?:baseline|reference|climatology|average|normals?|normale)\b(?!\W*(?:period|periode|of|de|:)*\W*\d{4})"
)
_WINDOW = re.compile(
    r"\b(?:around|circa|about|near|vers|autour de|aux (?:alentours|environs|abords) de|environ|by|by the year|horizon|a l'horizon|d'ici(?: a| en)?|towards?|c\.)(?: the)?(?: year| l'an| annee)?\s*$"
)
_BY = re.compile(r"\b(?:by|for|horizon|d'ici(?: a| en)?|en|in|pour|vers|around)(?: the)?(?: year)?\s*$")
_HORIZON = re.compile(r"\s*(?:time )?horizon\b")
_THROUGH = re.compile(
    r"\b(?:through|thru|up to|until|till|jusqu'(?:a|en|au)|(?:out|by (?:decade|year|month|season)|decadal|monthly|yearly|annual) to)(?: the)?(?: year| end of| fin| la fin de)?\s*$"
)
_SINCE = re.compile(
    r"\b(?:since|depuis|starting(?: in| from| on)?|from|a partir (?:de|du|d')|des|as of)(?: the| le| la| l'| early| late| debut)*\s*$"
)
_SINCE_ONLY = re.compile(
    r"\b(?:since|depuis|starting(?: in| from| on)?|a (?:partir|compter) (?:de|du|d')|as of|onwards? from)(?: the| le| la| l'| les| year| ?l'annee| annee| l'an| early| (?:start|beginning|early part) of| (?:du |le )?debut(?: de| d'| du)?)*\s*$"
)
_AFTER = re.compile(r"\b(?:after|later than|newer than|apres|posterieur\w* (?:a|au))(?: the| le| la)?\s*$|\bpost-$")
_BEFORE = re.compile(
    r"\b(?:before|prior to|earlier than|older than|avant|anterieur\w* (?:a|au))(?: the| le| la)?\s*$|\bpre-$"
)
_EVENT = re.compile(
    r"^ (?:\w+ )?(?:fires?|wildfires?|floods?|flooding|earthquakes?|quake|eruptions?|storms?|hurricane|cyclone|typhoon|landslides?|disaster|heat ?waves?)\b"
)
_ONWARD = re.compile(r"^\s*(?:on\b(?=\s*(?:$|[,.;?!)]))|onwards?\b|and (?:later|after|beyond)|to (?:now|date|today|the present|present)|-\s*(?:now|present|today)|"
                     r"jusqu'a (?:aujourd'hui|maintenant|present)|a (?:aujourd'hui|nos jours))")  # fmt: skip


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
    levels, level_span = warming_levels(folded)
    hidden = _hide(folded, level_span)
    dates = asked(hidden, _settled(hidden, now, language, hemisphere, anchor))
    joined = lent(hidden, join_ranges(hidden, _believed(text, hidden, dates), now, pairs=pairs))
    stretches = [s for s in (_place_in_time(hidden, joined, i, now) for i in range(len(joined))) if s is not None]
    stretches = earlier_first(hidden, _both_sides(hidden, stretches), now)
    stretches += beside_now(hidden, joined, stretches, now)
    stretches = _lone_normal(hidden, stretches)
    stretches = one_before(hidden, stretches, now) if anchor is None else stretches
    if anchor is None and not levels:
        stretches = [*lately(hidden, stretches, now), *stretches]
    stretches, months = with_months(_closed(stretches))
    months = months or same_months(hidden, stretches)
    periods = [_period(s) for s in stretches if s.start or s.end]
    where = Span(start=level_span[0], end=level_span[1])
    periods = [*(Period(warming_level=level, span=where) for level in levels), *periods]
    spans = tuple(Span(start=s.begin, end=s.finish) for s in stretches) + ((where,) if levels else ())
    return PeriodReading(
        periods=tuple(dict.fromkeys(periods)),
        months=months,
        ambiguous=_both_ways(dates),
        assumptions=tuple(dict.fromkeys(s.assumption for s in stretches if s.assumption)),
        spans=spans,
    )


def _both_ways(dates: Sequence[Dated]) -> tuple[date, ...]:
    """The two readings of each date that can be read day first or month first."""
    return tuple(
        d
        for s in dates
        if s.ambiguous and s.start
        for d in (s.start, s.start.replace(month=s.start.day, day=s.start.month))
    )


_BEFORE_AND_AFTER = re.compile(
    r"\b(?:before(?:[ -/&]| and )after|avant(?:[ -/]| et | / )apres)\b|\b(?:before|avant|pre) ?[=:].{3,60}\b(?:after|apres|post) ?[=:]"
)
_BOTH_SIDES = re.compile(
    r"\b(?:before and after|before/after|avant et apres|avant/apres)(?: the| le| la| l')?(?: [a-z'-]+){0,4}\s*$"
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
        if (
            stretch.start
            and stretch.precision in ("day", "month", "year")
            and _BOTH_SIDES.search(folded[: stretch.begin])
        ):
            last = stretch.end or stretch.start - timedelta(days=1)
            first = stretch.start - timedelta(days=1) if stretch.end is None else stretch.start
            widened.append(replace(stretch, start=None, end=first - timedelta(days=1), role="reference"))
            stretch = replace(stretch, start=last + timedelta(days=1), end=None, role="target")
        widened.append(stretch)
    return widened


_LONE_NORMAL = re.compile(
    r"\b(?:normales?|normals?|climatolog\w*|means?|averages?|moyennes?)\b[\s,(:]*(?:(?:of|for|over|from|de|du|des|sur|pour|the|la|les)\s*)*$"
)
_HELD_AGAINST = re.compile(
    r"\b(?:compar\w*|relative|rel\b|respect|rapport|than|vs|versus|against|contre|anomal\w*|departures?|deviat\w*|ecarts?|above|below|baseline|reference|w\.?r\.?t|ssp\w*|rcp\w*|chang\w*|warm\w*)\b|\bqu'"
)


def _lone_normal(folded: str, stretches: list[Stretch]) -> list[Stretch]:
    """ "Normal 1991–2020" and no other time: the normal itself is wanted."""
    alone = len(stretches) == 1 and stretches[0].role == "reference" and not _HELD_AGAINST.search(folded)
    if not alone or not (
        _LONE_NORMAL.search(folded[: stretches[0].begin]) or _REFERENCE_AFTER.match(folded[stretches[0].finish :])
    ):
        return stretches
    return [replace(stretches[0], role="target")]


def _hide(folded: str, span: tuple[int, int]) -> str:
    return folded[: span[0]] + " " * (span[1] - span[0]) + folded[span[1] :]


def _settled(
    folded: str, now: date, language: str, hemisphere: str | None, anchor: tuple[date, date] | None
) -> list[Dated]:
    """All dates in order; one numeric date that can be read one way only settles the others, and French writes the day first."""
    day_first: bool | None = True if language == "fr" else None
    for a, b in re.findall(r"(?<![\d/.-])(\d\d?)[/.](\d\d?)[/.]\d{4}(?!\d)", folded):
        if (int(a) > 12) != (int(b) > 12):
            day_first = int(a) > 12
    relative = list(find_relative(folded, today=now, hemisphere=hemisphere, anchor=anchor))
    named = [*find_parts(folded), *relative]
    named = [d for i, d in enumerate(named) if not any(d.begin < o.finish and o.begin < d.finish for o in named[:i])]
    blanked = folded
    for dated in named:
        blanked = _hide(blanked, (dated.begin, dated.finish))
    return sorted([*named, *find_dates(blanked, hemisphere=hemisphere, day_first=day_first)], key=lambda d: d.begin)


_TIME_LEAD = re.compile(
    r"(?:\b(?:in|during|of|for|since|until|through|from|to|by|every|each|and|or|between|early|late|mid|en|au|de|du|mois|depuis|entre|et|ou|pour|chaque|a|avant|apres|d'|dans|pis|plutot|make it|the)\b\s*|[(,/-]\s*)$"
)

# "march temperature", "oct rainfall": a month beside what is measured
_MEASURED_AFTER = re.compile(
    r"\s*(?:(?:mean|average|max|min|maximum|minimum|monthly|daily) )?(?:rain(?:fall)?s?|temp(?:erature)?s?|precip\w*|pr|tas\w*|snow(?:fall| cover)?|sst|ndvi|climate|climatolog\w*|normals?|"
    r"sea ice|scenes?|images?|imagery|winds?(?: speed)?|frosts?|soil moisture|anomal\w*)\b(?! to\b)"
)
_MEASURED_BEFORE = re.compile(
    r"\b(?:rain(?:fall)?|pluies?|temp(?:erature)?s?|precip\w*|neige|snow|sst|ndvi|vents?|humidite|moyenne|cumuls?|normales?|gel|pr|tas(?:max|min)?)\s*$"
)

_OF_A_YEAR = re.compile(r" (?:in|of|en|de) (?:19|20)\d\d\b")

_VERB_BEFORE = re.compile(
    r"\b(?:usually|typically|normally|often|always|generally|will|would|does|do|did|to|may|might|can|could|should|rains?|snows?|temperatures?|levels?)\s*$"
)

# "a été": the participle, not the season
_HAS_BEEN = re.compile(
    r"\b(?:a|ai|as|ont|avons|avez|avait|avaient|aura|auront|aurait|ayant|avoir|(?<=-)(?:ils?|elles?|on|nous|vous)|n'a|n'ont|jamais|deja)"
    r"(?: (?:vraiment|bien|toujours|aussi|reellement|effectivement|plutot|tres|trop|souvent|donc|encore|peut-etre))?\s*$"
)


# "son eau", "son dernier passage": his, not September to November
_POSSESSED = re.compile(
    r" (?!(?:19|20)\d\d|in |en |over |sur |a |au |for |pour |and |et |under |mean |season|rain|temp|precip|pluie|average|moyen)[a-z]"
)


def _believed(text: str, folded: str, dates: list[Dated]) -> list[Dated]:
    """Drop months that are more likely other words: a bare "may", a planet, "sept" scenes."""
    kept = []
    for index, dated in enumerate(dates):
        word = folded[dated.begin : dated.finish].rstrip(".")
        if dated.precision == "month" and not dated.start and word in SHY_MONTHS:
            beside = (index and dates[index - 1].months and dated.begin - dates[index - 1].finish < 5) or (
                index + 1 < len(dates)
                and dates[index + 1].begin - dated.finish < 8
                and folded[dated.finish : dates[index + 1].begin].strip() in ("-", "to", "a", "and", "et", "/", "", ",")
            )
            if not beside and not _TIME_LEAD.search(folded[: dated.begin]) and not _by_quantity(folded, dated, word):
                continue
        if (
            dated.precision == "range"
            and dated.months
            and word.startswith(("fall", "spring"))
            and _VERB_BEFORE.search(folded[: dated.begin])
        ):
            dated = replace(dated, months=())
        if word == "ete" and _HAS_BEEN.search(folded[: dated.begin]):
            continue
        if (
            word == "son"
            and _POSSESSED.match(folded[dated.finish :])
            and not text[dated.begin : dated.finish].isupper()
        ):
            continue
        if (
            dated.precision == "season"
            and word in ("fall", "falls", "son", "springs")
            and not (word != "son" and folded[dated.finish :].startswith(" of "))
            and not _TIME_LEAD.search(folded[: dated.begin])
        ):
            continue
        kept.append(dated)
    return kept


def _by_quantity(folded: str, dated: Dated, word: str) -> bool:
    """ "May rainfall", "pluie mars Tunis": beside what is measured it is the month; "it may rain", "temperature may" it is not."""
    after = _MEASURED_AFTER.match(folded[dated.finish :]) or _OF_A_YEAR.match(folded[dated.finish :])
    if word == "may":
        return bool(after) and not re.fullmatch(r"\s*(?:rain|snow)", after[0] if after else "")
    return bool(after or _MEASURED_BEFORE.search(folded[: dated.begin]))


def _place_in_time(folded: str, stretches: Sequence[Stretch], index: int, now: date) -> Stretch | None:
    """Give a stretch its open ends, its twenty-year window and its role from the words around it."""
    stretch = stretches[index]
    previous = stretches[index - 1].finish if index else 0
    lead, tail = folded[previous : stretch.begin], folded[stretch.finish :]
    if stretch.precision == "now" or (stretch.start == stretch.end == now and _REFERENCE.search(lead)):
        return _now(stretch, lead)
    if stretch.start is None or stretch.end is None:
        return _since_month(stretch, lead, now)
    loose = index > 0 and _LOOSE_REFERENCE.search(lead)
    tied = index > 0 and bool(_JOINED.fullmatch(lead))
    told = loose or (_is_reference(lead, tail) and not tied)
    role = "reference" if stretch.role == "reference" or told else "target"
    ahead = stretches[index - 1].start if index else None
    if ahead and stretch.precision == "range" and stretch.end < now <= ahead and _COUNTED_FROM.fullmatch(lead):
        return replace(stretch, role="reference")
    if stretch.start > now and index and stretches[index - 1].precision == "now":
        role = "target"
    if stretch.precision == "era" and stretch.start == PREINDUSTRIAL[0] and _SINCE_PRE.search(lead):
        return replace(stretch, role="reference")
    return replace(_opened(stretch, lead, tail, now), role=role)


_COUNTED_FROM = re.compile(
    r"\s*,?\s*(?:from|since|depuis|a partir de)\s*(?:the |la |les )?"
)  # "change by 2050 from 1991-2020"


def _since_month(stretch: Stretch, lead: str, now: date) -> Stretch:
    """ "Since January": from the latest one on; other months recur."""
    if stretch.precision != "month" or len(stretch.months) != 1 or not _SINCE_ONLY.search(lead):
        return stretch
    start = date(now.year if stretch.months[0] <= now.month else now.year - 1, stretch.months[0], 1)
    return replace(stretch, start=start, end=now, months=(), precision="range")


def _now(stretch: Stretch, lead: str) -> Stretch | None:
    if not _REFERENCE.search(lead):
        return None
    return replace(
        stretch, start=RECENT_REFERENCE[0], end=RECENT_REFERENCE[1], role="reference", assumption="now_is_recent"
    )


_JOINED = re.compile(r"\s*,?\s*(?:and|et|,)\s*(?:the|la|le|les)?\s*")


def _is_reference(lead: str, tail: str) -> bool:
    return bool(_REFERENCE.search(lead) or _REFERENCE_AFTER.match(tail))


def _opened(stretch: Stretch, lead: str, tail: str, now: date) -> Stretch:
    start, end = stretch.start, stretch.end
    assert start is not None and end is not None
    one_year = stretch.precision == "year"
    if _BOTH_SIDES.search(lead):  # "before and after the January freeze"
        return stretch
    if _AFTER.search(lead) and not _EVENT.match(tail):
        return replace(stretch, start=end + timedelta(days=1), end=None)
    if _BEFORE.search(lead) and not _EVENT.match(tail):
        return replace(stretch, start=None, end=start - timedelta(days=1))
    if (
        _SINCE_ONLY.search(lead)
        or (_SINCE.search(lead) and _ONWARD.match(tail))
        or (stretch.precision != "range" and _ONWARD.match(tail))
    ):
        return (
            replace(stretch, end=max(now, end) if stretch.precision == "range" and end > now else now)
            if start <= now
            else replace(stretch, end=None)
        )
    if _THROUGH.search(lead) and end > now and one_year:
        return replace(stretch, start=now)
    if stretch.precision == "era" and start > now and _THROUGH.search(lead):
        return replace(stretch, start=now)
    if one_year and _THROUGH.search(lead):
        return replace(stretch, start=None)
    if one_year and start.year == 2100 and _BY.search(lead) and not re.search(r"\b(?:in|en)\s*$", lead):
        return replace(stretch, start=date(2081, 1, 1), end=date(2100, 12, 31), precision="era", assumption="by_2100")
    if one_year and (_WINDOW.search(lead) or _HORIZON.match(tail)):
        year = start.year
        return replace(
            stretch, start=date(year - 9, 1, 1), end=date(year + 10, 12, 31), precision="era", assumption="window"
        )
    return stretch


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
