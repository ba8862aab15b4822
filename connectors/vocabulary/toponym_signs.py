"""Signs that a word is a place's name: capitals, the preposition before it, how well known it is, whether it is an ordinary word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Language
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrase_index import ordinary
from connectors.vocabulary.places import PlaceEntry
from connectors.vocabulary.spelling import Token, fold
from connectors.vocabulary.toponym_keys import is_article, says_only_what

BEFORE = tables.words("before_a_place")
STRONG_BEFORE = tables.words("before_a_place_surely")
_NEVER_ALONE = tables.words("never_a_place_alone")
STORMS = tables.words("storms")
_WEATHERS = frozenset(
    (
        "dust",
        "sand",
        "snow",
        "ice",
        "hail",
        "rain",
        "wind",
        "thunder",
        "winter",
        "summer",
        "spring",
        "autumn",
        "severe",
        "big",
        "solar",
    )
)
_LOWER_TOO = frozenset(
    ("uk", "usa", "uae", "nsw", "png", "drc")
)  # abbreviations that are no words in lower case either
FAMOUS = 11_000  # weight of a city of 250,000
_CORRECTED = 3_300  # of 50,000
_KNOWN = 1_500  # weight of a town of 17,000
_GROUND = frozenset(
    ("lacs", "lakes", "estuaire", "estuary", "ile", "iles", "island", "islands")
)  # no name in lower case
_BETWEEN = frozenset(("between", "entre", "and", "et"))  # `between Dover and Calais`
_SCENES = frozenset(
    ("scenes", "images", "imagery", "pictures", "passes", "tiles", "photos", "scene", "image")
)  # of a place
_SMALL = 600  # of 5,000
_LITTLE = 5_000  # a river or a range that few know
_WORLDWIDE = 60_000  # of three million: the Arctic
_AREAS = frozenset(("country", "continent", "ocean", "globe", "hemisphere"))
_ARTICLES = frozenset(("the", "le", "la", "les", "l", "du", "des", "au", "aux"))
_TITLES = frozenset(("region", "departement", "province", "canton"))  # `la région Champagne`
_INVERTED = Pattern(r"\s\w{1,12}-(?:t-)?(?:elle|il|elles|ils)\b", re.IGNORECASE)  # `Nice est-elle …`
# only a name stands behind these without an article: `autour de lisse`
_AROUND = Pattern(
    r"\b(?:autour|pr[èe]s|(?:à|a) proximit[ée]|aux (?:alentours|environs|abords)|(?:à|a) c[ôo]t[ée]|non loin) (?:de |d['’])$",
    re.IGNORECASE,
)
_PARTICIPLE = Pattern(r"ée?s?$", re.IGNORECASE)  # `ce qui a changé`
_LOOSE_WORLD = frozenset(("earth", "planet", "terre", "planete", "everywhere on earth"))


def confidence(
    text: str, words: Sequence[Token], first: int, last: int, entries: Sequence[PlaceEntry], language: Language | None
) -> float:
    """How sure a run of words is a place (0…1)."""
    said = text[words[first].start : words[last].end]
    best = entries[0]
    if words[first].key == "near" and said[0].islower() and text[words[last].start].isupper():
        return 0.0  # near East Timor, not in the Near East
    if best.form == 2:
        return _abbreviation(text, words, first, said, entries)
    entry_words = [w.key for w in words[first : last + 1] if not is_article(w.key)] or [words[last].key]
    capital = _capitalised(text, words, first, last)
    accented = (capital or not _PARTICIPLE.search(said)) and any(
        said.casefold() in (e.name_en.casefold(), e.name_fr.casefold()) for e in entries[:4] if not said.isascii()
    )
    plain = not accented and all(w in ordinary(language) or w in ordinary("en") for w in entry_words)
    if _is_only_a_word(said, entry_words) or (
        len(entry_words) == 1 and _ends_a_compound(text, words, first, last, language)
    ):
        return 0.0
    before = _before(text, words, first)
    if before in STORMS and not is_weather(words, first):
        return 0.0
    if len(entry_words) == 1 and best.kind == "city" and _loud_or_tiny(text, said, before, best):
        return 0.2
    if before in ("of", "de", "d") and first > 1 and words[first - 2].key in _SCENES:
        before = "over"
    if best.kind in ("globe", "hemisphere"):
        return 0.2 if _warming_level(words, first, last) else _globe(said, before)
    if len(entry_words) > 1:
        return _of_several_words(text, words, last, entry_words, best, before, plain=plain, capital=capital)
    return _of_one_word(text, words, first, last, best, before, plain=plain, capital=capital, language=language)


def _of_one_word(
    text: str,
    words: Sequence[Token],
    first: int,
    last: int,
    best: PlaceEntry,
    before: str,
    *,
    plain: bool,
    capital: bool,
    language: Language | None,
) -> float:
    """How sure a name of one word is a place."""
    common = best.weight < FAMOUS or words[last].key in common_words()  # the cork that "liège" is
    if not capital and best.kind == "city" and common and _uses_capitals(text, words):
        return 0.2
    if not capital and not text.islower() and _is_a_river_in_part(words[last].key, best):
        return 0.2
    opens, flat = starts_sentence(text, words, first) and not _one_of_two(text, words, last), _flat(text)
    sure = _single(words[last].key, plain, capital, before, best, sentence_start=opens, flat=flat)
    sure = _led(words, first, best, sure, plain=plain)
    if not capital and best.kind == "city" and best.weight >= _SMALL and _AROUND.search(text, 0, words[first].start):
        return max(sure, 0.55)
    named = plain and capital and not opens and not flat and _is_known_land(text, words, first, last, best, language)
    return max(sure, 0.55) if named else sure


def _of_several_words(
    text: str,
    words: Sequence[Token],
    last: int,
    entry_words: Sequence[str],
    best: PlaceEntry,
    before: str,
    *,
    plain: bool,
    capital: bool,
) -> float:
    """How sure a name of several words is a place."""
    fame = best.weight * (0.3 if best.form in (1, 3) else 1.0)
    if plain and not capital and fame < _LITTLE and best.kind != "city" and _uses_capitals(text, words):
        return 0.2  # `it's for the salmon river`
    generic = best.kind == "region" and all(w in _NEVER_ALONE or says_only_what(w) for w in entry_words)
    generic = generic and entry_words != ["massif", "central"]
    if plain and best.kind == "city" and not text[words[last].start].isupper():
        capital = False  # `New buildings` at the beginning of a sentence
    return 0.35 if generic and not capital else _several(plain, capital, before, best)


def _is_only_a_word(said: str, entry_words: Sequence[str]) -> bool:
    """True for words that are never a place: a preposition (`over the United Kingdom`), bare ground in lower case, `the state`."""
    if len(entry_words) == 1 and entry_words[0] in STORMS:
        return True
    if len(entry_words) == 1 and (entry_words[0] in _NEVER_ALONE or len(said) < 2 or entry_words[0].isdigit()):
        return True
    if said.islower() and said in BEFORE:
        return True
    ground = len(entry_words) == 1 and entry_words[0] in _GROUND
    return said[0].islower() and (ground or re.search(r"\bof the (?:island|lake)s?$", said) is not None)


def _is_a_river_in_part(word: str, best: PlaceEntry) -> bool:
    """True for a word of the dictionaries that is a river's name without its "river": the boiler that "chaudière" is."""
    return best.kind == "river" and word in homographs() and word not in (fold(best.name_en), fold(best.name_fr))


