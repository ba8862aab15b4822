"""What a listening interface may show while a question is being answered; every run's log is a list of these."""

from __future__ import annotations

from dataclasses import dataclass

from conductor.answer import Answer, Understanding
from conductor.results import StepResult
from planners.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The question was read."""

    understanding: Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The plan is made and quoted; nothing has run yet."""

    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStarted:
    """A step's inputs are ready and it has been sent off."""

    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProgressed:
    """A step that runs elsewhere has come further: `percent` where its server says so, the server's own words."""

    step: str
    source: str
    percent: float | None = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEnded:
    """A step ended, one way or another."""

    result: StepResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The last event of every run."""

    answer: Answer


Event = Understood | Planned | StepStarted | StepProgressed | StepEnded | Answered
