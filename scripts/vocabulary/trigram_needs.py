"""Which triples of letters a text must hold for a regular expression to match anywhere in it.

By Cox, "Regular Expression Matching with a Trigram Index" (2012): the strings that a piece of the expression can be are listed while they
are few, each gives its rarest triple, and one of these triples stands in every text that matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from re import _constants as codes  # type: ignore[attr-defined]  # the standard library's own parser has no public name,
from re import _parser as parser  # type: ignore[attr-defined]  # nor have its codes; only the table is built by them
from typing import Any, TypeAlias

from connectors.vocabulary.trigrams import STOP, Triples, plainly

Operation: TypeAlias = tuple[Any, Any]
Strings: TypeAlias = frozenset[str]

MOST_SETS = 2
_MOST_STRINGS = 64
_MOST_LETTERS = 8  # of a class such as [aeiou]
_MOST_TIMES = 4  # of a piece that may be repeated
_EDGE = "\b"  # between a letter and what is none, at the ends of a text too
_NOTHING: Strings = frozenset(("",))
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_EDGES = (codes.AT_BOUNDARY, codes.AT_BEGINNING, codes.AT_BEGINNING_STRING, codes.AT_END, codes.AT_END_STRING)
_CATEGORIES = {codes.CATEGORY_DIGIT: "0", codes.CATEGORY_SPACE: STOP, codes.CATEGORY_NOT_WORD: STOP}


def needs(pattern: str, flags: int, shares: Mapping[str, float]) -> tuple[Triples, ...]:
    """Sets of triples of each of which a text that matches holds one, the rarest set first; none where it can match without any.

    `shares` tells which share of texts holds a triple.
    """
    tree = parser.parse(pattern, flags)
    any_case = bool((tree.state.flags | flags) & re.IGNORECASE) or "(?i" in pattern
    reader = _Reader(shares, any_case=any_case)
    return tuple(sorted(set(reader.needs(tree)), key=reader.commonness)[:MOST_SETS])


class _Reader:
    """Reads a parsed expression; with `any_case` letters beyond ASCII tell nothing, as they have more forms than two."""

    def __init__(self, shares: Mapping[str, float], *, any_case: bool) -> None:
        self._shares = shares
        self._any_case = any_case

    def needs(self, sequence: Iterable[Operation]) -> Iterator[Triples]:
        """The sets of triples that a sequence of operations needs."""
        run = _NOTHING  # what the letters read last can be
        for operation in sequence:
            strings = self._strings(operation)
            joined = _joined(run, strings)
            if joined is not None:
                run = joined
                continue
            again = self._repeated(operation)
            yield from self._triples(_joined(run, again) or run)
            if strings is None:
                yield from self._inside(operation)
            run = strings or again or _NOTHING
        yield from self._triples(run)

    def _strings(self, operation: Operation) -> Strings | None:
        """All strings that an operation can match; None where they are many or unknown."""
        code, argument = operation
        if code is codes.LITERAL:
            return self._letter(argument)
        if code is codes.AT:
            return frozenset((_EDGE,)) if argument in _EDGES else _NOTHING
        if code in (codes.ASSERT, codes.ASSERT_NOT):
            return frozenset((_EDGE,)) if code is codes.ASSERT_NOT and _is_any_letter(argument[1]) else _NOTHING
        if code is codes.IN:
            return self._class(argument)
        if code is codes.SUBPATTERN:
            return self._whole(argument[3])
        if code is codes.ATOMIC_GROUP:
            return self._whole(argument)
        if code is codes.BRANCH:
            return self._any_of(argument[1])
        return self._times(*argument) if code in _REPEATS else None

    def _letter(self, number: int) -> Strings | None:
        plain = plainly(chr(number))
        return frozenset((plain,)) if number < 128 or (not self._any_case and len(plain) == 1) else None

    def _class(self, members: Sequence[Operation]) -> Strings | None:
        found: set[str] = set()
        for code, argument in members:
            if code is codes.LITERAL:
                own = self._letter(argument)
            elif code is codes.RANGE and chr(argument[0]).isdigit() and chr(argument[1]).isdigit():
                own = frozenset("0")
            else:
                own = frozenset(_CATEGORIES[argument]) if code is codes.CATEGORY and argument in _CATEGORIES else None
            if own is None:
                return None
            found |= own
        return frozenset(found) if len(found) <= _MOST_LETTERS else None

    def _whole(self, sequence: Iterable[Operation]) -> Strings | None:
        run: Strings | None = _NOTHING
        for operation in sequence:
            run = _joined(run, self._strings(operation))
            if run is None:
                return None
        return run

    def _any_of(self, branches: Sequence[Any]) -> Strings | None:
        strings: Strings = frozenset()
        for branch in branches:
            own = self._whole(branch)
            if own is None or len(strings) + len(own) > _MOST_STRINGS:
                return None
            strings |= own
        return strings

    def _times(self, least: int, most: Any, sequence: Iterable[Operation]) -> Strings | None:
        once = self._whole(sequence) if most <= _MOST_TIMES else None
        if once is None:
            return None
        strings: Strings = frozenset(("",) if not least else ())
        run: Strings | None = _NOTHING
        for time in range(1, int(most) + 1):
            run = _joined(run, once)
            if run is None:
                return None
            strings |= run if time >= least else frozenset()
        return strings if len(strings) <= _MOST_STRINGS else None

    def _repeated(self, operation: Operation) -> Strings | None:
        """What a piece that stands once or more begins and ends with."""
        code, argument = operation
        return self._whole(argument[2]) if code in _REPEATS and argument[0] else None

    def _inside(self, operation: Operation) -> Iterator[Triples]:
        code, argument = operation
        if code is codes.SUBPATTERN:
            yield from self.needs(argument[3])
        elif code is codes.ATOMIC_GROUP:
            yield from self.needs(argument)
        elif code in _REPEATS and argument[0]:
            yield from self.needs(argument[2])
        elif code is codes.BRANCH:
            each = [min(self.needs(branch), key=self.commonness, default=None) for branch in argument[1]]
            if None not in each:
                yield frozenset().union(*(one for one in each if one))

    def _triples(self, run: Strings) -> Iterator[Triples]:
        """One triple of each string, its rarest; nothing where a string is too short for one."""
        found = [string for string in map(_between_stops, run) if string is not None]
        if found and all(len(string) >= 3 for string in found):
            yield frozenset(
                min((string[i : i + 3] for i in range(len(string) - 2)), key=self._share) for string in found
            )

    def _share(self, triple: str) -> tuple[float, str]:
        return self._shares.get(triple, 0.0), triple

    def commonness(self, triples: Triples) -> tuple[float, int, list[str]]:
        """How many texts hold one of the triples, at most; of sets that none holds the smallest is the rarest."""
        return sum(self._shares.get(triple, 0.0) for triple in triples), len(triples), sorted(triples)


def _is_any_letter(sequence: Sequence[Operation]) -> bool:
    """Whether an assertion is about one character, every letter among them: `(?!\\w)`, `(?<![\\w'-])`."""
    return len(sequence) == 1 and sequence[0][0] is codes.IN and (codes.CATEGORY, codes.CATEGORY_WORD) in sequence[0][1]


def _joined(run: Strings | None, strings: Strings | None) -> Strings | None:
    if run is None or strings is None or len(run) * len(strings) > _MOST_STRINGS:
        return None
    return frozenset(first + then for first in run for then in strings)


def _between_stops(string: str) -> str | None:
    """A string with stops at its outer edges; None of one that no text can hold, with an edge within a word."""
    pieces = re.split(f"{_EDGE}+", string)
    for before, after in pairwise(pieces):
        if before and after and before[-1] != STOP and after[0] != STOP:
            return None
    whole = "".join(pieces)
    first = STOP if string.startswith(_EDGE) and not whole.startswith(STOP) and whole else ""
    last = STOP if string.endswith(_EDGE) and not whole.endswith(STOP) and whole else ""
    return f"{first}{whole}{last}"
