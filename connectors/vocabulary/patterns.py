"""Regular expressions that are compiled where a question first needs them: of fourteen hundred a question needs a few hundred."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from sys import maxsize
from typing import TYPE_CHECKING, Any


class Pattern:
    """A regular expression with the methods of `re.Pattern`, compiled at its first use (where a faulty one raises `re.error`)."""

    __slots__ = ("_compiled", "_flags", "pattern")
    _compiled: re.Pattern[str]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    if not TYPE_CHECKING:  # else every misspelt method would pass

        def __getattr__(self, name: str) -> object:
            if name != "_compiled":
                raise AttributeError(name)
            self._compiled = re.compile(self.pattern, self._flags)
            return self._compiled

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r})"

    @property
    def groupindex(self) -> Mapping[str, int]:
        return self._compiled.groupindex

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self._compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return self._compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = maxsize) -> list[Any]:
        return self._compiled.findall(text, start, end)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        return self._compiled.split(text, maxsplit)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._compiled.sub(replacement, text, count)

    def subn(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> tuple[str, int]:
        return self._compiled.subn(replacement, text, count)
