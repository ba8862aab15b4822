"""The two ends of a range joined into one stretch of time: "14 to 20 August 2021", "du 28 octobre au 5 novembre"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from conductor.composer.text.calendar_words import WEEKDAYS, last_day
from conductor.composer.when.dates import Dated
from connectors.vocabulary.patterns import Pattern

_RANGE = Pattern(
    r"^\s*(?:,\s*(?!a\b|aux?\b))?(?:all the way |right |-(?=(?:to|through)-))?(-|/|to|through(?: to)?|thru|(?:up )?(?:until|till)|up to(?: and including)?|a|au|aux|jusqu'(?:a|au|en)|jusque|and|et|and ending(?: on| in)?|as (?:of|at)|en date d(?:e|u)|but before|et avant|or|ou)[\s-]*"
    rf"(?:the |du |de |on |celle du |celles du |that of |those of |end of |la |le |les |l'annee |l'an |l'|en |fin |mid-|years? |(?:about|around|roughly|circa|environ|vers) |{WEEKDAYS},? )*\s*$"
)
_BETWEEN = Pattern(
    r"\b(?:between|entre)(?: the| le| la| les| l'| years?| annees?|,? ?(?:about|around|roughly|approximately|say|environ|grosso modo|a peu pres),?)*\s*$|"
    # "entre les scènes Landsat de juin 2004 et de juin 2005"
    r"\b(?:between|entre)(?: (?!and\b|et\b)[^\s.,;:?!]+){1,5} (?:of|from|in|de|du|d'|des|en)(?: the| le| la| les| l')?\s*$"
)
_FROM = Pattern(r"\b(?:from|de|du|d'|entre|between)(?: the| la| le| l')?\s*$")
# "compare rain in March 2020 to March 2019"; "compare A and B from March 2019 to March 2020" is a range
_TO = ("to", "a", "au", "aux")
_COMPARE_IN = Pattern(
    r"\bcompar(?:e[rz]?|ing|ons)\b(?![^.;?!]*(?:\b(?:and|et|with|avec|vs|versus|from|between|entre|over|depuis)\b|,))[^.;?!]*(?:\b(?:in|of|for|en|pour|de|du|on|le)|d') ?(?:the |la |le |l')?$"
)
_CHANGE = Pattern(
    r"\b(?:chang\w*|differ\w*|decreas\w*|increas\w*|evol\w*|grew|grow(?!ing[- ](?:degree|season|period))\w*|shr[aiu]nk\w*|declin\w*|expan\w*|drop(?:s|ped)?|f[ae]ll(?:s|en)?|rise[ns]?|rose|climb(?:s|ed)?|recover(?:s|ed|y)?|rebound\w*|bounced? back|pick(?:s|ed)? up|regr[eo]w\w*|regain\w*|green(?:s|ed)? up|rebondi\w*|repris|reprend|reverdi\w*|regagn\w*|repouss\w*|diminu\w*|baiss\w*|chut\w*|(?:re)?monte\w*|(?:re)?descend\w*|hausse|augment\w*|recul\w*|vari\w*|perd\w*|gagn\w*|retreat\w*|diffs?|ecarts?|appar(?:u\w*|ait|aissent)|appear\w*|disparu\w*|disappear\w*|lost|loss|pertes?|melt\w*|fondu\w*|los(?:e[sn]?|ing)|gain(?:s|ed|ing)?|(?:go(?:es|ne)?|went|c[ao]mes?) (?:up|down)|(?:re)?fill(?:s|ed)?|empt(?:y|ies|ied)|dr(?:y|ies|ied) (?:up|out)|s[aiu]nk|widen\w*|narrow(?:s|ed)|advance[ds]?|retreci\w*|a?grandi\w*|rempli\w*|vide(?:e?s?|nt|-t)|assech\w*|aminci\w*|s'est (?:eten|etal|enfonc|affaiss|deplac|avanc)\w*)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A joined period on its way to a role."""

    begin: int
    finish: int
    start: date | None
    end: date | None
    role: str = "target"
    precision: str = "year"
    months: tuple[int, ...] = ()
    assumption: str | None = None
    between: bool = False


def join_ranges(folded: str, dates: list[Dated], now: date, *, pairs: bool = False) -> list[Stretch]:
    """Merge the two ends of a range, lending the later one's month and year to the earlier; `pairs` keeps them two dates."""
    dates = _of_that_year(folded, _month_lists(folded, dates))
    dates = _days_of_year(folded, dates)
    stretches: list[Stretch] = []
    index = 0
    while index < len(dates):
        first = dates[index]
        second = dates[index + 1] if index + 1 < len(dates) else None
        gap = _RANGE.match(folded[first.finish : second.begin]) if second else None
        joined = _range(folded, first, second, gap[1], now, pairs=pairs) if second and gap else None
        if joined:
            stretches += joined
            index += 2
            continue
        stretches.append(
            _single(_dated(folded, first, now) if first.day and first.months and not first.start else first)
        )
        index += 1
    return stretches


