"""Voices: the arbiter and the tagger heard beside the grammar. Vocabulary and grammar come first, then places that the gazetteer
confirms, then the tagger's spans, then the vocabulary entry nearest to one.

Each bound below was set on questions that the rules had not seen. A voice that helped nowhere is not heard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from conductor.composer.reading import Located, Reading
from conductor.composer.tagger import Tagged, TaggedSpan, tagged
from conductor.composer.text.supply import supply_remarks
from conductor.composer.voices.arbiter import shares
from conductor.composer.voices.borne_out import borne_out
from conductor.composer.voices.settled import MEASURING, SEEKING, is_filled, is_settled, supposed
from conductor.composer.voices.tags import NO_ACTION
from conductor.composer.what.ice import of_lakes
from conductor.composer.what.nearest import PHENOMENON
from conductor.composer.what.said_once import merged
from conductor.composer.where.bearers import as_place, weighed
from conductor.composer.where.mistaken import OF_A_STORM
from conductor.composer.where.relations import relation
from conductor.composer.wish.able import asks_whether_it_forecasts
from conductor.composer.wish.actions import Decision, decide
from conductor.composer.wish.changing import (
    between_images,
    came_or_went,
    drifted,
    grows_there,
    is_measured,
    loss_measured,
    two_dates,
)
from conductor.composer.wish.contrasts import own_baseline, possible_axis, unnamed
from conductor.composer.wish.drift import COURSE, amount_over_years, tells_direction
from conductor.composer.wish.explaining import (
    asks_by_what_way,
    asks_how_alike,
    asks_how_one_trains,
    asks_looks,
    asks_of_a_tool,
    asks_price,
    asks_whether_possible,
    judges_scenarios,
    quotes_report,
    tells_how_it_is,
    tells_more,
)
from conductor.composer.wish.finding import firmly_not
from conductor.composer.wish.matter import GROUND_MOTION, future, imagery, of_terrain
from conductor.composer.wish.model_search import seeks_model
from conductor.composer.wish.offered import asks_what_there_is
from conductor.composer.wish.running import supposes_breach
from conductor.composer.wish.wanted import RATE, by_steps, comes_about, warned_of
from connectors.vocabulary.phenomena import phenomenon
from connectors.vocabulary.places import lookup
from connectors.vocabulary.quantities import QuantityEntry, quantity
from connectors.vocabulary.spelling import normalise
from connectors.vocabulary.toponym_keys import says_one_kind
from connectors.vocabulary.toponym_signs import is_a_common_noun
from planners.intent import Action, Intent, Quantity

_EXPLAINED: tuple[Callable[[Reading], bool], ...] = (
    asks_whether_possible,
    quotes_report,
    asks_price,
    tells_more,
    asks_how_alike,
    asks_looks,
    asks_of_a_tool,
    judges_scenarios,
    asks_by_what_way,
    asks_how_one_trains,
    asks_whether_it_forecasts,
)
# Words that ask for an action so plainly that the rest of the sentence cannot speak against it.
_OUTRIGHT_WORDS: Mapping[str, Callable[[Reading], bool]] = {
    "simulate": lambda r: bool(r.models) or supposes_breach(r),  # a model named to be run
    "train": lambda r: r.cues.train_verb,
    "find": lambda r: asks_what_there_is(r) or seeks_model(r),
    "change": lambda r: came_or_went(r) or between_images(r) or drifted(r) or (r.cues.before_after and two_dates(r)),
    "trend": lambda r: (
        tells_direction(r.utterance.folded) or amount_over_years(r) or bool(COURSE.search(r.utterance.folded))
    ),
    "detect": lambda r: (
        loss_measured(r, r.cues) or warned_of(r) or tells_how_it_is(r) or bool(supply_remarks(r.utterance.folded))
    ),
    "project": comes_about,
    "compare": unnamed,
    "explain": lambda r: any(asked(r) for asked in _EXPLAINED),
    "describe": tells_how_it_is,
}
OUTRIGHT = frozenset({"compare", "change", "simulate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """From where on the tagger is believed."""

    rule: float = 0.1  # the most that the arbiter may give the grammar's action where another overrules it
    contrast: float = 0.02  # the same for an action that is only read where words ask for it outright
    overrules: float = 0.4  # the least that the arbiter gives the action that overrules it
    rival: float = 0.4  # the least probability of an action that becomes a reading beside the first
    span: float = 0.4  # the least confidence of a span
    likeness: float = 0.5  # the least likeness of a span and an entry
    place: float = 0.7  # the least confidence of a span that is looked up as a place
    follows: float = 0.9  # from where on a turn leans on the one before


POLICY = Policy()
# The share of the first reading that another one gets at most.
RIVAL_SHARE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A reading with what the voices added, what is wanted, what else may be wanted with its share, and what the tagger said or is supposed to say."""

    reading: Reading
    decision: Decision
    rivals: tuple[tuple[Decision, float], ...] = ()
    said: Tagged | None = None


