"""Absolute dates in a text, English and French: days, months, seasons, years, quarters, fiscal years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from conductor.composer.text.calendar_words import (
    LETTER_SEASONS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    for_hemisphere,
    last_day,
    month_span,
    number,
)
from connectors.vocabulary.patterns import Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A stretch of text that names a time. Without `start` it is partial: only `months` or `day` are known."""

    begin: int
    finish: int
    start: date | None = None
    end: date | None = None
    precision: str = "year"  # day | month | season | year | range | era
    months: tuple[int, ...] = ()
    day: int | None = None
    open_start: bool = False
    open_end: bool = False
    ambiguous: bool = False
    assumption: str | None = None


_M = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_S = "(?:" + "|".join(sorted((*SEASONS, *LETTER_SEASONS), key=len, reverse=True)) + r")\b"
_LONG = "|".join(name for name in MONTHS if len(name) > 3)
_Y = r"(?:1[4-9]\d\d|2[0-3]\d\d)"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_NOT_AFTER = r"(?:(?<![\w.,#+$°-])(?<!-\d)|(?<=\bpre-)|(?<=\bpost-))"
# what makes a four-digit number something else than a year
_NOT_BEFORE = (
    r"(?![\w%°])(?![.,]\d)(?! ?(?:km|m[23²³]?|cumecs?|cfs|metres?|meters?|hpa|mm|cm|ft|feet|px|pixels?|results?|granules?|items?|records?|members?|"
    r"usd|eur|ppm|resultats?|degr\w*|people|habitants|hectares?|ha|acres?|mw|w(?!\.? ?r))\b(?!'))"
)
# "15 September, 1980 to 2020": the same day of many years
_MANY_YEARS = rf",? {_Y} ?[-/] ?{_Y}|, {_Y} (?:to|through|until|a) {_Y}"
_OF_YEAR = r",?(?: of| in| de| d'| en)?(?: the year| ?l'annee| l'an)?"
_ORDINALS = {"first": 1, "premier": 1, "1st": 1, "1er": 1, "second": 2, "deuxieme": 2, "2nd": 2, "2e": 2, "2eme": 2,
             "third": 3, "troisieme": 3, "3rd": 3, "3e": 3, "3eme": 3, "fourth": 4, "quatrieme": 4, "4th": 4, "4e": 4, "4eme": 4,
             "last": 4, "final": 4, "dernier": 4}  # fmt: skip
