"""Talk in the terminal: one conversation, its turns kept, questions back answered in place."""

from __future__ import annotations

import sys
from dataclasses import replace

from rich.console import Console

from conductor.answer import Answer
from conductor.ask import Conductor
from conductor.errors import ConductorError
from conductor.interfaces.cli.asking import follow, instant
from conductor.interfaces.cli.exits import complain
from conductor.interfaces.cli.render import print_answer
from conductor.question import Question, Turn
from conductor.settings import Settings
from connectors.errors import ConnectorError
from planners.errors import PlannerError

GREETING = "Ask about climate or Earth observation, in English or French. An empty line or Ctrl-D ends."


async def talk(settings: Settings) -> None:
    """Read questions from stdin until it ends; an error is said and the talk goes on."""
    console = Console(highlight=False)
    if sys.stdin.isatty():
        console.print(f"[dim]{GREETING}[/]")
    turns: tuple[Turn, ...] = ()
    asked_back: tuple[Question, Answer] | None = None
    async with Conductor.from_settings(settings) as conductor:
        while (text := _read(console)) is not None:
            question = _next(text, asked_back, turns)
            try:
                answer = await follow(conductor, question, quiet=False)
            except (ConductorError, ConnectorError, PlannerError) as error:
                complain(str(error))
                asked_back = None
                continue
            print_answer(answer, console)
            asked_back = (question, answer) if answer.clarification else None
            if not answer.clarification:
                intents = tuple(conductor.understand(question).intents)
                turns = (*turns, Turn(question=question.text, intents=intents, answer=answer.summary))


def _next(text: str, asked_back: tuple[Question, Answer] | None, turns: tuple[Turn, ...]) -> Question:
    """A new question, or the last one with the choice that settles it."""
    if asked_back is None:
        return Question(text=text, asked_at=instant(None), history=turns)
    question, answer = asked_back
    return replace(question, choice=_label(text, answer))


def _read(console: Console) -> str | None:
    """The next line, None at the end; what is piped in is echoed so that a log can be read."""
    try:
        text = input("› " if sys.stdin.isatty() else "").strip()
    except EOFError:
        return None
    if text and not sys.stdin.isatty():
        console.print(f"› {text}", markup=False)
    return text or None


def _label(text: str, answer: Answer) -> str:
    """A number picks an option of the question back."""
    options = answer.clarification.options if answer.clarification else ()
    return options[int(text) - 1].label if text.isdigit() and 0 < int(text) <= len(options) else text