def heard(reading: Reading) -> Heard:
    """Decide what is wanted, the arbiter heard where it rules out what the grammar says."""
    decision = decide(reading)
    if decision.action is None:
        return Heard(reading=reading, decision=decision)
    if is_filled(reading, decision.action):
        agreeing = supposed(decision.action)
        if is_settled(shares(reading, agreeing), decision.action):
            return Heard(reading=reading, decision=decision, said=agreeing)
    said = tagged(reading.utterance.text)
    if said is None:
        return Heard(reading=reading, decision=decision)
    weighed = shares(reading, said)
    wanted = overruled(reading, decision, weighed)
    reading = filled(reading, wanted, said)
    return Heard(reading=reading, decision=wanted, rivals=rivals(reading, wanted, weighed), said=said)


def overruled(reading: Reading, decision: Decision, weighed: Mapping[str, float] | None) -> Decision:
    """The grammar's decision, or the arbiter's where it all but rules that out and the words bear another one out."""
    bound = POLICY.contrast if decision.action in OUTRIGHT else POLICY.rule
    outright = _OUTRIGHT_WORDS.get(decision.action or NO_ACTION)
    if outright is not None and outright(reading):
        return decision
    if weighed is None or weighed[decision.action or NO_ACTION] > bound:
        return decision
    best = max(weighed, key=lambda name: (weighed[name] if name != NO_ACTION else 0.0, name))
    if weighed[best] < POLICY.overrules:
        return decision
    if decision.action == "simulate" and best == "find" and not reading.cues.find:
        return decision
    return as_decision(reading, best, certainty=decision.certainty) or decision


def rivals(
    reading: Reading, decision: Decision, weighed: Mapping[str, float] | None
) -> tuple[tuple[Decision, float], ...]:
    """The arbiter's likeliest other action, where it is likely."""
    others = {name: p for name, p in (weighed or {}).items() if name != (decision.action or NO_ACTION)}
    best = max(others, key=lambda name: (others[name], name)) if others else None
    if best is None or others[best] < POLICY.rival:
        return ()
    other = as_decision(reading, best, certainty=decision.certainty)
    return ((other, RIVAL_SHARE * others[best]),) if other else ()


def as_decision(reading: Reading, name: str, *, certainty: float) -> Decision | None:
    """An action of the tagger's as a decision, or None where no word of the reading bears it out."""
    cues = reading.cues
    borne = {
        "change": (cues.change or cues.difference or cues.before_after)
        and not (grows_there(reading) or _of_measures(reading)),
        "compare": cues.compare
        or cues.than
        or cues.which_of
        or cues.difference
        or cues.comparative
        or cues.match
        or cues.against,
        "describe": bool(reading.quantities) or not imagery(reading),
        "detect": cues.detect or bool(reading.phenomena),
        "project": future(reading),
        "simulate": cues.simulate or (cues.run and bool(reading.models)),
        "train": cues.train,
        "trend": (cues.trend or (cues.has_changed and not two_dates(reading)))
        and not (of_terrain(reading) or by_steps(reading) or grows_there(reading))
        and (not future(reading) or bool(RATE.search(reading.utterance.folded))),
        "find": not firmly_not(reading, cues),
        "explain": not (reading.located and of_terrain(reading)) and not _of_the_ground(reading),
    }
    if name not in get_args(Action) or not borne.get(name, True):
        return None
    axis = possible_axis(reading) if name == "compare" and not own_baseline(reading) else None
    if name == "compare" and axis is None:
        return None
    return Decision(action=cast(Action, name), certainty=certainty, compared=axis)


def _of_measures(reading: Reading) -> bool:
    """Whether only what is measured is asked of, of which no two images tell a difference."""
    measured = any(is_measured(q, reading.utterance.folded) for q in reading.quantities)
    return measured and not (imagery(reading) or reading.phenomena)


def _of_the_ground(reading: Reading) -> bool:
    """Whether something is asked of ground that is named or pointed at, which no explanation answers."""
    cues = reading.cues
    explained = cues.how_to or cues.meaning or cues.about_us or cues.metadata or cues.quality or cues.citation
    named = reading.quantities or reading.phenomena
    asked = named or cues.has_changed or cues.trend
    placed = bool(reading.located and named) and not (cues.what_is or reading.collections or reading.facets)
    return not explained and ((cues.here and bool(asked)) or placed)


