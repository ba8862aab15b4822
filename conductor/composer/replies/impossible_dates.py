"""Dates that no calendar has, and spans that end before they start."""

from __future__ import annotations

from calendar import monthrange
from itertools import pairwise

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.calendar_words import MONTHS
from conductor.composer.text.language import Language
from conductor.composer.when.dates import find_dates
from connectors.vocabulary.patterns import Pattern

LONGEST_MONTH = 31
_NAMES = "|".join(sorted((name for name in MONTHS if len(name) > 2), key=len, reverse=True))
_ORDINAL = r"(?:st|nd|rd|th|er|eme|e)?"
# "31 April", "le 30 février 2023", "the 31st of June"; "April 31", "Feb 30th, 2024"
_DAY_MONTH = Pattern(
    rf"(?<![\w.,/-])(?<!rcp )(?<!ssp )(?<!ssp[1-5] )(?<!-)(\d{{1,2}}){_ORDINAL}(?: of)?[ -]({_NAMES})\b\.?,?(?:[ -](?:of )?(\d{{4}})\b)?"
)
_MONTH_DAY = Pattern(
    rf"\b({_NAMES})\.? (\d{{1,2}}){_ORDINAL}(?![\d%:/]|\.\d| ?(?:%|°|degrees|deg\b|mm|km|m\b|days|jours|models|scenes|years|ans|am|pm|h\b))(?:,? (\d{{4}})\b)?"
)
_ISO = Pattern(r"(?<![\d-])((?:19|20)\d\d)-(\d{2})(?:-(\d{2}))?(?![\d-])")
_SLASHED = Pattern(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
# months and weeks by number: "month 13", "le 14e mois", "week 60 of 2022"
_NUMBERED = Pattern(
    r"\b(?P<unit>month|mois|week|semaine|quarter|trimestre)s? (?:number |no\.? ?|numero |n° ?)?(?P<n>\d{1,3})\b(?! ?(?:months?|days?|weeks?|mois|jours?|%|km|m\b|mm))|"
    r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th|e|eme|ieme) (?P<of>month|mois|week|semaine|quarter|trimestre)\b"
)
_MOST = {"month": 12, "mois": 12, "week": 53, "semaine": 53, "quarter": 4, "trimestre": 4}
_IN_A_YEAR = Pattern(r"\W*(?:of|in|de|d'|en|du|for|pour)? ?(?:the year |l'annee |l'an )?(?:19|20)\d\d\b")
_CLOCK = Pattern(r"\b(?:at|a|vers|around) (?:2[4-9]|[3-9]\d)(?::[0-5]\d|h[0-5]\d)(?: ?(?:utc|gmt|z))?\b")
# "from 2020 to 1990", "entre 2060 et 2040", "2020-1990"
_BACKWARDS = Pattern(
    r"\b(?:(?P<opens>from|de|between|entre) (?:the year |l'annee )?)?(?<![\w./-])(?P<first>(?:19|20|21)\d\d)"
    r"(?: ?(?:-|>) ?| (?P<to>to|and|a|et|until|till|through|up to|jusqu'en|jusqu'a) )(?P<last>(?:19|20|21)\d\d)(?![\w-]|[/.]\d)"
)
_FROM = Pattern(r"\b(from|between|de|du|entre)(?: le)? $")
_EITHER_END = ("between", "entre")
_UNTIL = Pattern(r"\s*(?:to|until|till|through|au|a|jusqu'(?:au|en|a))\s*")
_AND = Pattern(r"\s*(?:and|et(?: le)?)\s*")
# "above 40 may kill crops", "over 32 June to August": a bound that stands before a month
_BOUND = Pattern(
    r"(?:\b(?:above|over|below|under|exceed\w*|than|reach\w*|plus de|moins de|depass\w*|au-dessus de|au-dessous de|sous|atteign\w*)(?: the| les)? ?|[<>=] ?)$"
)
_AND_ALSO = Pattern(r"\b(?:and|but|et|mais|yet)\b")


def impossible_date(r: Reading, language: Language) -> Declined | None:
    """A day, month, week or hour that does not exist, or a span that ends before it starts."""
    folded = r.utterance.folded
    if said := _no_such_day(folded) or _no_such_number(folded):
        return refuse("contradiction", "date", language, said=said)
    if said := _backwards(r):
        return refuse("contradiction", "backwards", language, said=said)
    told = [d for d in find_dates(folded, hemisphere=None, day_first=True) if d.precision in ("day", "month")]
    for one, other in pairwise(sorted((d for d in told if d.start), key=lambda d: d.begin)):
        opens = _FROM.before(folded, one.begin)
        if opens is None or not (one.start and other.start and one.start > other.start):
            continue
        either = opens[1] in _EITHER_END
        until = _AND if either else _UNTIL
        if until.fullmatch(folded[one.finish : other.begin]) and not (either and _opposed(r)):
            return refuse("contradiction", "backwards", language, said=folded[one.begin : other.finish])
    return None


def _backwards(r: Reading) -> str | None:
    """A span whose first year is the later one; "between" what is compared, or what changed, either may stand first."""
    for match in _BACKWARDS.finditer(r.utterance.folded):
        either = match["opens"] in _EITHER_END
        if match["first"] <= match["last"] or (match["to"] in ("and", "et") and not either):
            continue
        if match["opens"] in ("from", "de") or not _opposed(r):
            return match[0]
    return None


def _opposed(r: Reading) -> bool:
    """Whether two dates are held against each other, so that they are no span."""
    c = r.cues
    return c.compare or c.difference or c.before_after or c.than or c.change or c.has_changed


def disjoint_periods(r: Reading, language: Language) -> Declined | None:
    """ "After 2022 but before 2020": open periods that share no day."""
    after = [p.start for p in r.targets if p.start and not p.end]
    before = [p.end for p in r.targets if p.end and not p.start]
    if after and before and max(after) > min(before) and _AND_ALSO.search(r.utterance.folded):
        return refuse("contradiction", "backwards", language, said=f"{max(after)} … {min(before)}")
    return None


def _no_such_day(folded: str) -> str | None:
    for match in _DAY_MONTH.finditer(folded):
        if int(match[1]) > LONGEST_MONTH and _BOUND.before(folded, match.start()):
            continue
        if not _exists(int(match[1]), MONTHS[match[2]], match[3]):
            return match[0]
    for match in _MONTH_DAY.finditer(folded):
        if int(match[2]) <= LONGEST_MONTH and not _exists(int(match[2]), MONTHS[match[1]], match[3]):
            return match[0]  # "March 95" is a year
    for match in _ISO.finditer(folded):
        if match[3] is not None and not _exists(int(match[3]), int(match[2]), match[1]):
            return match[0]
    for match in _SLASHED.finditer(folded):
        one, other = int(match[1]), int(match[3])
        if not _exists(one, other, match[4]) and not _exists(other, one, match[4]):
            return match[0]
    return None


def _exists(day: int, month: int, year: str | None) -> bool:
    """Whether a month has the day, in a leap year where no year is said."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= monthrange(int(year) if year and year > "0000" else 2024, month)[1]


def _no_such_number(folded: str) -> str | None:
    for match in _NUMBERED.finditer(folded):
        unit, number = match["unit"] or match["of"], int(match["n"] or match["nth"])
        if number > _MOST[unit] and _IN_A_YEAR.match(folded, match.end()):
            return match[0]
    clock = _CLOCK.search(folded)
    return clock[0] if clock else None
