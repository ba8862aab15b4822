"""What can go wrong between a question and its answer.

    ConductorError
    ├── BadQuestion       empty, too long, not text
    ├── OverBudget        the quote exceeds the ceiling that was set
    └── NothingUsable     every source and step failed; the reports say how

`connectors.errors` and `planners.errors` pass through untouched. Every message says what happened, to what, what to try.
"""

from __future__ import annotations


class ConductorError(Exception):
    """Base of all errors of asking."""


class BadQuestion(ConductorError):
    """The question cannot be read at all."""


class OverBudget(ConductorError):
    """The plan would cost more than the asker allowed."""


class NothingUsable(ConductorError):
    """Nothing came back that could answer."""