def is_a_common_noun(said: str, text: str) -> bool:
    """True for a word that is never a place, and for a word of the dictionaries in lower case where a text has capitals."""
    word = fold(said)
    return word in _NEVER_ALONE or (said.islower() and not text.islower() and word in homographs())


def _ends_a_compound(text: str, words: Sequence[Token], first: int, last: int, language: Language | None) -> bool:
    """True for a small word at the end of a compound of small words: the head of `en-tête`, the wood of `sous-bois`."""
    word = words[last]
    tied = first == last and first > 0 and text[words[first - 1].end : word.start] == "-"
    small = tied and text[words[first - 1].start : word.end].islower()
    return small and (word.key in homographs() or word.key in ordinary(language))


def is_weather(words: Sequence[Token], first: int) -> bool:
    """True after a storm that is told by what it carries and has no name: `dust storm Canary Islands`."""
    return first > 1 and words[first - 2].key in _WEATHERS


def _loud_or_tiny(text: str, said: str, before: str, best: PlaceEntry) -> bool:
    """True for an acronym, and without a preposition for a shouted word and for two or three small letters: `answer BANANE`, `wat wil be`."""
    loud = said.isupper() and not text.isupper()
    if loud and len(said) < 5:
        return True
    return ((loud and best.weight < FAMOUS) or (len(said) < 4 and said.islower())) and before not in STRONG_BEFORE


