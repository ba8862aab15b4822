"""The keys under which the gazetteer keeps a name: folded words, saints and mounts written out, articles optional."""

from __future__ import annotations

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
_ARTICLES = tables.words("articles_of_places")
_PLACES_OF = tables.words("says_what")


def place_key(words: str) -> str:
    """Normalised words with abbreviations written out: `St. John's` is `saint john s`."""
    return " ".join([_WRITTEN_OUT.get(w, w) for w in words.split()])


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


def place_keys(name: str) -> tuple[str, ...]:
    """Every key of a name; the first is its own, a leading article may be missing."""
    own = place_key(normalise(name))
    keys = [own, without_articles(own)]
    first, _, rest = own.partition(" ")
    if rest and first in ("the", "les", "le", "l") and len(rest) > 3:
        keys.append(rest)
    return tuple(dict.fromkeys(k for k in keys if k))