_LISTED = Pattern(r"\s*(?:,|/|and|et|, and|, et|&)\s*")


def _month_lists(folded: str, dates: list[Dated]) -> list[Dated]:
    """ "June, July and August 2024" is one stretch where the months follow each other."""
    merged: list[Dated] = []
    for dated in reversed(dates):
        after = merged[-1] if merged else None
        loose = dated.precision == "month" and dated.start is None and len(dated.months) == 1 and dated.day is None
        if (
            after
            and loose
            and after.start
            and after.precision == "month"
            and after.start.day == 1
            and _LISTED.fullmatch(folded[dated.finish : after.begin])
        ):
            before = after.start - timedelta(days=1)
            if before.month == dated.months[0]:
                merged[-1] = replace(after, begin=dated.begin, start=before.replace(day=1))
                continue
        merged.append(dated)
    return merged[::-1]


_OPPOSED = Pattern(
    r"\s*,?\s*(?:vs\.?|versus|against|compared (?:to|with)|contre|par rapport (?:a|au)|(?:and|et|or|ou|&) (?:then )?(?:in |en )?)\s*(?:(?:the|le|la|that of|celui de|celle de)\s+)?"
)


def _of_that_year(folded: str, dates: list[Dated]) -> list[Dated]:
    """ "July versus September 2023", "June and September 2023": a month takes the year of the one it stands beside."""
    told = list(dates)
    for index, (dated, after) in enumerate(pairwise(dates)):
        loose = dated.start is None and dated.precision == after.precision == "month" and len(dated.months) == 1
        gap = folded[dated.finish : after.begin]
        if not loose or dated.day or not after.start or not after.end or not _OPPOSED.fullmatch(gap):
            continue
        if dated.months[0] == after.start.month:  # "July, compared with July 2020": of the year told before
            continue
        if after.start.month != after.end.month or _BETWEEN.before(folded, dated.begin):
            continue
        start = date(after.start.year, dated.months[0], 1)
        told[index] = replace(dated, start=start, end=last_day(start.year, start.month), months=())
    return told


_NO_OTHER = Pattern(r"[.;?!]|\b(?:compar\w*|vs|versus|and|et|than|since|depuis)\b")


def _days_of_year(folded: str, dates: list[Dated]) -> list[Dated]:
    """ "The 2022 World Cup, 20 November to 18 December": days take the one year that is told before them."""
    years = [d for d in dates if d.start]
    days = [d for d in dates if not d.start]
    if len(years) != 1 or not days or years[0].precision != "year" or not years[0].start:
        return dates
    year, last = years[0], days[-1]
    told = all(d.day for d in days) and last.months and year.finish <= days[0].begin
    if not told or not last.day or _NO_OTHER.search(folded, year.finish, days[0].begin):
        return dates
    try:
        day = date(years[0].start.year, last.months[0], last.day)
    except ValueError:  # 29 February
        return dates
    return [*days[:-1], replace(last, start=day, end=day, months=(), day=None)]


_YEARLY = Pattern(
    r"\b(?:(?:every|each) (?:single )?year|yearly|annually|chaque annee|tous les ans|toutes les annees)\b"
    r"|\b(?:since|depuis) (?:19|20)\d\d\b|\b(?:19|20)\d\d ?(?:-|to|a|through) ?(?:19|20)\d\d\b"
)


def _dated(folded: str, dated: Dated, now: date) -> Dated:
    """A day told without its year: of every year its month, else the latest one."""
    if _YEARLY.search(folded):
        return replace(dated, day=None, precision="month")
    return _latest(dated, now)


def _latest(dated: Dated, now: date) -> Dated:
    """A day told without its year: the latest one that is over."""
    assert dated.day is not None
    for year in range(now.year, now.year - 9, -1):
        try:
            day = date(year, dated.months[0], dated.day)
        except ValueError:  # 29 February
            continue
        if day <= now:
            return replace(dated, start=day, end=day, months=(), day=None, assumption="latest_year")
    return dated


def _single(dated: Dated) -> Stretch:
    return Stretch(
        begin=dated.begin,
        finish=dated.finish,
        start=dated.start,
        end=dated.end,
        precision=dated.precision,
        months=dated.months,
        assumption=dated.assumption,
    )


