"""Where and when of a follow-up: places and periods replaced, appended, removed, widened, or moved to another season or year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from conductor.composer.calendar_words import last_day, month_span
from conductor.composer.reading import Reading
from conductor.composer.relations import distance_alone
from connectors.vocabulary.places import inside, lookup
from planners.intent import Intent, Period, Place

_WIDER = re.compile(
    r"\b(?:extend|widen|stretch|prolong|expand|go back|etend[sre]*|etendez|elargi[rs]*|elargissez|prolonge[rz]?|remonte[rz]?)\b"
)
_THE_ONE_IN = re.compile(
    r"\b(?:the one|that one|the other(?: one)?|i mean(?:t)?|celui|celle|l'autre|je (?:parle|voulais dire|parlais))\b"
)
INSTEAD_OF = re.compile(
    r"\b(?:instead of|rather than|plutot que|au lieu d[eu']|not|pas|et non|and not)\s+(?:the |la |le |les |l'|de |"
    r"d')*(?P<dropped>[\w -]{2,40})"
)


def carried_places(reading: Reading, base: Intent) -> tuple[Place, ...]:
    """The places of the whole intent: those said anew, or the earlier ones, widened where only a distance is said."""
    said = reading.real_places
    if not said:
        kilometres = distance_alone(reading.utterance.folded)
        if kilometres is None or not base.places:
            return base.places
        return tuple(
            replace(
                p,
                relation="within_distance" if p.relation in (None, "near", "inside", "within_distance") else p.relation,
                distance_km=kilometres,
            )
            for p in base.places
        )
    if moved := _homonym_within(reading, base):
        return moved
    cues = reading.cues
    if cues.remove and not cues.instead:
        kept = tuple(p for p in base.places if not any(_same(p, s) for s in said))
        return kept if len(kept) < len(base.places) else (*base.places, *(replace(p, relation="except") for p in said))
    if any(p.relation == "except" for p in said) or (appends(reading) and base.places):
        return (*base.places, *(p for p in said if not any(_same(p, b) for b in base.places)))
    dropped = INSTEAD_OF.search(reading.utterance.folded)
    if dropped and len(said) > 1:
        said = tuple(p for p in said if p.name.lower() not in dropped["dropped"])
    return said


def _same(a: Place, b: Place) -> bool:
    return a.name.lower() == b.name.lower() or (a.bbox == b.bbox and a.bbox is not None)


def appends(reading: Reading) -> bool:
    """Whether what is said joins what was there instead of replacing it."""
    cues = reading.cues
    comparing = bool(re.search(r"\b(?:compar\w+|versus|vs|contrast|against)\b", reading.utterance.folded))
    return (cues.add or comparing) and not cues.instead and not cues.remove


def _homonym_within(reading: Reading, base: Intent) -> tuple[Place, ...] | None:
    """ "No, the one in Ontario": another place of the name inside the place that is said."""
    said = reading.located
    if (
        not base.places
        or len(said) != 1
        or not (
            _THE_ONE_IN.search(reading.utterance.folded) or re.match(r"^\W*(?:no|non|nope)\b", reading.utterance.folded)
        )
    ):
        return None
    containers = said[0].homonyms
    moved, changed = [], False
    for place in base.places:
        better = next((e for e in lookup(place.name) if any(c.id != e.id and inside(e, c) for c in containers)), None)
        changed = changed or better is not None
        moved.append(
            place
            if better is None
            else replace(
                place, kind=better.kind, country=better.country, bbox=better.bbox, geometry_id=better.geometry_id
            )
        )
    return tuple(moved) if changed else None


def carried_months(reading: Reading, base: Intent) -> tuple[int, ...]:
    """The recurring months of the whole intent."""
    if reading.cues.remove and re.search(r"\b(?:seasons?|saisons?|months?|mois)\b", reading.utterance.folded):
        return ()
    if reading.months and not _single_season(base):
        return reading.months
    if reading.months or (reading.periods and not base.months):
        return ()
    return base.months


def _single_season(base: Intent) -> bool:
    """The base asks of one month, season or day of one year."""
    targets = [p for p in base.targets if p.start and p.end]
    return len(targets) == 1 and not base.months and _days(targets[0]) < 200


def _days(period: Period) -> int:
    if not period.start or not period.end:
        return 10_000
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days


def carried_periods(reading: Reading, base: Intent) -> tuple[Period, ...]:
    """The periods of the whole intent; a month alone moves within its year, a year alone keeps its months."""
    old = next((p for p in base.targets if p.start and p.end), None)
    if reading.months and not reading.periods and old and _single_season(base):
        year = int((old.end or "")[:4])
        start, end = month_span(year, reading.months)
        moved = replace(old, start=start.isoformat(), end=end.isoformat(), span=None)
        moved = _widened(old, moved) if _WIDER.search(reading.utterance.folded) else moved
        return tuple(moved if p is old else p for p in base.periods)
    if not reading.periods:
        return base.periods
    targets = tuple(_same_season(p, old, base) for p in reading.targets)
    references = reading.references or tuple(p for p in base.periods if p.role == "reference")
    if not targets:
        return (*base.targets, *references)
    if old and len(targets) == 1 and _WIDER.search(reading.utterance.folded):
        targets = (_widened(old, targets[0]),)
    elif appends(reading):
        targets = (*base.targets, *targets)
    return (*targets, *references)


def _widened(old: Period, said: Period) -> Period:
    """The earlier period stretched to what is said: "extend it to April"."""
    start = min(filter(None, (old.start, said.start)), default=None)
    return replace(said, start=start, end=max(filter(None, (old.end, said.end)), default=None))


def _same_season(period: Period, old: Period | None, base: Intent) -> Period:
    """ "And in 2021?" after July 2020 means July 2021."""
    whole_year = (
        period.start
        and period.end
        and period.start[4:] == "-01-01"
        and period.end[4:] == "-12-31"
        and period.start[:4] == period.end[:4]
    )
    if not whole_year or old is None or not old.start or not old.end or base.months or not 25 <= _days(old) < 200:
        return period
    shift = int((period.end or "")[:4]) - int(old.end[:4])
    start, end = date.fromisoformat(old.start), date.fromisoformat(old.end)
    last = (
        last_day(end.year + shift, end.month)
        if end == last_day(end.year, end.month)
        else end.replace(year=end.year + shift, day=min(end.day, 28))
    )
    return replace(
        period, start=start.replace(year=start.year + shift, day=min(start.day, 28)).isoformat(), end=last.isoformat()
    )