PATTERNS = tuple(
    (kind, Pattern(pattern))
    for kind, pattern in (
        ("iso", rf"(?<!\d)({_Y})-(\d\d)-(\d\d)(?!\d)(?:t[\d:.]+z?)?"),
        ("iso", rf"(?<![\d/])({_Y})/(\d\d?)/(\d\d?)(?![\d/])"),
        ("iso", rf"(?<![\w.,#-])(?<!version )(?<!version: )({_Y})(0[1-9]|1[0-2])([0-2]\d|3[01])(?![\w-])(?!\.\w)"),
        ("numeric", rf"(?<![\d/.-])(\d\d?)[/.-](\d\d?)[/.-]({_Y})(?!\d)"),
        ("numeric", r"(?<![\d/.-])(\d\d?)/(\d\d?)/([0-4]\d)(?![\d/])"),
        ("season_year", rf"\b({_S}|(?!springs|falls){_S[:-2]}s\b)(?: australe?s?| boreale?s?)?(?:,| of| in| de l'annee| de| du)? ({_Y})(?: ?[-/] ?(\d\d(?:\d\d)?))?(?!\d|-\d|'?s\b)"),
        ("season_year", rf"\b(?<!\d[-/])(?<!\d [-/] )(?P<y>{_Y}) ({_S})()()"),
        ("season_year", rf"\b({_Y}) ?[-/] ?(\d\d(?:\d\d)?) (?:austral |boreal |black |southern |northern )?({_S})"),
        ("fiscal", rf"\b({_Y})(?: ?[-/] ?(\d\d(?:\d\d)?))? (?:fiscal|financial|budget) year\b"),
        ("fiscal", rf"\b(?:fy|(?:fiscal|financial|budget)(?: year)?|exercice(?: financier| fiscal| budgetaire)?|annee (?:financiere|fiscale|budgetaire))[ -]?({_Y})(?: ?[-/] ?(\d\d(?:\d\d)?))?\b"),
        ("quarter", rf"\b[qt]([1-4])(?:{_OF_YEAR} ?|/| ?- ?)({_Y})\b"),
        ("quarter", rf"\b(?P<y>{_Y})[ /-]?[qt]([1-4])\b"),
        ("quarter", rf"\b({'|'.join(_ORDINALS)}) (?:quarter|trimestre){_OF_YEAR} ({_Y})\b"),
        ("part", rf"\b(early|late|mid|debut|mi|fin|(?:end|beginning|start|middle) of|milieu)[ -](?:de |du mois de |d')?({_M}),? ({_Y})\b"),
        ("fortnight", rf"\b(?:the )?(first|second|last|premiere|seconde|deuxieme|derniere) (?:half|fortnight|moitie|quinzaine) (?:of |in |de |d')({_M}),? ({_Y})\b"),
        ("weeks", rf"\b(?:the )?(first|last)(?: (\w+))? (weeks?|days?) (?:of|in) ({_M}),? ({_Y})\b"),
        ("weeks", rf"\b(?:(?P<n>\w+) )?(premier|derni)(?:er)?e?s? (semaines?|jours?) (?:du mois )?(?:de |d')({_M}),? ({_Y})\b"),
        ("mdy", rf"\b({_M}) ({_D})(?:st|nd|rd|th)?(?!\d| ?[-/] ?\d| (?:to|through|and) {_D}(?:st|nd|rd|th)?,? {_Y})(?:(?!{_MANY_YEARS}),? ({_Y})\b)?"),
        ("mdd", rf"(?<=between )({_M}) ({_D})(?:st|nd|rd|th)? and ({_D})(?:st|nd|rd|th)?,? ({_Y})\b"),
        ("mdd", rf"\b({_M}) ({_D})(?:st|nd|rd|th)? (?:and|&) ({_D})(?:st|nd|rd|th)?,? ({_Y})\b"),
        ("mdd", rf"\b({_M}) ({_D})(?:st|nd|rd|th)? ?(?:-|to|through) ?({_D})(?:st|nd|rd|th)?,? ({_Y})\b"),
        ("dmy", rf"(?<![\d.,/])(?<!row )(?<!rang )(?<!ligne )(?<!rangee )(?<!path )(?<!orbite )(?<!orbit )(?<!track )(?<!trace )({_D})(?:er|st|nd|rd|th)?(?: of| de)? ({_M})(?:(?!{_MANY_YEARS}){_OF_YEAR}(?: ({_Y})\b)?)?"),
        ("dmy", rf"(?<![\w.,/])({_D})({'|'.join(sorted(MONTHS, key=len, reverse=True))})({_Y})\b"),
        ("my", rf"\b(?!{_M}(?:,? (?:de|of)|,) {_Y} (?:a|to|through) {_Y})(?!{_M}, {_Y} on\b)({_M}){_OF_YEAR} ?'?({_Y})\b(?! ?[-/] ?{_Y})"),
        ("iso_month", rf"(?<![\d-])({_Y})-(0[1-9]|1[0-2])(?![\d-])"),
        ("range", rf"{_NOT_AFTER}({_Y}) ?[-/] ?({_Y}){_NOT_BEFORE}"),
        ("short_range", rf"{_NOT_AFTER}({_Y}) ?[-/] ?(\d\d)(?![\d/-])"),
        ("year", rf"{_NOT_AFTER}({_Y}){_NOT_BEFORE}(?!-\d)"),
        ("short_year", r"\b(?:in|en|since|depuis|from|of|de|ete|hiver|summer|winter|printemps|automne|spring|autumn) '?([6-9]\d)(?= ?(?:$|[?.,;!)]|in\b|a\b|au\b|over\b|sur\b|pour\b|for\b|with\b|avec\b))"),
        ("season", rf"(?:(?!fall\b)|(?<!used to )(?<!did )(?<!would )(?<!will )(?<!could )(?<!expected to )(?<!likely to ))\b({_S}|{_S[:-2]}s\b)(?= |$|[?.,;:!)'-])"),
        ("month", rf"\b({_M}|(?:{_LONG})s\b)"),
        ("day", rf"(?<![\w.,/:°-])({_D})(?:er|st|nd|rd|th)?(?= ?(?:to|-|au|a|and|et|through) ?(?:(?:le|du|the|{WEEKDAYS},?) )?{_D}(?:er|st|nd|rd|th)?(?: of| de)? ?{_M})"),
    )
)  # fmt: skip


