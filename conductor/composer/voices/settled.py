"""Settled: where vocabulary and grammar leave nothing to the tagger it is not asked, since it takes half the time of a question."""

from __future__ import annotations

from collections.abc import Mapping

from conductor.composer.reading import Reading
from conductor.composer.tagger import Tagged
from conductor.composer.voices.tags import ACTIONS, NO_ACTION
from planners.intent import Action

MEASURING = frozenset({"describe", "project", "trend", "compare"})
SEEKING = frozenset({"detect", "change"})
OF_FILES = frozenset({"find", "explain"})  # of which a facet says enough, without a place
# How often the tagger gives the action of a settled reading, on the mean.
AGREED = 0.9
# From where on an arbiter that supposes so gives an action which no vote changed in 5,071 readings of the development sets;
# a bare list of identifiers that a vote does change ("cordex arctic ARC-44 tas rcp26 mon") stands at 0.84.
SURE = 0.85


def supposed(action: Action) -> Tagged:
    """What the tagger would say who agrees and adds nothing."""
    rest = (1 - AGREED) / (len(ACTIONS) - 1)
    actions = {name: AGREED if name == action else rest for name in ACTIONS}
    return Tagged(actions=actions, spans=(), ambiguous=0.0, out_of_scope=0.0, follow_up=0.0)


def is_filled(reading: Reading, action: Action) -> bool:
    """Whether every slot that the tagger could fill for an action has been filled."""
    placed = reading.located or (reading.facets and action in OF_FILES)
    measured = reading.quantities or action not in MEASURING
    sought = reading.quantities or reading.phenomena or action not in SEEKING
    return bool(placed and measured and sought)


def is_settled(weighed: Mapping[str, float] | None, action: Action) -> bool:
    """Whether the arbiter, heard with the supposed vote, is so sure of an action that the real one is not needed."""
    return weighed is not None and weighed[action or NO_ACTION] >= SURE
