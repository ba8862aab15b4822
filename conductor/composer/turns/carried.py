"""Where and when of a follow-up: places and periods replaced, joined, taken away, narrowed, widened, or moved to another season or year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from conductor.composer.text.calendar_words import MONTHS, last_day, month_span
from conductor.composer.turns.answered import HOMONYM, THE_ONE_IN, settled
from conductor.composer.turns.one_end import one_end
from conductor.composer.turns.turn import Turn, combined
from conductor.composer.when.shifts import beside, shifted
from conductor.composer.where.narrowed import narrowed
from conductor.composer.where.relations import AT_OR_NEAR, distance_alone
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import inside, lookup
from planners.intent import Intent, Period, Place

_WIDER = Pattern(
    r"\b(?:extend|widen|stretch|prolong|expand|go back(?! to (?!(?:(?:the|early|late|mid|january|february|march|april|may|june|july|august|september|october|november|december)[ -])*\d))|etend[sre]*|etendez|elargi[rs]*|elargissez|prolonge[rz]?|(?:r)?allonge[rz]?|pousse[rz]?|remonte[rz]?|(?:run|take|push|carry|bring|continue|keep)(?= (?:it|that|this|them)(?: (?!forward\b)\w+){0,2} (?:to|until|till|through) (?:19|20)\d\d\b(?! ?-))|continue[rz]?(?= jusqu'))\b"
)
_NO = Pattern(r"^\W*(?:no|non|nope)\b")
_AGAINST = Pattern(
    r"\b(?:relative|rel|compared|than|vs|versus|against|face a(?:ux|u)?|en regard d\w+|baselines?|references?|normals?|par rapport|rapporte\w*|contre|anomal\w*)\b"
)
_SINCE_THEN = Pattern(r"\bsince then\b|\b(?:and|et) (?:since|depuis)\W*$|\bdepuis (?:lors|ce temps|cette date)\b")
_WHOLE_YEAR = Pattern(
    r"\b(?:all|whole|entire|full|toute?|ensemble|civile|calendar)\b[^.,;?!]{0,16}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d (?:as a whole|in full|(?:tout |en )?entiere?|au complet)\b"
)
YEARS = 400  # days of a period that recurring months stand beside
_TOGETHER = Pattern(r"\b(?:and|et|add|also|ajoute\w*|aussi)\b")  # "compare 2020 and 2021" has two of a kind
_DATED = Pattern(
    r"\b(?:(?:19|20)\d\d|last|past|previous|derni\w+|passee?|next|prochaine?|ago|il y a|this|ce|cet|cette|hier|yesterday|today|aujourd'hui|latest)\b"
)
_MONTH = Pattern(rf"\b(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b")
# How a place is meant goes over to another one of its kind: "ships off Lomé", "and Abidjan?".
_GOES_OVER = frozenset({"near", "within_distance", "off_coast_of", "coast_of", "upstream_of", "downstream_of"})


def carried_places(turn: Turn, base: Intent) -> tuple[Place, ...]:
    """The places of the whole intent."""
    said = turn.said.real_places
    dropped = turn.dropped.real_places if turn.dropped else ()
    gone = [p for p in dropped if any(_same(p, b) for b in base.places)]
    if not said and dropped and not gone and base.places:
        return (*base.places, *(replace(p, relation="except") for p in dropped))
    if meant := settled(turn, base):
        return meant
    if not said and not gone:
        return _reshaped(turn, base)
    if said and (moved := _homonym_within(turn, base)):
        return moved
    beside = any(p.relation == "except" for p in said) and bool(base.places)
    said = said if beside or turn.adds else _meant_alike(said, base)
    adds = bool(base.places) and turn.joins("places", len(said))
    return combined(base.places, said, gone, adds=beside or adds, same=_same)


def _reshaped(turn: Turn, base: Intent) -> tuple[Place, ...]:
    """The earlier places: a part of them, what holds them, so many kilometres around, or as they were."""
    if "relation" in turn.cleared:
        return tuple(replace(p, relation=None, distance_km=None) for p in base.places)
    kilometres = distance_alone(turn.folded)
    if kilometres is None or not base.places:
        return narrowed(turn.folded, base.places, language=turn.said.utterance.language) or base.places
    return tuple(
        replace(p, relation="within_distance" if p.relation in AT_OR_NEAR else p.relation, distance_km=kilometres)
        for p in base.places
    )


def _meant_alike(said: tuple[Place, ...], base: Intent) -> tuple[Place, ...]:
    old = base.places[0] if len(base.places) == 1 else None
    if old is None or old.relation not in _GOES_OVER:
        return said
    return tuple(
        replace(p, relation=old.relation, distance_km=old.distance_km)
        if p.relation is None and p.kind == old.kind
        else p
        for p in said
    )


def _same(a: Place, b: Place) -> bool:
    return a.name.lower() == b.name.lower() or (a.bbox == b.bbox and a.bbox is not None)


def _homonym_within(turn: Turn, base: Intent) -> tuple[Place, ...] | None:
    """ "No, the one in Ontario": another place of the name inside the place that is said."""
    said = turn.said.located
    if not base.places or len(said) != 1 or not (THE_ONE_IN.search(turn.folded) or _NO.match(turn.folded)):
        return None
    containers = said[0].homonyms
    moved, changed = [], False
    for place in base.places:
        better = next(
            (
                e
                for e in lookup(place.name)
                if e.prior > HOMONYM and any(c.id != e.id and inside(e, c) for c in containers)
            ),
            None,
        )
        if better is not None and place.kind == "country" and better.kind == "city":
            better = None  # "no, I meant Portugal" of Cuba is not the village in Portugal
        changed = changed or better is not None
        moved.append(
            place
            if better is None
            else replace(
                place, kind=better.kind, country=better.country, bbox=better.bbox, geometry_id=better.geometry_id
            )
        )
    return tuple(moved) if changed else None


def carried_months(turn: Turn, base: Intent) -> tuple[int, ...]:
    """The recurring months of the whole intent."""
    dropped = turn.dropped.months if turn.dropped else ()
    said = turn.said.months
    if turn.held is not None and not turn.said.periods:
        return ()
    if said and any(_days(p) > YEARS for p in turn.said.targets):  # "every September since 1979"
        return said
    if not said and "months" in turn.cleared:
        return ()
    if said and not _single_season(base):
        return combined(base.months, said, dropped, adds=turn.adds)
    if said or (turn.said.periods and not base.months):
        return ()
    return combined(base.months, (), dropped)


def _single_season(base: Intent) -> bool:
    """The base asks of one month, season or day of one year."""
    targets = [p for p in base.targets if p.start and p.end]
    return len(targets) == 1 and not base.months and _days(targets[0]) < 200


def _days(period: Period) -> int:
    if not period.start or not period.end:
        return 10_000
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days


def carried_periods(turn: Turn, base: Intent) -> tuple[Period, ...]:
    """The periods of the whole intent; a month alone moves within its year, a year alone keeps its months."""
    said = turn.said
    old = next((p for p in base.targets if p.start and p.end), None)
    if old and turn.held is not None and not said.targets:
        return _leant(turn, base, old, turn.held)
    if old and len(said.periods) < 2 and (touching := beside(turn.folded, base.periods)):
        return _set_against(turn, base, touching)
    if said.months and not said.periods and old and _single_season(base):
        moved = _months_of(old, said.months)
        moved = _widened(old, moved) if _widens(turn) else moved
        if turn.adds:
            return (*base.targets, moved, *(p for p in base.periods if p.role == "reference"))
        return tuple(moved if p is old else p for p in base.periods)
    if not said.periods:
        return _unsaid(turn, base, old)
    plain = not said.targets and turn.whole.cues.instead and not _AGAINST.search(turn.folded)
    targets = tuple(
        _in_its_year(replace(p, role="target"), turn, old) for p in (said.periods if plain else said.targets)
    )
    if not _WHOLE_YEAR.search(turn.folded):
        targets = tuple(_same_season(p, old, base) for p in targets)
    references = () if plain else said.references
    if turn.compares and len(targets) == 1 and base.targets and not references and not _TOGETHER.search(turn.folded):
        return (*base.targets, replace(targets[0], role="reference"))
    references = references or tuple(p for p in base.periods if p.role == "reference")
    if not targets:
        return (*base.targets, *references)
    if old and len(targets) == 1 and _widens(turn):
        until = targets[0].start == said.now.isoformat()  # "jusqu'en 2070" begins today only where nothing began before
        return (_widened(old, replace(targets[0], start=old.start) if until else targets[0]), *references)
    if old and len(targets) == 1 and (between := one_end(turn.folded, old, base.periods, targets[0])):
        return between
    if old and len(targets) == 1 and _begins_later(turn, old, targets[0]):
        targets = (replace(targets[0], end=old.end),)
    dropped = tuple(_same_season(p, old, base) for p in turn.dropped.targets) if turn.dropped else ()
    return (*combined(base.targets, targets, dropped, adds=turn.adds, same=_at_once), *references)


def _leant(turn: Turn, base: Intent, old: Period, held: Period) -> tuple[Period, ...]:
    """A time that leans on the one before: in its room, beside it, or what it is set against."""
    moved = _months_of(held, turn.said.months) if turn.said.months else held
    references = turn.said.references or tuple(p for p in base.periods if p.role == "reference")
    if turn.adds and not turn.compares and not _at_once(moved, old):
        return (*base.targets, moved, *references)
    there = tuple(moved if p is old else p for p in base.targets)
    return (*there, *references) if turn.said.references else _set_against(turn, base, (*there, *references))


def _set_against(turn: Turn, base: Intent, moved: tuple[Period, ...]) -> tuple[Period, ...]:
    """What the turn before asked of, and what it is now compared with: "more than the year before?"."""
    after = tuple(p for p in moved if p.role == "target" and not any(_at_once(p, t) for t in base.targets))
    if not (turn.compares and after and base.targets) or _TOGETHER.search(turn.folded):
        return moved
    return (*base.targets, *(replace(p, role="reference") for p in after))


def _unsaid(turn: Turn, base: Intent, old: Period | None) -> tuple[Period, ...]:
    """Without a date of its own: shifted, a whole year again, without its baseline, or what is not taken away."""
    if moved := shifted(turn.folded, base.periods):
        return _set_against(turn, base, moved)
    kept = base.periods
    if old and old.end and _SINCE_THEN.search(turn.folded) and old.end < (today := turn.said.now.isoformat()):
        start = date.fromisoformat(old.end) + timedelta(days=1)
        return tuple(replace(p, start=start.isoformat(), end=today, span=None) if p is old else p for p in kept)
    if old and "months" in turn.cleared and _single_season(base):
        year = (old.end or "")[:4]
        whole = replace(old, start=f"{year}-01-01", end=f"{year}-12-31", span=None)
        kept = tuple(whole if p is old else p for p in kept)
    if "reference" in turn.cleared:
        kept = tuple(p for p in kept if p.role != "reference")
    dropped = turn.dropped.periods if turn.dropped else ()
    return tuple(p for p in kept if not any(_at_once(p, other) for other in dropped))


def _in_its_year(period: Period, turn: Turn, old: Period | None) -> Period:
    """A day or a month without a year is one of the year before it: "and on 19 October?" of a flood in 2024."""
    if old is None or _DATED.search(turn.folded) or not _MONTH.search(turn.folded) or _days(period) > 200:
        return period
    if not old.start or not old.end or old.start[:4] != old.end[:4] or _days(old) > 200:
        return period
    year = int(old.start[:4])
    start, end = date.fromisoformat(period.start or ""), date.fromisoformat(period.end or "")
    if start.year != end.year or (start.month, start.day) == (2, 29) or (end.month, end.day) == (2, 29):
        return period
    return replace(period, start=start.replace(year=year).isoformat(), end=end.replace(year=year).isoformat())


def _widens(turn: Turn) -> bool:
    """The period is stretched, not the ground."""
    return bool(_WIDER.search(turn.folded)) and distance_alone(turn.folded) is None


# "non, à partir de 1980" of many years: they begin then, and end as they did
_BEGINS = Pattern(
    r"\b(?:from|start(?:ing)?(?: it)?(?: in| at| from| with)?|begin(?:ning)? (?:in|from|at|with)|a partir (?:de|du)|a compter de|des|en (?:partant|commencant) (?:de|en|par)|(?:par(?:s|tez|tir|tant|tons)|commence[rz]?|debute[rz]?|demarre[rz]?)(?:-la)?(?: (?:plutot|donc|seulement|juste))? (?:de|en|par|a))(?: the year| l'annee)? \d{4}(?! ?(?:[-/]|to\b|until|through|and\b|a\b|au\b|et\b|jusqu))"
)


def _begins_later(turn: Turn, old: Period, said: Period) -> bool:
    """Many years asked of before that are to begin with another one."""
    if not (old.start and old.end and said.start) or int(old.end[:4]) - int(old.start[:4]) < 2:
        return False
    return said.start < old.end and bool(_BEGINS.search(turn.folded))


def _at_once(a: Period, b: Period) -> bool:
    return (a.start, a.end, a.warming_level) == (b.start, b.end, b.warming_level)


def _months_of(old: Period, months: tuple[int, ...]) -> Period:
    start, end = month_span(int((old.end or "")[:4]), months)
    return replace(old, start=start.isoformat(), end=end.isoformat(), span=None)


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