def filled(reading: Reading, decision: Decision, said: Tagged) -> Reading:
    """The reading with the slots filled that the vocabulary left empty and its action needs."""
    if not reading.located:
        free = [span for span in said.spans if not _meets(span, reading.named.spans) and not _in_time(reading, span)]
        reading = replace(reading, located=tuple(_places(reading, free)))
    free = [
        span
        for span in said.spans
        if not (_in_time(reading, span) or _in_place(reading, span) or _meets(span, reading.filtered))
    ]
    if GROUND_MOTION.search(reading.utterance.folded):  # no variable and no phenomenon is the ground's own motion
        return reading
    if decision.action in MEASURING and not reading.quantities and not of_terrain(reading):
        return replace(reading, quantities=of_lakes(merged(list(_quantities(reading, free))), reading.phenomena))
    if decision.action in SEEKING and not reading.phenomena and not reading.quantities:
        return replace(reading, phenomena=tuple(dict.fromkeys(_phenomena(free))))
    return reading


def _in_place(reading: Reading, span: TaggedSpan) -> bool:
    return _meets(span, ((item.start, item.end) for item in reading.located))


def _in_time(reading: Reading, span: TaggedSpan) -> bool:
    typed = reading.utterance.span(span.start, span.end)
    return any(s.start < typed.end and typed.start < s.end for p in reading.periods if (s := p.span))


def _meets(span: TaggedSpan, others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in others)


def _quantities(reading: Reading, spans: Iterable[TaggedSpan]) -> Iterable[Quantity]:
    for span in spans:
        near = next(iter(span.near), None)
        if span.slot != "quantity" or near is None or span.confidence < POLICY.span or near.likeness < POLICY.likeness:
            continue
        entry = quantity(near.entry)
        if entry is not None and borne_out(entry, reading.utterance.text[span.start : span.end]):
            yield _quantity(reading, span, entry, confidence=span.confidence * near.likeness)


def _quantity(reading: Reading, span: TaggedSpan, entry: QuantityEntry, *, confidence: float) -> Quantity:
    return Quantity(
        name=reading.utterance.text[span.start : span.end], standard_name=entry.standard_name,
        variable_id=None if entry.indicator else entry.variable_id, indicator=entry.indicator, spectral_index=entry.spectral_index,
        span=reading.utterance.span(span.start, span.end, confidence=round(confidence, 3)),
    )  # fmt: skip


def _phenomena(spans: Iterable[TaggedSpan]) -> Iterable[str]:
    for span in spans:
        near = next(iter(span.near), None)
        if span.slot == "phenomenon" and near and span.confidence >= POLICY.span and near.likeness >= POLICY.likeness:
            entry = phenomenon(near.entry.removeprefix(PHENOMENON))
            if entry is not None:
                yield entry.id


def _places(reading: Reading, spans: Iterable[TaggedSpan]) -> Iterable[Located]:
    for span in spans:
        if (
            span.slot != "place"
            or span.confidence < POLICY.place
            or OF_A_STORM.before(reading.utterance.folded, span.start)
        ):
            continue
        text = reading.utterance.text
        words = text[span.start : span.end]
        if re.search(r"\w\Z", words) and re.match(r"\w", text[span.end :]):
            continue  # the "valle" of a valley
        if re.match(r"\w", words) and re.search(r"\w\Z", text[: span.start]):
            continue  # the "on" of a lagoon
        if says_one_kind(normalise(words)) or is_a_common_noun(words, text):
            continue  # the "rivière de" of "la rivière de mon village"
        homonyms = lookup(words, reading.utterance.language)
        if homonyms:
            homonyms = weighed(reading.utterance, homonyms, (span.start, span.end))
            where = reading.utterance.span(span.start, span.end, confidence=span.confidence)
            place = replace(as_place(homonyms[0], name=words, utterance=reading.utterance), span=where)
            bare = (span.start, span.end)
            said = relation(reading.utterance.folded, *bare, floor=0)
            if said and not said.way:
                place = replace(place, relation=said.name, distance_km=said.distance_km)
            yield Located(place=place, homonyms=homonyms, start=span.start, end=span.end, bare=bare)


def leans(reading: Reading) -> bool:
    """Whether the tagger takes a turn to lean on the one before."""
    said = tagged(reading.utterance.text)
    return said is not None and said.follow_up >= POLICY.follows


def support(reading: Reading, action: str | None, *, said: Tagged | None = None) -> float | None:
    """The tagger's probability of an action, None where there is no tagger: whether two voices agree tells how sure to be."""
    said = said or tagged(reading.utterance.text)
    return None if said is None else said.actions[action or NO_ACTION]


def with_rivals(intents: tuple[Intent, ...], others: Iterable[tuple[Decision, float]]) -> tuple[Intent, ...]:
    """The readings and, after them, the first of them with another action, as probable as its share of the first says."""
    first, doubt = intents[0], 1 - sum(intent.probability for intent in intents)
    beside = (
        replace(
            first, action=d.action, compared=d.compared, probability=round(min(doubt, first.probability * share), 3)
        )
        for d, share in others
    )
    return (*intents, *beside)