def _is_known_land(
    text: str, words: Sequence[Token], first: int, last: int, best: PlaceEntry, language: Language | None
) -> bool:
    """True for a land's own name with its article, though it is a word as well: `la Champagne`, `du Lot`, `is the Mediterranean warming`."""
    said = text[words[first].start : words[last].end]
    own = fold(said) in (fold(best.name_en), fold(best.name_fr)) and text[words[last].end : words[last].end + 1] != "-"
    led = first > 0 and (words[first - 1].key in _ARTICLES or words[first - 1].key in _TITLES)
    least = _CORRECTED if language == "fr" else FAMOUS
    known = best.form == 0 and best.kind in ("region", "mountain_range", "river") and best.weight >= least
    return own and led and known and not says_only_what(words[first].key)


def _led(words: Sequence[Token], first: int, best: PlaceEntry, sure: float, *, plain: bool) -> float:
    """An article makes a natural name surer: `over the stikine`."""
    led = first > 0 and words[first - 1].key in _ARTICLES and best.kind not in ("city", "globe", "hemisphere")
    return sure + 0.15 if led and not plain and sure > 0.3 else sure


@cache
def common_words() -> frozenset[str]:
    return frozenset(row[0] for row in tables.rows("homographs"))


@cache
def homographs() -> frozenset[str]:
    """Words of the dictionaries that are names of towns too."""
    return common_words() - tables.words("places_all_the_same")


def _single(
    word: str, plain: bool, capital: bool, before: str, best: PlaceEntry, *, sentence_start: bool, flat: bool
) -> float:
    weight = best.weight * (0.3 if best.form in (1, 3) else 1.0)
    famous, known = weight >= FAMOUS or best.kind in _AREAS, weight >= _KNOWN
    if word in homographs() and not capital and best.kind == "city":
        floor = _KNOWN if before == "over" else _CORRECTED
        return 0.55 if before in STRONG_BEFORE and weight >= floor else 0.2
    if best.form == 3 and not (capital and before):
        return 0.2
    if plain:
        if capital and not sentence_start and not flat:
            clear = famous and (before in BEFORE or best.kind == "city" or best.kind in _AREAS)
            led = before in STRONG_BEFORE or (before in _BETWEEN and known)
            return 0.8 if led or clear else 0.45
        natural = best.kind not in ("city", "river", "region", "island") or best.weight >= _WORLDWIDE
        return 0.72 if natural and best.kind != "city" and famous and best.form == 0 else 0.1
    if capital and not flat:
        value = 0.85 if famous else 0.75 if known else 0.6
        value += 0.1 if before in BEFORE else 0.0
        return value - (0.25 if sentence_start and not known else 0.0) - (0.15 if best.form == 1 else 0.0)
    value = 0.75 if famous else 0.5 if known else 0.36 if weight >= _SMALL else 0.2
    return (
        value
        + (0.15 if before in STRONG_BEFORE else 0.08 if before in BEFORE else 0.0)
        - (0.2 if best.form == 1 else 0.0)
    )