def find_dates(folded: str, *, hemisphere: str | None, day_first: bool | None) -> Iterator[Dated]:
    """Yield every absolute date, leftmost and most specific first; `day_first` settles 03/04/2024, None leaves it ambiguous."""
    taken = [False] * (len(folded) + 1)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(folded):
            if any(taken[match.start() : match.end()]):
                continue
            dated = _read(kind, match, hemisphere, day_first)
            if dated is not None:
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                yield dated


def _read(kind: str, match: re.Match[str], hemisphere: str | None, day_first: bool | None) -> Dated | None:
    try:
        if kind == "numeric":
            return _numeric(match, day_first)
        if kind in ("season", "season_year"):
            return _season(kind, match, hemisphere)
        return _READERS[kind](match)
    except ValueError:  # 31 April, month 13: not a date
        return None


def _at(match: re.Match[str], start: date, end: date, precision: str) -> Dated:
    return Dated(begin=match.start(), finish=match.end(), start=start, end=end, precision=precision)


def _years(match: re.Match[str], first: int, last: int, precision: str = "range") -> Dated:
    return _at(match, date(first, 1, 1), date(last, 12, 31), precision)


def _month(word: str) -> int:
    word = word.rstrip(". ")
    return MONTHS[word] if word in MONTHS else MONTHS[word[:-1]]


def _iso(match: re.Match[str]) -> Dated:
    day = date(*(int(g) for g in match.groups()))
    return _at(match, day, day, "day")


def _numeric(match: re.Match[str], day_first: bool | None) -> Dated | None:
    a, b, year = (int(g) for g in match.groups())
    year += 2000 if year < 100 else 0
    if a > 12 or b > 12 or a == b or day_first is not None:
        first_is_day = a > 12 or (b <= 12 and day_first is True)
        day = date(year, b, a) if first_is_day else date(year, a, b)
        return _at(match, day, day, "day")
    return Dated(
        begin=match.start(),
        finish=match.end(),
        start=date(year, b, a),
        end=date(year, b, a),
        precision="day",
        ambiguous=True,
    )


def _season(kind: str, match: re.Match[str], hemisphere: str | None) -> Dated:
    words = [g for g in match.groups() if g and not g[0].isdigit()]
    name = words[0].strip()
    months = LETTER_SEASONS.get(name) or for_hemisphere(SEASONS[name if name in SEASONS else name[:-1]], hemisphere)
    if kind == "season":
        return Dated(begin=match.start(), finish=match.end(), precision="season", months=months)
    digits = [g for g in match.groups() if g and g[0].isdigit()]
    year = int(digits[0])
    if len(digits) > 1:
        last = int(digits[1]) if len(digits[1]) == 4 else year // 100 * 100 + int(digits[1])
        if last != year + 1:  # summer 2001-2020: many seasons, not one
            start, end = date(year, 1, 1), date(last, 12, 31)
            return Dated(
                begin=match.start(), finish=match.end(), precision="range", months=months, start=start, end=end
            )
        year = last
    start, end = month_span(year, months)
    return Dated(begin=match.start(), finish=match.end(), start=start, end=end, precision="season", months=months)


def _fiscal(match: re.Match[str]) -> Dated:
    year = int(match[1])
    if match[2]:
        return _at(match, date(year, 4, 1), date(year + 1, 3, 31), "range")
    return _at(match, date(year - 1, 10, 1), date(year, 9, 30), "range")


def _quarter(match: re.Match[str]) -> Dated:
    said, digits = (match[2], match[1]) if "y" in match.re.groupindex else (match[1], match[2])
    quarter, year = int(said) if said.isdigit() else _ORDINALS[said], int(digits)
    return _at(match, date(year, 3 * quarter - 2, 1), last_day(year, 3 * quarter), "month")


def _part(match: re.Match[str]) -> Dated:
    month, year = _month(match[2]), int(match[3])
    first, last = {"ea": (1, 10), "de": (1, 10), "be": (1, 10), "st": (1, 10), "mi": (11, 20), "la": (21, 31), "fi": (21, 31), "en": (21, 31)}[match[1][:2]]  # fmt: skip
    return _at(match, date(year, month, first), last_day(year, month) if last == 31 else date(year, month, last), "day")


def _fortnight(match: re.Match[str]) -> Dated:
    month, year = _month(match[2]), int(match[3])
    if match[1] in ("first", "premiere"):
        return _at(match, date(year, month, 1), date(year, month, 15), "day")
    return _at(match, date(year, month, 16), last_day(year, month), "day")


