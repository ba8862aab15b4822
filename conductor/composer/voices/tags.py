"""What the tagger tells apart: actions, kinds of span, and their tags (BIO, Ramshaw & Marcus 1995)."""

from __future__ import annotations

from typing import Final, get_args

from planners.intent import Action

NO_ACTION: Final = "none"
ACTIONS: Final[tuple[str, ...]] = (*get_args(Action), NO_ACTION)
SLOTS: Final[tuple[str, ...]] = (
    "quantity",
    "phenomenon",
    "place",
    "period",
    "scenario",
    "model",
    "collection",
    "statistic",
    "process",
    "filter",
    "threshold",
    "facet",
)
OUTSIDE: Final = "O"
TAGS: Final[tuple[str, ...]] = (OUTSIDE, *(f"{part}-{slot}" for slot in SLOTS for part in ("B", "I")))
FLAGS: Final[tuple[str, ...]] = ("ambiguous", "out_of_scope", "follow_up")
