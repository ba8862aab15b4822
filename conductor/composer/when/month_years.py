"""Months and seasons told apart from their year: "August last year", "summer 2003 … that of 2022", "June and July, 2019"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from conductor.composer.text.calendar_words import LETTER_SEASONS, MONTHS, SEASONS, month_span
from conductor.composer.when.ranges import Stretch
from connectors.vocabulary.patterns import Pattern

_NAMES = "|".join(sorted((*MONTHS, *SEASONS, *LETTER_SEASONS), key=len, reverse=True))
# "August of last year": the year that the words stand for
_WORDED_YEAR = Pattern(
    rf"(?:(?<!\ba )(?<!\bont )(?<!-t-il )(?<!-elle )|(?!ete\b))\b(?:{_NAMES})\b\.?,?(?P<words> (?:of |in |de |d')?(?:(?P<ago>the year before last|il y a deux ans|two years ago)|(?P<last>last year|the previous year|l'an(?:nee)? (?:dernier|derniere|passe|passee|precedente?))|"
    r"(?P<this>this year|cette annee(?!-la)|l'annee en cours)|(?P<next>next year|l'an(?:nee)? prochaine?)))\b"
)
_SHIFTS = {"ago": -2, "last": -1, "this": 0, "next": 1}
# words between a month of one year and a bare year that means the same month of another
_BETWEEN = Pattern(
    r"\s*(?:,|/|&|\b(?:and|et|or|ou|vs\.?|versus|against|contre|than|que|compared (?:to|with)|relative to|par rapport a|with|avec|also|then|puis|in|en|the|de|of)\b|qu'|celui|celle|that|the one|\s)+"
)
_THAT_OF = Pattern(
    r"\b(?:(?:celui|celle|ceux|celles|that|those|the one|the same) (?:de |du |d'|of |in |en )?|"
    r"(?:the )?same (?:months?|season|period|time) (?:of |in )?|memes? (?:mois|saison|periode|epoque) (?:de |d'|en |de l'annee )?)$"
)


def with_years(folded: str, now: date) -> str:
    """The text with "last year" behind a month or season written as that year, every position kept."""

    def written(match: re.Match[str]) -> str:
        shift = next(_SHIFTS[name] for name in _SHIFTS if match[name])
        whole, words = match[0], match["words"]
        return whole[: len(whole) - len(words)] + f" {now.year + shift}".ljust(len(words))

    return _WORDED_YEAR.sub(written, folded)


def lent(folded: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """ "July 2018 vs 2024", "l'été 2003 … celui de 2022": a bare year behind a month or season means that part of it."""
    found: list[Stretch] = []
    for stretch in stretches:
        before = found[-1] if found else None
        months = _of_one_year(before)
        if before and months and stretch.start and stretch.end and _whole_years(stretch, months):
            gap = folded[before.finish : stretch.begin]
            if _BETWEEN.fullmatch(gap) or _THAT_OF.search(gap):
                start, end = month_span(stretch.end.year, months)
                stretch = replace(stretch, start=start, end=end, precision="month")
        found.append(stretch)
    return found


def _of_one_year(stretch: Stretch | None) -> tuple[int, ...]:
    """The months that a stretch covers whole, where they are fewer than a year's."""
    if stretch is None or stretch.start is None or stretch.end is None or stretch.precision not in ("month", "season"):
        return ()
    count = (stretch.end.year - stretch.start.year) * 12 + stretch.end.month - stretch.start.month + 1
    return tuple((stretch.start.month - 1 + i) % 12 + 1 for i in range(count)) if count < 12 else ()


def _whole_years(stretch: Stretch, months: tuple[int, ...]) -> bool:
    """One year; or two, as "2020-21" names a winter."""
    assert stretch.start is not None and stretch.end is not None
    if (stretch.start.month, stretch.start.day, stretch.end.month, stretch.end.day) != (1, 1, 12, 31) or stretch.months:
        return False
    years = stretch.end.year - stretch.start.year
    return years == 0 or (years == 1 and months[0] > months[-1])


def with_months(stretches: list[Stretch]) -> tuple[list[Stretch], tuple[int, ...]]:
    """Apply months told apart from their year: to that year where it is one, else as recurring months."""
    loose = [s for s in stretches if s.start is None and s.end is None and s.months]
    dated = [s for s in stretches if s.start or s.end]
    recurring = tuple(dict.fromkeys(m for s in loose for m in s.months))
    if not recurring:
        repeating = next((s.months for s in dated if s.months and s.precision == "range"), ())
        return dated, repeating
    years = [s for s in dated if s.precision == "year" and s.start and s.end and s.start.year == s.end.year]
    others = [s for s in dated if s not in years]
    if years and all(s.role == "reference" for s in others) and _consecutive(recurring):
        return [_narrowed(s, recurring) if s in years else s for s in dated], ()
    return [*dated, *loose], recurring


def same_months(folded: str, stretches: Sequence[Stretch]) -> tuple[int, ...]:
    """The target's months, where the reference is told to be "the same months"."""
    target = next(
        (s for s in stretches if s.role == "target" and s.start and s.end and (s.end - s.start).days < 335), None
    )
    if target is None or not re.search(
        r"\bsame (?:months?|season|time of (?:the )?year)\b|\b(?:memes? (?:mois|saison))\b", folded
    ):
        return ()
    assert target.start is not None and target.end is not None
    count = (target.end.year - target.start.year) * 12 + target.end.month - target.start.month + 1
    return tuple((target.start.month - 1 + i) % 12 + 1 for i in range(count))


def _narrowed(stretch: Stretch, months: tuple[int, ...]) -> Stretch:
    assert stretch.end is not None
    start, end = month_span(stretch.end.year, months)
    return replace(stretch, start=start, end=end, precision="month")


def _consecutive(months: tuple[int, ...]) -> bool:
    return all(b == a % 12 + 1 for a, b in pairwise(months))
