"""Pooling: the readings of two readers of one question joined, by Dempster's rule of combination (Dempster 1967, Shafer 1976).

What a reader's probabilities leave to 1 is its doubt. Readings that agree grow more probable, those that exclude each other
less; with a second reader that is never right nothing changes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from conductor.answer import Clarification, Understanding
from conductor.composer.contract import intent_to_dict
from planners.intent import Intent

MOST = 0.95  # no reading is surer than the grammar's surest
LEAST = 0.02  # readings less probable than this are not worth a plan
RESCUE = 0.5  # how probable a reading must be to stand against "out of scope"


def join(understanding: Understanding, readings: Sequence[Intent], *, assumptions: Sequence[str] = ()) -> Understanding:
    """Let a second reader's readings, with their probabilities, join those of an understanding.

    `assumptions` are sentences on what these readings rest on beyond the text; each is said once.
    A follow-up is left as it is, since its values stand in the turns before. So is a refusal, but for "out of scope" where
    the second reader is more likely right than not and found something to measure or to look for.
    """
    if not readings or any(intent.follow_up for intent in understanding.intents):
        return understanding
    if understanding.declined is not None:
        return _rescued(understanding, readings, assumptions)
    first, second = _by_part(understanding.intents), _by_part(readings)
    if first and set(first) != set(second):
        return understanding  # they do not even agree on what the question's parts are
    joined = tuple(i for part in sorted(second) for i in _combined(first.get(part, ()), second[part]))
    said = tuple(dict.fromkeys((*understanding.assumptions, *assumptions)))
    return replace(understanding, intents=joined, clarification=_moved(understanding, joined), assumptions=said)


def _rescued(understanding: Understanding, readings: Sequence[Intent], assumptions: Sequence[str]) -> Understanding:
    told = [i for i in readings if i.quantities or i.phenomena or i.collections or i.facets or i.processes or i.models]
    scope = understanding.declined is not None and understanding.declined.reason == "out_of_scope"
    if not scope or not told or max(intent.probability for intent in told) < RESCUE:
        return understanding
    return replace(understanding, intents=tuple(told), declined=None, assumptions=tuple(assumptions))


def _combined(first: Sequence[Intent], second: Sequence[Intent]) -> tuple[Intent, ...]:
    """One part's readings with their joint probabilities, most probable first."""
    ours, theirs = _masses(first), _masses(second)
    doubts = max(0.0, 1 - sum(ours.values())), max(0.0, 1 - sum(theirs.values()))
    known = {key_of(intent): intent for intent in (*second, *first)}  # the first reader's words, where both have one
    masses = {}
    for key in known:
        p, q = ours.get(key, 0.0), theirs.get(key, 0.0)
        masses[key] = p * q + p * doubts[1] + doubts[0] * q
    total = sum(masses.values()) + doubts[0] * doubts[1]
    shares = {key: mass / total for key, mass in masses.items()} if total > 0 else dict(ours)
    ranked = sorted(shares, key=lambda key: (-shares[key], key not in ours, key))
    kept = [replace(known[key], probability=round(min(MOST, shares[key]), 3)) for key in ranked]
    return tuple(intent for intent in kept if intent.probability >= LEAST)


def _masses(readings: Sequence[Intent]) -> dict[str, float]:
    masses: dict[str, float] = {}
    for intent in readings:
        masses[key_of(intent)] = masses.get(key_of(intent), 0.0) + intent.probability
    return masses


def _by_part(intents: Sequence[Intent]) -> Mapping[int, tuple[Intent, ...]]:
    parts: dict[int, tuple[Intent, ...]] = {}
    for intent in intents:
        parts[intent.part] = (*parts.get(intent.part, ()), intent)
    return parts


def key_of(intent: Intent) -> str:
    """What two readings share that mean the same: all but probabilities, spans, names, and the order within a slot."""
    document = intent_to_dict(intent)
    for unimportant in ("probability", "topics", "together", "words"):
        document.pop(unimportant)
    return json.dumps(_unordered(document), sort_keys=True)


def _unordered(value: object) -> object:
    if isinstance(value, dict):
        return {key: _unordered(v) for key, v in value.items() if key not in ("span", "name")}
    if isinstance(value, list) and not all(isinstance(v, float) for v in value):
        return sorted((_unordered(v) for v in value), key=lambda v: json.dumps(v, sort_keys=True))
    return value


def _moved(understanding: Understanding, joined: tuple[Intent, ...]) -> Clarification | None:
    """The question back, its options pointing at the readings where they now stand."""
    asked = understanding.clarification
    if asked is None:
        return None
    places = {key_of(intent): number for number, intent in enumerate(joined)}
    options = []
    for option in asked.options:
        if option.intent is None:
            options.append(option)
        elif (now := places.get(key_of(understanding.intents[option.intent]))) is not None:
            options.append(replace(option, intent=now, probability=joined[now].probability))
    return replace(asked, options=tuple(options))