def _range(
    folded: str, first: Dated, second: Dated, word: str, now: date, *, pairs: bool = False
) -> list[Stretch] | None:
    # "has it shrunk since March 2010 as of March 2022?" sets two states against each other
    between = bool(_BETWEEN.before(folded, first.begin)) or word.startswith(("as ", "en date"))
    if second.precision == "now" and between and first.precision in _POINTS:  # "between 1980 and now"
        second = replace(second, precision="day")
    if _apart(first, second, word, between=between):
        return _two_days(first, second) if word in ("and", "et") else None
    if not first.start and not second.start and second.day and second.months:
        second = _latest(second, now)
    if not first.start and not second.start:
        return _run(folded, first, second, word)
    if not first.start and second.precision in ("era", "range", "year"):  # "en hiver à la fin du siècle"
        return None
    start = _lend(first, second) if second.start and second.end else None
    if start is None or second.end is None or start > second.end:
        return None
    if first.start is None and first.day and (pairs or between) and _CHANGE.search(folded):
        first = replace(first, start=start, end=start, precision="day")
    if first.start is None and first.precision == second.precision == "month" and between and _CHANGE.search(folded):
        first = replace(first, start=start, end=last_day(start.year, start.month))
    dated = first.start is not None and first.precision in _POINTS and second.precision in _POINTS
    if word in _TO and dated and first.precision == second.precision and _COMPARE_IN.before(folded, first.begin):
        return [_single(first), replace(_single(second), role="reference")]
    if _contrasted(folded, first, second, between=between) or (pairs and dated and word != "-"):
        return [replace(_single(first), role="reference"), replace(_single(second), between=True)]
    whole = Stretch(begin=first.begin, finish=second.finish, start=start, end=second.end, precision="range")
    if first.precision == "season" and second.precision == "year" and first.end:
        return [replace(whole, start=date(first.end.year, 1, 1), months=first.months)]
    return [replace(whole, months=first.months) if first.precision == second.precision == "season" else whole]


def _run(folded: str, first: Dated, second: Dated, word: str) -> list[Stretch] | None:
    """The months from one to another; "the ratio of summer to winter" is two seasons."""
    if first.precision == second.precision == "season" and word in _TO and not _FROM.before(folded, first.begin):
        return None
    months = _month_run(first, second)
    run = Stretch(begin=first.begin, finish=second.finish, start=None, end=None, precision="month", months=months)
    return [run] if months else None


def _two_days(first: Dated, second: Dated) -> list[Stretch] | None:
    """ "10 and 25 February 2023", "2 February and 9 February 2023": two days that share what the later one says."""
    if first.start or not first.day or not second.start or second.precision != "day":
        return None
    day = _lend(first, second)
    if day and second.start - day == timedelta(days=1):  # "on 10 and 11 September": one time of two days
        return [replace(_single(second), begin=first.begin, start=day, precision="range")]
    return [replace(_single(first), start=day, end=day, months=()), _single(second)] if day else None


_POINTS = frozenset({"day", "month", "season", "year"})


def _apart(first: Dated, second: Dated, word: str, *, between: bool) -> bool:
    """Whether the word between two dates keeps them two."""
    listed = word in ("and", "et") and not between and not (first.day and second.day)
    return word in ("or", "ou", "but before", "et avant") or bool(listed) or second.precision == "now"


def _contrasted(folded: str, first: Dated, second: Dated, *, between: bool) -> bool:
    """Whether a change from the one to the other is asked, rather than what lies between them."""
    short = ("day", "month", "season")
    points = first.start is not None and first.precision in short and second.precision in short
    near = (_short(first) and _short(second)) or first.assumption == second.assumption == "part_of_age"
    ranges = first.precision == second.precision == "range" and not (near and not _CHANGE.search(folded))
    return ranges or bool(between and points and _CHANGE.search(folded))


def _short(dated: Dated) -> bool:
    """The 1960s, or the winter 1990-91: from one of them to another is a long stretch, not two normals set against each other."""
    if not dated.start or not dated.end:
        return False
    years = dated.end.year - dated.start.year
    return years == 1 or (years == 9 and dated.start.year % 10 == 0)


def _lend(first: Dated, second: Dated) -> date | None:
    assert second.end is not None and second.start is not None
    if first.start:
        return first.start
    month = first.months[0] if first.months else second.start.month
    year = second.end.year - (1 if month > second.end.month else 0)
    try:
        return date(year, month, first.day or 1)
    except ValueError:
        return None


def _month_run(first: Dated, second: Dated) -> tuple[int, ...]:
    if not first.months or not second.months:
        return ()
    run = [first.months[0]]
    while run[-1] != second.months[-1]:
        run.append(run[-1] % 12 + 1)
    return tuple(run)
