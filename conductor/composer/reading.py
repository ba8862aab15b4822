"""Reading: the slots of one part of a question, gathered reader by reader before it is known what is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from conductor.composer.text.cues import Cues
from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.places import PlaceEntry
from planners.intent import Period, Place, Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What the vocabulary found in the text, sorted into slots.

    `experiments` are (id, mip_era) pairs; `implied` holds what wordings carry ("change", "threshold", "assumed" …);
    `unknown_scenarios` are shaped like scenarios that do not exist; `defaulted` are (words, collection) where a mission alone was named;
    `spans` is everything that was explained, `missions` those of it that name a collection.
    """

    quantities: tuple[Quantity, ...] = ()
    phenomena: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    collections: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    servers: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    model_kinds: frozenset[str] = frozenset()
    statistics: tuple[str, ...] = ()
    aggregations: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    implied: frozenset[str] = frozenset()
    assumed: tuple[str, ...] = ()
    scenario_families: tuple[str, ...] = ()
    unknown_scenarios: tuple[str, ...] = ()
    defaulted: tuple[tuple[str, str], ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    missions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """One place as it was read, with the homonyms it might be instead, most probable first; `bare` is the name alone."""

    place: Place
    homonyms: tuple[PlaceEntry, ...]
    start: int
    end: int
    bare: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """Something filled in that was not said: a code with its parameters; `composer/assumptions` has the words."""

    code: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All slots of one part, the cue words beside them, and what had to be assumed."""

    utterance: Utterance
    now: date
    cues: Cues
    named: Named
    quantities: tuple[Quantity, ...] = ()
    phenomena: tuple[str, ...] = ()
    located: tuple[Located, ...] = ()
    periods: tuple[Period, ...] = ()
    months: tuple[int, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    collections: tuple[str, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)
    filtered: tuple[tuple[int, int], ...] = ()  # the stretches that filters were read from
    statistics: tuple[str, ...] = ()
    aggregation: str | None = None
    outputs: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    servers: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    ambiguous_dates: tuple[date, ...] = ()

    @property
    def experiments(self) -> tuple[str, ...]:
        return self.facets.get("experiment_id", ())

    @property
    def targets(self) -> tuple[Period, ...]:
        return tuple(p for p in self.periods if p.role == "target")

    @property
    def references(self) -> tuple[Period, ...]:
        return tuple(p for p in self.periods if p.role == "reference")

    @property
    def fills(self) -> bool:
        """Whether anything is said that a slot is made of: more than cue words, counts or a layout."""
        return any((self.located, self.periods, self.months, self.quantities, self.phenomena, self.facets, self.collections,
                    self.filters, self.outputs))  # fmt: skip

    @property
    def real_places(self) -> tuple[Place, ...]:
        return tuple(located.place for located in self.located)
