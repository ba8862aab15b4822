"""Dates told relative to today or to an earlier turn, English and French: last summer, il y a trois ans, the day before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from conductor.composer.text.calendar_words import (
    MONTHS,
    NUMBERS,
    SEASONS,
    for_hemisphere,
    last_day,
    month_span,
    number,
)
from conductor.composer.when.dates import Dated
from connectors.vocabulary.patterns import Pattern

_N = r"(?:\d{1,3}|" + "|".join(sorted((n for n in NUMBERS if len(n) > 2), key=len, reverse=True)) + r"|un|une|deux)"
# "a couple of years", "une trentaine d'années"
_GAP = r"(?:(?: of)? |(?<=aine) d(?:e |'))"
_UNIT = r"(years?|ans?|annees?|months?|mois|weeks?|semaines?|days?|jours?|decades?|decennies?|winters?|hivers?|summers?|etes?|springs?|printemps|autumns?|falls?|automnes?)"
_SEASON = r"(winter|hiver|summer|ete|spring|printemps|autumn|fall|automne)"
_ONE = r"(year|an|annee|month|mois|week|semaine|decade|decennie|quarter|trimestre|" + _SEASON[1:-1] + ")"

_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"

PATTERNS = tuple(
    (kind, Pattern(pattern))
    for kind, pattern in (
        ("day", r"\b(day before yesterday|day after tomorrow|apres-demain|avant-?hier|yesterday|hier|today(?!'s[.,;]|'s (?:climates?|conditions|normals?|averages?|means?|temperatures?|levels?|world|values?|rainfall|question|topic|task|request|class|lesson|meeting|paper))|(?<!climat d')(?<!conditions d')(?<!temperatures d')(?<!niveaux d')aujourd'hui|tomorrow|demain|tonight|ce soir(?!-la)|last night|hier soir|la nuit derniere|this (?:morning|afternoon|evening)|ce matin(?!-la)|cet apres-midi(?!-la)|(?<=\bde )ce jour(?!-la))\b"),
        ("weekday", r"\b(?:last|this past) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|(?<=since )(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|(?<=depuis )(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b(?! \d)|\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:dernier|passe)\b"),
        ("fortnight", r"\b(?:last|past|previous) fortnight\b|\b(?:derniere quinzaine|quinzaine (?:passee|derniere|ecoulee)|(?:depuis|sur|en) une (?:petite |bonne )?quinzaine(?: de jours)?)\b(?! d'an)"),
        ("ages", r"\b(?:the )(?:last|past|previous) ((?:half|quarter)(?:[- ]| of a | a )century|(?<=past )century|hundred years)\b|\b(?:over|during|across|throughout|through|for|within) the (?:last|previous) (century)\b|\b(?:au cours|le long) du (siecle) (?:dernier|passe)\b|\b(?:durant|pendant|sur) le (siecle) (?:dernier|passe)\b|\b(?:derniere?|depuis (?:plus d')?un) (demi-siecle|quart de siecle|siecle)\b|\b(demi-siecle|quart de siecle|siecle) ecoule\b"),
        ("century", r"\b((?:the )?last century|siecle (?:dernier|passe))\b"),
        ("months_n", rf"\b(?:last|past|previous) ({_N}) {_MONTH}s?\b(?! \d)|\b({_N}) derniers (?:mois (?:de |d'))?{_MONTH}\b(?! \d)"),
        ("ago", rf"(?<!\d[,. ])(?<!half )\b({_N}|an?){_GAP}{_UNIT} ago\b|\by a (?:environ |plus de |une )?({_N}){_GAP}{_UNIT}\b"),
        ("last_n", rf"(?:\b(?:since (?:the )?)?(?:last|past|previous|trailing|most recent|latest) (?:a )?({_N}){_GAP}(?:whole |full |complete |calendar )?{_UNIT}\b|\b({_N}) (?:most recent|latest) (?:whole |full |complete |calendar )?{_UNIT}\b|\b(?:depuis )?(?:les|ces|des|aux|nos) ({_N}) (?:derni\w+|passe\w+) {_UNIT}\b|\b(?:depuis )?les ({_N}) {_UNIT} derni\w+\b|\b({_N}) (?:derni\w+|passe\w+) {_UNIT}\b|\b({_N}) {_UNIT} (?:passe|ecoule|precedent)e?s\b|\bderniere ({_N}){_GAP}{_UNIT}\b|\bdepuis (?:plus (?:de |d')|environ |pres (?:de |d'))?(?:une )?({_N}){_GAP}{_UNIT}\b|\bsince (?:about |more than )?({_N}) {_UNIT}\b(?! ago))(?! (?:of|du|de|d')(?: the month of| mois de| mois d')? ?(?:{_MONTH[1:-1]})\b)"),
        ("next_n", rf"\b(?:next|coming|following) ({_N}){_GAP}{_UNIT}\b|\b(?:les|ces|des|aux) ({_N}) prochain\w+ {_UNIT}\b|\b({_N}) {_UNIT} (?:a venir|qui viennent|to come|ahead)\b|\b({_N}) prochain\w+ {_UNIT}\b|\bprochaine ({_N}){_GAP}{_UNIT}\b"),
        ("recent", r"\b(?:(?:recent|past|last|(?:last|past) (?:few|several|many)|previous) decades|(?<!\d )(?:dernieres|recentes) decennies|decennies (?:recentes|passees|ecoulees))\b|\b(?:depuis|ces) (?:quelques|plusieurs) decennies\b|\b(?:recent|(?:the|these|over|last|past|previous) (?:few )?(?:last|past|recent|latest)|(?:last|past|previous) (?:few|several|couple of)) years\b(?! of\b)|\b(?:ces|les|des) (?:quelques |toutes )?dernieres annees\b(?! (?:d[eu]s?|of)\b| d')|\b(?:depuis|ces) (?:quelques|plusieurs) annees\b|\bannees (?:recentes|passees)\b"),
        ("before_last", rf"\b{_ONE} before last\b|\b(?:l')?avant-derniere? {_ONE}\b"),
        ("last", rf"\b(?:last|past|previous) (?:complete |full |whole |entire |calendar )?{_ONE}\b(?! (?:of (?:the|this|a|\d{{4}}|{_MONTH})\b|(?:(?:19|20)\d\d)\b|frosts?|freezes?|snow(?:fall)?|rains?)\b)|\b(?:l'|la |le |cette |du |de l'|au )?{_ONE} (?:derniere?|passee?|ecoulee?|precedente?)\b|\b(?:la |le |cette |du |ce |au )(?:toute )?dernier(?:e)? {_ONE}\b(?! (?:du|de (?:ce|l'an(?:nee)?|\d{{4}}|{_MONTH})|(?:19|20)\d\d)\b)"),
        ("last_named", rf"\b(?:last|this past) {_MONTH}\b|\b{_MONTH} (?:dernier|passe)\b"),
        ("next_named", rf"\b(?:this coming|next) {_MONTH}\b(?! \d)|\b{_MONTH} (?:prochain|qui vient)\b"),
        ("this", rf"\bthis {_ONE}(?:'s)?\b|\b(?!(?<=pour )ce mois\b(?!-ci))(?:ce|cet|cette) {_ONE}(?:-ci)?\b(?!-la\b)|\b(year|month|week)[- ]to[- ]date\b|\b(?:start|beginning) of (?:the|this) (?:current )?(year|month|week)\b|\bdebut d(?:e l[a']|u|e cette|e ce|') ?(annee|mois|semaine)\b(?! (?:de |d')?(?:{_MONTH[1:-1]}|\d\d\d\d)\b)|\bsince (?:the )?(?:start|beginning|onset) of (?:the |this )?{_SEASON}\b(?! (?:of )?\d)|\bdepuis (?:le )?debut d(?:e l'|u |e cet |e ce |e cette ){_SEASON}\b(?! (?:de )?\d)|\b(?:current|present) {_ONE}\b|\b{_ONE} (?:en cours|courante?)\b"),
        ("ahead", rf"(?<!\d )(?<!one )(?<!once )(?<!fois )(?:\b(?:in|within|dans(?! une annee (?!(?:ou|et|a|au|aux|en|dans|pour|sur)\b)[a-z])|d'ici) (?:une )?({_N}){_GAP}(years?|ans?|annees?|decades?|decennies?)\b(?! (?:of|de|d'|du))|\b({_N}|an?) (years?|decades?) (?:from (?:now|today)|hence|out|down the (?:road|line))\b|\bin (an?) (year|decade)'s time\b|\b({_N}) (ans|decennies) d'ici\b)"),
        ("next", rf"\b(?:next|coming) {_ONE}\b|\bthe {_ONE} (?:ahead|to come)\b|\b(?:l'|la |le )?{_ONE} (?:prochaine?|qui vient|a venir)\b|\bprochaine? {_ONE}\b"),
        ("now", r"\b(?:now(?:adays)?|today's (?:climates?|conditions|normals?|averages?|means?|temperatures?|levels?|values?|rainfall)|(?<!siecle )present(?:[- ]day)?(?! century)(?: climate(?! models?)| conditions)?|current (?:climate(?! (?:models?|science|change|policy))|conditions|levels?)|right now|maintenant|actuellement|l'actuel\w*|(?<=[a-z] )actuel(?:le)?s?(?= (?:et|vs|ou|puis|contre)\b)|current(?= (?:and|vs|versus|or)\b)|today(?= (?:and|vs|versus) )|climat actuel|(?<=climat d')aujourd'hui|(?<=conditions d')aujourd'hui|(?<=temperatures d')aujourd'hui|(?<=niveaux d')aujourd'hui|de nos jours)\b"),
        ("anchor", r"\b(?:the )?(day|week|month|year|summer|winter|spring|autumn|fall|season) (before|after)\b(?! (?:yesterday|tomorrow|the|a|an))|\b(?:the )?(previous|following|next) (day|week|month|year)\b|\b((?:de |d'avant )?la veille|(?:le |du |au |ce )lendemain)\b|\b(?:l'|la |le )(jour|semaine|mois|annee|ete|hiver|printemps|automne|saison) (precedente?|suivante?|d'avant|d'apres)\b"),
    )
)  # fmt: skip


def find_relative(
    folded: str, *, today: date, hemisphere: str | None, anchor: tuple[date, date] | None
) -> Iterator[Dated]:
    """Yield every relative date; `anchor` is the period of an earlier turn that "the day before" leans on."""
    taken = [False] * (len(folded) + 1)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(folded):
            if any(taken[match.start() : match.end()]) or (
                anchor and re.search("previous|precedent", match[0] if kind == "last" else match[0].split()[-1])
            ):
                continue
            words = [g for g in match.groups() if g]
            span = _anchored(words, anchor) if kind == "anchor" else _READERS[kind](words, today, hemisphere)
            if span is None:
                continue
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            months = (
                (MONTHS[words[1]],)
                if kind == "months_n"
                else (
                    for_hemisphere(SEASONS[_singular(words[-1])], hemisphere)
                    if words and _singular(words[-1]) in SEASONS
                    else ()
                )
            )
            yield Dated(
                begin=match.start(),
                finish=match.end(),
                start=span[0],
                end=span[1],
                precision=_precision(kind, words),
                months=months,
            )


def _precision(kind: str, words: list[str]) -> str:
    if kind == "now":
        return "now"
    if kind == "last_n" and _singular(words[-1]) in SEASONS:
        return "range"
    return {"day": "day", "weekday": "day", "last": "season", "before_last": "season", "this": "season"}.get(
        kind, "range"
    )


def _singular(word: str) -> str:
    return word if word in SEASONS or word == "mois" else word.rstrip("s")


def _unit(word: str) -> str:
    starts = {"an": "year", "ann": "year", "year": "year", "mois": "month", "month": "month", "week": "week", "sem": "week", "day": "day",
              "jour": "day", "dec": "decade", "quarter": "quarter", "tri": "quarter"}  # fmt: skip
    word = _singular(word)
    return word if word in SEASONS else next(unit for start, unit in starts.items() if word.startswith(start))


Span = tuple[date, date] | None


def _day(words: list[str], today: date, hemisphere: str | None) -> Span:
    shift = {
        "day before yesterday": -2,
        "avant-hier": -2,
        "avanthier": -2,
        "yesterday": -1,
        "last night": -1,
        "hier soir": -1,
        "la nuit derniere": -1,
        "hier": -1,
        "day after tomorrow": 2,
        "apres-demain": 2,
        "tomorrow": 1,
        "demain": 1,
    }
    day = today + timedelta(days=shift.get(words[0], 0))
    return day, day


def _weekday(words: list[str], today: date, hemisphere: str | None) -> Span:
    names = (
        "monday lundi",
        "tuesday mardi",
        "wednesday mercredi",
        "thursday jeudi",
        "friday vendredi",
        "saturday samedi",
        "sunday dimanche",
    )
    wanted = next(i for i, name in enumerate(names) if words[0] in name.split())
    day = today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
    return day, day


def _ago(words: list[str], today: date, hemisphere: str | None) -> Span:
    count, unit = number(words[0]) or 1, _unit(words[1])
    if unit == "year":
        return date(today.year - count, 1, 1), date(today.year - count, 12, 31)
    if unit == "month":
        year, month = _shift(today, -count)
        return date(year, month, 1), last_day(year, month)
    if unit in ("week", "day"):
        day = today - timedelta(days=count * (7 if unit == "week" else 1))
        return day, day
    if unit == "decade":
        return date(today.year - 10 * count, 1, 1), date(today.year - 10 * count, 12, 31)
    months = for_hemisphere(SEASONS[unit], hemisphere)
    return month_span(_latest_whole(months, today) - count + 1, months)


def _before_last(words: list[str], today: date, hemisphere: str | None) -> Span:
    """ "The year before last": one earlier than the last one."""
    unit = _unit(words[0])
    if unit in ("week", "day"):
        span = _last(words, today, hemisphere)
        return (span[0] - timedelta(days=7), span[1] - timedelta(days=7)) if span else None
    return _ago(["2", words[0]], today, hemisphere)


def _fortnight(words: list[str], today: date, hemisphere: str | None) -> Span:
    return today - timedelta(days=14), today - timedelta(days=1)


_LENGTHS = {"half": 50, "demi": 50, "quar": 25}


def _ages(words: list[str], today: date, hemisphere: str | None) -> Span:
    """ "The last half century": as many whole years."""
    return date(today.year - _LENGTHS.get(words[0][:4], 100), 1, 1), date(today.year - 1, 12, 31)


def _century(words: list[str], today: date, hemisphere: str | None) -> Span:
    first = (today.year - 1) // 100 * 100 - 99
    return date(first, 1, 1), date(first + 99, 12, 31)


def _months_n(words: list[str], today: date, hemisphere: str | None) -> Span:
    """ "The last ten Julys": from the first of them to the latest one that is over."""
    count, month = number(words[0]) or 1, MONTHS[words[1]]
    year = today.year if month < today.month else today.year - 1
    return date(year - count + 1, month, 1), last_day(year, month)


def _last_n(words: list[str], today: date, hemisphere: str | None) -> Span:
    count, unit = number(words[0]) or 1, _unit(words[1])
    if unit in ("year", "decade"):
        count *= 10 if unit == "decade" else 1
        return date(today.year - count, 1, 1), date(today.year - 1, 12, 31)
    if unit == "month":
        (first_year, first_month), (year, month) = _shift(today, -count), _shift(today, -1)
        return date(first_year, first_month, 1), last_day(year, month)
    if unit in ("week", "day"):
        return today - timedelta(days=count * (7 if unit == "week" else 1)), today - timedelta(days=1)
    months = for_hemisphere(SEASONS[unit], hemisphere)
    end_year = _latest_whole(months, today)
    return month_span(end_year - count + 1, months)[0], month_span(end_year, months)[1]


def _next_n(words: list[str], today: date, hemisphere: str | None) -> Span:
    count, unit = number(words[0]) or 1, _unit(words[1])
    if unit in ("year", "decade"):
        count *= 10 if unit == "decade" else 1
        return date(today.year + 1, 1, 1), date(today.year + count, 12, 31)
    if unit == "month":
        (first_year, first_month), (year, month) = _shift(today, 1), _shift(today, count)
        return date(first_year, first_month, 1), last_day(year, month)
    if unit in ("week", "day"):
        return today + timedelta(days=1), today + timedelta(days=count * (7 if unit == "week" else 1))
    return None


def _recent(words: list[str], today: date, hemisphere: str | None) -> Span:
    return date(today.year - 30, 1, 1), date(today.year - 1, 12, 31)


def _last(words: list[str], today: date, hemisphere: str | None) -> Span:
    unit = _unit(words[0])
    if unit in ("year", "decade"):
        return date(today.year - (10 if unit == "decade" else 1), 1, 1), date(today.year - 1, 12, 31)
    if unit == "month":
        year, month = _shift(today, -1)
        return date(year, month, 1), last_day(year, month)
    if unit == "quarter":
        return _of_quarter(today, -1)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7)
        return monday, monday + timedelta(days=6)
    months = for_hemisphere(SEASONS[unit], hemisphere)
    return month_span(_latest_whole(months, today), months)


def _last_named(words: list[str], today: date, hemisphere: str | None) -> Span:
    """ "Last January": the latest one that is over."""
    month = MONTHS[words[0]]
    year = today.year if month < today.month else today.year - 1
    return date(year, month, 1), last_day(year, month)


def _next_named(words: list[str], today: date, hemisphere: str | None) -> Span:
    """ "Next January": the one that begins after today."""
    month = MONTHS[words[0]]
    year = today.year if month > today.month else today.year + 1
    return date(year, month, 1), last_day(year, month)


def _this(words: list[str], today: date, hemisphere: str | None) -> Span:
    unit = _unit(words[0])
    if unit == "year":
        return date(today.year, 1, 1), today
    if unit == "decade":
        return date(today.year // 10 * 10, 1, 1), today
    if unit == "month":
        return today.replace(day=1), today
    if unit == "quarter":
        return _of_quarter(today, 0)[0], today
    if unit == "week":
        return today - timedelta(days=today.weekday()), today
    months = for_hemisphere(SEASONS[unit], hemisphere)
    spans = [month_span(year, months) for year in (today.year + 1, today.year, today.year - 1)]
    under_way = next((start for start, end in spans if start <= today <= end), None)
    if under_way:
        return under_way, today
    return min(spans, key=lambda span: span[0] - today if span[0] > today else today - span[1])


def _next(words: list[str], today: date, hemisphere: str | None) -> Span:
    unit = _unit(words[0])
    if unit in ("year", "decade"):
        return date(today.year + 1, 1, 1), date(today.year + (10 if unit == "decade" else 1), 12, 31)
    if unit == "month":
        year, month = _shift(today, 1)
        return date(year, month, 1), last_day(year, month)
    if unit == "quarter":
        return _of_quarter(today, 1)
    if unit == "week":
        monday = today + timedelta(days=7 - today.weekday())
        return monday, monday + timedelta(days=6)
    months = for_hemisphere(SEASONS[unit], hemisphere)
    return next(span for year in range(today.year, today.year + 3) if (span := month_span(year, months))[0] > today)


def _of_quarter(today: date, shift: int) -> tuple[date, date]:
    """The quarter of the calendar that is under way, or one before or after it."""
    year, month = _shift(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3 * shift)
    return date(year, month, 1), last_day(year, month + 2)


def _ahead(words: list[str], today: date, hemisphere: str | None) -> Span:
    years = (number(words[0]) or 1) * (10 if words[1].startswith("dec") else 1)
    return date(today.year + years, 1, 1), date(today.year + years, 12, 31)


def _now(words: list[str], today: date, hemisphere: str | None) -> Span:
    return today, today


def _anchored(words: list[str], anchor: tuple[date, date] | None) -> Span:
    if anchor is None:
        return None
    start, end = anchor
    text = " ".join(words)
    back = any(w in text for w in ("before", "previous", "veille", "precedent", "avant"))
    if any(w in text for w in ("day", "veille", "lendemain", "jour")):
        day = start - timedelta(days=1) if back else end + timedelta(days=1)
        return day, day
    if "week" in text or "semaine" in text:
        return (
            (start - timedelta(days=7), end - timedelta(days=7))
            if back
            else (start + timedelta(days=7), end + timedelta(days=7))
        )
    if "month" in text or "mois" in text:
        year, month = _shift(start if back else end, -1 if back else 1)
        return date(year, month, 1), last_day(year, month)
    year = start.year - 1 if back else end.year + 1
    if start.year == end.year and (start, end) != (date(start.year, 1, 1), date(end.year, 12, 31)):
        return start.replace(year=year, day=min(start.day, 28) if start.day > 28 else start.day), last_day(
            year, end.month
        )
    return date(year, 1, 1), date(year, 12, 31)


def _latest_whole(months: tuple[int, ...], today: date) -> int:
    """The year in which the latest season that is over ends."""
    return next(year for year in range(today.year + 1, today.year - 3, -1) if month_span(year, months)[1] < today)


def _shift(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


_READERS: dict[str, Callable[[list[str], date, str | None], Span]] = {
    "day": _day, "weekday": _weekday, "ago": _ago, "before_last": _before_last, "fortnight": _fortnight, "ages": _ages, "century": _century, "months_n": _months_n, "last_n": _last_n, "next_n": _next_n, "recent": _recent, "last": _last, "last_named": _last_named, "next_named": _next_named, "this": _this, "next": _next, "ahead": _ahead, "now": _now,
}  # fmt: skip
