"""Slips: words of no dictionary that may be misspelt places, the runs they belong to, and how near a hit must be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from connectors.vocabulary import corrections, tables
from connectors.vocabulary.demonyms import is_demonym
from connectors.vocabulary.entries import Language
from connectors.vocabulary.phrase_index import ordinary
from connectors.vocabulary.places import PlaceEntry
from connectors.vocabulary.spelling import Token, fold, stem
from connectors.vocabulary.toponym_keys import is_article, says_only_what
from connectors.vocabulary.toponym_signs import (
    BEFORE,
    FAMOUS,
    STORMS,
    STRONG_BEFORE,
    adjacent,
    common_words,
    is_weather,
    starts_sentence,
)

MOST_LOOKED_AT = 12  # words of one text that are tried as misspelt places
# what an infinitive follows in French
_OF_A_VERB = frozenset(
    [
        "pour",
        "on",
        "faut",
        "sans",
        "peut",
        "peux",
        "pourra",
        "puis",
        "pouvoir",
        "va",
        "aller",
        "fait",
        "faire",
        "y",
        "il",
        "elle",
    ]
)
_INHABITANTS = tables.words("endings_of_inhabitants")  # what follows a country's name in its people's
_CORRECTED = 3_300  # of 50,000
_JOINS = frozenset((" ", "-", "'", "’"))


def may_be_misspelt(
    text: str, words: Sequence[Token], number: int, blocked: Sequence[int], language: Language | None
) -> bool:
    """True for a word of no dictionary and no vocabulary that stands where a place could stand, and for an unknown compound."""
    word = words[number]
    if blocked[number] != -1 or len(word.key) < 5 or not word.key.isalpha():
        return False
    if _compound(text, words, number, blocked):
        return True
    known, vocabulary = ordinary(None), corrections.words(language)
    if word.key in known or stem(word.key) in known or word.key in vocabulary or stem(word.key) in vocabulary:
        return False
    before = words[number - 1].key if number and adjacent(text, words, number) else ""
    shouted = text[word.start : word.end].isupper() and not text.isupper() and before not in BEFORE
    if (before in STORMS and not is_weather(words, number)) or shouted or _does(text, word, before):
        return False
    capital = text[word.start].isupper() and not starts_sentence(text, words, number)
    if starts_sentence(text, words, number) and len(words) > 2:
        return False
    return capital or before in BEFORE or len(words) <= 2 or word.key not in corrections.confusable()


def _does(text: str, word: Token, before: str) -> bool:
    """ "Pour skier", "peut-on surfer": an infinitive is no slip of a town."""
    return before in _OF_A_VERB and text[word.start].islower() and word.key.endswith(("er", "ir", "oir"))


def _compound(text: str, words: Sequence[Token], number: int, blocked: Sequence[int]) -> bool:
    following = number + 1
    return (
        following < len(words) and blocked[following] == -1 and text[words[number].end : words[following].start] == "-"
    )


def misspelt_runs(text: str, words: Sequence[Token], number: int, blocked: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of words around a doubtful one, the longest first: `gulf of mexcio`, `Lake Eerie`, `caribean sea`, `trois-riviere`."""
    for begin, last in _runs_around(text, words, number):
        if len(words[begin].key) < 3 or (begin == last and _compound(text, words, number, blocked)):
            continue
        joined = all(text[words[n].end : words[n + 1].start] in _JOINS for n in range(begin, last))
        if joined and all(blocked[n] == -1 for n in range(begin, last + 1)):
            yield begin, last


def _runs_around(text: str, words: Sequence[Token], number: int) -> Iterator[tuple[int, int]]:
    """The runs that a word may belong to: with its kind and their article, with the word before, with the word after, alone."""
    before = words[number - 1] if number else None
    if before is not None and is_article(before.key):
        if number > 1 and says_only_what(words[number - 2].key) and not is_article(words[number - 2].key):
            yield number - 2, number
        if text[before.start].isupper():
            yield number - 1, number
    elif before is not None:
        yield number - 1, number
    if number + 1 < len(words):
        yield number, number + 1
    yield number, number


def near_enough(text: str, words: Sequence[Token], begin: int, last: int, hit: tuple[PlaceEntry, float]) -> bool:
    """Only a well-known place is read into a slip, a lower-case word needs more likeness, and an inhabitant is no place."""
    entry, likeness = hit
    said = words[last].key
    if is_article(words[begin].key) and all(says_only_what(w.key) for w in words[begin : last + 1]):
        return False  # `the catchment` is not the Tage's
    if begin == last and is_demonym(said):
        return False
    ends = fold(entry.name_en).split()[-1]
    if begin == last and said.startswith(ends[:-1]) and said[len(ends) - 1 :] in _INHABITANTS:
        return False
    capital = text[words[last].start].isupper()
    if begin == last and not capital and said == ends and said in common_words():
        return False  # the cork that "liège" is
    led = begin > 0 and words[begin - 1].key in STRONG_BEFORE
    return entry.weight >= (_CORRECTED if capital or last > begin else FAMOUS) and likeness >= (
        0.8 if capital or led else 0.84
    )
