"""Regular expressions that are compiled and searched only where a text holds letters that they need.

There are some 1,500; a question would be searched by them 1,140 times, and some 40 searches match. `tables/pattern_trigrams.tsv` tells
of each what triples of letters a text must hold; one that it lacks is searched in every text. `make format` writes it anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from sys import maxsize
from typing import TYPE_CHECKING, Any

from connectors.vocabulary import tables
from connectors.vocabulary.trigrams import Triples, cut, triples_of

NEAR = 240  # so that each of a text's many names costs the same however long the text before it is


class Pattern:
    """A regular expression with the methods of `re.Pattern`, compiled at its first use (where a faulty one raises `re.error`)."""

    __slots__ = ("_compiled", "_needs", "flags", "pattern")
    _compiled: re.Pattern[str]
    _needs: tuple[Triples, Triples] | None

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    if not TYPE_CHECKING:  # else every misspelt method would pass

        def __getattr__(self, name: str) -> object:
            if name == "_compiled":
                self._compiled = re.compile(self.pattern, self.flags)
            elif name == "_needs":
                self._needs = needs(self)
            else:
                raise AttributeError(name)
            return getattr(self, name)

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r})"

    @property
    def groupindex(self) -> Mapping[str, int]:
        return self._compiled.groupindex

    def is_ruled_out(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        """Whether a text, where it is searched, lacks letters that the expression needs."""
        if self._needs is None:
            return False
        one, other = self._needs
        held = triples_of(text if end >= len(text) else text[max(0, start - 1) : end])  # with the sign before it
        return held is not None and (one.isdisjoint(held) or other.isdisjoint(held))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return None if self.is_ruled_out(text, start, end) else self._compiled.search(text, start, end)

    def before(self, text: str, end: int) -> re.Match[str] | None:
        """What an expression that ends in `$` matches up to a place, looked for in the `NEAR` characters before it."""
        return self.search(text, max(0, end - NEAR), end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return None if self.is_ruled_out(text, start, end) else self._compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return None if self.is_ruled_out(text, start, end) else self._compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return iter(()) if self.is_ruled_out(text, start, end) else self._compiled.finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = maxsize) -> list[Any]:
        return [] if self.is_ruled_out(text, start, end) else self._compiled.findall(text, start, end)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        return [text] if self.is_ruled_out(text) else self._compiled.split(text, maxsplit)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return text if self.is_ruled_out(text) else self._compiled.sub(replacement, text, count)

    def subn(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> tuple[str, int]:
        return (text, 0) if self.is_ruled_out(text) else self._compiled.subn(replacement, text, count)


def key(pattern: Pattern) -> str:
    """By what the table knows an expression."""
    return blake2b(f"{int(pattern.flags)} {pattern.pattern}".encode(), digest_size=8).hexdigest()


def needs(pattern: Pattern) -> tuple[Triples, Triples] | None:
    """Two sets of triples of each of which a text that matches holds one; None where nothing is known to be needed."""
    one, other = _table().get(key(pattern), ("", ""))
    return (cut(one), cut(other or one)) if one else None


@cache
def _table() -> Mapping[str, list[str]]:
    return {name: sets for name, *sets in tables.rows("pattern_trigrams")}
