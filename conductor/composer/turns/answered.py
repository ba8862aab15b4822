"""Answered: a short turn that says which of its namesakes the place of the turn before is: "the US state", "Massachusetts", "celle d'Espagne"."""

from __future__ import annotations

import re
from dataclasses import replace

from conductor.composer.turns.turn import Turn
from conductor.composer.where.namesakes import clearly_ahead
from connectors.vocabulary.demonyms import home
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, inside, lookup, place
from planners.intent import Intent, Place

LONGEST = 7  # words of an answer
HOMONYM = 0.002  # the least share of its name that another place of it has
_LEADING, _TIMES = 0.5, 2.5
_KINDS = {
    "country": r"(?:country|nation|pays|republic|republique)", "region": r"(?:states?|province|region|etat|departement|county)", "city": r"(?:city|town|village|capital|ville|capitale)",
    "island": r"(?:island|isle|ile)", "river": r"(?:river|riviere|fleuve)", "lake": r"(?:lake|lac)",
}  # fmt: skip
_ANSWER = Pattern(
    r"^\W*(?:(?:i mean(?:t)?|sorry|oh|well|ah|yes|oui|no|non|pardon|desole|je (?:parle|parlais|voulais dire|pensais)(?: a| de)?|plutot|rather|actually|en fait|it's|c'est)\W+)*"
    r"(?:the one (?:in|from|of)|that one|the other(?: one)?|celui|celle|l'autre|the|la|le|l'|in|en|au|aux|a|from|d[eu']|des)?\b"
)
THE_ONE_IN = Pattern(
    r"\b(?:the one|the (?:[a-z-]{3,} )?[a-z-]{4,} one|that one|the other(?: one)?|i mean(?:t)?|celui|celle|l'autre|je (?:parle|voulais dire|parlais))\b"
)
_WORDS = Pattern(r"[^\W\d_]+")


def settled(turn: Turn, base: Intent) -> tuple[Place, ...] | None:
    """The places of the turn before with the namesake that the turn says in the stead of the one taken; None where it says none."""
    said, folded = turn.said, turn.folded
    if len(folded.split()) > LONGEST or not base.places or not _ANSWER.match(folded) or _more_than_where(turn):
        return None
    kinds = frozenset(kind for kind, pattern in _KINDS.items() if re.search(rf"\b{pattern}\b", folded))
    lands = [item.homonyms for item in said.located if item.homonyms]
    beside = said.utterance.hidden(item.bare for item in said.located).text
    lands += [(entry,) for word in _WORDS.findall(beside) if (name := home(word)) and (entry := place(name))]
    if not kinds and not lands:
        return None
    pointed = bool(THE_ONE_IN.search(folded))
    moved = tuple(_other(one, kinds, lands, pointed=pointed) for one in base.places)
    return moved if moved != base.places else None


def _more_than_where(turn: Turn) -> bool:
    r = turn.said
    return bool(
        len(r.located) > 1 or r.periods or r.months or r.quantities or r.phenomena or r.facets or r.collections or r.filters or r.statistics or r.outputs
    )  # fmt: skip


def _other(one: Place, kinds: frozenset[str], lands: list[tuple[PlaceEntry, ...]], *, pointed: bool) -> Place:
    """The namesake that fits; a place whose name hardly anything else bears is not moved by the name of a land alone, unless the turn points at "the one"."""
    entries = [entry for entry in lookup(one.name) if entry.prior > HOMONYM]
    if len(entries) < 2 or (not kinds and not pointed and _leads(entries) and clearly_ahead(entries, one.name)):
        return one
    fitting = (
        e
        for e in entries
        if (not kinds or e.kind in kinds) and all(any(_lies(e, land) for land in lands_of) for lands_of in lands)
    )
    meant = next(fitting, None)
    if meant is None:
        return one
    return replace(one, kind=meant.kind, country=meant.country, bbox=meant.bbox, geometry_id=meant.geometry_id)


def _leads(entries: list[PlaceEntry]) -> bool:
    """Whether the first is so much likelier than those elsewhere that a land said after it is another place."""
    first, *others = entries
    elsewhere = max((e.prior for e in others if not e.bbox.intersects(first.bbox)), default=0.0)
    return first.prior >= _LEADING and first.prior >= _TIMES * elsewhere


def _lies(entry: PlaceEntry, land: PlaceEntry) -> bool:
    return entry.id != land.id and inside(entry, land)
