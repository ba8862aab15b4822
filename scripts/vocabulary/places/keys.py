"""The keys of the names in the tables that stand beside the gazetteer, so that no name is folded when the composer starts.

After a change in those tables: `python -m scripts.vocabulary.places.keys`.
"""

from __future__ import annotations

from connectors.vocabulary import tables
from connectors.vocabulary.amendments import ADDITIONS
from connectors.vocabulary.toponym_keys import place_keys
from scripts.vocabulary.writing import write_table

_COLUMNS = ("key", "change", "refs")


def build() -> None:
    """Write `tables/place_keys.tsv`."""
    source = "place_amendments.tsv and place_additions….tsv"
    write_table("place_keys", source=source, licence="Apache-2.0", columns=_COLUMNS, rows=rows())


def rows() -> list[list[str]]:
    """Key, change (`added`, `name`, `no-name`) and the places that bear the key, in the order of the tables."""
    found: dict[tuple[str, str], list[str]] = {}
    for table in ADDITIONS:
        for ref, _, english, french, *_, aliases in tables.rows(table):
            for name in (english, french, *tables.listed(aliases)):
                _add(found, "added", name, ref)
    for ref, change, value, _ in tables.rows("place_amendments"):
        if change in ("name", "no-name"):
            _add(found, change, value, ref)
    return [[key, change, "|".join(refs)] for (change, key), refs in sorted(found.items())]


def _add(found: dict[tuple[str, str], list[str]], change: str, name: str, ref: str) -> None:
    for key in place_keys(name):
        bearers = found.setdefault((change, key), [])
        if ref not in bearers:
            bearers.append(ref)


if __name__ == "__main__":
    build()
