"""Parts of a place that have a name of their own: the north of Australia is Northern Australia, `l'est de l'Europe` is Eastern Europe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, candidates
from connectors.vocabulary.spelling import normalise

_NAMED = frozenset(("region", "climate_region", "ocean", "sea"))
_WHOLE = frozenset(("country", "continent", "ocean", "sea", "region"))
_PROVINCE = Pattern(
    r"region:[A-Z]{2}-"
)  # Northern Ireland is not the north of Ireland, nor North Denmark that of Denmark


def named_part(entry: PlaceEntry, way: str) -> PlaceEntry | None:
    """The place that is the `way` (north, southeast, central) of another by its name; None where that part has no name of its own."""
    if entry.kind not in _WHOLE:
        return None
    keys = [f"{way if way == 'central' else f'{way}ern'} {name}" for name in _names(entry)]
    found = candidates(keys)
    parts = (part for key in keys for part in found.get(key, ()) if _is_part(part, entry))
    return max(parts, key=lambda part: part.weight, default=None)


def _names(entry: PlaceEntry) -> Iterator[str]:
    name = normalise(re.sub(r" \(.*", "", entry.name_en))
    yield name.removesuffix(" of america")
    if entry.kind in ("ocean", "sea"):
        yield re.sub(r" (?:ocean|sea)$", "", name)


def _is_part(part: PlaceEntry, entry: PlaceEntry) -> bool:
    same = part.country is None or part.country == entry.country or entry.country is None
    return (
        part.kind in _NAMED
        and not part.form
        and same
        and not _PROVINCE.match(part.id)
        and part.bbox.intersects(entry.bbox)
    )
