"""The planner seam: a recipe accepts an intent and turns it into steps."""

from __future__ import annotations

from typing import Protocol

from connectors.offers import Source
from planners.intent import Intent
from planners.plan import Step


class Recipe(Protocol):
    """One kind of question. `steps` is pure: same intent and sources, same steps."""

    action: str

    def steps(self, intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
        """The steps that answer `intent` (ids local to it); raises NoPlan."""
