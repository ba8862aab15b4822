"""The words of the calendar in English and French: months, seasons, folding that keeps every position."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from functools import cache

from connectors.vocabulary.patterns import Pattern

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv januaries janury januray",
            "february feb fevrier fevr fev februaries febuary febrary fevier",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil jully juli juilet jullet juille julliet",
            "august aug aout agust augst aoust",
            "september sept sep septembre septembr setember",
            "october oct octobre octobr ocotber",
            "november nov novembre novembr",
            "december dec decembre decembr",
        ),
        1,
    )
    for name in names.split()
}
# Words that are also something else: they count as months only beside a year, a day or a preposition of time.
SHY_MONTHS = frozenset(
    {"may", "mar", "mars", "jan", "sept", "sep", "dec", "oct", "nov", "jun", "jul", "apr", "feb", "march", "aug"}
)

SEASONS = {
    "winter": (12, 1, 2), "hiver": (12, 1, 2), "hivernal": (12, 1, 2), "hivernale": (12, 1, 2), "hivernaux": (12, 1, 2), "wintertime": (12, 1, 2), "wintry": (12, 1, 2), "midwinter": (12, 1, 2), "wintr": (12, 1, 2), "hivr": (12, 1, 2),
    "spring": (3, 4, 5), "springtime": (3, 4, 5), "printemps": (3, 4, 5), "printanier": (3, 4, 5), "printaniere": (3, 4, 5), "printanieres": (3, 4, 5), "printemp": (3, 4, 5),
    "summer": (6, 7, 8), "summertime": (6, 7, 8), "midsummer": (6, 7, 8), "ete": (6, 7, 8), "estival": (6, 7, 8), "estivale": (6, 7, 8), "estivaux": (6, 7, 8),
    "autumn": (9, 10, 11), "fall": (9, 10, 11), "automne": (9, 10, 11), "automnal": (9, 10, 11), "automnale": (9, 10, 11), "automnaux": (9, 10, 11), "automn": (9, 10, 11), "autum": (9, 10, 11), "autumnal": (9, 10, 11),
}  # fmt: skip
LETTER_SEASONS = {
    "djf": (12, 1, 2), "mam": (3, 4, 5), "jja": (6, 7, 8), "son": (9, 10, 11), "jjas": (6, 7, 8, 9), "ond": (10, 11, 12),
    "amj": (4, 5, 6), "jfm": (1, 2, 3), "jas": (7, 8, 9), "ndjfm": (11, 12, 1, 2, 3), "mjjas": (5, 6, 7, 8, 9),
}  # fmt: skip
NUMBERS = {
    name: number
    for number, names in {
        1: "one un une a", 2: "two deux couple", 3: "three trois", 4: "four quatre", 5: "five cinq", 6: "six", 7: "seven sept",
        8: "eight huit", 9: "nine neuf", 10: "ten dix dizaine", 11: "eleven onze", 12: "twelve douze dozen douzaine", 13: "thirteen treize",
        14: "fourteen quatorze", 15: "fifteen quinze quinzaine", 16: "sixteen seize", 18: "eighteen dix-huit", 20: "twenty vingt vingtaine",
        25: "twenty-five vingt-cinq", 30: "thirty trente trentaine", 35: "thirty-five trente-cinq", 40: "forty quarante quarantaine",
        45: "forty-five quarante-cinq", 50: "fifty cinquante cinquantaine", 60: "sixty soixante soixantaine", 70: "seventy soixante-dix",
        80: "eighty quatre-vingt quatre-vingts", 90: "ninety quatre-vingt-dix", 100: "hundred cent centaine",
    }.items()
    for name in names.split()
}  # fmt: skip

# days of a month in words: "the twelfth of May", "le premier mars"
DAYS = {
    word: day
    for first, words in (
        (1, "first second third fourth fifth sixth seventh eighth ninth tenth"),
        (11, "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"),
        (21, "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh"),
        (28, "twenty-eighth twenty-ninth thirtieth thirty-first"),
        (1, "premier"),
    )
    for day, word in enumerate(words.split(), first)
}
WEEKDAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"

_FOLDS = {
    "œ": "o",
    "æ": "a",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "–": "-",
    "—": "-",
    "‑": "-",
    "−": "-",
    "ᵉ": "e",
    "ʳ": "r",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}


def fold(text: str) -> str:
    """Lower case without accents, typographic dashes and quotes made plain; every character keeps its position."""
    return text.lower() if text.isascii() else "".join(map(_fold, text))


@cache
def _fold(character: str) -> str:
    if character in _FOLDS:
        return _FOLDS[character]
    lowered = character.lower()
    if len(lowered) != 1:
        lowered = character
    if lowered.isascii():
        return lowered
    return _FOLDS.get(lowered) or unicodedata.normalize("NFD", lowered)[0]


def mend_months(folded: str) -> str:
    """Put misspelt month names beside a number right ("septebmer 16"), keeping every position."""
    return _BESIDE_NUMBER.sub(_mended, folded)


def _mended(match: re.Match[str]) -> str:
    word = match[0]
    if word in MONTHS or len(word) < 5:
        return word
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    best = process.extractOne(
        word, _LONG_MONTHS, scorer=DamerauLevenshtein.distance, score_cutoff=1 if len(word) < 7 else 2
    )
    if best is None or abs(len(best[0]) - len(word)) > 1 or (best[1] > 1 and best[0][0] != word[0]):
        return word  # "il a mouillé 3 jours": two letters wrong, the first of them too, is another word
    return best[0].rjust(len(word)) if len(best[0]) <= len(word) else _SHORT[MONTHS[best[0]]].rjust(len(word))


_LONG_MONTHS = tuple(name for name in MONTHS if len(name) > 4)
_SHORT = dict(enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"], 1))
_BESIDE_NUMBER = Pattern(r"(?<=\d )[a-z]{5,11}\b|\b[a-z]{5,11}(?= \d{1,4}\b)")


def for_hemisphere(months: tuple[int, ...], hemisphere: str | None) -> tuple[int, ...]:
    """A season's months where it is felt: six months later in the south."""
    return tuple((m + 5) % 12 + 1 for m in months) if hemisphere == "south" else months


def last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def month_span(year: int, months: tuple[int, ...]) -> tuple[date, date]:
    """First and last day of consecutive months; `year` is the one they end in (DJF of 2024 ends 2024-02)."""
    first_year = year - 1 if months[0] > months[-1] else year
    return date(first_year, months[0], 1), last_day(year, months[-1])


def number(word: str) -> int | None:
    return int(word) if word.isdigit() else NUMBERS.get(word)
