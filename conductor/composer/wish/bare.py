"""Whether a text only names: a place, a time or one keyword, and nothing that could be asked for."""

from __future__ import annotations

import re

from conductor.composer.reading import Reading
from conductor.composer.text.economy import ECONOMY
from conductor.composer.text.emptiness import EMPTY
from conductor.composer.wish.matter import WEATHER
from conductor.composer.wish.offered import asks_what_there_is
from connectors.vocabulary.patterns import Pattern

_VAGUE = frozenset(
    [
        "near",
        "area",
        "region",
        "place",
        "zone",
        "around",
        "coast",
        "border",
        "places",
        "areas",
        "within",
        "miles",
        "kilometers",
        "kilometres",
        "offshore",
        "cote",
        "frontiere",
        "rayon",
        "autour",
        "lieu",
        "pres",
        "city",
        "town",
        "ville",
        "state",
        "country",
        "province",
        "location",
        "part",
        "partie",
        "toute",
        "tout",
        "whole",
        "lying",
        "located",
        "stretch",
        "comprise",
        "compris",
        "situee",
        "situe",
        "secteur",
        "espace",
    ]
)


# the weather of a day is a wish, though no quantity says of what
_WEATHER = Pattern(WEATHER)


def is_bare(r: Reading) -> bool:
    """Places, periods or one keyword and nothing else that could be asked for."""
    if _is_keyword(r):
        return True
    if (
        r.quantities
        or r.phenomena
        or r.collections
        or r.facets
        or r.processes
        or r.models
        or r.statistics
        or r.outputs
        or r.filters
        or r.named.implied
    ):
        return False
    c = r.cues
    if len(_telling(r)) > 1 or ECONOMY.search(r.utterance.folded):
        return False
    if r.periods and _WEATHER.search(r.utterance.folded):
        return False
    return bool(r.located) and not (
        asks_what_there_is(r)
        or c.find
        or c.show
        or c.scenes
        or c.data
        or c.compute
        or c.detect
        or c.how_much
        or c.compare
        or c.trend
        or c.change
        or c.run
        or c.train
        or c.question
        or c.meaning
    )


def _telling(r: Reading) -> list[str]:
    """Words outside the places that say something of their own."""
    rest = r.utterance.cut((item.start, item.end) for item in r.located).folded
    return [word for word in re.findall(r"[a-z][a-z'-]{3,}", rest) if word not in EMPTY and word not in _VAGUE]


def _is_keyword(r: Reading) -> bool:
    """One name of the vocabulary and not a word beside it."""
    text = r.utterance.folded.strip(" .!?")
    return (
        len(r.named.spans) == 1
        and len(text) == r.named.spans[0][1] - r.named.spans[0][0]
        and not r.outputs
        and not r.cues.greeting
    )
