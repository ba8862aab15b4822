"""Couples: things that are each told with a place and a time of their own, "in Oslo in 2020 and in Lima in 2010": a question of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from conductor.composer.reading import Located, Reading
from conductor.composer.standing import subjects
from conductor.composer.wish.actions import decide
from connectors.vocabulary.patterns import Pattern
from planners.intent import Period

_SMALL = (
    r"(?:[\s,;&+()]|\b(?:the|le|la|les|in|for|of|at|over|on|around|near|from|during|au|aux|a|en|de|du|des|pour|sur|dans|pres|vers|pendant|lors|fin|debut|early|late|mid|"
    r"year|annee|month|mois|summer|winter|spring|autumn|ete|hiver|printemps|automne)\b|\b[dl]')"
)
# between a place and its time
_BESIDE = Pattern(rf"{_SMALL}*")
# what leads from one couple to the next: "and in", "puis celle de", ", ", "; then that of"
_LEADS_ON = Pattern(
    r"[\s)]*(?:[,;&+]|\b(?:and|et|then|puis|also|aussi|plus|as well as|ainsi que|de meme que|along with|followed by|suivie?s? de)\b)"
    rf"(?:{_SMALL}|\b(?:and|et|then|puis|also|aussi|that|those|ones?|celles?|celui|ceux)\b)*"
)
# between two wishes: "floods in Guyana in 2021, plus NDVI of Suriname in 2021"
_AND_THEN = Pattern(
    r"\s*[,;]?\s(?:and|et|plus|puis|then|as well as|ainsi que|along with|de meme que)\s(?:also |aussi )?|\s*[,;]\s"
)
MOST_LINKS = 5
_HELD_AGAINST = frozenset({"compare", "change", "explain", "train", "simulate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Couple:
    """A place and its time, and the stretch of the text that tells both."""

    start: int
    end: int
    place: Located
    time: Period


def couples(reading: Reading) -> list[Reading]:
    """The whole once for each place and its time; none where places and times do not go together one by one."""
    if len(reading.located) < 2 or len(reading.targets) != len(reading.located) or reading.months or reading.references:
        return []
    told = _told(reading)
    if len(told) < 2 or decide(reading).action in _HELD_AGAINST:
        return []
    return [replace(reading, located=(one.place,), periods=(one.time,)) for one in told]


def wishes(reading: Reading, again: Callable[[int, int], Reading]) -> list[Reading]:
    """Things that each have a place and a time of their own; `again` reads a stretch of the text anew."""
    folded = reading.utterance.folded
    several = len(reading.located) > 1 or len(reading.targets) > 1
    if not several or len(subjects(reading)) < 2 or decide(reading).action in _HELD_AGAINST:
        return []
    links = [match.span() for match in _AND_THEN.finditer(folded)]
    return _wished(links, again, 0, len(folded)) if len(links) <= MOST_LINKS else []


def _wished(links: list[tuple[int, int]], again: Callable[[int, int], Reading], start: int, end: int) -> list[Reading]:
    """The wishes between two positions of the text; none where they are one."""
    for link, after in ((a, b) for a, b in links if start < a and b < end):
        both = again(start, link), again(after, end)
        if all(one.located and one.targets and subjects(one) for one in both) and not subjects(both[0]) & subjects(
            both[1]
        ):
            before, rest = _wished(links, again, start, link), _wished(links, again, after, end)
            return [*(before or [both[0]]), *(rest or [both[1]])]
    return []


def _told(reading: Reading) -> list[_Couple]:
    """The couples, where the text says place, time, place, time … or the other way round."""
    folded = reading.utterance.folded
    places = sorted(reading.located, key=lambda item: item.start)
    dated = sorted(((*_stretch(reading, period), period) for period in reading.targets), key=lambda told: told[:2])
    found: list[_Couple] = []
    for place, (start, end, time) in zip(places, dated, strict=True):
        before, after = sorted(((place.start, place.end), (start, end)))
        if before[1] > after[0] or not _BESIDE.fullmatch(folded, before[1], after[0]):
            return []
        found.append(_Couple(start=before[0], end=after[1], place=place, time=time))
    gaps = [(one.end, other.start) for one, other in pairwise(found)]
    return found if all(a <= b and _LEADS_ON.fullmatch(folded, a, b) for a, b in gaps) else []


def _stretch(reading: Reading, period: Period) -> tuple[int, int]:
    """Where a period stands in the text that was read."""
    origins = reading.utterance.origins
    if period.span is None:
        return (0, 0)
    return bisect_left(origins, period.span.start), bisect_left(origins, period.span.end)
