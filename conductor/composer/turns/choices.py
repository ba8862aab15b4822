"""An answer to a clarification — an option, free text or "skip" — applied to the understanding it settles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from conductor.answer import Understanding
from conductor.composer.text.calendar_words import fold
from conductor.question import Question, Turn

_SKIP = frozenset({"skip", "passer", "passe", "ignore", "any", "peu importe"})


def chosen(understanding: Understanding, choice: str, understand: Callable[[Question], Understanding]) -> Understanding:
    """Settle the clarification; an answer that is no option is read as a follow-up."""
    asked = understanding.clarification
    settled = replace(understanding, clarification=None)
    if asked is None or fold(choice).strip() in _SKIP:
        return settled
    option = next((o for o in asked.options if fold(o.label) == fold(choice).strip()), None)
    if option is None:
        option = next(
            (o for o in asked.options if fold(choice).strip() and fold(choice).strip() in fold(o.label)), None
        )
    if option is not None and option.intent is not None:
        first = understanding.intents[option.intent]
        others = tuple(i for n, i in enumerate(understanding.intents) if n != option.intent and i.part != first.part)
        return replace(settled, intents=(replace(first, probability=0.95), *others))
    text = option.label if option else choice
    turn = Turn(question=understanding.question, intents=understanding.intents)
    answer = understand(
        Question(text=text, asked_at=understanding.asked_at, language=understanding.language, history=(turn,))
    )
    return replace(settled, intents=answer.intents or understanding.intents, declined=answer.declined)
