"""How a vocabulary table is written: a header that names source, version and licence, then tab-separated rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "connectors" / "vocabulary" / "tables"


def words(name: str) -> frozenset[str]:
    """A list of `curated/word_lists.tsv`."""
    for line in (Path(__file__).parent / "curated" / "word_lists.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{name}\t"):
            return frozenset(line.split("\t")[1].split())
    raise KeyError(name)


def clean(value: object) -> str:
    """One cell: no tabs, no line breaks; None is empty; a sequence is joined by `|`."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "|".join(clean(v) for v in value)
    return re.sub(r"\s+", " ", str(value)).strip()


def write_table(
    name: str, *, source: str, licence: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Write `tables/<name>.tsv`, rows in the order given."""
    lines = [
        f"# source: {source}",
        f"# licence: {licence}",
        "# built by: python -m scripts.vocabulary",
        "\t".join(columns),
    ]
    lines += ["\t".join(clean(cell) for cell in row) for row in rows]
    (TABLES / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}.tsv: {len(lines) - 4} rows")