def _several(plain: bool, capital: bool, before: str, best: PlaceEntry) -> float:
    if best.form == 3:
        return 0.5 if capital else 0.2
    value = 0.9 if capital else 0.8 if best.weight >= _KNOWN or best.kind != "city" else 0.5
    if plain and not capital and best.form == 0 and best.kind == "city" and best.weight >= FAMOUS:
        return 0.55 if before in BEFORE or max(map(len, best.name_en.split())) > 3 else 0.4
    if plain and not capital and (best.kind == "city" or best.weight < FAMOUS):
        led = before in (STRONG_BEFORE if best.kind == "city" else BEFORE)
        return 0.55 if led and (best.weight >= _KNOWN or best.kind != "city") and best.form == 0 else 0.4
    value -= 0.1 if plain else 0.0
    return value + (0.05 if before in BEFORE else 0.0)


def _abbreviation(text: str, words: Sequence[Token], first: int, said: str, entries: Sequence[PlaceEntry]) -> float:
    letters = said.replace(".", "")
    before = words[first - 1].key if first else ""
    if letters in _LOWER_TOO:
        return 0.75
    if not letters.isupper() or text.isupper() or (letters == "BC" and before.isdigit()):
        return 0.0  # `in 2000 BC`
    base = 0.8 if len(letters) > 2 or letters in ("US", "UK", "NZ", "BC", "DC") else 0.3
    if entries[0].kind == "climate_region":
        base = 0.45 if len(letters) > 2 else 0.2
    return base + (0.15 if before in STRONG_BEFORE or before == "the" else 0.0)


def _globe(said: str, before: str) -> float:
    if said.lower() in _LOOSE_WORLD:
        return 0.75 if before in ("on", "whole", "entire", "sur", "toute") else 0.3
    return 0.9


def _warming_level(words: Sequence[Token], first: int, last: int) -> bool:
    """True in `2 degrees of global warming` and `global warming level`, which say how much, not where."""
    before = [w.key for w in words[max(0, first - 3) : first]]
    after = [w.key for w in words[last + 1 : last + 3]]
    return after[:1] == ["warming"] and (
        "level" in after or "levels" in after or any(w[:6] == "degree" or w in ("c", "k") for w in before)
    )


def _capitalised(text: str, words: Sequence[Token], first: int, last: int) -> bool:
    return text[words[last].start].isupper() or (last > first and text[words[first].start].isupper())


def _uses_capitals(text: str, words: Sequence[Token]) -> bool:
    """True where the author writes names with capitals: a capital in mid-sentence followed by lower case."""
    return any(
        text[w.start].isupper() and text[w.start + 1 : w.end].islower() and not starts_sentence(text, words, n)
        for n, w in enumerate(words[:200])
    )


def _flat(text: str) -> bool:
    """True where capitals say nothing: all capitals, or a title in which most words have one."""
    return text.isupper() and len(text) > 8


def _before(text: str, words: Sequence[Token], first: int) -> str:
    """The word before a name, articles passed over."""
    number = first
    while number and adjacent(text, words, number):
        number -= 1
        if words[number].key not in ("the", "la", "le", "les", "l"):
            return words[number].key
    return words[number].key if number < first else ""


def starts_sentence(text: str, words: Sequence[Token], number: int) -> bool:
    if _INVERTED.match(text, words[number].end):
        return False
    if number == 0:
        return True
    gap = text[words[number - 1].end : words[number].start]
    return any(c in gap for c in ".!?\n:;") and not gap.startswith("'")


def _one_of_two(text: str, words: Sequence[Token], last: int) -> bool:
    """True for the first of two names: `Phoenix or Tucson`."""
    return (
        last + 2 < len(words)
        and words[last + 1].key in ("or", "ou", "and", "et", "versus", "vs")
        and text[words[last + 2].start].isupper()
        and adjacent(text, words, last + 1)
        and adjacent(text, words, last + 2)
    )


def adjacent(text: str, words: Sequence[Token], number: int) -> bool:
    gap = text[words[number - 1].end : words[number].start]
    return not any(c in gap for c in ".!?;:\n")
