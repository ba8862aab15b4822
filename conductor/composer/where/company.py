"""Places named together: what the others tell of one whose name several places bear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.reading import Located
from connectors.vocabulary.places import PlaceEntry, inside, lookup

# How much likelier a homonym is in the country in which all the other places lie, in the province of one, close to one, and of their kind.
SAME_COUNTRY = 5.0
SAME_PROVINCE = 4.0
SAME_KIND = 4.0
NEAR = 6.0
NEAR_DEGREES = 1.5
_ALIKE = frozenset({"country", "region"})


def in_company(located: Sequence[Located]) -> list[Located]:
    """Homonyms with their odds moved by the surer places beside them: the Richmond of "Richmond and Vancouver", the province beside Chaco."""
    if len(located) < 2:
        return list(located)
    company = tuple({item.place.name: item for item in located}.values())  # a name said twice tells no more
    return [_beside(item, company) for item in located]


def _beside(item: Located, company: Sequence[Located]) -> Located:
    others = [other for other in company if other.place.name != item.place.name]
    sure = item.homonyms[0].prior if item.homonyms else 1.0
    best = [other.homonyms[0] for other in others if other.homonyms and other.homonyms[0].prior >= sure]
    countries = {entry.country for entry in best if entry.country}
    if not item.homonyms or len(countries) != 1:
        return item
    if item.place.relation == "except" and (within := _taken_from(item, best)):
        return replace(item, homonyms=within)
    kinds = {entry.kind for entry in best}
    bearers = (*item.homonyms, *_namesakes(item, countries, kinds))
    if len(bearers) < 2:
        return item
    weighed = [(entry, entry.prior * _odds(entry, best, kinds)) for entry in bearers]
    total = sum(odds for _, odds in weighed) or 1.0
    ordered = sorted(weighed, key=lambda pair: -pair[1])
    return replace(item, homonyms=tuple(replace(entry, prior=round(odds / total, 4)) for entry, odds in ordered))


def _taken_from(item: Located, others: Sequence[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    """The bearers that lie in a place named beside it: "Colombia except Amazonas" leaves out what is a part of Colombia."""
    bearers = {entry.id: entry for entry in (*item.homonyms, *lookup(item.place.name))}
    return tuple(e for e in bearers.values() if any(inside(e, other) for other in others))[:1]


def _namesakes(item: Located, countries: set[str], kinds: set[str]) -> tuple[PlaceEntry, ...]:
    """The province that a city lies in and shares its name with, where provinces stand beside it: Chaco and Corrientes."""
    best = item.homonyms[0]
    if kinds != {"region"} or best.kind != "city" or best.country not in countries:
        return ()
    bearers = (entry for entry in lookup(item.place.name) if entry.kind == "region" and entry.country == best.country)
    return tuple(replace(entry, prior=best.prior) for entry in bearers if inside(best, entry))[:1]


def _odds(entry: PlaceEntry, others: Sequence[PlaceEntry], kinds: set[str]) -> float:
    close = (abs(entry.latitude - o.latitude) + abs(entry.longitude - o.longitude) < NEAR_DEGREES for o in others)
    near = NEAR if any(close) else 1.0  # Dover and Calais
    if entry.country not in {other.country for other in others}:
        return SAME_KIND if kinds == {"country"} and entry.kind == "country" else near  # Georgia and Armenia
    odds = near * SAME_COUNTRY * (SAME_KIND if len(kinds) == 1 and entry.kind in kinds & _ALIKE else 1.0)
    return odds * (SAME_PROVINCE if entry.admin1 and any(entry.admin1 == other.admin1 for other in others) else 1.0)
