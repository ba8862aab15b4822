"""Triples of letters, by which a text is known not to match a regular expression before it is searched.

A text is read in lower case, every digit as 0, every other sign and both its ends as a stop.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

Triples: TypeAlias = frozenset[str]

STOP = "."
LONGEST = 2048  # the triples of a longer text are not taken: nearly all expressions would find theirs
_DIGIT, _SIGN = re.compile(r"\d"), re.compile(r"\W")
_LIKE_ASCII = str.maketrans({"ı": "i", "İ": "i", "ſ": "s"})  # which `re.IGNORECASE` takes for i and s


@lru_cache(maxsize=512)
def triples_of(text: str) -> Triples | None:
    """The triples of letters in a text; None of one that is too long."""
    if len(text) > LONGEST:
        return None
    plain = f"{STOP}{plainly(text)}{STOP}"
    return frozenset(map("".join, zip(plain, plain[1:], plain[2:], strict=False)))


def plainly(text: str) -> str:
    """A text as triples are taken from it: as many characters, without the stops at its ends."""
    low = text.lower() if text.isascii() else text.translate(_LIKE_ASCII).lower()
    return _SIGN.sub(STOP, _DIGIT.sub("0", low))


def cut(cell: str) -> Triples:
    """A set of triples from the cell of a table, which holds them one after the other."""
    return frozenset(cell[i : i + 3] for i in range(0, len(cell), 3))
