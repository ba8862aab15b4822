"""Adjectives of lands, English and French, each with the id of its land: `Canadian`, `québécoise`."""

from __future__ import annotations

from functools import cache

from connectors.vocabulary.spelling import fold, stem
from connectors.vocabulary.tables import listed, rows

_ABBREVIATED = {"US": "country:US", "USA": "country:US", "UK": "country:GB"}


def is_demonym(word: str) -> bool:
    """True for the adjective of a country or a state: `Canadian`, `québécois`."""
    return stem(fold(word)) in _lands()


def home(word: str) -> str | None:
    """The id of the land whose adjective a word is: `American` is of `country:US`; also `US` and `UK` themselves."""
    return _ABBREVIATED.get(word) or _lands().get(stem(fold(word)))


@cache
def _lands() -> dict[str, str]:
    return {stem(fold(word)): row[0] for row in rows("demonyms") for cell in row[1:] for word in listed(cell)}
