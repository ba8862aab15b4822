"""When a name is truly ambiguous: which place is meant is asked only where no bearer of the name is clearly ahead.

A bearer's odds are its fame (people, and in how many languages it has a name), raised where it lies in a country that speaks the
question's language (`places`), in the country of all other places named (`company`) or of the turn before (`homonyms`), and by the
accents and the article typed (`connectors/vocabulary/articles`). The likeliest is taken, the rest kept as readings of their own, where it
has the greater part of the odds (`LIKELY`) and is so many times as likely as the next that lies elsewhere:

| the first | the next | ahead |
|---|---|---|
| country | country (Congo, Korea) | always asked |
| province, island, range | its like in another country (Punjab, Limburg) | 4 |
| province | a city that everybody knows, in another country (Victoria) | 8 |
| place in a country that speaks the language | any | 2 |
| any other place | any | 2.5 |
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from conductor.composer.reading import Located
from conductor.composer.text.language import Language
from conductor.composer.what.names import GREAT_CITY
from conductor.composer.where.bearers import SPEAKING
from connectors.vocabulary.places import PlaceEntry

LIKELY = 0.5
AHEAD = 2.0
AHEAD_ABROAD = 2.5
AHEAD_OF_LANDS = 4.0
AHEAD_OF_A_CITY = 8.0
_AREAS = frozenset({"region", "country", "island", "mountain_range"})


def undecided(item: Located, *, language: Language = "en") -> bool:
    """Whether another place of the name is about as likely as the first."""
    if len(item.homonyms) < 2:
        return False
    return not clearly_ahead(item.homonyms, language=language)


def clearly_ahead(entries: Sequence[PlaceEntry], *, language: Language = "en") -> bool:
    """Whether the first of the bearers of a name is taken without asking."""
    first = entries[0]
    second = next((entry for entry in entries[1:] if _elsewhere(entry, first)), None)
    if second is None:
        return True
    share = first.prior + sum(entry.prior for entry in entries[1:] if not _elsewhere(entry, first))
    return share >= LIKELY and first.prior >= _ahead(first, second, language) * second.prior


def _ahead(first: PlaceEntry, second: PlaceEntry, language: Language) -> float:
    """How many times as likely as the second the first must be."""
    abroad = first.country != second.country
    if first.kind == second.kind == "country":
        return inf
    if first.kind == second.kind and first.kind in _AREAS and abroad:
        return AHEAD_OF_LANDS
    if first.kind == "region" and second.kind == "city" and abroad and second.weight >= GREAT_CITY:
        return AHEAD_OF_A_CITY
    return AHEAD if first.country in SPEAKING[language] else AHEAD_ABROAD


def _elsewhere(entry: PlaceEntry, first: PlaceEntry) -> bool:
    """Two lands of one name on the two sides of a border touch and are two places."""
    neighbours = entry.kind == first.kind and entry.kind in _AREAS and entry.country != first.country
    return neighbours or not entry.bbox.intersects(first.bbox)
