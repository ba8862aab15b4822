"""From the command line to a Question, and a run shown live on stderr while it goes."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from conductor.answer import Answer
from conductor.question import Question, Turn

if TYPE_CHECKING:
    from conductor.ask import Conductor
    from conductor.events import Event


def question_from(
    text: str, *, now: str | None, language: str | None, history: Path | None, choice: str | None = None
) -> Question:
    """Build the question; raises ValueError where an option cannot be read."""
    if language not in (None, "en", "fr"):
        raise ValueError(f"--lang is en or fr, got {language!r}")
    return Question(text=text, asked_at=instant(now), language=language, history=turns_from(history), choice=choice)


def instant(now: str | None) -> str:
    """`now` as UTC ISO 8601 to the second; the clock is read here and nowhere deeper."""
    if now is None:
        moment = datetime.now(UTC)
    else:
        try:
            moment = datetime.fromisoformat(now)
        except ValueError as error:
            raise ValueError(f"--now wants an ISO 8601 date such as 2026-11-23T12:00:00Z, got {now!r}") from error
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def turns_from(history: Path | None) -> tuple[Turn, ...]:
    if history is None:
        return ()
    from conductor.composer.contract import history_from_json

    try:
        document = json.loads(history.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(
            f"--history {str(history)!r} is not JSON ({error}); it wants a list of earlier turns"
        ) from error
    return history_from_json(document)


async def follow(conductor: Conductor, question: Question, *, quiet: bool) -> Answer:
    """Run a question to its end, showing the steps on stderr where that is a terminal."""
    from conductor.events import Answered

    shown = (
        _quietly(conductor.stream(question)) if quiet or not sys.stderr.isatty() else _shown(conductor.stream(question))
    )
    async for event in shown:
        if isinstance(event, Answered):
            return event.answer
    raise RuntimeError("a run always ends with Answered")


async def _quietly(events: AsyncIterator[Event]) -> AsyncIterator[Event]:
    async for event in events:
        yield event


async def _shown(events: AsyncIterator[Event]) -> AsyncIterator[Event]:
    from rich.console import Console
    from rich.status import Status

    from conductor.events import Planned, StepEnded, StepProgressed, StepStarted
    from conductor.interfaces.steps import label_of

    labels: dict[str, str] = {}
    with Status("reading the question …", console=Console(stderr=True), spinner="dots") as status:
        async for event in events:
            match event:
                case Planned(plan=plan):
                    labels = {step.id: label_of(step) for step in plan.steps}
                    status.update(f"{len(plan.steps)} steps planned …")
                case StepStarted(step=step):
                    status.update(f"{labels.get(step, step)} …")
                case StepProgressed(step=step, percent=percent, source=source):
                    far = f", {percent:.0f} %" if percent else ""
                    status.update(f"{labels.get(step, step)} … (at {source}{far})")
                case StepEnded():
                    pass
            yield event


def chosen(question: Question, choice: str) -> Question:
    return replace(question, choice=choice)


def dump(document: Any) -> str:
    """JSON for machines: UTF-8, two spaces, keys in the contract's order."""
    return json.dumps(document, ensure_ascii=False, indent=2)
