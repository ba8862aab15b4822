"""Periods moved against those of the turn before: "a year earlier", "the decade before", "décale d'un mois"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from conductor.composer.text.calendar_words import last_day, number
from connectors.vocabulary.patterns import Pattern
from planners.intent import Period

_N = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|another|encore une?)"
_UNIT = r"(?P<unit>years?|ans?|annees?|months?|mois|weeks?|semaines?|days?|jours?|decades?|decennies?)"
_BACK = r"earlier|before|prior|back(?:wards?)?|previously|sooner|plus tot|avant|d'avant|auparavant|en arriere|de moins|precedente?s"
_ON = r"later|after(?:wards)?|on|forwards?|ahead|plus tard|apres|d'apres|en avant|de plus|further|suivante?s"
_BY = Pattern(rf"\b{_N} (?:full |whole )?{_UNIT} (?:(?P<back>{_BACK})|(?P<on>{_ON}))\b")
_MOVED = Pattern(
    rf"\b(?:shift|move|push|slide|decale[rz]?|deplace[rz]?|avance[rz]?|recule[rz]?)\b.{{0,30}}?\b(?:by|d'|de) ?{_N} {_UNIT}(?: (?P<back>{_BACK}))?\b"
)
_NEXT_TO = Pattern(
    r"\b(?:the |la |le |l')?(?:(?P<before>previous|preceding|prior)|(?P<after>next|following|subsequent)) (?P<unit>decade|century|period|fortnight)\b|"
    r"\b(?:the |la |le |l')(?P<unit2>decade|decennie|periode|period) (?:(?P<before2>before|precedente?|d'avant|prior)|(?P<after2>after|suivante?|d'apres))\b"
)
# "the week after", "l'hiver précédent": by one of the units in which the turn before asked
_THAT_BACK = r"before|prior|earlier|precedente?|d'avant|avant|(?:that|which) (?:preceded|came before)|qui (?:a |avait )?preced\w+"
_THAT_ON = r"after|following|suivante?|d'apres|apres|(?:that|which) (?:followed|follows|came after)|qui (?:a |avait |ont )?suiv?\w*"
_BESIDE = Pattern(
    r"(?<!\ba )(?<!\ban )(?<!\bone )(?<!\bune )(?<!\bun )\b(?:the |that |la |le |l')?(?:(?P<unit>day|week|month|year|winter|summer|spring|autumn|fall|season|jour|semaine|mois|annee|hiver|ete|printemps|automne|saison) "
    rf"(?:(?P<back>{_THAT_BACK})|(?P<on>{_THAT_ON}))(?: that(?: one)?| it| cela| ca)?(?=\W*$|\s*[,;])|"
    r"(?P<back2>preceding|prior)|(?P<on2>following|subsequent)) ?(?P<unit2>(?<=[gtr] )(?:day|week|month|year|winter|summer|spring|autumn|fall|season))?\b"
)
# "and on the 12th?", "et le 12 ?": another day of the month that was asked of
_THAT_DAY = Pattern(
    r"^\W*(?:(?:and|et|ok|okay|or|ou|then|now|puis|also|aussi|sorry|pardon|no|non|what about|how about|make it|same (?:for|on|thing on)|i meant|plutot|pareil|la meme chose|meme chose) ?[,:]? ?)*"
    r"(?:(?:on |for |to )?the (?P<day>\d{1,2})(?:st|nd|rd|th)?|on (?P<day2>\d{1,2})(?:st|nd|rd|th)|(?:pour )?(?:le|du|au) (?P<day3>\d{1,2})(?:er)?)(?: instead| too| as well| plutot| aussi| then)?\W*$"
)
FORTNIGHT = timedelta(days=14)


def shifted(folded: str, periods: tuple[Period, ...]) -> tuple[Period, ...] | None:
    """The target periods moved as the turn says; None where it says nothing of the kind or they are open."""
    targets = [p for p in periods if p.role == "target"]
    if not targets or not all(p.start and p.end for p in targets):
        return None
    move = _move(folded)
    try:
        if move is None:
            return _next_to(folded, periods) or beside(folded, periods) or _that_day(folded, periods)
        count, unit = move
        return tuple(p if p.role == "reference" else _shifted(p, count, unit) for p in periods)
    except (ValueError, OverflowError):  # out of the calendar: "999 decades later"
        return None


def _that_day(folded: str, periods: tuple[Period, ...]) -> tuple[Period, ...] | None:
    """The only day asked of, moved within its month; ValueError where the month has no such day."""
    said = _THAT_DAY.match(folded)
    targets = [p for p in periods if p.role == "target"]
    if said is None or len(targets) != 1 or targets[0].start is None or targets[0].start != targets[0].end:
        return None
    day = date.fromisoformat(targets[0].start).replace(day=int(said["day"] or said["day2"] or said["day3"])).isoformat()
    return tuple(replace(p, start=day, end=day) if p.role == "target" else p for p in periods)


def _move(folded: str) -> tuple[int, str] | None:
    match = _BY.search(folded) or _MOVED.search(folded)
    if match is None:
        return None
    word = match["n"].removeprefix("encore ")
    count = 1 if word in ("a", "an", "another", "un", "une", "one") else number(word) or 1
    back = bool(match["back"]) or match[0].startswith("recule")
    return (-count if back else count), _unit(match["unit"])


def _unit(word: str) -> str:
    starts = {
        "an": "year",
        "year": "year",
        "mo": "month",
        "week": "week",
        "sem": "week",
        "day": "day",
        "jour": "day",
        "dec": "decade",
    }
    return next(unit for start, unit in starts.items() if word.startswith(start))


def _next_to(folded: str, periods: tuple[Period, ...]) -> tuple[Period, ...] | None:
    """The decade, the fortnight, or as long a period, that touches the one before."""
    match = _NEXT_TO.search(folded)
    if match is None:
        return None
    back = bool(match["before"] or match["before2"])
    old = next(p for p in periods if p.role == "target")
    moved = _touching(old, match["unit"] or match["unit2"], back=back)
    return tuple(moved if p is old else p for p in periods)


def beside(folded: str, periods: tuple[Period, ...]) -> tuple[Period, ...] | None:
    """The next day, week, month or year; the same season of the next year; seven days beside a single one."""
    match = _BESIDE.search(folded)
    unit = (match["unit"] or match["unit2"]) if match else None
    if match is None or unit is None or not all(p.start and p.end for p in periods if p.role == "target"):
        return None
    sign = -1 if match["back"] or match["back2"] else 1
    step = _STEPS.get(unit[:3], "year")
    try:
        return tuple(p if p.role == "reference" else _one_on(p, sign, step) for p in periods)
    except (ValueError, OverflowError):
        return None


_STEPS = {"day": "day", "jou": "day", "wee": "week", "sem": "week", "mon": "month", "moi": "month"}


def _one_on(old: Period, sign: int, step: str) -> Period:
    """Seven days or one day touching what was asked of, or as much a month or a year on."""
    if step not in ("day", "week"):
        return _shifted(old, sign, step)
    days = timedelta(days=7 if step == "week" else 1)
    edge = date.fromisoformat((old.end if sign > 0 else old.start) or "")
    first = edge + timedelta(days=1) if sign > 0 else edge - days
    return replace(old, start=first.isoformat(), end=(first + days - timedelta(days=1)).isoformat(), span=None)


def _touching(old: Period, unit: str, *, back: bool) -> Period:
    """The whole years of a decade or century beside a period, a fortnight, or as many months or days as it has itself."""
    start, end = date.fromisoformat(old.start or ""), date.fromisoformat(old.end or "")
    if years := {"dec": 10, "cen": 100}.get(unit[:3]):
        first = start.year - years if back else end.year + 1
        return replace(
            old, start=date(first, 1, 1).isoformat(), end=date(first + years - 1, 12, 31).isoformat(), span=None
        )
    if unit == "fortnight":
        first_day = start - FORTNIGHT if back else end + timedelta(days=1)
        last = first_day + FORTNIGHT - timedelta(days=1)
        return replace(old, start=first_day.isoformat(), end=last.isoformat(), span=None)
    sign = -1 if back else 1
    if start.day == 1 and end == last_day(end.year, end.month):
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        return _shifted(old, sign * months, "month")
    return _shifted(old, sign * ((end - start).days + 1), "day")


def _shifted(period: Period, count: int, unit: str) -> Period:
    start, end = date.fromisoformat(period.start or ""), date.fromisoformat(period.end or "")
    if unit in ("day", "week"):
        step = timedelta(days=count * (7 if unit == "week" else 1))
        return replace(period, start=(start + step).isoformat(), end=(end + step).isoformat(), span=None)
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    return replace(
        period, start=_months_on(start, months).isoformat(), end=_months_on(end, months).isoformat(), span=None
    )


def _months_on(day: date, months: int) -> date:
    """The same day some months on; the end of a month stays one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = last_day(year, month + 1)
    return last if day == last_day(day.year, day.month) else date(year, month + 1, min(day.day, last.day))
