"""Translations: what French words that catalogues are searched for are called in English, the tongue of most of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache, partial
from itertools import chain

from connectors.vocabulary import phenomena, quantities, tables
from connectors.vocabulary.entries import Entry, Wording
from connectors.vocabulary.spelling import normalise, stem, tokens

_ALIKE = 0.75  # of two words that are one but for their endings: `eutrophisation`, `eutrophication`
_SMALL = tables.words("articles") | {"d", "l"}
_KEPT = 1024
_Key = tuple[str, ...]


@lru_cache(maxsize=_KEPT)
def in_english(words: str) -> str:
    """The English for French words; empty where they are English themselves, or not known as a whole.

    What an entry is called in one tongue is what it is called in the other. Its further wordings say more or less than that
    (water is not its quality, nor a savanna all land cover): of them only those that are spelt alike in English are known,
    and true synonyms, by a table of their own.
    """
    key = _key(words)
    if key in _synonyms():
        return _synonyms()[key]
    if not key or (words.isascii() and key in _known("en")):
        return ""
    entries = _known("fr").get(key, ())
    named = (_named(entry, key) for entry in entries)
    return next((english for english in chain(named, (_alike(words, entry) for entry in entries)) if english), "")


def _named(entry_id: str, key: _Key) -> str:
    """The entry's English name, where this is its French one; of a quantity only a name that is in everyday use."""
    entry = _entry(entry_id)
    if entry is None or key != _key(entry.name_fr):
        return ""
    is_everyday = phenomena.phenomenon(entry_id) is not None or entry.name_en in _english().get(entry_id, ())
    return entry.name_en if is_everyday else ""


def _alike(words: str, entry_id: str) -> str:
    """The English wording that is spelt as these words are, nearly, each of its words as one of them."""
    texts = [text for text in _english().get(entry_id, ()) if _is_alike(_key(words), _key(text))]
    return max(texts, key=lambda text: _likeness(normalise(words), normalise(text)), default="")


def _is_alike(french: _Key, english: _Key) -> bool:
    left = list(english)
    for word in french:
        best = max(left, key=partial(_likeness, word), default="")
        if best[:1] != word[:1] or _likeness(word, best) < _ALIKE:
            return False
        left.remove(best)
    return not left


def in_either(words: str) -> str | list[str]:
    """What catalogues are to be searched for: the words, and their English beside them where they are known French."""
    english = in_english(words)
    return [words, english] if english else words


def _key(words: str) -> _Key:
    return tuple(stem(word) for token in tokens(words) if (word := token.key) not in _SMALL)


def _likeness(french: str, english: str) -> float:
    return SequenceMatcher(None, french, english, autojunk=False).ratio()


def _entry(entry_id: str) -> Entry | None:
    return phenomena.phenomenon(entry_id) or quantities.quantity(entry_id)


def _worded() -> Iterable[Wording]:
    """Everyday wordings and titles; the closed list of phenomena first."""
    return (w for w in chain(phenomena.wordings(), quantities.wordings()) if w.form in ("phrase", "title"))


@cache
def _synonyms() -> dict[_Key, str]:
    return {_key(french): english for french, english in tables.rows("translations")}


@cache
def _english() -> dict[str, tuple[str, ...]]:
    """The English everyday wordings of each entry."""
    known: defaultdict[str, list[str]] = defaultdict(list)
    for wording in _worded():
        if wording.language == "en" and wording.form == "phrase":
            known[wording.entry_id].append(wording.text)
    return {entry_id: tuple(texts) for entry_id, texts in known.items()}


@cache
def _known(language: str) -> dict[_Key, tuple[str, ...]]:
    """The entries by each of their names and wordings in a language."""
    known: defaultdict[_Key, dict[str, None]] = defaultdict(dict)
    names = [Wording(e.name_fr, e.id, "fr") for e in chain(phenomena.phenomena(), quantities.quantities())]
    for wording in chain(_worded(), names):
        if wording.language == language:
            known[_key(wording.text)][wording.entry_id] = None
    return {key: tuple(entries) for key, entries in known.items()}
