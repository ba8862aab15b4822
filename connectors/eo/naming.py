"""Collection names: ours, the source's own, and what a search for ours asks of a source."""

from __future__ import annotations

from collections.abc import Iterator

from connectors.offers import Source
from connectors.operations import Search


def own_collections(source: Source, search: Search) -> tuple[str, ...] | None:
    """The source's ids for the collections asked, () for any, None where it holds none of them."""
    known = source.collections
    is_open = bool(source.options.get("open_collections"))
    if not search.collections:
        listed = bool(known) and not is_open
        return tuple(dict.fromkeys(own for ids in known.values() for own in split(ids))) if listed else ()
    own = [
        o for c in search.collections for o in (split(known[c]) if c in known else [c] if is_open or not known else [])
    ]
    return tuple(dict.fromkeys(own)) or None


def canonical_ids(source: Source, *, every: bool = False) -> dict[str, str]:
    """Our id of the source's, of the first that stands for each of ours or of `every`.

    One that serves several of our collections stays what it is.
    """
    return dict(_pairs(source, most=None if every else 1))


def split(ids: str) -> list[str]:
    """The source's ids of one collection, the nearest thing it holds after the thing itself."""
    return [i.strip() for i in ids.split(",") if i.strip()]


def _pairs(source: Source, *, most: int | None) -> Iterator[tuple[str, str]]:
    for canonical, ids in reversed(tuple(source.collections.items())):
        for own in split(ids)[:most]:
            if own not in source.collections or own == canonical:
                yield own, canonical
