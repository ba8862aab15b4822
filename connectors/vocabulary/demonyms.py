"""Adjectives of lands, cities and ranges, English and French, each with the id of its place: `Canadian`, `québécoise`, `South African`."""

from __future__ import annotations

from functools import cache

from connectors.vocabulary.spelling import normalise, stem
from connectors.vocabulary.tables import listed, rows

LONGEST = 3  # words of an adjective
_ABBREVIATED = {"US": "country:US", "USA": "country:US", "UK": "country:GB"}


def is_demonym(word: str) -> bool:
    """True for the adjective of a country, a state or a city: `Canadian`, `québécois`."""
    return _key(word) in _lands()


def home(word: str) -> str | None:
    """The id of the place whose adjective a word is: `American` is of `country:US`; also `US` and `UK` themselves."""
    return _ABBREVIATED.get(word) or _lands().get(_key(word))


def first_half(word: str) -> str | None:
    """The id of the land in the first half of a double adjective, whole or cut: `French`, `franco`."""
    return _halves().get(normalise(word)) or home(word)


def leads(word: str) -> bool:
    """True for the first word of an adjective, and for the adjective itself: the `South` of `South African`."""
    return word in _ABBREVIATED or not _first_words().isdisjoint((folded := normalise(word), stem(folded)))


def _key(words: str) -> str:
    """The folded words, the last without its plural."""
    first, _, last = normalise(words).rpartition(" ")
    return f"{first} {stem(last)}".strip()


@cache
def _lands() -> dict[str, str]:
    return {_key(word): row[0] for row in rows("demonyms") for cell in row[1:] for word in listed(cell)}


@cache
def _halves() -> dict[str, str]:
    return {half: ref for ref, halves in rows("double_adjectives") for half in listed(halves)}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in _lands())
