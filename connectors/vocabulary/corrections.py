"""Slips of the keyboard: words of no language and no vocabulary, read as the vocabulary's nearest word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from connectors.vocabulary import places, tables
from connectors.vocabulary.demonyms import is_demonym
from connectors.vocabulary.entries import Language
from connectors.vocabulary.phrase_index import ordinary, phrase_index
from connectors.vocabulary.spelling import Token, same_words, stem

_SHORTEST, _LONGEST = 5, 30
_MOST = 40  # words looked at in one text


def repaired(text: str, words: Sequence[Token], taken: Sequence[bool], language: Language | None) -> dict[int, str]:
    """Word number → the word meant, for words that nothing else explains."""
    known = ordinary(None)
    doubtful = []
    for number, word in enumerate(words):
        if taken[number] or not _SHORTEST <= len(word.key) <= _LONGEST or not word.key.isalpha():
            continue
        if (
            word.key in known
            or stem(word.key) in known
            or (text[word.start].isupper() and number and not text.isupper())
        ):
            continue  # an ordinary word, or a name in the middle of a sentence
        doubtful.append(number)
    if not doubtful:
        return {}
    (vocabulary, by_length), near = _vocabulary(language), confusable()
    spellings = {n: (stem(words[n].key), words[n].key) for n in doubtful}
    unknown = [n for n, ways in spellings.items() if vocabulary.isdisjoint(ways) and near.isdisjoint(ways)][:_MOST]
    towns = places.candidates(words[n].key for n in unknown)
    named = (n for n in unknown if words[n].key not in towns and not is_demonym(words[n].key))
    found = {n: _nearest(stem(words[n].key), by_length) for n in named}
    return {number: meant for number, meant in found.items() if meant}


def _nearest(word: str, by_length: dict[int, tuple[str, ...]]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    reach = 1 if len(word) < 8 else 2
    candidates = [c for length in range(len(word) - reach, len(word) + reach + 1) for c in by_length.get(length, ())]
    hit = process.extractOne(word, candidates, scorer=OSA.distance, score_cutoff=reach)
    if hit is None or (hit[0][0] != word[0] and hit[1] > 1):
        return None
    return str(hit[0])


def words(language: Language | None = None) -> frozenset[str]:
    """Every word that a slip may be taken for, of one language or of both."""
    return _vocabulary(language)[0]


@cache
def _vocabulary(language: Language | None) -> tuple[frozenset[str], dict[int, tuple[str, ...]]]:
    index = phrase_index(language)
    found = {w for key in index.phrases for w in key.split() if len(w) >= _SHORTEST and w.isalpha()}
    found |= {w for w in same_words() if len(w) >= _SHORTEST}
    by_length: dict[int, list[str]] = {}
    for word in sorted(found):
        by_length.setdefault(len(word), []).append(word)
    return frozenset(found), {length: tuple(group) for length, group in by_length.items()}


@cache
def confusable() -> frozenset[str]:
    """Dictionary words so near a word of the vocabulary that they are no slips of it."""
    return frozenset(row[0] for row in tables.rows("confusable"))
