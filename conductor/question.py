"""Question: an utterance with its context, and Turn: one earlier exchange."""

from __future__ import annotations

from dataclasses import dataclass

from planners.intent import Intent

MAX_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One earlier exchange of the same conversation, oldest first in a history."""

    question: str
    intents: tuple[Intent, ...] = ()
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, when (UTC ISO 8601), in which language (None: to be recognised), after which turns."""

    text: str
    asked_at: str
    language: str | None = None
    history: tuple[Turn, ...] = ()
    choice: str | None = None  # the answer to an earlier clarification: an option's label, free text or "skip"
