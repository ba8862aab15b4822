"""The keys under which the gazetteer keeps a name: folded words, saints and mounts written out, articles optional."""

from __future__ import annotations

import re

from connectors.vocabulary import tables
from connectors.vocabulary.spelling import normalise

_WRITTEN_OUT = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "mtn": "mountain",
    "mtns": "mountains",
    "ft": "fort",
    "is": "islands",
}
# Kinds of water and land as they are written by ear.
_SLIPS = (
    (re.compile(r"\bstraights?(?= of\b)"), "strait"),
    (re.compile(r"\bgolf(?= of\b)"), "gulf"),
    (re.compile(r"\bgolf(?= d(?:e|u|es)?\b)"), "golfe"),
    (re.compile(r"\bpen(?:in|nin|ni|i)?s?sula\b"), "peninsula"),
    (re.compile(r"\bdessert$"), "desert"),
)
_DOUBTFUL = re.compile(r"\bstraight|\bgolf |sula\b|dessert$")
_WATER = r"(sea|gulf|straits?|bay|bight|channel|estuary|delta|lagoon|sound|fjord)"
_KIND_FIRST = re.compile(rf"{_WATER} of (?:the )?(.+)")
_KIND_LAST = re.compile(rf"(.+) {_WATER}")
_ARTICLES = tables.words("articles_of_places")
_PLACES_OF = tables.words("says_what")


def place_key(words: str) -> str:
    """Normalised words with abbreviations written out and slips put right: `St. John's` is `saint john s`, `straight of` is `strait of`."""
    key = " ".join([_WRITTEN_OUT.get(w, w) for w in words.split()])
    for slip, meant in _SLIPS if _DOUBTFUL.search(key) else ():
        key = slip.sub(meant, key)
    return key


def without_articles(key: str) -> str:
    """The key of a name that says what it names, without its small words: `golfe saint laurent`."""
    words = key.split()
    if not _PLACES_OF.intersection(words):
        return key
    return " ".join([w for w in words if w not in _ARTICLES]) or key


def says_only_what(key: str) -> bool:
    """True for a key of nothing but articles and words such as `coast` or `lake`."""
    return all(w in _ARTICLES or w in _PLACES_OF for w in key.split())


def is_article(word: str) -> bool:
    """True for articles and `of`, in both languages."""
    return word in _ARTICLES


def turned(key: str) -> tuple[str, ...]:
    """The key of a water with its words the other way round: `marmara sea` and `sea of marmara`, `florida straits` and `strait of florida`."""
    if match := _KIND_FIRST.fullmatch(key):
        kind, name = match.groups()
        return tuple(f"{name} {one}" for one in _kinds(kind))
    if match := _KIND_LAST.fullmatch(key):
        name, kind = match.groups()
        return tuple(f"{one} of {the}{name}" for one in _kinds(kind) for the in ("", "the "))
    return ()


def _kinds(kind: str) -> tuple[str, ...]:
    return ("strait", "straits") if kind in ("strait", "straits") else (kind,)


def place_keys(name: str) -> tuple[str, ...]:
    """Every key of a name; the first is its own, a leading article may be missing."""
    own = place_key(normalise(name))
    keys = [own, without_articles(own)]
    first, _, rest = own.partition(" ")
    if rest and first in ("the", "les", "le", "l") and len(rest) > 3:
        keys.append(rest)
    return tuple(dict.fromkeys(k for k in keys if k))
