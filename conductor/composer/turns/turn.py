"""Turn: a follow-up read in the light of the turn before: what it says, what gives way, what joins, which slots it clears."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from conductor.composer.gather import read
from conductor.composer.reading import Located, Reading
from conductor.composer.replies.homonyms import at_home
from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from conductor.composer.turns.edits import Stretch, read_edit
from conductor.composer.when.pointed import Pointed, pointed
from connectors.vocabulary.patterns import Pattern
from planners.intent import Intent, Period

T = TypeVar("T")
_COMPARING = Pattern(
    r"\b(?:compar\w+|versus|vs|contrast|against|contre|face (?:a|au|aux)|face a(?:ux|u)?|en regard d\w+|(?:differen\w+ (?:with|from|to|avec)|differs? from|ecarts? avec)(?!\W*(?:the |la |le )?(?:\w+ )?(?:19|20)\d\d ?(?:-|to|a) ?(?:19|20)?\d\d\b)|(?:differe|se distingue)\w* d\w+|distinguish\w* from|par rapport a(?:ux?)?\b(?!\W*(?:\d|(?:l'|la |le |les )?(?:\w+ )?(?:an(?:nee)?s?|mois|ete|hiver|printemps|automne|periodes?|normales?|moyennes?|climatologies?|references?|epoque|decennie|siecle|passe|preindustriel\w*|pre-industriel\w*|niveaux?|avant|maintenant|aujourd'hui)\b))|(?:comment|ou) (?:ca|cela|cette annee|il|elle) se (?:situe|place|classe|compare)|how (?:does|do|did) (?:it|that|this|they) (?:rank|compare|stack up))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The turn as a whole, and its parts told by what they do to the slots of the turn before.

    `said` replaces, or joins where `adds`; `joined` always joins; `dropped` gives way; `cleared` names slots that are emptied.
    """

    whole: Reading
    said: Reading
    dropped: Reading | None = None
    joined: Reading | None = None
    cleared: frozenset[str] = frozenset()
    adds: bool = False
    compares: bool = False  # with something that it names
    axis: str | None = None  # of the comparison that the turn before asked for
    held: Period | None = None  # "that year", "the winter after": a time that leans on the one before

    @property
    def folded(self) -> str:
        return self.said.utterance.folded

    def joins(self, axis: str, count: int = 1) -> bool:
        """Whether values along an axis join: added, or one more thing for a comparison along it."""
        cues = self.said.cues
        one_more = self.axis == axis and count == 1 and self.dropped is None
        return self.adds or (one_more and not (cues.instead or cues.only or cues.repeat))

    def sought(self, intent: Intent) -> tuple[str, ...]:
        """The phenomena said, without those that only bound scenes: "loosen the clouds to 40 %", "too cloudy, use radar"."""
        scenes = intent.action == "find" and bool(intent.collections)
        bounded = bool(self.cleared & {"cloud", "snow"}) or (scenes and not self.said.cues.detect)
        return tuple(p for p in self.said.phenomena if not (bounded and p in ("cloud", "snow")))


def read_turn(whole: Utterance, base: Intent, now: date, *, reading: Reading | None = None) -> Turn:
    """Read a follow-up; dates lean on the period, seasons on the hemisphere, filters on the collections of `base`."""

    pairs = base.action == "change"
    countries = frozenset(p.country for p in base.places if p.country)

    def reader(part: Utterance) -> Reading:
        return at_home(
            read(part, now=now, anchor=anchor(base), hemisphere=southern(base), seen=base.collections, pairs=pairs),
            countries,
        )

    leaning = _leaning(whole, base)
    if leaning is not None:
        whole, reading = whole.hidden([(leaning.start, leaning.end)]), None
    reading = at_home(reading, countries) if reading and not pairs else reader(whole)
    edit = read_edit(whole.folded)
    dropped = _known(reader(only(whole, edit.dropped)), base) if edit.dropped else None
    if dropped is not None and not (edit.cleared or says(dropped)):
        dropped = None
    joined = reader(only(whole, edit.joined)) if edit.joined else None
    away = (*(edit.dropped if dropped else ()), *(edit.joined if joined else ()))
    cues = reading.cues
    comparing = cues.than or bool(_COMPARING.search(whole.folded))
    return Turn(
        whole=reading,
        said=reader(whole.hidden(away)) if away else reading,
        dropped=dropped,
        joined=joined,
        cleared=edit.cleared,
        adds=(cues.add or comparing) and joined is None and not cues.instead and dropped is None,
        compares=comparing and dropped is None,
        axis=base.compared if base.action == "compare" else None,
        held=leaning.period if leaning else None,
    )


def _leaning(whole: Utterance, base: Intent) -> Pointed | None:
    """The time that the turn points at from the only one asked of before."""
    targets = base.targets
    return (
        pointed(whole.folded, targets[0], hemisphere=southern(base)) if len(targets) == 1 and not base.months else None
    )


def _known(dropped: Reading, base: Intent) -> Reading:
    """What gives way, names of the turn before among it that are too common or short to be read alone: "sans Nice", "without pr"."""
    folded = dropped.utterance.folded

    def found(*names: str | None) -> bool:
        return any(name and re.search(rf"\b{re.escape(fold(name))}\b", folded) for name in names)

    places = tuple(p for p in base.places if found(p.name))
    quantities = tuple(q for q in base.quantities if found(q.name, q.variable_id, q.indicator, q.spectral_index))
    located = tuple(Located(place=p, homonyms=(), start=0, end=0, bare=(0, 0)) for p in places)
    return replace(dropped, located=dropped.located or located, quantities=dropped.quantities or quantities)


def only(whole: Utterance, spans: Iterable[Stretch]) -> Utterance:
    """The utterance with everything but some stretches blanked."""
    gaps, last = [], 0
    for start, end in sorted(spans):
        gaps.append((last, start))
        last = end
    return whole.hidden([*gaps, (last, len(whole.text))])


def says(r: Reading) -> bool:
    """Whether any slot is filled."""
    return bool(
        r.located or r.periods or r.months or r.quantities or r.phenomena or r.facets or r.collections or r.filters
        or r.statistics or r.aggregation or r.outputs or r.models or r.processes
    )  # fmt: skip


def southern(base: Intent) -> str | None:
    """The hemisphere of the turn before, where it is the southern one."""
    boxes = [place.bbox for place in base.places if place.bbox and place.kind != "globe"]
    return "south" if boxes and boxes[0].center[1] < 0 else None


def anchor(base: Intent) -> tuple[date, date] | None:
    """The period of the turn before."""
    target = next((p for p in base.targets if p.start and p.end), None)
    if target is None or target.start is None or target.end is None:
        return None
    return date.fromisoformat(target.start), date.fromisoformat(target.end)


def combined(
    old: Sequence[T],
    said: Sequence[T],
    dropped: Sequence[T] = (),
    *,
    adds: bool = False,
    same: Callable[[T, T], bool] = lambda a, b: a == b,
) -> tuple[T, ...]:
    """One slot of the whole intent: what gives way makes room for what is said, which else joins or replaces what was there."""
    kept = [value for value in old if not any(same(value, other) for other in dropped)]
    if adds or len(kept) < len(old):
        at = next((n for n, value in enumerate(old) if any(same(value, other) for other in dropped)), len(kept))
        fresh = [value for value in said if not any(same(value, other) for other in kept)]
        return (*kept[:at], *fresh, *kept[at:])
    return tuple(said) or tuple(old)
