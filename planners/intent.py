"""Intent: one reading of a question, its slots resolved to identifiers (the understanding contract)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from connectors.extents import BBox, Interval

ACTIONS = ("find", "describe", "project", "compare", "trend", "detect", "change", "simulate", "train", "explain")

Action = Literal["find", "describe", "project", "compare", "trend", "detect", "change", "simulate", "train", "explain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where in the question a value was read, and how sure that reading is (0…1)."""

    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A bound on a quantity: `op` is one of > >= < <= ==, `units` as CF / UDUNITS writes them."""

    op: str
    value: float
    units: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What is measured: a CF standard name, a CMIP6 variable, an xclim indicator or a spectral index."""

    name: str
    standard_name: str | None = None
    variable_id: str | None = None
    indicator: str | None = None
    spectral_index: str | None = None
    threshold: Threshold | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: the bbox is the whole named place's own; `geometry_id` points at its polygon in the vocabulary."""

    name: str
    kind: str
    country: str | None = None
    bbox: BBox | None = None
    relation: str | None = None
    distance_km: float | None = None
    geometry_id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When: inclusive ISO dates, either end open, or a warming level in kelvin above pre-industrial."""

    role: Literal["target", "reference"] = "target"
    start: str | None = None
    end: str | None = None
    warming_level: float | None = None
    span: Span | None = None

    @property
    def interval(self) -> Interval:
        return Interval(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One reading, complete in itself; field by field as in the understanding contract."""

    part: int = 1
    probability: float = 1.0
    action: Action | None = None
    quantities: tuple[Quantity, ...] = ()
    phenomena: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    periods: tuple[Period, ...] = ()
    months: tuple[int, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    collections: tuple[str, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)
    statistics: tuple[str, ...] = ()
    aggregation: str | None = None
    compared: str | None = None
    outputs: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    servers: tuple[str, ...] = ()  # process servers that are named, by vocabulary or source id
    models: tuple[str, ...] = ()
    follow_up: bool = False
    together: tuple[str, ...] = ()  # facets of which a model must have every value that is asked for, not any
    words: str = ""  # what a `find` of datasets is about, where no vocabulary has it
    topics: tuple[str, ...] = ()  # what an `explain` is about: vocabulary ids such as `experiment_id:hist-1950`

    @property
    def targets(self) -> tuple[Period, ...]:
        return tuple(p for p in self.periods if p.role == "target")

    @property
    def reference(self) -> Period | None:
        return next((p for p in self.periods if p.role == "reference"), None)
