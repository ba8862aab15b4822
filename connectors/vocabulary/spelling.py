"""How names are compared: without case, accents, hyphens and apostrophes; and how a text is cut into words."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from connectors.vocabulary import tables
from connectors.vocabulary.patterns import Pattern

_WORD = Pattern(r"(?:[^\W_][\u0300-\u036f]*)+")
_LETTERS = {
    ord(k): v
    for k, v in {
        "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "’": "'", "ʻ": "'", "ʼ": "'",
        "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e", "ì": "i",
        "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ö": "o", "ù": "u", "ú": "u", "û": "u",
        "ü": "u", "ý": "y", "ÿ": "y", "ō": "o", "ū": "u", "ā": "a", "ī": "i", "ē": "e", "š": "s", "ž": "z", "č": "c", "ć": "c",
        "ř": "r", "ň": "n", "ě": "e", "ů": "u", "ş": "s", "ș": "s", "ț": "t", "ţ": "t", "ğ": "g", "ă": "a", "ą": "a", "ę": "e",
        "ń": "n", "ś": "s", "ź": "z", "ż": "z", "ő": "o", "ű": "u",
    }.items()
}  # fmt: skip


_NO_PLURALS = tables.words("no_plurals")
_SAME_WORDS = dict(tables.rows("same_words"))


class Token(NamedTuple):
    """A word of a text: its folded form and where it stands."""

    key: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without accents; the length may change."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    lowered = lowered.translate(_LETTERS)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def normalise(name: str) -> str:
    """The words of a name, folded, one space between them: `Val-d'Or` and `val d or` are the same."""
    folded = fold(name)
    if folded.isascii() and folded.replace(" ", "").isalnum():
        return folded if "  " not in folded else " ".join(folded.split())
    return " ".join(_WORD.findall(folded))


def squash(name: str) -> str:
    """The letters and digits of an identifier: `SSP5-8.5` and `ssp 585` are the same."""
    return "".join(_WORD.findall(fold(name)))


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text with their spans in it."""
    return tuple(Token(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


def stem(word: str) -> str:
    """A word without the s or x of the plural, and as the word that it counts as: "sèches" is "sec"; short words are kept."""
    bare = _singular(word)
    return _SAME_WORDS.get(bare, bare)


def same_words() -> frozenset[str]:
    """The words that count as others."""
    return frozenset(_SAME_WORDS)


def _singular(word: str) -> str:
    """English or French alike."""
    ending = word[-1:]
    if not (ending == "s" and len(word) > 3) and not (ending == "x" and len(word) > 4):
        return word
    return word if word[-2] == "s" or word in _NO_PLURALS else word[:-1]