def _weeks(match: re.Match[str]) -> Dated | None:
    month, year = _month(match[4]), int(match[5])
    french = "n" in match.re.groupindex
    words, said = match[2 if french else 1], match[1 if french else 2]
    count = (number(said) if said else None) or (1 if not match[3].endswith("s") else None)
    if count is None:
        return None
    days = count * (7 if match[3].startswith(("week", "sem")) else 1)
    end = last_day(year, month)
    if words in ("last", "derni"):
        return _at(match, end - timedelta(days=days - 1), end, "day")
    return _at(match, date(year, month, 1), date(year, month, 1) + timedelta(days=days - 1), "day")


def _mdy(match: re.Match[str]) -> Dated:
    return _day_of(match, _month(match[1]), int(match[2]), match[3])


def _dmy(match: re.Match[str]) -> Dated:
    return _day_of(match, _month(match[2]), int(match[1]), match[3])


def _day_of(match: re.Match[str], month: int, day: int, year: str | None) -> Dated:
    if year is None:
        return Dated(begin=match.start(), finish=match.end(), precision="day", months=(month,), day=day)
    return _at(match, date(int(year), month, day), date(int(year), month, day), "day")


def _mdd(match: re.Match[str]) -> Dated | None:
    month, year = _month(match[1]), int(match[4])
    listed = re.search(r" (?:and|&) ", match[0]) and not match.string.endswith("between ", 0, match.start())
    if listed and int(match[3]) - int(match[2]) != 1:  # two days apart are no stretch
        return None
    return _at(match, date(year, month, int(match[2])), date(year, month, int(match[3])), "range")


def _my(match: re.Match[str]) -> Dated:
    month, year = _month(match[1]), int(match[2])
    return _at(match, date(year, month, 1), last_day(year, month), "month")


def _iso_month(match: re.Match[str]) -> Dated:
    year, month = int(match[1]), int(match[2])
    return _at(match, date(year, month, 1), last_day(year, month), "month")


def _short_range(match: re.Match[str]) -> Dated | None:
    first, last = int(match[1]), int(match[1]) // 100 * 100 + int(match[2])
    return _years(match, first, last) if last > first else None


def _short_year(match: re.Match[str]) -> Dated:
    year = 1900 + int(match[1])
    return Dated(
        begin=match.start(1), finish=match.end(1), start=date(year, 1, 1), end=date(year, 12, 31), precision="year"
    )


# "the first 2000 images" counts them; "use 2022 images" says of when
_OF_IMAGES = Pattern(
    r"(?: (?:¤+|radar|sar|optical|optiques?|satellite|first|last|latest|best|premieres|dernieres|meilleures)){0,2} ?(?:images?|scenes?)\b"
)
_COUNTS_THEM = Pattern(
    r"\b(?:first|last|top|max\w*|limit|to|most|than|only|about|over|nearly|les|des|premieres|plus de|moins de|environ|pres de|a)\s$"
)


# "my gauge says at least 2000" measures
_MEASURES = Pattern(
    r"\b(?:says?|said|reads?|shows?|measure[sd]?|records?|dit|indique|affiche|mesure|releve) (?:at least|about|around|almost|nearly|over|more than|au moins|environ|pres de|presque|plus de)\s$"
)


def _year(match: re.Match[str]) -> Dated | None:
    if _MEASURES.search(match.string, 0, match.start()):
        return None
    said = _OF_IMAGES.match(match.string, match.end())
    many = said and said[0].endswith("s")  # "on a 2024 image" counts none
    if said and (
        not 1984 <= int(match[1]) <= 2039
        or match[1] == "2000"
        or (many and _COUNTS_THEM.before(match.string, match.start()))
    ):
        return None
    return _years(match, int(match[1]), int(match[1]), "year")


def _month_alone(match: re.Match[str]) -> Dated:
    return Dated(begin=match.start(), finish=match.end(), precision="month", months=(_month(match[1]),))


def _day_alone(match: re.Match[str]) -> Dated:
    return Dated(begin=match.start(), finish=match.end(), precision="day", day=int(match[1]))


_READERS = {
    "iso": _iso, "fiscal": _fiscal, "quarter": _quarter, "part": _part, "fortnight": _fortnight, "weeks": _weeks, "mdy": _mdy, "dmy": _dmy, "mdd": _mdd, "my": _my,
    "iso_month": _iso_month, "range": lambda m: _years(m, int(m[1]), int(m[2])) if int(m[1]) <= int(m[2]) else None,
    "short_range": _short_range, "short_year": _short_year, "year": _year, "month": _month_alone, "day": _day_alone,
}  # fmt: skip
