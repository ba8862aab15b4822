"""When a name is truly ambiguous: which place is meant is asked only where no bearer of the name is clearly ahead.

A bearer's odds are its fame (people, and in how many languages it has a name), raised where it lies in a country that speaks English or,
in French, French (`bearers`), in the country of all other places named (`company`) or of the turn before (`homonyms`), and by the
accents and the article typed (`connectors/vocabulary/articles`). The likeliest is taken, the rest kept as readings of their own, where it
has the greater part of the odds (`LIKELY`, more where many known places bear the name) and is so many times as likely as each other that
lies elsewhere and is known well enough to be meant (`renown`):

| the first | the other | ahead |
|---|---|---|
| country | country (Congo, Korea) | always asked |
| province, island, range | its like in another country (Punjab, Limburg) | 4 |
| province | a city that everybody knows, in another country (Victoria) | 8 |
| place in a country that speaks English or French | any | 2 |
| any other place | any | 2.5 |
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from conductor.composer.reading import Located
from conductor.composer.what.names import GREAT_CITY
from conductor.composer.where.bearers import SPEAKING
from conductor.composer.where.renown import contends, goes_by, is_quarter
from connectors.vocabulary.places import PlaceEntry

LIKELY = 0.41
LIKELY_OF_MANY = 0.55
MANY = 2
AHEAD = 2.0
AHEAD_ABROAD = 2.5
AHEAD_OF_LANDS = 4.0
AHEAD_OF_A_CITY = 8.0
_AREAS = frozenset({"region", "country", "island", "mountain_range"})
_SPEAKING = SPEAKING["en"] | SPEAKING["fr"]


def undecided(item: Located) -> bool:
    """Whether another place of the name is about as likely as the first."""
    if len(item.homonyms) < 2:
        return False
    return not clearly_ahead(item.homonyms, item.place.name)


def clearly_ahead(entries: Sequence[PlaceEntry], name: str) -> bool:
    """Whether the first of the bearers of a name is taken without asking."""
    first = entries[0]
    others = [entry for entry in entries[1:] if _elsewhere(entry, first)]
    if not others:
        return True
    rivals = [entry for entry in others if contends(entry, first, name)]
    named = [entry for entry in others if goes_by(entry, name) or not goes_by(first, name)]
    least = LIKELY_OF_MANY if len(rivals) >= MANY else LIKELY
    if first.prior < least * (first.prior + sum(entry.prior for entry in named if not is_quarter(entry))):
        return False
    return all(first.prior >= _ahead(first, entry) * entry.prior for entry in rivals)


def _ahead(first: PlaceEntry, second: PlaceEntry) -> float:
    """How many times as likely as the second the first must be."""
    abroad = first.country != second.country
    if first.kind == second.kind == "country":
        return inf
    if first.kind == second.kind and first.kind in _AREAS and abroad:
        return AHEAD_OF_LANDS
    if first.kind == "region" and second.kind == "city" and abroad and second.weight >= GREAT_CITY:
        return AHEAD_OF_A_CITY
    return AHEAD if first.country in _SPEAKING else AHEAD_ABROAD


def _elsewhere(entry: PlaceEntry, first: PlaceEntry) -> bool:
    """Two lands of one name on the two sides of a border touch and are two places."""
    neighbours = entry.kind == first.kind and entry.kind in _AREAS and entry.country != first.country
    return neighbours or not entry.bbox.intersects(first.bbox)
