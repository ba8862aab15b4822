"""Times pointed at in a later turn: "that year", "cet été-là", "the whole month", "the winter after that one", "juillet de l'année d'avant"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from conductor.composer.text.calendar_words import MONTHS, SEASONS, for_hemisphere, last_day, month_span
from connectors.vocabulary.patterns import Pattern
from planners.intent import Period

_SEASON = r"(?:winter|summer|spring|autumn|fall|hiver|ete|printemps|automne)"
_UNIT = rf"(?P<{{0}}>day|week|month|year|decade|jour|journee|semaine|mois|an|annee|decennie|{_SEASON})"
_MONTH = "|".join(sorted((name for name in MONTHS if len(name) > 2), key=len, reverse=True))
_NAMED = rf"(?P<{{0}}>{_SEASON}|{_MONTH})"
# what follows is a date of its own, another time, or a word that the unit goes with: "the same week a year earlier", "that year's"
_ELSE = rf"(?!'| (?:before|after|earlier|later|ago|last|but|mais|d'avant|d'apres|plus|(?:an?|one|two|une?|deux) (?:years?|months?|weeks?|days?|decades?|ans?|annees?|mois|semaines?|jours?|decennies?)\b|(?:of |in |en |de |d'|du mois de )?(?:the )?(?:\d|(?:{_MONTH})\b|l'an|cet|this|last|next)))"
_HELD = Pattern(
    rf"\b(?:that|the same|that (?:very )?same|(?:the |that )?(?:whole|entire|full)(?: of)?(?: the| that)?|(?:all|the whole) of (?:the|that)|all) {_UNIT.format('held')}\b{_ELSE}(?: as a whole| as well(?= as))?|"
    rf"\b(?:toute? (?:la |le |l'|cette |cet |ce )|(?:la |l')ensemble d(?:e la |u |e l'|e cette |e cet |e ce ))?(?:(?:cette|cet|ce) (?:meme )?{_UNIT.format('held2')}-la|(?:cette|cet|ce|la|le|l'|au|du) ?meme {_UNIT.format('held3')})\b{_ELSE}|"
    rf"\b(?:toute? (?:la |le |l')|l'ensemble d(?:e la |u |e l')){_UNIT.format('held4')}\b{_ELSE}|\b(?:la |le |l'|au )?{_UNIT.format('held5')} (?:tout )?(?:entiere?|complete?|au complet)\b"
)
_HELD_BY_NAME = Pattern(
    rf"\b(?:that|that same) (?:day|week|month|year|decade|winter|summer|spring|autumn|fall)\b{_ELSE}|\b(?:cette|cet|ce) (?:meme )?(?:jour|journee|semaine|mois|annee|decennie|hiver|ete|printemps|automne)-la\b"
)
# "the driest day of this month": of the month that was asked of, where it was one
_OF_THIS = Pattern(
    rf"\b(?:of this|in this|d[e'] ?(?:cette|cet|ce)|dans (?:cette|cet|ce)) {_UNIT.format('held')}\b(?!-ci| (?:\d|{_MONTH}))"
)
_BEFORE = r"before|prior|precedente?|d'avant|(?:that|which) (?:preceded|came before)|qui (?:a |avait )?preced\w+"
_AFTER = (
    r"after|following|suivante?|d'apres|(?:that|which) (?:followed|came after|follows)|qui (?:a |avait |ont )?suiv?\w*"
)
_BESIDE = Pattern(
    rf"\b(?:the |that |le |l'|du |en |au |cet? )?(?:(?P<back>previous|preceding|prior)|(?P<on>following|subsequent|(?<=the )next)) {_NAMED.format('name')}\b(?! \d)|"
    rf"\b(?:(?:the |that |le |l'|du |en |au |de |d')?(?:mois de )?){_NAMED.format('name2')} (?:(?P<back2>{_BEFORE})|(?P<on2>{_AFTER}))(?: that(?: one)?| it| cela| ca)?(?=\W*$|\s*[,;?]| (?:in|at|for|over|a|au|en|pour|sur)\b)|"
    rf"\b(?:the |le |l'|en |de |d')?(?:mois de )?{_NAMED.format('name3')} (?:of |in |de |d')(?:(?P<year_back>the (?:year before|previous year|preceding year)|l'an(?:nee)? (?:d'avant|precedente?))|(?P<year_on>the (?:year after|following year|next year)|l'an(?:nee)? (?:d'apres|suivante?)))\b"
)
_PARTS = {"day": "day", "jou": "day", "wee": "week", "sem": "week", "mon": "month", "moi": "month", "yea": "year", "an": "year", "ann": "year", "dec": "decade"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A time leaning on that of the turn before, and where in the text it stands."""

    period: Period
    start: int
    end: int


def pointed(folded: str, old: Period | None, *, hemisphere: str | None = None) -> Pointed | None:
    """The time that a turn points at from the one before; None where it points at none, or the one before was open."""
    if old is None or not old.start or not old.end:
        return None
    first, last = date.fromisoformat(old.start), date.fromisoformat(old.end)
    for match, span in _found(folded, first, last, hemisphere):
        if span is not None:
            period = replace(old, start=span[0].isoformat(), end=span[1].isoformat(), span=None)
            return Pointed(period=period, start=match.start(), end=match.end())
    return None


def points_at_time(folded: str) -> bool:
    """Whether words point at a time that only an earlier turn can tell: "that year", "ce mois-là"."""
    return bool(_HELD_BY_NAME.search(folded))


Span = tuple[date, date]


def _found(folded: str, first: date, last: date, hemisphere: str | None) -> Iterator[tuple[re.Match[str], Span | None]]:
    if match := _BESIDE.search(folded):
        yield match, _beside(match, first, last, hemisphere)
    if match := _HELD.search(folded):
        unit = next(word for word in match.groups() if word)
        yield match, _holding(unit, first, last, hemisphere)
    if match := _OF_THIS.search(folded):
        whole = _holding(match["held"], first, last, hemisphere)
        yield match, whole if whole == (first, last) else None


def _months(word: str, hemisphere: str | None) -> tuple[int, ...]:
    return for_hemisphere(SEASONS[word], hemisphere) if word in SEASONS else (MONTHS[word],)


def _beside(match: re.Match[str], first: date, last: date, hemisphere: str | None) -> Span | None:
    """The month or season of a name that lies next before or after; that of the year before or after."""
    months = _months(match["name"] or match["name2"] or match["name3"], hemisphere)
    if match["name3"]:
        return month_span(first.year - 1 if match["year_back"] else last.year + 1, months)
    spans = [month_span(year, months) for year in range(first.year - 2, last.year + 3)]
    if match["back"] or match["back2"]:
        return next((span for span in reversed(spans) if span[0] < first and span[1] < last), None)
    return next((span for span in spans if span[0] > first and span[1] > last), None)


def _holding(word: str, first: date, last: date, hemisphere: str | None) -> Span | None:
    """The day, week, month, season, year or decade that holds a time."""
    if word in SEASONS:
        months = _months(word, hemisphere)
        spans = [month_span(year, months) for year in (first.year, first.year + 1)]
    else:
        spans = [_part(_PARTS[word[:3]], first)]
    return next((span for span in spans if span[0] <= first and last <= span[1]), None)


def _part(unit: str, day: date) -> Span:
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), last_day(day.year, day.month)
    first = day.year // 10 * 10 if unit == "decade" else day.year
    return date(first, 1, 1), date(first + (9 if unit == "decade" else 0), 12, 31)
