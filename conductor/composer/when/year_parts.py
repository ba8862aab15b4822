"""Parts of a year by their own names: halves, weeks, feasts, hydrological years, the first months; English and French, on folded text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from conductor.composer.text.calendar_words import MONTHS, last_day, number
from conductor.composer.when.dates import Dated
from connectors.vocabulary.patterns import Pattern

_Y = r"(?:18|19|20|21)\d\d"
_M = "|".join(sorted(MONTHS, key=len, reverse=True))
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_OF = r",? (?:of |de |d'|du |in |en )?(?:the year |l'annee |annee )?"
_LATE = r"second|2nd|last|latter|deuxieme|seconde?|derniere?|2e|2eme"
# Feasts that have the same day every year, by words that name nothing else.
_FEASTS: tuple[tuple[str, int, int], ...] = (
    (r"christmas eve|(?:la )?veille de noel", 12, 24),
    (
        rf"christmas day|christmas(?= {_Y})|(?:le )?jour de noel|noel(?= {_Y})|(?<=\ba )noel|(?<=\blast )christmas|(?<=\bat )christmas|noel(?= (?:dernier|passe)\b)",
        12,
        25,
    ),
    (r"boxing day", 12, 26),
    (r"new year's eve|(?:la )?saint-sylvestre", 12, 31),
    (r"new year's day|(?:le )?jour de l'an\b", 1, 1),
    (r"valentine's day|(?:la )?saint-valentin", 2, 14),
    (r"canada day|(?:la )?fete du canada", 7, 1),
    (r"bastille day", 7, 14),
    (r"halloween", 10, 31),
)
_FEAST = "|".join(f"(?P<f{i}>{words})" for i, (words, _, _) in enumerate(_FEASTS))
_WEEK = (
    r"(?:the )?(?:week|7 days|seven days)(?: of| starting(?: on)?| beginning(?: on)?| commencing(?: on)?| ending(?: on)?| from)|"
    r"(?:la )?semaine(?: du| commencant le| debutant le| finissant le| se terminant le)"
)


def _half(match: re.Match[str]) -> Dated:
    year = int(match["y"] or match["y2"] or match["y3"])
    late = bool(re.search(rf"\b(?:{_LATE}|h2)\b", match[0]))
    return _at(match, date(year, 7, 1), date(year, 12, 31)) if late else _at(match, date(year, 1, 1), date(year, 6, 30))


def _months(match: re.Match[str]) -> Dated | None:
    count, year = number(match["n"]), int(match["y"])
    if count is None or not 1 < count < 12:
        return None
    if re.search(r"\b(?:last|final|derniers)\b", match[0]):
        return _at(match, date(year, 13 - count, 1), date(year, 12, 31))
    return _at(match, date(year, 1, 1), last_day(year, count))


def _week(match: re.Match[str]) -> Dated:
    day = date(int(match["y"]), MONTHS[match["m"] or match["m2"]], int(match["d"] or match["d2"]))
    if re.search(r"start|begin|commenc|debut|from", match[0]):
        return _at(match, day, day + timedelta(days=6))
    if re.search(r"ending|finiss|termin", match[0]):
        return _at(match, day - timedelta(days=6), day)
    monday = day - timedelta(days=day.weekday())
    return _at(match, monday, monday + timedelta(days=6))


def _numbered(match: re.Match[str]) -> Dated:
    year, week = int(match["y"] or match["y2"]), int(match["w"] or match["w2"])
    return _at(match, date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))


def _feast(match: re.Match[str]) -> Dated:
    month, day = next((m, d) for i, (_, m, d) in enumerate(_FEASTS) if match[f"f{i}"])
    if match["y"] is None:
        return Dated(begin=match.start(), finish=match.end(), precision="day", months=(month,), day=day)
    when = date(int(match["y"]), month, day)
    return _at(match, when, when, "day")


def _water_year(match: re.Match[str]) -> Dated:
    first, second = int(match["y"] or match["y3"]), match["y2"] or match["y4"]
    last = first // 100 * 100 + int(second[-2:]) if second else first
    return _at(match, date(last - 1, 10, 1), date(last, 9, 30))


_BOUNDING = Pattern(
    r"\b(?:by|until|till|through|thru|up to(?: and including)?|d'ici(?: a)?|jusqu(?:'(?:a|au|en)|e)|before|avant|after|apres)(?: the| la| le)? $"
)


def _third(match: re.Match[str]) -> Dated | None:
    """ "Early 2024", "fin 2024": four months; "until the end of 2024" bounds the year itself."""
    if _BOUNDING.before(match.string, match.start()):
        return None
    year, first = int(match["y"]), 1 if match["early"] or match["early2"] else 5 if match["mid"] or match["mid2"] else 9
    third = _at(match, date(year, first, 1), last_day(year, first + 3))
    return replace(third, assumption="part_of_age")


def _month(match: re.Match[str]) -> Dated:
    month = int(match["n"]) if match["n"] else MONTHS[match["m"]]
    year = int(match["y"]) if match["y"] else _full(match["y2"])
    return _at(match, date(year, month, 1), last_day(year, month), "month")


def _day_of_year(match: re.Match[str]) -> Dated:
    day = date(int(match["y"]), 1, 1) + timedelta(days=int(match["n"]) - 1)
    return _at(match, day, day, "day")


def _decade(match: re.Match[str]) -> Dated:
    first = 2010 if match[0].endswith("tens") else 2000
    return _at(match, date(first, 1, 1), date(first + 9, 12, 31))


def _full(digits: str) -> int:
    return int(digits) + (2000 if int(digits) <= 40 else 1900)


def _at(match: re.Match[str], start: date, end: date, precision: str = "range") -> Dated:
    return Dated(begin=match.start(), finish=match.end(), start=start, end=end, precision=precision)


_READERS: tuple[tuple[Pattern, Callable[[re.Match[str]], Dated | None]], ...] = tuple(
    (Pattern(pattern), reader)
    for pattern, reader in (
        (
            rf"\b(?:the |le |la |au )?(?:first|1st|premiere?|1ere?|1er|{_LATE}) (?:half|semestre|moitie){_OF}(?P<y>{_Y})\b|"
            rf"\bh[12][ -]?(?P<y2>{_Y})\b|\b(?P<y3>{_Y})[ -]?h[12]\b",
            _half,
        ),
        (rf"\b(?:the )?(?:first|last|final) (?P<n>\w+) months{_OF}(?P<y>{_Y})\b", _months),
        (rf"\b(?:les )?(?P<n>\w+) (?:premiers|derniers) mois{_OF}(?P<y>{_Y})\b", _months),
        (
            rf"\b(?:{_WEEK}) (?:the |le )?(?:(?P<d>{_D})(?:er|st|nd|rd|th)? (?:of |de )?(?P<m>{_M})|(?P<m2>{_M}) (?P<d2>{_D})(?:st|nd|rd|th)?)\.?,? (?P<y>{_Y})\b",
            _week,
        ),
        (rf"\b(?P<y>{_Y})-?w(?P<w>\d\d)\b|\b(?:week|semaine)(?: number| no\.?| n°)? ?(?P<w2>\d\d?)(?: of|,| de)? (?P<y2>{_Y})\b", _numbered),
        (rf"\b(?:{_FEAST})(?:,?(?: of| de)? (?P<y>{_Y}))?(?!\w)", _feast),
        (
            rf"\b(?:(?:hydrological|hydrologic|water) year|annee hydrologique) (?P<y>{_Y})(?: ?[-/] ?(?P<y2>(?:\d\d)?\d\d))?\b|"
            rf"\b(?P<y3>{_Y})(?: ?[-/] ?(?P<y4>(?:\d\d)?\d\d))? (?:hydrological|hydrologic|water) year\b",
            _water_year,
        ),
        (
            r"\b(?:(?:the )?(?:(?P<early>early|(?:beginning|start|first months) of)|(?P<mid>mid|middle of)|(?P<late>late|(?:end|last months) of))|"
            r"(?P<early2>(?:tout )?debut|premiers mois)|(?P<mid2>mi|milieu)|(?P<late2>(?:toute )?fin|derniers mois))[ -]"
            rf"(?:de |d')?(?:the year |l'annee )?(?P<y>{_Y})\b(?! ?[-/] ?\d|'?s\b)",
            _third,
        ),
        (rf"(?<![\w/.-])(?P<n>0?[1-9]|1[0-2])/(?P<y>{_Y})(?![\d/])|\b(?P<m>{_M})\.? ?'(?P<y2>\d\d)(?!\d)", _month),
        (rf"\b(?:day|jour)(?: number)? (?P<n>\d{{1,3}}) (?:of|de) (?P<y>{_Y})\b", _day_of_year),
        (r"\b(?:the )?(?:noughties|aughts|twenty-tens)\b", _decade),
    )
)  # fmt: skip


def find_parts(folded: str) -> Iterator[Dated]:
    """Yield every part of a year that its own name tells."""
    taken: list[tuple[int, int]] = []
    for pattern, reader in _READERS:
        for match in pattern.finditer(folded):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            try:
                dated = reader(match)
            except ValueError:  # 31 April, week 54
                continue
            if dated is not None:
                taken.append(match.span())
                yield dated
