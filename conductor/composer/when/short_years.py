"""Years told by their last two digits beside a month, a day or a season: "3-9 may 25", "août 23", "summer 24", "jan24"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from conductor.composer.text.calendar_words import LETTER_SEASONS, MONTHS, SEASONS, for_hemisphere, last_day, month_span
from conductor.composer.when.dates import Dated
from connectors.vocabulary.patterns import Pattern

_M = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_S = "(?:" + "|".join(sorted((*SEASONS, *LETTER_SEASONS), key=len, reverse=True)) + ")"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
# two digits that count or measure something are no year, nor is a day before its year
_ALONE = (
    r"(?![\w%°])(?![.,:]\d)(?! ?[-/] ?\d)(?!,? (?:19|20)\d\d\b)(?! ?(?:km|m|metres?|meters?|hpa|mm|cm|ft|feet|px|pixels?|scenes?|images?|results?|granules?|items?|records?|members?|membres?|"
    r"percent|pour ?cents?|degr\w*|deg|[cfk]|days?|jours?|nights?|nuits?|years?|ans|months?|mois|hours?|heures?|h|models?|modeles?|stations?)\b)"
)
_UNTIL_DAY = rf"(?! ?(?:to|-|and|et|au|a|through|&) ?{_D}(?:st|nd|rd|th)?\b)"
_DAY = Pattern(rf"(?<![\d.,/])(?P<d>{_D})(?:er|st|nd|rd|th)?(?: of| de)? ?(?P<m>{_M})\.? ?'?(?P<y>\d\d){_ALONE}")
_DAYS = Pattern(
    rf"(?<![\d.,/])(?P<d>{_D})(?:er|st|nd|rd|th)? ?(?:-|/|to|au|a|and|et|through) ?(?:le )?(?P<d2>{_D})(?:er|st|nd|rd|th)? ?(?P<m>{_M})\.? ?'?(?P<y>\d\d){_ALONE}"
)
_RUN = Pattern(rf"\b(?P<m>{_M})\.? ?(?:-|/|to|a|au|through|thru) ?(?P<m2>{_M})\.? ?'?(?P<y>\d\d){_ALONE}")
_GLUED = Pattern(rf"\b(?P<m>{_M})'?(?P<y>\d\d){_ALONE}")
_SEASON = Pattern(rf"\b(?P<s>{_S}) '?(?P<y>\d\d)(?:[-/](?P<y2>\d\d))?{_ALONE}")
_MONTH = Pattern(
    rf"(?P<lead>(?:\b(?:(?:ones?|that|those|scenes?|images?|passe?s?|acquisitions?|shots?) of|[a-z]+) )?)\b(?P<m>{_M})\.? (?P<y>\d\d){_UNTIL_DAY}{_ALONE}"
)
_OF = ("in", "en", "of", "during", "since", "early", "late", "mid")  # "in may 25": no day stands behind these
OLDEST = 41  # "41" is 1941, "40" is 2040
EARLIEST = 15  # in English a smaller number behind a month is likelier its day


def find_short_years(
    text: str, folded: str, *, now: date, language: str, hemisphere: str | None = None
) -> Iterator[Dated]:
    """Yield dates with a year of two digits; in English "aug 25" is one where the month has no capital or nothing else fits."""
    for match in _DAYS.finditer(folded):
        first, last = _day(match, "d"), _day(match, "d2")
        yield from _at(match, (first, last) if first and last and first < last else None, "range")
    for match in _DAY.finditer(folded):
        yield from _at(match, (day, day) if (day := _day(match, "d")) else None)
    for match in _RUN.finditer(folded):
        yield from _at(match, month_span(_year(match["y"]), (MONTHS[match["m"]], MONTHS[match["m2"]])), "range")
    for match in _GLUED.finditer(folded):
        yield from _at(match, _month(match), "month")
    for match in _SEASON.finditer(folded):
        yield from _season(match, now, hemisphere)
    twice = _told_twice(folded)
    for match in _MONTH.finditer(folded):
        if language == "fr" or twice or _is_year(match, now, informal=text[match.start("m")].islower()):
            yield from _at(match, _month(match), "month", begin=match.start("m"))


def _told_twice(folded: str) -> bool:
    """ "Aug 25 vs aug 24": the same month of two years."""
    said = [(MONTHS[m["m"]], m["y"]) for m in _MONTH.finditer(folded)]
    return len(said) == 2 and said[0][0] == said[1][0] and abs(int(said[0][1]) - int(said[1][1])) == 1


def _is_year(match: re.Match[str], now: date, *, informal: bool) -> bool:
    year, lead = int(match["y"]), match["lead"].strip()
    if lead in ("on", "the") or (int(match["y"]) <= 31 and " " in lead and not informal):  # "the one of March 20"
        return False
    if match["m"] == "may" and lead in ("it", "they", "we", "you", "that", "which"):
        return False
    return year > 31 or (EARLIEST <= year <= now.year % 100 and (informal or lead in _OF))


def _year(digits: str) -> int:
    return int(digits) + (2000 if int(digits) < OLDEST else 1900)


def _day(match: re.Match[str], name: str) -> date | None:
    try:
        return date(_year(match["y"]), MONTHS[match["m"]], int(match[name]))
    except ValueError:  # 31 April
        return None


def _month(match: re.Match[str]) -> tuple[date, date]:
    year, month = _year(match["y"]), MONTHS[match["m"]]
    return date(year, month, 1), last_day(year, month)


def _season(match: re.Match[str], now: date, hemisphere: str | None) -> Iterator[Dated]:
    """The season of one year, "winter 23-24" of the two that it touches; far ahead it is no year."""
    year = _year(match["y2"] or match["y"])
    if year > now.year + 1 or (match["y2"] and int(match["y2"]) != int(match["y"]) + 1):
        return
    name = match["s"]
    months = LETTER_SEASONS.get(name) or for_hemisphere(SEASONS[name], hemisphere)
    start, end = month_span(year, months)
    yield Dated(begin=match.start(), finish=match.end(), start=start, end=end, precision="season", months=months)


def _at(
    match: re.Match[str], span: tuple[date, date] | None, precision: str = "day", *, begin: int | None = None
) -> Iterator[Dated]:
    if span is not None:
        first = match.start() if begin is None else begin
        yield Dated(begin=first, finish=match.end(), start=span[0], end=span[1], precision=precision)
