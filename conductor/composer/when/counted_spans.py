"""A length of time counted from a date: "the ten days following 14 March", "dans les deux semaines qui ont précédé le 3 août"; on folded text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from conductor.composer.text.calendar_words import NUMBERS, last_day, number
from conductor.composer.when.ranges import Stretch
from connectors.vocabulary.patterns import Pattern

_N = r"(?:\d{1,3}|" + "|".join(sorted((n for n in NUMBERS if len(n) > 2), key=len, reverse=True)) + r"|un|une)"
_UNIT = r"(?P<unit>days?|jours?|nights?|nuits?|fortnights?|quinzaines?|weeks?|semaines?|months?|mois|years?|ans?|annees?|decades?|decennies?)"
_WHOLE = r"(?:first |full |whole |next |immediate |premiere?s? |prochaine?s? )?"
_AFTER = r"(?P<after>(?:right |just |immediately |directly |juste |immediatement )?(?:after|following|subsequent to|(?:that|which) (?:\w+ )?(?:followed|follows?|came after|comes? after)|apres|suivant|(?:faisant )?suite a|consecuti\w+ a|qui (?:ont|a|avaient|avait) (?:\w+ )?suivi|qui suiv\w+))"
_BEFORE = r"(?P<before>(?:right |just |immediately |directly |juste |immediatement )?(?:before|preceding|prior to|(?:leading )?up to|leading to|(?:that|which) (?:\w+ )?(?:preceded|precedes?|came before|comes? before|led (?:up )?to)|avant|precedant|qui (?:ont|a|avaient|avait) (?:\w+ )?precede|qui preced\w+))"
_AROUND = r"(?P<around>around|(?:on )?(?:either|each) side of|before and after|autour d[eu]|de part et d'autre d[eu]|avant et (?:d')?apres)"
# the date itself, or what happened on it: "after the eruption of 15 January"
_TO_IT = r"[ ']*(?:(?:the|le|la|les|l')[ ']*(?:[\w'-]+ ){1,4}?(?:of|on|in|from|du|de|d'|en)[ ']*)?(?:(?:the|le|la|les|l|year|month|date|day|annee|an|mois|de|du|d)\b[ ']*)*$"
_LENGTH = Pattern(
    rf"(?:\b(?P<whole>(?:the|those|these|les|des|aux|nos|ces|la|le|l'|du|au|for|over|during|pendant|durant|sur) ?){_WHOLE}(?:(?P<n>{_N})[ -](?:whole |full )?)?{_UNIT}|(?:^|(?<=[^\w'-]))(?P<m>{_N}) {_WHOLE}{_UNIT.replace('unit', 'point')}) "
    rf"(?:{_AROUND}|{_AFTER}|{_BEFORE})\b{_TO_IT}"
)
# "within ten days of 14 March", "à moins de dix jours du 14 mars"
_WITHIN = Pattern(
    rf"\b(?:within|less than|not more than|no more than|at most|a moins d[e']|a) ?(?P<n>{_N}|an?(?= [a-z])) {_UNIT} (?:of|from|du|de|pres du|autour du)\b{_TO_IT}"
)
_EVE = Pattern(r"\b(?:(?P<eve>veille)|(?:le |du |ce )lendemain) d[eu] ?(?:l'|la |le )?$")
_DAYS = {"d": 1, "j": 1, "n": 1, "f": 14, "q": 14, "w": 7, "s": 7}


def counted_span(stretch: Stretch, lead: str) -> Stretch | None:
    """The time that a length before a short date tells, none where no length stands there."""
    if stretch.precision not in ("day", "month", "season", "year") or not stretch.start or not stretch.end:
        return None
    if stretch.precision == "day" and (eve := _EVE.search(lead)):
        day = timedelta(days=-1 if eve["eve"] else 1)
        return replace(stretch, start=stretch.start + day, end=stretch.end + day)
    within = _WITHIN.search(lead)
    said = within or _LENGTH.search(lead)
    if said is None or (within and within[0].startswith("a ") and not said["unit"].startswith("j")):
        return None
    point = None if within else said["point"]
    unit = point or said["unit"]
    many = number(
        "one"
        if within and said["n"] == "an"
        else said["n"]
        if within
        else said["n"] or said["m"] or _one(said["whole"], unit)
    )
    if not many:
        return None
    shift = _shifted(unit, many)
    first, last = stretch.start, stretch.end
    if within or said["around"]:
        return replace(stretch, start=shift(first, -1), end=shift(last, 1), precision="range")
    if point and _is_point(unit, stretch):
        way = 1 if said["after"] else -1
        return replace(stretch, start=shift(first, way), end=shift(last, way))
    if point:
        return None
    day = timedelta(days=1)
    if said["after"]:
        return replace(stretch, start=last + day, end=shift(last, 1), precision="range")
    return replace(stretch, start=shift(first, -1), end=first - day, precision="range")


def _one(article: str, unit: str) -> str:
    """ "The week after" is one; "the years after 2010" are no known number."""
    several = unit != "mois" and unit.endswith("s")
    return "" if several or article.strip() in ("les", "des", "aux", "nos", "ces", "those", "these") else "one"


def _is_point(unit: str, stretch: Stretch) -> bool:
    """ "Ten days after 15 May" is one day, "five years after 2003" one year; "two days after March" is neither."""
    return stretch.precision == "day" or (unit.startswith(("y", "a")) and stretch.precision == "year")


def _shifted(unit: str, many: int) -> Callable[[date, int], date]:
    """How a day moves on, or back, by so many of a unit."""
    if unit[0] in _DAYS and not unit.startswith("dec"):
        length = timedelta(days=_DAYS[unit[0]] * many)
        return lambda day, way: day + max(date.min - day, min(date.max - day, way * length))
    months = many * (1 if unit.startswith("mo") else 120 if unit.startswith("dec") else 12)
    return lambda day, way: _months_on(day, way * months)


def _months_on(day: date, months: int) -> date:
    """The same day so many months on, within the calendar; the end of a month stays one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if months < 0 else date.max
    last = last_day(year, month + 1)
    if day == last_day(day.year, day.month):
        return last
    return date(year, month + 1, min(day.day, last.day))
