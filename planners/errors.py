"""What can be wrong with a plan.

PlannerError
├── InvalidPlan     duplicate ids, unknown references, a cycle
└── NoPlan          no recipe knows how to answer this intent; says what is missing and what is near
"""

from __future__ import annotations


class PlannerError(Exception):
    """Base of all planning errors."""


class InvalidPlan(PlannerError):
    """The graph does not hold together."""


class NoPlan(PlannerError):
    """Nothing registered can answer the intent; `missing` names what is not there, `nearest` what can be asked instead."""

    def __init__(self, message: str, *, missing: str = "", nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.missing = missing
        self.nearest = nearest
