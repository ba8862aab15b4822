"""Questions understood on one day, for tests of the composer."""

from __future__ import annotations

from collections.abc import Sequence

from conductor.answer import Understanding
from conductor.composer.grammar import understand
from conductor.question import Question, Turn
from planners.intent import Intent

NOW = "2026-06-15T12:00:00Z"


def understood(text: str, *, after: Sequence[str] = ()) -> Understanding:
    """What is understood of a question after earlier ones."""
    history: tuple[Turn, ...] = ()
    for earlier in after:
        said = understand(Question(text=earlier, asked_at=NOW, history=history))
        history = (*history, Turn(question=earlier, intents=said.intents))
    return understand(Question(text=text, asked_at=NOW, history=history))


def first(text: str, *, after: Sequence[str] = ()) -> Intent:
    """The most probable reading of a question."""
    return understood(text, after=after).intents[0]


def parts(text: str) -> list[Intent]:
    """The most probable reading of each part."""
    said = understood(text)
    assert said.declined is None
    intents: dict[int, Intent] = {}
    for intent in said.intents:
        intents.setdefault(intent.part, intent)
    return list(intents.values())


def reason(text: str, *, after: Sequence[str] = ()) -> str | None:
    """Why a question is declined, or None."""
    said = understood(text, after=after)
    return said.declined.reason if said.declined else None
