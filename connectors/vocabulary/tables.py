"""The vocabulary's tables: tab-separated, a header of `#` lines that names source, version and licence."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "tables"
_IMPLIED = re.compile(r"\{(\w+)\}$")


def rows(name: str) -> list[list[str]]:
    """The rows of `tables/<name>.tsv` without its header; every row has as many cells as the header."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    first = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    return [line.split("\t") for line in lines[first + 1 :] if line]


@cache
def source(name: str) -> str:
    """Where the facts of a table come from, as its header says."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8") as lines:
        return next(lines).removeprefix("# source:").strip()


@cache
def words(name: str) -> frozenset[str]:
    """A list of `word_lists.tsv`."""
    return frozenset(next(row[1] for row in rows("word_lists") if row[0] == name).split("|"))


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell, separated by `|`."""
    return tuple(cell.split("|")) if cell else ()


def worded(cell: str) -> list[tuple[str, tuple[str, ...]]]:
    """The wordings of a cell, each with what it implies: `hottest day{max}` gives ("hottest day", ("max",))."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for part in cell.split("|") if cell else ():
        match = _IMPLIED.search(part) if part.endswith("}") else None
        found.append((part[: match.start()], (match.group(1),)) if match else (part, ()))
    return found


def texts(*cells: str) -> tuple[str, ...]:
    """The wordings of several cells, each once, without what they imply."""
    return tuple(dict.fromkeys(text for cell in cells for text, _ in worded(cell)))


def number(cell: str) -> int | None:
    """An integer or nothing."""
    return int(cell) if cell else None
