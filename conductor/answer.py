"""Understanding, Clarification, Declined, Response, Answer: what a person gets, as the contracts write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from connectors.items import Caveat, Item, Link, Series, SourceReport, Table
from planners.intent import Intent
from planners.quote import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to settle a clarification; `effect` says what would differ."""

    label: str
    intent: int | None = None
    probability: float | None = None
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """A question back: asked only when readings would give different results and none is clearly ahead."""

    slot: str
    question: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """Why nothing is done: contradiction, no_such_data or out_of_scope; `nearest` names what there is."""

    reason: str
    message: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """The composer's output: ranked readings, or a question back, or a refusal."""

    question: str
    language: str
    asked_at: str
    intents: tuple[Intent, ...] = ()
    clarification: Clarification | None = None
    assumptions: tuple[str, ...] = ()
    declined: Declined | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Whom to credit for the data: text, DOI, licence."""

    text: str
    doi: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """p(reading) × p(the evidence answers that reading), and the measured parts of the second."""

    reading: float
    evidence: float
    parts: Mapping[str, float] = field(default_factory=dict)

    @property
    def probability(self) -> float:
        return round(self.reading * self.evidence, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fused claim before it has words: a result with its conditions, evidence and score."""

    intent: int
    part: int
    step: str = ""  # the response step it was made by
    order: int = 0  # of asking: that step's place in the plan
    kind: str  # value | series | map | items | table | explanation
    role: str  # what it says of the question: level, change, side, contrast, trend, crossing, share, listing, …
    score: Score
    value: float | None = None
    units: str | None = None
    low: float | None = None
    high: float | None = None
    range_meaning: str | None = None
    n: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    quantity: Mapping[str, Any] | None = None
    place: Mapping[str, Any] | None = None
    period: Mapping[str, Any] | None = None
    reference: Mapping[str, Any] | None = None
    conditions: Mapping[str, Any] = field(default_factory=dict)
    series: Series | None = None
    table: Table | None = None
    items: tuple[Item, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    derived_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A finding with its rank, likelihood word and sentence in the asker's language."""

    rank: int
    probability: float
    likelihood: str
    statement: str
    finding: Finding
    caveats: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """What the run really cost."""

    seconds: float = 0.0
    bytes: int = 0
    requests: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The ranked responses to a question, with every source's report; `complete` false unless all that could matter answered."""

    run: str
    question: str
    language: str
    complete: bool
    summary: str
    responses: tuple[Response, ...] = ()
    sources: tuple[SourceReport, ...] = ()
    clarification: Clarification | None = None
    declined: Declined | None = None
    assumptions: tuple[str, ...] = ()
    quote: Quote = Quote()
    actual: Actual = Actual()

    def to_dict(self) -> dict[str, Any]:
        """The answer as the answer contract's JSON."""
        from conductor.contract import answer_to_dict

        return answer_to_dict(self)
